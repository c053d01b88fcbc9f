// SPDX-License-Identifier: GPL-3.0-or-later
// The whole line, once: files come in, are scored and noticed, and come out as tables and pages.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Place, plainFiles, contentTables, csv, derivedTables, rows, sum } from './machine.mjs';

const asOf = '--as-of 2026-01-31';

const lineCount = (text) => text.split('\n').length - 1;

test('a made-up area goes from files to tables and pages', (t) => {
  const place = Place.saltmere(t);
  const refs = rows(place.read('files/people.csv')).map((p) => p.person);
  const scores = rows(place.run(`scores ${asOf}`).out);
  const findings = rows(place.run(`findings ${asOf}`).out);
  assert.ok(scores.length > 100 && findings.length > 20);
  for (const row of [...scores, ...findings]) assert.ok(refs.includes(row.person));
  for (const of of ['--person p007', '--area Saltmere --period 2025']) {
    const name = of.includes('person') ? 'my_progress' : 'area_learning';
    const html = place.run(`report ${name} ${of} ${asOf}`).out;
    const text = place.run(`report ${name} ${of} ${asOf} --format text`).out;
    const model = JSON.parse(place.run(`report ${name} ${of} ${asOf} --format json`).out);
    assert.match(html, /^<!doctype html>/);
    assert.ok(model.sections.length >= 3);
    for (const section of model.sections) {
      assert.ok(html.includes(section.asks.replaceAll('’', '’')), section.asks);
      assert.ok(text.replaceAll('\n', ' ').includes(section.asks), section.asks);
    }
  }
});

test('the sum of rows holds: what went in is new, corrected, known, left out or set aside', (t) => {
  const place = new Place(t);
  place.run('invent files --people 40 --seed 5');
  place.run('init --area Saltmere');
  for (const file of plainFiles) {
    const lines = lineCount(place.read(file)) - 1;
    const s = sum(place.run(['import', file]).err, file);
    assert.equal(s.in, lines, `${file}: every line is counted`);
    assert.equal(s.fresh + s.corrected + s.known + s.leftOut + s.setAside, s.in);
    assert.equal(s.setAside, 0);
  }
});

test('the store holds every answer of the file, and nothing else', (t) => {
  const place = Place.saltmere(t);
  const given = rows(place.read('files/answers.csv')).filter((r) => r.answer !== '')
    .map((r) => [r.person, r.instrument, r.date, r.item, r.answer].join('|'));
  const code = { '-': '', d: 'declined', u: 'unknown', n: 'not_asked', x: 'not_applicable', w: 'withheld' };
  const kept = place.sql('alongside.db', 'select person, instrument, date, item, answer from answer')
    .trimEnd().split('\n').map((l) => l.replace(/\|([^|]*)$/, (_, a) => `|${code[a] ?? a}`))
    .filter((l) => !l.endsWith('|'));
  assert.deepEqual([...new Set(kept)].sort(), [...new Set(given)].sort());
});

test('the same files again are all already known and change no byte of the store', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db');
  const { err } = place.run(`import --recorded 2026-03-01 ${plainFiles.join(' ')}`);
  for (const file of plainFiles) {
    const s = sum(err, file);
    assert.ok(s.in > 0);
    assert.equal(s.known, s.in, file);
  }
  assert.equal(place.dump('alongside.db'), before);
});

test('files and rows in another order give the same scores and findings', (t) => {
  const place = Place.saltmere(t);
  const other = new Place(t);
  other.run('invent files');
  for (const file of plainFiles) {
    const [head, ...lines] = place.read(file).trimEnd().split('\n');
    other.write(file, `${[head, ...lines.reverse()].join('\n')}\n`);
  }
  other.run('init --area Saltmere');
  other.run(`import --recorded 2026-01-31 ${[...plainFiles].reverse().join(' ')}`);
  assert.equal(other.run(`scores ${asOf}`).out, place.run(`scores ${asOf}`).out);
  assert.equal(other.run(`findings ${asOf}`).out, place.run(`findings ${asOf}`).out);
  const report = `report area_learning --area Saltmere --period 2025 ${asOf}`;
  assert.equal(other.run(report).out, place.run(report).out);
});

test('a dry run says what it would do and leaves the store as it was', (t) => {
  const place = Place.saltmere(t);
  const before = place.dump('alongside.db');
  place.write('more.csv', 'person,date,instrument,item,answer\np900,2026-01-05,swemwbs,close,4\np900,2026-01-05,swemwbs,clos,4\n');
  const dry = place.try('import --dry-run more.csv');
  assert.equal(dry.code, 1);
  assert.match(dry.err, /Nothing was kept: this was a dry run\./);
  assert.equal(place.dump('alongside.db'), before);
  assert.ok(!place.has('more.set-aside.csv'));
  assert.deepEqual(sum(place.try('import more.csv').err, 'more.csv'), sum(dry.err, 'more.csv'));
  assert.notEqual(place.dump('alongside.db'), before);
});

test('everything worked out again comes out the same to the byte', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db', derivedTables);
  assert.match(before, /INSERT INTO score/);
  assert.match(place.run('score').err, /^0 people looked at again/);
  assert.match(place.run('score --rebuild').err, /^40 people looked at again/);
  assert.equal(place.dump('alongside.db', derivedTables), before);
});

test('a rebuild mends derived tables that somebody changed', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db', derivedTables);
  place.sql('alongside.db', 'pragma trusted_schema=on; delete from finding where n = 0; update score set scores = \'[]\'');
  assert.notEqual(place.dump('alongside.db', derivedTables), before);
  place.run('score --rebuild');
  assert.equal(place.dump('alongside.db', derivedTables), before);
});

test('only who was touched is looked at again, with the same result as everyone at once', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  place.write('late.csv', 'person,date,kind,need,initiated_by\np003,2026-01-20,request,food,person\np004,2026-01-21,request,food,person\n');
  place.run('import --recorded 2026-01-31 late.csv');
  assert.match(place.run('score').err, /^2 people looked at again/);
  const bit_by_bit = place.dump('alongside.db', derivedTables);
  place.run('score --rebuild');
  assert.equal(place.dump('alongside.db', derivedTables), bit_by_bit);
});

test('a wide file and a long one give the same scores', (t) => {
  const place = Place.saltmere(t);
  const wide = new Map();
  for (const r of rows(place.read('files/answers.csv')).filter((a) => a.instrument === 'swemwbs')) {
    const key = `${r.person} ${r.date}`;
    if (!wide.has(key))
      wide.set(key, { person: r.person, date: r.date, instrument: 'swemwbs', optimistic: '', useful: '', relaxed: '', problems: '', clearly: '', close: '', decide: '', mode: r.mode });
    wide.get(key)[r.item] = r.answer;
  }
  const list = [...wide.values()];
  assert.ok(list.length > 50);
  const named = new Place(t), columns = new Place(t);
  named.write('wide.csv', csv(list));
  columns.write('wide.csv', csv(list.map(({ instrument, ...rest }) => rest)));
  for (const [other, as] of [[named, ''], [columns, '--as instruments/swemwbs']]) {
    other.run('init --area Saltmere');
    other.run(`import --recorded 2026-01-31 ${as} wide.csv`);
    assert.equal(other.run(`scores --instrument swemwbs ${asOf}`).out,
      place.run(`scores --instrument swemwbs ${asOf}`).out);
  }
});

test('rows set aside come back with their reason, and are taken in once mended', (t) => {
  const place = Place.saltmere(t);
  place.write('late.csv', 'person,date,instrument,item,answer\n'
    + 'p001,2026-01-05,swemwbs,useful,6\np001,2026-01-05,swemwbs,close,4\n'
    + 'p001,2026-13-05,swemwbs,relaxed,3\np001,2026-01-05,swemwbz,decide,3\n');
  const first = place.try('import --recorded 2026-01-31 late.csv');
  assert.equal(first.code, 1);
  assert.deepEqual(sum(first.err, 'late.csv'), { in: 4, fresh: 1, corrected: 0, known: 0, leftOut: 0, setAside: 3 });
  const aside = rows(place.read('late.set-aside.csv'));
  assert.equal(aside.length, 3);
  for (const [i, [line, says]] of [[2, /6 is not an answer/], [4, /2026-13-05 is not a date/], [5, /swemwbs/]].entries()) {
    assert.match(aside[i].reason, says);
    assert.match(first.err, new RegExp(`^late\\.csv:${line}: column (answer|date|instrument): `, 'm'));
  }
  place.write('mended.csv', place.read('late.set-aside.csv').replace(',useful,6', ',useful,5')
    .replace('2026-13-05', '2026-01-05').replace('swemwbz', 'swemwbs'));
  assert.equal(sum(place.run('import --recorded 2026-01-31 mended.csv').err, 'mended.csv').fresh, 3);
  const [row] = rows(place.run(`scores --person p001 --instrument swemwbs ${asOf}`).out).filter((r) => r.date === '2026-01-05');
  assert.equal(row.reason, '4 of 7 answered');
});

test('--set-aside names the file that such rows go to', (t) => {
  const place = Place.saltmere(t);
  place.write('late.csv', 'person,date,instrument,item,answer\np001,2026-01-05,swemwbs,useful,6\n');
  assert.equal(place.try('import --set-aside elsewhere.csv late.csv').code, 1);
  assert.equal(rows(place.read('elsewhere.csv')).length, 1);
  assert.ok(!place.has('late.set-aside.csv'));
});

test('a correction stands from the day it was recorded, and an earlier as-of still shows what stood then', (t) => {
  const place = new Place(t);
  const answers = (last) => place.write('a.csv', 'person,date,optimistic,useful,relaxed,problems,clearly,close,decide\n'
    + `juniper,2025-03-01,3,3,3,3,3,3,${last}\n`);
  const total = (date) => rows(place.run(`scores --person juniper --as-of ${date}`).out).map((r) => r.value);
  place.run('init --area Saltmere');
  answers(3);
  place.run('import --as instruments/swemwbs --recorded 2025-03-10 a.csv');
  answers(5);
  const second = place.run('import --as instruments/swemwbs --recorded 2025-06-10 a.csv');
  assert.equal(sum(second.err, 'a.csv').corrected, 1);
  assert.deepEqual(total('2025-03-09'), []);
  const [before] = total('2025-03-10');
  assert.deepEqual(total('2025-06-09'), [before]);
  const [after] = total('2025-06-10');
  assert.ok(Number(after) > Number(before));
  assert.equal(place.sql('alongside.db', 'select count(*) from administration'), '2\n');
  assert.equal(place.sql('alongside.db', 'select count(*) from administration_now'), '1\n');
});

test('a correction of an event by its id replaces what is noticed, and both rows are kept', (t) => {
  const place = new Place(t);
  const events = (second) => place.write('e.csv', 'person,date,kind,id,service,thread,need,initiated_by\n'
    + `juniper,2025-03-01,request,e1,Food bank,t1,food,person\njuniper,${second},contact,e2,Food bank,t1,food,person\n`);
  const found = (date) => rows(place.run(`findings --person juniper --as-of ${date}`).out).filter((f) => f.state === 'found');
  place.run('init --area Saltmere');
  events('2025-03-11');
  place.run('import --recorded 2025-06-01 e.csv');
  events('2025-05-30');
  assert.equal(sum(place.run('import --recorded 2025-07-01 e.csv').err, 'e.csv').corrected, 1);
  assert.equal(found('2025-06-15').length, 1);
  assert.equal(found('2025-07-15').length, 0);
  assert.equal(place.sql('alongside.db', 'select count(*) from event'), '3\n');
});

test('an empty cell never removes an answer, withheld does', (t) => {
  const place = new Place(t);
  const say = (last) => {
    place.write('a.csv', `person,date,optimistic,useful,relaxed,problems,clearly,close,decide\njuniper,2025-03-01,3,3,3,3,3,3,${last}\n`);
    return sum(place.run('import --as instruments/swemwbs a.csv').err, 'a.csv');
  };
  const score = () => rows(place.run('scores --person juniper').out)[0];
  place.run('init --area Saltmere');
  say('3');
  const { value } = score();
  assert.notEqual(value, '');
  assert.equal(say('').known, 1);
  assert.equal(score().value, value);
  assert.equal(say('withheld').corrected, 1);
  assert.equal(score().value, '');
  assert.equal(score().reason, '6 of 7 answered');
});

test('the same extract of events, or a longer one, adds only what is new', (t) => {
  const place = new Place(t);
  const row = 'juniper,2025-03-01,contact,Food bank\n';
  place.run('init --area Saltmere');
  const take = (text) => sum((place.write('e.csv', `person,date,kind,service\n${text}`), place.run('import e.csv')).err, 'e.csv');
  assert.equal(take(row + row).fresh, 2);
  assert.equal(take(row + row).known, 2);
  const longer = take(row + row + row);
  assert.deepEqual([longer.known, longer.fresh], [2, 1]);
  assert.equal(place.sql('alongside.db', 'select count(*) from event_now'), '3\n');
});

test('a later as-of never counts on what was recorded after it', (t) => {
  const place = Place.saltmere(t);
  assert.equal(rows(place.run('scores --as-of 2026-01-30').out).length, 0);
  assert.equal(rows(place.run('findings --as-of 2026-01-30').out).length, 0);
  assert.ok(rows(place.run('scores --as-of 2026-01-31').out).length > 0);
});

test('another as-of is worked out beside the store and not kept in it', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db');
  place.run(`scores ${asOf}`);
  place.run('findings --as-of 2026-06-30');
  place.run(`report my_progress --person p001 ${asOf}`);
  assert.equal(place.dump('alongside.db'), before);
});

test('scores and findings are sorted by reference, date and plugin, and the JSON says the same', (t) => {
  const place = Place.saltmere(t);
  for (const [what, plugin] of [['scores', 'instrument'], ['findings', 'indicator']]) {
    const table = rows(place.run(`${what} ${asOf}`).out);
    const keys = table.map((r) => [r.person, r.date, r[plugin]].join('\t'));
    assert.deepEqual(keys, [...keys].sort());
    const json = JSON.parse(place.run(`${what} ${asOf} --format json`).out);
    assert.deepEqual(json.map((r) => Object.fromEntries(Object.entries(r).map(([k, v]) => [k, v === null ? '' : String(v)]))), table);
    const one = rows(place.run(`${what} --person p007 ${asOf}`).out);
    assert.deepEqual(one, table.filter((r) => r.person === 'p007'));
  }
});

test('the long views say what the commands print', (t) => {
  const place = Place.saltmere(t);
  const scores = rows(place.run('scores').out).map((r) => `${r.person}|${r.date}|${r.instrument}|${r.scale}|${r.reason}|${r.answered}`);
  const seen = place.sql('alongside.db', 'select person, date, instrument, scale, reason, answered from score_long');
  assert.deepEqual(seen.trimEnd().split('\n').sort(), scores.sort());
  const findings = rows(place.run('findings').out).map((r) => `${r.finding}|${r.person}|${r.date}|${r.state}|${r.told}`);
  const noticed = place.sql('alongside.db', 'select finding, person, date, state, told from finding_long');
  assert.deepEqual(noticed.trimEnd().split('\n').sort(), findings.sort());
});

test('a person’s page has nobody else in it', (t) => {
  const place = Place.saltmere(t);
  for (const format of ['html', 'text', 'json']) {
    const page = place.run(`report my_progress --person p007 ${asOf} --format ${format}`).out;
    assert.deepEqual([...new Set(page.match(/\bp\d{3}\b/g))], ['p007'], format);
  }
});

test('a page is one file with nothing to load and nothing that runs', (t) => {
  const place = Place.saltmere(t, { people: 60 });
  for (const of of ['my_progress --person p007', 'area_learning --area Saltmere --period 2025']) {
    assert.equal(place.run(`report ${of} ${asOf} -o page.html`).out, '');
    const page = place.read('page.html');
    assert.match(page, /<style>/);
    assert.match(page, /<svg/);
    assert.doesNotMatch(page, /https?:|\bsrc=|srcset|<script|<link|<iframe|<object|<embed|@import|javascript:/i);
    assert.doesNotMatch(page, /<[^>]+\son\w+=/i);
    assert.doesNotMatch(page, /url\((?!#)/);
    for (const [, to] of page.matchAll(/href="([^"]*)"/g)) assert.match(to, /^#/);
    assert.doesNotMatch(page, /\{\{|\}\}/);
  }
});

test('--quiet says nothing, and data goes to standard output alone', (t) => {
  const place = Place.saltmere(t);
  assert.deepEqual(place.run(`import --quiet ${plainFiles.join(' ')}`), { code: 0, out: '', err: '' });
  assert.equal(place.run('score').out, '');
  assert.equal(place.run(`scores ${asOf}`).err, '');
  assert.equal(place.run(`report my_progress --person p007 ${asOf}`).err, '');
});

test('a reference that reads NA or 007 is a reference', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('e.csv', 'person,date,kind\nNA,2025-03-01,contact\n007,2025-03-01,contact\n7,2025-03-01,contact\nnull,2025-03-01,contact\n');
  assert.match(place.run('import e.csv').err, /4 people were met for the first time/);
  assert.equal(place.sql('alongside.db', 'select ref from reference order by ref'), '007\n7\nNA\nnull\n');
});

test('areas differ only by the people in them: one’s report does not change with the other', (t) => {
  const place = Place.saltmere(t, { people: 60 });
  place.run(`report area_learning --area Saltmere --period 2025 ${asOf} -o one.html`);
  const other = Place.saltmere(t, { people: 60 });
  const people = rows(other.read('files/people.csv')).map((p) => ({ ...p, person: `north-${p.person}`, area: 'Northmere' }));
  other.write('north.csv', csv(people));
  assert.match(other.run('import --recorded 2026-01-31 north.csv').err, /The area Northmere is new/);
  other.run(`report area_learning --area Saltmere --period 2025 ${asOf} -o one.html`);
  assert.equal(other.read('one.html'), place.read('one.html'));
});

test('what the content tables hold does not change when scores, findings and a person’s page are made', (t) => {
  const place = Place.saltmere(t);
  const content = contentTables.filter((name) => name !== 'plugin');
  const before = place.dump('alongside.db', content);
  for (const what of ['score', 'scores', 'findings', 'report my_progress --person p001', 'list instruments'])
    place.run(what);
  assert.equal(place.dump('alongside.db', content), before);
});
