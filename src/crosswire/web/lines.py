"""What stands beside a line of a story: its marks, the buttons that mark it, and its lasting address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from crosswire.model import Difference, Evidence, Point, Story, StoryAct
from crosswire.store import Mark
from crosswire.store.changes import named_differences
from crosswire.store.lines import keys
from crosswire.web.looks import looks


class Lines:
    """The lines of one ledger that can be marked, with the marks on them."""

    def __init__(self, story: str, ledger: Story, marks: Sequence[Mark]) -> None:
        self._story = story
        self._keys = {item.name: key for key, item in keys(ledger)}
        self._marks: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            if mark.item is not None:
                self._marks[mark.item].append(mark)
        self._places: dict[tuple[str, int, int], str] = {}
        for _key, item in keys(ledger):
            if item.kind in ("statement", "quote"):
                for told in item.evidence:
                    self._places[told.report, told.start, told.end] = item.name
        self._drawn: set[str] = set()
        self._template = looks().get_template("marking.html")

    def marking(
        self, line: Point | StoryAct | Evidence, difference: Difference | None = None
    ) -> Markup | str:  # fmt: skip
        """Returns what stands beside a line; nothing where the line cannot be marked, or was marked above."""
        name = self._name(line, difference)
        if name is None or name not in self._keys:
            return ""
        first = name not in self._drawn
        self._drawn.add(name)
        html = self._template.render(
            story=self._story, item=name, key=self._keys[name], marks=self._marks.get(name, ()), first=first
        )
        return Markup(html)  # noqa: S704 - made by a template that escapes

    def _name(self, line: Point | StoryAct | Evidence, difference: Difference | None) -> str | None:
        if isinstance(line, Point):
            if difference is None:
                return line.id
            named = named_differences(line).items()
            return next((f"{line.id}:{slot}" for slot, one in named if one == difference), None)
        if isinstance(line, StoryAct):
            return line.statements[0] if line.statements else None
        return self._places.get((line.report, line.start, line.end))
