// SPDX-License-Identifier: GPL-3.0-or-later
// How long the engine takes over what services did, from the files to the area's report:
//   node tests/bench/events.mjs [PEOPLE]
// Ratios are within this one run, against SQLite's own reading of the events. Not part of the tests.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVENTS_EACH, writeArea } from './people.mjs';
import { timed } from './timed.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const build = process.env.ALONGSIDE_BUILD ?? join(here, '../../.build/gcc');
const program = join(build, 'bin/alongside');
const people = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-'));

const verdict = (figure, goal) => `goal ${goal} ${figure <= goal ? 'holds' : 'does not hold yet'}`;
const millions = (n) => `${(n / 1e6).toFixed(2)} M`;

// The files of a made-up area, and a store of them.
async function fill(name, people) {
  const at = (file) => join(folder, `${name}-${file}`), store = at('a.db');
  writeArea(at, people);
  await timed(program, ['init', '--store', store, '--area', 'Benchham']);
  const files = ['areas.csv', 'services.csv', 'people.csv', 'answers.csv'].map(at);
  await timed(program, ['import', '--store', store, '--quiet', ...files]);
  const { seconds, most } = await timed(program, ['import', '--store', store, '--quiet', at('events.csv')]);
  const events = EVENTS_EACH * people;
  console.log(`importing ${millions(events)} events of ${people} people: ${seconds.toFixed(1)} s, ` +
    `${(seconds * 1e6 / events).toFixed(1)} microseconds a row; most memory ${most.toFixed(0)} MB, ${verdict(most, 128)}`);
  console.log(`content: ${(statSync(store).size / events).toFixed(0)} bytes an event`);
  return store;
}

const run = (store, ...words) => timed(program, [...words, '--quiet', '--store', store]);

async function printWhole(store) {
  const lines = [
    ['score --rebuild', ['score', '--rebuild'], 64],
    ['score --rebuild --jobs 2', ['score', '--rebuild', '--jobs', '2'], 64],
    ['findings', ['findings'], 64],
    ['report area_learning', ['report', 'area_learning', '--area', 'Northham', '--period', '2023-Q3', '-o', join(folder, 'area.html')]],
    ['report my_progress', ['report', 'my_progress', '--person', 'p000007', '-o', join(folder, 'person.html')], 64],
  ];
  for (const [name, words, memory] of lines) {
    const { seconds, most } = await run(store, ...words);
    console.log(`${name}: ${seconds.toFixed(2)} s, most memory ${most.toFixed(0)} MB` + (memory ? `; ${verdict(most, memory)}` : ''));
  }
  console.log(`everything: ${(statSync(store).size / (EVENTS_EACH * people)).toFixed(0)} bytes an event`);
}

try {
  const store = await fill('all', people);
  const inside = spawnSync(join(build, 'tests/bin/bench_events'), [store], { encoding: 'utf8' });
  process.stdout.write(inside.error ? 'bench_events: not in this build; it has no tests\n' : inside.stdout);
  assert.equal(inside.status ?? 0, 0, inside.stderr);
  await printWhole(store);
  console.log('and of a tenth of the people:');
  await printWhole(await fill('tenth', people / 10));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
