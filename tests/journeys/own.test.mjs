// SPDX-License-Identifier: GPL-3.0-or-later
// What a person said themselves comes back to them, with the help that is near, and nobody looks unseen.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, renameSync } from 'node:fs';
import { Place } from './machine.mjs';

const files = {
  'people.csv': 'person,area,called\nharbour,Northwick,Harbour\n',
  'goals.csv': 'person,date,goal,words,status,reason\n'
    + 'harbour,2025-05-12,bus,Get the bus to Mum’s.,active,\nharbour,2025-12-15,bus,,on_hold,other\n',
  'notes.csv': 'person,date,words,about\nharbour,2025-05-12,I am good at waiting,strength\n'
    + 'harbour,2025-06-03,We just walked.,\nharbour,2025-12-15,They took the 9 off.,note\n',
  'answers.csv': 'person,date,instrument,item,answer\nharbour,2025-06-03,phq9,q9,1\n',
};

function harbour(t, names) {
  const place = new Place(t);
  place.run('init --area Northwick');
  for (const name of names) place.write(name, files[name]);
  place.run(`import --recorded 2026-01-31 ${names.join(' ')}`);
  return place;
}

const page = (place, more = '') => place.run(`report my_progress --person harbour --as-of 2026-02-01 --format text ${more}`);

test('goals, strengths and notes are on the page in the words they were said in', (t) => {
  const said = page(harbour(t, ['people.csv', 'goals.csv', 'notes.csv'])).out;
  for (const words of ['“Get the bus to Mum’s.”', 'On hold since December 2025. What got in the way: something else.',
    '“I am good at waiting”', 'We just walked.', 'They took the 9 off.', 'There is room here for more.'])
    assert.ok(said.includes(words), words);
  assert.ok(said.indexOf('What do you want?') < said.indexOf('How has the year been?'));
  assert.doesNotMatch(said, /How have you been\?/);
});

test('without the key nothing that was said is shown, and it is said that it is locked', (t) => {
  const place = harbour(t, ['people.csv', 'goals.csv', 'notes.csv']);
  renameSync(place.path('alongside.db.keys'), place.path('elsewhere'));
  const said = page(place).out;
  assert.doesNotMatch(said, /Harbour|Mum|walked|waiting/);
  assert.match(said, /Goal 1\. Its words are locked/);
  assert.match(said, /2 notes of yours: the words are locked/);
});

test('who made the page is on the page of the day after, and not on that of the day itself', (t) => {
  const place = harbour(t, ['people.csv', 'goals.csv']);
  const today = place.sql('alongside.db', "SELECT date('now')").trim();
  const first = place.run(`report my_progress --person harbour --as-of ${today} --format text`).out;
  assert.match(first, /Nobody looked with this program since/);
  assert.equal(place.run(`report my_progress --person harbour --as-of ${today} --format text`).out, first);
});

test('an answer that should not wait opens the page, with the help that is near', (t) => {
  const place = harbour(t, ['people.csv', 'answers.csv']);
  const alone = page(place, '--quiet');
  assert.match(alone.out, /! On 3 June 2025 you gave an answer that should not wait/);
  assert.match(alone.out, /Samaritans answer at any hour, free, on 116 123/);
  assert.match(alone.err, /nobody near is named for that. Name them in help\.csv in a folder that you give with --with/);
  assert.doesNotMatch(alone.err, /harbour|2025/i);
  mkdirSync(place.path('ours'));
  place.write('ours/help.csv', 'called,how,when,area\nThe quay line,01632 960 001,any hour,\nToo far,01632 960 002,,Elsewhere\n');
  const near = page(place, '--with ours');
  assert.match(near.out, /- The quay line: 01632 960 001 \(any hour\)/);
  assert.doesNotMatch(near.out, /Samaritans|Too far/);
  assert.equal(near.err, '');
  assert.ok(near.out.indexOf('The quay line') < near.out.indexOf('What do you want?'));
  assert.match(place.run('check --with ours').out, /✓ ours\/help\.csv {2}names 2\n/);
});

test('a file of help that cannot be taken is named by line and column, and makes no page', (t) => {
  const place = harbour(t, ['people.csv', 'answers.csv']);
  mkdirSync(place.path('ours'));
  place.write('ours/help.csv', 'called,how\nThe quay line,\n');
  const report = place.try('report my_progress --person harbour --with ours -o page.html');
  assert.equal(report.code, 65);
  assert.match(report.err, /ours\/help\.csv:2: column how is empty\. Write how to reach this help, or take the line out/);
  assert.ok(!place.has('page.html'));
  const check = place.try('check --with ours');
  assert.equal(check.code, 1);
  assert.match(check.out, /✗ ours\/help\.csv:2: column how is empty/);
});
