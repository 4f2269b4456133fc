"""Points counted anew: what a report tells on another's word adds no origin to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from crosswire.model import Annotated, Evidence, Point, Relied


def recounted(
    points: Sequence[Point], relies: Sequence[Relied], origin_of: Mapping[str, str], by_id: Mapping[str, Annotated]
) -> Iterator[Point]:
    """Yields the points, each passage that lies in what its report tells on another's word counted as that other's.

    What two reports tell on the word of an agency that is none of the story's reports is of one origin too. A point
    that is left with one origin is told by one source alone, however many reports repeat it.
    """
    sources = _Sources(relies, origin_of, by_id)
    for point in points:
        origins = len({sources.of(told) for told in point.evidence})
        if origins >= len({origin_of.get(told.report, told.report) for told in point.evidence}):
            yield point
            continue
        verdict = "single-source" if point.verdict == "corroborated" and origins < 2 else point.verdict
        yield replace(point, origins=origins, verdict=verdict)


class _Sources:
    """Whose word each passage is: that of its origin, or of who its report names as its source for it."""

    def __init__(self, relies: Sequence[Relied], origin_of: Mapping[str, str], by_id: Mapping[str, Annotated]) -> None:
        self._origin_of = origin_of
        self._of: dict[str, list[Relied]] = {}
        # A credit of a whole report is one of its copies too: they are one text.
        self._credited: dict[str, str] = {}
        for relied in relies:
            if any(s.start == 0 and s.end >= len(by_id[relied.report].report.text) for s in relied.spans):
                self._credited.setdefault(origin_of.get(relied.report, relied.report), self._source(relied))
            else:
                self._of.setdefault(relied.report, []).append(relied)

    def of(self, told: Evidence) -> str:
        """Returns the origin whose word a passage is."""
        origin = self._origin_of.get(told.report, told.report)
        for relied in self._of.get(told.report, ()):
            inside = sum(max(0, min(span.end, told.end) - max(span.start, told.start)) for span in relied.spans)
            if 2 * inside >= told.end - told.start:
                origin = self._source(relied)
                break
        return self._credited.get(origin, origin)

    def _source(self, relied: Relied) -> str:
        return self._origin_of.get(relied.other, relied.other) if relied.other else f"source {relied.source}"
