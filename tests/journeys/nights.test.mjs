// SPDX-License-Identifier: GPL-3.0-or-later
// Night after night: what is worked out of those alone for whom something changed is, to the byte, what working
// everybody out would give. Days pass, files come in, plugins come, change and go, an area begins to collect.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { Place, csv, derivedTables, rows, stoodStill } from './machine.mjs';

const people = 30, first = Date.UTC(2025, 9, 1), nights = 61;
const date = (night) => new Date(first + night * 86400000).toISOString().slice(0, 10);

const indicator = (version, within) => `return {
  title = "A refusal, and a contact after it", version = "${version}", source = "this project",
  mislead = "A contact need not help.", asks = "Who was there after a refusal?", tell = "A refusal on {at.date}, and a contact after it.",
  at = { "refusal" }, after = { "contact", within = ${within} },
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

const taker = (plus) => `return {
  title = "Two of the seven", version = "${plus ? 2 : 1}", source = "made up",
  licence = { wording = { ship = true, terms = "x" }, scoring = { ship = true, terms = "x" } },
  answers = { from = 1, "a", "b", "c", "d", "e" }, items = "close clearly",
  taken_from = "swemwbs",
  scales = { { id = "two", title = "Two", range = { ${2 + plus}, ${10 + plus} }${plus ? `, plus = ${plus}` : ''} } },
  examples = { { "least", "1 1", two = ${2 + plus} }, { "most", "5 5", two = ${10 + plus} },
    { "a blank", "- 5", two = "not scored" } },
}
`;

// What comes in on the days before the first night, and on each night, by file.
function deal(place) {
  const files = {};
  for (const name of ['events', 'answers']) {
    files[name] = new Map();
    for (const row of rows(place.read(`files/${name}.csv`))) {
      const night = Math.max(0, Math.round((Date.parse(row.date.slice(0, 10)) - first) / 86400000) + 1);
      if (Number.isNaN(night)) continue;
      const own = row.need === 'food' ? { ...row, need: 'allotment' } : row; // a code that only their own list calls something
      files[name].set(night, [...files[name].get(night) ?? [], own]);
    }
  }
  return files;
}

// What else happens on some nights.
const happens = {
  4: (place) => place.write('own/plugins/indicators/there.lua', indicator(1, 7)),
  9: (place) => place.write('own/plugins/indicators/there.lua', indicator(1, 9)), // changed under its version
  13: (place) => place.write('own/plugins/indicators/there.lua', indicator(2, 9)),
  17: (place) => place.write('own/instruments/two.lua', taker(0)),
  21: (place, say) => say('collects', [{ area: 'Saltmere', kind: 'contact', since: '2024-01-01', until: '2025-11-20' }]),
  25: (place) => place.write('own/instruments/two.lua', taker(1)),
  28: (place) => rmSync(place.path('own/instruments/two.lua')),
  31: (place, say) => say('people', [{ person: 'p003', area: 'Thornquay', date: '2025-11-06' }, { person: 'p004', area: 'Thornquay', date: '' }]),
  33: (place) => place.write('own/plugins/codes/need.csv', 'code,label\nallotment,a place to grow food\n'),
  36: (place, say) => say('people', [{ person: 'p005', until: '2025-11-01' }, { person: 'p006', since: '2025-10-20' }]
    .map((row) => ({ person: row.person, area: 'Saltmere', since: row.since ?? '', until: row.until ?? '' }))),
  40: (place) => rmSync(place.path('own/plugins/indicators/there.lua')),
  44: (place, say) => say('collects', [{ area: 'Thornquay', kind: 'crisis', since: '2025-11-10', until: '' }]),
  48: (place, say) => say('services', [{ service: 'a new door', type: 'hostel' }]),
  52: (place, say) => say('events', [{ person: 'p007', date: '2025-11', kind: 'refusal' }, { person: 'p008', date: '2025', kind: 'contact' }]),
};

test('61 nights, each the same bytes as working everybody out', (t) => {
  const place = new Place(t), environment = stoodStill(place);
  place.run(`invent files --people ${people}`);
  for (const folder of ['own/plugins/indicators', 'own/plugins/codes', 'own/instruments']) mkdirSync(place.path(folder), { recursive: true });
  const dealt = deal(place), seen = [];
  let on;
  const run = (words) => place.try(words, { environment: environment(on) });
  const take = (words) => {
    const done = run(words);
    assert.ok(done.code === 0 || done.code === 1, `${words}: ${done.code} ${done.err}`);
    return done;
  };
  const say = (name, list) => {
    place.write(`night-${name}.csv`, csv(list));
    assert.doesNotMatch(take(`import --with own night-${name}.csv`).err, / [1-9][\d,]* set aside/);
  };
  on = date(0);
  take('init --area Saltmere');
  take('import files/people.csv files/areas.csv');
  for (let night = 0; night < nights; night++) {
    on = date(night);
    for (const name of ['events', 'answers'])
      if (dealt[name].has(night)) say(name, dealt[name].get(night));
    happens[night]?.(place, say);
    if (night % 3 === 1) take(`score --with own --person ${night % 2 ? 'p011' : 'p012 --rebuild'}`);
    const score = take('score --with own');
    assert.equal(score.code, night >= 9 && night < 13 ? 1 : 0, score.err);
    seen.push(Number(score.err.match(/([\d,]+) (?:person|people) looked at again/)[1]));
    const now = place.dump('alongside.db', derivedTables);
    copyFileSync(place.path('alongside.db'), place.path('other.db'));
    take('score --with own --rebuild --store other.db');
    const anew = place.dump('other.db', derivedTables);
    assert.equal(now, anew, `night ${night}, ${on}`);
  }
  const quiet = seen.filter((count, night) => night && !happens[night] && count < people);
  assert.ok(quiet.length > 35, `only ${quiet.length} nights were less than everybody: ${seen}`);
  const due = seen.filter((count, night) => night && !happens[night] && !dealt.events.has(night) && !dealt.answers.has(night));
  assert.ok(due.some((count) => count > 0), 'nobody ever came back by time alone');
});

test('one person alone is rebuilt on a new day, and nobody who is due is forgotten', (t) => {
  const place = new Place(t), environment = stoodStill(place);
  const on = (day, words) => place.run(words, { environment: environment(day) });
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  place.write('own/plugins/indicators/there.lua', indicator(1, 7));
  place.write('people.csv', csv(['ana', 'ben'].map((person) => ({ person, area: 'Saltmere' }))));
  place.write('collects.csv', csv(['contact', 'refusal'].map((kind) => ({ area: 'Saltmere', kind, since: '2025-01-01' }))));
  place.write('events.csv', csv([{ person: 'ana', date: '2026-01-04', kind: 'refusal' }]));
  on('2026-01-05', 'init --area Saltmere');
  on('2026-01-05', 'import people.csv collects.csv events.csv');
  on('2026-01-05', 'score --with own');
  const due = Number(place.sql('alongside.db', 'SELECT min(date) FROM due JOIN reference USING (person) WHERE ref = \'ana\''));
  assert.ok(due > 0, 'time alone changes something for ana');
  const then = new Date(due * 86400000).toISOString().slice(0, 10);
  on(then, 'score --with own --person ben --rebuild');
  assert.match(on(then, 'score --with own').err, /^1 person looked at again/);
});

test('a clock that was ahead once loses no score', (t) => {
  const place = new Place(t), environment = stoodStill(place);
  const on = (day, words) => place.run(words, { environment: environment(day) });
  place.write('answers.csv', csv([{ person: 'ana', date: '2026-01-04', instrument: 'swemwbs',
    ...Object.fromEntries(['optimistic', 'useful', 'relaxed', 'problems', 'clearly', 'close', 'decide'].map((item) => [item, 3])) }]));
  on('2026-01-05', 'init --area Saltmere');
  on('2026-01-06', 'import answers.csv');
  on('2026-01-06', 'score');
  assert.equal(place.sql('alongside.db', 'SELECT count(*) FROM score').trim(), '1');
  on('2026-01-05', 'score');
  assert.equal(place.sql('alongside.db', 'SELECT count(*) FROM score').trim(), '0');
  on('2026-01-06', 'score');
  assert.equal(place.sql('alongside.db', 'SELECT count(*) FROM score').trim(), '1');
  on('2026-01-07', 'score');
  const now = place.dump('alongside.db', derivedTables);
  on('2026-01-07', 'score --rebuild');
  assert.equal(now, place.dump('alongside.db', derivedTables));
});
