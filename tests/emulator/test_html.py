"""Telegram's HTML: what it refuses, with tdlib's words and byte offsets, and the entities of what it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.emulator import html
from tests.emulator.errors import Refused


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("<b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("сәлем <br>", 'Unsupported start tag "br" at byte offset 11'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<p>text</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="https://e.kz', 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=https://e.kz>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 3'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_bad_markup_is_refused(source: str, fault: str) -> None:
    with pytest.raises(Refused) as refusal:
        html.parse(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {fault}"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><i>b</i>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("🎬 <b>қыз</b>", "🎬 қыз", [("bold", 3, 3)]),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("<STRONG>a</strong >", "a", [("bold", 0, 1)]),
        ("&lt;b&gt; &amp;&quot; &nbsp; &#1179;&#x49b; & x > y", '<b> &" &nbsp; ққ & x > y', []),
        ("<b><i>x</>y</>", "xy", [("bold", 0, 2), ("italic", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ("a\r\x07b", "a b", []),
        (" \u200b\ufeff ", "", []),
    ],
)
def test_markup_becomes_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    found_text, found = html.parse(source)
    assert (found_text, [(e["type"], e["offset"], e["length"]) for e in found]) == (text, entities)


def test_a_link_keeps_its_address_and_an_unusable_one_only_its_text() -> None:
    assert html.parse('<a href="https://e.kz/?a=1&amp;b=2">x</a>')[1] == [{"type": "text_link", "offset": 0, "length": 1, "url": "https://e.kz/?a=1&b=2"}]
    assert html.parse('<a href="not an address">x</a>') == ("x", [])


def test_entities_beyond_the_limit_are_dropped() -> None:
    assert len(html.parse("<b>x</b>" * 150)[1]) == 100


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<i>", "</i>", "</>", "<a href='https://e.kz'>", "</a>", "<", ">", "&lt;", "&#", "қ", "🎬", " ", "\n", "'", '"', "="])
    )
)
def test_whatever_is_read_is_refused_or_has_its_entities_inside_the_text(parts: list[str]) -> None:
    try:
        text, entities = html.parse("".join(parts))
    except Refused as refusal:
        assert refusal.description.startswith("Bad Request: can't parse entities: ")
        return
    assert text == text.strip()
    assert all(e["offset"] >= 0 and e["length"] > 0 and e["offset"] + e["length"] <= html.utf16(text) for e in entities)


LETTERS = st.text(st.sampled_from("aқ🎬 <>&\n"), max_size=30)
TAGS = st.lists(st.sampled_from(["b", "i", "u", "s", "code"]), unique=True, max_size=3)


@given(st.lists(st.tuples(LETTERS, TAGS), max_size=5))
def test_what_is_rendered_reads_back_the_same(parts: list[tuple[str, list[str]]]) -> None:
    source = ""
    for text, tags in parts:
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        source += "".join(f"<{tag}>" for tag in tags) + escaped + "".join(f"</{tag}>" for tag in reversed(tags))
    text, entities = html.parse(source)
    again, entities_again = html.parse(html.render(text, entities))
    key = [(e["offset"], e["length"], e["type"]) for e in entities]
    assert (again, sorted(key)) == (text, sorted((e["offset"], e["length"], e["type"]) for e in entities_again))
