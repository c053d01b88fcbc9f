// SPDX-License-Identifier: GPL-3.0-or-later
// Pages are one file each, about one person or one area, and the same bytes wherever they are made.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Place, build, derivedTables, rows, top } from './machine.mjs';

const asOf = '--as-of 2026-01-31';

test('a person’s page has nobody else in it, by their word or by what they like to be called', (t) => {
  const place = Place.saltmere(t);
  const others = rows(place.read('files/people.csv')).filter((p) => p.called && p.person !== 'p007').map((p) => p.called);
  assert.ok(others.length > 20);
  for (const format of ['html', 'text', 'json']) {
    const page = place.run(`report my_progress --person p007 ${asOf} --format ${format}`).out;
    assert.deepEqual([...new Set(page.match(/\bp\d{3}\b/g))], ['p007'], format);
    assert.ok(page.includes('Captain Netherquay’s page'), format);
    assert.deepEqual(others.filter((name) => page.includes(name)), [], format);
  }
});

test('a page is one file with nothing to load and nothing that runs', (t) => {
  const place = Place.saltmere(t, { people: 60 });
  for (const of of ['my_progress --person p007', 'area_learning --area Saltmere --period 2025']) {
    assert.equal(place.run(`report ${of} ${asOf} -o page.html`).out, '');
    const page = place.read('page.html');
    assert.match(page, /<style>/);
    assert.match(page, /<svg/);
    assert.doesNotMatch(page, /https?:|\bsrc=|srcset|<script|<link|<iframe|<object|<embed|@import|javascript:/i);
    assert.doesNotMatch(page, /<[^>]+\son\w+=/i);
    assert.doesNotMatch(page, /url\((?!#)/);
    for (const [, to] of page.matchAll(/href="([^"]*)"/g)) assert.match(to, /^#/);
    assert.doesNotMatch(page, /\{\{|\}\}/);
  }
});

// All that can be asked of the made-up area, in some surroundings or by another build.
function everything(place, options) {
  const ask = (command) => place.run(command, options).out;
  ask('score --rebuild');
  return [
    place.dump('alongside.db', derivedTables),
    ...['scores', 'findings', 'scores --format json', 'findings --format json', 'report my_progress --person p007',
      'report my_progress --person p007 --format text', 'report my_progress --person p007 --format json',
      'report area_learning --area Saltmere --period 2025', 'report area_learning --area Saltmere --period 2025 --format text'].map((c) => ask(`${c} ${asOf}`)),
  ];
}

const surroundings = [
  { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' }, { TZ: 'America/Anchorage', LC_ALL: 'C' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8', LC_NUMERIC: 'de_DE.UTF-8' },
];

test('time zone and language of the machine change no byte', (t) => {
  const first = everything(Place.saltmere(t));
  for (const environment of surroundings)
    assert.deepEqual(everything(Place.saltmere(t, { environment })), first, JSON.stringify(environment));
});

// Another compiler's build, where there is one that is not older than the sources.
function otherBuild() {
  const newest = (folder) => Math.max(...readdirSync(folder, { withFileTypes: true }).map((e) => e.isDirectory() ? newest(join(folder, e.name))
    : /\.(c|h|sql)$/.test(e.name) ? statSync(join(folder, e.name)).mtimeMs : 0));
  const binary = join(top, '.build/clang/bin/alongside');
  return build !== join(top, '.build/clang') && existsSync(binary) && statSync(binary).mtimeMs > newest(join(top, 'engine')) ? binary : null;
}

test('another compiler’s build gives the same bytes', { skip: otherBuild() ? false : 'there is no up-to-date .build/clang' }, (t) => {
  assert.deepEqual(everything(Place.saltmere(t), { binary: otherBuild() }), everything(Place.saltmere(t)));
});
