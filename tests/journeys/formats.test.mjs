// SPDX-License-Identifier: GPL-3.0-or-later
// One report in four formats, and what happens when it cannot be written.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { Place, rows, top } from './machine.mjs';

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

test('a page that cannot be written is said plainly, and nothing half written stands anywhere', (t) => {
  const place = Place.saltmere(t);
  const before = readdirSync(place.folder).filter((name) => !/-(wal|shm)$/.test(name));
  const page = 'report my_progress --person p010 --as-of 2026-01-31';
  const shell = (line) => ({ wrapper: ['sh', '-c', line, 'sh'] });
  for (const [args, wrapper, code, says] of [
    [`${page} -o files`, undefined, 73, /^alongside: files: is a folder\. Name a file in it$/m],
    [[...page.split(' '), '-o', ''], undefined, 64, /"" is no name of a file\. Name one to write to, or - for standard output$/m],
    [`${page} -o /dev/full`, undefined, 74, /\/dev\/full: cannot be written: No space left on device$/m],
    [page, shell('exec "$@" >/dev/full'), 74, /standard output: cannot be written: No space left/],
    [page, shell('exec "$@" >&-'), 74, /standard output: is closed, so nothing was written\. Ask again with an open one$/m],
    [`${page} --format csv -o -`, shell('exec "$@" >&-'), 74, /standard output: is closed/],
    [['check', `${top}/reports/my_progress.lua`], shell('exec "$@" >/dev/full'), 74, /standard output: cannot be written/],
    [page, shell('exec "$@" >/dev/null <&- 2>&-'), 0, /^$/],
  ]) {
    const done = place.try(args, wrapper);
    assert.equal(done.code, code, `${args}: ${done.err}`);
    assert.match(done.err, says);
    assert.equal(done.out, '');
  }
  assert.deepEqual(readdirSync(place.folder).filter((name) => !/-(wal|shm)$/.test(name)), before);
  place.run('verify');
});

test('who reads only the beginning is told of no error', (t) => {
  const place = Place.saltmere(t, { people: 200 });
  place.run('score');
  for (const args of ['findings --as-of 2026-01-31', 'scores --as-of 2026-01-31'])
    for (let i = 0; i < 5; i++) {
      const done = place.try(args, { wrapper: ['sh', '-c', '"$@" | head -n 1', 'sh'] });
      assert.match(done.out, /^[a-z_,]+\n$/);
      assert.equal(done.err, '');
    }
  place.run('verify');
});

test('a release that could not be written stands, is said to, and is printed when asked for again', (t) => {
  const place = Place.saltmere(t, { people: 80 });
  const page = 'report area_learning --area Saltmere --period 2025-Q2 --as-of 2026-01-31 --format text';
  const stands = /cannot be written: No space left on device\. The release stands as it was made, as of 31 January 2026: ask again for the same area and period, and it is printed$/m;
  const full = place.try(`${page} -o /dev/full`);
  assert.equal(full.code, 74);
  assert.match(full.err, stands);
  const again = place.try(page, { wrapper: ['sh', '-c', 'exec "$@" >/dev/full', 'sh'] });
  assert.equal(again.code, 74);
  assert.match(again.err, stands);
  assert.equal(place.sql('alongside.db', 'select count(*) from release'), '1\n');
  assert.match(place.run(page).out, /Saltmere/);
  const nothing = place.try(page.replace('2025-Q2', '2019-Q1'), { wrapper: ['sh', '-c', 'exec "$@" >/dev/full', 'sh'] });
  assert.equal(nothing.code, 74);
  assert.match(nothing.err, stands, 'a page without figures is kept likewise');
  const person = place.try('report my_progress --person p010 --as-of 2026-01-31 -o /dev/full');
  assert.match(person.err, /No space left on device$/m);
});

test('a page that stands already stays as it was where the new one cannot be made', (t) => {
  const place = Place.saltmere(t);
  place.write('page.html', 'as it was');
  const done = place.try('report my_progress --person nobody -o page.html');
  assert.equal(done.code, 66);
  assert.equal(place.read('page.html'), 'as it was');
  place.run('report my_progress --person p010 -o page.html');
  assert.match(place.read('page.html'), /^<!doctype html>[^]*<\/html>\n$/);
});

test('nothing that is said on standard error acts on a terminal, whatever a file or a word is called', (t) => {
  const place = Place.saltmere(t, { people: 6 });
  const odd = 'x\x1B]0;hi\x07\x9B31m\u202E\u200F.csv';
  place.write(odd, 'person,date,kind\np001,2025-01-01,nothing\n');
  for (const args of [[odd], ['import', odd], ['import', `${odd}x`], ['report', odd, '--person', odd], ['scores', '--person', odd],
    ['report', 'my_progress', `--${odd}`], ['report', 'my_progress', '--person', 'p001', '-o', `${odd}/x`],
    ['check', odd], ['explain', odd], ['try', odd, '--answers', odd], ['new', 'report', odd], ['list', odd],
    ['findings', '--indicator', odd], ['status', '--store', odd], ['report', 'my_progress', '--person', 'p001', '--period', odd]]) {
    const done = place.try(args);
    assert.notEqual(done.code, 0, args.join(' '));
    assert.notEqual(done.err + done.out, '');
    assert.doesNotMatch(done.err + done.out, /[\x00-\x09\x0B-\x1F\x7F-\x9F\u202E\u200F]/, JSON.stringify(args));
  }
});
