// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of its own for each journey, and the program run in it as its user runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';

export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const build = process.env.ALONGSIDE_BUILD ?? join(top, '.build/gcc');
export const program = join(build, 'bin/alongside');

export class Place {
  constructor(t, environment = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'alongside-journey-'));
    this.environment = { PATH: '/usr/bin:/bin', ...environment };
    t.after(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name) {
    return join(this.folder, name);
  }

  write(name, content) {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  read(name) {
    return readFileSync(this.path(name), 'utf8');
  }

  has(name) {
    return existsSync(this.path(name));
  }

  // Runs `alongside` and gives { code, out, err }. `wrapper` is put before it (valgrind, env); `binary` is
  // another build of it.
  try(args, { wrapper = [], environment = {}, binary = program } = {}) {
    const words = [...wrapper, binary, ...(Array.isArray(args) ? args : args.split(' ').filter(Boolean))];
    const done = spawnSync(words[0], words.slice(1), {
      cwd: this.folder, encoding: 'utf8', env: { ...this.environment, ...environment }, maxBuffer: 1 << 28,
    });
    assert.equal(done.signal, null, `${words.join(' ')} ended by ${done.signal}\n${done.stderr}`);
    return { code: done.status, out: done.stdout, err: done.stderr };
  }

  // The same where nothing may go wrong.
  run(args, options) {
    const done = this.try(args, options);
    assert.equal(done.code, 0, `alongside ${args}: ${done.code}\n${done.err}`);
    return done;
  }

  // What the sqlite3 shell says: to look into a store with other eyes than the program's own.
  sql(store, ...words) {
    const done = spawnSync('sqlite3', [this.path(store), ...words], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(done.status, 0, `sqlite3 ${store}: ${done.stderr}`);
    return done.stdout;
  }

  // Every byte that some tables, or all, hold; who looked is told apart, because looking itself is kept.
  dump(store, tables = []) {
    const all = this.sql(store, tables.map((name) => `.dump ${name}`).join('\n') || '.dump');
    return all.replace(/^INSERT INTO look VALUES.*\n/gm, '');
  }

  // The area Saltmere, made up, imported as of the end of January 2026 into alongside.db.
  static saltmere(t, { people = 40, seed = 1, environment = {} } = {}) {
    const place = new Place(t, environment);
    place.run(`invent files --people ${people} --seed ${seed}`);
    place.run('init --area Saltmere');
    place.run(`import --recorded 2026-01-31 ${plainFiles.join(' ')}`);
    return place;
  }
}

export const plainFiles = ['people', 'answers', 'events', 'goals', 'notes', 'consents', 'services', 'areas', 'collects',
  'area_answers'].map((name) => `files/${name}.csv`);

export const contentTables = ['about', 'import', 'reference', 'area', 'person', 'plugin', 'administration',
  'event', 'goal', 'note', 'consent', 'service', 'area_file', 'collects', 'words', 'answer_words',
  'administration_source', 'respondent', 'release'];
export const derivedTables = ['touched', 'failed', 'due', 'derived', 'collected', 'scale', 'score', 'finding'];

// The sum of rows that `import` says of a file, by their names.
export function sum(err, file) {
  const line = err.split('\n').find((l) => l.startsWith(`${file}: `) && / rows? (in|gave [\d,]+ records?) = /.test(l));
  assert.ok(line, `no sum of ${file} in\n${err}`);
  const number = (name) => Number(line.match(`([\\d,]+) ${name}`)[1].replaceAll(',', ''));
  return {
    in: number('(?:rows? in|records?) ='), fresh: number('new'), corrected: number('corrected'),
    known: number('already known'), leftOut: number('left out'), setAside: number('set aside'),
  };
}

// Lets the program believe that it is another day: gives what its environment must hold on a date.
export function stoodStill(place) {
  place.write('day.c', '#include <stdlib.h>\n#include <time.h>\ntime_t time(time_t *t)\n{\n'
    + '    time_t now = (time_t)atol(getenv("STANDS_AT")) * 86400 + 3600;\n    if (t)\n        *t = now;\n    return now;\n}\n');
  const library = place.path('day.so');
  const built = spawnSync('cc', ['-shared', '-fPIC', '-o', library, place.path('day.c')], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  return (date) => ({ LD_PRELOAD: library, STANDS_AT: String(Date.parse(date) / 86400000) });
}

// The environment of a language that is really there: compiled into the place where the machine has what it is made of
// (Debian's `locales`), else null. A program of C that asks for it says so, because a language that is not there
// changes nothing, whatever a program does.
export function spoken(place, language) {
  const [name, codes] = language.split('.');
  const made = spawnSync('localedef', ['-i', name, '-f', codes, place.path(language)], { encoding: 'utf8' });
  if (made.status !== 0) return null;
  const environment = { LOCPATH: place.folder, LC_ALL: language, LANG: language, LC_NUMERIC: language };
  place.write('said.c', '#include <locale.h>\n#include <stdio.h>\nint main(void)\n{\n    setlocale(LC_ALL, "");\n    printf("%.1f", 1.5);\n}\n');
  const built = spawnSync('cc', ['-o', place.path('said'), place.path('said.c')], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
  assert.equal(spawnSync(place.path('said'), { encoding: 'utf8', env: environment }).stdout, '1,5', language);
  return environment;
}

// A list of maps as a CSV text.
export function csv(list) {
  const cell = (c) => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c);
  const lines = [Object.keys(list[0]), ...list.map(Object.values)].map((r) => r.map(cell).join(','));
  return `${lines.join('\n')}\n`;
}

// A CSV text as a list of maps; enough for what the program prints.
export function rows(text) {
  const records = [];
  let cell = '', record = [], quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') { cell += '"'; i++; }
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\n')) {
      record.push(cell);
      cell = '';
      if (c === '\n') { records.push(record); record = []; }
    } else cell += c;
  }
  const [head, ...rest] = records;
  return rest.map((r) => Object.fromEntries(head.map((name, i) => [name, r[i]])));
}
