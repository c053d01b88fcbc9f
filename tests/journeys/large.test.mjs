// SPDX-License-Identifier: GPL-3.0-or-later
// Cells, rows, headers and files without measure: each is taken, set aside or refused in bounded memory. The
// engine may have 80 MiB of addresses, code and libraries included (its workers have limits of their own); where
// that is not enough the program ends with 70 and the test fails.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { Place, sum } from './machine.mjs';

const bounded = { wrapper: ['prlimit', `--as=${80 << 20}:unlimited`] };
const header = 'person,date,instrument,item,answer\n';

// Writes texts, each repeated so many times, without holding the file.
function writeLarge(place, name, parts) {
  const file = openSync(place.path(name), 'w'), most = 1 << 16;
  for (const [text, times] of parts) {
    const many = Buffer.from(text.repeat(Math.min(times, most)), 'latin1');
    for (let left = times; left > 0; left -= most)
      writeSync(file, many, 0, Math.min(left, most) * Buffer.byteLength(text, 'latin1'));
  }
  closeSync(file);
}

const start = 'juniper,2024-03-31,swemwbs,close,';
const tooLong = /^x\.csv:2: the record that begins on line 2 is longer than 1 MiB\. A quote may be missing\. Row set aside/m;
const rows = [
  ['10 MB in a cell', [[start, 1], ['x', 10 << 20]], tooLong],
  ['10 MB of lines in a quoted cell', [[`${start}"`, 1], ['line\n', 2 << 20], ['"', 1]], tooLong],
  ['64 MB in a cell', [[start, 1], ['x', 64 << 20]], tooLong],
  ['10 million quotes', [[`${start}"`, 1], ['""', 5000000], ['"', 1]], tooLong],
  ['a million cells', [[start, 1], [',', 1000000]], /^x\.csv:2: it has 1000005 cells, the header has 5\. Quote a cell/m],
  ['a million bytes that are not UTF-8', [['\x80', 1000000]], /^x\.csv:2: column person: byte 80 is not UTF-8/m],
  ['a million zeros', [['\0', 1000000]], /^x\.csv:2: column person: it holds a byte 0/m],
];

for (const [name, odd, says] of rows)
  test(`a row of ${name} is set aside in bounded memory, and the next one is taken`, (t) => {
    const place = new Place(t);
    place.run('init');
    writeLarge(place, 'x.csv', [[header, 1], ...odd, ['\nrowan,2024-03-31,swemwbs,close,3\n', 1]]);
    const done = place.try('import x.csv', bounded);
    assert.equal(done.code, 1, done.err);
    assert.match(done.err, says);
    assert.deepEqual(sum(done.err, 'x.csv'), { in: 2, fresh: 1, corrected: 0, known: 0, leftOut: 0, setAside: 1 });
    assert.ok(statSync(place.path('x.set-aside.csv')).size < 2 << 20);
    const again = place.try('import x.set-aside.csv', bounded);
    assert.deepEqual(sum(again.err, 'x.set-aside.csv'), { in: 1, fresh: 0, corrected: 0, known: 0, leftOut: 0, setAside: 1 });
  });

const files = [
  ['a header of a million columns', [['column,', 1000000], ['last\n1\n', 1]], /x\.csv:1: the header cannot be read: .* longer than 1 MiB/],
  ['a header of 64 MB', [['x', 64 << 20], ['\n', 1]], /x\.csv:1: the header cannot be read: .* longer than 1 MiB/],
  ['a quote that is open for 64 MB', [[`${header}${start}"`, 1], ['line\n', 13 << 20]], /x\.csv:2: a quote opens here and is never closed/],
  ['64 MB of blank lines', [['\n', 64 << 20]], /x\.csv is empty\. Its first line must name the columns/],
];

for (const [name, parts, says] of files)
  test(`${name} is refused in bounded memory`, (t) => {
    const place = new Place(t);
    place.run('init');
    writeLarge(place, 'x.csv', parts);
    const done = place.try('import x.csv', bounded);
    assert.equal(done.code, 65, done.err);
    assert.match(done.err, says);
  });

test('a file of which no row can be taken comes back whole in bounded memory', (t) => {
  const place = new Place(t);
  place.run('init');
  writeLarge(place, 'x.csv', [[header, 1], ['juniper,31/03/2024,swemwbs,close,3\n', 600000]]);
  const done = place.try('import x.csv', bounded);
  assert.equal(done.code, 1, done.err);
  assert.match(done.err, /^x\.csv: 599,990 more rows were set aside$/m);
  assert.equal(sum(done.err, 'x.csv').setAside, 600000);
  const line = 'juniper,31/03/2024,swemwbs,close,3,"column date: 31/03/2024 is not a date. Write it as 2024-03-31, or as an order, #2"\n';
  assert.equal(statSync(place.path('x.set-aside.csv')).size, header.length + ',reason'.length + 600000 * line.length);
});

test('a file of 600,000 good rows of as many people is taken in bounded memory', (t) => {
  const place = new Place(t);
  place.run('init');
  const file = openSync(place.path('x.csv'), 'w');
  writeSync(file, header);
  for (let i = 0; i < 60; i++)
    writeSync(file, Array.from({ length: 10000 }, (_, n) => `p${(n * 60 + i) * 7919 % 600000},2024-03-31,swemwbs,close,3\n`).join(''));
  closeSync(file);
  const done = place.run('import x.csv', { wrapper: ['prlimit', `--as=${128 << 20}:unlimited`] });
  assert.equal(sum(done.err, 'x.csv').fresh, 600000);
});
