// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be taken is refused: a sentence with what, where and what to do, the right exit code, and
// nothing half done.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { Place } from './machine.mjs';

// Fails as said: the code, one sentence on standard error, nothing on standard output, and no file or
// byte of the store that was not there before.
function refused(place, args, code, says, options) {
  const before = [readdirSync(place.folder).sort(), place.has('alongside.db') && place.dump('alongside.db')];
  const done = place.try(args, options);
  assert.equal(done.code, code, `alongside ${args}\n${done.err}`);
  assert.match(done.err, says);
  assert.equal(done.out, '');
  assert.match(done.err, /^alongside/);
  if (code !== 64) assert.equal(done.err.trimEnd().split('\n').length, 1, done.err);
  const after = [readdirSync(place.folder).sort(), place.has('alongside.db') && place.dump('alongside.db')];
  assert.deepEqual(after, before, `alongside ${args} changed something`);
  return done.err;
}

// A store with one person, juniper.
function small(t) {
  const place = new Place(t);
  place.write('start.csv', 'person,date,instrument,item,answer\njuniper,2025-03-01,swemwbs,close,4\n');
  place.run('init --area Saltmere');
  place.run('import start.csv');
  place.run('score');
  return place;
}

test('a file with a wrong header changes nothing, and its columns are named', (t) => {
  const place = small(t);
  place.write('strange.csv', 'person,dates,kind\njuniper,2025-03-02,contact\n');
  refused(place, 'import strange.csv', 65, /strange\.csv:1: the header has person, dates, kind;.*events person,date,kind/);
  place.write('slip.csv', 'person,date,kind,sevice\njuniper,2025-03-02,contact,Food bank\n');
  refused(place, 'import slip.csv', 65, /slip\.csv:1: column sevice: .* Did you mean service\?/);
  place.write('twice.csv', 'person,date,kind,need,need\njuniper,2025-03-02,contact,food,food\n');
  refused(place, 'import twice.csv', 65, /twice\.csv:1: columns 4 and 5 of the header have the same name/);
  place.write('words.csv', 'person,date,instrument,close,words\njuniper,2025-03-02,swemwbs,4,well\n');
  refused(place, 'import words.csv', 65, /words\.csv:1: column words: /);
  place.write('stories.csv', 'story,date\nhome,2025-03-02\n');
  refused(place, 'import stories.csv', 65, /stories\.csv:1: this is a file of stories: .* Nothing was changed/);
  place.write('head.csv', 'person,date,closeness\njuniper,2025-03-02,4\n');
  refused(place, 'import --as instruments/swemwbs head.csv', 65, /head\.csv:1: .*closeness/);
});

test('a quote left open at the end of the file is named with its line, and nothing comes in', (t) => {
  const place = small(t);
  place.write('open.csv', 'person,date,instrument,item,answer\nsorrel,2025-03-01,swemwbs,close,3\n'
    + 'sorrel,2025-03-01,swemwbs,decide,"3\nrowan,2025-03-01,swemwbs,close,3\n');
  refused(place, 'import open.csv', 65, /open\.csv:3: a quote opens here and is never closed.*Close it/);
});

test('a stray quote costs its own record only', (t) => {
  const place = small(t);
  place.write('stray.csv', 'person,date,kind,service\njuniper,2025-03-02,contact,Food "bank"\njuniper,2025-03-03,contact,Food bank\n');
  const done = place.try('import stray.csv');
  assert.equal(done.code, 1);
  assert.match(done.err, /^stray\.csv:2: /m);
  assert.match(done.err, /2 rows in = 1 new .* 1 set aside/);
});

test('a byte that is not UTF-8 sets its row aside, naming it', (t) => {
  const place = small(t);
  place.write('latin.csv', Buffer.from('person,date,kind,service\njuniper,2025-03-02,contact,Caf\xe9\n'
    + 'juniper,2025-03-03,contact,Food bank\n', 'latin1'));
  const done = place.try('import latin.csv');
  assert.equal(done.code, 1);
  assert.match(done.err, /^latin\.csv:2: .*UTF-8/m);
  assert.match(done.err, /2 rows in = 1 new .* 1 set aside/);
});

test('a file that is not there, is empty or is a folder is said so', (t) => {
  const place = small(t);
  place.write('empty.csv', '');
  mkdirSync(place.path('folder'));
  refused(place, 'import none.csv', 66, /none\.csv: there is no such file/);
  refused(place, 'import empty.csv', 65, /empty\.csv is empty\. Its first line must name the columns/);
  refused(place, 'import folder', 66, /folder is not a file\. Name a CSV file/);
});

test('of several files each is taken whole or not at all', (t) => {
  const place = small(t);
  place.write('good.csv', 'person,date,kind\njuniper,2025-03-02,contact\n');
  place.write('bad.csv', 'person,date,kind\njuniper,2025-03-03,contact\njuniper,2025-03-04,"contact\n');
  assert.equal(place.try('import good.csv bad.csv').code, 65);
  assert.equal(place.sql('alongside.db', 'select date from event'), '2025-03-02\n');
  assert.equal(place.sql('alongside.db', 'select file from import'), 'start.csv\ngood.csv\n');
});

test('a file that is no store, or somebody else’s database, is left alone', (t) => {
  const place = new Place(t);
  place.write('letter.db', 'Dear neighbour, this is a letter and not a store of anything.\n');
  place.sql('theirs.db', 'create table theirs (a)');
  for (const command of ['scores', 'findings', 'score', 'report my_progress --person juniper', 'import letter.db']) {
    const letter = place.read('letter.db'), theirs = place.dump('theirs.db');
    refused(place, `${command} --store letter.db`, 65, /letter\.db is no database, so it is no store of alongside.*--store.*init/);
    refused(place, `${command} --store theirs.db`, 65, /theirs\.db is a database, but no store of alongside, and it is left alone/);
    assert.equal(place.read('letter.db'), letter);
    assert.equal(place.dump('theirs.db'), theirs);
  }
});

test('a store that is not there is not made by looking for it', (t) => {
  const place = new Place(t);
  for (const command of ['scores', 'findings', 'score', 'import a.csv', 'report my_progress --person juniper'])
    refused(place, command, 66, /There is no store alongside\.db.*--store.*alongside init/);
});

test('a store of a later version is left to that version', (t) => {
  const place = small(t);
  place.sql('alongside.db', 'pragma user_version = 99');
  for (const command of ['scores', 'score --rebuild', 'import start.csv'])
    refused(place, command, 65, /alongside\.db was made by a later version of alongside .*99.*Install that version/);
});

test('what writes content needs the key of that store', (t) => {
  const place = small(t);
  place.run('init --store other.db');
  refused(place, 'import --keys other.db.keys start.csv', 77, /other\.db\.keys: is not the key of alongside\.db\. .*--keys/);
  refused(place, 'import --keys none.keys start.csv', 66, /no key file none\.keys.*--keys.*ALONGSIDE_KEYS/);
  chmodSync(place.path('alongside.db.keys'), 0o644);
  refused(place, 'import start.csv', 77, /alongside\.db\.keys.*(600|others)/);
});

test('reading and scoring need no key', (t) => {
  const place = small(t);
  for (const command of ['score', 'scores', 'findings', 'report my_progress --person juniper'])
    place.run(`${command}`, { environment: { ALONGSIDE_KEYS: '/nowhere' } });
});

test('init leaves a store and a key that are there as they are', (t) => {
  const place = small(t);
  refused(place, 'init', 73, /alongside\.db: is there already, and was left as it is/);
  place.write('lone.db.keys', 'kept\n');
  refused(place, 'init --store lone.db', 73, /lone\.db\.keys/);
  assert.equal(place.read('lone.db.keys'), 'kept\n');
});

test('init takes for an area only what a file may call one', (t) => {
  const place = new Place(t);
  for (const [area, says] of [['a'.repeat(61), /--area: this is longer than a name/], ['Salt\nmere', /--area: it holds a line break/],
    ['Salt\u0007mere', /--area: it holds a control character/], ['', /--area: it has no name/]]) {
    const done = place.try(['init', '--area', area]);
    assert.equal(done.code, 64, done.err);
    assert.match(done.err, says);
    assert.deepEqual(readdirSync(place.folder), []);
  }
});

test('invent writes over nothing', (t) => {
  const place = small(t);
  mkdirSync(place.path('files'));
  place.write('files/people.csv', 'mine\n');
  refused(place, 'invent files', 73, /files\/people\.csv: is there already\. Name a folder/);
  assert.deepEqual(readdirSync(place.path('files')), ['people.csv']);
  assert.equal(place.read('files/people.csv'), 'mine\n');
});

test('a person, area, report, instrument or indicator that does not exist is met with the nearest', (t) => {
  const place = small(t);
  for (const command of ['scores', 'findings', 'report my_progress'])
    refused(place, `${command} --person junipr`, 66, /no person "junipr" in the store\. The nearest is "juniper"/);
  refused(place, 'scores --person zzzzzzzz', 66, /no person "zzzzzzzz" in the store, and none with a name like it/);
  refused(place, 'report area_learning --area Saltmeer', 66, /no area "Saltmeer".*nearest is "Saltmere"/);
  refused(place, 'report my_progres --person juniper', 66, /no report `my_progres`\. Did you mean `my_progress`\? `alongside list reports`/);
  refused(place, 'scores --instrument swemwb', 66, /no instrument `swemwb` here\. Did you mean `swemwbs`\? `alongside list instruments` names/);
  refused(place, 'findings --indicator repeat_contacts', 66, /`repeat_contacts` here\. Did you mean `repeat_contact`\?/);
  refused(place, 'findings --indicator repeat', 66, /`repeat` here\. Did you mean `repeat_contact`\? `alongside list indicators` names/);
  refused(place, 'findings --indicator xyzzy', 66, /no indicator `xyzzy` here\. `alongside list indicators` names those there are/);
  refused(place, 'import --as instruments/swemwb start.csv', 64, /swemwb/);
  refused(place, 'import --as peeple start.csv', 64, /--as peeple: .* Did you mean people\?/);
});

const wrongUse = [
  ['bananas', /`bananas` is not a command\. `alongside` alone lists them/],
  ['score --rebild', /--rebild|unrecognized/],
  ['skores', /`skores` is not a command\. Did you mean `scores?`\?/],
  ['init Saltmere', /takes no "Saltmere"/],
  ['invent', /name the folder/],
  ['invent files --people many', /--people: "many" is not a number from 0/],
  ['invent files --seed -1', /--seed: "-1"/],
  ['import', /name at least one file/],
  ['import start.csv --recorded 31.1.2026', /--recorded: "31\.1\.2026" is not a date\. Write it as 2024-03-31/],
  ['import --set-aside a.csv start.csv start.csv', /--set-aside goes with one file/],
  ['import --set-aside start.csv start.csv', /--set-aside start\.csv is the file itself/],
  ['scores everyone', /takes no "everyone"/],
  ['scores --format xml', /--format: "xml" is not one of csv and json/],
  ['scores --as-of 2026-02-30', /--as-of: "2026-02-30" is not a date/],
  ['findings --format html', /--format: "html" is not one of csv and json/],
  ['report', /name the report\. `alongside list reports`/],
  ['report my_progress', /say whose it is: --person REF or --area NAME/],
  ['report my_progress --person juniper --area Saltmere', /say whose it is/],
  ['report my_progress --area Saltmere', /a person's report: name --person REF/],
  ['report area_learning --person juniper', /an area's report: name --area NAME/],
  ['report my_progress --person juniper --format pdf', /"pdf" is not one of html, text, json and csv/],
  ['report area_learning --area Saltmere --period 2024-Q5', /--period: "2024-Q5" is not a period\. Write 2024, 2024-Q1/],
  ['list plugins', /instruments, indicators, reports and intakes, not "plugins"/],
  ['list', /say what/],
  ['try', /file|plugin/i],
];

test('wrong use is 64, says what is wrong, and does nothing', (t) => {
  const place = small(t);
  for (const [command, says] of wrongUse) refused(place, command, 64, says);
});

test('a page that cannot be written is said so, and leaves nothing behind', (t) => {
  const place = small(t);
  const page = 'report my_progress --person juniper -o';
  place.write('in-the-way', '');
  refused(place, `${page} nowhere/page.html`, 73, /nowhere\/page\.html: cannot be made: /);
  refused(place, `${page} in-the-way/page.html`, 73, /in-the-way\/page\.html: cannot be made: /);
});

test('nothing is released, and no row taken in, for a file that could not be made', (t) => {
  const place = Place.saltmere(t);
  const page = 'report area_learning --area Saltmere --period 2025-Q3 --as-of 2026-01-31 -o';
  for (const out of ['nowhere/page.html', 'files'])
    assert.equal(place.try(`${page} ${out}`).code, 73);
  assert.equal(place.sql('alongside.db', 'select count(*) from release'), '0\n');
  place.write('odd.csv', 'person,date,kind\nnew1,2025-03-02,nothing\nnew1,2025-03-02,contact\n');
  refused(place, 'import odd.csv --set-aside nowhere/odd.csv', 73, /nowhere\/odd\.csv: cannot be made: No such .* Name a file in a folder/);
  place.run(`${page} page.html`);
  assert.equal(place.sql('alongside.db', 'select count(*) from release'), '1\n');
});

test('output that goes nowhere is 74, not a silent success', (t) => {
  const place = small(t);
  for (const command of ['scores', 'findings', 'report my_progress --person juniper']) {
    const full = place.try(command, { wrapper: ['sh', '-c', 'exec "$@" > /dev/full', 'sh'] });
    assert.equal(full.code, 74);
    assert.match(full.err, /standard output: cannot be written: /);
  }
});

test('while another writes, whatever writes is told to try again, and a page is there whole or not at all', async (t) => {
  const place = small(t);
  const other = spawn('sqlite3', [place.path('alongside.db')]);
  t.after(() => other.kill());
  other.stdin.write("begin immediate;\nselect 'held';\n");
  await once(other.stdout, 'data');
  for (const command of ['import start.csv', 'score --rebuild', 'score --jobs 2 --rebuild',
    'report my_progress --person juniper -o page.html', 'scores --person juniper'])
    refused(place, command, 75, /alongside\.db.*(busy|another).*try again/i);
  assert.ok(!place.has('page.html'));
  other.stdin.end('rollback;\n');
  await once(other, 'close');
  place.run('import start.csv');
  place.run('report my_progress --person juniper -o page.html');
});

test('no sentence about one person’s rows names another person or an answer of theirs', (t) => {
  const place = small(t);
  place.write('late.csv', 'person,date,instrument,item,answer\nsorrel,2025-03-01,swemwbs,close,9\nrowan,2025-13-01,swemwbs,close,3\n');
  const done = place.try('import late.csv');
  assert.equal(done.code, 1);
  assert.doesNotMatch(done.err, /sorrel|rowan|juniper/);
  const { err } = place.try('scores --person sorrell');
  assert.match(err, /"sorrell"/);
});
