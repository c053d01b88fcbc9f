// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that are looked at: reports of invented areas, as a user makes them, of people made up to be awkward, and
// the made-up models of tests/page.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, csv, plainFiles, program, rows, top as project } from '../journeys/machine.mjs';
import { orders, people, sheets } from './people.mjs';

const AS_OF = ['--as-of', '2026-01-31'];
const WITH = ['--with', join(project, 'tests/real')];

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

// Six people in an area, and others elsewhere: in a store of six alone nothing can be made public yet.
function few_here(top) {
  const folder = invent(top, 6);
  writeFileSync(join(folder, 'elsewhere.csv'), csv(Array.from({ length: 20 }, (_, i) => (
    { person: `e${i}`, area: 'The Merrows', since: '2024-06-01', shares: 'yes' }))));
  run(folder, [program, 'import', '--quiet', '--recorded', '2026-01-31', 'elsewhere.csv']);
  return folder;
}

// A store of the people of people.mjs.
function awkward(top) {
  const folder = join(top, 'awkward');
  mkdirSync(folder);
  run(folder, [program, 'init', '--area', 'Saltmere']);
  for (const [name, sheet] of Object.entries(sheets)) writeFileSync(join(folder, name), csv(sheet));
  run(folder, [program, 'import', '--quiet', '--recorded', '2026-01-31', ...Object.keys(sheets)]);
  writeFileSync(join(folder, 'orders.csv'), csv(orders));
  run(folder, [program, 'import', '--quiet', '--recorded', '2026-01-31', ...WITH, '--as', 'sai', 'orders.csv']);
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
  const file = `${name.replaceAll(' ', '-')}.html`;
  run(folder, [program, 'report', ...words, ...AS_OF, '-o', file]);
  return { name, source: readFileSync(join(folder, file), 'utf8') };
}

const area = (folder, name) => report(folder, name, ['area_learning', '--area', 'Saltmere', '--period', '2025-Q4']);
const person = (folder, name, ref) => report(folder, name, ['my_progress', '--person', ref]);

function samples(top) {
  const folder = join(top, 'samples');
  mkdirSync(folder);
  run(folder, [join(build, 'tests/bin/page_test_samples'), folder]);
  return readdirSync(folder).filter((file) => file.endsWith('.html')).sort()
    .map((file) => ({ name: `sample ${file.slice(0, -5)}`, source: readFileSync(join(folder, file), 'utf8') }));
}

// Read without its key, a store gives what was said in words to nobody.
function locked(folder, name, ref) {
  rmSync(join(folder, 'alongside.db.keys'));
  return person(folder, name, ref);
}

function make(top) {
  const many = invent(top, 400), few = few_here(top), odd = awkward(top);
  const order = by_answers(many), silent = order.filter(([, count]) => count === 0);
  if (!silent.length) throw new Error('the invented area has nobody without an answer');
  return [
    person(odd, 'a rich record', people.rich),
    person(many, 'many answers', order.at(-1)[0]),
    person(many, 'in the middle', order[order.length >> 1][0]),
    person(many, 'a long name', 'p008'),
    person(many, 'no answer', silent[0][0]),
    person(odd, 'very long words', people.long),
    person(odd, 'goals and words', people.words),
    person(odd, 'nothing', people.nothing),
    report(odd, 'only orders', ['anxiety_progress', ...WITH, '--person', people.orders]),
    locked(odd, 'locked', people.long),
    area(many, 'an area'),
    area(few, 'an area where everything is hidden'),
    ...samples(top),
  ];
}

// A list of { name, source }.
export function make_pages() {
  const top = mkdtempSync(join(tmpdir(), 'alongside-pages-'));
  try {
    return make(top);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}
