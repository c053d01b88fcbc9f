-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- alongside: one SQLite file an organisation. Content is append-only; derived tables can be thrown
-- away and come out the same. Readable by any SQLite tool: start with the views.
--
-- Days are whole numbers of days since 1970-01-01 where a column says so, else ISO text.

---------------------------------------------------------------------------------------------------
-- Content: what was said and done
---------------------------------------------------------------------------------------------------

-- Facts about this store: 'area' (the area given to init), 'mark' (which key it belongs to), 'looks' (the last
-- look that the seal covers).
CREATE TABLE about (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One run of `import`. Rows name it, so that what was known on a day can be told.
CREATE TABLE import (
    import   INTEGER PRIMARY KEY,     -- rises with every import
    recorded INTEGER NOT NULL,        -- day it counts as recorded on
    file     TEXT NOT NULL,           -- the file's name without its folder
    event_columns TEXT NOT NULL DEFAULT '' -- words: the columns that its events say something in
) STRICT;

-- Who is known, by a reference.
CREATE TABLE reference (
    person INTEGER PRIMARY KEY,       -- ours; never in any output
    ref    TEXT NOT NULL UNIQUE,      -- what people use
    sealed BLOB                       -- the person's own key, sealed; NULL until first needed
) STRICT;

-- A place, or a part of one. Which is within which: area_now.
CREATE TABLE area (
    area   INTEGER PRIMARY KEY,
    ref    TEXT NOT NULL UNIQUE,
    sealed BLOB                       -- the key of words said about the area, sealed; NULL until first needed
) STRICT;

-- Who answers about an area: people of one seat. Never a person known to the store.
CREATE TABLE respondent (
    respondent INTEGER PRIMARY KEY,   -- `person` of their administrations is this, below 0
    area       INTEGER NOT NULL REFERENCES area,
    seat       TEXT NOT NULL,
    sheet      TEXT NOT NULL,         -- tells apart two who answered on one day; '' where it need not
    UNIQUE (area, seat, sheet)
) STRICT;

-- What somebody said in their own words, sealed with the key of the person or area whose words they are.
-- Elsewhere words stand as their token, which is another one under every person.
CREATE TABLE words (
    person INTEGER NOT NULL,          -- below 0: of a respondent
    words  TEXT NOT NULL,             -- the token
    sealed BLOB NOT NULL,
    PRIMARY KEY (person, words)
) STRICT, WITHOUT ROWID;

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
    called             TEXT,                 -- what they like to be called: words
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
    answered    INTEGER NOT NULL DEFAULT 0, -- 1 once answers were given to it
    UNIQUE (kind, id, version)
) STRICT;

-- A table of a version, a file beside the plugin when it was first scored with. Later answers to this version
-- are scored with the same.
CREATE TABLE plugin_table (
    plugin INTEGER NOT NULL REFERENCES plugin,
    name   TEXT NOT NULL,             -- the file's name
    hash   TEXT NOT NULL,             -- SHA-256 of the file
    bytes  BLOB NOT NULL,             -- the file
    PRIMARY KEY (plugin, name)
) STRICT, WITHOUT ROWID;

-- One filling-in of one instrument: one row. A correction is a later row with the same key; the row with
-- the latest recorded and import stands, and holds everything that stood then.
CREATE TABLE administration (
    person     INTEGER NOT NULL,              -- below 0: a respondent's, about their area
    instrument INTEGER NOT NULL REFERENCES plugin,
    date       INTEGER NOT NULL,              -- day; 0 where only an order is known
    place      INTEGER NOT NULL DEFAULT 0,    -- the order (1, 2, 3) where no date is known, else 0
    time       INTEGER NOT NULL DEFAULT -1,   -- minutes after midnight, or -1
    by         INTEGER NOT NULL DEFAULT 0 CHECK (by BETWEEN 0 AND 7),   -- in rater
    recorded   INTEGER NOT NULL,              -- day
    import     INTEGER NOT NULL REFERENCES import,
    tokens     TEXT NOT NULL,                 -- answers in the order of the version's item list: '3 3 - 3';
                                              -- '' where a correction of the source's key put it elsewhere
    mode       INTEGER NOT NULL DEFAULT 0 CHECK (mode BETWEEN 0 AND 6), -- in mode
    together   INTEGER,                       -- how many answered it together, of a group
    why        TEXT,                          -- of a correction by hand
    PRIMARY KEY (person, instrument, date, place, time, by, recorded, import),
    CHECK (place = 0 OR date = 0)
) STRICT, WITHOUT ROWID;

-- Words that a row of `administration` has beside an item: where its token is +.
CREATE TABLE answer_words (
    person INTEGER NOT NULL, instrument INTEGER NOT NULL, date INTEGER NOT NULL, place INTEGER NOT NULL,
    time INTEGER NOT NULL, by INTEGER NOT NULL, recorded INTEGER NOT NULL, import INTEGER NOT NULL,
    item   INTEGER NOT NULL,          -- its place in the version's item list, from 0
    words  TEXT NOT NULL,             -- in words
    PRIMARY KEY (person, instrument, date, place, time, by, recorded, import, item)
) STRICT, WITHOUT ROWID;

-- What the source says of an administration besides answers, where it says it.
CREATE TABLE administration_source (
    person INTEGER NOT NULL, instrument INTEGER NOT NULL, date INTEGER NOT NULL, place INTEGER NOT NULL,
    time INTEGER NOT NULL, by INTEGER NOT NULL, recorded INTEGER NOT NULL,
    import  INTEGER NOT NULL REFERENCES import,
    id      TEXT,                     -- the source's own key
    edition TEXT,                     -- the printed version; never scored
    PRIMARY KEY (person, instrument, date, place, time, by, recorded, import)
) STRICT, WITHOUT ROWID;
CREATE INDEX administration_by_id ON administration_source (person, id) WHERE id IS NOT NULL;

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

-- What a person wants and how they judge it. A goal of an instrument is also in the tokens of its
-- administration; one without is rated 0 to 10 and never scored.
CREATE TABLE goal (
    person INTEGER NOT NULL REFERENCES reference, date TEXT NOT NULL,
    goal       TEXT NOT NULL,         -- what the goal is called by, not its words
    instrument TEXT NOT NULL,         -- '' where it is of none
    time TEXT NOT NULL, by TEXT NOT NULL,
    recorded INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
    words      TEXT,                  -- in words
    rating TEXT, status TEXT, weight TEXT, mode TEXT, version TEXT, reason TEXT, pace_felt TEXT,
    PRIMARY KEY (person, date, goal, instrument, time, by, recorded, import)
) STRICT, WITHOUT ROWID;

-- What a person wrote down for themselves.
CREATE TABLE note (
    person INTEGER NOT NULL REFERENCES reference,
    id     TEXT NOT NULL,             -- the source's own key, else the date and the token of the words
    recorded INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
    date   TEXT, words TEXT, time TEXT, about TEXT,
    PRIMARY KEY (person, id, recorded, import)
) STRICT, WITHOUT ROWID;

-- What a person agreed to, and what not. `shares` in `person` is the same as purpose learning.
CREATE TABLE consent (
    person INTEGER NOT NULL REFERENCES reference, date TEXT NOT NULL, purpose TEXT NOT NULL,
    recorded INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
    given TEXT, until TEXT,
    PRIMARY KEY (person, date, purpose, recorded, import)
) STRICT, WITHOUT ROWID;

-- Services that events name.
CREATE TABLE service (
    service TEXT NOT NULL,
    recorded INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
    type TEXT, title TEXT, org TEXT, ring TEXT, purpose TEXT, stated_days INTEGER, access_mode TEXT,
    PRIMARY KEY (service, recorded, import)
) STRICT, WITHOUT ROWID;

-- Rows of files of areas: once there is one, an area that is in none is not made by naming it.
CREATE TABLE area_file (
    area TEXT NOT NULL,
    recorded INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
    within TEXT,
    PRIMARY KEY (area, recorded, import)
) STRICT, WITHOUT ROWID;

-- From when and until when a kind of event is collected in an area.
CREATE TABLE collects (
    area TEXT NOT NULL, kind TEXT NOT NULL, since TEXT NOT NULL,
    subtype TEXT NOT NULL, service_type TEXT NOT NULL,      -- '' where it is any
    recorded INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import,
    until TEXT,
    PRIMARY KEY (area, kind, since, subtype, service_type, recorded, import)
) STRICT, WITHOUT ROWID;

-- Whose page or answers were looked at. Each row's chain is a hash over the row and the chain before it, so
-- that one taken out or altered shows; that the last ones are gone shows once content was written after them.
CREATE TABLE look (
    look   INTEGER PRIMARY KEY,
    day    INTEGER NOT NULL,          -- day
    person INTEGER REFERENCES reference, -- NULL: an export of everybody
    who    TEXT NOT NULL,             -- a name that signs in; 'command line'
    what   TEXT NOT NULL,             -- what was shown: 'report my_progress', 'scores'
    chain  TEXT NOT NULL              -- SHA-256
) STRICT;

-- Keyed hashes, renewed in the transaction of each change: over everything of one person, and as person 0 over
-- what belongs to no person, the last look and all the other hashes. `verify` works them out again.
CREATE TABLE seal (
    person INTEGER PRIMARY KEY,       -- below 0: of a respondent
    hash   BLOB NOT NULL
) STRICT;

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
    people     BLOB NOT NULL,         -- of whom it shows figures: their numbers, rising, eight bytes each, the lowest first;
                                      -- none where too few were there to show any
    UNIQUE (report, area, first, last)
) STRICT;

---------------------------------------------------------------------------------------------------
-- Derived: thrown away and rebuilt to the same bytes
---------------------------------------------------------------------------------------------------

-- People whose content, or what is worked out with it, changed since their scores and findings were worked out.
CREATE TABLE touched (person INTEGER PRIMARY KEY) STRICT;

-- People of whom something could not be worked out, because a plugin failed: tried again at every run.
CREATE TABLE failed (person INTEGER PRIMARY KEY) STRICT;

-- The next day on which time alone changes what was worked out of a person; who is not here has none.
CREATE TABLE due (
    person INTEGER PRIMARY KEY,
    date   INTEGER NOT NULL           -- day
) STRICT;

-- With what the derived tables were made: 'as_of', 'ahead' (the first later day that rows are recorded for),
-- 'engine', 'labels', 'instrument ID VERSION', 'taken ID', 'indicator ID', 'collects AREA' ('collects' for people in no
-- area); each value a mark of what that was.
CREATE TABLE derived (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The first event of a kind, or of a kind and subtype, in an area that its person does not keep from learning: from
-- then on it is collected there, unless a file of collects says otherwise.
CREATE TABLE collected (
    area   TEXT NOT NULL,             -- '' for people in no area
    kind   TEXT NOT NULL,             -- 'contact', 'contact/visit'
    since  INTEGER NOT NULL,          -- day
    person INTEGER NOT NULL,          -- whose event it was; of several on that day the first here
    PRIMARY KEY (area, kind)
) STRICT, WITHOUT ROWID;

-- A scale of an instrument's version, in the order of its file.
CREATE TABLE scale (
    instrument INTEGER NOT NULL REFERENCES plugin,
    n          INTEGER NOT NULL,
    id         TEXT NOT NULL,
    PRIMARY KEY (instrument, n)
) STRICT, WITHOUT ROWID;

-- Every score of one person, as one JSON list of their administrations: [[instrument,date,HOW,SCORE,SCORE,
-- ...],...]. HOW is [place,time,by,mode], or 0 where they are 0, -1, 0, 0; behind mode stands the version that was
-- filled in where the answers are taken from another instrument's. The scores are those of the scales in
-- their order, each [value,answered,of,lowest,highest,reason,se] or null. What a score leaves off at its end is
-- not there; of is then answered, and lowest and highest are value. Named by the view and not in the row.
CREATE TABLE score (
    person INTEGER PRIMARY KEY REFERENCES reference,
    scores TEXT NOT NULL
) STRICT;

-- What the answer at an anchor may be.
CREATE TABLE finding_state (
    n     INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    why   TEXT NOT NULL,              -- of cannot_tell, else ''
    UNIQUE (state, why)
) STRICT;
INSERT INTO finding_state VALUES (0,'found',''),(1,'not_found',''),(2,'cannot_tell','followup_short'),
    (3,'cannot_tell','gap'),(4,'cannot_tell','kind_not_collected'),(5,'cannot_tell','not_recorded'),
    (6,'cannot_tell','date_not_exact'),(7,'cannot_tell','order_unknown'),(8,'cannot_tell','still_waiting'),
    (9,'cannot_tell','declined'),(10,'cannot_tell','no_anchor'),(11,'cannot_tell','plugin_failed');

-- Everything noticed in one person's timeline, as one JSON list: [[indicator,state,window,date,events,certainty,class,
-- basis,value,unit,told],...]. State is a number of finding_state; window is 1 where the anchor's whole window was
-- observed (area shares use only these), and 2 more where it would not be so without events that the person keeps
-- from learning (no figure uses these); value a number or null, the rest texts. Texts that are empty are left off at
-- the end. Who has no anchor has indicator and state alone: not found is then certain, and its window observed.
CREATE TABLE finding (
    person   INTEGER PRIMARY KEY REFERENCES reference,
    findings TEXT NOT NULL,
    names    BLOB NOT NULL            -- of each finding in turn 8 bytes, which stay the same while what it rests on does
) STRICT;

---------------------------------------------------------------------------------------------------
-- Views: what stands, in long form
--
-- Plain SQL, for any tool that reads SQLite. Ask for one person with WHERE person = '…', which is quick. Dates and
-- times are ISO text, and NULL where they are not known. People who withdrew are here: whoever can read the file
-- is trusted with it.
---------------------------------------------------------------------------------------------------

-- Areas as they stand: area (ours), ref (what people use), within (ours; NULL: in none).
CREATE VIEW area_now AS
SELECT a.area, a.ref, o.area AS within
FROM area a
LEFT JOIN area_file f ON f.area = a.ref
     AND NOT EXISTS (SELECT 1 FROM area_file g WHERE g.area = f.area
                     AND (g.recorded, g.import) > (f.recorded, f.import))
LEFT JOIN area o ON o.ref = f.within;

-- Who may be counted for learning, as of today: what was said last for a day that has come, in a people file or
-- as consent to the purpose learning: person (ours), shares (yes or no; NULL where nothing was said).
CREATE VIEW shares_now AS
SELECT r.person,
       (SELECT iif(given = 'yes' AND coalesce(until, '9999') >= date('now'), 'yes', 'no') FROM
           (SELECT p.date, p.recorded, p.import, p.shares AS given, NULL AS until
            FROM person p WHERE p.person = r.person
            UNION ALL
            SELECT c.date, c.recorded, c.import, c.given, c.until
            FROM consent c WHERE c.person = r.person AND c.purpose = 'learning')
        WHERE given IS NOT NULL AND date <= date('now')
        ORDER BY date DESC, recorded DESC, import DESC, given LIMIT 1) AS shares
FROM reference r;

-- Administrations as they stand, corrections applied.
--   person               whose it is; NULL where it is about an area:
--   area, seat           what it is about and who answered; else NULL
--   instrument, version  what was filled in
--   date                 2024-03-31, or NULL where only an order is known:
--   place                that order, 1, 2, 3; else NULL
--   time                 23:40; NULL where it was not said
--   by, mode             who answered and how, by the words of `rater` and `mode`
--   tokens               the answers in the order of `items`, parted by spaces; goals come last
--   recorded             the day from which it stands so
--   why                  of a correction by hand; else NULL
--   items                the version's item ids in order
CREATE VIEW administration_now AS
SELECT r.ref AS person, area.ref AS area, s.seat, p.id AS instrument, p.version,
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
LEFT JOIN respondent s ON s.respondent = -a.person
LEFT JOIN area ON area.area = s.area
WHERE a.tokens <> ''
  AND NOT EXISTS (SELECT 1 FROM administration b
                  WHERE b.person = a.person AND b.instrument = a.instrument AND b.date = a.date
                    AND b.place = a.place AND b.time = a.time AND b.by = a.by
                    AND (b.recorded, b.import) > (a.recorded, a.import));

-- Events as they stand, corrections applied; an event told by several stands once for each author of its outcome.
--   person               whose it is
--   id, k                the source's key; without one, the k-th of equal rows
--   recorded             the day from which it stands so
--   date                 as exactly as it is known: 2024-03-31, 2024-03, 2024-Q1, 2024
--   kind                 what happened; this and the other columns are those of a file of events
CREATE VIEW event_now AS
SELECT r.ref AS person, e.id, e.k, date(e.recorded * 86400, 'unixepoch') AS recorded, e.date, e.kind,
       e.time, e.until, e.until_time, e.precision, e.seq, e.subtype, e.service, e.thread, e.need,
       e.initiated_by, e.purpose, e.outcome, e.outcome_by, e.channel, e.planned, e.worker, e.org,
       e.pathway, e.stage, e.episode, e.need_words, e.purpose_by, e.setting, e.place_chosen_by,
       e.service_outcome, e.reason, e.decided_by, e.decision, e.status, e.cancelled_by, e."from", e."to",
       e.route, e.deficit_shared, e.joint, e.matter, e.step, e.respondent, e.settled, e.assessment,
       e.reused, e.asked_by, e.statutory, e.onward, e.taper, e.compulsory, e.plan_group, e.condition,
       e.agreed, e.tie, e.budget, e.edge, e.done_by, e.led_by, e.lived_experience, e.scale, e.follows,
       e.response_to, e.same_request, e.part_of, e.because, e.source, e.visibility, e.sensitivity,
       e.label_by, e.withdrawn
FROM event e JOIN reference r ON r.person = e.person
WHERE e.id IS NULL
   OR NOT EXISTS (SELECT 1 FROM event b
                  WHERE b.person = e.person AND b.id = e.id
                    AND coalesce(b.outcome_by, '') = coalesce(e.outcome_by, '')
                    AND (b.recorded, b.import, b.n) > (e.recorded, e.import, e.n));

-- The same, a row for every field that was said.
--   person, id, k, date, kind  as in event_now
--   field, value               the name of a column of a file of events and what it says
CREATE VIEW event_long AS
SELECT e.person, e.id, e.k, e.date, e.kind, f.key AS field, f.value
FROM event_now e, json_each(json_patch(
     json_object('time', e.time, 'until', e.until, 'until_time', e.until_time, 'precision', e.precision,
         'seq', e.seq, 'subtype', e.subtype, 'service', e.service, 'thread', e.thread, 'need', e.need,
         'initiated_by', e.initiated_by, 'purpose', e.purpose, 'outcome', e.outcome,
         'outcome_by', e.outcome_by, 'channel', e.channel, 'planned', e.planned, 'worker', e.worker,
         'org', e.org, 'pathway', e.pathway, 'stage', e.stage, 'episode', e.episode,
         'need_words', e.need_words, 'purpose_by', e.purpose_by, 'setting', e.setting,
         'place_chosen_by', e.place_chosen_by, 'service_outcome', e.service_outcome, 'reason', e.reason,
         'decided_by', e.decided_by, 'decision', e.decision, 'status', e.status,
         'cancelled_by', e.cancelled_by, 'from', e."from", 'to', e."to", 'route', e.route),
     json_object('deficit_shared', e.deficit_shared, 'joint', e.joint, 'matter', e.matter, 'step', e.step,
         'respondent', e.respondent, 'settled', e.settled, 'assessment', e.assessment, 'reused', e.reused,
         'asked_by', e.asked_by, 'statutory', e.statutory, 'onward', e.onward, 'taper', e.taper,
         'compulsory', e.compulsory, 'plan_group', e.plan_group, 'condition', e.condition,
         'agreed', e.agreed, 'tie', e.tie, 'budget', e.budget, 'edge', e.edge, 'done_by', e.done_by,
         'led_by', e.led_by, 'lived_experience', e.lived_experience, 'scale', e.scale,
         'follows', e.follows, 'response_to', e.response_to, 'same_request', e.same_request,
         'part_of', e.part_of, 'because', e.because, 'source', e.source, 'visibility', e.visibility,
         'sensitivity', e.sensitivity, 'label_by', e.label_by, 'withdrawn', e.withdrawn))) AS f
WHERE f.value IS NOT NULL;

-- Answers as they stand, one a row.
--   person, area, seat, instrument, version, date, place, time, by, mode   as in administration_now
--   item                 the item's id
--   answer               the code (3, 23:40); several ticked as 2+5, put in order as 2>5>1; + where it was answered
--                        in words; a goal as name:level@weight, of which an item may have several rows or none;
--                        no answer: - missing, d declined, u not known, n not asked, x does not apply, w withheld
-- Tokens beyond the last item are its goals, one a row; where there are none there is no row.
CREATE VIEW answer AS
SELECT a.person, a.area, a.seat, a.instrument, a.version, a.date, a.place, a.time, a.by, a.mode,
       item.value AS item, token.value AS answer
FROM administration_now a,
     json_each('["' || replace(a.items, ' ', '","') || '"]') AS item,
     json_each('["' || replace(a.tokens, ' ', '","') || '"]') AS token
WHERE item.key = min(token.key, length(a.items) - length(replace(a.items, ' ', ''))) AND token.value <> '';

-- Scores of people as `alongside score` left them, one a row: the columns of `alongside scores`. Scores of answers
-- about areas are worked out when that prints them.
--   person               whose it is
--   date                 2024-03-31; #2 where only an order is known
--   instrument, version  what scored it
--   by, mode             who answered and how
--   scale                the scale's id
--   value                a number or, of a scale with words for values, a word; NULL where there is no score:
--   reason               then why; else NULL
--   answered, of         how many of how many were answered
--   lowest, highest      what missing answers could have made of it; NULL where that is not known
--   se                   the value's standard error, where one is published
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

-- What was noticed, one a row: the columns of `alongside findings`.
--   finding              a name that stays the same while what it rests on does
--   person               whose it is
--   indicator, version   what noticed it
--   date                 of what it begins with, as exactly as known; '' without one
--   state, why           found, not_found, or cannot_tell and why
--   basis, certainty     what it rests on: a recorded link, codes alike, order in time; certain or possible
--   class                the indicator's own, or ''
--   value, unit          its number and of what; NULL and '' without one
--   events               ids parted by spaces
--   told                 the sentence
CREATE VIEW finding_long AS
SELECT lower(hex(substr(f.names, 8 * e.key + 1, 8))) AS finding, r.ref AS person, p.id AS indicator, p.version,
       coalesce(e.value ->> 3, '') AS date, s.state, s.why, coalesce(e.value ->> 7, '') AS basis,
       coalesce(e.value ->> 5, iif(s.state = 'not_found' AND json_array_length(e.value) = 2, 'certain', '')) AS certainty,
       coalesce(e.value ->> 6, '') AS class, CAST(e.value ->> 8 AS REAL) AS value,
       coalesce(e.value ->> 9, '') AS unit, coalesce(e.value ->> 4, '') AS events, coalesce(e.value ->> 10, '') AS told
FROM finding f JOIN reference r USING (person), json_each(f.findings) AS e
JOIN plugin p ON p.plugin = e.value ->> 0
JOIN finding_state s ON s.n = e.value ->> 1;
