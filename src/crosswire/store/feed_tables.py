"""The tables of what a desk follows: the step from the first version of the tables to the second."""

from __future__ import annotations

from typing import Final

FEED_TABLES: Final = """
-- Feeds that are followed, with where each stands: how it was last asked, how it is, when it is asked next.
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    title TEXT,
    added_at TEXT NOT NULL, added_by TEXT NOT NULL,
    dropped_at TEXT,                    -- no longer followed since; its items stay known
    etag TEXT, last_modified TEXT,      -- as its last good answer told them
    polls INTEGER NOT NULL DEFAULT 0,
    polled_at TEXT,
    next_at TEXT NOT NULL,              -- ISO 8601, UTC: not asked before
    rhythm REAL,                        -- seconds between its items; NULL where it tells too few days
    health TEXT NOT NULL DEFAULT 'new' CHECK (health IN ('new', 'well', 'failing', 'ended')),
    why TEXT NOT NULL DEFAULT 'not asked yet',
    since TEXT NOT NULL,                -- since when its health is that
    failures INTEGER NOT NULL DEFAULT 0 -- in a row
) WITHOUT ROWID;

-- What stands in each feed: the address of an item, and a hash of what the feed says of it. No words of it.
CREATE TABLE feed_items (
    feed TEXT NOT NULL REFERENCES feeds (url),
    item TEXT NOT NULL,                 -- the address of its page; 'entry:' and a hash where it has none
    name TEXT,                          -- the id that the feed gives it
    hash TEXT NOT NULL,                 -- of its title and summary
    first_at TEXT NOT NULL,
    PRIMARY KEY (feed, item)
) WITHOUT ROWID;
CREATE INDEX feed_items_by_name ON feed_items (feed, name);

-- Pages of items, each fetched once however many feeds tell it, and again when one of them tells it otherwise.
CREATE TABLE pages (
    url TEXT PRIMARY KEY,
    feed TEXT NOT NULL REFERENCES feeds (url),       -- the one that told it first
    outlet TEXT, published TEXT,        -- as that feed tells them, for a page that does not
    state TEXT NOT NULL CHECK (state IN ('waiting', 'stored', 'given up')),
    tries INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL,
    why TEXT                            -- why it is waiting again, or was given up
) WITHOUT ROWID;
CREATE INDEX pages_waiting ON pages (next_at) WHERE state = 'waiting';

-- What a person wants to be told, and how far it was looked for.
CREATE TABLE rules (
    name TEXT PRIMARY KEY,
    rule TEXT NOT NULL,                 -- JSON: kind, story, slot, nature, search, and where it is told
    at TEXT NOT NULL, by TEXT NOT NULL,
    seen INTEGER NOT NULL,              -- the last of `changes` that was looked at
    looked_at TEXT NOT NULL             -- reports read before were looked at
) WITHOUT ROWID;

-- One row a notice: a real change is told once. `told` is its JSON; NULL once a report of it was forgotten.
CREATE TABLE notices (
    n INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    key TEXT NOT NULL,                  -- what it is about, so that nothing is told twice
    at TEXT NOT NULL,
    reports TEXT NOT NULL,              -- JSON list
    told TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    sent_at TEXT,                       -- NULL: it waits to be told
    why TEXT,                           -- why it could not be told so far
    UNIQUE (rule, key)
);
CREATE TRIGGER notices_are_forgotten AFTER INSERT ON forgotten BEGIN
    UPDATE notices SET told = NULL
    WHERE EXISTS (SELECT 1 FROM json_each(notices.reports) j WHERE j.value = NEW.report);
END;
CREATE VIEW feed_health AS
    SELECT url AS feed, title, health, why, since, failures, polled_at, next_at,
        (SELECT count(*) FROM feed_items i WHERE i.feed = feeds.url) AS items
    FROM feeds WHERE dropped_at IS NULL ORDER BY health = 'well', url;
"""
