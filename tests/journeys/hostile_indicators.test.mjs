// SPDX-License-Identifier: GPL-3.0-or-later
// A folder full of hostile and buggy indicators: each is named once, and everybody else's findings, and everything
// else about the one person it fails for, are the same as without it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { Place, rows } from './machine.mjs';

// Finds contacts that changed nothing, and goes wrong at those about `sour`, which no example has. What it does
// wrong stands on line 9.
const brittle = (inside) => `-- SPDX-License-Identifier: MIT
return {
  title = "Contacts that changed nothing", version = "1", source = "made up for a test",
  asks = "Where did nothing change?", mislead = "Made up for a test.",
  settings = { window = { 28, from = 1, to = 90, means = "days" } },
  reads = "contact", tell = "The service changed nothing on {at.date}.",
  find = function(timeline, found, settings)
    for e in timeline:each { "contact" } do
      if e.need == "sour" then ${inside} end
      if e.outcome == "nothing_changed" then found { events = { e } } end
    end
  end,
  examples = {
    { "nothing changed", finds = 1, "2025-01-01 contact need=sweet outcome=nothing_changed" },
    { "met", finds = 0, "2025-01-01 contact need=sweet outcome=need_met" },
    { "nobody collects contacts", finds = "cannot tell", collects = "complaint", "" },
  },
}
`;

const inside = [
  'while true do end', 'for i = 1, 1e15 do end', '::top:: goto top', 'local function f(n) return f(n + 1) end f(1)',
  'local t = {} while true do t = { t, t } end', "local s = 'x' while true do s = s .. s end", "return #('x'):rep(1e9)",
  'while true do found { events = { e } } end', 'while true do timeline:all { "contact" } end',
  'for _ = 1, 1e9 do for _ in timeline:each { "contact" } do end end', 'local function f() for _ in timeline:each { "contact" } do f() end end f()',
  "error('secret ' .. e.need)", "error('secret\\27[2J\\n')", 'error { 1 }', 'assert(false)', 'return e.c.d', 'pcall(error)',
  "io.open('/etc/passwd')", "os.execute('true')", "require 'os'", '_G.x = 1', 'kept = timeline', "print('hello')", 'math.random()',
  'setmetatable(timeline, {})', 'getmetatable(e)', 'rawset(timeline, 1, 1)', 'debug.sethook()', 'coroutine.wrap(error)()',
  'found()', "found 'x'", 'found {}', 'found { events = {} }', 'found { events = { {} } }', "found { events = { { kind = 'contact', id = 'made up' } } }",
  "found { events = { e }, value = 0/0, unit = 'days' }", "found { events = { e }, value = 1/0, unit = 'days' }", "found { events = { e }, value = '3', unit = 'days' }",
  'found { events = { e }, value = 3, days = 2 }', 'found { events = { e }, score = 3 }', 'found { events = { e }, worker = "x" }', 'found { events = { e }, rank = 1 }',
  'found { events = { e }, risk = 1 }', "found { events = { e }, class = 'Jane of the Lane' }", "found { events = { e }, class = 'a\\27[31m' }", 'found { events = { e }, class = 3 }',
  "found { events = { e }, value = 1, unit = ('x'):rep(1e5) }", "found { events = { e }, told = 'because of them' }", 'found { events = e }', 'found { events = { e }, e }',
  'timeline:nothing()', 'timeline:each()', "timeline:each('contakt')", "timeline:each { 'contakt' }", "timeline:each { 'contact', outcom = 'need_met' }", "timeline:each { 'crisis' }",
  "timeline:after(e, { 'contact', within = -1 })", "timeline:after({}, { 'contact' })", "timeline:after(nil, { 'contact' })", "timeline:after(e)", "timeline:none_after(e, { 'contact', withn = 3 })",
  "timeline:groups('made up', { 'contact' })", "timeline:periods('week')", 'timeline:days()', 'timeline:days(1, 2)', 'timeline:overlap(e)', "timeline:cannot_tell('made up')", 'timeline:cannot_tell()',
  "timeline.each(nil, { 'contact' })", 'timeline = nil timeline:all { "contact" }', "e.need() ",
];

// More of the kind, in a folder of their own: so many reasons and no more are told at once.
const further = [
  // spells, ends, and what is cited of them
  "timeline:all { 'contact', spell = 'long' }", "timeline:all { 'contact', spell = -1 }", "timeline:all { 'contact', edge = 'start' }", "timeline:groups('need', { 'contact', spell = 1 })",
  "local all = timeline:all { 'contact', spell = 0 } found { events = { all[1], all[1] } }", "while true do timeline:all { 'contact', spell = 9 } end",
  "local t = {} for i = 1, 1e6 do t[i] = e end found { events = t }", 'found { events = { e, e } }', "found { events = { timeline } }", "found { events = { nil, e } }",
  // memory, time and depth in one call of a library
  "return ('a'):rep(3e4):find(('.-'):rep(20) .. 'b')", "return ('%99d'):rep(1e6):format(1)", "table.concat(setmetatable({}, {}), 'x')", 'table.unpack({}, 1, 1e8)',
  "local t = {} for i = 1, 9 do t[i] = i end table.sort(t, function() return true end) while true do table.insert(t, 1) end", "return ('x'):rep(-1, 1)()", 'select(0)', 'local function f() return f() end f()',
  "local t = {} for i = 1, 1e9 do t[i] = ('k'):rep(99) .. i end", "local f = error for i = 1, 300 do f = function(g) return function() g() end end end while true do end",
  // what is not there to use, and what stays as it is
  "load('x = 1')()", 'collectgarbage()', 'string.dump(print)', "string.rep = nil", "('x').y.z = 1", 'e.need = "sweet"', 'e.kind = nil', 'return e[1]', 'return #e', 'return e < e', "return e .. ''", 'for _ in pairs(e) do end',
  'settings.window.x = 1', 'settings = nil return settings.window', 'timeline.found = 1', 'timeline()', 'return timeline .. e', 'error()', 'error(nil)', 'error(e)', 'error(function() end)', "error(('x'):rep(1e6))",
  "timeline:each(setmetatable)", "timeline:all { { 'contact' }, need = 'food' }", "timeline:all { 'contact', need = { 'food' } }", "timeline:all { 'contact', need = '\\27[2J' }", "timeline:after(e, { 'contact', within = 'window', within2 = 3 })",
  "timeline:after(e, { 'contact', within = 0/0 })", "timeline:after(e, { 'contact', least = 1e18 })", "local t = { 'contact' } t.same = t timeline:after(e, t)", "timeline:change('swemwbs.wellbeing', e, 90)",
];

// Files that cannot be taken at all.
const whole = [
  ['', 'at = { "contact" }, reads = "contact", find = function() end,'], ['', 'reads = "contact",'], ['', 'find = function() end,'],
  ['', 'reads = "contakt", find = function() end,'], ['', 'reads = "contact", find = function() end, gather = "thread",'],
  ['', 'at = { "contact", worker = "x" }, sort = "value",'], ['', 'at = { "contact" }, after = { "contact", within = -1 },'],
  ['', 'at = { "contact" }, after = { "contact", same = "words" },'], ['', 'at = { "contact" }, class = "service",'],
  ['', 'at = { "contact" }, score = function() return 1 end,'], ['', 'at = { "contact" }, target = 3,'], ['while true do end', ''],
  ['local t = {} t.t = t', 'at = t,'], ['error("made up")', ''],
].map(([before, fields]) => brittle('').replace('return {', `${before}\nreturn {`).replace(/ {2}reads = "contact", /, '  ')
  .replace(/ {2}find = function[\s\S]*?\n {2}end,\n/, `  ${fields}\n`));

const id = (i) => `bad${String(i).padStart(2, '0')}`;

function shelve(place, inside, whole) {
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  inside.forEach((what, i) => place.write(`own/plugins/indicators/${id(i)}.lua`, brittle(what)));
  whole.forEach((source, i) => place.write(`own/plugins/indicators/worse${String(i).padStart(2, '0')}.lua`, source));
  place.write('own/plugins/indicators/good.lua', brittle(''));
}

const made = (place) => {
  const event = (person, date, need, outcome) => `${person},${date},contact,Food bank,${need},person,${outcome},person`;
  place.write('events.csv', `${['person,date,kind,service,need,initiated_by,outcome,outcome_by',
    event('alder', '2025-01-01', 'food', 'nothing_changed'), event('birch', '2025-01-05', 'sour', 'nothing_changed'),
    event('birch', '2025-02-05', 'food', 'nothing_changed'), event('rowan', '2025-01-09', 'food', 'need_met')].join('\n')}\n`);
  place.run('init --area Saltmere');
  place.run('import --recorded 2025-06-30 events.csv');
};

function harmless(t, inside, whole) {
  const place = new Place(t);
  made(place);
  const before = place.run('findings').out;
  shelve(place, inside, whole);
  const done = place.try('score --with own');
  assert.equal(done.code, 1, done.err);
  const said = done.err.split('\n').filter((line) => line.startsWith('own/plugins/indicators/'));
  for (const [i, what] of inside.entries()) {
    const mine = said.filter((line) => line.startsWith(`own/plugins/indicators/${id(i)}.lua:`));
    assert.equal(mine.length, 1, `${what}: ${mine.join('\n') || done.err}`);
    assert.ok([7, 8, 9].includes(Number(mine[0].match(/\.lua:(\d+): /)[1])), mine[0]);
  }
  for (const i of whole.keys()) {
    const name = `worse${String(i).padStart(2, '0')}`;
    assert.ok(said.some((line) => line.startsWith(`own/plugins/indicators/${name}.lua:`)), `${name}\n${whole[i]}\n${done.err}`);
  }
  assert.doesNotMatch(done.err, /\b(secret|birch|alder|rowan|sour|traceback)\b|\x1B/);

  const found = rows(place.try('findings --with own').out);
  const states = (person, name) => found.filter((f) => f.person === person && f.indicator === name).map((f) => `${f.state} ${f.why}`.trim());
  assert.deepEqual(states('birch', 'good'), ['found', 'found']);
  for (const [i, what] of inside.entries()) {
    assert.deepEqual(states('birch', id(i)), ['cannot_tell plugin_failed'], what);
    assert.deepEqual(states('alder', id(i)), ['found'], what);
    assert.deepEqual(states('rowan', id(i)), ['not_found'], what);
  }
  const engines = found.filter((f) => !/^(bad|good)/.test(f.indicator));
  assert.deepEqual(engines, rows(before));
}

test('eighty hostile indicators and more are each named once, and nobody else is harmed', (t) => {
  assert.ok(inside.length + whole.length >= 80, `${inside.length + whole.length}`);
  harmless(t, inside, whole);
});

test('so are fifty more: bombs, borrowed tables, and what is not there to use', (t) => {
  assert.ok(further.length >= 50, `${further.length}`);
  harmless(t, further, []);
});

test('the same bytes come out of ten runs, whatever fails in them', (t) => {
  const place = new Place(t);
  made(place);
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  ['while true do end', 'local t = {} while true do t = { t } end', "found { events = { e }, class = tostring(e) }", "error(tostring(found))",
    'local n = 0 for k in pairs(e) do n = n * 2 + k:byte() end found { events = { e }, value = n % 7, unit = "times" }',
  ].forEach((what, i) => place.write(`own/plugins/indicators/${id(i)}.lua`, brittle(what)));
  const first = place.try('findings --with own');
  assert.equal(first.code, 1);
  for (let run = 1; run < 10; run++) assert.deepEqual(place.try('findings --with own'), first);
  assert.equal(place.try('score --rebuild --with own').code, 1);
  assert.deepEqual(place.try('findings --with own'), first);
});
