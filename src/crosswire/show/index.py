"""The index of several stories: what each is called, by whom it is told and when."""

from __future__ import annotations

from crosswire.model import Stories, Story, Struct
from crosswire.show.labels import count, day, days
from crosswire.show.lookup import Lookup
from crosswire.show.titles import Titles


class Entry(Struct, frozen=True):
    """One story: its number from 1, its title, its reports by their labels, their outlets, their days in words.

    `at` is the id of its place on the page.
    """

    number: int
    title: str
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    days: str
    at: str


def index(stories: Stories) -> tuple[Entry, ...]:
    """Returns an entry for each story, in their order."""
    return tuple(_entry(story, number) for number, story in enumerate(stories.stories, 1))


def how_many(stories: Stories) -> str:
    """Returns how many reports tell how many stories: "These 40 reports tell 7 stories"."""
    reports = sum(len(story.reports) for story in stories.stories)
    return f"These {count(reports, 'report')} tell {count(stories.stories, 'story', 'stories')}"


def _entry(story: Story, number: int) -> Entry:
    titles = Titles(story)
    headline = titles.headline()
    title = headline.exact if headline else next(filter(None, map(titles.name, story.reports)), "no title told")
    lookup = Lookup(story)
    outlets = dict.fromkeys(lookup.name(report.id) or lookup.label(report.id) for report in story.reports)
    dates = sorted(report.published[:10] for report in story.reports if report.published)
    return Entry(
        number=number,
        title=title,
        reports=tuple(report.id for report in story.reports),
        outlets=tuple(outlets),
        days=(day(dates[0]) if dates[0] == dates[-1] else days(dates[0], dates[-1])) if dates else "date not told",
        at=f"s{number}-story",
    )
