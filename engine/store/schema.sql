-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- alongside: one SQLite file an organisation. Content is append-only; derived tables can be thrown
-- away and come out the same. Readable by any SQLite tool: start with the views.
--
-- Days are whole numbers of days since 1970-01-01 where a column says so, else ISO text.

---------------------------------------------------------------------------------------------------
-- Content: what was said and done
---------------------------------------------------------------------------------------------------

-- Facts about this store: 'area' (the area given to init), 'mark' (which key it belongs to).
CREATE TABLE about (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One run of `import`. Rows name it, so that what was known on a day can be told.
CREATE TABLE import (
    import   INTEGER PRIMARY KEY,     -- rises with every import
    recorded INTEGER NOT NULL,        -- day it counts as recorded on
    file     TEXT NOT NULL            -- the file's name without its folder
) STRICT;

-- Who is known, by a reference.
CREATE TABLE reference (
    person INTEGER PRIMARY KEY,       -- ours; never in any output
    ref    TEXT NOT NULL UNIQUE,      -- what people use
    sealed BLOB                       -- the person's own key, sealed; NULL until first needed
) STRICT;

-- A place, or a part of one.
CREATE TABLE area (
    area   INTEGER PRIMARY KEY,
    ref    TEXT NOT NULL UNIQUE,
    within INTEGER REFERENCES area
) STRICT;

-- Who may answer, and how it was asked: numbers in `administration`, words in its views.
CREATE TABLE rater (rater INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO rater VALUES (0,'person'),(1,'proxy'),(2,'coach'),(3,'worker'),(4,'together'),
                         (5,'family_or_friend'),(6,'observer'),(7,'group');
CREATE TABLE mode (mode INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO mode VALUES (0,'unknown'),(1,'self'),(2,'screen'),(3,'assisted'),(4,'interview'),
                        (5,'telephone'),(6,'video');

-- Every row of a people file ever recorded. A row holds from its date on.
CREATE TABLE person (
    person             INTEGER NOT NULL REFERENCES reference,
    date               TEXT NOT NULL,        -- from when this row holds; '' from the beginning
    recorded           INTEGER NOT NULL,     -- day
    import             INTEGER NOT NULL REFERENCES import,
    area               INTEGER REFERENCES area,
    born               TEXT,                 -- a date or a year
    since              TEXT,                 -- observed from
    until              TEXT,                 -- observed to
    shares             TEXT CHECK (shares IN ('yes','no')),
    sex                TEXT,
    contact_preference TEXT,
    asserted_by        TEXT,
    ethnic_group       TEXT, gender_identity TEXT, trans_history TEXT, disability TEXT,
    impairment         TEXT, barriers TEXT, religion_or_belief TEXT, sexual_orientation TEXT,
    marital_status     TEXT, pregnancy TEXT, caring TEXT, income_strain TEXT, housing TEXT,
    migration          TEXT, main_language TEXT, interpreter TEXT, care_experience TEXT,
    armed_forces       TEXT, prison_history TEXT, digital_access TEXT, imd_decile TEXT,
    unfair_treatment   TEXT,
    PRIMARY KEY (person, date, recorded, import)
) STRICT, WITHOUT ROWID;

-- A plugin's version that answers, scores, findings or releases were made with. Its pin is fixed at the
-- first use: the same version with another pin is refused.
CREATE TABLE plugin (
    plugin      INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('instrument','indicator','intake','report')),
    id          TEXT NOT NULL,
    version     TEXT NOT NULL,
    pin         TEXT NOT NULL,        -- SHA-256 of its tokens, comments and such left out
    fingerprint TEXT NOT NULL,        -- SHA-256 of the file as first used
    source      TEXT NOT NULL,        -- the file
    items       TEXT NOT NULL,        -- an instrument's item ids in order, parted by spaces; else ''
    UNIQUE (kind, id, version)
) STRICT;

-- One filling-in of one instrument: one row. A correction is a later row with the same key; the row with
-- the latest recorded and import stands, and holds everything that stood then.
CREATE TABLE administration (
    person     INTEGER NOT NULL,              -- 0 for an area's administration
    instrument INTEGER NOT NULL REFERENCES plugin,
    date       INTEGER NOT NULL,              -- day; 0 where only an order is known
    place      INTEGER NOT NULL DEFAULT 0,    -- the order (1, 2, 3) where no date is known, else 0
    time       INTEGER NOT NULL DEFAULT -1,   -- minutes after midnight, or -1
    by         INTEGER NOT NULL DEFAULT 0 CHECK (by BETWEEN 0 AND 7),   -- in rater
    recorded   INTEGER NOT NULL,              -- day
    import     INTEGER NOT NULL REFERENCES import,
    tokens     TEXT NOT NULL,                 -- answers in the order of the version's item list: '3 3 - 3'
    mode       INTEGER NOT NULL DEFAULT 0 CHECK (mode BETWEEN 0 AND 6), -- in mode
    area       INTEGER,                       -- of an area's administration
    seat       TEXT,
    why        TEXT,                          -- of a correction by hand
    PRIMARY KEY (person, instrument, date, place, time, by, recorded, import),
    CHECK (place = 0 OR date = 0)
) STRICT, WITHOUT ROWID;

-- Something dated between a person and a service. A correction is a later row with the same id and the
-- same author of the outcome.
CREATE TABLE event (
    person   INTEGER NOT NULL REFERENCES reference,
    n        INTEGER NOT NULL,     -- counts the rows of a person
    id       TEXT,                 -- the source's own key; NULL where it gave none
    k        INTEGER NOT NULL,     -- without an id: the k-th equal row is the k-th such event, from 1
    recorded INTEGER NOT NULL,     -- day
    import   INTEGER NOT NULL REFERENCES import,
    date     TEXT NOT NULL,        -- as exactly as it is known: 2024-03-31, 2024-03, 2024-Q1, 2024
    kind     TEXT NOT NULL,
    time TEXT, until TEXT, until_time TEXT, precision TEXT, seq INTEGER, subtype TEXT, service TEXT,
    thread TEXT, need TEXT, initiated_by TEXT, purpose TEXT, outcome TEXT, outcome_by TEXT, channel TEXT,
    planned TEXT, worker TEXT, org TEXT, pathway TEXT, stage TEXT, episode TEXT, need_words TEXT,
    purpose_by TEXT, setting TEXT, place_chosen_by TEXT, service_outcome TEXT, reason TEXT,
    decided_by TEXT, decision TEXT, status TEXT, cancelled_by TEXT, "from" TEXT, "to" TEXT, route TEXT,
    deficit_shared TEXT, joint TEXT, matter TEXT, step TEXT, respondent TEXT, settled TEXT,
    assessment TEXT, reused TEXT, asked_by TEXT, statutory TEXT, onward TEXT, taper TEXT, compulsory TEXT,
    plan_group TEXT, condition TEXT, agreed TEXT, tie TEXT, budget TEXT, edge TEXT, done_by TEXT,
    led_by TEXT, lived_experience TEXT, scale TEXT, follows TEXT, response_to TEXT, same_request TEXT,
    part_of TEXT, because TEXT, source TEXT, visibility TEXT, sensitivity TEXT, label_by TEXT,
    withdrawn TEXT,
    PRIMARY KEY (person, n)
) STRICT, WITHOUT ROWID;

-- For the view of the events that stand.
CREATE INDEX event_by_id ON event (person, id) WHERE id IS NOT NULL;

-- Set of figures that an area report made public: printed from here when asked for again.
CREATE TABLE release (
    release    INTEGER PRIMARY KEY,
    report     TEXT NOT NULL,
    version    TEXT NOT NULL,
    pin        TEXT NOT NULL,         -- SHA-256 of the definition and of its template, parts and style
    area       INTEGER NOT NULL REFERENCES area,
    first      INTEGER NOT NULL,      -- the period, both ends included: days
    last       INTEGER NOT NULL,
    as_of      INTEGER NOT NULL,      -- day
    model      TEXT NOT NULL,         -- protected figures and sentences, as JSON
    UNIQUE (report, area, first, last)
) STRICT;

---------------------------------------------------------------------------------------------------
-- Derived: thrown away and rebuilt to the same bytes
---------------------------------------------------------------------------------------------------

-- People whose content, or whose plugins, changed since their scores and findings were worked out.
CREATE TABLE touched (person INTEGER PRIMARY KEY) STRICT;

-- With what the derived tables were made: 'plugins' (a fingerprint of all that score and notice), 'as_of'.
CREATE TABLE derived (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A scale of an instrument's version, in the order of its file.
CREATE TABLE scale (
    instrument INTEGER NOT NULL REFERENCES plugin,
    n          INTEGER NOT NULL,
    id         TEXT NOT NULL,
    PRIMARY KEY (instrument, n)
) STRICT, WITHOUT ROWID;

-- Every score of one person, as one JSON list of their administrations: [[instrument,date,HOW,SCORE,SCORE,
-- ...],...]. HOW is [place,time,by,mode], or 0 where they are 0, -1, 0, 0. The scores are those of the scales in
-- their order, each [value,answered,of,lowest,highest,reason,se] or null. What a score leaves off at its end is
-- not there; of is then answered, and lowest and highest are value. Named by the view and not in the row.
CREATE TABLE score (
    person INTEGER PRIMARY KEY REFERENCES reference,
    scores TEXT NOT NULL
) STRICT;

-- Everything noticed in one person's timeline.
CREATE TABLE finding (
    person    INTEGER NOT NULL REFERENCES reference,
    indicator INTEGER NOT NULL REFERENCES plugin,
    n         INTEGER NOT NULL,
    finding   TEXT NOT NULL,          -- a name that stays the same while what it rests on does
    date      TEXT NOT NULL,          -- of the anchor, as exactly as known; '' without one
    state     TEXT NOT NULL CHECK (state IN ('found','not_found','cannot_tell')),
    why       TEXT NOT NULL,
    basis     TEXT NOT NULL,
    certainty TEXT NOT NULL,
    class     TEXT NOT NULL,
    value     REAL,
    unit      TEXT NOT NULL,
    events    TEXT NOT NULL,          -- ids parted by spaces, the anchor first
    told      TEXT NOT NULL,
    window    TEXT NOT NULL,          -- 'yes' where the anchor's whole window was observed: area shares use only these
    PRIMARY KEY (person, indicator, n)
) STRICT, WITHOUT ROWID;

---------------------------------------------------------------------------------------------------
-- Views: what stands, in long form
---------------------------------------------------------------------------------------------------

CREATE VIEW administration_now AS
SELECT r.ref AS person, area.ref AS area, a.seat, p.id AS instrument, p.version,
       CASE a.place WHEN 0 THEN date(a.date * 86400, 'unixepoch') END AS date,
       nullif(a.place, 0) AS place,
       CASE WHEN a.time >= 0 THEN printf('%02d:%02d', a.time / 60, a.time % 60) END AS time,
       rater.word AS by, mode.word AS mode, a.tokens, date(a.recorded * 86400, 'unixepoch') AS recorded,
       a.why, p.items
FROM administration a
JOIN plugin p ON p.plugin = a.instrument
JOIN rater ON rater.rater = a.by
JOIN mode ON mode.mode = a.mode
LEFT JOIN reference r ON r.person = a.person
LEFT JOIN area ON area.area = a.area
WHERE NOT EXISTS (SELECT 1 FROM administration b
                  WHERE b.person = a.person AND b.instrument = a.instrument AND b.date = a.date
                    AND b.place = a.place AND b.time = a.time AND b.by = a.by
                    AND (b.recorded, b.import) > (a.recorded, a.import));

CREATE VIEW event_now AS
SELECT r.ref AS person_ref, e.*
FROM event e JOIN reference r ON r.person = e.person
WHERE e.id IS NULL
   OR NOT EXISTS (SELECT 1 FROM event b
                  WHERE b.person = e.person AND b.id = e.id
                    AND coalesce(b.outcome_by, '') = coalesce(e.outcome_by, '')
                    AND (b.recorded, b.import, b.n) > (e.recorded, e.import, e.n));

CREATE VIEW answer AS
SELECT a.person, a.area, a.seat, a.instrument, a.version, a.date, a.place, a.time, a.by, a.mode,
       item.value AS item, token.value AS answer
FROM administration_now a,
     json_each('["' || replace(a.items, ' ', '","') || '"]') AS item,
     json_each('["' || replace(a.tokens, ' ', '","') || '"]') AS token
WHERE item.key = token.key;

CREATE VIEW score_long AS
SELECT r.ref AS person, coalesce('#' || nullif(a.value ->> '$[2][0]', 0),
                                 date((a.value ->> 1) * 86400, 'unixepoch')) AS date,
       p.id AS instrument, p.version, rater.word AS by, mode.word AS mode, scale.id AS scale,
       s.value ->> 0 AS value, s.value ->> 5 AS reason, s.value ->> 1 AS answered,
       coalesce(s.value ->> 2, s.value ->> 1) AS of,
       s.value ->> iif(json_array_length(s.value) > 3, 3, 0) AS lowest,
       s.value ->> iif(json_array_length(s.value) > 3, 4, 0) AS highest,
       s.value ->> 6 AS se
FROM score JOIN reference r USING (person), json_each(score.scores) AS a, json_each(a.value) AS s
JOIN plugin p ON p.plugin = a.value ->> 0
JOIN rater ON rater.rater = coalesce(a.value ->> '$[2][2]', 0)
JOIN mode ON mode.mode = coalesce(a.value ->> '$[2][3]', 0)
JOIN scale ON scale.instrument = p.plugin AND scale.n = s.key - 3
WHERE s.key > 2 AND s.type = 'array';

CREATE VIEW finding_long AS
SELECT f.finding, r.ref AS person, p.id AS indicator, p.version, f.date, f.state, f.why, f.basis,
       f.certainty, f.class, f.value, f.unit, f.events, f.told
FROM finding f JOIN reference r USING (person) JOIN plugin p ON p.plugin = f.indicator;
