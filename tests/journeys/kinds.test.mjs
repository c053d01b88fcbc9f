// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of plain file, in any order; and people's own words, which stand nowhere in clear.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { Place, rows, sum } from './machine.mjs';

const files = {
  'areas.csv': 'area,within\nSaltmere,\nHarbour,Saltmere\n',
  'services.csv': 'service,type,title,stated_days\nFood bank,food,Food bank on Quay Street,\nGP,gp,,\n',
  'collects.csv': 'area,kind,since\nSaltmere,contact,2024-01-01\n',
  'people.csv': 'person,area,called,shares\njuniper,Harbour,Nightingale,yes\n',
  'consents.csv': 'person,date,purpose,given,until\njuniper,2025-01-01,learning,yes,\njuniper,2025-01-01,quotes,no,\n',
  'notes.csv': 'person,date,words,about\njuniper,2025-03-02,"nightingale,\nand again",strength\n',
  'goals.csv': 'person,date,goal,words,rating,status\njuniper,2025-03-01,home,a nightingale by the door,6.5,active\n',
  'gas.csv': 'person,date,goal,words,rating,status,instrument,weight\n'
    + 'juniper,2025-03-01,home,nightingale,1,active,gas,3\njuniper,2025-03-01,music,,-1,active,gas,\n',
  'events.csv': 'person,date,kind,service,need_words,status\njuniper,2025-03-01,request,Food bank,nightingale,\n'
    + 'juniper,2025-03-05,appointment,GP,,7\n',
  'answers.csv': 'person,date,instrument,item,answer,id,edition\njuniper,2025-03-01,swemwbs,close,4,s1,large print\n',
  'area.csv': 'area,seat,date,instrument,item,answer,group,words\nHarbour,citizens,2025-03-01,area_baseline,story,2,12,\n'
    + 'Harbour,citizens,2025-03-01,area_baseline,why,,12,we heard a nightingale\n',
};

function filled(t, names) {
  const place = new Place(t);
  for (const [name, text] of Object.entries(files)) place.write(name, text);
  place.run('init --area Saltmere');
  const done = place.run(`import --recorded 2025-06-01 ${names.join(' ')}`);
  return { place, done };
}

// What stands, without the numbers that say in which order it came.
const standing = [
  'select area, within from area_file order by 1', 'select service, type, title from service order by 1',
  'select area, kind, since from collects', 'select date, purpose, given from consent order by 2',
  'select date, about from note', 'select date, goal, instrument, rating, weight, status, words is null from goal order by 2, 3',
  'select kind, status, reason, service_outcome, need_words is null from event order by 1',
  'select tokens from administration order by 1', 'select id, edition from administration_source',
  'select count(*) from words', 'select count(*) from answer_words',
];

test('files of every kind come in, in any order, and every row is counted', (t) => {
  const names = Object.keys(files);
  const { place, done } = filled(t, names);
  for (const name of names) {
    const rowsIn = name === 'notes.csv' ? 1 : files[name].trimEnd().split('\n').length - 1;
    assert.deepEqual(sum(done.err, name), { in: rowsIn, fresh: rowsIn, corrected: 0, known: 0, leftOut: 0, setAside: 0 }, name);
  }
  const turned = filled(t, ['areas.csv', ...names.filter((n) => n !== 'areas.csv').reverse()]).place;
  for (const sql of standing) assert.equal(turned.sql('alongside.db', sql), place.sql('alongside.db', sql), sql);
  assert.match(place.sql('alongside.db', 'select tokens from administration'), /^home:1@3 music:-1$/m);
  assert.match(place.sql('alongside.db', 'select tokens from administration'), /^2 - - - - - - \+$/m);
  assert.match(place.sql('alongside.db', 'select * from event_now'), /no_show/);
});

test('each file again adds nothing', (t) => {
  const names = Object.keys(files);
  const { place } = filled(t, names);
  const again = place.run(`import --recorded 2025-06-02 ${names.join(' ')}`);
  for (const name of names) {
    const sums = sum(again.err, name);
    assert.deepEqual({ ...sums, in: 0, known: 0 }, { in: 0, fresh: 0, corrected: 0, known: 0, leftOut: 0, setAside: 0 }, name);
    assert.equal(sums.known, sums.in, name);
  }
});

test('a made-up area comes in whole, every file and every row of it', (t) => {
  const place = new Place(t);
  place.run('invent files --people 60 --seed 4');
  place.run('init --area Saltmere');
  const names = readdirSync(place.path('files')).sort().map((name) => `files/${name}`);
  assert.ok(names.length >= 9);
  const { err } = place.run(`import --recorded 2026-01-31 ${names.join(' ')}`);
  for (const name of names) {
    const sums = sum(err, name);
    assert.ok(sums.fresh > 0, name);
    assert.equal(sums.fresh, sums.in, name);
  }
  place.run('verify');
});

// Every file that the store consists of, as bytes.
const bytesOf = (place) => ['alongside.db', 'alongside.db-wal'].filter((n) => place.has(n))
  .map((n) => readFileSync(place.path(n)).toString('latin1').toLowerCase()).join('\n');

test('what people said is nowhere in the store in clear, nor on standard error', (t) => {
  const { place, done } = filled(t, Object.keys(files));
  assert.ok(bytesOf(place).includes('juniper'));
  assert.ok(!bytesOf(place).includes('nightingale'));
  assert.ok(!done.err.toLowerCase().includes('nightingale'));
  const scores = place.run('scores').out + place.run('findings').out;
  assert.ok(!scores.toLowerCase().includes('nightingale'));
});

test('words in rows that are set aside go back to their owner, and are said to nobody', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  const wrong = {
    'people.csv': 'person,area,called,shares\njuniper,Saltmere,Nightingale,maybe\n',
    'notes.csv': 'person,date,words\njuniper,2025-13-02,nightingale\njuniper,2025-03-02,"night\tnightingale"\n',
    'goals.csv': 'person,date,goal,words,rating\njuniper,2025-03-01,home,nightingale,eleven\n',
    'events.csv': 'person,date,kind,need_words\njuniper,2025-03-01,reqest,nightingale\n',
    'answers.csv': 'person,date,instrument,item,answer,words\njuniper,2025-03-01,swemwbs,close,4,nightingale\n',
    'area.csv': 'area,seat,date,instrument,item,answer,words\nSaltmere,citizens,2025-03-01,area_baseline,why,nightingale,\n',
  };
  for (const [name, text] of Object.entries(wrong)) {
    place.write(name, text);
    const done = place.try(`import ${name}`);
    assert.equal(done.code, 1, done.err);
    assert.ok(!done.err.toLowerCase().includes('nightingale'), done.err);
    const aside = name.replace('.csv', '.set-aside.csv');
    const reasons = rows(place.read(aside)).map((r) => r.reason.toLowerCase());
    assert.equal(reasons.length, sum(done.err, name).setAside);
    for (const reason of reasons) assert.ok(reason.length > 10 && !reason.includes('nightingale'), reason);
    assert.match(place.read(aside).toLowerCase(), /nightingale/);
    assert.equal(statSync(place.path(aside)).mode & 0o777, 0o600);
  }
  assert.ok(!bytesOf(place).includes('nightingale'));
});

test('the form that was printed is undone at the door', (t) => {
  const place = new Place(t), header = 'person,date,instrument,item,answer,form\n';
  place.run('init --area Saltmere');
  place.write('printed.csv', `${header}juniper,2025-03-01,rses,worth,1,one_to_four\njuniper,2025-03-01,rses,able,4,one_to_four;shuffled\n`
    + 'juniper,2025-03-02,rses,worth,1,\n');
  place.run('import printed.csv');
  assert.equal(place.sql('alongside.db', 'select tokens from administration order by date'),
    '0 - - 3 - - - - - -\n1 - - - - - - - - -\n');
  place.write('wrong.csv', `${header}juniper,2025-03-01,rses,worth,1,one_to_for\njuniper,2025-03-01,swemwbs,close,1,shuffled\n`);
  const { code, err } = place.try('import wrong.csv');
  assert.equal(code, 1);
  assert.match(err, /wrong\.csv:2: column form: rses has no form one_to_for\. Did you mean one_to_four\? Row set aside/);
  assert.match(err, /wrong\.csv:3: column form: swemwbs has no form shuffled; it has none\. Row set aside/);
});
