// SPDX-License-Identifier: GPL-3.0-or-later
// Two hundred strings and more, in every field that carries text, through the whole program to every format: nothing
// that they say is ever done.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { markup_faults } from '../browser/markup.mjs';
import { Place, rows } from './machine.mjs';
import { strings } from './strings.mjs';

// Words with a control character are set aside where they come in; all others are taken.
const taken = strings.filter((s) => !/[\x00-\x09\x0B-\x1F\x7F-\x9F]/.test(s));

const csv = (list) => list.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',') + '\n').join('');
// As harmless as can be, and as long: only short words of one line name a line of the page.
const plain = taken.map((s, i) => `words number ${i}${s.includes('\n') ? '\nand more' : ''}${Buffer.byteLength(s) > 60 ? ' and so on'.repeat(9) : ''}`);
const ref = (i) => `p${String(i).padStart(3, '0')}`;
const acts = /[\x00-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF\u2028\u2029]/;

const EACH = 6; // strings a person
const people = Math.ceil(taken.length / EACH);
const of = (i) => ref(Math.floor(i / EACH));
const together = (words, p) => words.slice(p * EACH, (p + 1) * EACH).join(' ');

// Everybody has some of the strings in every field of theirs, and so have the services that they meet.
function saltmere(t, words) {
  const place = new Place(t);
  const lists = {
    people: [['person', 'area', 'called', 'since', 'shares'], ...[...Array(people).keys()].map((p) => [ref(p), 'Saltmere', together(words, p), '2025-01-01', 'yes'])],
    services: [['service', 'type', 'title', 'org'], ...words.map((s, i) => [`s${i}`, 'advice', s, `o${i}`])],
    goals: [['person', 'date', 'goal', 'words', 'rating', 'status'], ...words.map((s, i) => [of(i), '2025-02-01', `g${i}`, s, '3', 'active'])],
    notes: [['person', 'date', 'words', 'about'], ...words.flatMap((s, i) => ['note', 'strength'].map((about) => [of(i), '2025-03-01', s, about]))],
    events: [['person', 'date', 'kind', 'thread', 'service', 'initiated_by', 'outcome', 'outcome_by', 'need_words'],
      ...words.flatMap((s, i) => [['2025-04-01', 'nothing_changed'], ['2025-04-09', 'need_met']].map(([date, outcome]) =>
        [of(i), date, 'contact', `t${i}`, `s${i}`, 'person', outcome, 'person', s]))],
    answers: [['person', 'date', 'instrument', 'item', 'answer'], ...[...Array(people).keys()].flatMap((p) =>
      ['2025-05-01', '2025-09-01'].map((date) => [ref(p), date, 'ons4', 'life_satisfaction', '6']))],
  };
  place.run('init --area Saltmere');
  for (const [name, list] of Object.entries(lists)) {
    place.write(`${name}.csv`, csv(list));
    const done = place.try(`import --recorded 2026-01-31 ${name}.csv`);
    assert.ok([0, 1].includes(done.code), `${name}: ${done.err}`);
    assert.doesNotMatch(done.err, acts);
  }
  return place;
}

const shape = (html) => html.replace(/<style>[^]*?<\/style>/, '').match(/<[^>]*>/g)
  .map((tag) => tag.replace(/ (aria-label|data-l|title)="[^"]*"/g, ' $1'));
const report = (i, format) => `report my_progress --person ${ref(i)} --as-of 2026-01-31 --format ${format}`;
const leaves = (value) => typeof value === 'object' && value ? Object.values(value).flatMap(leaves) : [value];

test('no string does anything on a page, in text, in JSON or in a spreadsheet', (t) => {
  assert.ok(taken.length >= 200 && new Set(strings).size === strings.length);
  const hostile = saltmere(t, taken), harmless = saltmere(t, plain);
  let carried = 0;
  for (let i = 0; i < people; i++) {
    const said = JSON.stringify(together(taken, i)).slice(0, 200);
    const page = hostile.run(report(i, 'html')).out;
    assert.deepEqual(markup_faults(page), [], said);
    assert.deepEqual(shape(page), shape(harmless.run(report(i, 'html')).out), said);
    const text = hostile.run(report(i, 'text')).out;
    assert.doesNotMatch(text, acts, said);
    const sheet = hostile.run(report(i, 'csv')).out;
    assert.doesNotMatch(sheet, acts, said);
    for (const line of rows(sheet)) {
      assert.equal(Object.keys(line).length, 5, said);
      for (const cell of Object.values(line)) assert.doesNotMatch(cell, /^[=+@\t\r\n＝＋－＠]|^-(?![\d.,]+$)/, said);
    }
    const json = hostile.run(report(i, 'json')).out;
    assert.doesNotMatch(json, acts, said);
    const words = leaves(JSON.parse(json));
    carried += taken.slice(i * EACH, (i + 1) * EACH)
      .filter((s) => words.some((w) => typeof w === 'string' && w.includes(s.trim()))).length;
  }
  assert.ok(carried > taken.length * 0.9, `${carried} of ${taken.length} came back whole`);
});

test('no string does anything in what is told of everybody, or on a screen', (t) => {
  const place = saltmere(t, taken);
  for (const command of ['findings', 'scores']) {
    const sheet = place.run(`${command} --as-of 2026-01-31`).out;
    assert.doesNotMatch(sheet, acts, command);
    for (const line of rows(sheet)) {
      assert.match(line.person, /^p\d{3}$/);
      assert.doesNotMatch(line.told ?? '', /^[=+\-@＝＋－＠]/);
    }
    const json = place.run(`${command} --as-of 2026-01-31 --format json`).out;
    assert.doesNotMatch(json, acts, command);
    assert.ok(JSON.parse(json).length >= people);
  }
  for (const command of ['status', 'status --json', 'verify', 'report area_learning --area Saltmere --period 2025-Q2 --as-of 2026-01-31 --format text']) {
    const done = place.run(command);
    assert.doesNotMatch(done.out + done.err, acts, command);
  }
});

test('a string where a reference, a code or a name of a file is wanted is told of harmlessly', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  const odd = strings.filter((s) => !s.includes('\0'));
  place.write('odd.csv', csv([['person', 'date', 'kind', 'service', 'need'], ...odd.map((s) => [s, '2025-01-01', 'contact', s, s]),
    ...odd.map((s, i) => [`p${i}`, s, s, '', ''])]));
  const done = place.try('import --recorded 2026-01-31 odd.csv');
  assert.equal(done.code, 1);
  assert.doesNotMatch(done.err, acts);
  const aside = rows(place.read('odd.set-aside.csv'));
  assert.ok(aside.length >= odd.length);
  for (const line of aside) assert.doesNotMatch(line.reason, acts, JSON.stringify(line));
  assert.doesNotMatch(place.run('findings').out, acts);
  for (let p = 0; p < people; p++) {
    const string = `x${together(taken, p)}`.slice(0, 200);
    for (const args of [['import', string], ['scores', '--person', string], ['report', string, '--person', 'p1'], ['explain', string], ['check', string]]) {
      const one = place.try(args);
      assert.doesNotMatch(one.err + one.out, acts, JSON.stringify(args));
    }
  }
});

// Any text in Lua, byte by byte.
const lua = (s) => `"${[...Buffer.from(s)].map((b) => `\\${String(b).padStart(3, '0')}`).join('')}"`;
const scale = (i) => `scale_${String.fromCharCode(97 + i)}`;
const sayable = strings.filter((s) => !/[\x00-\x1F\x7F-\x9F]/.test(s) && !/[{}[\]]/.test(s) && s.length < 300);

test('no string of an organisation\'s own plugin or report does anything', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('own/instruments'), { recursive: true });
  mkdirSync(place.path('own/reports'), { recursive: true });
  const shown = sayable.slice(0, 200), files = [];
  for (let n = 0; n * 20 < shown.length; n++) {
    const titles = shown.slice(n * 20, n * 20 + 20);
    place.write(`own/instruments/odd${n}.lua`, `-- SPDX-License-Identifier: MIT
return { title = ${lua(titles[0])}, version = "1", source = ${lua(titles[1])},
  licence = { wording = { ship = true, terms = "made up" }, scoring = { ship = true, terms = "made up" } },
  answers = { from = 0, "no", "yes" }, items = { { id = "a", about = ${lua(titles[2])} } },
  scales = { ${titles.map((s, i) => `{ id = "${scale(i)}", title = ${lua(s)}, items = "a" }`).join(',\n')} },
  examples = { ${['0', '1', '-'].map((token) => `{ "all ${token}", "${token}", ${titles.map((_, i) =>
    `${scale(i)} = ${token === '-' ? '"not scored"' : token}`).join(', ')} }`).join(',\n')} } }\n`);
    files.push(`own/instruments/odd${n}.lua`);
  }
  place.write('own/reports/odd_page.lua', `-- SPDX-License-Identifier: MIT
return { title = ${lua('<b>"odd"</b>')}, version = "1", source = ${lua('=1+1')}, reader = "person", template = "my_progress.html",
  sections = { ${shown.slice(0, 60).map((s) => `{ asks = ${lua(`${s}?`)}, shows = "scores", of = "odd0.scale_b" }`).join(',\n')},
    { asks = "What not?", shows = "limits" }, { asks = "What is held?", shows = "record" } },
  examples = { { "one", people = 1, never = "p002" }, { "many", people = 40, never = "p002" } } }\n`);
  place.write('answers.csv', `person,date,instrument,a\n${files.map((_, n) => `p001,2025-01-01,odd${n},1\np001,2025-06-01,odd${n},0\n`).join('')}`);
  place.run('init --area Saltmere');
  for (const name of [...files, 'own/reports/odd_page.lua'])
    assert.match(place.try(['check', '--with', 'own', name]).out, /1 hold, 0 do not/);
  place.run('import --with own --recorded 2026-01-31 answers.csv');
  for (const name of ['my_progress', 'odd_page']) {
    const made = `report ${name} --with own --person p001 --as-of 2026-01-31`;
    const page = place.run(made).out;
    assert.deepEqual(markup_faults(page), []);
    for (const format of ['text', 'csv', 'json']) assert.doesNotMatch(place.run(`${made} --format ${format}`).out, acts, format);
    for (const line of rows(place.run(`${made} --format csv`).out))
      for (const cell of Object.values(line)) assert.doesNotMatch(cell, /^[=+@＝＋－＠]|^-(?![\d.,]+$)/);
  }
  for (const command of ['explain odd0', 'explain odd_page', 'list instruments', 'list reports', 'list reports --json', 'scores'])
    assert.doesNotMatch(place.run(`${command} --with own`).out, acts, command);
  assert.doesNotMatch(place.run(['try', 'own/instruments/odd0.lua', '--answers', '1']).out, acts);
});
