// SPDX-License-Identifier: GPL-3.0-or-later
// A folder full of hostile and buggy instruments: each is named once, and everybody else's scores are the same
// as without it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

// Scores all pairs of answers but 2 1, which no example has. What it does wrong stands on line 10.
const brittle = (before, inside) => `-- SPDX-License-Identifier: MIT
${before}
return {
  title = "Two made-up questions", version = "1", source = "made up for a test",
  licence = { wording = { ship = true, terms = "made up" }, scoring = { ship = true, terms = "made up" } },
  answers = { from = 0, "no", "a little", "yes", "very" }, items = { { id = "a", about = "one" }, { id = "b", about = "two" } },
  scales = { { id = "plain", title = "Plain", items = "a b" },
    { id = "made", title = "Made", items = "a b", range = { 0, 6 },
      score = function(answer)
        if answer.a == 2 and answer.b == 1 then ${inside} end
        return answer.a + answer.b
      end } },
  examples = {
    { "none", "0 0", plain = 0, made = 0 }, { "some", "1 1", plain = 2, made = 2 },
    { "all", "3 3", plain = 6, made = 6 }, { "a blank", "- 0", plain = "not scored", made = "not scored" },
  },
}
`;

// By class: what a function does when it meets 2 1.
const inside = [
  'while true do end', 'repeat until false', 'for i = 1, 1e15 do end', '::top:: goto top',
  'local function f(n) return f(n + 1) end f(1)',
  'pcall(error)', 'xpcall(error, error)', 'coroutine.wrap(error)()', 'count({ 1 }, function() while true do end end)',
  'setmetatable({}, { __gc = error })', 'collectgarbage()', 'debug.sethook()', 'local x <close> = 1',
  "return #('x'):rep(1e9)", "return table.concat({}, '', 1, 1e15)", 'return table.unpack({}, 1, 1e7)',
  "local s, r = ('x'):rep(1e6), ('x'):rep(1e6) while s == r do end", "while true do ('%99.99f'):format(1e99) end",
  "local s = 'x' while true do s = s .. s end", 'local t = {} while true do t = { t, t } end',
  'local t = {} for i = 1, 1e9 do t[i] = i end', 'local t = {} while true do t[#t + 1] = function() return t end end',
  'local function f(n) return 1 + f(n) end f(1)', 'local function f() table.sort({ 1, 2 }, f) end f()',
  'local function f(...) return f(1, ...) end f()', 'local t = {} for i = 1, 9 do t = { t } end return t',
  "return ('x'):gmatch('x')", "return ('x'):gsub('x', '')", "load('return 1')", 'string.dump(error)',
  "io.open('/etc/passwd')", "os.execute('true')", "require 'os'", '_G.x = 1', '_ENV.x = 1', 'rawset(math, 1, 1)',
  "print('hello')", "io.stderr:write('hello')", 'kept = answer', 'math.floor = math.ceil', 'string.format = nil',
  'table.insert(math, 1)', 'return math.random()', 'return os.time()', 'for k in next, answer do end',
  'return 0/0', 'return 1/0', 'return 7', 'return -1', "return '3'", 'return true', 'return nil', 'return { 3 }',
  'local t = {} t.t = t return t', 'return 1, 2, 3, 4', 'return function() end', "return nil, ('x'):rep(1e5)",
  "return nil, 'a\\0b'", "return nil, '\\xC3('", "return nil, 'a\\27[31mb'",
  'error { 1 }', 'error()', "error(('secret'):rep(1e5))", "error('secret\\27[2J\\n')", 'return answer.c.d',
  'return answer.c + 1', 'assert(false)', 'return anwser', 'return answer.a // 0', "error('secret ' .. answer.a)",
];

// Files that cannot be taken at all.
const whole = [
  'this is not lua {{', '', 'return 5', 'while true do end', 'local s = "x" while true do s = s .. s end',
  'local t = {} for i = 1, 1e9 do t[i] = { i } end', 'return io.open("/etc/passwd")', 'return { title = 1 | (2 or 3) }',
  'return { title = "x", colour = "red" }', 'local t = {} t.t = t return t', 'error("no")', 'print("hello") return {}',
  '\x1BLuaQ', 'return { title = "a\0b" }',
];

const id = (i) => `bad${String(i).padStart(2, '0')}`;

function shelve(place) {
  mkdirSync(place.path('own/instruments'), { recursive: true });
  inside.forEach((what, i) => place.write(`own/instruments/${id(i)}.lua`, brittle('', what)));
  whole.forEach((source, i) => place.write(`own/instruments/worse${i}.lua`, source));
  place.write('own/instruments/good.lua', brittle('', ''));
}

// Alder and rowan answer as in the examples; birch stands between them and answers 2 1 to everything.
function answer(place, files) {
  const lines = ['person,date,instrument,a,b'];
  for (const [person, a, b] of [['alder', 1, 1], ['birch', 2, 1], ['rowan', 3, 3]])
    for (const name of ['good', ...files.map((_, i) => id(i))]) lines.push(`${person},2025-01-01,${name},${a},${b}`);
  place.write('answers.csv', `${lines.join('\n')}\n`);
}

const scored = (done) => rows(done.out).map((r) => [r.person, r.instrument, r.scale, r.value, r.reason].join(' ')).sort();

test('sixty hostile instruments and more are each named once, and nobody else is harmed', (t) => {
  const place = new Place(t);
  assert.ok(inside.length + whole.length >= 60);
  shelve(place);
  answer(place, inside);
  place.run('init --area Saltmere');
  const taken = place.try('import --with own answers.csv');
  assert.ok([0, 1].includes(taken.code), taken.err);
  const done = place.try('score --with own');
  assert.equal(done.code, 1);
  const said = done.err.split('\n').filter((line) => line.startsWith('own/instruments/'));
  for (const [i, what] of inside.entries()) {
    const mine = said.filter((line) => line.startsWith(`own/instruments/${id(i)}.lua:`));
    assert.equal(mine.length, 1, `${what}: ${mine.join('\n') || done.err}`);
    const line = Number(mine[0].match(/\.lua:(\d+): /)[1]);
    assert.ok([9, 10].includes(line), mine[0]);
  }
  for (const i of whole.keys())
    assert.equal(said.filter((line) => line.startsWith(`own/instruments/worse${i}.lua:`)).length, 1, `worse${i}\n${done.err}`);
  assert.doesNotMatch(done.err, /secret|birch|alder|rowan|traceback|\x1B/);

  const all = scored(place.try('scores --with own'));
  assert.equal(all.length, 3 * 2 * (inside.length + 1));
  for (const [person, plain] of [['alder', 2], ['birch', 3], ['rowan', 6]])
    for (const name of ['good', ...inside.map((_, i) => id(i))]) {
      assert.ok(all.includes(`${person} ${name} plain ${plain} `), `${person} ${name}`);
      const made = name === 'good' || person !== 'birch' ? `${plain} ` : ' plugin_failed';
      assert.ok(all.includes(`${person} ${name} made ${made}`), `${person} ${name}: ${all.filter((s) => s.includes(`${person} ${name} made`))}`);
    }
});

test('a text of a plugin is no formula in a spreadsheet, and a number and a reference stay what they are', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('own/instruments'), { recursive: true });
  const made = brittle('', "return nil, '=1+1'").replace('range = { 0, 6 }', 'range = { -6, 0 }')
    .replace('return answer.a + answer.b', 'return -answer.a - answer.b').replace(/made = (\d)/g, 'made = -$1')
    .replace('version = "1"', 'version = "@1"');
  place.write('own/instruments/made.lua', made);
  place.write('answers.csv', 'person,date,instrument,a,b\n-alder,2025-01-01,made,1,1\nbirch,2025-01-01,made,2,1\n');
  place.run('init --area Saltmere');
  place.run('import --with own answers.csv');
  const all = rows(place.run('scores --with own').out).filter((r) => r.scale === 'made');
  assert.deepEqual(all.map((r) => [r.person, r.version, r.value, r.reason]),
    [['-alder', "'@1", '-2', ''], ['birch', "'@1", '', "'=1+1"]]);
  const json = JSON.parse(place.run('scores --with own --format json').out).filter((r) => r.scale === 'made');
  assert.deepEqual(json.map((r) => r.reason), [null, '=1+1']);
  place.write('sheet.csv', 'a,b\n2,1\n');
  const [tried] = rows(place.run('try own/instruments/made.lua sheet.csv --format csv').out).filter((r) => r.scale === 'made');
  assert.equal(tried.reason, "'=1+1");
});

test('a pipe or a folder with the name of a plugin is named, and nothing waits for it', (t) => {
  const place = new Place(t), wrapper = ['timeout', '60'];
  mkdirSync(place.path('own/instruments/folder.lua'), { recursive: true });
  mkdirSync(place.path('own/plugins/codes'), { recursive: true });
  mkdirSync(place.path('own/reports'));
  for (const name of ['instruments/pipe.lua', 'reports/pipe.lua', 'plugins/codes/need.csv'])
    execFileSync('mkfifo', [place.path(`own/${name}`)]);
  const pipe = 'own/instruments/pipe.lua: is a pipe or a device, not a file', folder = 'own/instruments/folder.lua: is a folder, not a file';
  place.run('init --area Saltmere');
  for (const args of ['list instruments --with own', 'status --with own']) {
    const done = place.try(args, { wrapper });
    assert.notEqual(done.code, 124, `${args} waits`);
    for (const name of ['instruments/pipe.lua', 'instruments/folder.lua'])
      assert.match(done.out + done.err, new RegExp(`own/${name}`), args);
  }
  const checked = place.try('check --with own', { wrapper });
  assert.equal(checked.code, 1, checked.err);
  assert.ok(checked.out.includes(pipe) && checked.out.includes(folder), checked.out);
  for (const args of ['check own/instruments/pipe.lua', 'try own/instruments/pipe.lua --answers 1', 'explain own/instruments/pipe.lua']) {
    const done = place.try(args, { wrapper });
    assert.equal(done.code, 74, args);
    assert.ok(done.err.includes(pipe), done.err);
  }
  assert.equal(place.try('try nowhere.lua --answers 1').code, 66);
  place.run('explain need --with own', { wrapper });
});

// What could come out differently each time, and what fails in the middle of it.
const unsteady = [
  "local n = 0 for k in pairs { w = 1, d = 2, k = 3, a = 4 } do n = n * 2 + k:byte() end return n % 7",
  "return #tostring({}) % 7", "return #('%s'):format({}) % 7", "return #tostring(math.floor) % 7",
  'local t = {} for i = 1, 50 do t[i] = i * 7 % 13 end table.sort(t, function() return true end) return t[1] % 7',
  "local n = 0 for k in pairs(answer) do n = n * 2 + k:byte() end return n % 7",
  'return math.random(6)', 'return os.time() % 7', 'for k in next, answer do return #k end', "return #('%p'):format(answer)",
  'while true do end', 'local t = {} while true do t = { t } end',
];

test('the same bytes come out of twenty runs, whatever fails in them', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('own/instruments'), { recursive: true });
  unsteady.forEach((what, i) => place.write(`own/instruments/${id(i)}.lua`, brittle('', what)));
  place.write('own/instruments/good.lua', brittle('', ''));
  answer(place, unsteady);
  place.run('init --area Saltmere');
  place.run('import --with own answers.csv');
  const first = place.try('scores --with own');
  assert.equal(first.code, 1);
  for (let run = 1; run < 20; run++) assert.deepEqual(place.try('scores --with own'), first);
  assert.equal(place.try('score --rebuild --with own').code, 1);
  assert.deepEqual(place.try('scores --with own'), first);
});

test('where the machine allows less memory than a worker may take, it does with less', (t) => {
  const place = new Place(t);
  const small = place.try(['check', join(top, 'instruments/gas.lua')], { wrapper: ['sh', '-c', 'ulimit -v 150000; exec "$@"', 'sh'] });
  assert.equal(small.code, 0, small.err);
});
