"""What the parts of a brief look up in a story: a report, its name, its origin, the words around a span."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.model import Evidence, Point, Span, Story, StoryReport
from crosswire.show.labels import day
from crosswire.show.visible import one_line

_AROUND = 90
_SHORT = 6
_PARTS = re.compile(r"[^\w]+|_")
_BEGINS, _ENDS = re.compile(r"\w['’\w]*"), re.compile(r"\w['’\w]*\Z")
_BLOCK = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_BREAK = re.compile(r"\n|(?<=[.!?])[\"”’]?\s")


class Lookup:
    """A story's reports by their ids, in the order the story tells them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._reports = {report.id: report for report in story.reports}
        self._labels = labels(tuple(self._reports))
        longer = sorted((r for r, label in self._labels.items() if r != label), key=len, reverse=True)
        self._ids = re.compile("|".join(rf"(?<!\w){re.escape(r)}(?!\w)" for r in longer)) if longer else None
        self._order = {report.id: place for place, report in enumerate(story.reports)}
        self._years = {report.published[:4] for report in story.reports if report.published}
        self._origins = {report: origin.id for origin in story.origins for report in origin.reports}

    def report(self, report: str) -> StoryReport | None:
        """Returns the report of this id, None when the story has none."""
        return self._reports.get(report)

    def label(self, report: str) -> str:
        """Returns the short name by which the report is told: "01" for "01-harbour-post" where no other begins so."""
        return self._labels.get(report, report)

    def name(self, report: str) -> str:
        """Returns the outlet, or what the label leaves out of the report's id; empty when that is nothing."""
        found = self.report(report)
        outlet = found.outlet if found else None
        label = self.label(report)
        return outlet or (report.removeprefix(label).removesuffix(label).strip("-_. ") if label != report else "")

    def when(self, report: str) -> str:
        """Returns the day of the report, with its year where the story's reports are of several; empty if untold."""
        found = self.report(report)
        told = day(found.published[:10]) if found and found.published else ""
        return told if len(self._years) > 1 else told.removesuffix(f" {min(self._years, default='')}")

    def about(self, report: str) -> str:
        """Returns the outlet and the day of the report, "Nordwire, 13 March", or what of it is told."""
        return ", ".join(part for part in (one_line(self.name(report)), self.when(report)) if part)

    def full(self, report: str) -> tuple[str, str]:
        """Returns the report's label, and what is written after it: "02" and " Nordwire, 13 March" or ", 13 March"."""
        about = self.about(report)
        return self.label(report), f"{' ' if self.name(report) else ', '}{about}" if about else ""

    def labelled(self, words: str) -> str:
        """Returns `words` with each report's id in it replaced by its label."""
        return self._ids.sub(lambda match: self.label(match.group()), words) if self._ids else words

    def place(self, report: str) -> int:
        """Returns where the report stands among the story's reports, from 0; past the end when it is not there."""
        return self._order.get(report, len(self._order))

    def origin(self, report: str) -> str:
        """Returns the id of the report's origin; a report without one is its own."""
        return self._origins.get(report, f"report {report}")

    def in_order(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Returns the ids once each, in the story's order."""
        return tuple(sorted(set(reports), key=lambda report: (self.place(report), report)))

    def by_origin(self, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Returns the ids in the story's order, copies of one another put together."""
        groups: dict[str, list[str]] = {}
        for report in self.in_order(reports):
            groups.setdefault(self.origin(report), []).append(report)
        return tuple(tuple(group) for group in groups.values())

    def copied(self) -> tuple[tuple[Evidence, Evidence], ...]:
        """Returns the passages that copies share, in the story's order: the words in the copy, and in the other.

        Of a passage of several paragraphs each side is its longest; the ledger has it whole.
        """
        return tuple(
            (self._at(passage.report, passage.span), self._at(passage.other, passage.other_span))
            for origin in self.story.origins
            for passage in origin.copied
            if passage.report in self._reports and passage.other in self._reports
        )

    def _at(self, report: str, span: Span) -> Evidence:
        text = self._reports[report].text
        blocks = list(_BLOCK.finditer(text, span.start, span.end))
        longest = max(blocks, key=lambda block: block.end() - block.start(), default=None)
        start, end = longest.span() if longest else (span.start, span.end)
        return Evidence(report=report, start=start, end=end, exact=text[start:end])

    def holds(self, evidence: Evidence) -> bool:
        """Tells whether the evidence is what its report says at that place."""
        report = self.report(evidence.report)
        return report is not None and report.text[evidence.start : evidence.end] == evidence.exact != ""

    def clause(self, point: Point, words: Evidence) -> Evidence:
        """Returns the words' surroundings: the point's evidence that covers them, else the sentence about them."""
        for told in point.evidence:
            if told.report == words.report and told.start <= words.start and words.end <= told.end:
                return told
        return self._around(words)

    def in_whole_words(self, words: Evidence) -> Evidence:
        """Returns the words with the rest of a word that they begin or end inside: "n't known" as "isn't known"."""
        report = self.report(words.report)
        if report is None or not self.holds(words):
            return words
        before = _ENDS.search(report.text[max(0, words.start - _AROUND) : words.start])
        after = _BEGINS.match(report.text, words.end)
        start = words.start - len(before.group()) if before and _BEGINS.match(words.exact) else words.start
        end = after.end() if after and _ENDS.search(words.exact) else words.end
        return Evidence(report=words.report, start=start, end=end, exact=report.text[start:end])

    def _around(self, words: Evidence) -> Evidence:
        report = self.report(words.report)
        if report is None or not self.holds(words):
            return words
        text = report.text
        left, right = text[max(0, words.start - _AROUND) : words.start], text[words.end : words.end + _AROUND]
        start, end = words.start - len(_after_break(left)), words.end + len(_before_break(right))
        return Evidence(report=words.report, start=start, end=end, exact=text[start:end])


def labels(reports: tuple[str, ...]) -> dict[str, str]:
    """Returns a short label for each report id, all different.

    Ids of up to six characters are their own labels. Longer ones are told by their first part or their last, whichever
    is short and tells them all apart; by their number in the story otherwise.
    """
    if all(len(report) <= _SHORT for report in reports):
        return {report: report for report in reports}
    parts = [[part for part in _PARTS.split(report) if part] or [""] for report in reports]
    for end in (0, -1):
        found = [part[end] for part in parts]
        if len(set(found)) == len(found) and all(0 < len(label) <= _SHORT for label in found):
            return dict(zip(reports, found, strict=True))
    return {report: f"#{place}" for place, report in enumerate(reports, 1)}


def _after_break(text: str) -> str:
    breaks = list(_BREAK.finditer(text))
    if breaks:
        return text[breaks[-1].end() :]
    return text.partition(" ")[2] if len(text) == _AROUND else text


def _before_break(text: str) -> str:
    found = _BREAK.search(text)
    if found:
        return text[: found.start()] + found.group().strip()
    return text.rpartition(" ")[0] if len(text) == _AROUND else text
