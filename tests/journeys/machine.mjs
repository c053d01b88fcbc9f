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

  // Runs `alongside` and gives { code, out, err }. `wrapper` is put before it (valgrind, env).
  try(args, { wrapper = [], environment = {} } = {}) {
    const words = [...wrapper, program, ...(Array.isArray(args) ? args : args.split(' ').filter(Boolean))];
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
