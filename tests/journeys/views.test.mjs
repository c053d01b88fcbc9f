// SPDX-License-Identifier: GPL-3.0-or-later
// The store read with other people's tools: the sqlite3 shell and Python, read-only, with no function of ours.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';
import { filled } from './filled.mjs';

const views = ['answer', 'score_long', 'administration_now', 'event_now', 'event_long', 'finding_long'];
const schema = readFileSync(join(top, 'engine/store/schema.sql'), 'utf8');
const python = '/usr/bin/python3';

function shell(place, sql) {
  const done = spawnSync('sqlite3', ['-readonly', '-json', place.path('alongside.db'), sql], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout ? JSON.parse(done.stdout) : [];
}

const reader = `
import json, sqlite3, sys
db = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
db.row_factory = sqlite3.Row
print(json.dumps([dict(row) for row in db.execute(sys.argv[2])]))
`;

function snake(place, sql) {
  const done = spawnSync(python, ['-c', reader, place.path('alongside.db'), sql], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
}

// As CSV would have it. The shell prints 15 digits of a number.
const cell = (value) => (value === null ? '' : typeof value === 'number' ? String(Number(value.toPrecision(15))) : value);
const plain = (row) => JSON.stringify(Object.values(row).map(cell));
const number = (text) => (text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text);
const printed = (out, columns) => rows(out).map((r) => Object.fromEntries(columns.map((c) => [c, ['person', 'version', 'date'].includes(c) ? r[c] : number(r[c])])));

const scoreColumns = ['person', 'date', 'instrument', 'version', 'by', 'mode', 'scale', 'value', 'reason', 'answered', 'of', 'lowest', 'highest', 'se'];
const withdrawn = (place) => new Set(place.sql('alongside.db', "SELECT DISTINCT ref FROM consent c JOIN reference USING (person) WHERE purpose = 'coaching' AND given = 'no'"
  + " AND NOT EXISTS (SELECT 1 FROM consent d WHERE d.person = c.person AND d.purpose = c.purpose AND d.date > c.date)").trim().split('\n'));

const stores = { 'a made-up area': (t) => Place.saltmere(t), 'one with everything that makes scoring hard': filled };

for (const [name, make] of Object.entries(stores))
  test(`score_long and finding_long say what the commands print, value for value: ${name}`, (t) => {
    const place = make(t);
    const with2 = name === 'a made-up area' ? '' : '--with v2';
    const left = withdrawn(place);
    const areas = (r) => !r.person.includes('/');
    const scores = printed(place.run(`scores ${with2}`).out, scoreColumns).filter(areas).map(plain).sort();
    assert.ok(scores.length > 8);
    for (const read of existsSync(python) ? [shell, snake] : [shell]) {
      const seen = read(place, 'SELECT * FROM score_long').filter((r) => !left.has(r.person));
      assert.deepEqual(Object.keys(seen[0]), scoreColumns);
      assert.deepEqual(seen.map(plain).sort(), scores);
      const found = read(place, 'SELECT * FROM finding_long').filter((r) => !left.has(r.person));
      const findings = place.run(`findings ${with2}`).out;
      const columns = findings.split('\n')[0].split(',');
      assert.deepEqual(found.map(plain).sort(), rows(findings).map((r) => plain(Object.fromEntries(columns.map((c) => [c, c === 'value' ? number(r[c]) : r[c]])))).sort());
    }
  });

test('no column of a view is a blob, and every view gives its first hundred rows', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  for (const view of views) {
    const columns = shell(place, `SELECT name FROM pragma_table_info('${view}')`).map((c) => `"${c.name}"`);
    const types = columns.map((c) => `SELECT DISTINCT typeof(${c}) AS type FROM ${view}`).join(' UNION ');
    const seen = shell(place, types).map((r) => r.type).sort();
    assert.ok(seen.every((type) => ['integer', 'null', 'real', 'text'].includes(type)), `${view}: ${seen}`);
    assert.equal(shell(place, `SELECT * FROM ${view} LIMIT 101`).length, 101, view);
  }
});

test('the answers of an administration are its tokens, item by item; goals are a row each', (t) => {
  for (const make of Object.values(stores)) {
    const place = make(t);
    const key = (r) => [r.person, r.area, r.seat, r.instrument, r.version, r.date, r.place, r.time, r.by, r.mode].join('|');
    const whole = (list, tokens) => {
      const by = {};
      for (const r of list)
        (by[key(r)] ??= []).push(tokens(r));
      return Object.fromEntries(Object.entries(by).map(([k, v]) => [k, v.join(' ').split(' ').sort().join(' ')]));
    };
    const answers = shell(place, 'SELECT * FROM answer');
    assert.deepEqual(whole(answers, (r) => r.answer), whole(shell(place, 'SELECT * FROM administration_now'), (r) => r.tokens));
    for (const r of answers.filter((one) => one.instrument === 'swemwbs'))
      assert.match(r.answer, /^[1-5duxnw-]$/);
  }
});

test('orders, goals, words, kinds of no answer, raters and areas read as the schema says', (t) => {
  const place = filled(t);
  place.write('some.csv', 'person,date,instrument,optimistic,useful,relaxed,problems,clearly,close,decide\ncy,2025-01-01,swemwbs,,declined,unknown,not_asked,not_applicable,withheld,1\n');
  place.write('area.csv', 'area,seat,date,instrument,item,answer,words\nNorth,citizens,2025-01-01,area_baseline,why,+,we know each other\n');
  place.run('import some.csv');
  place.run('import area.csv');
  const one = (where) => shell(place, `SELECT item, answer FROM answer WHERE ${where}`).map((r) => `${r.item} ${r.answer}`).join(', ');
  assert.equal(one("person = 'cy'"), 'optimistic -, useful d, relaxed u, problems n, clearly x, close w, decide 1');
  assert.equal(one("person = 'bea' AND instrument = 'gas'"), 'goal home:1, goal music:2');
  assert.match(one("area = 'North' AND seat = 'citizens' AND instrument = 'area_baseline'"), /, why \+$/);
  assert.equal(one("person = 'bea' AND place = 2 AND item = 'relaxed'"), 'relaxed 5');
  assert.deepEqual(shell(place, "SELECT DISTINCT date, place, time, by, mode FROM answer WHERE person = 'bea' AND instrument = 'swemwbs'"),
    [{ date: null, place: 1, time: null, by: 'person', mode: 'unknown' }, { date: null, place: 2, time: null, by: 'person', mode: 'unknown' }]);
  assert.deepEqual(shell(place, "SELECT DISTINCT date, time, mode, recorded FROM administration_now WHERE person = 'ada' AND instrument = 'swemwbs' AND by = 'person'"),
    [{ date: '2025-01-02', time: '09:00', mode: 'self', recorded: '2025-02-10' }]);
  assert.deepEqual(shell(place, 'SELECT DISTINCT person, area, seat FROM answer WHERE seat IS NOT NULL ORDER BY seat'),
    [{ person: null, area: 'North', seat: 'citizens' }, { person: null, area: 'North', seat: 'power' }]);
});

test('event_long is event_now, a row a field', (t) => {
  const place = Place.saltmere(t);
  const fixed = ['person', 'id', 'k', 'recorded', 'date', 'kind'];
  const long = shell(place, 'SELECT person, id, k, date, kind, field, value FROM event_long').map((r) => plain(r)).sort();
  const wide = shell(place, 'SELECT * FROM event_now').flatMap((r) => Object.keys(r).filter((f) => !fixed.includes(f) && r[f] !== null)
    .map((f) => plain({ person: r.person, id: r.id, k: r.k, date: r.date, kind: r.kind, field: f, value: r[f] }))).sort();
  assert.ok(wide.length > 500);
  assert.deepEqual(long, wide);
});

test('one person is found by the key, not by reading everybody', (t) => {
  const place = new Place(t);
  place.run('init --area North');
  for (const view of views) {
    const said = place.sql('alongside.db', `EXPLAIN QUERY PLAN SELECT * FROM ${view} WHERE person = 'ada'`);
    const plan = said.trimEnd().split('\n').slice(1).map((line) => line.replace(/^[ |`-]+/, ''));
    assert.match(plan[0], /^SEARCH r USING COVERING INDEX .*\(ref=\?\)$/, view);
    assert.deepEqual(plan.filter((step) => step.startsWith('SCAN') && !step.includes('VIRTUAL TABLE')), [], view);
  }
});

test('every column of a view is explained beside it in the schema', (t) => {
  const place = new Place(t);
  place.run('init --area North');
  const all = shell(place, "SELECT name FROM sqlite_schema WHERE type = 'view'").map((r) => r.name);
  const event = shell(place, "SELECT name FROM pragma_table_info('event')").map((c) => c.name).filter((name) => !['person', 'id', 'k', 'recorded', 'date', 'kind'].includes(name));
  for (const view of all) {
    const [comment] = schema.match(new RegExp(`((?:^--.*\n)+)CREATE VIEW ${view} AS`, 'm')) ?? [''];
    for (const { name } of shell(place, `SELECT name FROM pragma_table_info('${view}')`))
      if (view !== 'event_now' || !event.includes(name))
        assert.match(comment, new RegExp(`\\b${name}\\b`), `${view}.${name}`);
  }
});
