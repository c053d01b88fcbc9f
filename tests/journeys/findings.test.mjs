// SPDX-License-Identifier: GPL-3.0-or-later
// What `findings` prints: its columns, of one person or indicator, as of a day, who is left out, and what is kept.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Place, csv, derivedTables, rows } from './machine.mjs';

const columns = 'finding,person,indicator,version,date,state,why,basis,certainty,class,value,unit,events,told';
const contact = (row) => ({ person: 'ana', date: '', kind: 'contact', id: '', thread: 't1', initiated_by: 'person', outcome: '', time: '', withdrawn: '', precision: '', ...row });

function begun(t) {
  const place = new Place(t);
  place.run('init --area Saltmere');
  const take = (recorded, list) => {
    place.write('next.csv', csv(list));
    assert.doesNotMatch(place.run(`import --recorded ${recorded} next.csv`).err, / [1-9][\d,]* set aside/);
  };
  take('2025-03-10', [contact({ date: '2025-03-01', id: 'a1', outcome: 'nothing_changed' }), contact({ person: 'ben', date: '2025-03-01' }),
    contact({ person: 'cat', date: '2025-02', id: 'c1' }), contact({ person: 'cat', date: '2025-02-03', id: 'c2', time: '09:00', precision: 'unknown' })]);
  take('2025-03-20', [contact({ date: '2025-03-11', id: 'a2', outcome: 'nothing_changed' }), contact({ person: 'ben', date: '2025-03-05' })]);
  return { place, take };
}

const of = (place, words) => rows(place.run(`findings ${words}`).out);

test('the columns are those of the design, one row an anchor, and the JSON says the same', (t) => {
  const { place } = begun(t);
  const { out } = place.run('findings --person ana --indicator repeat_contact');
  assert.equal(out.split('\n')[0], columns);
  const all = of(place, '');
  assert.deepEqual([...new Set(all.map((row) => row.person))], ['ana', 'ben', 'cat']);
  const [row] = rows(out);
  assert.match(row.finding, /^[0-9a-f]{16}$/);
  assert.deepEqual([row.date, row.state, row.basis, row.certainty, row.value, row.unit, row.events],
    ['2025-03-01', 'found', 'recorded_link', 'certain', '1', 'times', 'a1 a2']);
  assert.ok(rows(out).every((r) => r.person === 'ana' && r.indicator === 'repeat_contact'));
  const json = JSON.parse(place.run('findings --format json').out);
  assert.deepEqual(json.map((r) => String(r.finding)), all.map((r) => r.finding));
  for (const r of of(place, '--person ben')) for (const id of r.events.split(' ').filter(Boolean)) assert.match(id, /^[0-9a-f]{12}$/);
});

test('as of a day it is what had been recorded by then, withdrawing as of now, and nothing of it is kept', (t) => {
  const { place, take } = begun(t);
  const now = place.run('findings').out, kept = place.dump('alongside.db', derivedTables);
  const then = of(place, '--as-of 2025-03-10 --indicator repeat_contact').filter((row) => row.person === 'ana');
  assert.deepEqual(then.map((row) => [row.state, row.events]), [['cannot_tell', 'a1']]);
  assert.equal(of(place, '--as-of 2025-03-20 --indicator repeat_contact')[0].state, 'found');
  assert.equal(place.dump('alongside.db', derivedTables), kept);
  assert.equal(place.run('findings').out, now);
  take('2025-04-01', [contact({ date: '2025-03-11', id: 'a2', withdrawn: '2025-04-01' })]);
  assert.notEqual(of(place, '--as-of 2025-03-20 --indicator repeat_contact')[0].state, 'found');
});

test('who took back being accompanied is in no list of everybody; whoever looks is kept', (t) => {
  const { place, take } = begun(t);
  take('2025-04-01', [{ person: 'ana', date: '2025-04-01', purpose: 'coaching', given: 'no' }]);
  const looks = () => place.sql('alongside.db', "SELECT coalesce(ref, ''), what FROM look LEFT JOIN reference USING (person) ORDER BY look").trim();
  assert.deepEqual([...new Set(of(place, '').map((row) => row.person))], ['ben', 'cat']);
  assert.equal(looks(), '|findings');
  assert.ok(of(place, '--person ana').length > 0);
  assert.equal(looks(), '|findings\nana|findings');
  assert.equal(place.try('findings --person nobody').code, 66);
  assert.equal(place.try('findings --format xml').code, 64);
  assert.equal(looks(), '|findings\nana|findings');
});
