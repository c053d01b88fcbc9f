// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped indicators find whom the stories of a made-up area are told of, and the golden timelines that
// only a store can have come out as they must.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

// Which story an indicator finds, and of each finding its class, or its number; what happens afterwards may add to it.
const notices = {
  repeat_contact: { asked_again: ['2'], chased: ['3'] },
  helped_first_time: { helped_first_time: [''] },
  retelling: { back_to_the_start: ['1'], told_it_again: ['2'] },
  cliff_edge_then_crisis: { support_stopped: ['cliff_edge'], died: ['cliff_edge'] },
  referral_loop: { back_to_the_start: ['through_hub', 'through_hub'], round_in_a_circle: ['through_hub'], to_and_fro: ['no_hub'] },
};
// What looks like it and is not.
const never = { repeat_contact: ['kept_in_touch', 'helped_first_time'], retelling: ['waited'], cliff_edge_then_crisis: ['supplanted', 'ended_when_ready'] };

const told = readFileSync(join(top, 'engine/invent/README.md'), 'utf8').split('\n')
  .filter((line) => /^\| p\d+ /.test(line)).map((line) => line.split('|').slice(1, 7).map((cell) => cell.trim()))
  .map(([person, story, , from, until]) => ({ person, story, from, until }));

// Asked for person by person: who withdrew is left out of everybody's findings.
const foundIn = (place, indicator, story) => {
  const { person, from, until } = told.find((one) => one.story === story);
  return rows(place.run(`findings --person ${person} --indicator ${indicator} --as-of 2026-01-31`).out)
    .filter((f) => f.state === 'found' && f.date.slice(0, 10) >= from && f.date <= until);
};

for (const seed of [1, 3])
  test(`everyone a story is told of is found by the indicator it shows, seed ${seed}`, (t) => {
    const place = Place.saltmere(t, { people: 60, seed });
    for (const [indicator, theirs] of Object.entries(notices))
      for (const [story, values] of Object.entries(theirs)) {
        const found = foundIn(place, indicator, story);
        assert.equal(found.length, values.length, `${indicator} of ${story}`);
        for (const [i, f] of found.entries())
          assert.ok(f.class ? f.class === values[i] : f.value >= values[i], `${indicator} of ${story}: ${f.class} ${f.value}`);
        for (const f of found) assert.doesNotMatch(f.told, /\bbecause\b|[{}[\]]| {2}/, f.told);
      }
    for (const [indicator, theirs] of Object.entries(never))
      for (const story of theirs)
        assert.deepEqual(foundIn(place, indicator, story), [], `${indicator} of ${story}`);
  });

const events = 'id,person,date,kind,thread,initiated_by,outcome,withdrawn\na,kim,2024-03-01,contact,t1,person,nothing_changed,\n'
  + 'b,kim,2024-03-08,contact,t1,person,need_met,\nz,sam,2024-01-01,request,t9,person,need_met,\n';
const kims = (place, more = '') => rows(place.run(`findings --person kim --indicator repeat_contact ${more}`).out);

test('G9: a withdrawn event is gone from every run made afterwards, one with an earlier as-of included', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('events.csv', events);
  place.run('import --recorded 2024-07-01 events.csv');
  assert.deepEqual(kims(place, '--as-of 2024-08-01').map((f) => f.state), ['found']);
  place.write('gone.csv', 'id,person,date,kind,thread,initiated_by,outcome,withdrawn\nb,kim,2024-03-08,contact,t1,person,need_met,2025-01-01\n');
  place.run('import --recorded 2025-01-01 gone.csv');
  for (const day of ['2024-08-01', '2025-02-01'])
    assert.deepEqual(kims(place, `--as-of ${day}`).filter((f) => f.state === 'found'), [], day);
});

test('G10: the same file once more changes no byte of what is found', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('events.csv', events);
  place.run('import events.csv');
  const { out } = place.run('findings');
  assert.match(place.run('import events.csv').err, /= 0 new \+ 0 corrected \+ 3 already known/);
  assert.equal(place.run('findings').out, out);
});

test('G15: where a kind is not collected nobody is told that there was none', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  place.write('people.csv', 'person,area,since\nkim,Saltmere,2024-01-01\nsam,Saltmere,2024-01-01\n');
  place.write('collects.csv', 'area,kind,since\nSaltmere,crisis,2023-01-01\n');
  place.run('import --recorded 2025-01-01 people.csv collects.csv');
  for (const f of rows(place.run('findings --as-of 2025-01-31').out))
    assert.deepEqual([f.state, f.why], ['cannot_tell', 'kind_not_collected'], f.indicator);
});
