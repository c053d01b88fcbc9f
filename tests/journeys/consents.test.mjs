// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to, and take back, and what they keep to themselves: who is counted, printed and observed.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Place, csv, rows } from './machine.mjs';

const asOf = '--as-of 2026-01-31';
const names = (count) => Array.from({ length: count }, (_, i) => `p${String(i + 1).padStart(2, '0')}`);

// So many people who came back about the same thing in the same month of 2025, and so many who did not.
function area(t, back, people, change = {}) {
  const place = new Place(t);
  const all = names(people);
  place.write('people.csv', csv(all.map((person) => ({ person, area: 'Saltmere', since: '2024-06-01', shares: 'yes' }))));
  const event = (person, date, kind, more = {}) => ({
    person, id: `${person}-${date}`, date, kind, thread: `t-${person}`, initiated_by: 'person', outcome: 'nothing_changed',
    outcome_by: 'person', visibility: '', ...more,
  });
  place.write('events.csv', csv(all.flatMap((person, i) => [
    event(person, '2024-07-01', 'contact', { outcome: 'need_met' }), event(person, '2024-07-02', 'request', { outcome: 'need_met' }),
    event(person, '2025-03-01', 'contact'),
    event(person, i < back ? '2025-03-15' : '2025-06-15', 'contact', { outcome: 'need_met', ...(i < back ? change[person] : {}) }),
  ])));
  place.run('init');
  place.run('import --recorded 2026-01-31 people.csv events.csv');
  return place;
}

const page = (place) => place.run(`report area_learning --area Saltmere --period 2025 ${asOf} --format text`).out.replace(/\s+/g, ' ');
const found = (place, more = '') => rows(place.run(`findings --indicator repeat_contact ${asOf} ${more}`).out)
  .filter((f) => f.state === 'found').map((f) => f.person);

test('what people keep from learning is noticed for them, and in no figure', (t) => {
  for (const visibility of ['person_only', 'person+coach']) {
    const some = Object.fromEntries(names(20).map((person) => [person, { visibility }]));
    const place = area(t, 40, 60, some), open = area(t, 40, 60);
    assert.equal(found(place).length, 40, 'it is theirs to see');
    assert.equal(found(open).length, 40);
    assert.match(page(open), /Asking again about the same thing: 40 of 60 people/);
    assert.match(page(place), /Asking again about the same thing: 20 of 60 people/, 'as if those events were not there');
  }
});

test('an account of the service does not open what the person keeps to themselves', (t) => {
  const place = area(t, 40, 60, Object.fromEntries(names(20).map((person) => [person, { visibility: 'person_only' }])));
  place.write('theirs.csv', csv(names(20).map((person) => ({
    person, id: `${person}-2025-03-15`, date: '2025-03-15', kind: 'contact', outcome: 'need_met', outcome_by: 'service', visibility: 'learning',
  }))));
  place.run('import --recorded 2026-01-31 theirs.csv');
  assert.match(page(place), /Asking again about the same thing: 20 of 60 people/);
});

test('who takes back being accompanied is in no list of everybody, and is not observed from then on', (t) => {
  const place = area(t, 20, 40);
  place.write('consents.csv', 'person,date,purpose,given,until\np01,2025-03-10,coaching,no,\np02,2025-03-10,coaching,yes,2025-03-12\n'
    + 'p03,2025-03-10,research,no,\np04,2025-03-10,learning,no,\np30,2025-03-10,coaching,no,\np31,2025-03-10,learning,no,\n');
  place.run('import consents.csv');
  assert.deepEqual(found(place), names(20).filter((person) => person !== 'p01'));
  const of = (person) => rows(place.run(`findings --person ${person} --indicator repeat_contact ${asOf}`).out)
    .filter((f) => f.date === '2025-03-01').map((f) => `${f.state} ${f.why}`.trim());
  assert.deepEqual(of('p01'), ['found'], 'what is there is there');
  assert.deepEqual(of('p30'), ['cannot_tell followup_short'], 'nobody looked to the end');
  assert.deepEqual(of('p31'), ['not_found'], 'a no to being counted is no no to being accompanied');
  place.write('again.csv', 'person,date,purpose,given\np30,2025-03-11,coaching,yes\n');
  place.run('import again.csv');
  assert.deepEqual(of('p30'), ['not_found'], 'no day was missed');
});

test('who may be counted is said alike by import, status, the people file, the consents and the report', (t) => {
  const place = area(t, 20, 60);
  const counted = () => JSON.parse(place.run('status --json').out).may_be_counted;
  assert.equal(counted(), 60);
  place.write('consents.csv', csv(names(20).map((person, i) => ({
    person, date: '2025-01-01', purpose: 'learning', given: i < 10 ? 'no' : 'yes', until: i < 10 ? '' : '2025-12-31',
  }))));
  assert.match(place.run('import consents.csv').err, /40 of 60 people said yes/);
  assert.equal(counted(), 40, 'a no and a yes that has ended are no');
  assert.match(page(place), /\b40 people let what happened to them be counted/);
  assert.equal(place.sql('alongside.db', "select count(*) from shares_now where shares = 'yes'"), '40\n');
  place.write('again.csv', csv(names(10).map((person) => ({ person, area: 'Saltmere', date: '2025-06-01', shares: 'yes' }))));
  assert.match(place.run('import again.csv').err, /50 of 60 people said yes/);
  assert.equal(counted(), 50, 'the later word holds, whichever file it is in');
});
