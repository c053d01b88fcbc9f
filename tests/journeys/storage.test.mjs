// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that may not be written in, a disk that is full, a store that is damaged, a key that cannot be used:
// each has its exit code and a sentence, nothing is half done, and all goes well once the cause is gone.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, truncateSync,
  writeFileSync } from 'node:fs';
import { Place } from './machine.mjs';

// Like an ordinary user: root may write anywhere, so here root is without that right and is one owner among others.
const somebody = 65534;
const isRoot = process.getuid() === 0;
const without = '-dac_override,-dac_read_search';
const ordinary = isRoot ? ['setpriv', `--bounding-set=${without}`, `--inh-caps=${without}`] : [];

function give(path) {
  chownSync(path, somebody, somebody);
}

// A store of one person, and a file of another that was not imported.
function small(t) {
  const place = new Place(t);
  place.write('start.csv', 'person,date,instrument,item,answer\njuniper,2025-03-01,swemwbs,close,4\n');
  place.write('later.csv', 'person,date,instrument,item,answer\nrowan,2025-03-01,swemwbs,close,3\n');
  place.run('init --area Saltmere');
  place.run('import start.csv');
  place.run('score');
  return place;
}

function says(done, code, sentence) {
  assert.equal(done.code, code, done.err);
  assert.match(done.err, sentence);
  assert.equal(done.out, '');
  assert.equal(done.err.trimEnd().split('\n').length, 1, done.err);
}

// Everything that stands in the folder, byte by byte.
function everything(place) {
  return readdirSync(place.folder).sort().map((name) => [name, readFileSync(place.path(name), 'latin1')]);
}

// --- folders and rights --------------------------------------------------------------------------

test('a folder that may not be written in is 73, and works once it may', (t) => {
  const place = small(t);
  const before = everything(place);
  chmodSync(place.folder, 0o555);
  const options = { wrapper: ordinary };
  says(place.try('init --store new.db', options), 73, /new\.db\.keys cannot be made: .*Choose a folder.*--store/);
  for (const command of ['import later.csv', 'import start.csv', 'score', 'score --rebuild', 'scores'])
    says(place.try(command, options), 73, /alongside\.db cannot be used: .* Nothing was changed\. .*yours to write in/);
  assert.deepEqual(everything(place), before);
  chmodSync(place.folder, 0o700);
  place.run('import later.csv', options);
  place.run('init --store new.db', options);
});

test('a store that is only to be read is 73 for what writes, and nothing is left beside it', (t) => {
  const place = small(t);
  chmodSync(place.path('alongside.db'), 0o444);
  for (const command of ['import later.csv', 'score --rebuild'])
    says(place.try(command, { wrapper: ordinary }), 73, /alongside\.db cannot be written: .* Nothing was changed\. .*yours to write in/);
  chmodSync(place.path('alongside.db'), 0o600);
  place.run('import later.csv', { wrapper: ordinary });
});

test('a store or a key that belongs to somebody else is said to be so', (t) => {
  if (!isRoot) return t.skip('only root can make another user’s file');
  const place = small(t);
  give(place.path('alongside.db.keys'));
  says(place.try('import later.csv', { wrapper: ordinary }), 74, /alongside\.db\.keys cannot be opened: /);
  give(place.path('alongside.db'));
  for (const command of ['scores', 'import later.csv'])
    says(place.try(command, { wrapper: ordinary }), 74, /alongside\.db cannot be opened: .*yours to read and write/);
});

test('a set-aside file that cannot be made keeps the rows out, with 73', (t) => {
  const place = small(t);
  mkdirSync(place.path('theirs'));
  writeFileSync(place.path('theirs/mixed.csv'), 'person,date,kind\nrowan,2025-03-01,contact\nrowan,x,contact\n');
  chmodSync(place.path('theirs'), 0o555);
  const done = place.try('import theirs/mixed.csv', { wrapper: ordinary });
  assert.equal(done.code, 73);
  assert.match(done.err, /mixed\.set-aside\.csv: cannot be made: Permission denied\. Nothing was taken in; --set-aside FILE names another/);
  assert.equal(place.sql('alongside.db', 'select count(*) from event'), '0\n');
  chmodSync(place.path('theirs'), 0o700);
  assert.equal(place.try('import --set-aside rest.csv theirs/mixed.csv', { wrapper: ordinary }).code, 1);
  assert.ok(place.has('rest.csv'));
});

// --- a full disk ---------------------------------------------------------------------------------

// Every file of the process may grow to so many bytes and no further.
const upTo = (bytes) => ['prlimit', `--fsize=${bytes}:${bytes}`];

test('when nothing more can be written, import is 74, changes nothing, and works when there is room', (t) => {
  const place = new Place(t);
  place.run('invent files --people 60');
  place.run('init --area Saltmere');
  const empty = place.dump('alongside.db');
  const refusals = new Set();
  for (let bytes = 0; ; bytes += 1 << 14) {
    const done = place.try('import --recorded 2026-01-31 files/answers.csv', { wrapper: upTo(bytes) });
    assert.equal(place.sql('alongside.db', 'pragma integrity_check'), 'ok\n');
    if (done.code === 0) break;
    says(done, 74, /alongside\.db(-staged)? cannot be written: .* Nothing was changed; make room/);
    assert.equal(place.dump('alongside.db'), empty);
    assert.deepEqual(readdirSync(place.folder).filter((name) => /staged/.test(name)), []);
    refusals.add(bytes);
  }
  assert.ok(refusals.size >= 4, `only ${refusals.size} sizes were too small`);
  place.run('import --recorded 2026-01-31 files/answers.csv');
});

test('init on a full disk is 74 and leaves nothing behind', (t) => {
  const place = new Place(t);
  for (const bytes of [0, 50, 100, 4096, 30000]) {
    says(place.try('init', { wrapper: upTo(bytes) }), 74, /cannot be written: .* Nothing was (made|changed)/);
    assert.deepEqual(readdirSync(place.folder), []);
  }
  place.run('init');
});

test('a report, a print and a set-aside file on a full disk are 74 and leave nothing half', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const page = place.try('report my_progress --person p001 -o page.html', { wrapper: upTo(2000) });
  assert.equal(page.code, 74, page.err);
  assert.deepEqual(readdirSync(place.folder).filter((name) => name.startsWith('page')), []);
  const many = Array.from({ length: 900 }, (_, i) => `p${i},not a day,contact\n`).join('');
  place.write('late.csv', `person,date,kind\n${many}`);
  const before = place.dump('alongside.db');
  const done = place.try('import late.csv', { wrapper: upTo(70000) });
  assert.equal(done.code, 74, done.err);
  assert.match(done.err, /(late\.set-aside\.csv: cannot be written|^alongside: Rows set aside wait in a temporary file in \/tmp, which cannot be written): /m);
  assert.deepEqual(readdirSync(place.folder).filter((name) => name.startsWith('late.set')), []);
  assert.equal(place.dump('alongside.db'), before);
});

test('a file system without room is 74, and the same store goes on when there is some', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('small'));
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320k', 'tmpfs', place.path('small')]);
  if (mount.status !== 0) return t.skip('nothing can be mounted here');
  try {
    fillAndGrow(place);
  } finally {
    spawnSync('umount', [place.path('small')]);
  }
});

function fillAndGrow(place) {
  place.run('invent files --people 200');
  place.run('init --store small/a.db --area Saltmere');
  const empty = place.dump('small/a.db');
  says(place.try('import --store small/a.db files/answers.csv'), 74, /a\.db(-staged)? cannot be written: .*make room/);
  assert.equal(place.dump('small/a.db'), empty);
  assert.equal(spawnSync('mount', ['-o', 'remount,size=20m', place.path('small')]).status, 0);
  place.run('import --store small/a.db files/answers.csv');
  assert.equal(place.sql('small/a.db', 'pragma integrity_check'), 'ok\n');
}

// --- damaged stores ------------------------------------------------------------------------------

function garbage(path, from, bytes) {
  const content = readFileSync(path);
  for (let i = from; i < Math.min(content.length, from + bytes); i++) content[i] = (i * 131 + 89) & 255;
  writeFileSync(path, content);
}

const damages = [
  ['empty', (path) => truncateSync(path, 0), /is empty, so it is no store of alongside\. Bring back a copy/],
  ['one byte', (path) => writeFileSync(path, 'x'), /no store of alongside/],
  ['cut inside its header', (path) => truncateSync(path, 60), /is (damaged|no database)/],
  ['cut behind its header', (path) => truncateSync(path, 100), /is damaged: .*Bring back a copy/],
  ['cut to its first page', (path) => truncateSync(path, 4096), /is damaged: .*Bring back a copy/],
  ['cut to half', (path) => truncateSync(path, statSync(path).size >> 1), /is damaged: .*Bring back a copy/],
  ['garbage in the first page', (path) => garbage(path, 0, 4096), /is no database/],
  ['garbage behind its header', (path) => garbage(path, 100, 3996), /is (damaged|no database)/],
  ['garbage in all other pages', (path) => garbage(path, 4096, 1 << 30), /is damaged: .*Bring back a copy/],
];

for (const [name, damage, sentence] of damages)
  test(`a store that is damaged (${name}) is 65 for every command, and left as it is`, (t) => {
    const place = small(t);
    copyFileSync(place.path('alongside.db'), place.path('kept'));
    for (const command of ['scores', 'findings', 'score --rebuild', 'import later.csv', 'report my_progress --person juniper']) {
      copyFileSync(place.path('kept'), place.path('alongside.db'));
      damage(place.path('alongside.db'));
      const before = place.read('alongside.db');
      says(place.try(command), 65, sentence);
      assert.equal(place.read('alongside.db'), before);
      for (const ending of ['-wal', '-shm', '-journal', '-staged']) rmSync(place.path(`alongside.db${ending}`), { force: true });
    }
  });

test('another program’s database and one of a later version are 65, whoever asks', (t) => {
  const place = small(t);
  place.sql('alongside.db', 'pragma application_id = 7');
  for (const command of ['scores', 'score', 'import later.csv'])
    says(place.try(command), 65, /is a database, but no store of alongside, and it is left alone/);
  place.sql('alongside.db', 'pragma application_id = 1634496366; pragma user_version = 77');
  for (const command of ['scores', 'score', 'import later.csv'])
    says(place.try(command), 65, /made by a later version of alongside .*77.*Install that version/);
});

test('files beside the store that say nothing, or nonsense, do it no harm', (t) => {
  const place = small(t);
  const scores = place.run('scores').out;
  for (const ending of ['-wal', '-shm', '-staged']) {
    place.write(`alongside.db${ending}`, Buffer.alloc(40000, 'nonsense '));
    assert.equal(place.run('scores').out, scores);
  }
  place.run('import later.csv');
  assert.deepEqual(readdirSync(place.folder).filter((name) => /-(wal|shm|staged)$/.test(name)), []);
});

// --- keys ----------------------------------------------------------------------------------------

const keys = [
  ['cut short', (place) => truncateSync(place.path('alongside.db.keys'), 40), 65, /is no key file of alongside, or it was cut short.*backup/],
  ['empty', (place) => truncateSync(place.path('alongside.db.keys'), 0), 65, /no key file of alongside/],
  ['missing', (place) => rmSync(place.path('alongside.db.keys')), 66, /no key file .*--keys.*ALONGSIDE_KEYS.*backup/],
  ['another store’s', (place) => {
    place.run('init --store other.db');
    copyFileSync(place.path('other.db.keys'), place.path('alongside.db.keys'));
  }, 77, /is not the key of .*--keys/],
  ['open to a group', (place) => chmodSync(place.path('alongside.db.keys'), 0o640), 77, /may be read by others.*chmod 600/],
  ['open to all', (place) => chmodSync(place.path('alongside.db.keys'), 0o604), 77, /may be read by others.*chmod 600/],
];

for (const [name, spoil, code, sentence] of keys)
  test(`a key that is ${name} is ${code}, and the store stays as it was`, (t) => {
    const place = small(t);
    spoil(place);
    const before = place.dump('alongside.db');
    says(place.try('import later.csv'), code, sentence);
    assert.equal(place.dump('alongside.db'), before);
    place.run('score');
  });
