// SPDX-License-Identifier: GPL-3.0-or-later
// The whole line, once: files come in, are scored and noticed, and come out as tables and pages.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Place, contentTables, csv, derivedTables, plainFiles, rows, sum } from './machine.mjs';

const asOf = '--as-of 2026-01-31';

test('a made-up area goes from files to tables and pages', (t) => {
  const place = Place.saltmere(t);
  const refs = rows(place.read('files/people.csv')).map((p) => p.person);
  const scores = rows(place.run(`scores ${asOf}`).out);
  const findings = rows(place.run(`findings ${asOf}`).out);
  assert.ok(scores.length > 100 && findings.length > 20);
  for (const row of [...scores, ...findings]) assert.ok(refs.includes(row.person));
  for (const of of ['--person p007', '--area Saltmere --period 2025']) {
    const name = of.includes('person') ? 'my_progress' : 'area_learning';
    const html = place.run(`report ${name} ${of} ${asOf}`).out;
    const text = place.run(`report ${name} ${of} ${asOf} --format text`).out;
    const model = JSON.parse(place.run(`report ${name} ${of} ${asOf} --format json`).out);
    assert.match(html, /^<!doctype html>/);
    assert.ok(model.sections.length >= 3);
    for (const section of model.sections) {
      assert.ok(html.includes(section.asks), section.asks);
      assert.ok(text.replaceAll('\n', ' ').includes(section.asks), section.asks);
    }
  }
});

test('the sum of rows holds: what went in is new, corrected, known, left out or set aside', (t) => {
  const place = new Place(t);
  place.run('invent files --people 40 --seed 5');
  place.run('init --area Saltmere');
  for (const file of plainFiles) {
    const given = rows(place.read(file)).length;
    const s = sum(place.run(['import', file]).err, file);
    assert.equal(s.in, given, `${file}: every row is counted`);
    assert.equal(s.fresh + s.corrected + s.known + s.leftOut + s.setAside, s.in);
    assert.equal(s.setAside, 0);
  }
});

test('the store holds every answer of the file, and nothing else', (t) => {
  const place = Place.saltmere(t);
  const code = { '-': '', d: 'declined', u: 'unknown', n: 'not_asked', x: 'not_applicable', w: 'withheld' };
  const kept = (who) => [...new Set(place.sql('alongside.db', `select ${who}, instrument, date, item, answer from answer where ${who.split(',')[0]} is not null`)
    .trimEnd().split('\n').map((l) => l.replace(/([|:])([^|:@]*)(@\d)?$/, (_, before, a, weight = '') => `${before}${code[a] ?? a}${weight}`))
    .filter((l) => !/[|:]$/.test(l)))].sort();
  const file = (name) => rows(place.read(`files/${name}.csv`));
  const row = (who, r, item, answer) => [...who.split(',').map((name) => r[name]), r.instrument, r.date, item, answer].join('|');
  const level = (r) => `${r.goal}:${r.rating}${['', '1'].includes(r.weight) ? '' : `@${r.weight}`}`;
  const given = (list) => [...new Set(list)].sort();
  assert.deepEqual(kept('person'), given([
    ...file('answers').filter((r) => r.answer !== '').map((r) => row('person', r, r.item, r.answer)),
    ...file('goals').filter((r) => r.instrument !== '' && (!level(r).endsWith(':'))).map((r) => row('person', r, 'goal', level(r))),
  ]));
  assert.deepEqual(kept('area,seat'), given(file('area_answers').filter((r) => r.answer !== '').map((r) => row('area,seat', r, r.item, r.answer))));
});

test('the same files again are all already known and change no byte of the store', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db');
  const { err } = place.run(`import --recorded 2026-03-01 ${plainFiles.join(' ')}`);
  for (const file of plainFiles) {
    const s = sum(err, file);
    assert.ok(s.in > 0);
    assert.equal(s.known, s.in, file);
  }
  assert.equal(place.dump('alongside.db'), before);
});

test('files and rows in another order give the same scores and findings', (t) => {
  const place = Place.saltmere(t);
  const other = new Place(t);
  other.run('invent files');
  for (const file of plainFiles) {
    other.write(file, csv(rows(place.read(file)).reverse()));
  }
  other.run('init --area Saltmere');
  other.run(`import --recorded 2026-01-31 ${[...plainFiles].reverse().join(' ')}`);
  assert.equal(other.run(`scores ${asOf}`).out, place.run(`scores ${asOf}`).out);
  assert.equal(other.run(`findings ${asOf}`).out, place.run(`findings ${asOf}`).out);
  const report = `report area_learning --area Saltmere --period 2025 ${asOf}`;
  assert.equal(other.run(report).out, place.run(report).out);
});

test('a dry run says what it would do and leaves the store as it was', (t) => {
  const place = Place.saltmere(t);
  const before = place.dump('alongside.db');
  place.write('more.csv', 'person,date,instrument,item,answer\np900,2026-01-05,swemwbs,close,4\np900,2026-01-05,swemwbs,clos,4\n');
  const dry = place.try('import --dry-run more.csv');
  assert.equal(dry.code, 1);
  assert.match(dry.err, /Nothing was kept: this was a dry run\./);
  assert.equal(place.dump('alongside.db'), before);
  assert.ok(!place.has('more.set-aside.csv'));
  assert.deepEqual(sum(place.try('import more.csv').err, 'more.csv'), sum(dry.err, 'more.csv'));
  assert.notEqual(place.dump('alongside.db'), before);
});

test('everything worked out again comes out the same to the byte', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db', derivedTables);
  assert.match(before, /INSERT INTO score/);
  assert.match(place.run('score').err, /^0 people looked at again/);
  assert.match(place.run('score --rebuild').err, /^40 people looked at again/);
  assert.equal(place.dump('alongside.db', derivedTables), before);
});

test('a rebuild mends derived tables that somebody changed', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const before = place.dump('alongside.db', derivedTables);
  place.sql('alongside.db', 'pragma trusted_schema=on; delete from finding where person % 2 = 0; update score set scores = \'[]\'');
  assert.notEqual(place.dump('alongside.db', derivedTables), before);
  place.run('score --rebuild');
  assert.equal(place.dump('alongside.db', derivedTables), before);
});

test('only who was touched is looked at again, with the same result as everyone at once', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  place.write('late.csv', 'person,date,kind,need,initiated_by\np003,2026-01-20,request,food,person\np004,2026-01-21,request,food,person\n');
  place.run('import --recorded 2026-01-31 late.csv');
  assert.match(place.run('score').err, /^2 people looked at again/);
  const bitByBit = place.dump('alongside.db', derivedTables);
  place.run('score --rebuild');
  assert.equal(place.dump('alongside.db', derivedTables), bitByBit);
});

test('another as-of is worked out beside the store and not kept in it', (t) => {
  const place = Place.saltmere(t);
  place.run('score');
  const kept = () => place.dump('alongside.db').replace(/^INSERT INTO plugin VALUES\(\d+,'report',.*\n(?:(?!INSERT|CREATE).*\n)*/gm, '');
  const before = kept();
  place.run(`scores ${asOf}`);
  place.run('findings --as-of 2026-06-30');
  place.run(`report my_progress --person p001 ${asOf}`);
  assert.equal(kept(), before, 'but for the version of the definition that the page was made with');
  assert.equal(place.sql('alongside.db', 'select what, ref from look left join reference using (person)'),
    'scores|\nfindings|\nreport my_progress|p001\n');
});

test('scores and findings are sorted by reference, date and plugin, and the JSON says the same', (t) => {
  const place = Place.saltmere(t);
  for (const [what, plugin] of [['scores', 'instrument'], ['findings', 'indicator']]) {
    const table = rows(place.run(`${what} ${asOf}`).out);
    const keys = table.map((r) => [r.person, r.date, r[plugin]].join('\t'));
    assert.deepEqual(keys, [...keys].sort());
    const json = JSON.parse(place.run(`${what} ${asOf} --format json`).out);
    assert.deepEqual(json.map((r) => Object.fromEntries(Object.entries(r).map(([k, v]) => [k, v === null ? '' : String(v)]))), table);
    const one = rows(place.run(`${what} --person p007 ${asOf}`).out);
    assert.deepEqual(one, table.filter((r) => r.person === 'p007'));
  }
});

test('--quiet says nothing, and data goes to standard output alone', (t) => {
  const place = Place.saltmere(t);
  assert.deepEqual(place.run(`import --quiet ${plainFiles.join(' ')}`), { code: 0, out: '', err: '' });
  assert.equal(place.run('score').out, '');
  assert.equal(place.run(`scores ${asOf}`).err, '');
  assert.equal(place.run(`report my_progress --person p007 ${asOf}`).err, '');
});

test('areas differ only by the people in them: one’s report does not change with the other', (t) => {
  const place = Place.saltmere(t, { people: 60 });
  place.run(`report area_learning --area Saltmere --period 2025 ${asOf} -o one.html`);
  const other = Place.saltmere(t, { people: 60 });
  const people = rows(other.read('files/people.csv')).map((p) => ({ ...p, person: `north-${p.person}`, area: 'Northmere' }));
  other.write('north.csv', csv(people));
  other.write('areas.csv', 'area\nNorthmere\n');
  assert.match(other.run('import --recorded 2026-01-31 areas.csv north.csv').err, /The area Northmere is new/);
  other.run(`report area_learning --area Saltmere --period 2025 ${asOf} -o one.html`);
  assert.equal(other.read('one.html'), place.read('one.html'));
});

test('what the content tables hold does not change when scores, findings and a person’s page are made', (t) => {
  const place = Place.saltmere(t);
  const content = contentTables.filter((name) => name !== 'plugin');
  const before = place.dump('alongside.db', content);
  for (const what of ['score', 'scores', 'findings', 'report my_progress --person p001', 'list instruments'])
    place.run(what);
  assert.equal(place.dump('alongside.db', content), before);
});
