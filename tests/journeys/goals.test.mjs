// SPDX-License-Identifier: GPL-3.0-or-later
// A person's own goals from a file to a score, and an area's answers by seat.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

const gas = join(top, 'instruments/gas.lua'), baseline = join(top, 'instruments/area_baseline.lua');

// The T score of goals, each [level, weight].
function attainment(goals) {
  const add = (of) => goals.reduce((sum, goal) => sum + of(goal), 0);
  const total = add(([x, w]) => x * w), weights = add(([, w]) => w), squares = add(([, w]) => w * w);
  return 50 + 10 * total / Math.sqrt(0.7 * squares + 0.3 * weights * weights);
}

test('goals come in from long and wide files, are the same in any order, and are scored', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('long.csv', 'person,date,instrument,item,answer\n'
    + 'a,2026-01-05,gas,goal,home:1@3;music:2\nb,2026-01-05,gas,goal,sister:-\n'
    + 'c,2026-01-05,gas,goal,withheld\nd,2026-01-05,gas,goal,music:2@1;home:1@3\n');
  place.write('wide.csv', 'person,date,goal\na,2026-01-05,music:2;home:1@3\ne,2026-01-05,\nf,2026-01-05,home:-2\n');
  assert.match(place.run('import --recorded 2026-01-10 long.csv').err, /4 rows in = 4 new/);
  assert.match(place.run('import --recorded 2026-01-11 --as instruments/gas wide.csv').err,
    /3 rows in = 1 new \+ 0 corrected \+ 1 already known \+ 1 left out \+ 0 set aside/);
  const scores = new Map(rows(place.run('scores --as-of 2026-01-31').out).map((s) => [s.person, s]));
  assert.deepEqual([...scores.keys()], ['a', 'b', 'c', 'd', 'f']);
  assert.ok(Math.abs(Number(scores.get('a').value) - attainment([[1, 3], [2, 1]])) < 1e-9);
  assert.equal(scores.get('d').value, scores.get('a').value);
  assert.equal(Number(scores.get('f').value), 30);
  assert.equal(scores.get('b').reason, 'nothing answered');
  assert.equal(scores.get('c').reason, 'nothing answered');
  assert.equal(place.sql('alongside.db', 'SELECT person, item, answer FROM answer ORDER BY 1, 3'),
    'a|goal|home:1@3\na|goal|music:2\nb|goal|sister:-\nc|goal|w\nd|goal|home:1@3\nd|goal|music:2\nf|goal|home:-2\n');
});

test('what is no goal is set aside with what to write, and an area is not a person', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('odd.csv', 'person,date,instrument,item,answer\n'
    + 'a,2026-01-05,gas,goal,home:3\nb,2026-01-05,gas,goal,home:1;home:2\nc,2026-01-05,gas,goal,home:1@12\n'
    + 'd,2026-01-05,gas,goal,My home:1\ne,2026-01-05,area_baseline,story,2\n');
  const done = place.try('import odd.csv');
  assert.equal(done.code, 1);
  const reasons = rows(place.read('odd.set-aside.csv')).map((r) => r.reason);
  assert.deepEqual(reasons, [
    'column answer: the level of home is 3; levels run from -2 to 2, and - is none yet',
    'column answer: goal names the goal home twice; give it one level',
    'column answer: the weight of home is 12; weights run from 0 to 9',
    'column answer: goal has My, which is no goal. A goal is a name of small letters, digits and _, a colon and its '
      + 'level: home:1',
    'column instrument: area_baseline is about an area. Its answers stand in a file with the columns area and seat in '
      + 'place of person']);
});

test('try takes goals and seats, on one line and on a file', (t) => {
  const place = new Place(t);
  place.write('goals.csv', 'goal\nhome:1;music:2\nhome:9\nhome:1;music:-\n');
  const file = place.try(['try', gas, 'goals.csv']);
  assert.match(file.err, /goals\.csv:3: column goal: the level of home is 9; .*\. Row left out/);
  assert.deepEqual(rows(file.out).map((r) => [r.row, r.reason, r.answered, r.of]),
    [['1', '', '2', '2'], ['3', '1 of 2 answered', '1', '2']]);
  const head = 'story,decides,measures,own_data,present,alongside,in_control,why\n';
  place.write('seats.csv', `${head}1,1,1,1,,,1,\n1,1,1,1,2,,1,\n`);
  const seats = place.try(['try', baseline, 'seats.csv', '--seat', 'citizens']);
  assert.match(seats.err, /^.*seats\.csv:3: present is asked of power only, and citizens answered it\. Write n, not asked\. Row left out\n$/);
  place.write('own.csv', `seat,${head}citizens,1,1,1,1,,,1,\npower,1,1,1,1,2,,,+\nmayor,1,1,1,1,,,,\n`);
  const own = place.try(['try', baseline, 'own.csv', '--format', 'text']);
  assert.match(own.out, /Row 1, answered by citizens\n[^]*Row 2, answered by people with power\n/);
  assert.match(own.err, /own\.csv:4: area_baseline has no seat `mayor`; its seats are: power, workers, citizens\. Row left out/);
  const without = place.try(['try', baseline, 'seats.csv']);
  assert.equal(without.code, 64);
  assert.match(without.err, /--seat: area_baseline is about an area, so it matters who answers\. The seat is one of: power, workers, citizens/);
  const person = place.try(['try', gas, '--answers', 'home:1', '--seat', 'citizens']);
  assert.equal(person.code, 64);
  assert.match(person.err, /--seat: gas is about a person, and has no seats/);
});
