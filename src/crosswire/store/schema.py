"""The tables of a desk: one SQL literal for a new file, and numbered steps from every older version to this one.

A change of the tables is made three times: in SCHEMA, in VERSION, and as the step in MIGRATIONS that makes the same
of a file of the version before. A test holds a migrated file of the first version against a new one.
"""

from __future__ import annotations

from typing import Final

from crosswire.store.feed_tables import FEED_TABLES

#: "cwde" in ASCII: how a file says that it is a desk (PRAGMA application_id).
APPLICATION: Final = 0x63776465
#: The version of the tables below (PRAGMA user_version).
VERSION: Final = 2

_FIRST: Final = """
-- What counts for the whole desk. `generation` grows with every change of reports or of what a person decided.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value NOT NULL
) WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES ('generation', 0);

-- One row a text as read. A report is never altered; what must go is forgotten: text NULL, hash and reason kept.
CREATE TABLE reports (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- the name everything else uses
    address TEXT NOT NULL,              -- what its versions share: the url, else 'sha256:' and the hash
    version INTEGER NOT NULL,           -- 1, 2 ... of the texts read at one address
    current INTEGER NOT NULL,           -- 1 for the version read last; the others are kept and take part in no story
    sha256 TEXT NOT NULL,               -- of the text's UTF-8 bytes
    characters INTEGER NOT NULL,        -- length of the text in code points; all offsets count these
    title TEXT, outlet TEXT,
    published TEXT,                     -- ISO 8601, as the source tells it
    url TEXT, language TEXT,
    source TEXT NOT NULL,               -- the file, address or feed it was read from
    read_at TEXT NOT NULL,              -- ISO 8601, UTC
    seal TEXT NOT NULL,                 -- sha256 over the columns above that never change
    text TEXT,                          -- NULL once forgotten
    UNIQUE (address, version)
);
CREATE INDEX reports_by_hash ON reports (sha256);
CREATE INDEX reports_by_day ON reports (published);
CREATE TRIGGER reports_are_frozen 
BEFORE UPDATE OF n, id, address, version, sha256, characters, source, read_at, seal ON reports
BEGIN SELECT RAISE(ABORT, 'a report is stored as read and never altered'); END;
CREATE TRIGGER report_texts_are_frozen BEFORE UPDATE OF text, title, outlet, published, url, language ON reports
WHEN NEW.text IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a report is stored as read and never altered'); END;
CREATE TRIGGER reports_stay BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'a report is never deleted; forget it'); END;

-- Page furniture: marked, never cut.
CREATE TABLE furniture (
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (report, start, "end")
) WITHOUT ROWID;

-- What was given and could not be used, with the reason.
CREATE TABLE unread (
    name TEXT NOT NULL, why TEXT NOT NULL,
    first_at TEXT NOT NULL, last_at TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (name, why)
) WITHOUT ROWID;

-- The rarest-looking words of each report, as 64-bit hashes: the index by which reports of one event find each other.
CREATE TABLE signs (
    sign INTEGER NOT NULL,
    bucket INTEGER NOT NULL,            -- its day of publication, in steps of a month; -1 where no day is told
    rank INTEGER NOT NULL,              -- drawn by its text: half of all reports have 0, a quarter 1, an eighth 2 ...
    report INTEGER NOT NULL REFERENCES reports (n),
    total INTEGER NOT NULL,             -- how many signs its report has
    PRIMARY KEY (sign, bucket, rank, report)
) WITHOUT ROWID;
CREATE INDEX signs_of_report ON signs (report);
-- How many reports of a bucket have a sign.
CREATE TABLE spread (
    sign INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (sign, bucket)
) WITHOUT ROWID;
CREATE TRIGGER spread_grows AFTER INSERT ON signs BEGIN
    INSERT INTO spread (sign, bucket, reports) VALUES (NEW.sign, NEW.bucket, 1)
    ON CONFLICT (sign, bucket) DO UPDATE SET reports = reports + 1;
END;
CREATE TRIGGER spread_shrinks AFTER DELETE ON signs BEGIN
    UPDATE spread SET reports = reports - 1 WHERE sign = OLD.sign AND bucket = OLD.bucket;
    DELETE FROM spread WHERE sign = OLD.sign AND bucket = OLD.bucket AND reports = 0;
END;

-- Stories. One that was merged away stays here, and says into which.
CREATE TABLE stories (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,            -- s1, s2 ...
    since TEXT NOT NULL,                -- when the desk first had it
    changed TEXT NOT NULL,              -- when its reports or its ledger last changed
    title TEXT,                         -- the title of its first report
    reports INTEGER NOT NULL DEFAULT 0,
    merged_into TEXT REFERENCES stories (id),
    members_key TEXT NOT NULL DEFAULT '',   -- hash of its reports as they are now
    ledger_key TEXT NOT NULL DEFAULT '',    -- hash of the reports its ledger was made from; unequal: to be read again
    threads INTEGER NOT NULL DEFAULT 0,     -- how many points it ever had: the next one's lasting name
    state INTEGER                       -- the newest row of `states`
);

-- Which story each report stands in, and its origin there. Only the current version of a report is a member.
CREATE TABLE members (
    report TEXT PRIMARY KEY REFERENCES reports (id),
    story TEXT NOT NULL REFERENCES stories (id),
    component INTEGER,                  -- the candidates it was placed among, named by one of them; NULL: to be placed
    origin TEXT,                        -- o1, o2 ... inside its story; copies share one
    placed_at TEXT NOT NULL,
    placed_by TEXT NOT NULL             -- 'crosswire', or the person who pinned it
) WITHOUT ROWID;
CREATE INDEX members_of_story ON members (story);
CREATE INDEX members_of_component ON members (component);

-- What a person decided about stories; it wins over what crosswire finds until it is undone.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'move')),
    at TEXT NOT NULL, by TEXT NOT NULL, why TEXT,
    undone_at TEXT, undone_by TEXT, undone_why TEXT
);
CREATE TABLE decision_reports (
    decision INTEGER NOT NULL REFERENCES decisions (id),
    report TEXT NOT NULL REFERENCES reports (id),
    story TEXT NOT NULL REFERENCES stories (id),     -- where the person wants it
    before TEXT NOT NULL REFERENCES stories (id),    -- where it stood
    PRIMARY KEY (decision, report)
) WITHOUT ROWID;

-- A story's ledger each time it changed. `ledger` is crosswire.story/1 without the texts, compressed by zlib; NULL once
-- a report of it was forgotten.
CREATE TABLE states (
    id INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id),
    at TEXT NOT NULL,
    cause TEXT NOT NULL,                -- JSON list: the reports that came in or went
    reports TEXT NOT NULL,              -- JSON list: all its reports then
    made_by TEXT NOT NULL,              -- the version of crosswire and its models
    sha256 TEXT NOT NULL,               -- of the uncompressed ledger
    ledger BLOB
);
CREATE INDEX states_of_story ON states (story, id);

-- The newest ledger of each story as plain rows.
CREATE TABLE points (
    n INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id),
    point TEXT NOT NULL,                -- its id in the ledger, which changes from state to state
    thread TEXT NOT NULL,               -- its lasting name: the same assertion over all states of the story
    place INTEGER NOT NULL,             -- 0: the most important
    verdict TEXT NOT NULL,
    origins INTEGER NOT NULL,
    confidence REAL NOT NULL,
    gist TEXT NOT NULL,
    UNIQUE (story, point)
);
CREATE TABLE evidence (
    n INTEGER PRIMARY KEY,
    point INTEGER NOT NULL REFERENCES points (n) ON DELETE CASCADE,
    difference INTEGER REFERENCES differences (n) ON DELETE CASCADE,   -- NULL: evidence of the point itself
    value INTEGER,                      -- the place of the value among those of its difference
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT NOT NULL
);
CREATE INDEX evidence_of_point ON evidence (point);
CREATE INDEX evidence_of_difference ON evidence (difference);
CREATE INDEX evidence_of_report ON evidence (report);
CREATE TABLE differences (
    n INTEGER PRIMARY KEY,
    point INTEGER NOT NULL REFERENCES points (n) ON DELETE CASCADE,
    slot TEXT NOT NULL, nature TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX differences_of_point ON differences (point);
CREATE TABLE statements (
    n INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id),
    report TEXT NOT NULL REFERENCES reports (id),
    statement TEXT NOT NULL,
    manner TEXT NOT NULL,
    speaker TEXT, speaker_kind TEXT NOT NULL,
    act TEXT, addressee TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX statements_of_story ON statements (story);
CREATE INDEX statements_of_report ON statements (report);

-- Every value that a report told in a slot that reports fill unequally: told since, and until where it is told no more.
CREATE TABLE tellings (
    n INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id),
    thread TEXT NOT NULL,               -- points.thread
    slot TEXT NOT NULL,
    value TEXT NOT NULL, low REAL, high REAL, unit TEXT,
    nature TEXT NOT NULL, why TEXT NOT NULL,         -- as of the newest state that tells it: why it is unresolved
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
    since TEXT NOT NULL, until TEXT,
    since_state INTEGER NOT NULL REFERENCES states (id)
);
CREATE INDEX tellings_of_story ON tellings (story, thread, slot);
CREATE INDEX tellings_of_report ON tellings (report);

-- What changed in a story from one state to the next.
CREATE TABLE changes (
    n INTEGER PRIMARY KEY,
    state INTEGER NOT NULL REFERENCES states (id),
    story TEXT NOT NULL REFERENCES stories (id),
    at TEXT NOT NULL,
    what TEXT NOT NULL,                 -- report, point, verdict, told, value, difference, nature, act
    how TEXT NOT NULL CHECK (how IN ('new', 'changed', 'gone')),
    thread TEXT, slot TEXT,
    old TEXT, new TEXT,
    reports TEXT NOT NULL,              -- JSON list: the reports that tell it
    words TEXT                          -- exact words of one of them
);
CREATE INDEX changes_of_story ON changes (story, n);

-- Marks are a person's, kept apart from what crosswire found; key and evidence are made from words and hashes.
CREATE TABLE marks (
    n INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories (id),
    kind TEXT NOT NULL,                 -- point, difference, statement, quote
    slot TEXT NOT NULL DEFAULT '',      -- of a difference
    key TEXT NOT NULL,                  -- hash of the evidence's normalised words and their reports' hashes
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'open')),
    note TEXT, by TEXT NOT NULL, at TEXT NOT NULL,
    taken_back_at TEXT
);
CREATE INDEX marks_by_key ON marks (key);
CREATE TABLE mark_evidence (
    mark INTEGER NOT NULL REFERENCES marks (n),
    report TEXT NOT NULL REFERENCES reports (id),
    sha256 TEXT NOT NULL,               -- of that report
    words TEXT NOT NULL,                -- hash of its words, lower-cased, without signs
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT,                         -- NULL once the report is forgotten
    PRIMARY KEY (mark, report, start, "end")
) WITHOUT ROWID;
CREATE INDEX mark_evidence_of_report ON mark_evidence (report);

CREATE TABLE searches (
    name TEXT PRIMARY KEY,
    words TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL
) WITHOUT ROWID;

-- What was done, by whom and why. Each row holds the hash of the one before, so that no row can be changed unseen.
CREATE TABLE log (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL, by TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,              -- the id of a report, a story, a mark, a decision
    old TEXT, new TEXT, why TEXT,
    chain TEXT NOT NULL                 -- sha256 of the row before and of this row
);
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER log_is_kept BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;

-- Why a report was forgotten; its row in `reports` keeps its hash.
CREATE TABLE forgotten (
    report TEXT PRIMARY KEY REFERENCES reports (id),
    sha256 TEXT NOT NULL,
    at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL
) WITHOUT ROWID;

-- A cache: what crosswire found in each report on its own. Deleting every row costs time and nothing else.
CREATE TABLE annotations (
    report TEXT PRIMARY KEY REFERENCES reports (id),
    made_by TEXT NOT NULL,              -- the version of crosswire and its models
    used INTEGER NOT NULL,              -- the state that last needed it
    found BLOB NOT NULL                 -- MessagePack of the annotated report without its text, compressed by zlib
);
CREATE INDEX annotations_by_use ON annotations (used);

-- Words. Each index takes its text from the table it names, and triggers keep the two in step.
CREATE VIRTUAL TABLE reports_fts USING fts5 (
    title, text, content="reports", content_rowid="n", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER reports_fts_new AFTER INSERT ON reports WHEN NEW.text IS NOT NULL BEGIN
    INSERT INTO reports_fts (rowid, title, text) VALUES (NEW.n, NEW.title, NEW.text);
END;
CREATE TRIGGER reports_fts_change AFTER UPDATE OF title, text ON reports WHEN OLD.text IS NOT NULL BEGIN
    INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', OLD.n, OLD.title, OLD.text);
    INSERT INTO reports_fts (rowid, title, text) VALUES (NEW.n, NEW.title, NEW.text);
END;
CREATE VIRTUAL TABLE points_fts USING fts5 (
    gist, content="points", content_rowid="n", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER points_fts_new AFTER INSERT ON points BEGIN
    INSERT INTO points_fts (rowid, gist) VALUES (NEW.n, NEW.gist);
END;
CREATE TRIGGER points_fts_gone AFTER DELETE ON points BEGIN
    INSERT INTO points_fts (points_fts, rowid, gist) VALUES ('delete', OLD.n, OLD.gist);
END;
CREATE TRIGGER points_fts_change AFTER UPDATE OF gist ON points BEGIN
    INSERT INTO points_fts (points_fts, rowid, gist) VALUES ('delete', OLD.n, OLD.gist);
    INSERT INTO points_fts (rowid, gist) VALUES (NEW.n, NEW.gist);
END;
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    words, speaker, content="statements", content_rowid="n", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER statements_fts_new AFTER INSERT ON statements BEGIN
    INSERT INTO statements_fts (rowid, words, speaker) VALUES (NEW.n, NEW.words, NEW.speaker);
END;
CREATE TRIGGER statements_fts_gone AFTER DELETE ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, words, speaker) VALUES ('delete', OLD.n, OLD.words, OLD.speaker);
END;
CREATE TRIGGER statements_fts_change AFTER UPDATE OF words, speaker ON statements BEGIN
    INSERT INTO statements_fts (statements_fts, rowid, words, speaker) VALUES ('delete', OLD.n, OLD.words, OLD.speaker);
    INSERT INTO statements_fts (rowid, words, speaker) VALUES (NEW.n, NEW.words, NEW.speaker);
END;

-- Views for whoever opens the file.
CREATE VIEW story_list AS
    SELECT id AS story, title, reports, since, changed,
        (SELECT count(*) FROM points p WHERE p.story = stories.id) AS points,
        (SELECT count(*) FROM differences d JOIN points p ON p.n = d.point WHERE p.story = stories.id) AS differences
    FROM stories WHERE reports > 0 ORDER BY changed DESC;
CREATE VIEW story_reports AS
    SELECT m.story, m.origin, r.id AS report, r.outlet, r.title, r.published, r.url, r.version, r.read_at, r.sha256
    FROM members m JOIN reports r ON r.id = m.report ORDER BY m.story, r.published, r.id;
CREATE VIEW who_said_what AS
    SELECT s.story, s.speaker, s.act, s.addressee, s.manner, s.words, r.outlet, r.published, s.report, s.start, s."end"
    FROM statements s JOIN reports r ON r.id = s.report;
CREATE VIEW open_conflicts AS
    SELECT p.story, p.thread, p.gist, d.slot, d.why FROM differences d JOIN points p ON p.n = d.point
    WHERE d.nature = 'conflict' ORDER BY p.story, p.place;
CREATE VIEW value_history AS
    SELECT t.story, t.thread, t.slot, t.value, t.low, t.high, t.unit, r.outlet, r.published, t.report, t.exact,
        t.since, t.until, t.nature, t.why
    FROM tellings t JOIN reports r ON r.id = t.report ORDER BY t.story, t.thread, t.slot, t.since, r.published;
CREATE VIEW pins AS
    SELECT report, story, decision FROM (
        SELECT dr.report, dr.story, dr.decision,
            row_number() OVER (PARTITION BY dr.report ORDER BY dr.decision DESC) AS place
        FROM decision_reports dr JOIN decisions d ON d.id = dr.decision WHERE d.undone_at IS NULL
    ) WHERE place = 1;
CREATE VIEW newest_versions AS SELECT * FROM reports WHERE current = 1 AND text IS NOT NULL;
"""

SCHEMA: Final = _FIRST + FEED_TABLES

#: From each version to the next: the SQL that takes a file of version N to N + 1. A new file gets SCHEMA and no step.
MIGRATIONS: Final[dict[int, str]] = {1: FEED_TABLES}
