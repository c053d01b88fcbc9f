// SPDX-License-Identifier: GPL-3.0-or-later
// Real answers and real events, as their owners keep them, against counts made here from the raw files.
// The files are not part of this repository: where they are absent, these tests skip, saying which and how to name them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, csv, rows, sum, top } from './machine.mjs';

const data = process.env.ALONGSIDE_REAL_DATA ?? join(top, '../shared/data');
const files = { sai: join(data, 'sai.csv'), sepsis: join(data, 'sepsis_events.csv') };
const absent = Object.values(files).filter((file) => !existsSync(file));
const skip = absent.length > 0
  && `there is no ${absent.join(' and no ')}. Name the folder that has them: ALONGSIDE_REAL_DATA=FOLDER node --test tests/journeys/real.test.mjs`;

function opened(t, area) {
  const place = new Place(t, { ALONGSIDE_WITH: join(top, 'tests/real') });
  place.run(`init --area ${area}`);
  return place;
}

// Says yes for everyone in the store, as the data is public.
function share(place) {
  const refs = place.sql('alongside.db', 'select ref from reference').trimEnd().split('\n');
  const [area] = place.sql('alongside.db', 'select ref from area').trimEnd().split('\n');
  place.write('people.csv', csv(refs.map((person) => ({ person, area, shares: 'yes' }))));
  place.run('import people.csv');
  return refs;
}

test('what reads them holds its own examples, with or without the data', (t) => {
  const done = new Place(t).try(['check', '--with', join(top, 'tests/real')]);
  assert.equal(done.code, 0, done.out);
  assert.match(done.out, /✓ .*hospital_area\.lua/);
});

/* --- state anxiety: 28 studies ---------------------------------------------------------------- */

const atEase = ['calm', 'secure', 'at_ease', 'rested', 'comfortable', 'confident', 'relaxed', 'content', 'joyful', 'pleasant'];

// What each filling-in scores: the sum of what was answered, and what the blanks could make of it.
function anxiety(row) {
  const given = Object.entries(row).slice(3).filter(([, v]) => v !== '');
  const total = given.reduce((s, [word, v]) => s + (atEase.includes(word) ? 5 - Number(v) : Number(v)), 0);
  const blank = 20 - given.length;
  return {
    value: blank ? '' : String(total), reason: blank ? `${given.length} of 20 answered` : '',
    answered: String(given.length), lowest: String(total + blank), highest: String(total + 4 * blank),
  };
}

function sai() {
  const all = rows(readFileSync(files.sai, 'utf8'));
  const key = (r) => `${r.study}/${r.id} #${r.time}`;
  const times = new Map();
  for (const r of all) times.set(key(r), (times.get(key(r)) ?? 0) + 1);
  const nameless = all.filter((r) => r.id === '');
  const blank = all.filter((r) => r.id !== '' && Object.values(r).slice(3).every((v) => v === ''));
  const twice = all.filter((r) => r.id !== '' && times.get(key(r)) > 1);
  const kept = all.filter((r) => ![...nameless, ...blank, ...twice].includes(r));
  return { all, nameless, blank, twice, kept, key };
}

test('real answers: every score of every filling-in is what a count of our own gives', { skip }, (t) => {
  const place = opened(t, 'Studies'), { all, nameless, blank, twice, kept, key } = sai();
  const done = place.try(['import', '--as', 'sai', '--set-aside', 'aside.csv', files.sai]);
  assert.equal(done.code, 1, 'rows set aside need a person');
  assert.deepEqual([all.length, nameless.length, twice.length], [5378, 6, 2]);
  assert.deepEqual(sum(done.err, files.sai), { in: all.length, fresh: kept.length, corrected: 0, known: 0, leftOut: blank.length, setAside: 8 });
  const aside = rows(place.read('aside.csv'));
  assert.equal(aside.filter((r) => r.study === 'GRAY' && r.id === '' && /id is empty/.test(r.reason)).length, 6);
  assert.equal(aside.filter((r) => r.study === 'HOME' && r.id === '23' && r.time === '2' && /answer \w+ differently/.test(r.reason)).length, 2);
  const mine = kept.map((r) => ({ of: key(r), ...anxiety(r) })).sort((a, b) => (a.of < b.of ? -1 : 1));
  const theirs = rows(place.run('scores').out)
    .map((r) => ({ of: `${r.person} ${r.date}`, value: r.value, reason: r.reason, answered: r.answered, lowest: r.lowest, highest: r.highest }))
    .sort((a, b) => (a.of < b.of ? -1 : 1));
  assert.deepEqual(theirs, mine);
  assert.ok(mine.some((s) => s.value === ''), 'the real data has real gaps');
  const again = place.try(['import', '--as', 'sai', '--set-aside', 'aside.csv', files.sai]);
  assert.equal(sum(again.err, files.sai).known, kept.length);
});

test('real answers: a person’s page and the report of all studies are made', { skip }, (t) => {
  const place = opened(t, 'Studies'), { kept } = sai();
  place.try(['import', '--as', 'sai', files.sai, '--set-aside', 'aside.csv']);
  const refs = share(place);
  assert.equal(refs.length, new Set(kept.map((r) => `${r.study}/${r.id}`)).size);
  const often = kept.find((r) => r.time === '3');
  const of = ['--person', `${often.study}/${often.id}`];
  assert.match(place.run(['report', 'anxiety_progress', ...of]).out, /<svg/);
  const page = place.run(['report', 'my_progress', ...of, '--format', 'text']).out;
  const mine = kept.filter((r) => r.study === often.study && r.id === often.id);
  assert.match(page, new RegExp(`State anxiety”: you answered ${mine.length} times`));
  assert.ok(page.includes('Only the order of these answers is known, not their days.'), page);
  for (const row of mine) assert.match(page, new RegExp(`time ${row.time}: ${anxiety(row).value || 'not scored'}[;\n]`));
  assert.doesNotMatch(page, / (19|20)\d\d: /, 'no day is made up');
  const report = (format) => place.run(`report anxiety_area --area Studies --format ${format}`).out;
  const text = report('text').replace(/\s+/g, ' ');
  assert.match(report('html'), /<svg/);
  const round = (n) => (Math.round(n / 5) * 5).toLocaleString('en');
  assert.ok(text.includes(`${round(refs.length)} people let what happened to them be counted`));
  const days = new Map();
  for (const r of kept) {
    const s = anxiety(r);
    if (s.value !== '') days.set(`${r.study}/${r.id}`, (days.get(`${r.study}/${r.id}`) ?? 0) + 1);
  }
  const twice = [...days.values()].filter((n) => n >= 2).length;
  assert.ok(text.includes(`${round(twice)} people`), `${twice} were heard from twice`);
  for (const ref of refs) if (ref.length > 5) assert.ok(!text.includes(ref), 'no reference in an area’s report');
});

/* --- coming back after a release: one hospital ------------------------------------------------ */

const day = (time) => Date.parse(`${time.slice(0, 10)}T00:00:00Z`) / 86400000;

// Of each release: did a Return ER follow within 28 days, as far as the log goes to `asOf`?
function cameBack(asOf) {
  const last = day(asOf);
  const log = rows(readFileSync(files.sepsis, 'utf8')).map((r) => ({ ...r, row: Number(r.row), minute: r.timestamp.slice(0, 16) }))
    .filter((r) => day(r.timestamp) <= last);
  const order = (a, b) => (a.minute === b.minute ? a.row - b.row : a.minute < b.minute ? -1 : 1);
  const returns = log.filter((r) => r.activity === 'Return ER').sort(order);
  const first = Math.min(...returns.map((r) => day(r.timestamp)));
  const of = new Map();
  for (const release of log.filter((r) => r.activity.startsWith('Release'))) {
    const from = day(release.timestamp);
    const back = returns.find((r) => r.case_id === release.case_id && order(release, r) < 0 && day(r.timestamp) <= from + 28);
    const state = back ? 'found' : from < first ? 'cannot_tell kind_not_collected' : from + 28 > last ? 'cannot_tell followup_short' : 'not_found';
    of.set(`${release.case_id} ${release.timestamp.slice(0, 10)} ${release.row}`, back ? `${state} ${day(back.timestamp) - from}` : state);
  }
  return of;
}

function compare(place, asOf) {
  const theirs = new Map();
  for (const f of rows(place.run(`findings --indicator came_back --as-of ${asOf}`).out)) {
    const days = f.told.match(/(\d+) days? later/)?.[1];
    if (f.date !== '')
      theirs.set(`${f.person} ${f.date} ${f.events.split(' ')[0]}`, [f.state, f.why, days].filter(Boolean).join(' '));
  }
  const mine = cameBack(asOf);
  assert.deepEqual(new Map([...theirs].sort()), new Map([...mine].sort()));
  return [...mine.values()];
}

test('real events: each release is found, not found or cannot be told as in a count of our own', { skip }, (t) => {
  const place = opened(t, 'Hospital'), log = rows(readFileSync(files.sepsis, 'utf8'));
  const half = log.filter((r) => r.timestamp < '2014-10-16');
  place.write('half.csv', csv(half));
  place.run('import --as sepsis --recorded 2014-10-15 half.csv');
  const { err } = place.run(['import', '--as', 'sepsis', '--recorded', '2015-06-05', files.sepsis]);
  const isStep = (r) => /^(ER Registration|Return ER|Admission|Release)/.test(r.activity);
  const steps = log.filter(isStep).length, known = half.filter(isStep).length;
  assert.equal(log.length, 15214);
  assert.deepEqual(sum(err, files.sepsis), { in: 15214, fresh: steps - known, corrected: 0, known, leftOut: 15214 - steps, setAside: 0 });
  assert.equal(place.sql('alongside.db', 'select count(*) from reference'), '1050\n');
  const whole = compare(place, '2015-06-05');
  assert.equal(whole.length, 782);
  assert.ok(whole.includes('cannot_tell kind_not_collected'));
  const cut = compare(place, '2014-10-15');
  assert.ok(cut.filter((s) => s === 'cannot_tell followup_short').length > 20, 'the log as it was half way through');
});

test('real events: the person called NA has a page, and the hospital a report', { skip }, (t) => {
  const place = opened(t, 'Hospital');
  place.run(['import', '--as', 'sepsis', '--recorded', '2013-01-01', files.sepsis]);
  const refs = share(place);
  assert.equal(refs.length, 1050);
  assert.ok(refs.includes('NA'));
  assert.match(place.run('report hospital_progress --person NA --format text').out, /NA’s page/);
  assert.match(place.run('report hospital_progress --person NA').out, /^<!doctype html>/);
  const back = rows(place.run('findings --indicator came_back').out).find((f) => f.state === 'found');
  const page = place.run(`report hospital_progress --person ${back.person} --format text`).out.replace(/\s+/g, ' ');
  assert.ok(page.includes(back.told.slice(0, 40)), back.told);
  const report = (format) => place.run(`report hospital_area --area Hospital --period 2014 --format ${format}`).out;
  assert.match(report('html'), /<svg/);
  const text = report('text').replace(/\s+/g, ' ');
  assert.match(text, /([\d,]+) people let what happened to them be counted/);
  for (const [, number] of text.matchAll(/([\d,]+) people/g))
    assert.equal(Number(number.replaceAll(',', '')) % 5, 0, number);
  const found = new Set([...cameBack('2015-06-05')].filter(([of, state]) => / 2014-/.test(of) && state.startsWith('found'))
    .map(([of]) => of.split(' ')[0]));
  assert.ok(text.includes(`${(Math.round(found.size / 5) * 5).toLocaleString('en')} of `), `${found.size} had to come back`);
});
