// SPDX-License-Identifier: GPL-3.0-or-later
// What would be regretted: a store written over by a page, a period released before it is over, an area's
// numbers made while a plugin fails, days that are still to come.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { Place } from './machine.mjs';

const plugin = `return {
  title = "Three made-up questions", version = "1", source = "this project",
  licence = { wording = { ship = true, terms = "none" }, scoring = { ship = true, terms = "made up" } },
  answers = { from = 0, "no", "a little", "yes" }, items = "q1 q2 q3",
  scales = { { id = "t", title = "All three", range = { 0, 6 }, score = function(answer)
    local all = answer.q1 + answer.q2 + answer.q3
    if all == 3 then error("three") end
    return all
  end } },
  examples = { { "none", "0 0 0", t = 0 }, { "all", "2 2 2", t = 6 }, { "a blank", "- 1 1", t = "not scored" } },
}
`;

function area(t) {
  const place = new Place(t);
  place.run('invent files --people 60 --seed 2 --quiet');
  place.run('init --area Saltmere');
  place.run('import --quiet --recorded 2026-01-31 files/people.csv files/answers.csv files/events.csv');
  return place;
}

test('a page is never written over the store, its key or what SQLite keeps beside it', (t) => {
  const place = area(t);
  symlinkSync(place.path('alongside.db'), place.path('other.html'));
  for (const name of ['alongside.db', 'alongside.db.keys', './alongside.db', 'other.html']) {
    const done = place.try(['report', 'my_progress', '--person', 'p001', '-o', name]);
    assert.equal(done.code, 64, name);
    assert.match(done.err, /belongs to the store and is not written over/);
  }
  place.run('scores --person p001');
});

test('a link stays a link, and - is standard output', (t) => {
  const place = area(t);
  writeFileSync(place.path('page.html'), 'old');
  symlinkSync('page.html', place.path('link.html'));
  place.run('report my_progress --person p001 -o link.html');
  assert.equal(readlinkSync(place.path('link.html')), 'page.html');
  assert.match(readFileSync(place.path('page.html'), 'utf8'), /^<!doctype html>/i);
  assert.match(place.run('report my_progress --person p001 --format text -o -').out, /Juniper Quillfeather’s page/);
  assert.equal(place.has('-'), false);
});

test('a period is released when it is over, not before', (t) => {
  const place = area(t);
  const early = place.try('report area_learning --area Saltmere --period 2025-Q4 --as-of 2025-11-15');
  assert.equal(early.code, 77);
  assert.match(early.err, /October to December 2025 has not ended on 15 November 2025, and a period is released once/);
  place.run('report area_learning --area Saltmere --period 2025-Q4 --as-of 2026-01-31');
});

test('days that are still to come are not known and not recorded', (t) => {
  const place = area(t);
  for (const words of ['scores --as-of 2199-01-01', 'findings --as-of 2199-01-01', 'import --recorded 2199-01-01 files/people.csv'])
    assert.match(place.try(words).err, /2199-01-01 is still to come/);
});

const definition = `return {
  title = "Three", version = "1", source = "made up", reader = "area", template = "area_learning.html",
  sections = {
    { asks = "Who?", shows = "heard" }, { asks = "How?", shows = "scores", of = "three.t" },
    { asks = "What?", shows = "cycles" }, { asks = "What not?", shows = "limits" }, { asks = "How made?", shows = "method" },
  },
  examples = { { "six", people = 6, says = "too few people to show" }, { "many", people = 400, says = "people" } },
}
`;

test('while a plugin fails for somebody who would be counted, no report with it is made, and every other one is', (t) => {
  const place = new Place(t);
  for (const folder of ['instruments', 'reports']) mkdirSync(place.path(`own/${folder}`), { recursive: true });
  place.write('own/instruments/three.lua', plugin);
  place.write('own/reports/ours.lua', definition);
  const each = (count, line) => Array.from({ length: count }, (_, i) => line(`p${100 + i}`, i)).join('');
  place.run('init --area Saltmere');
  place.write('people.csv', 'person,area,shares\n' + each(80, (p, i) => `${p},${i < 40 ? 'Saltmere' : 'Thornquay'},yes\n`));
  place.write('three.csv', 'person,date,instrument,q1,q2,q3\n'
    + each(80, (p, i) => `${p},2025-03-01,three,0,1,0\n${p},2025-05-01,three,${i < 40 ? i % 3 : 0},1,1\n`));
  place.run('import --with own --recorded 2025-06-30 people.csv three.csv');
  for (let again = 0; again < 2; again++) {
    assert.equal(place.try('score --with own').code, 1);
    const report = place.try('report ours --with own --area Saltmere --period 2025-Q2');
    assert.equal(report.code, 1);
    assert.match(report.err, /three\.lua:\d+.*For this reason about 15 administrations have no score$/m); // of 13
    assert.match(report.err, /ours was not made: a plugin failed/);
    assert.equal(report.out, '');
  }
  for (const command of ['report ours --with own --area Thornquay --period 2025-Q2', 'report area_learning --with own --area Saltmere --period 2025-Q2'])
    assert.match(place.try(command).out, /40 people let what happened/, command);
  assert.equal(place.try('report my_progress --with own --person p101').code, 1);
  place.run('report my_progress --with own --person p100'); // whose answers it did not fail on
});

test('a release is printed again whatever has failed since', (t) => {
  const place = area(t);
  const report = 'report area_learning --with own --area Saltmere --period 2025-Q4 --as-of 2026-01-31';
  mkdirSync(place.path('own/instruments'), { recursive: true });
  const once = place.run(report).out;
  place.write('own/instruments/three.lua', plugin);
  place.write('three.csv', 'person,date,instrument,q1,q2,q3\np001,2025-03-01,three,1,1,1\n');
  place.run('import --with own --recorded 2026-01-31 three.csv');
  assert.equal(place.try('score --with own').code, 1);
  const again = place.run(report);
  assert.equal(again.out, once);
  assert.equal(again.err, '');
});

test('of several files those before a broken one are kept, and that is said', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('good.csv', 'person,date,instrument,item,answer\njuniper,2025-03-01,swemwbs,close,4\n');
  place.write('bad.csv', 'person,date,instrument,item,answer\njuniper,2025-03-01,swemwbs,close,"4\n');
  const done = place.try('import good.csv bad.csv');
  assert.equal(done.code, 65);
  assert.match(done.err, /The files before this one were taken in and are kept/);
  assert.match(place.run('scores').out, /juniper/);
});
