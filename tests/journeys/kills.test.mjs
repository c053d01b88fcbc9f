// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed, as a power cut or an impatient person would: what was acknowledged is all there,
// nothing is half, and the same command again ends in the same bytes as if nothing had happened.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Place, contentTables, derivedTables, program } from './machine.mjs';

const people = Array.from({ length: 2000 }, (_, i) => `p${String(i).padStart(5, '0')}`);
const items = ['optimistic', 'useful', 'relaxed', 'problems', 'clearly', 'close', 'decide'];
const date = (day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

// 102,900 rows: one administration after the other, people in turn, so that everybody's rows are scattered.
function answers() {
  const lines = ['person,date,instrument,item,answer'];
  for (let n = 0; n < 14700; n++)
    for (const [i, item] of items.entries())
      lines.push(`${people[n % 2000]},${date(30 * Math.floor(n / 2000))},swemwbs,${item},${((n + i) * 7 % 5) + 1}`);
  return `${lines.join('\n')}\n`;
}

// 12,000 contacts with a worker each, so that tokens are made while merging; the first says only who there is.
// Everybody asks again, so that there is something to notice.
function events(each) {
  const lines = ['person,date,kind,service,worker,need,initiated_by'];
  for (let n = 0; n < each; n++)
    for (const [i, person] of people.entries())
      lines.push(`${person},${date(n * 9 + i % 7)},contact,service ${i % 5},worker ${(i + n) % 40},housing,person`);
  return `${lines.join('\n')}\n`;
}

// Numbers from 0 to 1 that are the same in every run.
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// A store in which everybody is known and has a key already: keys are random, and dumps are compared.
function begun(t) {
  const place = new Place(t);
  place.write('answers.csv', answers());
  place.write('events.csv', events(6));
  place.write('first.csv', events(1).replaceAll(/2024-01/g, '2023-01'));
  place.run('init --area Saltmere --store base.db');
  place.run('import --store base.db --recorded 2026-01-30 first.csv');
  return place;
}

function again(place) {
  for (const ending of ['', '-wal', '-shm', '-staged']) rmSync(place.path(`a.db${ending}`), { force: true });
  copyFileSync(place.path('base.db'), place.path('a.db'));
  copyFileSync(place.path('base.db.keys'), place.path('a.db.keys'));
}

// Runs the command and sends the signal after so many milliseconds; { code, signal, took }.
async function interrupted(place, words, signal, milliseconds) {
  const from = performance.now();
  const child = spawn(program, words, { cwd: place.folder, env: place.environment, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill(signal), milliseconds);
  const [code, by] = await once(child, 'exit');
  clearTimeout(timer);
  return { code, signal: by, took: performance.now() - from };
}

const command = (file) => ['import', '--store', 'a.db', '--recorded', '2026-01-31', file];
const content = (place) => place.dump('a.db', contentTables);
const beside = (place) => readdirSync(place.folder).filter((name) => name.startsWith('a.db')).sort();

// How long it takes when nothing interrupts it, and what is then in the store.
async function whole(place, words) {
  const took = [];
  for (let i = 0; i < 3; i++) {
    again(place);
    const done = await interrupted(place, words, 'SIGKILL', 1e6);
    assert.equal(done.code, 0);
    took.push(done.took);
  }
  return { took: took.sort((a, b) => a - b)[1], content: content(place) };
}

// One kill: the store opens, is sound and holds all or nothing; the same again makes it whole.
async function kill(place, words, signal, milliseconds, expected) {
  again(place);
  const done = await interrupted(place, words, signal, milliseconds);
  assert.ok(done.signal === signal || done.code === 0, `ended with ${done.code}`);
  assert.equal(place.sql('a.db', 'pragma integrity_check'), 'ok\n');
  const found = content(place), kept = found === expected.after;
  assert.ok(kept || found === expected.before, `half a file is in the store after ${milliseconds} ms`);
  if (done.code === 0) assert.ok(kept, 'an import that said it was done is not in the store');
  place.run(words);
  assert.equal(content(place), expected.after);
  assert.deepEqual(beside(place), ['a.db', 'a.db.keys']);
  return { killed: done.signal === signal, kept };
}

// Kills until so many have hit: half of them at any moment, half near the end, where it commits.
async function kills(place, file, count, signal, seed) {
  const next = chance(seed), words = command(file);
  again(place);
  const before = content(place), { took, content: after } = await whole(place, words);
  assert.notEqual(before, after);
  let hit = 0, tries = 0;
  for (; hit < count && tries < 6 * count; tries++) {
    const moment = tries % 2 ? 0.6 + 0.45 * next() : next();
    hit += (await kill(place, words, signal, moment * took, { before, after })).killed;
  }
  assert.equal(hit, count, `only ${hit} of ${tries} were hit`);
}

test('an import of answers that is killed 36 times is all there or not at all', async (t) => {
  await kills(begun(t), 'answers.csv', 36, 'SIGKILL', 1);
});

test('an import of events with workers that is killed 16 times is all there or not at all', async (t) => {
  await kills(begun(t), 'events.csv', 16, 'SIGKILL', 2);
});

test('an import that is asked to stop is all there or not at all', async (t) => {
  await kills(begun(t), 'answers.csv', 6, 'SIGTERM', 3);
});

test('scoring that is killed loses no content, and comes out the same when it is run again', async (t) => {
  const place = begun(t), next = chance(4), words = ['score', '--store', 'a.db'];
  place.run('import --store base.db --recorded 2026-01-31 answers.csv events.csv');
  const { took } = await whole(place, words);
  const said = () => place.dump('a.db', contentTables.filter((name) => name !== 'plugin')); // scoring adds indicators
  const before = said(), scores = place.run('scores --store a.db').out, findings = place.run('findings --store a.db').out;
  for (let i = 0; i < 6; i++) {
    again(place);
    await interrupted(place, words, 'SIGKILL', next() * took);
    assert.equal(place.sql('a.db', 'pragma integrity_check'), 'ok\n');
    assert.equal(said(), before);
    assert.equal(place.run('findings --store a.db').out, findings);
    assert.equal(place.run('scores --store a.db').out, scores);
  }
});

test('init that is killed is made again once its remains are removed, and says which they are', async (t) => {
  const next = chance(5), place = new Place(t);
  for (let i = 0; i < 8; i++) {
    await interrupted(place, ['init'], 'SIGKILL', next() * 30);
    if (place.has('alongside.db')) {
      const done = place.try('scores');
      if (done.code !== 0) assert.match(done.err, /alongside\.db (was never finished|is empty).*[Rr]emove it/);
      else assert.equal(place.try('init').code, 73);
    } else if (place.has('alongside.db.keys')) {
      const done = place.try('init');
      assert.equal(done.code, 73);
      assert.match(done.err, /alongside\.db\.keys is there already/);
    }
    for (const name of readdirSync(place.folder)) rmSync(place.path(name));
  }
  place.run('init');
});

const derived = (place, store = 'a.db') => place.dump(store, derivedTables);

// Everything that the killed program had started has ended as well.
async function leavesNobody(place) {
  const here = () => readdirSync('/proc').filter((id) => /^\d+$/.test(id)).filter((id) => {
    try {
      return readlinkSync(`/proc/${id}/cwd`) === place.folder;
    } catch {
      return false; // it has just ended, or is another's
    }
  });
  for (let i = 0; i < 200 && here().length; i++) await new Promise((done) => { setTimeout(done, 50); });
  assert.deepEqual(here(), []);
}

for (const jobs of [1, 3])
  test(`scoring by ${jobs} that is killed at many moments leaves what was derived whole, old or new`, async (t) => {
    const place = begun(t), next = chance(6 + jobs), words = ['score', '--store', 'a.db', '--jobs', String(jobs)];
    place.run('import --store base.db --recorded 2026-01-31 answers.csv events.csv');
    place.run('score --store base.db');
    const late = people.filter((_, i) => i % 5 === 0);
    place.write('late.csv', `person,date,instrument,item,answer\n${late.map((person) => `${person},${date(900)},swemwbs,close,3\n`).join('')}`);
    place.write('asked.csv', `person,date,kind,need,initiated_by\n${late.map((person) => `${person},${date(60)},contact,housing,person\n`).join('')}`);
    place.run('import --store base.db --recorded 2026-01-31 late.csv asked.csv');
    again(place);
    const before = derived(place), said = content(place), { took } = await whole(place, words), after = derived(place);
    for (const table of ['score', 'finding']) {
      const rowsOf = (dump) => dump.split('\n').filter((line) => line.startsWith(`INSERT INTO ${table} `)).sort().join();
      assert.notEqual(rowsOf(before), rowsOf(after));
    }
    assert.match(place.sql('a.db', "SELECT count(*) FROM finding_long WHERE state = 'found'"), /^\d{4,}$/m);
    for (let i = 0; i < 14; i++) {
      again(place);
      await interrupted(place, words, 'SIGKILL', (i % 2 ? 0.5 + 0.5 * next() : next()) * took);
      await leavesNobody(place);
      assert.equal(place.sql('a.db', 'pragma integrity_check'), 'ok\n');
      assert.equal(content(place), said);
      assert.ok([before, after].includes(derived(place)), 'half of it was derived');
      place.run(words);
      assert.equal(derived(place), after);
    }
  });

const scorers = (id) => {
  try {
    return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ').filter(Boolean)
      .filter((child) => readlinkSync(`/proc/${child}/exe`).endsWith('/alongside'));
  } catch {
    return []; // not yet, or one has just ended
  }
};

test('when one of several scorers is killed, one sentence says so and nothing was changed', async (t) => {
  const place = begun(t);
  place.run('import --store base.db --recorded 2026-01-31 answers.csv');
  again(place);
  const before = derived(place);
  const child = spawn(program, ['score', '--store', 'a.db', '--jobs', '2'], { cwd: place.folder, env: place.environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (data) => { err += data; });
  let found = [];
  while (found.length < 2 && child.exitCode === null) {
    found = scorers(child.pid);
    await new Promise(setImmediate);
  }
  process.kill(Number(found[1]), 'SIGKILL');
  const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
  assert.equal(code, 70, err);
  assert.match(err, /^alongside: One of the processes that work scores out ended before its work was done \(Killed\)\. Nothing was changed\. Ask again; if it ends again, ask with --jobs 1\n$/);
  await leavesNobody(place);
  assert.equal(derived(place), before);
  place.run('score --store a.db --jobs 2');
});

test('a page that is being written when the program is killed is whole or not there', async (t) => {
  const place = Place.saltmere(t, { people: 120 }), next = chance(9);
  const ask = { page: 'report my_progress --person p001 -o page.html', area: 'report area_learning --area Saltmere --period 2025-Q3 -o page.html' };
  for (const name of ['', '.keys']) copyFileSync(place.path(`alongside.db${name}`), place.path(`base.db${name}`));
  for (const [what, words] of Object.entries(ask)) {
    const list = [...words.split(' '), '--store', 'a.db'];
    again(place);
    place.run('score --store a.db');
    const done = await interrupted(place, list, 'SIGKILL', 1e6);
    assert.equal(done.code, 0);
    const page = place.read('page.html');
    for (let i = 0; i < 12; i++) {
      again(place);
      rmSync(place.path('page.html'), { force: true });
      const killed = await interrupted(place, list, 'SIGKILL', (i % 2 ? 0.6 + 0.5 * next() : next()) * done.took);
      if (place.has('page.html')) assert.equal(place.read('page.html'), page, `${what}: half a page`);
      else assert.equal(killed.signal, 'SIGKILL');
      place.run(list);
      assert.equal(place.read('page.html'), page, what);
    }
  }
});
