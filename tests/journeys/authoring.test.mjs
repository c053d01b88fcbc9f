// SPDX-License-Identifier: GPL-3.0-or-later
// An author begins a plugin, is told what to fill in, fills it in as told, and it holds; no store, in any folder.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Place, program, top } from './machine.mjs';

// The answer to each blank: what it offers after "such as", else one of these.
const answers = {
  'in a few lines, what it asks of whom, and how it is scored': 'Two made-up questions, added up.',
  'the name that people read, as published': 'How rested people are',
  'where the way of scoring was published: authors, year, journal or address': 'made up for a test',
  'what the holder asks of those who use the questions': 'nothing',
  'the same in days, a number': '14',
  'what the first question is about': 'sleeping well',
  'what the second question is about': 'having energy',
  'higher or lower, whichever is better for the person': 'higher',
  'their score, a number': '3',
  "in a few lines, what it notices, and why that is the service's doing and not the person's": 'A crisis after a refusal.',
  'the question it helps people talk about, with a question mark': 'What happens to people who were refused?',
  'where the rule was published; this project if it is your own': 'this project',
  'in a few lines, whose files these are, and how they are exported': 'The contacts of a council.',
  'in a few lines, who reads it, and what they want to learn': 'Everybody in the area.',
  'whose report it is; this project if it is ours': 'this project',
};

function fill(source) {
  return source.replace(/"FILL IN: ([^"\n]*)"|FILL IN: ([^"\n]*)/g, (_, quoted, bare) => {
    const wanted = quoted ?? bare;
    const answer = answers[wanted] ?? wanted.match(/such as (.*)$/)?.[1];
    assert.ok(answer, `nothing is said of how to fill in: ${wanted}`);
    return quoted === undefined || /\ba number\b/.test(wanted) ? answer : `"${answer}"`;
  });
}

const blanks = (source) => source.split('\n').flatMap((line, at) =>
  [...line.matchAll(/FILL IN: ([^"\n]*)/g)].map((m) => `${at + 1}: still to fill in: ${m[1]}`));

for (const kind of ['instrument', 'indicator', 'intake', 'report', 'report --reader person'])
  test(`a new ${kind} says every blank with its line, and holds once they are filled in as it says`, (t) => {
    const place = new Place(t);
    const made = place.run(`new ${kind} mine`);
    assert.equal(made.out, '');
    const source = place.read('mine.lua');
    assert.match(made.err, new RegExp(`Wrote mine\\.lua.* ${blanks(source).length} blanks are marked FILL IN`));
    const fresh = place.try('check mine.lua');
    assert.equal(fresh.code, 1);
    assert.deepEqual(fresh.out.split('\n').slice(1, -2).map((line) => line.trim()),
      blanks(source).map((blank) => `mine.lua:${blank}`));
    assert.ok(blanks(source).length <= 20, 'one list says them all');
    place.write('mine.lua', fill(source));
    const filled = place.try('check mine.lua');
    assert.equal(filled.code, 0, filled.out);
    assert.match(filled.out, /^✓ mine\.lua {2}\d+ examples and \d+ properties hold\n1 hold, 0 do not\n$/);
    const said = place.run('explain mine.lua').out;
    assert.match(said, /examples hold\. File [0-9a-f]{12}…\n$/);
    assert.deepEqual(readdirSync(place.folder).filter((name) => name.includes('alongside')), []);
  });

test('a blank that is left is said although something else is wrong', (t) => {
  const place = new Place(t);
  place.run('new instrument mine');
  place.write('mine.lua', `${place.read('mine.lua')}\nthis is not lua`);
  const done = place.try('check mine.lua');
  assert.match(done.out, /cannot be read as Lua/);
  assert.match(done.out, /mine\.lua:9: still to fill in: the name that people read/);
});

test('new writes into the folder of its kind below --with, where the shelf finds it', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('ours'));
  for (const [kind, folder] of [['instrument', 'instruments'], ['indicator', 'plugins/indicators'], ['intake', 'plugins/intake'], ['report', 'reports']]) {
    place.run(`new ${kind} our_${kind} --with ours`);
    const path = `ours/${folder}/our_${kind}.lua`;
    place.write(path, fill(place.read(path)));
    assert.match(place.run(`list ${kind}s --with ours`).out, new RegExp(`^our_${kind} `, 'm'));
  }
  assert.ok(place.has('ours/reports/our_report.html'));
  assert.match(place.run('explain our_instrument --with ours').out, /^How rested people are \(our_instrument, version 1\)$/m);
});

test('new never writes over a file, and an id is for one plugin', (t) => {
  const place = new Place(t);
  place.write('mine.lua', 'mine');
  const over = place.try('new instrument mine');
  assert.equal(over.code, 73);
  assert.match(over.err, /mine\.lua: is there already, and is not written over/);
  assert.equal(place.read('mine.lua'), 'mine');
  const taken = place.try('new indicator swemwbs');
  assert.equal(taken.code, 73);
  assert.match(taken.err, /the id `swemwbs` is taken by .*instruments\/swemwbs\.lua/);
  assert.ok(!place.has('swemwbs.lua'));
  place.write('page.html', 'mine');
  const page = place.try('new report page');
  assert.equal(page.code, 73);
  assert.deepEqual([place.has('page.lua'), place.read('page.html')], [false, 'mine']);
  for (const [wrong, says] of [['instrument Mine', /is no id/], ['poem mine', /not one of instrument/], ['instrument', /say which kind/], ['instrument a b', /one plugin at a time/]]) {
    const done = place.try(`new ${wrong}`);
    assert.equal(done.code, 64);
    assert.match(done.err, says);
  }
});

test('explain and check need no store and write nothing, also in a folder that may not be written to', (t) => {
  const place = new Place(t);
  place.write('mine.lua', readFileSync(join(top, 'instruments/ons4.lua')));
  chmodSync(place.folder, 0o555);
  try {
    for (const command of ['check mine.lua', 'explain mine.lua', 'explain unanswered', 'list instruments'])
      place.run(command);
    place.run(['try', 'mine.lua', '--answers', '1 2 3 4']);
  } finally {
    chmodSync(place.folder, 0o755);
  }
  assert.deepEqual(readdirSync(place.folder), ['mine.lua']);
});

test('check says what an instrument must have of a file among the instruments', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('instruments'));
  place.write('instruments/mine.lua', 'return { title = "Mine", version = "1" }');
  assert.match(place.try('check instruments/mine.lua').out, /the file has no `items`/);
});

test('check says what was expected and what came out, and how to see the steps', (t) => {
  const place = new Place(t);
  place.write('mine.lua', readFileSync(join(top, 'instruments/swemwbs.lua'), 'utf8').replace('wellbeing = 26.02', 'wellbeing = 27').replace('wellbeing = 19.25', 'wellbeing = 19'));
  const done = place.try('check mine.lua');
  assert.equal(done.code, 1);
  assert.deepEqual(done.out.split('\n').filter((line) => line.includes('the example says')).length, 2);
  assert.match(done.out, /^✗ mine\.lua$/m);
  assert.match(done.out, /example "mostly good": wellbeing comes to 26\.02, the example says 27$/m);
  assert.match(done.out, /`alongside try mine\.lua --answers "…"` shows the steps/);
  assert.match(done.out, /^0 hold, 1 do not$/m);
});

test('check warns of what an indicator still answers though less is known, and is done all the same', (t) => {
  const place = new Place(t);
  place.run('new indicator mine');
  place.write('mine.lua', fill(place.read('mine.lua')).replace('at    = { "refusal" }', 'at    = { "refusal", reason = "no_capacity" }').replaceAll('refusal  service=council', 'refusal  reason=no_capacity'));
  const { out } = place.run('check mine.lua');
  assert.match(out, /^✓ mine\.lua .*\n {4}warning: mine\.lua:\d+: at: `reason` is often not recorded; such a refusal is passed over/);
  assert.match(out, /^1 hold, 0 do not$/m);
});

test('check warns of an area’s report of all there is, after which no other can follow', (t) => {
  const place = new Place(t);
  const shipped = readFileSync(join(top, 'reports/area_learning.lua'), 'utf8');
  const period = /^ {2}period .*$/m;
  assert.match(shipped, period);
  place.write('ours.lua', shipped.replace(period, '  period = "all", template = "area_learning.html",'));
  const { out } = place.run('check ours.lua');
  assert.match(out, /^✓ ours\.lua .*\n {4}warning: ours\.lua:\d+: period: "all" makes all there is one release, and days are released once: no other report of that area can follow\. Where one should, write month, quarter or year/);
});

test('check --watch checks again when the file changes, and ends on Ctrl-C with what it last found', async (t) => {
  const place = new Place(t);
  const good = readFileSync(join(top, 'instruments/ons4.lua'), 'utf8');
  place.write('mine.lua', good.replace('version = "1"', 'version = 1'));
  const child = spawn(program, ['check', '--watch', 'mine.lua'], { cwd: place.folder, env: place.environment });
  t.after(() => child.kill('SIGKILL'));
  let out = '', err = '';
  child.stdout.on('data', (bytes) => { out += bytes; });
  child.stderr.on('data', (bytes) => { err += bytes; });
  const says = async (pattern) => { while (!pattern.test(out)) await once(child.stdout, 'data'); };
  await says(/version is 1; .*\n0 hold, 1 do not\n$/);
  place.write('next.lua', good);
  renameSync(place.path('next.lua'), place.path('mine.lua'));  // as editors save
  await says(/✓ mine\.lua .*\n1 hold, 0 do not\n$/);
  assert.match(err, /mine\.lua changed\./);
  child.kill('SIGINT');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('what editors are given is Lua, though no plugin', (t) => {
  const done = new Place(t).try(['check', join(top, 'plugins/contract.lua')]);
  assert.match(done.out, /contract\.lua:\d+: the file sets a global/);
  assert.doesNotMatch(done.out, /cannot be read/);
});

// --- explain -----------------------------------------------------------------------------------

const words = [
  ['unanswered', [/^`unanswered`, a field of a scale, in `scales` of an instrument$/m, /^ {2}is {8}whole number from 0$/m, /^ {2}needed {4}no; where it is absent: 0$/m, /^ {2}refused {3}when as many as items$/m]],
  ['title', [/a field of an instrument/, /a field of a report/, /needed {4}yes/]],
  ['lookup', [/In the table of a lookup:\n {2}from/]],
  ['lua', [/sum +adds up in order/, /math\.sqrt/, /table\.sort/, /No files, clock/]],
  ['instrument', [/a set of questions/, /In the table of an instrument:\n/]],
  ['declined', [/a kind of no answer\n.*the token is d/]],
  ['w', [/a kind of no answer/]],
  ['6 of 7 answered', [/a reason why there is no score/]],
  ['cannot_tell', [/a state of a finding/]],
  ['followup_short', [/a reason why something cannot be told/]],
  ['refusal', [/a kind of event/]],
  ['outcome', [/a column of a file of events\n {2}takes {5}a code: need_met partly_met/, /a field of an event, in `at` of an indicator/]],
  ['need_met', [/a code of the column `outcome`/]],
  ['shares', [/a column of a file of people/]],
  ['seat', [/a column of our files\n {2}means {5}in answers about an area: who answers/]],
  ['form', [/printed editions that were filled in/]],
  ['sheet', [/tells apart two who answered/]],
  ['edition', [/the printed version, as the source calls it/]],
  ['rating', [/a column of a file of goals\n {2}takes {5}/]],
  ['stated_days', [/a column of a file of services/]],
  ['learning', [/a code of the column `purpose` of a file of consents/]],
  ['within', [/^`within`, a field of a look, in `before`, `after`, `not_before` and `not_after` of an indicator\n.*\n {2}means {5}days from the anchor/m]],
  ['spell', [/^`spell`, a field of a pattern, in `at` of an indicator$/m, /^`spell`, a field of a look, in `before`, `after`/m]],
  ['before', [/In the table of a look:\n {2}edge/]],
  ['as', [/a field of a cell, in `gives` of an intake/]],
  ['round', [/`round\(x: number, digits\?: integer\)`, a function of Lua/]],
];
for (const [word, says] of words)
  test(`explain ${word} gives its row`, (t) => {
    const done = new Place(t).run(['explain', word]);
    for (const sentence of says) assert.match(done.out, sentence);
  });

test('explain offers the nearest words for one it does not know', (t) => {
  const place = new Place(t);
  const near = place.try('explain unanswerd');
  assert.equal(near.code, 66);
  assert.match(near.err, /`unanswerd` is no word of the contract.*Did you mean `unanswered`/);
  assert.match(place.try('explain swemwb').err, /Did you mean `swemwbs`/);
  const far = place.try('explain xylophone');
  assert.equal(far.code, 66);
  assert.doesNotMatch(far.err, /Did you mean/);
  assert.match(place.try('explain nowhere.lua').err, /nowhere\.lua: there is no such file/);
  assert.equal(place.try('explain').code, 64);
});

test('explain says an instrument back in sentences', (t) => {
  const place = new Place(t);
  const said = place.run('explain phq9').out;
  for (const sentence of [
    /^PHQ-9 \(phq9, version 1\)$/m,
    /Wording may be here: public domain, no permission required\./,
    /^Answers: not at all \(0\), several days \(1\), more than half the days \(2\), nearly every day \(3\)\.$/m,
    /q9: .*; an answer of 1 or more is brought to the person and their coach at once/,
    /^Low mood \(total, lower is better, 0 to 27\)$/m,
    /^ {2}one that is not answered: no score$/m,
    /^ {2}bands, severity: minimal from 0, mild from 5, .* \(Kroenke et al\. \(2001\)\)$/m,
    /^ {2}adds q1, q2, q3, q4, q5, q6, q7, q8 \(more than half the days and nearly every day count 1\) and q9 \(several days, more than half the days and nearly every day count 1\)$/m,
    /^Screen \(screen, none or other or major\)$/m,
    /^14 examples hold\. File /m])
    assert.match(said, sentence);
  assert.match(place.run('explain rses').out, /adds worth, qualities, able, positive, satisfied and failure, proud, respect, useless, no_good \(turned round\)/);
  assert.match(place.run('explain swemwbs').out, /looked up in the published table: 7 gives 7 … 35 gives 35/);
});

test('explain says of an indicator what would be cannot tell, and of a report its questions', (t) => {
  const place = new Place(t);
  const indicator = place.run('explain repeat_contact').out;
  for (const sentence of [/^Setting window: 28, from 1 to 90; /m, /^It asks at every contact or request where /m,
    /^After it there must be at least 1 .* with the same thread, within 28 days \(window\)\.$/m,
    /^Cannot tell when$/m, /followup_short/, /kind_not_collected/, /^How it may mislead: A good open door/m])
    assert.match(indicator, sentence);
  const report = place.run('explain area_learning').out;
  assert.match(report, /^ {2}3 {2}How are people doing\?\n {5}scores of swemwbs\.wellbeing, beside england$/m);
});

test('explain says column by column what becomes of a file', (t) => {
  const place = new Place(t);
  place.run('new intake mine');
  place.write('mine.lua', fill(place.read('mine.lua')).replace('Ref,Date,Type,Team,Outcome', 'Ref,Date,Type,Team,Outcome,Note').replace('RES\n', 'RES,\n').replace('Housing,]]', 'Housing,,]]'));
  const said = place.run('explain mine.lua').out;
  for (const sentence of [/^ {2}Ref\n {4}person$/m, /^ {2}Date\n {4}date, a date as 31\/12\/2024$/m,
    /^ {2}Type\n {4}kind:\n {6}ADM: left out\n {6}PHN: kind=contact\n {6}anything else: the row is set aside$/m,
    /^ {2}Outcome\n {4}outcome:\n {6}RES: outcome=need_met\n {6}anything else: outcome=unknown$/m,
    /^ {2}Note\n {4}not read$/m])
    assert.match(said, sentence);
});

test('explain says what is wrong with a file that cannot be read, and with one whose example fails', (t) => {
  const place = new Place(t);
  place.write('bad.lua', 'return { items = 3 }');
  const bad = place.try('explain bad.lua');
  assert.equal(bad.code, 65);
  assert.equal(bad.out, '');
  assert.match(bad.err, /bad\.lua:1: /);
  place.write('odd.lua', readFileSync(join(top, 'instruments/swemwbs.lua'), 'utf8').replace('wellbeing = 26.02', 'wellbeing = 26.03'));
  const odd = place.run('explain odd.lua').out;
  assert.match(odd, /It does not hold: odd\.lua:\d+: example "mostly good": wellbeing comes to 26\.02, the example says 26\.03/);
});
