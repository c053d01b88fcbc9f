// SPDX-License-Identifier: GPL-3.0-or-later
// An indicator tried on a file of events, without a store.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

const again = join(top, 'plugins/indicators/repeat_contact.lua');
const head = 'person,date,kind,thread,initiated_by,outcome,service\n';
// Both kinds are seen in January, so from then on they are known to be collected.
const early = 'ann,2024-01-01,request,t0,person,need_met,\nann,2024-01-01,contact,t0,person,need_met,\n';
const some = `${head}${early}kim,2024-03-01,contact,t1,person,nothing_changed,council\nkim,2024-03-15,request,t1,person,need_met,council\n`
  + 'sam,2024-03-01,contact,t2,person,nothing_changed,council\nsam,2024-07-01,request,t2,person,nothing_changed,council\n';

test('the columns of findings come out, with the row of the anchor in place of person and date', (t) => {
  const place = new Place(t);
  place.write('some.csv', some);
  const { out, err } = place.run(['try', again, 'some.csv', '--as-of', '2024-07-10']);
  assert.equal(err, '');
  assert.equal(out.split('\n')[0], 'row,finding,indicator,version,state,why,basis,certainty,class,value,unit,events,told');
  assert.deepEqual(rows(out).map((r) => [r.row, r.state, r.why, r.value, r.events]), [
    ['1', 'not_found', '', '', ''], ['3', 'found', '', '1', 'row:3 row:4'], ['5', 'not_found', '', '', 'row:5'], ['6', 'cannot_tell', 'followup_short', '', 'row:6']]);
  assert.doesNotMatch(out, /\bkim\b|\bsam\b/);
  const json = JSON.parse(place.run(['try', again, 'some.csv', '--as-of', '2024-07-10', '--format', 'json']).out);
  assert.deepEqual(json.map((r) => [r.row, r.state]), [[1, 'not_found'], [3, 'found'], [5, 'not_found'], [6, 'cannot_tell']]);
});

test('in words there are the settings, a sentence a row, how many, and how it may mislead', (t) => {
  const place = new Place(t);
  place.write('some.csv', some);
  const { out } = place.run(['try', again, 'some.csv', '--as-of', '2024-07-10', '--format', 'text']);
  for (const line of [/^Asking again about the same thing \(repeat_contact, version 2\)$/m, /^Setting window: 28; days within which /m,
    /^Row 3: found\. Services were asked 1 more time; /m, /^Row 5: not found\.$/m,
    /^Row 6: cannot tell \(followup_short\): observation ended before /m, /^1 found, 2 not found, 1 cannot tell\.$/m,
    /^How it may mislead: A good open door/m])
    assert.match(out, line);
});

test('ids, links and corrections of the file mean what they mean in a store', (t) => {
  const place = new Place(t);
  place.write('some.csv', 'person,date,kind,id,initiated_by,outcome,follows\n'
    + 'kim,2024-03-01,contact,first,person,nothing_changed,\nkim,2024-03-08,request,,person,need_met,first\n');
  const found = rows(place.run(['try', again, 'some.csv']).out);
  assert.deepEqual(found.map((r) => [r.row, r.basis, r.events]), [['1', 'recorded_link', 'first row:2']]);
});

test('a row that cannot be taken is said with the line and name of the file, and the rest goes on', (t) => {
  const place = new Place(t);
  place.write('some.csv', `${some}\nkim,2024-08-01,contct,t1,person,,\nkim,2024\n`);
  const { code, out, err } = place.try(['try', again, 'some.csv']);
  assert.equal(code, 1);
  assert.match(err, /^some\.csv:9: column kind: contct is not a kind of event\. Did you mean `contact`\?/m);
  assert.match(err, /^some\.csv:10: .*Row left out$/m);
  assert.equal(rows(out)[1].state, 'found');
  place.write('wrong.csv', 'person,date,knd\nkim,2024-03-01,contact\n');
  const wrong = place.try(['try', again, 'wrong.csv']);
  assert.deepEqual([wrong.code, wrong.out], [65, '']);
  assert.match(wrong.err, /^alongside: wrong\.csv:1: /);
  assert.equal(place.try(['try', again]).code, 64);
});
