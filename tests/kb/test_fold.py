"""One key for every spelling."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.fold import clean, fold, tokens
from kb.language.kazakh import is_located, is_noun_form_of, stems
from kb.language.layout import readings


@pytest.mark.parametrize(
    "spellings",
    [
        ("Қайтадан", "Кайтадан", "Qaitadan", "Qaıtadan", "QAITADAN", "Kaytadan"),
        ("Әзербайжан", "Азербайжан", "Äzerbaijan", "Azerbaizhan"),
        ("Әуезов", "Auezov", "Áýezov", "Äuezov"),
        ("Еркімбек", "Yerkimbek", "Erkimbek"),
        ("Түркістан", "Turkistan", "Türkistan", "Túrkistan"),
        ("Еңбек", "Enbek", "Eñbek", "Engbek"),
    ],
)
def test_spellings_of_one_word_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({fold(word) for word in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Түркістан", "Түркия"), ("Түркия", "Түрікменстан"), ("Австрия", "Австралия")])
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=60))
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_any_text_folds_and_tokenises(text: str) -> None:
    for token in tokens(clean(text)):
        assert isinstance(fold(token), str)


@given(st.text(alphabet="abcdeghijklmnoprstuvqz46", max_size=12).map(fold))
def test_a_doubled_letter_never_survives(key: str) -> None:
    assert all(a != b or a.isdigit() for a, b in itertools.pairwise(key) if a.isalpha())


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Қайтаданды", "Қайтадан"),
        ("режиссері", "режиссер"),
        ("Әзербайжанмен", "Әзербайжан"),
        ("меморандумдар", "меморандум"),
        ("түсірген", "түсір"),
        ("кітабы", "кітап"),
    ],
)
def test_kazakh_forms_lead_to_their_stem(word: str, stem: str) -> None:
    assert fold(stem) in [found for found, _ in stems(fold(word), {fold(stem)})]


def test_a_short_stem_is_not_found_in_a_long_word() -> None:
    assert stems(fold("қандай"), {fold("қа")}) == []


def test_layouts_are_read_both_ways() -> None:
    assert "сколько стран" in readings("crjkmrj cnhfy")
    assert "who heads" in readings("цру руфвы")[2] or readings("цщкв")[2] == "word"


@pytest.mark.parametrize(("word", "is_form"), [("атасының", True), ("соғысқа", True), ("Сатаев", False), ("Атамекен", False)])
def test_a_form_of_an_everyday_noun_is_told_from_a_name(word: str, is_form: bool) -> None:
    assert is_noun_form_of(fold(word), {fold("ата"), fold("соғыс"), fold("сат")}) is is_form


def test_a_digit_in_a_word_is_rather_a_kazakh_letter() -> None:
    assert readings("0fi0sy ltuty yt")[0] == "қашқын деген не"
    assert readings("2025 ujl")[0] == "2025 год"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # With the shift key the digits are capitals.
        (")fi rbyjcs yt ;fqsylf?", "Қаш киносы не жайында?"),
        ("N*HRCJQ vbybcnhkth3 42-;bsysylf", "ТҮРКСОЙ министрлері 42-жиынында"),
        # A number stays one, also with a hyphen; in a word its digits are letters.
        ("2025 ;sks F0nfelf 60-nfy fcnfv abkmv", "2025 жылы Ақтауда 60-тан астам фильм"),
        # The key of «ө» is that of the hyphen.
        ("Nfgnsv-fe cty3 r-g ;byfls", "Таптым-ау сені көп жинады"),
        ("n8hrcjq inf,-g2nth3 0fqlf", "түрксой штаб-пәтері қайда"),
        # Brackets round a year are no capitals.
        ("0fpf0cnfy — bhfy vtvjhfylevs (2025) r3v 0jk 0jqls", "қазақстан — иран меморандумы (2025) кім қол қойды"),
        # A comma, a full stop and a question mark have keys of their own.
        ("Z ghjl.cth? [jxe cybvfnm/ Crjkmrj dthyen&", "Я продюсер, хочу снимать. Сколько вернут?"),
    ],
)
def test_signs_on_the_keys_of_letters_are_read(typed: str, meant: str) -> None:
    assert meant in [reading.replace("–", "-") for reading in readings(typed)]


def test_the_plural_of_a_kazakh_noun_is_a_form_of_no_shorter_word() -> None:
    assert stems(fold("түрікмендердің"), {fold("түрікмен"), fold("түрік")}) == [(fold("түрікмен"), "derdin")]
    assert stems(fold("түріктердің"), {fold("түрікмен"), fold("түрік")}) == [(fold("түрік"), "terdin")]


@pytest.mark.parametrize(
    ("written", "located"),
    [("Ақтауда", True), ("Бішкекте", True), ("Түркиядағы", True), ("Туркиядагы", True), ("Türkıyadağy", True), ("Ақтауға", False), ("Ақтаудың", False)],
)
def test_the_kazakh_ending_of_a_place_is_read_in_every_spelling(written: str, located: bool) -> None:
    assert is_located(written) == located
