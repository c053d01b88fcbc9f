// SPDX-License-Identifier: GPL-3.0-or-later
// What is in the store, and whether it is as the program wrote it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { Place, contentTables, plainFiles } from './machine.mjs';

test('status says what is there, how many may be counted and what waits', (t) => {
  const place = Place.saltmere(t);
  const { out } = place.run('status');
  assert.match(out, /^alongside\.db, for Saltmere\n/);
  assert.match(out, /people +40, of whom \d+ said yes to being counted for learning/);
  assert.match(out, /administrations +.*swemwbs \d+/);
  assert.match(out, /events +.*\bcontact \d+.*; fewer than 10 each: /);
  assert.match(out, /Of 40 people something changed since scores were worked out/);
  place.run('score');
  assert.doesNotMatch(place.run('status').out, /since scores were worked out/);
  const json = JSON.parse(place.run('status --json').out);
  assert.equal(json.people, 40);
  const exact = Number(place.sql('alongside.db', "select count(*) from administration_now where instrument = 'swemwbs'"));
  assert.equal(json.holds.find((h) => h.of === 'administrations' && h.name === 'swemwbs').count, 5 * Math.round(exact / 5));
});

test('status tells a few rows about people as fewer than 10, and more to the nearest five', (t) => {
  const place = new Place(t);
  place.run('init --area Town');
  const events = (kind, n) => Array.from({ length: n }, (_, i) => `p${kind}${i},2024-01-01,${kind}\n`).join('');
  place.write('events.csv', `person,date,kind\n${events('death', 1)}${events('crisis', 9)}${events('refusal', 10)}${events('contact', 13)}`);
  place.write('notes.csv', 'person,date,words\npcontact1,2024-01-01,hello\n');
  place.run('import events.csv notes.csv');
  const { out } = place.run('status');
  assert.match(out, /\n {2}events +contact 15, refusal 10; fewer than 10 each: crisis, death\n/);
  assert.match(out, /\n {2}notes +fewer than 10\n/);
  assert.match(out, /\n {2}areas +1\n/, 'an area is nobody');
  assert.match(out, /Of 35 people something changed since scores were worked out/);
  const json = JSON.parse(place.run('status --json').out);
  assert.deepEqual(json.holds.filter((h) => h.of === 'events').map((h) => [h.name, h.count]),
    [['contact', 15], ['crisis', 'fewer than 10'], ['death', 'fewer than 10'], ['refusal', 10]]);
  place.run('score');
  place.write('one.csv', 'person,date,kind\npdeath0,2024-01-02,contact\n');
  place.run('import one.csv');
  assert.match(place.run('status').out, /Of fewer than 10 people something changed since scores were worked out/);
  assert.equal(JSON.parse(place.run('status --json').out).changed_since_scored, 'fewer than 10');
});

test('status is the same bytes of equal stores, whatever came in first', (t) => {
  const place = Place.saltmere(t), files = plainFiles.toReversed();
  mkdirSync(place.path('other'));
  place.run('init --area Saltmere --store other/alongside.db');
  for (const file of files) place.run(`import --store other/alongside.db --recorded 2026-01-31 ${file}`);
  const said = () => ['status', 'status --json'].map((s) => [place.run(s).out, place.run(`${s} --store other/alongside.db`).out.replace('other/', '')]);
  for (const [one, other] of said()) assert.equal(one, other);
  place.run('score');
  place.run('findings --store other/alongside.db');
  for (const [one, other] of said()) assert.equal(one, other);
  assert.match(place.run('status').out, /instruments in use +area_baseline 1, gas 1, k10 1, ons4 1/);
});

test('status says with what, since when and what each area collects', (t) => {
  const place = new Place(t);
  place.run('init');
  assert.match(place.run('status').out, /No file of collects says what is collected\. A kind of event counts as collected in an area from its first/);
  assert.doesNotMatch(place.run('status').out, /last imported|worked out/);
  place.write('collects.csv', 'area,kind,since,until,subtype,service_type\nTown,contact,2024-01-01,,,\nTown,crisis,2024-01-01,,ambulance,\n'
    + 'Town,contact,2024-05-01,2024-06-30,,food_bank\nAway,refusal,2023-01-01,,,\n');
  place.write('events.csv', 'person,date,kind\np1,2024-02-01,request\n');
  place.run('import --recorded 2024-07-01 collects.csv events.csv');
  place.run('score');
  const { out } = place.run('status');
  assert.match(out, /last imported +collects\.csv, events\.csv, recorded 2024-07-01/);
  assert.match(out, /scores and findings +worked out as of \d{4}-\d\d-\d\d/);
  assert.match(out, /indicators in use .*repeat_contact \d/);
  assert.match(out, /Collected in Away and its parts:\n {2}from 2023-01-01 {2}refusal\n/);
  assert.match(out, /Collected in Town and its parts:\n {2}from 2024-01-01 {2}contact, crisis\/ambulance\n {2}from 2024-05-01 to 2024-06-30 {2}contact service_type=food_bank\n/);
  const json = JSON.parse(place.run('status --json').out);
  assert.deepEqual(json.collects.find((c) => c.until), { area: 'Town', kind: 'contact service_type=food_bank', since: '2024-05-01', until: '2024-06-30' });
  assert.equal(json.last_imported, 'collects.csv, events.csv');
  assert.ok(json.in_use.some((p) => p.kind === 'indicator' && p.id === 'repeat_contact'));
});

test('status names a line of help for an area that is not there', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('own'));
  place.run('init --area Saltmere');
  place.write('own/help.csv', 'called,how,area\nQuay line,01632 960001,Saltmere\nHub,knock,Saltmeer\n');
  const { code, out } = place.try('status --with own');
  assert.equal(code, 1);
  assert.match(out, /own\/help\.csv:3: column area: There is no area "Saltmeer" in the store\. The nearest is "Saltmere"\. Until the two agree, this help is on nobody's page\./);
  assert.doesNotMatch(out, /help\.csv:2/);
});

test('verify is content after everything the program does itself', (t) => {
  const place = Place.saltmere(t);
  for (const command of ['score', 'scores', 'findings', 'report my_progress --person p001',
    'report area_learning --area Saltmere --period 2025-Q4 --as-of 2026-01-31']) {
    place.run(command);
    assert.match(place.run('verify').err, /Everything that was said and done is in alongside\.db as alongside wrote it: 40 people\./);
  }
});

test('verify names whose record another program changed, and is 65', (t) => {
  const place = Place.saltmere(t);
  const ref = place.sql('alongside.db', 'select person from event_now limit 1').trim();
  place.sql('alongside.db', `update event set need = 'sleep' where person = (select person from reference where ref = '${ref}')`);
  const found = place.try('verify');
  assert.equal(found.code, 65);
  assert.equal(found.out, `The record of ${ref} was changed by something other than alongside.\n`);
});

// What another program changed, whose or what it is, and which commands would have written over it.
const area = 'report area_learning --area Saltmere --as-of 2026-01-31 --format text --period';
const quarter = `${area} 2025-Q2`, next = `${area} 2025-Q3`, taken = 'import again.csv', tried = 'import --dry-run again.csv';
const tampered = [
  ['an answer', "update administration set tokens = '1' || substr(tokens, 2) where person = (select person from reference where ref = 'p001')",
    /The record of p001 was changed by something other than alongside/, [taken, tried]],
  ['an event', "delete from event where n = 1 and person = (select person from reference where ref = 'p001')", /The record of p001 was/, [taken, tried]],
  ['a consent', "insert into consent select person, '2026-01-01', 'learning', 0, 1, 'yes', null from reference where ref = 'p001'",
    /The record of p001 was/, [taken, tried]],
  ['a release', "update release set model = replace(model, 'Saltmere', 'Saltmire')", /The ledger of releases was/, [taken, tried, quarter, next]],
  ['the area of the store', "update about set value = 'Elsewhere' where name = 'area'", /What the store says of itself was/, [taken, tried, quarter, next]],
  ['a view', "drop view shares_now; create view shares_now as select person, 'yes' as shares from reference",
    /The store's tables and views are not those that alongside makes/, [taken, tried, next]],
];

test('what another program changed is found before it is written over, and nothing changes', (t) => {
  const place = Place.saltmere(t, { people: 80 });
  place.run(quarter);
  place.write('again.csv', 'person,date,kind\np001,2026-01-20,contact\n');
  place.sql('alongside.db', 'pragma wal_checkpoint(truncate)');
  copyFileSync(place.path('alongside.db'), place.path('whole.db'));
  for (const [what, sql, says, commands] of tampered) {
    copyFileSync(place.path('whole.db'), place.path('alongside.db'));
    assert.equal(place.try('verify').code, 0);
    place.sql('alongside.db', sql);
    const before = place.dump('alongside.db', contentTables);
    for (const command of commands) {
      const { code, out, err } = place.try(command);
      assert.equal(code, 65, `${what}, ${command}: ${err}`);
      assert.match(err, says);
      assert.match(err, /alongside\.db is not as alongside wrote it\. .*Ask `alongside verify` for all that is not as it was, bring back a copy from before/);
      assert.equal(out, '');
      assert.equal(place.dump('alongside.db', contentTables), before, `${what}, ${command}`);
    }
    const verified = place.try('verify');
    assert.equal(verified.code, 65);
    assert.match(verified.out, says);
  }
});

test('verify needs the key: 66 without it, 77 with another', (t) => {
  const place = Place.saltmere(t);
  place.run('init --store other.db');
  const another = place.try('verify --keys other.db.keys');
  assert.equal(another.code, 77);
  assert.match(another.err, /other\.db\.keys: is not the key of alongside\.db\. Name the right one with --keys/);
  const missing = place.try('verify --keys nowhere.keys');
  assert.equal(missing.code, 66);
  assert.match(missing.err, /There is no key file nowhere\.keys/);
  assert.equal(place.try('scores', { environment: { ALONGSIDE_KEYS: 'nowhere.keys' } }).code, 0);
});

test('a person’s page says what they like to be called, where the key is', (t) => {
  const place = Place.saltmere(t, { people: 12 });
  place.write('names.csv', 'person,area,called\np003,,Zanzibar Quince\n');
  place.run('import names.csv');
  assert.match(place.run('report my_progress --person p003').out, /<h1[^>]*>Zanzibar Quince’s page/);
  const locked = place.run('report my_progress --person p003', { environment: { ALONGSIDE_KEYS: 'nowhere' } });
  assert.match(locked.out, /<h1[^>]*>p003’s page/);
});

// Bits that are flipped where SQLite keeps nothing change nothing; every other one must show.
test('a flipped bit that changes what is stored is found', (t) => {
  const place = Place.saltmere(t, { people: 12 });
  place.sql('alongside.db', 'pragma wal_checkpoint(truncate)');
  const whole = place.path('alongside.db'), size = statSync(whole).size;
  const before = place.dump('alongside.db', contentTables);
  let seed = 12345, changed = 0;
  const next = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n); };
  for (let i = 0; i < 60; i++) {
    copyFileSync(whole, place.path('bits.db'));
    copyFileSync(`${whole}.keys`, place.path('bits.db.keys'));
    const at = next(size), bytes = readFileSync(place.path('bits.db'));
    const file = openSync(place.path('bits.db'), 'r+');
    writeSync(file, Buffer.from([bytes[at] ^ (1 << next(8))]), 0, 1, at);
    closeSync(file);
    const seen = place.try('verify --store bits.db');
    assert.ok([0, 65, 70].includes(seen.code), `byte ${at}: ${seen.code} ${seen.err}`);
    if (seen.code !== 0) continue;
    assert.equal(place.dump('bits.db', contentTables), before, `byte ${at} was not seen`);
    changed++;
  }
  assert.ok(changed < 60);
});
