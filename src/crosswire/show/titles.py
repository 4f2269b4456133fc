"""The title of each report and of a story, always in a report's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from crosswire.model import Evidence, Story, StoryReport
from crosswire.show.clip import clip
from crosswire.show.visible import one_line

_TITLE = 160
_FIRST_LINES = 6
_LONG = 4
_BEGINS = 90
_WORD = re.compile(r"\w+")
_HEADING = "# \n"


class Titles:
    """The titles of a story's reports: those told, else the line above the first sentence that says most of it."""

    def __init__(self, story: Story) -> None:
        told = {told.exact for point in story.points if len(point.evidence) > 1 for told in point.evidence}
        self._shared = _words(told) or _words(report.text for report in story.reports)
        found = {report.id: self._found(report) for report in story.reports if report.understood}
        self._titles = {report: title for report, title in found.items() if title}

    def headline(self) -> Evidence | None:
        """Returns the title that has most of the words several reports share; None when no report has one."""
        return max(self._titles.values(), key=lambda title: self._said(title.exact), default=None)

    def name(self, report: StoryReport) -> str | None:
        """Returns the report's title, or how it begins where it has none; None for an empty report."""
        title = self._titles.get(report.id)
        if report.title or title:
            return report.title or (title.exact if title else None)
        lines = [line for line in report.text.split("\n") if line.strip()]
        begins = next((line for line in lines if len(line) > _BEGINS // 2), lines[0] if lines else "")
        return f"begins “{clip(begins, _BEGINS)}”" if begins else None

    def holds(self, told: Evidence) -> bool:
        """Tells whether the evidence is its report's title."""
        title = self._titles.get(told.report)
        return title is not None and title.exact == told.exact.strip(_HEADING)

    def _found(self, report: StoryReport) -> Evidence | None:
        lines = [line.strip().lstrip(_HEADING) for line in report.text.split("\n") if line.strip()][:_FIRST_LINES]
        likely = takewhile(lambda line: len(line) <= _TITLE and not line.endswith((".", ",", ":")), lines)
        title = one_line(report.title or "")
        exact = title if title and title in report.text else max(likely, key=self._said, default="")
        if not self._said(exact):
            return None
        start = report.text.index(exact)
        return Evidence(report=report.id, start=start, end=start + len(exact), exact=exact)

    def _said(self, text: str) -> int:
        return len(_words([text]) & self._shared)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()) if len(word) > _LONG)
