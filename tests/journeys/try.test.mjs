// SPDX-License-Identifier: GPL-3.0-or-later
// An instrument tried on a file and on one line of answers, without a store.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, program, rows, top } from './machine.mjs';

const swemwbs = join(top, 'instruments/swemwbs.lua');
const rses = join(top, 'instruments/rses.lua');
const head = 'optimistic,useful,relaxed,problems,clearly,close,decide';

test('a file of answers gives the columns of scores, with the row in place of person and date', (t) => {
  const place = new Place(t);
  place.write('some.csv', `${head}\n3,3,3,3,3,3,3\n3,3,3,,3,3,declined\n`);
  const done = place.run(`try ${swemwbs} some.csv`);
  assert.equal(done.out.split('\n')[0], 'row,instrument,version,by,mode,scale,value,reason,answered,of,lowest,highest,se');
  assert.deepEqual(rows(done.out).map((r) => [r.row, r.scale, r.value, r.reason, r.answered, r.lowest, r.highest]), [
    ['1', 'wellbeing', '19.25', '', '7', '19.25', '19.25'],
    ['2', 'wellbeing', '', '5 of 7 answered', '5', '16.88', '22.35']]);
  assert.deepEqual(JSON.parse(place.run(`try ${swemwbs} some.csv --format json`).out).map((r) => r.value), [19.25, null]);
});

test('columns say who answered and how, else the options do; those of a file of answers may stand beside', (t) => {
  const place = new Place(t);
  place.write('some.csv', `person,date,instrument,mode,by,${head}\nkim,2024-03-01,swemwbs,telephone,,3,3,3,3,3,3,3\nkim,2024-03-08,,,proxy,3,3,3,3,3,3,3\n`);
  const done = rows(place.run(`try ${swemwbs} some.csv --mode self`).out);
  assert.deepEqual(done.map((r) => [r.by, r.mode, r.value, r.reason]), [
    ['person', 'telephone', '19.25', ''], ['proxy', 'self', '', 'answered by a proxy']]);
});

test('printed editions are read by a column or by --form, and in --answers', (t) => {
  const place = new Place(t);
  const ids = 'worth,qualities,failure,able,proud,positive,satisfied,respect,useless,no_good';
  place.write('some.csv', `form,${ids}\none_to_four,4,4,1,4,1,4,4,1,1,1\n,3,3,0,3,0,3,3,0,0,0\nnone_such,3,3,0,3,0,3,3,0,0,0\n`);
  const done = place.try(`try ${rses} some.csv`);
  assert.equal(done.code, 1);
  assert.deepEqual(rows(done.out).map((r) => [r.row, r.value]), [['1', '30'], ['2', '30']]);
  assert.match(done.err, /some\.csv:4: column .*none_such/);
  assert.match(place.run(['try', rses, '--form', 'shuffled', '--answers', '3 0 3 3 0 0 3 0 0 3']).out, /adds up to 30/);
  const wrong = place.try(['try', rses, '--form', 'shufled', '--answers', '3 0 3 3 0 0 3 0 0 3']);
  assert.equal(wrong.code, 64);
  assert.match(wrong.err, /--form: .*shufled/);
});

test('a row that cannot be read is said with line and column, and the rest goes on', (t) => {
  const place = new Place(t);
  place.write('some.csv', `${head},mode\n3,3,3,3,3,3,3,\n3,6,3,3,3,3,3,\n3,3\n3,3,3,3,3,3,3,shouted\n4,4,4,5,4,4,4,\n`);
  const done = place.try(`try ${swemwbs} some.csv`);
  assert.equal(done.code, 1);
  assert.deepEqual(rows(done.out).map((r) => [r.row, r.value]), [['1', '19.25'], ['5', '26.02']]);
  const said = done.err.trimEnd().split('\n');
  assert.equal(said.length, 3, done.err);
  assert.match(said[0], /some\.csv:3: column useful: .*6.*1 to 5\. Row left out$/);
  assert.match(said[1], /some\.csv:4: .*Row left out$/);
  assert.match(said[2], /some\.csv:5: column mode: "shouted" is not one of unknown self .*\. Row left out$/);
});

test('many rows that cannot be read are said twenty at most, and counted', (t) => {
  const place = new Place(t);
  place.write('some.csv', `${head}\n${'9,9,9,9,9,9,9\n'.repeat(50)}`);
  const done = place.try(`try ${swemwbs} some.csv`);
  assert.equal(done.err.trimEnd().split('\n').length, 21);
  assert.match(done.err, /some\.csv: and 30 more rows left out/);
});

test('an unknown column is refused by name, with the nearest; a lacking one is named', (t) => {
  const place = new Place(t);
  place.write('near.csv', `${head.replace('relaxed', 'relaxd')}\n3,3,3,3,3,3,3\n`);
  const near = place.try(`try ${swemwbs} near.csv`);
  assert.equal(near.code, 65);
  assert.equal(near.out, '');
  assert.match(near.err, /near\.csv:1: column relaxd is not an item of swemwbs\. Did you mean `relaxed`\?/);
  place.write('far.csv', `${head},telephone_number\n3,3,3,3,3,3,3,1\n`);
  assert.match(place.try(`try ${swemwbs} far.csv`).err, /column telephone_number is not an item of swemwbs\. Beside its items there may be mode, by, form and seat, and person, date, id and what else a file of answers has/);
  place.write('short.csv', `${head.replace(',decide', '')}\n3,3,3,3,3,3\n`);
  assert.match(place.try(`try ${swemwbs} short.csv`).err, /short\.csv:1: there is no column decide/);
});

test('- is standard input, in and out of a pipe', (t) => {
  const place = new Place(t);
  const done = spawnSync(program, ['try', swemwbs, '-'], { cwd: place.folder, env: place.environment, encoding: 'utf8', input: `${head}\n3,3,3,3,3,3,3\n3,3,3,3,3,3,9\n` });
  assert.equal(done.status, 1);
  assert.equal(rows(done.stdout)[0].value, '19.25');
  assert.match(done.stderr, /standard input:3: column decide: /);
});

test('a file in words is worked through row by row', (t) => {
  const place = new Place(t);
  place.write('some.csv', `${head}\n3,3,3,4,3,3,3\n`);
  assert.match(place.run(`try ${swemwbs} some.csv --format text`).out, /^Row 1\nMental wellbeing\n.*\n {2}adds up to 22; the table gives 19\.98$/m);
});

test('published values of people of that sex stand beside the steps', (t) => {
  const place = new Place(t);
  const answers = ['try', swemwbs, '--answers', '3 3 3 3 3 3 3'];
  const her = place.run([...answers, '--sex', 'female', '--born', '1984']).out;
  assert.match(her, /Beside Mental wellbeing: mean 23\.2, women in England, 2010-13/);
  assert.doesNotMatch(her, / men in England/);
  assert.doesNotMatch(place.run(answers).out, /Beside/);
  assert.equal(place.try([...answers, '--born', 'long ago']).code, 64);
});

test('try works although an example fails, and says so', (t) => {
  const place = new Place(t);
  place.write('mine.lua', readFileSync(swemwbs, 'utf8').replace('wellbeing = 26.02', 'wellbeing = 27'));
  const done = place.try(['try', 'mine.lua', '--answers', '3 3 3 3 3 3 3']);
  assert.equal(done.code, 1);
  assert.match(done.out, /the table gives 19\.25/);
  assert.match(done.err, /mine\.lua:\d+: example "mostly good": wellbeing comes to 26\.02, the example says 27/);
});
