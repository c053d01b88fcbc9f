// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that are looked at: reports of invented areas, as a user makes them, and the made-up models of tests/page.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, plainFiles, program, rows } from '../journeys/machine.mjs';

const AS_OF = ['--as-of', '2026-01-31'];

function run(folder, words) {
  const done = spawnSync(words[0], words.slice(1), { cwd: folder, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.status}\n${done.stderr}${done.stdout}`);
}

function invent(top, people) {
  const folder = join(top, `area-of-${people}`);
  mkdirSync(folder);
  run(folder, [program, 'invent', 'files', '--people', String(people), '--seed', '3']);
  run(folder, [program, 'init', '--area', 'Saltmere']);
  run(folder, [program, 'import', '--quiet', '--recorded', '2026-01-31', ...plainFiles]);
  return folder;
}

// People in the order of how many answers they gave, the fewest first.
function by_answers(folder) {
  const table = (name) => rows(readFileSync(join(folder, 'files', name), 'utf8'));
  const count = new Map(table('people.csv').map(({ person }) => [person, 0]));
  for (const { person } of table('answers.csv')) count.set(person, count.get(person) + 1);
  return [...count].sort(([, a], [, b]) => a - b);
}

function report(folder, name, words) {
  run(folder, [program, 'report', ...words, ...AS_OF, '-o', `${name}.html`]);
  return { name, path: join(folder, `${name}.html`) };
}

const area = (folder, name) => report(folder, name, ['area_learning', '--area', 'Saltmere', '--period', '2025-Q4']);

function samples(top) {
  const folder = join(top, 'samples');
  mkdirSync(folder);
  run(folder, [join(build, 'tests/bin/page_test_samples'), folder]);
  return readdirSync(folder).filter((file) => file.endsWith('.html')).sort()
    .map((file) => ({ name: file.slice(0, -5), path: join(folder, file) }));
}

function make(top) {
  const many = invent(top, 400), few = invent(top, 6);
  const people = by_answers(many), silent = people.filter(([, count]) => count === 0);
  if (!silent.length) throw new Error('the invented area has nobody without an answer');
  const person = (name, ref) => report(many, name, ['my_progress', '--person', ref]);
  return [
    person('a person with many answers', people.at(-1)[0]),
    person('a person in the middle', people[people.length >> 1][0]),
    person('a person with a long name', 'p008'),
    person('a person with no answer', silent[0][0]),
    area(many, 'an area'),
    area(few, 'an area where everything is hidden'),
    ...samples(top),
  ];
}

// { pages: [{ name, address, source }], remove }
export function make_pages() {
  const top = mkdtempSync(join(tmpdir(), 'alongside-pages-'));
  const remove = () => rmSync(top, { recursive: true, force: true });
  try {
    const pages = make(top).map(({ name, path }) => ({
      name, address: pathToFileURL(path).href, source: readFileSync(path, 'utf8'),
    }));
    return { pages, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
