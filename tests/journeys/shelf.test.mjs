// SPDX-License-Identifier: GPL-3.0-or-later
// The published instruments as their users meet them: one form scored as two, questions that were not asked.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

const wemwbs = 'person,date,mode,instrument,optimistic,useful,relaxed,others,energy,problems,clearly,myself,close,confident,decide,loved,new,cheerful\n'
  + 'juniper,2025-01-05,self,wemwbs,2,2,2,2,2,2,2,2,2,2,2,2,2,2\n'
  + 'juniper,2025-03-05,self,wemwbs,3,3,3,,3,3,3,3,3,3,3,3,3,3\n'
  + 'juniper,2025-06-05,self,wemwbs,4,4,4,4,4,5,4,4,4,4,4,4,4,4\n';

const both = [
  '2025-01-05,swemwbs,self,wellbeing,15.32,', '2025-01-05,wemwbs,self,wellbeing,28,',
  '2025-03-05,swemwbs,self,wellbeing,19.25,', '2025-03-05,wemwbs,self,wellbeing,,13 of 14 answered',
  '2025-06-05,swemwbs,self,wellbeing,26.02,', '2025-06-05,wemwbs,self,wellbeing,57,',
];

const told = (out) => rows(out).map((row) => [row.date, row.instrument, row.mode, row.scale, row.value, row.reason].join(','));

function answered(t) {
  const place = new Place(t);
  place.write('wemwbs.csv', wemwbs);
  place.run('init --area Saltmere');
  place.run('import --recorded 2025-06-10 wemwbs.csv');
  return place;
}

test('who filled in WEMWBS has a score of SWEMWBS beside it, also for a day that is past and without the key', (t) => {
  const place = answered(t);
  assert.deepEqual(told(place.run('scores').out), both);
  assert.deepEqual(told(place.run('scores --instrument swemwbs').out), both.filter((row) => row.includes(',swemwbs,')));
  assert.deepEqual(told(place.run('scores --as-of 2025-07-01').out), both);
  assert.deepEqual(told(place.run('scores --as-of 2025-06-01').out), []);
  rmSync(place.path('alongside.db.keys'));
  place.run('score --rebuild');
  assert.deepEqual(told(place.run('scores').out), both);
  const long = place.sql('alongside.db', 'SELECT instrument, value FROM score_long ORDER BY date, instrument').trim().split('\n');
  assert.deepEqual(long, ['swemwbs|15.32', 'wemwbs|28', 'swemwbs|19.25', 'wemwbs|', 'swemwbs|26.02', 'wemwbs|57']);
});

test("a person's page shows both, and says which answers they are", (t) => {
  const page = answered(t).run('report my_progress --person juniper --format text').out.replace(/\s+/g, ' ');
  assert.match(page, /Your answers on “Mental wellbeing” rose by more than the measure’s wobble/);
  assert.match(page, /These questions are part of Warwick-Edinburgh Mental Wellbeing Scale: whoever answered those has answered these as well\./);
  assert.match(page, /“Mental wellbeing \(14 statements\)”: you answered 3 times; 2 of them could be scored/);
  assert.equal(page.split('These questions are part of').length, 2);
});

test('an own SWEMWBS of that day wins over what WEMWBS would give', (t) => {
  const place = answered(t);
  place.write('own.csv', 'person,date,mode,instrument,optimistic,useful,relaxed,problems,clearly,close,decide\njuniper,2025-01-05,self,swemwbs,5,5,5,5,5,5,5\n');
  place.run('import own.csv');
  assert.deepEqual(told(place.run('scores --instrument swemwbs').out).slice(0, 2), ['2025-01-05,swemwbs,self,wellbeing,35,', '2025-03-05,swemwbs,self,wellbeing,19.25,']);
});

const circle = (from) => `return { title = 'Made up', version = '1', source = 'this project',\n  licence = { wording = { ship = true, terms = 'ours' } },\n`
  + `  taken_from = '${from}',\n  answers = { 'no', 'yes' }, items = 'a b',\n  examples = { { 'x', '1 1' } } }\n`;

test('a circle is said by check with file and line, and everything else is scored', (t) => {
  const place = answered(t);
  mkdirSync(place.path('own/instruments'), { recursive: true });
  place.write('own/instruments/one.lua', circle('two'));
  place.write('own/instruments/two.lua', circle('one'));
  const check = place.try('check --with own own/instruments/one.lua');
  assert.equal(check.code, 1);
  assert.match(check.out, /instruments\/one\.lua:3: taken_from is two, which is taken from one: a circle/);
  const scores = place.try('scores --with own');
  assert.equal(scores.code, 1);
  assert.match(scores.err, /two\.lua:3: taken_from is one, which is taken from two: a circle/);
  assert.deepEqual(told(scores.out), both);
});

test('the steps of K10 say what was not asked and what it counts as', (t) => {
  const { out } = new Place(t).run(['try', join(top, 'instruments/k10.lua'), '--answers', '2 1 n 2 1 3 2 2 2 2']);
  assert.match(out, /so_nervous not asked and taken as 1/);
  assert.match(out, /so_restless 3 \(answered though it should not have been asked: it stands\)/);
  assert.match(out, /adds up to 18; minus 10 gives 8/);
});

test('every instrument of the shelf is listed and holds', (t) => {
  const place = new Place(t);
  const files = readdirSync(join(top, 'instruments')).filter((name) => name.endsWith('.lua')).map((name) => name.slice(0, -4));
  const listed = place.run('list instruments').out.trim().split('\n').map((line) => line.split(' ')[0]);
  assert.deepEqual(listed, files.sort());
  assert.match(place.run(['check', ...files.map((id) => join(top, 'instruments', `${id}.lua`))]).out, new RegExp(`\n${files.length} hold, 0 do not\n$`));
});

const good = (more) => `-- SPDX-License-Identifier: GPL-3.0-or-later
return { title = 'Answered', version = '1', source = 'this project', asks = 'Where does it go well?',
  ${more}
  at = 'request', after = { 'contact', within = 2 }, mislead = 'An answer is no help yet.', tell = 'A service answered after {days} days.',
  examples = {
    { 'the last day', finds = 1, [[ 2024-03-01 request\n2024-03-03 contact ]] },
    { 'the day after', finds = 0, [[ 2024-03-01 request\n2024-03-04 contact ]] },
    { 'not yet', finds = 'cannot tell', as_of = '2024-03-02', '2024-03-01 request' },
  } }
`;

test('a good thing is printed beside another indicator, which must be there', (t) => {
  const place = answered(t);
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  const own = (name, more) => place.write(`own/plugins/indicators/${name}.lua`, good(more).replace("at = 'request'", "at = { 'request' }"));
  own('misspelt', "mirrors = 'repeat_contct',");
  own('nowhere', "mirrors = 'nope',");
  own('itself', "mirrors = 'itself',");
  own('broken', "is = { nonsense = 'yes' },");
  own('beside_broken', "mirrors = 'broken',");
  own('beside_ours', "mirrors = 'repeat_contact',");
  const check = place.try('check --with own');
  assert.match(check.out, /own\/plugins\/indicators\/misspelt\.lua:3: mirrors names `repeat_contct`, which is no other indicator here\. Did you mean `repeat_contact`\?\n/);
  assert.match(check.out, /nowhere\.lua:3: mirrors names `nope`, which is no other indicator here\. `alongside list indicators` lists them; --with names the folder of your own\n/);
  assert.match(check.out, /itself\.lua:3: mirrors names `itself`, which is no other indicator here/);
  assert.match(check.out, /✓ own\/plugins\/indicators\/beside_broken\.lua/);
  assert.match(check.out, /✓ own\/plugins\/indicators\/beside_ours\.lua/);
  assert.match(check.out, /, 4 do not$/m);
  assert.equal(place.try('check own/plugins/indicators/beside_broken.lua').code, 1);
  assert.equal(place.try('check --with own own/plugins/indicators/beside_broken.lua').code, 0);
  const listed = place.try('list indicators --with own').out;
  assert.match(listed, /^beside_ours /m);
  assert.doesNotMatch(listed, /^(misspelt|nowhere|itself) /m);
});
