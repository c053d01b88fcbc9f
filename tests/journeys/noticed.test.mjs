// SPDX-License-Identifier: GPL-3.0-or-later
// A finding explained: by its name, from what was noticed to the events and what was recorded of each.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { Place, csv, rows } from './machine.mjs';

const refusal = `return {
  title = "A refusal, and a contact after it", version = "1", source = "this project",
  mislead = "A contact need not help.", asks = "Who was there after a refusal?", tell = "A refusal on {at.date}, and a contact after it.",
  settings = { window = { 7, from = 1, to = 30, means = "days after the refusal" } },
  at = { "refusal" }, is = { decided_by = "service" }, after = { "contact", within = "window", same = "need" },
  examples = {
    { "one", finds = 1, [[
      2024-01-01 refusal decided_by=service need=food
      2024-01-08 contact need=food ]] },
    { "none", finds = 0, [[
      2024-01-01 refusal decided_by=service need=food
      2024-01-09 contact need=food ]] },
    { "too soon", finds = "cannot tell", as_of = "2024-01-02", [[
      2024-01-01 refusal decided_by=service need=food ]] },
  },
}
`;

function place(t) {
  const place = new Place(t);
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  place.write('own/plugins/indicators/there.lua', refusal);
  place.run('init --area Saltmere');
  const take = (name, list, recorded) => {
    place.write(name, csv(list));
    assert.doesNotMatch(place.run(`import --with own --recorded ${recorded} ${name}`).err, / [1-9][\d,]* set aside/);
  };
  const at = (row) => ({ person: '', date: '', kind: '', id: '', need: '', decided_by: '', outcome: '', outcome_by: '', worker: '',
    need_words: '', source: '', service: '', visibility: '', time: '', ...row });
  take('first.csv', [
    at({ person: 'ana', date: '2024-03', kind: 'refusal', id: 'r1', need: 'food', decided_by: 'service', source: 'the form' }),
    at({ person: 'ana', date: '2024-03-08', kind: 'contact', id: 'c1', need: 'food', outcome: 'need_met', outcome_by: 'service',
      worker: 'kim', need_words: 'something warm' }),
    at({ person: 'ben', date: '2024-03-05', kind: 'refusal', id: 'r2', need: 'food', decided_by: '' }),
    at({ person: 'ben', date: '2024-03-07', kind: 'contact', id: 'c2', need: 'food' }),
    at({ person: 'fay', date: '2024-03-05', kind: 'refusal', id: 'r6', need: 'food', decided_by: 'service' }),
    at({ person: 'cat', date: '2024-03-05', kind: 'refusal', id: 'r3', decided_by: 'service' }),
    at({ person: 'cat', date: '2024-03-07', kind: 'contact', id: 'c3' }),
    at({ person: 'dee', date: '2024-03-05', kind: 'refusal', id: 'r4', need: 'food', decided_by: 'service' }),
    at({ person: 'dee', date: '2024-03-06', kind: 'contact', id: 'c4', need: 'food', visibility: 'person_only' }),
    at({ person: 'gus', date: '2024-02-13', kind: 'refusal', id: 'r7', need: 'housing', decided_by: 'service', service: 'harbour', visibility: 'person_only' }),
    at({ person: 'gus', date: '2024-02-15', kind: 'contact', id: 'c7', need: 'housing' }),
    at({ person: 'hal', date: '2024-02-13', kind: 'refusal', id: 'r8', need: 'housing', service: 'harbour', visibility: 'person_only' }),
    at({ person: 'hal', date: '2024-02-15', kind: 'contact', id: 'c8', need: 'housing' }),
    at({ person: 'eve', date: '2024-01-10', kind: 'contact', id: 'c5' }),
  ], '2024-03-20');
  take('second.csv', [
    at({ person: 'ana', date: '2024-03-04', kind: 'refusal', id: 'r1', need: 'food', decided_by: 'service', source: 'the form' }),
    at({ person: 'ana', date: '2024-03-08', kind: 'contact', id: 'c1', outcome: 'nothing_changed', outcome_by: 'person' }),
  ], '2024-04-02');
  place.write('contacts.csv', csv([{ area: 'Saltmere', kind: 'contact', since: '2024-01-01' }]));
  place.run('import contacts.csv');
  return place;
}

const finding = (place, person) => rows(place.run(`findings --with own --person ${person} --indicator there`).out)[0];
const explain = (place, person) => place.run(`explain --with own ${finding(place, person).finding}`).out;

test('it goes from what was noticed to each event, its file, its corrections and the accounts that do not agree', (t) => {
  const said = explain(place(t), 'ana');
  assert.match(said, /^[0-9a-f]{16}\nthere, of ana, 2024-03-04\nAs of [0-9]+ [A-Z][a-z]+ [0-9]{4}\n\nFound\.\n/);
  assert.match(said, /\nTold as: A refusal on 4 March 2024, and a contact after it\.\nNumber: 4 \(days\)\n/);
  assert.match(said, /\nThese events have the same code; nobody linked them\.\n/);
  assert.match(said, / 1\. 4 March 2024: a refusal \(r1\)\n {7}need: food\n {7}decided by: the service\n {7}source: the form\n/);
  assert.match(said, /\n {5}Recorded on 20 March 2024, first\.csv, from the form\n {5}Corrected on 2 April 2024, second\.csv, from the form: date was 2024-03, is 2024-03-04\n/);
  assert.match(said, / 2\. 8 March 2024: a contact \(c1\)\n/);
  assert.match(said, /\n {5}Another account of it, recorded on 2 April 2024, second\.csv; its outcome by the person: nothing changed\n {5}The accounts do not agree; both stand\./);
  assert.match(said, /\n {2}After it, any contact within 7 days: from 4 March 2024 to 11 March 2024, both days included; every day was observed; what it asks for is collected\.\n/);
  assert.match(said, /\n {2}window: 7, the usual value; it may be 1 to 30 \(days after the refusal\)\n/);
  assert.match(said, /\nHow it may mislead: A contact need not help\.\n/);
  assert.match(said, /\nFile there\.lua, version 1, SHA-256 [0-9a-f]{64}/);
});

test('neither words nor workers are said', (t) => {
  assert.doesNotMatch(explain(place(t), 'ana'), /kim|warm|worker|need words/);
});

// Everything before the indicator, which is the same for everybody.
const before = (said) => said.slice(said.indexOf('\n') + 1, said.indexOf('\nThe indicator\n')).replace(/^As of .*\n/m, '');
const rests = 'It rests on something that the person keeps to themselves; that is not shown here, nor is anything that would tell of it.';

test('of what a person keeps to themselves nothing is said but that it rests on it', (t) => {
  const here = place(t);
  assert.equal(before(explain(here, 'dee')), `there, of dee

Found.
${rests}

The events it rests on
  1. 5 March 2024: a refusal (r4)
       need: food
       decided by: the service
     Recorded on 20 March 2024, first.csv
  2. Something that the person keeps to themselves
`);
  assert.equal(before(explain(here, 'gus')), `there, of gus

Found.
${rests}

The events it rests on
  1. Something that the person keeps to themselves
  2. 15 February 2024: a contact (c7)
       need: housing
     Recorded on 20 March 2024, first.csv
`);
  assert.equal(before(explain(here, 'hal')), `there, of hal

It cannot be told: something it rests on was not written down (not_recorded).
${rests}

The event it is about
  1. Something that the person keeps to themselves
`);
  for (const person of ['dee', 'gus', 'hal'])
    assert.doesNotMatch(explain(here, person), /Told as|Number|c4|c8|r7|r8|harbour|[^0-9](6 March|13 February|20 February)|2024-0[23]/);
});

test('where it cannot be told it says what is missing and what would settle it, and recording that settles it', (t) => {
  const here = place(t);
  const before = explain(here, 'ben');
  assert.match(before, /It cannot be told: something it rests on was not written down \(not_recorded\)\.\n\nWhat is missing, and what would settle it\nNot recorded of a refusal, 5 March 2024 \(r2\): decided_by\.\nIt is settled where a correction says it\.\n/);
  here.write('third.csv', csv([{ person: 'ben', date: '2024-03-05', kind: 'refusal', id: 'r2', need: 'food', decided_by: 'service' }]));
  here.run('import third.csv');
  assert.equal(finding(here, 'ben').state, 'found');
  assert.match(explain(here, 'fay'), /\n\nLooked for here, and not found\.\n/);
  here.write('people.csv', csv([{ person: 'fay', area: 'Saltmere', until: '2024-03-09' }]));
  here.run('import people.csv');
  assert.equal(finding(here, 'fay').why, 'followup_short');
  assert.match(explain(here, 'fay'), /Observed days are missing from 10 March 2024 on; it takes every day to 12 March 2024\. A file of people says that observation ended on 9 March 2024 \(until\)\. It is settled where a later row says otherwise\.\n/);
});

test('somebody without an anchor is explained too', (t) => {
  const here = place(t), row = finding(here, 'eve');
  assert.equal(row.why, 'kind_not_collected');
  const said = explain(here, 'eve');
  assert.match(said, /^[0-9a-f]{16}\nthere, of eve\nAs of .*\n\nIt cannot be told: .* \(kind_not_collected\)\.\n/);
  assert.match(said, /refusal is not known to be collected in Saltmere on every day that counts\. .* area,kind,since\n/);
  here.write('collects.csv', csv([{ area: 'Saltmere', kind: 'refusal', since: '2024-01-01' }]));
  here.run('import collects.csv');
  assert.equal(finding(here, 'eve').state, 'not_found');
  assert.match(explain(here, 'eve'), /\nNot found: nothing it could start from happened, and it would have been seen\.\n/);
});

// Shown of somebody whose events these are, with an indicator of this file.
function told(t, name, lua, events) {
  const here = new Place(t);
  mkdirSync(here.path('own/plugins/indicators'), { recursive: true });
  here.write(`own/plugins/indicators/${name}.lua`, lua);
  here.run('init --area Saltmere');
  here.write('events.csv', csv(events));
  assert.doesNotMatch(here.run('import --with own events.csv').err, / [1-9][\d,]* set aside/);
  const [row] = rows(here.try(`findings --with own --indicator ${name}`).out);
  return here.try(`explain --with own ${row.finding}`).out;
}

test('what the person says is a link where they link, else what came of it', (t) => {
  const link = (because) => told(t, 'there', refusal, [
    { person: 'ida', date: '2024-03-04', kind: 'refusal', id: 'r', need: 'food', decided_by: 'service', because: '' },
    { person: 'ida', date: '2024-03-06', kind: 'contact', id: 'c', need: 'food', decided_by: '', because },
  ]);
  assert.match(link('r'), /\nThe person links these events\.\n/);
  assert.match(link('elsewhere'), /\nThese events have the same code; nobody linked them\.\n/);
  const helped = refusal.replace(/at = [^\n]*\n/, 'at = { "contact" }, is = { outcome = "need_met", outcome_by = "person" },\n')
    .replace(/settings = [^\n]*\n/, '').replace('A refusal on {at.date}, and a contact after it.', 'A contact on {at.date}.')
    .replace(/examples = [^]*/, `examples = {
    { "met", finds = 1, "2024-01-01 contact outcome=need_met outcome_by=person" },
    { "not met", finds = 0, "2024-01-01 contact outcome=nothing_changed outcome_by=person" },
    { "not said", finds = "cannot tell", "2024-01-01 contact" },
  } }`);
  assert.match(told(t, 'helped', helped, [{ person: 'jo', date: '2024-03-04', kind: 'contact', id: 'c', outcome: 'need_met', outcome_by: 'person' }]),
    /\nThe person says what came of it\.\n/);
});

test('a date that may be so on some days only is said as such', (t) => {
  const maybe = told(t, 'there', refusal, [
    { person: 'kit', date: '2024-03-04', kind: 'refusal', id: 'r', need: 'food', decided_by: 'service' },
    { person: 'kit', date: '2024-03', kind: 'contact', id: 'c', need: 'food', decided_by: '' },
  ]);
  assert.match(maybe, /\(date_not_exact\)\. A date is not exact: on some of its possible days this happened, on others not\. It is not counted\.\n/);
});

test('a beginning that is one of its kind does, several are named, none is said; who looked is kept', (t) => {
  const here = place(t), row = finding(here, 'ana');
  const looks = () => Number(here.sql('alongside.db', "SELECT count(*) FROM look JOIN reference USING (person) WHERE ref = 'ana' AND what = 'explain'"));
  assert.equal(looks(), 0);
  assert.equal(here.run(`explain --with own ${row.finding.slice(0, 10)}`).out, here.run(`explain --with own ${row.finding}`).out);
  assert.equal(looks(), 1);
  const none = here.try('explain --with own 0123456789abcdef');
  assert.equal(none.code, 66);
  assert.match(none.err, /^alongside: 0123456789abcdef: nothing that is noticed as of .* has this name\. .*`alongside findings`/);
  here.sql('alongside.db', "UPDATE finding SET names = zeroblob(length(names))");
  const several = here.try('explain --with own 0000000000000000');
  assert.equal(several.code, 64);
  assert.match(several.err, /several begin so\. Name one: 0000000000000000, /);
});

test('an indicator whose file has gone leaves no name behind, and one in a made-up area is explained whoever it is of', (t) => {
  const here = place(t), { finding: name } = finding(here, 'ana');
  rmSync(here.path('own/plugins/indicators/there.lua'));
  assert.equal(here.try(`explain --with own ${name}`).code, 66);
  const saltmere = Place.saltmere(t), kinds = new Map();
  for (const row of rows(saltmere.run('findings').out))
    kinds.set(`${row.indicator} ${row.state} ${row.why} ${row.certainty} ${row.date === ''}`, row);
  assert.ok(kinds.size >= 6);
  for (const row of kinds.values()) {
    const { out } = saltmere.run(`explain ${row.finding}`);
    const kept = out.includes('keeps to themselves');
    assert.ok(out.startsWith(`${row.finding}\n${row.indicator}, of ${row.person}`), out);
    for (const id of row.events.split(' ').filter(Boolean)) assert.ok(kept || out.includes(`(${id})`), `${id} in ${out}`);
    assert.equal(out.includes('Told as: '), row.told !== '' && !kept);
    assert.ok(kept || !row.told || out.includes(`Told as: ${row.told}\n`));
  }
});

test('a service is named by its title, and by its reference where none is known', (t) => {
  const here = place(t);
  here.write('whose.csv', csv([['door', 'r7'], ['desk', 'r8']].map(([service, id], i) => (
    { person: 'gil', date: `2024-02-1${i}`, kind: 'refusal', id, service, need: 'food', decided_by: 'service' }))));
  here.write('services.csv', csv([{ service: 'door', type: 'hostel', title: 'The open door' }]));
  here.run('import --with own whose.csv services.csv');
  const said = rows(here.run('findings --with own --person gil --indicator there').out)
    .map(({ finding }) => here.run(`explain --with own ${finding}`).out);
  assert.match(said[0], /\n {7}service: The open door\n/);
  assert.match(said[1], /\n {7}service: desk\n/);
});

// A place with these events and, where need be, other plain files; `of` gives the rows of one indicator, `said` one explained.
function area(t, events, files = {}, recorded = '2024-12-01') {
  const here = new Place(t);
  here.run('init --area Saltmere');
  here.write('events.csv', csv(events.map((row) => Object.fromEntries(
    [...new Set(events.flatMap(Object.keys))].map((name) => [name, row[name] ?? ''])))));
  for (const [name, list] of Object.entries(files)) here.write(`${name}.csv`, csv(list));
  assert.doesNotMatch(here.run(`import --recorded ${recorded} events.csv ${Object.keys(files).map((name) => `${name}.csv`).join(' ')}`).err, / [1-9][\d,]* set aside/);
  const of = (indicator, more = '') => rows(here.run(`findings --indicator ${indicator} ${more}`).out);
  return { here, of, said: (row, more = '') => here.run(`explain ${more} ${row.finding}`).out };
}

test('what is not collected is named where it leaves the answer open, and declaring just that settles it', (t) => {
  const { here, of, said } = area(t, [
    { person: 'ana', date: '2024-03-01', kind: 'episode_end', id: 'e', decided_by: 'service' },
    { person: 'ana', date: '2024-03-26', kind: 'crisis', id: 'c' },
    { person: 'ben', date: '2024-01-01', kind: 'contact', id: 'b' },
  ], { people: [{ person: 'ana', area: 'Saltmere', since: '2024-01-01' }, { person: 'ben', area: 'Saltmere', since: '2024-01-01' }] });
  const edge = () => of('cliff_edge_then_crisis').find(({ person }) => person === 'ana');
  assert.equal(edge().why, 'kind_not_collected');
  const missing = said(edge()).split('What is missing, and what would settle it\n')[1].split('\n\n')[0];
  assert.equal(missing, 'appointment is not known to be collected in Saltmere on every day from 1 March 2024 to 15 March 2024.\n'
    + 'It is settled where a file of collects says since when: area,kind,since');
  here.write('collects.csv', csv([{ area: 'Saltmere', kind: 'appointment', since: '2024-01-01' }]));
  here.run('import collects.csv');
  assert.equal(edge().state, 'found');
});

test('where only the first is asked about, the days behind it are among those that it looked at', (t) => {
  const ask = { kind: 'contact', initiated_by: 'person', outcome: 'need_met', outcome_by: 'person' };
  const { of, said } = area(t, [
    { person: 'ana', date: '2024-03-01', id: 'a', ...ask, thread: 't1' },
    { person: 'ben', date: '2024-06-01', id: 'b', ...ask, kind: 'request' },
  ], { people: [{ person: 'ana', area: 'Saltmere', since: '2024-01-01' }] });
  const [row] = of('helped_first_time').filter(({ person }) => person === 'ana');
  assert.equal(row.why, 'kind_not_collected');
  const told = said(row);
  assert.match(told, /\ncontact and request are not known to be collected in Saltmere on every day from 1 January 2024 to 1 March 2024\.\nrequest is not known/);
  assert.match(told, /\n {2}Before it, no contact or request of the same thread, since only the first is asked about: from 1 January 2024 to 1 March 2024, /);
});

const missingOf = (said) => said.split('What is missing, and what would settle it\n')[1].split('\n\n')[0];

test('a date, an order or a field that is not known is told of the event it is not known of', (t) => {
  const ask = { kind: 'contact', initiated_by: 'person', outcome: 'nothing_changed', thread: 't1' };
  const { of, said } = area(t, [
    { person: 'ana', date: '2024-03-10', id: 'a1', ...ask }, { person: 'ana', date: '2024-03', id: 'a2', ...ask },
    { person: 'ben', date: '2024-03-10', id: 'b1', ...ask }, { person: 'ben', date: '2024-03-10', id: 'b2', ...ask },
    { person: 'cat', date: '2024-03-10', id: 'c1', ...ask }, { person: 'cat', date: '2024-03-12', id: 'c2', ...ask, thread: '' },
    { person: 'dee', date: '2024-03-10', id: 'd1', ...ask }, { person: 'dee', date: '2024-03-12', id: 'd2', ...ask, thread: '', visibility: 'person_only' },
    { person: 'eve', date: '2024-03-10', id: 'e1', ...ask, outcome: 'need_met', outcome_by: 'service' },
  ], { collects: [{ area: 'Saltmere', kind: 'contact', since: '2024-01-01' }, { area: 'Saltmere', kind: 'request', since: '2024-01-01' }] });
  const missing = (id, indicator = 'repeat_contact') => missingOf(said(of(indicator).find(({ events }) => events === id)));
  assert.equal(missing('a1'), 'The day is not known of a contact, March 2024 (a2).\nIt is settled where a correction gives the day.');
  assert.equal(missing('b1'), 'The place in the day is not known of a contact, 10 March 2024 (b1).\nThe place in the day is not known of a contact, 10 March 2024 (b2).\n'
    + 'It is settled where both have a time, or a place in the day (seq).');
  assert.equal(missing('c1'), 'Not recorded of a contact, 12 March 2024 (c2): thread.\nIt is settled where a correction says it.');
  assert.equal(missing('d1'), 'Something that decides is not recorded of an event around it.\nIt is settled where a correction says it.');
  assert.equal(missing('e1', 'helped_first_time'), "Not recorded of a contact, 10 March 2024 (e1): outcome_by (there is another's account only).\n"
    + 'It is settled where a correction says it.');
});

test('a death, a move and a no are said and stand: nothing is offered against them', (t) => {
  const ask = { kind: 'contact', initiated_by: 'person', outcome: 'need_met', outcome_by: 'person', thread: 't1' };
  const people = ['ana', 'ben', 'cat', 'eve', 'fay'];
  const { of, said } = area(t, [
    ...people.map((person) => ({ person, date: '2024-03-01', id: `${person}-1`, ...ask })),
    { person: 'ana', date: '2024-03-20', kind: 'death', id: 'd' }, { person: 'ben', date: '2024-03', kind: 'moved_away', id: 'm' },
    { person: 'eve', date: '2024-03-20', kind: 'death', id: 'k', visibility: 'person_only' },
    { person: 'fay', date: '2024-03-20', kind: 'not_observed', until: '2024-04-20', id: 'n' },
  ], { collects: ['contact', 'request'].map((kind) => ({ area: 'Saltmere', kind, since: '2024-01-01' })),
    consents: [{ person: 'cat', date: '2024-03-20', purpose: 'coaching', given: 'no' }] });
  const missing = (person) => missingOf(said(of('helped_first_time', `--person ${person}`)[0]));
  const open = (from) => `Observed days are missing from ${from} on; it takes every day to 30 May 2024.`;
  assert.equal(missing('ana'), `Observation ended with this person's death, 20 March 2024. ${open('21 March 2024')} That stands, and this stays open.`);
  assert.equal(missing('ben'), `Observation ended when this person moved away, March 2024. ${open('2 March 2024')} That stands, and this stays open.`);
  assert.equal(missing('cat'), `This person said no to being accompanied on 20 March 2024, and nothing is observed while that holds. ${open('21 March 2024')} That stands, and this stays open.`);
  assert.equal(missing('eve'), `${open('21 March 2024')} Observation ended on 20 March 2024.`);
  assert.match(missing('fay'), /They lie in a time that nobody saw, 20 March 2024 \(n\)\. It is settled where that is corrected or taken back\./);
});

test('it is told as of a day, which is said; names of another day are none', (t) => {
  const ask = { kind: 'contact', initiated_by: 'person', outcome: 'need_met', outcome_by: 'person', thread: 't1' };
  const { here, of, said } = area(t, [{ person: 'ana', date: '2024-03-01', id: 'a', ...ask }],
    { collects: ['contact', 'request'].map((kind) => ({ area: 'Saltmere', kind, since: '2024-01-01' })) }, '2024-03-10');
  here.write('later.csv', csv([{ person: 'ana', date: '2024-05-20', id: 'b', ...ask }]));
  here.run('import --recorded 2024-06-01 later.csv');
  const then = of('helped_first_time', '--as-of 2024-04-30')[0];
  assert.equal(then.why, 'followup_short');
  const told = said(then, '--as-of 2024-04-30');
  assert.match(told, /^[0-9a-f]{16}\nhelped_first_time, of ana, 2024-03-01\nAs of 30 April 2024\n\nIt cannot be told: .* \(followup_short\)\./);
  assert.equal(missingOf(told), 'Observed days are missing from 1 May 2024 on; it takes every day to 30 May 2024. Those days are still to come: it can be told later.');
  assert.match(said(then), /\nAs of .*\n\nLooked for here, and not found\./);
  const word = here.try('explain --as-of 2024-04-30 unanswered');
  assert.equal(word.code, 64);
  assert.match(word.err, /--as-of goes with the name of a finding, and `unanswered` is none\. Leave it out/);
});

test('the events that it rests on are told by date', (t) => {
  const told = { kind: 'assessment', thread: 't1', need: 'housing', reused: 'no' };
  const { of, said } = area(t, [
    { person: 'ana', date: '2024-09-08', id: 'e1', ...told, assessment: 'x1' },
    { person: 'ana', date: '2024-12-05', id: 'a2', ...told, assessment: 'x2' },
  ], { collects: ['assessment', 'history_taken'].map((kind) => ({ area: 'Saltmere', kind, since: '2023-01-01' })) }, '2024-12-20');
  const row = of('retelling').find(({ state }) => state === 'found');
  assert.equal(row.events, 'a2 e1');
  assert.match(said(row), /\n {2}1\. 8 September 2024: an assessment \(e1\)\n[^]*\n {2}2\. 5 December 2024: an assessment \(a2\)\n/);
});

test('where it is not found it says what decided: an event, a field, or that nothing was there', (t) => {
  const ask = { kind: 'contact', initiated_by: 'person', outcome: 'need_met', outcome_by: 'person', thread: 't1' };
  const { of, said } = area(t, [
    { person: 'ana', date: '2024-03-01', id: 'a', ...ask }, { person: 'ana', date: '2024-04-06', id: 'b', ...ask },
    { person: 'ben', date: '2024-03-01', id: 'c', ...ask, outcome: 'nothing_changed' },
    { person: 'fay', date: '2024-03-01', kind: 'referral', id: 'r', thread: 't1', from: 'x', to: 'y' },
    { person: 'cat', date: '2024-03-01', id: 'd', ...ask }, { person: 'cat', date: '2024-04-06', id: 'e', ...ask, visibility: 'person_only' },
  ], { collects: ['contact', 'request', 'referral', 'episode_end'].map((kind) => ({ area: 'Saltmere', kind, since: '2024-01-01' })) });
  const told = (id, indicator) => said(of(indicator).find(({ events }) => events === id));
  assert.match(told('a', 'helped_first_time'), /\nLooked for here, and not found\.\n\nWhat decided\nAfter it there was a contact, 6 April 2024 \(b\)\.\n\n/);
  assert.match(told('c', 'helped_first_time'), /\n\nWhat decided\nWhat is recorded of a contact, 1 March 2024 \(c\) is not what it asks for: outcome\.\n\n/);
  assert.match(told('r', 'referral_loop'), /\n\nWhat decided\nIts function found nothing here\. What it asks is said by: alongside explain referral_loop\n\n/);
  assert.match(told('c', 'repeat_contact'), /\n\nWhat decided\nAfter it no contact or request that fits was found from 1 March 2024 to 29 March 2024\.\n\n/);
  assert.doesNotMatch(told('d', 'helped_first_time'), /What decided|\(e\)|6 April/);
});
