// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of the READMEs runs: in a block marked `console`, a line after `$ ` is a command and what
// follows is what it prints, `…` standing for lines left out. Blocks of one file run in one folder.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Place, build, top } from './machine.mjs';

function commands(markdown) {
  const found = [];
  for (const [, block] of markdown.matchAll(/```console\n([\s\S]*?)```/g)) {
    for (const part of block.split(/^\$ /m).slice(1)) {
      const [command, ...printed] = part.split('\n');
      found.push({ command, printed: printed.join('\n').trimEnd() });
    }
  }
  return found;
}

function matches(printed, expected) {
  const pattern = expected.split('\n').map((line) => line === '…' ? '[\\s\\S]*?' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')).join('\n?');
  return new RegExp(`^${pattern}$`).test(printed);
}

for (const file of ['README.md', 'instruments/README.md', 'plugins/indicators/README.md', 'reports/README.md']) {
  test(`the examples of ${file} print what it says`, (t) => {
    const place = new Place(t, { PATH: `${join(build, 'bin')}:/usr/bin:/bin` });
    for (const folder of ['instruments', 'plugins', 'reports'])
      symlinkSync(join(top, folder), place.path(folder));
    for (const { command, printed } of commands(readFileSync(join(top, file), 'utf8'))) {
      const done = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd: place.folder, encoding: 'utf8', env: place.environment });
      assert.ok(matches(done.stdout.trimEnd(), printed), `${file}: $ ${command}\n--- printed\n${done.stdout}\n--- the README says\n${printed}`);
    }
  });
}
