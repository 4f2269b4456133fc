"""Our own labels: stories read by the guide of ../shared/bench/stories, kept as offsets, put together from the corpus.

python -m training.label_stories keep FOLDER...    keeps the labels of finished story folders in training/labels
python -m training.label_stories rebuild FOLDER    writes every kept story into FOLDER, as the bench has them

The repository holds no text: a report is named by its collection and its id there, and known by its hash.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from crosswire.model import Report

LABELS = Path(__file__).with_name("labels")
BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
_UNREAD = "unread_"
Offsets = tuple[str, int, int]


class LabelStory(NamedTuple):
    """A labelled story: its reports "00", "01" ... and its labels in the shape of the bench's gold.json."""

    name: str
    reports: tuple[Report, ...]
    gold: dict[str, Any]


def names() -> list[str]:
    """Returns the names of the kept stories that may be learned from, sorted."""
    return sorted(path.stem for path in LABELS.glob("*.json") if not path.stem.startswith(_UNREAD))


def unread() -> list[str]:
    """Returns the names of the kept stories that nobody reads for errors and nothing learns from, sorted.

    They tell what to expect of a story that is new to crosswire.
    """
    return sorted(path.stem for path in LABELS.glob(f"{_UNREAD}*.json"))


def story(name: str) -> LabelStory:
    """Returns one kept story. Raises ValueError when a report is not in the corpus as it was when it was labelled."""
    kept = json.loads((LABELS / f"{name}.json").read_text(encoding="utf-8"))
    reports = tuple(_report(f"{i:02}", told) for i, told in enumerate(kept["reports"]))
    texts = {report.id: report.text for report in reports}

    def words(place: Offsets) -> str:
        return texts[place[0]][place[1] : place[2]]

    gold = {
        "story": name,
        "quotes": [[place[0], words(place), "unknown"] for place in kept["quotes"]],
        "points": [
            point | {"ev": {place[0]: words(place) for place in point["ev"]}, "id": f"P{i + 1:02}"}
            for i, point in enumerate(kept["points"])
        ],
        "copies": kept["copies"],
        "acts": [[kind, "", place[0], words(place)] for kind, place in kept["acts"]],
        "conditions": [[place[0], words(place)] for place in kept["conditions"]],
    }
    return LabelStory(name, reports, gold)


def polnear(name: str) -> Report:
    """Returns one article of the collection "polnear" by its id there."""
    return _collection("polnear")[name]


def _report(name: str, told: dict[str, str]) -> Report:
    found = _collection(told["from"]).get(told["id"])
    if found is None or hashlib.sha256(found.text.encode()).hexdigest() != told["sha256"]:
        raise ValueError(f"{told['from']}: report {told['id']} is not as it was labelled")
    return Report(id=name, text=found.text, title=found.title, published=found.published, url=found.url)


@cache
def _collection(name: str) -> dict[str, Report]:
    return {report.id: report for report in _READERS[name]()}


def _incidents() -> Iterator[Report]:
    yield from _lines("grouping/incidents.jsonl.gz", "published")


def _polnear() -> Iterator[Report]:
    yield from _lines("polnear/train.jsonl.gz", "date")


def _lines(path: str, date: str) -> Iterator[Report]:
    with gzip.open(BENCH / path, "rt", encoding="utf-8", newline="") as lines:
        for row in map(json.loads, lines):
            yield Report(id=row["id"], text=row["text"], title=row["title"], published=row[date], url=row.get("url"))


def _reused() -> Iterator[Report]:
    csv.field_size_limit(10**8)
    with gzip.open(BENCH / "text_reuse" / "helsinki_articles.csv.gz", "rt") as lines:
        for row in csv.DictReader(lines):
            text = row["text"].replace(" ### ", "\n\n").replace("###", "\n\n")
            yield Report(id=row["id"], text=text, outlet=row["publisher"], published=row["scrape_time"][:10])


_READERS = {"grouping": _incidents, "polnear": _polnear, "text_reuse": _reused}


def keep(folder: Path) -> None:
    """Keeps the labels of `folder` as offsets. Raises ValueError where a label is not in its report."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("[0-9]*.txt"))}
    told = json.loads((folder / "meta.json").read_text(encoding="utf-8"))

    def place(report: str, words: str) -> Offsets:
        at = texts[report].find(words)
        if at < 0 or not words:
            raise ValueError(f"{folder.name}: not in report {report}: {words[:60]!r}")
        return report, at, at + len(words)

    kept = {
        "reports": [
            {"from": one["from"], "id": one["id"], "sha256": hashlib.sha256(texts[f"{i:02}"].encode()).hexdigest()}
            for i, one in enumerate(told)
        ],
        "points": [
            {key: point.get(key) for key in ("verdict", "kind", "update")}
            | {"ev": [place(report, words) for report, words in sorted(point["ev"].items())]}
            for point in gold["points"]
        ],
        "quotes": [place(report, words) for report, words, _ in gold["quotes"]],
        "copies": gold.get("copies", []),
        "acts": [(kind, place(report, words)) for kind, _, report, words in gold.get("acts", [])],
        "conditions": [place(report, words) for report, words in gold.get("conditions", [])],
    }
    LABELS.mkdir(exist_ok=True)
    rows = [f' "{key}": {_listed(value)}' for key, value in kept.items()]
    (LABELS / f"{folder.name}.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def _listed(values: list[Any]) -> str:
    """One value a line."""
    return "[" + ",".join(f"\n  {json.dumps(value)}" for value in values) + ("\n ]" if values else "]")


def rebuild(folder: Path) -> None:
    """Writes every kept story into a folder of its own under `folder`."""
    for name in names():
        found = story(name)
        here = folder / name
        here.mkdir(parents=True, exist_ok=True)
        for report in found.reports:
            (here / f"{report.id}.txt").write_bytes(report.text.encode())
        dates = [{"date": report.published, "url": report.url, "title": report.title} for report in found.reports]
        (here / "meta.json").write_text(json.dumps(dates, indent=1), encoding="utf-8")
        (here / "gold.json").write_text(json.dumps(found.gold, indent=1, ensure_ascii=False), encoding="utf-8")


def main(what: str, *folders: str) -> None:
    """Runs one of the two commands."""
    if what == "keep":
        for folder in folders:
            keep(Path(folder))
    else:
        rebuild(Path(folders[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
