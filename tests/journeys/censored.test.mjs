// SPDX-License-Identifier: GPL-3.0-or-later
// An early find must not count before the others could be missed: made-up endings with a true risk of 30 in 100 within
// 90 days, each followed for 0 to 180 days.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { Place, csv, rows } from './machine.mjs';

const people = 8000, risk = 0.3, window = 90;
const day = (after) => new Date(Date.UTC(2025, 0, 1 + after)).toISOString().slice(0, 10);

function chance(seed) {   // mulberry32
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const indicator = `return {
  title = "A crisis after an ending", version = "1", asks = "What follows endings?", source = "made up",
  at = { "episode_end" }, after = { "crisis", within = ${window} },
  tell = "A crisis came {days} days after support ended.",
  mislead = "It says what came after, never why.",
  examples = {
    { "last day", finds = 1, [[
        2025-01-01  episode_end
        2025-04-01  crisis ]] },
    { "a day later", finds = 0, [[
        2025-01-01  episode_end
        2025-04-02  crisis ]] },
    { "too soon", finds = "cannot tell", as_of = "2025-02-01", [[
        2025-01-01  episode_end ]] },
  },
}
`;

const definition = `return {
  title = "What follows endings?", version = "1", source = "made up", reader = "area", template = "area_learning.html",
  sections = {
    { asks = "Who?", shows = "heard" }, { asks = "What followed?", shows = "findings", of = "crisis_after" },
    { asks = "What?", shows = "cycles" }, { asks = "What not?", shows = "limits" }, { asks = "How made?", shows = "method" },
  },
  examples = { { "six", people = 6, says = "too few people to show" }, { "many", people = 400, says = "people" } },
}
`;

test('with 30 in 100 followed by a crisis, the naive share is near 40 and the report says 30', (t) => {
  const place = new Place(t), draw = chance(7), ends = day(180);
  for (const folder of ['plugins/indicators', 'reports']) mkdirSync(place.path(`own/${folder}`), { recursive: true });
  place.write('own/plugins/indicators/crisis_after.lua', indicator);
  place.write('own/reports/endings.lua', definition);
  const refs = Array.from({ length: people }, (_, i) => `p${10000 + i}`), events = [];
  for (const person of refs) {
    const end = Math.floor(draw() * 181), crisis = draw() < risk ? end + 1 + Math.floor(draw() * window) : Infinity;
    events.push({ person, date: day(end), kind: 'episode_end', episode: 'e' });
    if (crisis <= 180) events.push({ person, date: day(crisis), kind: 'crisis', episode: '' });
  }
  place.write('people.csv', csv(refs.map((person) => ({ person, area: 'Saltmere', since: '2024-06-01', shares: 'yes' }))));
  place.write('events.csv', csv(events));
  place.write('collects.csv', 'area,kind,since\nSaltmere,episode_end,2024-01-01\nSaltmere,crisis,2024-01-01\n');
  place.run('init --area Saltmere');
  place.run(`import --recorded ${ends} people.csv collects.csv events.csv`);
  const states = rows(place.run(`findings --with own --indicator crisis_after --as-of ${ends}`).out).map((f) => f.state);
  const count = (state) => states.filter((s) => s === state).length;
  const naive = count('found') / (count('found') + count('not_found'));
  assert.ok(naive > 0.38 && naive < 0.41, `naive ${naive}`);
  const text = place.run(`report endings --with own --area Saltmere --period 2025-01-01/${ends} --as-of ${ends} --format text`).out.replace(/\s+/g, ' ');
  const [, found, of] = text.match(/A crisis after an ending: ([\d,]+) of ([\d,]+) people of whom we could tell/).map((n) => Number(n.replaceAll(',', '')));
  t.diagnostic(`naive ${naive.toFixed(4)}, the report ${(found / of).toFixed(4)} of ${of}`);
  assert.ok(Math.abs(found / of - risk) < 0.02, `${found} of ${of}`);
});
