// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who reads everything that leaves the engine, and nothing else, tries to learn of a few people.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Place, csv, rows } from './machine.mjs';

const asOf = '--as-of 2026-01-31';
const report = `report area_learning --area Saltmere --period 2025 ${asOf}`;
const formats = ['html', 'text', 'json'];
const hidden = /fewer than 10|too few/i;

const round = (count) => Math.round(count / 5) * 5;

function published(place, command = report) {
  return Object.fromEntries(formats.map((format) => [format, place.run(`${command} --format ${format}`).out]));
}

// What a reader sees or could find in the source: without the style sheet and the tags, attributes beside.
function readable(html) {
  const body = html.replace(/<style>[\s\S]*?<\/style>/g, '');
  const attributes = [...body.matchAll(/\s(?:title|aria-label|alt|content|data-[\w-]+)="([^"]*)"/g)].map(([, value]) => value);
  return [body.replace(/<(?:desc|title|text|p|h\d|li|td|th|dd|dt|tr|span)\b/g, '\n$&').replace(/<[^>]+>/g, ' '), ...attributes].join('\n');
}

// Every number said of people.
function said(text) {
  const flat = text.replace(/\s+/g, ' ').replace(/fewer than 10|from 25 people on/gi, '');
  const numbers = [];
  const take = (...found) => numbers.push(...found.filter(Boolean).map((n) => Number(n.replaceAll(',', ''))));
  for (const [, n] of flat.matchAll(/([\d,]*\d) people/g)) take(n);
  for (const [, n, of] of flat.matchAll(/([\d,]*\d) of (?:all )?(?:these |the )?([\d,]*\d)/g)) take(n, of);
  for (const [, n] of flat.matchAll(/(?:Everyone|Happened|Did not|Cannot tell): ([\d,]*\d)/g)) take(n);
  return numbers;
}

// Every number in the model that stands for people: all but where marks stand on an axis.
function counts(model) {
  const places = ['at', 'from', 'to', 'low', 'high', 'zero', 'label', 'mean'];
  const numbers = [];
  (function walk(value, key) {
    if (places.includes(key)) return;
    if (typeof value === 'number') numbers.push(value);
    if (typeof value === 'string' && /^[\d,]+$/.test(value)) numbers.push(Number(value.replaceAll(',', '')));
    if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) ? key : name);
  })(model.sections, '');
  return numbers;
}

function attack(pages) {
  const model = JSON.parse(pages.json);
  const texts = [readable(pages.html), pages.text, JSON.stringify(model.sections)];
  const numbers = [...texts.flatMap(said), ...counts(model)];
  for (const number of numbers) {
    assert.equal(number % 5, 0, `${number} people is an exact count`);
    assert.notEqual(number, 5, 'a five stands for fewer than ten');
  }
  return numbers;
}

// People in another area who may be counted: without them a store says that nothing can be made public yet.
const elsewhere = Array.from({ length: 20 }, (_, i) => ({ person: `e${i}`, area: 'The Merrows', since: '2024-06-01', shares: 'yes' }));

function addElsewhere(place) {
  place.write('elsewhere.csv', csv(elsewhere));
  place.run('import --recorded 2026-01-31 elsewhere.csv');
}

const escape = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// Of each row of a figure: what it is called, and what is said of it.
function told(pages) {
  return JSON.parse(pages.json).sections.flatMap((s) => s.figures ?? []).flatMap((f) => f.rows ?? [])
    .filter((r) => r.strong).map((r) => [r.strong.replace(/[:–\s]+$/, ''), r.says]);
}

// The same numbers from the plain files, by the words of the report.
function truth(place) {
  const table = rows(place.read('files/people.csv')), events = rows(place.read('files/events.csv'));
  const stopped = rows(place.read('files/consents.csv')).filter((c) => c.purpose === 'coaching' && c.given === 'no');
  const unseen = events.filter((e) => e.kind === 'not_observed' && stopped.some((c) => c.person === e.person && c.date <= e.until));
  const gone = new Set([...table.filter((p) => p.area !== 'Saltmere'), ...events.filter((e) => ['death', 'moved_away'].includes(e.kind))]
    .concat(stopped, unseen).filter((row) => row.date < '2025-01-01').map((row) => row.person));
  const people = table.filter((p) => p.shares === 'yes' && !gone.has(p.person)
    && (p.since === '' || p.since <= '2025-12-31') && (p.until === '' || p.until >= '2025-01-01'));
  const days = new Map(people.map((p) => [p.person, new Set()]));
  // Not from `scores`: it leaves out who withdrew from coaching in the period, and what they had answered by then counts.
  place.run('score');
  const scored = place.sql('alongside.db', `select person || ',' || date from score_long
    where instrument = 'swemwbs' and value is not null and date <= '2025-12-31'`);
  for (const [person, date] of scored.trim().split('\n').map((row) => row.split(','))) days.get(person)?.add(date);
  const told = (p) => [...days.get(p.person)].sort();
  const twice = people.filter((p) => told(p).length >= 2 && told(p).at(-1) >= '2025-01-01');
  const scoredOnce = people.filter((p) => told(p).length > 0);
  return { people: people.length, twice: twice.length, started: scoredOnce.length };
}

// Whom change is told of, counted again: who has ever told us up to the end of the period, or else everyone.
function changed(pages, real) {
  const figure = JSON.parse(pages.json).sections.find((s) => s.id === 'scores').figures[1];
  const started = figure.title.match(/([\d,]+) people who have told us how they were/);
  const whole = started ? real.started : real.people;
  const number = (words) => Number(words.replaceAll(',', ''));
  if (started) assert.equal(number(started[1]), round(real.started), figure.title);
  else if (/^Of [\d,]+ people/.test(figure.title)) assert.match(figure.sub, /Anyone who never told us, .*is among them/);
  const rest = figure.rows.find((r) => r.strong.startsWith('No answer in this period that could be scored and compared'));
  if (!hidden.test(rest.says)) assert.equal(number(rest.says.match(/^[\d,]+/)[0]), round(whole - real.twice), rest.says);
  return started ? 'started' : 'everyone';
}

for (const people of [5, 9, 10, 12, 30, 100, 400, 1000])
  test(`of ${people} people no page, text or JSON says an exact or a small number`, (t) => {
    const kinds = new Set();
    for (const seed of people > 100 ? [1, 2] : [1, 2, 3, 4]) {
      const place = Place.saltmere(t, { people, seed });
      addElsewhere(place);
      const pages = published(place);
      const numbers = attack(pages);
      const real = truth(place);
      if (real.people < 10) {
        assert.deepEqual(numbers, [], 'nothing is counted');
        for (const format of formats) assert.match(pages[format].replace(/\s+/g, ' '), /Fewer than 10 people/);
        continue;
      }
      const everyone = pages.text.match(/([\d,]+) people let what happened/);
      assert.ok(everyone || real.people < 20, pages.text.slice(0, 600));
      if (everyone) assert.equal(Number(everyone[1].replaceAll(',', '')), round(real.people));
      for (const [name, says] of told(pages))
        if (name === 'Told us in this period, not for the first time' && !hidden.test(says)) {
          assert.ok(real.twice >= 10, `${real.twice} is shown as ${says}`);
          assert.equal(says, `${round(real.twice)} people`);
        }
      kinds.add(changed(pages, real));
    }
    if (people === 30) assert.ok(kinds.has('everyone'));
    if (people === 1000) assert.ok(kinds.has('started'));
  });

test('a comfortable area is told something: protection is not silence', (t) => {
  const pages = published(Place.saltmere(t, { people: 400 }));
  const all = told(pages);
  const open = all.filter(([, says]) => !hidden.test(says));
  assert.ok(all.length >= 10 && open.length >= all.length * 0.6, `${open.length} of ${all.length} rows`);
});

test('what is hidden is hidden in every format, and drawn as nothing but hidden', (t) => {
  const place = Place.saltmere(t, { people: 60, seed: 3 });
  const pages = published(place);
  const kept = JSON.parse(pages.json).sections.flatMap((s) => s.figures ?? []).flatMap((f) => f.rows ?? [])
    .filter((r) => r.strong && hidden.test(r.says));
  assert.ok(kept.length > 3);
  for (const row of kept)
    if (row.chart)
      for (const key of Object.keys(row.chart))
        assert.ok(['kind', 'hidden', 'whole', 'found', 'not', 'cannot'].includes(key), `${row.strong} is drawn with ${key}`);
  const flat = pages.text.replace(/\s+/g, ' ');
  const html = readable(pages.html).replace(/\s+/g, ' ');
  for (const row of kept)
    for (const text of [flat, html]) {
      assert.match(text.replaceAll(/ +([:·,.])/g, '$1'), new RegExp(`${escape(row.strong)} *${escape(row.says.slice(0, 20))}`), row.strong);
    }
});

// Forty people who said yes, of whom `found` had to ask twice.
function asked(t, found, people = 40) {
  const place = new Place(t);
  const name = (i) => `p${String(i).padStart(3, '0')}`;
  const all = Array.from({ length: people }, (_, i) => i + 1);
  place.write('people.csv', csv(all.map((i) => ({ person: name(i), area: 'Saltmere', since: '2024-06-01', shares: 'yes' }))));
  const event = (i, date, kind, outcome) => ({
    person: name(i), date, kind, service: 'Food bank', thread: `t${i}`, need: 'food', initiated_by: 'person',
    outcome, outcome_by: 'person',
  });
  place.write('events.csv', csv(all.flatMap((i) => [   // the year before shows that both kinds are collected
    event(i, '2024-07-01', 'contact', 'need_met'), event(i, '2024-07-02', 'request', 'need_met'),
    event(i, '2025-03-01', 'request', 'nothing_changed'),
    event(i, i <= found ? '2025-03-15' : '2025-05-15', 'contact', 'need_met')])));
  place.run('init');
  place.run('import --recorded 2026-01-31 people.csv events.csv');
  assert.equal(new Set(rows(place.run(`findings ${asOf}`).out).filter((f) => f.state === 'found').map((f) => f.person)).size, found);
  return place;
}

test('one, four, seven and nine people who had to ask again give the same page to the byte', (t) => {
  const [first, ...others] = [1, 4, 7, 9].map((found) => published(asked(t, found)));
  for (const other of others) assert.deepEqual(other, first);
  attack(first);
});

test('thirty-one to thirty-nine of forty give the same page: the rest would be fewer than ten', (t) => {
  const [first, ...others] = [31, 34, 39].map((found) => published(asked(t, found)));
  for (const other of others) assert.deepEqual(other, first);
});

test('a number of ten and more is told, rounded', (t) => {
  const pages = published(asked(t, 18));
  assert.match(pages.text.replace(/\s+/g, ' '), /20 of (all )?40 people/);
  assert.doesNotMatch(readable(pages.html), /\b18\b|\b22\b/);
});

// Whom a part leaves over is a few as well: who said neither yes nor no.
test('the few of a part that has no row of its own cannot be had from the rows beside it', (t) => {
  const place = new Place(t);
  const says = (i) => (i < 40 ? 'yes' : i < 92 ? 'no' : 'not_asked');
  const all = Array.from({ length: 100 }, (_, i) => i);
  place.write('people.csv', csv(all.map((i) => (
    { person: `p${i}`, area: 'Saltmere', since: '2024-06-01', shares: 'yes', disability: says(i) }))));
  place.write('events.csv', csv(all.flatMap((i) => ['2024-07-01', '2025-03-01', i % 2 ? '2025-03-15' : '2025-06-15'].map((date, k) => ({
    person: `p${i}`, date, kind: k ? 'contact' : 'request', service: 'Food bank', thread: `t${i}`, need: 'food', initiated_by: 'person',
    outcome: 'nothing_changed', outcome_by: 'person' })))));
  place.run('init');
  place.run('import --recorded 2026-01-31 people.csv events.csv');
  const { figures } = JSON.parse(published(place).json).sections.find((s) => /same for everyone/.test(s.asks));
  const rows = figures.find((f) => f.title.startsWith('Asking again')).rows.map((r) => `${r.strong} ${r.says}`);
  const of = (name) => rows.some((row) => row.startsWith(name) && /of \d+ people of whom we could tell/.test(row));
  assert.ok(of('Everyone'), rows.join('\n'));
  assert.ok(!(of('disabled') && of('not disabled')), rows.join('\n'));
});

// People who said yes and to which ethnic group they belong, and nothing else.
function grouped(t, groups) {
  const place = new Place(t);
  const all = Object.entries(groups).flatMap(([ethnic_group, count]) => Array.from({ length: count }, () => ethnic_group))
    .map((ethnic_group, i) => ({ person: `p${i}`, area: 'Saltmere', since: '2024-06-01', shares: 'yes', ethnic_group }));
  place.write('people.csv', csv(all));
  place.run('init');
  place.run('import --recorded 2026-01-31 people.csv');
  return published(place);
}

// The finer groups where they may be told, else the coarser ones; a choice by true counts would tell of a few.
test('which level of groups stands tells no more than the numbers beside it', (t) => {
  const [first, ...others] = [1, 4, 9].map((few) => grouped(t, { white_british: 60, asian_indian: 40 - few, asian_pakistani: few }));
  for (const other of others) assert.deepEqual(other, first);
  attack(first);
  assert.match(first.text, /Asian: 0 of 40 people/);
  assert.doesNotMatch(first.text, /Indian|Pakistani/);
  const fine = grouped(t, { white_british: 60, asian_indian: 20, asian_pakistani: 20 });
  attack(fine);
  assert.match(fine.text.replace(/\s+/g, ' '), /Asian: Indian: 0 of 20 people .* Asian: Pakistani: 0 of 20 people/);
});

test('eight or nine who may be counted give the same page as none, whoever else is there', (t) => {
  const page = (sharing) => {
    const place = new Place(t);
    place.write('people.csv', csv(Array.from({ length: 60 }, (_, i) => (
      { person: `p${i}`, area: 'Saltmere', since: '2024-06-01', shares: i < sharing ? 'yes' : 'no' })).concat(elsewhere)));
    place.run('init');
    place.run('import --recorded 2026-01-31 people.csv');
    return published(place);
  };
  const none = page(0);
  assert.match(none.text, /Fewer than 10 people/);
  assert.deepEqual(page(8), none);
  assert.deepEqual(page(9), none);
  assert.notDeepEqual(page(40), none);
});

test('asked again, with another as-of too, it is the same release, and says so', (t) => {
  const place = Place.saltmere(t, { people: 60 });
  const first = published(place);
  assert.deepEqual(published(place), first);
  const later = place.run('report area_learning --area Saltmere --period 2025 --as-of 2026-03-31');
  assert.equal(later.out, first.html);
  assert.match(later.err, /This period was released before, as of 31 January 2026/);
  assert.equal(place.sql('alongside.db', 'select count(*) from release'), '1\n');
});

test('a format asked for later is made from the release, not from what is known by then', (t) => {
  const place = Place.saltmere(t, { people: 60 }), other = Place.saltmere(t, { people: 60 });
  const all = published(place);
  other.run(`${report} --format text`);
  other.write('gone.csv', csv(rows(other.read('files/people.csv')).map((p) => ({ person: p.person, area: 'Saltmere', date: '2026-02-01', shares: 'no' }))));
  other.run('import --recorded 2026-02-01 gone.csv');
  assert.deepEqual(published(other), all);
  addElsewhere(other);
  const afterwards = other.run('report area_learning --area Saltmere --period 2024 --as-of 2026-02-01 --format text').out;
  assert.match(afterwards, /Fewer than 10 people/, 'a new release counts nobody who withdrew');
});

test('talk and the store’s ledger say no more than the page', (t) => {
  const place = Place.saltmere(t, { people: 60, seed: 2 });
  const { err } = place.run(`${report} -o page.html`);
  assert.equal(err, 'Wrote page.html.\n');
  const model = JSON.parse(place.sql('alongside.db', 'select model from release'));
  attack({ html: '', text: '', json: JSON.stringify(model) });
});

test('no worker or coach can be counted, compared or looked for', (t) => {
  const place = new Place(t);
  const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
  place.write('people.csv', csv(people.map((person) => ({ person, area: 'Saltmere', since: '2024-06-01', shares: 'yes' }))));
  place.write('events.csv', csv(people.map((person, i) => ({
    person, date: '2025-03-01', kind: 'contact', service: 'Food bank',
    worker: i % 2 ? 'Marrowbone' : 'Thistlewick', initiated_by: 'person',
  }))));
  place.run('init');
  const done = place.try('import --recorded 2026-01-31 people.csv events.csv');
  assert.ok([0, 65].includes(done.code), done.err);
  for (const page of Object.values(published(place))) assert.doesNotMatch(page, /Marrowbone|Thistlewick|Food bank/);
  for (const flag of ['--by worker', '--worker Marrowbone', '--group worker', '--unprotected', '--threshold 1', '--exact']) {
    const refused = place.try(`${report} ${flag}`);
    assert.equal(refused.code, 64, flag);
    assert.equal(refused.out, '');
  }
  for (const sort of ['by', 'worker', 'service'])
    assert.equal(place.try(`findings --sort ${sort}`).code, 64);
  const definition = (what) => `return { title = "By worker", version = "1", source = "made up", reader = "area", template = "area_learning.html",
  sections = { { asks = "Who?", shows = "findings", of = "repeat_contact", ${what} } },
  examples = { { "six people", people = 6, says = "too few people to show" } } }\n`;
  for (const what of ['by = "worker"', 'by = "coach"', 'split = "worker"', 'sort = "value"', 'threshold = 1']) {
    place.write('by_worker.lua', definition(what));
    const check = place.try('check by_worker.lua');
    assert.equal(check.code, 1, what);
    assert.match(check.out, /by_worker\.lua:2: /, what);
  }
});

// An operator may move people to an area of another name; what was shown of them stays shown.
test('people who were moved to another area are not shown a second time for the same days', (t) => {
  const place = Place.saltmere(t, { people: 60 });
  const moved = (people) => {
    place.write('moved.csv', csv(people.map((p) => ({ person: p.person, area: 'Thornwick', since: '2024-01-01', date: '2024-01-01' }))));
    place.write('areas.csv', 'area\nThornwick\n');
    place.run('import --recorded 2026-01-31 areas.csv moved.csv');
  };
  published(place);
  moved(rows(place.read('files/people.csv')).slice(3));
  const again = place.try('report area_learning --area Thornwick --period 2025 --as-of 2026-01-31 --format text');
  assert.equal(again.code, 77);
  assert.equal(again.out, '');
  assert.match(again.err, /area_learning of Thornwick for 2025 cannot be made: area_learning of Saltmere for 2025 is public already/);
  assert.match(again.err, /before 1 January 2025 or after 31 December 2025\.$/m);
});

test('nobody can ask day by day when the tenth person came', (t) => {
  const place = new Place(t);
  place.write('people.csv', csv(Array.from({ length: 40 }, (_, i) => (
    { person: `p${i}`, area: 'Saltmere', since: `2025-03-${String(i % 28 + 1).padStart(2, '0')}`, shares: 'yes' }))));
  place.run('init');
  place.run('import --recorded 2026-01-31 people.csv');
  const ask = (period) => place.try(`report area_learning --area Saltmere --period ${period} ${asOf} --format text`);
  assert.match(ask('2025-03-01/2025-03-03').out, /Fewer than 10 people/);
  const day = ask('2025-03-01/2025-03-04');
  assert.equal(day.code, 77);
  assert.match(day.err, /too few people were there to show anything/);
  assert.match(day.err, /when the tenth person came\. Ask for that one again: it comes out as it was\. Or ask for a month/);
  assert.doesNotMatch(ask('2025-03').out, /Fewer than 10 people who/);
});

test('what a store makes of a period before it has anything to count is not made public', (t) => {
  const place = new Place(t);
  const refused = (code, says, command = report) => {
    const done = place.try(command);
    assert.equal(done.code, code);
    assert.equal(done.out, '');
    assert.match(done.err, says);
    assert.equal(place.sql('alongside.db', 'select count(*) from release'), '0\n');
  };
  const people = (shares) => csv(Array.from({ length: 40 }, (_, i) => ({ person: `p${i}`, area: 'Saltmere', since: '2024-06-01', shares })));
  place.write('areas.csv', 'area\nSaltmere\n');
  place.run('init');
  place.run('import --recorded 2026-01-31 areas.csv');
  refused(66, /nobody is in the store yet, and a period is released once\. Import people first, then ask again$/m);
  place.write('people.csv', people(''));
  place.run('import --recorded 2026-01-31 people.csv');
  refused(77, /fewer than 10 people in the whole store have said yes to being counted, and a period is released once\. A yes is written in the column shares/);
  place.write('yes.csv', people('yes'));
  place.run('import --recorded 2026-01-31 yes.csv');
  refused(77, /cannot be made as of 30 January 2026: nothing was recorded by then, the first file on 31 January 2026, and a period is released once\. Ask as of a later day/,
    report.replace('2026-01-31', '2026-01-30'));
  assert.match(place.run(`${report} --format text`).out, /40 people let what happened to them be counted/);
  assert.match(place.run('findings --as-of 2026-01-30').err, /Nothing was recorded by 30 January 2026, so nothing can be told as of that day\. The first file was recorded on 31 January 2026/);
});
