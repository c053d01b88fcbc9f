// SPDX-License-Identifier: GPL-3.0-or-later
// One change at a time, each of a kind that may change what is noticed: what is worked out of those alone whom it
// touches is, to the byte, what working everybody out would give, by one process or by four, and it reaches them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { Place, csv, derivedTables, rows, stoodStill } from './machine.mjs';

// Everything that an event takes from elsewhere decides here: the service's type and ring, what the person prefers.
const rule = (version, { within = 14, note = '' } = {}) => `${note}return {
  title = "A refusal, and a contact after it", version = "${version}", source = "this project",
  mislead = "A contact need not help.", asks = "Who was there after a refusal?", tell = "A refusal on {at.date}[ about {at.need}], and a contact after it[ with {after.service}].",
  at = { "refusal", preferred = "not no" },
  after = { "contact", within = ${within}, service_type = "not prison", ring = "not acute" },
  examples = {
    { "one", finds = 1, [[
      2024-01-01 refusal
      2024-01-${String(1 + within).padStart(2, '0')} contact ]] },
    { "none", finds = 0, [[
      2024-01-01 refusal
      2024-01-${String(2 + within).padStart(2, '0')} contact ]] },
    { "too soon", finds = "cannot tell", as_of = "2024-01-02", [[
      2024-01-01 refusal ]] },
  },
}
`;

const day = (n) => new Date(Date.UTC(2025, 2, n)).toISOString().slice(0, 10);
const event = (row) => ({ person: '', date: '', kind: '', id: '', service: '', need: '', channel: '', withdrawn: '', ...row });
const people = ['ana', 'ben', 'cat', 'dee', 'eve', 'fay'];
const crowd = Array.from({ length: 70 }, (_, i) => `p${i}`); // so many that several processes share them

function begun(t) {
  const place = new Place(t), environment = stoodStill(place);
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  mkdirSync(place.path('own/plugins/codes'), { recursive: true });
  place.write('own/plugins/indicators/there.lua', rule(1));
  let on = day(31);
  const run = (words) => {
    const done = place.try(words, { environment: environment(on) });
    assert.ok(done.code === 0 || done.code === 1, `${words}: ${done.code} ${done.err}`);
    return done;
  };
  const take = (list) => {
    place.write('next.csv', csv(list));
    assert.doesNotMatch(run('import --with own next.csv').err, / [1-9][\d,]* set aside/);
  };
  run('init --area Saltmere');
  take(['Saltmere', 'Harbour', 'Quay', 'Other', 'Void'].map((area) => ({ area, within: { Harbour: 'Saltmere', Quay: 'Other' }[area] ?? '' })));
  take(people.map((person) => ({ person, area: { eve: 'Quay', fay: 'Other' }[person] ?? 'Harbour', since: '2025-01-01', until: '' })));
  take([{ area: 'Saltmere', kind: 'contact', since: '2025-01-01', until: '' }, { area: 'Other', kind: 'contact', since: '2025-01-01', until: '' }]);
  take([{ service: 'door', type: 'hostel', ring: 'community' }]);
  take([
    event({ person: 'ana', date: '2025-03-10', kind: 'refusal', id: 'a1', need: 'allotment', channel: 'letter' }),
    event({ person: 'ana', date: '2025-03-15', kind: 'contact', id: 'a2', service: 'door' }),
    event({ person: 'ben', date: '2025-03-25', kind: 'refusal', id: 'b1' }),
    event({ person: 'cat', date: '2025-03', kind: 'refusal', id: 'c1' }),
    event({ person: 'cat', date: '2025-03-28', kind: 'contact', id: 'c2', service: 'door' }),
    event({ person: 'dee', date: '2025-02-10', kind: 'contact', id: 'd1' }),
    event({ person: 'eve', date: '2025-02-10', kind: 'refusal', id: 'e1' }),
    event({ person: 'fay', date: '2025-02-10', kind: 'contact', id: 'f1' }),
  ]);
  take(crowd.flatMap((person, i) => [event({ person, date: day(1 + i % 28), kind: 'refusal', id: `${person}r` }),
    event({ person, date: day(5 + i % 23), kind: 'contact', id: `${person}c`, service: i % 2 ? 'door' : '' })]));
  run('score --with own');
  const findings = () => run('findings --with own').out;
  return { place, run, take, findings, goOn: (date) => { on = date; }, store: (name) => place.path(name) };
}

// name: [what happens, whose findings are others after it; nobody's]
const changes = {
  'an event': [({ take }) => take([event({ person: 'ben', date: '2025-03-27', kind: 'contact', id: 'b2', service: 'door' })]), 'ben'],
  'a correction of its date': [({ take }) => take([event({ person: 'ana', date: '2025-03-30', kind: 'contact', id: 'a2', service: 'door' })]), 'ana'],
  'an event that is taken back': [({ take }) => take([event({ person: 'ana', date: '2025-03-15', kind: 'contact', id: 'a2', service: 'door', withdrawn: '2025-03-31' })]), 'ana'],
  'a date that becomes exact': [({ take }) => take([event({ person: 'cat', date: '2025-03-20', kind: 'refusal', id: 'c1' })]), 'cat'],
  'the type of a service': [({ take }) => take([{ service: 'door', type: 'prison', ring: 'community' }]), 'ana'],
  'the ring of a service': [({ take }) => take([{ service: 'door', type: 'hostel', ring: 'acute' }]), 'ana'],
  'the title of a service': [({ take }) => take([{ service: 'door', type: 'hostel', ring: 'community', title: 'The open door' }]), 'ana'],
  'what an area collects': [({ take }) => take([{ area: 'Harbour', kind: 'contact', since: '2025-03-29', until: '' }]), 'ben'],
  'what an area collects no more': [({ take }) => take([{ area: 'Saltmere', kind: 'contact', since: '2025-01-01', until: '2025-03-26' }]), 'ben'],
  'the first event of a kind in an area': [({ take }) => take([event({ person: 'fay', date: '2025-01-01', kind: 'refusal', id: 'f2' }), event({ person: 'new', date: '2025-01-02', kind: 'crisis', id: 'n1' })]), 'fay'],
  'an area that is within another': [({ take }) => take([{ area: 'Quay', within: 'Void' }]), 'eve'],
  'a move': [({ take }) => take([{ person: 'eve', area: 'Void', date: '2025-02-01' }]), 'eve'],
  'until when somebody is observed': [({ take }) => take([{ person: 'eve', area: 'Quay', since: '2025-01-01', until: '2025-02-12' }]), 'eve'],
  'from when somebody is observed': [({ take }) => take([{ person: 'eve', area: 'Quay', since: '2025-02-20', until: '' }]), 'eve'],
  'what somebody prefers': [({ take }) => take([{ person: 'ana', area: 'Harbour', contact_preference: 'phone' }]), 'ana'],
  'somebody who takes back being accompanied': [({ take }) => take([{ person: 'ana', date: '2025-03-12', purpose: 'coaching', given: 'no' }]), 'ana'],
  'a yes to being counted': [({ take }) => take([{ person: 'ana', date: '2025-03-12', purpose: 'learning', given: 'yes' }]), ''],
  'a new version of the file': [({ place }) => place.write('own/plugins/indicators/there.lua', rule(2, { within: 4 })), 'ana'],
  'another file of the same version': [({ place }) => place.write('own/plugins/indicators/there.lua', rule(1, { within: 4 })), ''],
  'a comment in the file': [({ place }) => place.write('own/plugins/indicators/there.lua', rule(1, { note: '-- said again\n' })), ''],
  'a file that goes': [({ place }) => rmSync(place.path('own/plugins/indicators/there.lua')), 'ana'],
  'a file that comes': [({ place }) => place.write('own/plugins/indicators/too.lua', rule(1).replace('.service}].",', '.service}], too.",')), 'ana'],
  'what a code is called': [({ place }) => place.write('own/plugins/codes/need.csv', 'code,label\nallotment,a place to grow food\n'), 'ana'],
  'a day on which a window is over': [({ goOn }) => goOn(day(39)), 'ben'],
  'a day before that': [({ goOn }) => goOn(day(38)), 'p23'],
  'a year': [({ goOn }) => goOn('2026-03-31'), 'ben'],
};

const of = (findings, person) => findings.split('\n').filter((line) => line.split(',')[1] === person).join('\n');

for (const [name, [happens, whose]] of Object.entries(changes))
  test(`after ${name} everything is as if worked out anew, by one or by four`, (t) => {
    const here = begun(t), { place, run } = here, before = here.findings();
    happens(here);
    for (const [store, words] of [['anew.db', '--rebuild'], ['four.db', '--rebuild --jobs 4']]) {
      copyFileSync(place.path('alongside.db'), place.path(store));
      run(`score --with own ${words} --store ${store}`);
    }
    run('score --with own');
    const now = place.dump('alongside.db', derivedTables);
    assert.equal(now, place.dump('anew.db', derivedTables));
    assert.equal(now, place.dump('four.db', derivedTables));
    const after = here.findings();
    if (whose) assert.notEqual(of(after, whose), of(before, whose), `what is noticed of ${whose} stayed the same`);
    else assert.equal(after, before);
  });

test('a changed file under its version is said, the one it was goes on, and a new version is taken', (t) => {
  const here = begun(t), before = here.run('findings --with own --indicator there').out;
  here.place.write('own/plugins/indicators/there.lua', rule(1, { within: 4 }));
  const said = here.run('findings --with own --indicator there');
  assert.equal(said.code, 1);
  assert.match(said.err, /there\.lua: version 1 was another file when it was first used; that one is still used\. Give the changed file a new version/);
  assert.equal(said.out, before);
  here.place.write('own/plugins/indicators/there.lua', rule(2, { within: 4 }));
  const next = here.run('findings --with own --indicator there');
  assert.equal(next.code, 0, next.err);
  assert.ok(rows(next.out).every((row) => row.version === '2'));
});
