// SPDX-License-Identifier: GPL-3.0-or-later
// The whole line under valgrind: no invalid read or write, nothing lost, no descriptor left to the worker.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Place, top } from './machine.mjs';

const valgrind = '/usr/bin/valgrind';
const wrapper = [valgrind, '--quiet', '--error-exitcode=99', '--leak-check=full', '--show-leak-kinds=definite,indirect', '--errors-for-leak-kinds=definite,indirect'];

test('valgrind finds nothing wrong with the whole line', { skip: !existsSync(valgrind) && 'valgrind is not here' }, (t) => {
  const place = new Place(t);
  const steps = [
    ['invent', 'files', '--people', '12', '--seed', '5'],
    ['init', '--area', 'Saltmere'],
    ['import', '--recorded', '2026-01-31', 'files/people.csv', 'files/answers.csv', 'files/events.csv'],
    ['import', '--dry-run', 'files/answers.csv'],
    ['scores'],
    ['findings', '--format', 'json', '--as-of', '2026-01-31'],
    ['report', 'my_progress', '--person', 'p003', '--as-of', '2026-01-31'],
    ['report', 'area_learning', '--area', 'Saltmere', '--period', '2025-Q4', '--as-of', '2026-01-31'],
    ['try', join(top, 'instruments/phq9.lua'), '--answers', '2 2 2 2 2 0 0 0 1 1'],
    ['list', 'indicators'],
    ['explain', 'outcome'],
    ['explain', 'repeat_contact'],
    ['explain', 'phq9'],
    ['new', 'report', 'ours'],
  ];
  for (const step of steps) {
    const done = place.try(step, { wrapper });
    assert.equal(done.code, 0, `alongside ${step.join(' ')}\n${done.err}`);
  }
  place.write('bad.csv', 'person,date,instrument,item,answer\np001,2026-01-05,swemwbs,useful,"6\n');
  assert.equal(place.try(['import', 'bad.csv'], { wrapper }).code, 65);
  assert.equal(place.try(['report', 'my_progress', '--person', 'nobody'], { wrapper }).code, 66);
});
