// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a row the same row, a correction, or one to be mended.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { Place, csv, rows, sum } from './machine.mjs';

const asOf = '--as-of 2026-01-31';

test('a wide file and a long one give the same scores', (t) => {
  const place = new Place(t);
  place.run('invent files --people 40');
  const wide = new Map();
  for (const r of rows(place.read('files/answers.csv')).filter((a) => a.instrument === 'swemwbs')) {
    const key = `${r.person} ${r.date}`;
    if (!wide.has(key))
      wide.set(key, {
        person: r.person, date: r.date, instrument: 'swemwbs', optimistic: '', useful: '', relaxed: '', problems: '',
        clearly: '', close: '', decide: '', mode: r.mode,
      });
    wide.get(key)[r.item] = r.answer;
  }
  const list = [...wide.values()];
  assert.ok(list.length > 50);
  place.write('long.csv', csv(rows(place.read('files/answers.csv')).filter((a) => a.instrument === 'swemwbs')));
  const named = new Place(t), columns = new Place(t);
  named.write('wide.csv', csv(list));
  columns.write('wide.csv', csv(list.map(({ instrument, ...rest }) => rest)));
  const [long, ...others] = [[place, 'long.csv'], [named, 'wide.csv'], [columns, '--as instruments/swemwbs wide.csv']]
    .map(([where, file]) => {
      where.run('init --area Saltmere');
      where.run(`import --recorded 2026-01-31 ${file}`);
      return where.run(`scores --instrument swemwbs ${asOf}`).out;
    });
  assert.deepEqual(others, [long, long]);
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
  for (const [i, [line, says]] of [[2, /6 is not an answer/], [4, /2026-13-05: there is no such day/], [5, /swemwbs/]].entries()) {
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

test('rows set aside never take the place of a file that somebody may have mended', (t) => {
  const place = Place.saltmere(t), header = 'person,date,instrument,item,answer';
  place.write('late.csv', `${header}\np001,2026-01-05,swemwbs,useful,6\n`);
  place.write('late.set-aside.csv', `${header},reason\np001,2026-01-05,swemwbs,useful,5,mended\n`);
  assert.match(place.try('import late.csv').err, /1 set aside \(late\.set-aside-2\.csv\)/);
  assert.match(place.read('late.set-aside.csv'), /mended/);
  const named = place.try('import --set-aside late.set-aside.csv late.csv');
  assert.equal(named.code, 73);
  assert.match(named.err, /late\.set-aside\.csv is there already .* Nothing was changed/);
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

test('a reference that reads NA or 007 is a reference', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('e.csv', 'person,date,kind\nNA,2025-03-01,contact\n007,2025-03-01,contact\n7,2025-03-01,contact\nnull,2025-03-01,contact\n');
  assert.match(place.run('import e.csv').err, /4 people were met for the first time/);
  assert.equal(place.sql('alongside.db', 'select ref from reference order by ref'), '007\n7\nNA\nnull\n');
});

test('of an intake that makes several records of a row, both are counted; one is told as one', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('own/plugins/intake'), { recursive: true });
  place.write('own/plugins/intake/noted.lua', `return { title = 'Noted', version = '1', gives = {
  { 'event', person = 'id', date = 'day', kind = 'what' }, { 'note', person = 'id', date = 'day', words = 'said' } },
  examples = { { 'said or not', [[
id,day,what,said
p001,2024-03-31,contact,walked
p001,2024-04-30,contact,
]], [[
p001 2024-03-31 contact
p001 2024-03-31 note words=walked
p001 2024-04-30 contact
]] } } }
`);
  place.run('init');
  place.write('mu.csv', 'id,day,what,said\np001,2024-03-31,contact,walked\np001,2024-04-30,contact,\n');
  const done = place.run('import --with own --as noted mu.csv');
  assert.match(done.err, /^mu\.csv: 2 rows gave 3 records = 3 new \+ 0 corrected \+ 0 already known \+ 0 left out \+ 0 set aside$/m);
  assert.match(done.err, /^1 person is in no area,/m);
  assert.match(done.err, /^0 of 1 person said yes/m);
  place.write('one.csv', 'person,date,kind\np001,2024-05-31,contact\n');
  assert.match(place.run('import one.csv').err, /^one\.csv: 1 row in = 1 new/m);
  assert.match(place.run('score').err, /^1 person looked at again: /m);
});
