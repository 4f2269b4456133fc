"""watch: feeds followed politely, their reports put into a desk, and notices of what changed there."""

from __future__ import annotations

from crosswire.watch.atom import line
from crosswire.watch.book import Book
from crosswire.watch.opml import feeds_of, opml
from crosswire.watch.poll import Limits
from crosswire.watch.rulebook import RuleBook
from crosswire.watch.teller import Teller
from crosswire.watch.types import Event, Feed, FeedPolled, Notice, PageRead, Rule, Trouble, World
from crosswire.watch.watcher import Watcher

__all__ = [
    "Book",
    "Event",
    "Feed",
    "FeedPolled",
    "Limits",
    "Notice",
    "PageRead",
    "Rule",
    "RuleBook",
    "Teller",
    "Trouble",
    "Watcher",
    "World",
    "feeds_of",
    "line",
    "opml",
]
