"""The ledgers of all labelled stories against a careful reading, with pinned floors.

    python -m bench.quality.gate [STORY...] [--plain] [--raise] [--lower NAME --reason "..."]

Points, differences and acts of these stories say how well the models remember what they were trained on. What they
do on stories they have not seen is measured by `bench.quality.align` and `training.acts`, which leave them out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench import floors
from bench.corpus import need, scorer, stories
from crosswire.judge.tiers import contradicts
from crosswire.model import Report, Span, Story
from crosswire.pipeline import compare_reports
from crosswire.read import gather

Figures = dict[str, float | None]
FLOORS = Path(__file__).with_name("floors.json")
EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "strait"
SEEN = ("pairs", "pairs P", "pairs R", "points", "diff P", "diff R", "agreed", "acts")
COLUMNS = ("quotes", "speaker", *SEEN, "conds", "furn", "copies")
PART = 0.8  # share of a labelled piece of furniture that must be marked


def main() -> int:
    """Scores the stories, prints them and holds the floors; returns the exit status."""
    parser = floors.arguments("score the ledgers of the labelled stories")
    parser.add_argument("story", nargs="*", help="only these stories; their floors are not checked")
    parser.add_argument("--plain", action="store_true", help="read the bare text files, without dates and outlets")
    told = parser.parse_args()
    need("stories", "score_ledger.py")
    wanted = [folder for folder in stories() if not told.story or folder.name in told.story]
    scored = {folder.name: score(*labelled(folder, told.plain)) for folder in wanted}
    figures = overall(list(scored.values()))
    own = columns(score(*example()))
    print(table({name: columns(raw) for name, raw in scored.items()} | {"MEAN / ALL": figures, "the example": own}))
    print(f"trained on: {', '.join(SEEN)} tell nothing of unseen stories; see bench.quality.align and training.acts")
    if told.story or told.plain:
        return 0
    if "legitimate_targets" in scored:
        figures |= {f"seeds {name}": figure for name, figure in columns(scored["legitimate_targets"]).items()}
    figures |= {f"example {name}": figure for name, figure in own.items()}
    return floors.check(FLOORS, {k: v for k, v in figures.items() if v is not None}, ("stories",), told)


def labelled(folder: Path, plain: bool) -> tuple[list[Report], dict[str, Any]]:
    """Returns the reports of a story, with dates and outlets unless `plain`, and what a careful reader listed."""
    texts = scorer("score_ledger").load_texts(str(folder))
    reports = [Report(id=name, text=text) for name, text in texts.items()] if plain else dated_reports(folder)
    return reports, json.loads((folder / "gold.json").read_text("utf-8"))


def example() -> tuple[list[Report], dict[str, Any]]:
    """Returns the reports of the project's own example, and what a careful reader listed."""
    reports, _ = gather(path for path in sorted(EXAMPLE.iterdir()) if path.name != "expected.json")
    return list(reports), json.loads((EXAMPLE / "expected.json").read_text("utf-8"))


def score(reports: Sequence[Report], raw: dict[str, Any]) -> dict[str, Any]:
    """Returns the scorer's figures for one story, with the shares of its furniture and its copies."""
    ledger = scorer("score_ledger")
    texts = {report.id: report.text for report in reports}
    story = compare_reports(reports)
    if contradicted := contradictions(story):
        raise SystemExit(f"told as agreed and as a difference: {', '.join(contradicted)}")
    said = json.loads(story.to_json())
    figures: dict[str, Any] = ledger.score(ledger.from_gold(raw, texts), ledger.from_story(said, texts))
    figures |= acts(ledger, raw, said, texts)
    figures["furniture"] = furniture(raw, story)
    figures["copies"] = copies(raw, story)
    return figures


def dated_reports(folder: Path) -> list[Report]:
    """Returns the reports of a story with what is known of their dates and outlets."""
    import contextlib
    import io

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        scorer("story_jsonl").main(str(folder))
    return [Report(**json.loads(line)) for line in printed.getvalue().splitlines()]


def contradictions(story: Story) -> list[str]:
    """Returns the ids of the agreed points that a difference of the same story contradicts: there may be none."""
    unequal = [d for point in story.points for d in point.differences if d.nature in ("conflict", "update")]
    agreed = [point for point in story.points if point.verdict == "corroborated"]
    return [point.id for point in agreed if any(contradicts(difference, point.evidence) for difference in unequal)]


def acts(ledger: ModuleType, raw: dict[str, Any], said: dict[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Returns the shares of acts and conditions found, and how many are labelled; nothing where none are."""
    if not raw.get("acts"):
        return {}
    counts = {"acts": len(raw["acts"]), "conditions": len(raw.get("conditions", []))}
    return {**ledger.score_acts(raw, said, texts), "labelled": counts}


def furniture(raw: dict[str, Any], story: Story) -> tuple[int, int]:
    """Returns how many labelled pieces of furniture are marked for the most part, and how many there are."""
    marked = {report.id: report.furniture for report in story.reports}
    texts = {report.id: report.text for report in story.reports}
    hits = 0
    for name, piece in raw.get("boilerplate", []):
        start = texts[name].find(piece)
        span = Span(start=start, end=start + len(piece))
        covered = sum(max(0, min(m.end, span.end) - max(m.start, span.start)) for m in marked[name])
        hits += covered >= PART * len(piece)
    return hits, len(raw.get("boilerplate", []))


def copies(raw: dict[str, Any], story: Story) -> tuple[int, int, int]:
    """Returns how many pairs of copies are both labelled and found, labelled, and found."""
    gold = {pair for group in raw.get("copies", []) for pair in pairs(group)}
    found = {pair for origin in story.origins for pair in pairs(origin.reports)}
    return len(gold & found), len(gold), len(found)


def pairs(names: Sequence[str]) -> set[frozenset[str]]:
    """Returns every two of the names."""
    return {frozenset((one, other)) for i, one in enumerate(names) for other in names[i + 1 :]}


def columns(raw: Mapping[str, Any]) -> Figures:
    """Returns one story's figures under the names of the table; None where nothing is labelled."""
    marked, pieces = raw["furniture"]
    hit, gold, found = raw["copies"]
    conflicts = raw["conflicts"]
    return {
        "quotes": raw["quotes"]["f"] if raw["quotes"]["gold"] else None,
        "speaker": raw["speaker_accuracy"] if raw["quotes"]["gold"] else None,
        "pairs": raw["pairs"]["f"],
        "pairs P": raw["pairs"]["p"],
        "pairs R": raw["pairs"]["r"],
        "points": raw["points_found"],
        "diff P": conflicts["p"] if conflicts["pred"] else None,
        "diff R": conflicts["r"] if conflicts["gold"] else None,
        "agreed": raw["agreed_right"] if raw["agreed_pairs"] else None,
        "acts": raw.get("acts_found"),
        "conds": raw.get("conditions_found"),
        "furn": marked / pieces if pieces else None,
        "copies": 2 * hit / (gold + found) if gold + found else None,
    }


def overall(scored: Sequence[Mapping[str, Any]]) -> Figures:
    """Returns the mean over stories; for what is rare in a story (differences, acts, furniture, copies) the whole."""
    rows = [columns(raw) for raw in scored]
    figures = {name: mean([row[name] for row in rows]) for name in COLUMNS}
    conflicts = [raw["conflicts"] for raw in scored]
    figures["diff P"] = share([(c["p"] * c["pred"], c["pred"]) for c in conflicts])
    figures["diff R"] = share([(c["r"] * c["gold"], c["gold"]) for c in conflicts])
    figures["agreed"] = share([(raw["agreed_right"] * raw["agreed_pairs"], raw["agreed_pairs"]) for raw in scored])
    counted = [raw for raw in scored if "labelled" in raw]
    figures["acts"] = share([(r["acts_found"] * r["labelled"]["acts"], r["labelled"]["acts"]) for r in counted])
    figures["conds"] = share(
        [((r["conditions_found"] or 0) * r["labelled"]["conditions"], r["labelled"]["conditions"]) for r in counted]
    )
    figures["furn"] = share([raw["furniture"] for raw in scored])
    figures["copies"] = share([(2 * hit, gold + found) for hit, gold, found in (raw["copies"] for raw in scored)])
    return figures


def mean(values: Sequence[float | None]) -> float | None:
    """Returns the mean of the values that are there."""
    there = [value for value in values if value is not None]
    return sum(there) / len(there) if there else None


def share(parts: Sequence[tuple[float, float]]) -> float | None:
    """Returns the sum of the first numbers as a share of the sum of the second."""
    whole = sum(of for _, of in parts)
    return sum(part for part, _ in parts) / whole if whole else None


def table(rows: Mapping[str, Figures]) -> str:
    """Returns the figures as a table, a line a story."""
    width = max(len(name) for name in rows)
    lines = [" " * width + "".join(f"{name:>9}" for name in COLUMNS)]
    for name, figures in rows.items():
        cells = (figures[column] for column in COLUMNS)
        lines.append(f"{name:<{width}}" + "".join(f"{'–' if cell is None else f'{cell:.3f}':>9}" for cell in cells))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
