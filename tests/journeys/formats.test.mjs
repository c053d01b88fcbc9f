// SPDX-License-Identifier: GPL-3.0-or-later
// One report in four formats, and what happens when it cannot be written.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { Place, rows } from './machine.mjs';

const area = 'report area_learning --area Saltmere --period 2025-Q4 --as-of 2026-01-31';
const person = 'report my_progress --person p010 --as-of 2026-01-31';

function filled(t) {
  const place = new Place(t);
  place.run('invent files --people 120 --seed 3');
  place.run('init --area Saltmere');
  place.run('import --recorded 2026-01-31 files/people.csv files/answers.csv files/events.csv');
  return place;
}

test('a report as CSV is its sentences and tables, and an area\'s is the same bytes from the ledger', (t) => {
  const place = filled(t);
  for (const report of [area, person]) {
    const csv = place.run(`${report} --format csv`).out;
    const text = place.run(`${report} --format text`).out.replace(/\s+/g, ' ');
    const lines = rows(csv);
    assert.deepEqual(Object.keys(lines[0]), ['section', 'figure', 'row', 'column', 'value']);
    assert.ok(lines.length > 20);
    for (const { value } of lines) assert.ok(text.includes(value.replace(/^'(?=[=+\-@])/, '').replace(/\s+/g, ' ')), value);
    assert.equal(place.run(`${report} --format csv`).out, csv);
    assert.ok(lines.filter((l) => l.column === 'asks').every((l) => l.section === l.value));
  }
  const csv = rows(place.run(`${area} --format csv`).out);
  assert.ok(csv.every((l) => !/\bp\d{3}\b/.test(l.value)));
  assert.equal(place.try('report my_progress --person p010 --format xlsx').code, 64);
});

