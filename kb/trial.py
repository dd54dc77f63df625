"""A base as it would be after some changes: built, linted and guarded in a process of its own, so that nobody waits for it.

`python -m kb.trial` reads a `Job` as JSON and writes a `Check`. The file that it builds is taken up only by whoever asked for it.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kb import KnowledgeBase, Question
from kb.build import DATA, build_if_changed, path_of, teach
from kb.changes import Change, Merged, apply
from kb.guard import GOLDEN, Regression, regressions
from kb.lint import Finding, findings
from kb.records import DataFault, load_directory
from kb.understand.taught import Phrase

# Answers to guests come first: https://man7.org/linux/man-pages/man2/nice.2.html
_NICENESS = 10


@dataclass(frozen=True)
class Job:
    """What the base is to become, and what it is: the compiled file at `present` with `present_changes`. Without it nothing is compared."""

    data_dir: str
    changes: tuple[Change, ...] = ()
    taught: tuple[Phrase, ...] = ()
    present: str | None = None
    present_changes: tuple[Change, ...] = ()
    golden: str = str(GOLDEN)

    @classmethod
    def loads(cls, said: str) -> Job:
        row = json.loads(said)
        row |= {key: tuple(Change(**each) for each in row[key]) for key in ("changes", "present_changes")}
        return cls(**row | {"taught": tuple(Phrase(**each) for each in row["taught"])})


@dataclass(frozen=True)
class Check:
    """What became of a job: the compiled file, or `fault` if there can be none; the places of the changes that are not in force.

    `findings` are those that are new; `unheard` the phrases of `taught` that would not be answered by what they were taught.
    """

    path: str = ""
    fault: str = ""
    aside: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    regressions: tuple[Regression, ...] = ()
    unheard: tuple[str, ...] = ()

    @classmethod
    def loads(cls, said: str) -> Check:
        row: dict[str, Any] = json.loads(said)
        row["findings"] = tuple(Finding(**each | {"values": tuple(map(tuple, each["values"]))}) for each in row["findings"])
        row["regressions"] = tuple(Regression(**each) for each in row["regressions"])
        return cls(**row | {"aside": tuple(row["aside"]), "unheard": tuple(row["unheard"])})


def run(job: Job) -> Check:
    """Build what a job asks for. A base with blocking findings is not built."""
    data_dir = Path(job.data_dir)
    try:
        shipped = load_directory(DATA)
        merged = apply(*shipped, job.changes)
        aside, found = tuple(sorted(merged.aside)), _new_findings(merged, apply(*shipped, job.present_changes)) if job.present else ()
        if any(finding.blocking for finding in found):
            return Check(aside=aside, findings=found)
        path = path_of(data_dir, job.changes, job.taught)
        only_taught = job.present is not None and job.changes == job.present_changes and not path.exists()
        if not (only_taught and job.present and teach(path, Path(job.present), job.taught)):
            build_if_changed(data_dir, job.changes, job.taught, Path(job.present) if job.present else None)
    except DataFault as fault:
        return Check(fault=str(fault))
    after = KnowledgeBase.open(path)
    unheard = tuple(phrase.phrase for phrase in job.taught if _answered_by(after, phrase) != phrase.query)
    if job.present is None:
        return Check(str(path), aside=aside, unheard=unheard)
    told = tuple(regressions(KnowledgeBase.open(Path(job.present)), after, job.taught, Path(job.golden)))
    return Check(str(path), aside=aside, findings=found, regressions=told, unheard=unheard)


def _new_findings(merged: Merged, before: Merged) -> tuple[Finding, ...]:
    if not (found := findings(merged.records, merged.sources)):
        return ()
    known = set(findings(before.records, before.sources))
    return tuple(finding for finding in found if finding not in known)


def _answered_by(kb: KnowledgeBase, phrase: Phrase) -> str | None:
    reply = kb.ask(Question(phrase.phrase, phrase.language))
    return reply.query or reply.long_query


def main() -> None:
    os.nice(_NICENESS)
    json.dump(asdict(run(Job.loads(sys.stdin.read()))), sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
