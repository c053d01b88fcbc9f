// SPDX-License-Identifier: GPL-3.0-or-later
// What `scores` prints: as it stands, as it stood on an earlier day, of people and of areas by seat.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { rows } from './machine.mjs';
import { area, emptyPlace, filled, imports, shelve, take } from './filled.mjs';

const told = (out) => rows(out).map((r) => [r.person, r.date, r.instrument, r.version, r.by, r.scale, r.value, r.reason].join(' ').trim());

test('scores are printed by reference, then date, then instrument, seats of an area among them and apart', (t) => {
  const place = filled(t);
  const { out } = place.run('scores --with v2');
  assert.equal(out.split('\n')[0], 'person,date,instrument,version,by,mode,scale,value,reason,answered,of,lowest,highest,se');
  assert.deepEqual(told(out), [
    'North/citizens 2025-03-01 made_area 1 person sum 6',
    'North/citizens 2025-03-01 made_area 1 person sum 12',
    'North/power 2025-03-01 made_area 1 person sum 7',
    'ada 2025-01-01 swemwbs 1 coach wellbeing  answered by a coach',
    'ada 2025-01-02 swemwbs 1 person wellbeing 19.98',
    'ada 2025-01-03 swemwbs 1 person wellbeing 26.02',
    'ada 2025-01-03 wemwbs 1 person wellbeing 57',
    'ada 2025-01-05 made_up 1 person sum 0',
    'ada 2025-03-05 made_up 2 person sum 3',
    'bea 2025-02-01 gas 1 person t 68.60521018838128',
    'bea #1 swemwbs 1 person wellbeing 19.25',
    'bea #2 swemwbs 1 person wellbeing 35']);
});

test('an earlier as-of is what a store of that day says, to the byte; one after everything came in is what is kept', (t) => {
  const place = filled(t), then = emptyPlace(t);
  for (const one of imports) {
    take(one, then);
    for (const asked of ['', ' --person ada --format json', ' --instrument swemwbs']) {
      const command = `scores --with v2 --as-of ${one[0]}${asked}`;
      assert.equal(place.run(command).out, then.run(command).out, command);
    }
  }
  const kept = place.run('scores --with v2').out;
  assert.equal(place.run('scores --with v2 --as-of 2025-05-01').out, kept);
  assert.equal(place.run('scores --with v2').out, kept, 'nothing of the other day was kept');
});

test('who took back being accompanied is in no list of everybody; whoever names them sees them', (t) => {
  const place = filled(t);
  const people = () => [...new Set(rows(place.run('scores --with v2').out).map((r) => r.person))];
  const consent = (given, date) => {
    place.write('c.csv', `person,date,purpose,given\nada,${date},coaching,${given}\n`);
    place.run('import c.csv');
  };
  consent('yes', '2025-01-01');
  assert.deepEqual(people(), ['North/citizens', 'North/power', 'ada', 'bea']);
  consent('no', '2025-03-01');
  assert.deepEqual(people(), ['North/citizens', 'North/power', 'bea']);
  assert.equal(rows(place.run('findings --with v2').out).some((r) => r.person === 'ada'), false);
  assert.equal(rows(place.run('scores --with v2 --person ada').out).length, 6);
  consent('yes', '2025-04-01');
  assert.equal(people().includes('ada'), true);
});

test('a version whose file is gone is corrected where the row names it, and never by accident', (t) => {
  const place = filled(t);
  const value = () => told(place.run('scores --instrument made_up').out);
  place.write('a.csv', 'person,date,instrument,item,answer\nada,2025-01-05,made_up,a,1\n');
  const gone = place.try('import a.csv');
  assert.match(gone.err, /a\.csv:2: column instrument: the file of made_up is not here any more\. Answers to the version that the store keeps \(1, 2\) are taken where the column version names it/);
  const other = place.try('import --with v2 a.csv');
  assert.match(other.err, /kept under version 1, and the row is of version 2: one administration has one version\. To correct it, write 1 in the column version/);
  place.write('b.csv', 'person,date,instrument,item,answer,version\nada,2025-01-05,made_up,a,1,1\n');
  assert.match(place.run('import b.csv').err, /1 corrected/);
  assert.deepEqual(value(), ['ada 2025-01-05 made_up 1 person sum 2', 'ada 2025-03-05 made_up 2 person sum 3']);
  place.write('c.csv', 'person,date,version,a\nada,2025-01-05,1,0\n');
  assert.match(place.run('import --with v2 --as instruments/made_up c.csv').err, /1 corrected/);
  assert.deepEqual(value()[0], 'ada 2025-01-05 made_up 1 person sum 0');
  place.write('d.csv', 'person,date,instrument,item,answer,version\nada,2025-01-05,made_up,b,1,1\nada,2025-01-06,made_up,a,1,7\n');
  const wrong = place.try('import --with v2 d.csv');
  assert.match(wrong.err, /d\.csv:2: column item: made_up has no item b/);
  assert.match(wrong.err, /d\.csv:3: column version: there is no version 7 of made_up here; it is version 2/);
});

test('what was said about an area is on nobody’s page, and among nobody’s scores', (t) => {
  const place = filled(t);
  place.run('scores --with v2');
  assert.equal(place.sql('alongside.db', "SELECT count(*) FROM score_long WHERE instrument = 'made_area' OR person LIKE '%/%'").trim(), '0');
  assert.equal(place.sql('alongside.db', 'SELECT count(*) FROM score WHERE person < 0').trim(), '0');
  for (const person of ['ada', 'bea']) {
    assert.doesNotMatch(place.run(`scores --with v2 --person ${person}`).out, /made_area|North/);
    assert.doesNotMatch(place.run(`report my_progress --with v2 --person ${person} --format text`).out, /question about an area|citizens/);
  }
});

const failing = (title) => area.replace('made-up question about an area', title)
  .replace('scales = { { id = "sum", title = "Sum", better = "higher" } }',
    `scales = { { id = "sum", title = "Sum", range = { 2, 12 }, score = function(answer)
      if answer.story == 3 then error("no such story") end
      return answer.story + answer.decides + (answer.control or 0) end } }`);

test('a function that fails for one respondent leaves the others scored, and says so', (t) => {
  const place = emptyPlace(t);
  shelve(place, 'own', { made_area: failing('question that fails') });
  place.write('r.csv', 'area,seat,date,instrument,story,decides,control,sheet\nNorth,citizens,2025-03-01,made_area,3,2,3,x\nNorth,citizens,2025-03-01,made_area,4,4,4,y\n');
  place.run('import --with own r.csv');
  const done = place.try('scores --with own');
  assert.equal(done.code, 1, done.err);
  assert.deepEqual(told(done.out), ['North/citizens 2025-03-01 made_area 1 person sum  plugin_failed', 'North/citizens 2025-03-01 made_area 1 person sum 12']);
  assert.match(done.err, /made_area\.lua:\d+: /);
});
