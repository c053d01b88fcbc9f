// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin that goes wrong costs one clear error, and nothing else.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

// A store with one person, and the scores that the shelf alone gives.
function small(t) {
  const place = new Place(t);
  place.write('start.csv', 'person,date,optimistic,useful,relaxed,problems,clearly,close,decide\njuniper,2025-03-01,3,3,3,3,3,3,3\n');
  place.run('init --area Saltmere');
  place.run('import --as instruments/swemwbs start.csv');
  return { place, scores: place.run('scores').out };
}

function shelve(place, name, source, shelf = 'own') {
  const folder = join(shelf, name.startsWith('indicators/') ? 'plugins' : '.');
  mkdirSync(place.path(join(folder, name, '..')), { recursive: true });
  place.write(join(folder, name), source);
}

const broken = [
  ['is not Lua', 'this is not lua {{\n', 1, /cannot be read as Lua: syntax error near 'is'/],
  ['loops while it is loaded', 'return {\n}, (function() while true do end end)()\n', 2,
    /took more than 5 million steps\. Is there a loop that does not end\?/],
  ['allocates without end while it is loaded', 'local t = {}\nfor i = 1, 1e9 do\n  t[i] = { i, i, i }\nend\nreturn t\n', 3, /needs more than 32 MiB of memory/],
  ['makes an endless text', 'local s = "x"\nwhile true do s = s .. s end\n', 2, /a text of more than 1 MiB/],
  ['raises an error while it is loaded', 'local t = nil\nreturn t.title\n', 2, /index a nil value/],
  ['asks for files', 'return io.open("/etc/passwd")\n', 1, /`io` is not available to plugins: no files, clock or network/],
  ['returns nothing', '-- nothing here\n', 1, /table|return/],
];

for (const [what, source, line, says] of broken)
  test(`a plugin that ${what} is one error with file and line, and everyone is still scored`, (t) => {
    const { place, scores } = small(t);
    shelve(place, 'instruments/odd.lua', source);
    const done = place.try('scores --with own');
    assert.equal(done.code, 1);
    assert.equal(done.out, scores);
    assert.equal(done.err.trimEnd().split('\n').length, 1, done.err);
    assert.match(done.err, says);
    const at = Number(done.err.match(/^own\/instruments\/odd\.lua:(\d+): /)[1]);
    assert.ok(Math.abs(at - line) <= 1, done.err);
    const check = place.try('check --with own own/instruments/odd.lua');
    assert.equal(check.code, 1);
    assert.match(check.out, says);
    assert.match(check.out, /0 hold, 1 do not/);
  });

test('a file whose id is taken is refused by name, and everything else goes on', (t) => {
  const { place } = small(t);
  const without = place.run('scores').out;
  shelve(place, 'instruments/swemwbs.lua', readFileSync(join(top, 'instruments/swemwbs.lua'), 'utf8').replace('"1"', '"9"'));
  for (const command of ['scores', 'score', 'check', 'check own/instruments/swemwbs.lua', 'import --as instruments/swemwbs start.csv', 'list instruments', 'report my_progress --person juniper --format text']) {
    const done = place.try(`${command} --with own`);
    assert.equal(done.code, 1, `${command}: ${done.err}`);
    assert.match(done.out + done.err, /own\/instruments\/swemwbs\.lua: the id `swemwbs` is taken by .*\/instruments\/swemwbs\.lua, which is used\. Give/, command);
  }
  assert.equal(place.try('scores --with own').out, without);
});

test('a folder of plugins that is not there is said so', (t) => {
  const { place } = small(t);
  const done = place.try('scores --with nowhere');
  assert.equal(done.code, 66);
  assert.equal(done.out, '');
  assert.match(done.err, /nowhere: there is no such folder\. .*--with/);
});

// Scores all pairs of answers but 2 1, which no example has.
const brittle = (raises) => `-- SPDX-License-Identifier: MIT
return {
  title = "Two made-up questions", version = "1", source = "made up for a test",
  licence = { wording = { ship = true, terms = "made up" }, scoring = { ship = true, terms = "made up" } },
  answers = { from = 0, "no", "a little", "yes", "very" },
  items = { { id = "a", about = "one" }, { id = "b", about = "two" } },
  scales = {
    { id = "plain", title = "Plain", items = "a b" },
    { id = "made", title = "Made", items = "a b", range = { 0, 6 },
      score = function(answer)
        ${raises}
        return answer.a + answer.b
      end },
  },
  examples = {
    { "none", "0 0", plain = 0, made = 0 }, { "some", "1 1", plain = 2, made = 2 },
    { "all", "3 3", plain = 6, made = 6 }, { "a blank", "- 0", plain = "not scored", made = "not scored" },
  },
}
`;

const failures = [
  ['raises an error', 'if answer.a == 2 and answer.b == 1 then error("no") end', /brittle\.lua:11: scales\[2\]\.score failed here/],
  ['loops', 'while answer.a == 2 and answer.b == 1 do end', /brittle\.lua:11: scales\[2\]\.score took more than 5 million steps/],
  ['makes an endless text', 'local s = "x" while answer.a == 2 and answer.b == 1 do s = s .. s end',
    /brittle\.lua:11: scales\[2\]\.score makes a text of more than 1 MiB/],
  ['fills memory', 'local t = {} while answer.a == 2 and answer.b == 1 do t[#t + 1] = { 1, 2, 3 } end',
    /brittle\.lua:11: scales\[2\]\.score needs more than 32 MiB of memory/],
  ['lies about its kind', 'if answer.a == 2 and answer.b == 1 then return "lots" end', /brittle\.lua:\d+: scales\[2\]\.score .*/],
];

for (const [what, raises, says] of failures)
  test(`a function that ${what} for one person is one error, and everyone else is scored`, (t) => {
    const { place } = small(t);
    shelve(place, 'instruments/brittle.lua', brittle(raises));
    place.write('a.csv', 'person,date,a,b\nalder,2025-01-01,1,1\nbirch,2025-01-01,2,1\nrowan,2025-01-01,0,1\nsorrel,2025-01-01,2,1\n');
    place.run('import --with own --as instruments/brittle a.csv');
    const done = place.try('scores --with own --instrument brittle');
    assert.equal(done.code, 1);
    const lines = done.err.trimEnd().split('\n');
    assert.equal(lines.length, 1, done.err);
    assert.match(lines[0], says);
    assert.match(lines[0], /For this reason fewer than 10 administrations have no score$/);
    assert.doesNotMatch(lines[0], /[.?!]\. /);
    assert.doesNotMatch(lines[0], /alder|birch|rowan|sorrel/);
    const scores = rows(done.out).map((r) => [r.person, r.scale, r.value, r.reason]);
    assert.deepEqual(scores, [
      ['alder', 'plain', '2', ''], ['alder', 'made', '2', ''],
      ['birch', 'plain', '3', ''], ['birch', 'made', '', 'plugin_failed'],
      ['rowan', 'plain', '1', ''], ['rowan', 'made', '1', ''],
      ['sorrel', 'plain', '3', ''], ['sorrel', 'made', '', 'plugin_failed'],
    ]);
    shelve(place, 'instruments/worse.lua', 'return 5');
    const { out } = place.try('status --with own');
    assert.match(out, /For fewer than 10 people a plugin failed, so some of their scores are not there\. `alongside score` tries again/);
    assert.doesNotMatch(out, /something changed/);
    assert.match(out, /own\/instruments\/worse\.lua cannot be used\. `alongside check --with own own\/instruments\/worse\.lua` says why\./);
  });

const scaled = (times, version) => `return {
  title = "One made-up question", version = "${version}", source = "made up for a test",
  licence = { wording = { ship = true, terms = "made up" }, scoring = { ship = true, terms = "made up" } },
  answers = { from = 0, "no", "yes" },
  items = { { id = "a", about = "one" } },
  scales = { { id = "sum", title = "Sum", items = "a", points = { 0, ${times} } } },
  examples = { { "no", "0", sum = 0 }, { "yes", "1", sum = ${times} }, { "a blank", "-", sum = "not scored" } },
}
`;

test('old answers are scored with the version they were given to, though its file is gone or changed', (t) => {
  const { place } = small(t);
  const value = (done) => rows(done.out).filter((r) => r.instrument === 'made_up').map((r) => `${r.version}: ${r.value}`);
  place.write('a.csv', 'person,date,a\njuniper,2025-01-01,1\n');
  shelve(place, 'instruments/made_up.lua', scaled(2, 1));
  place.run('import --with own --as instruments/made_up a.csv');
  assert.deepEqual(value(place.run('scores --with own')), ['1: 2']);
  assert.deepEqual(value(place.run('scores')), ['1: 2'], 'without its file');
  shelve(place, 'instruments/made_up.lua', scaled(3, 1), 'changed');
  const changed = place.try('scores --with changed');
  assert.equal(changed.code, 1);
  assert.match(changed.err, /version 1 was another file when it was first used; that one is still used\. Give the changed file a new version/);
  assert.deepEqual(value(changed), ['1: 2'], 'with another file of the same version');
  shelve(place, 'instruments/made_up.lua', scaled(3, 2), 'later');
  assert.deepEqual(value(place.run('scores --with later')), ['1: 2'], 'with a later version');
  place.write('b.csv', 'person,date,a\njuniper,2025-02-01,1\n');
  place.run('import --with later --as instruments/made_up b.csv');
  assert.deepEqual(value(place.run('scores --with later')), ['1: 2', '2: 3']);
});
