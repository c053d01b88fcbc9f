// SPDX-License-Identifier: GPL-3.0-or-later
// What the loader says, sentence by sentence: each is said of a file that deserves it, with the line it is written on.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, top } from './machine.mjs';

const instrument = (scale, changes = []) => changes.reduce((text, [from, to]) => text.replace(from, to), `return {
  title = "Two questions", version = "1", source = "made up for a test",
  licence = { wording = { ship = true, terms = "free" }, scoring = { ship = true, terms = "free" } },
  answers = { from = 0, "no", "a little", "yes" },
  items = { { id = "useful", about = "feeling useful" },
            { id = "close", about = "closeness to others" } },
  scales = {
    { id = "total", title = "Both", items = "useful close"${scale} },
  },
  examples = {
    { "both", "1 1", total = 2 },
    { "one left out", "1 -", total = "not scored" },
  },
}
`);
const bands = (steps) => `, bands = { how = { ${steps}, source = "made up" } }`;

const instruments = {
  'a name that is no id': ['WHO5.lua', 'return {}', "WHO5.lua: a plugin's file name is its id: small letters, digits and _, beginning with a letter"],
  'nothing': ['who5.lua', '', 'who5.lua:1: the file gives back nothing. A plugin ends with `return { … }`'],
  'a clock': ['who5.lua', 'local today = os.time()\nreturn {}', 'who5.lua:1: `os` is not available to plugins: no files, clock or network.'],
  'a global': ['who5.lua', 'items = {}\nreturn {}', 'who5.lua:1: the file sets a global, `items`. Write `local items`'],
  'a misspelt field': ['who5.lua', instrument(', unanswerd = 1'), 'who5.lua:8: scales[1]: `unanswerd` is not a field of a scale. Did you mean `unanswered`?'],
  'turned round in its place': ['who5.lua', instrument('', [['"close", about', '"close", reverse = true, about']]), 'who5.lua:6: items[2]: `reverse` is not a field of an item. An item is turned round where it is counted: write `-` before its id in a scale\'s `items`'],
  'no title': ['who5.lua', instrument('', [[' title = "Both",', '']]), 'who5.lua:8: scales[1] has no `title`. It is the name that people read'],
  'another type': ['who5.lua', instrument(', unanswered = "one"'), 'who5.lua:8: scales[1].unanswered is "one"; it must be a whole number from 0 up'],
  'a misspelt item': ['who5.lua', instrument('', [['"useful close"', '"usefull close"']]), 'who5.lua:8: scales[1].items names `usefull`, which is not an item. Did you mean `useful`?'],
  'an id twice': ['who5.lua', instrument('', [['id = "close"', 'id = "useful"']]), 'items[1] and items[2] have the same id, `useful`'],
  'no upper end': ['who5.lua', instrument('', [['"no", "a little", "yes"', ''], ['"useful close"', '"-useful close"']]), 'who5.lua:8: scales[1].items turns `useful` round, but it has no upper end. Give `answers.to`, or `points`'],
  'a short lookup': ['who5.lua', instrument(', lookup = { from = 0, 1, 2, 3 }'), 'who5.lua:8: scales[1].lookup has 3 values; totals run from 0 to 4, so it needs 5'],
  'points for fewer options': ['who5.lua', instrument(', points = { 1, 2 }'), 'who5.lua:8: scales[1].points has 2 values for 3 options'],
  'what a missing one counts': ['who5.lua', instrument(', unanswered = 1'), 'who5.lua:8: scales[1] may lack 1 answer, but not what a missing one counts. Add `fill = "mean"` or `fill = 0`, as published'],
  'edges that fall': ['who5.lua', instrument(bands('{0, "low"}, {3, "high"}, {2, "more"}')), 'who5.lua:8: scales[1].bands.how: edges must rise; 2 comes after 3'],
  'bands that begin late': ['who5.lua', instrument(bands('{1, "low"}, {3, "high"}')), 'who5.lua:8: scales[1].bands.how begins at 1, but the scale goes down to 0'],
  'a number without bounds': ['who5.lua', instrument(', score = function() return 1 end'), 'who5.lua:8: scales[1] has `score` and gives a number, so it needs `range = { lowest, highest }`'],
  'two ways to a score': ['who5.lua', instrument(', range = { 0, 4 }, lookup = { from = 0, 1, 2, 3, 4, 5 }, score = function() return 1 end'), 'who5.lua:8: scales[1] has both `score` and `lookup`. Do the looking up in the function, or the sum without it'],
  'wording that may not ship': ['who5.lua', instrument('', [['ship = true, terms', 'ship = false, holder = "x", terms'], ['about = "feeling useful"', 'about = "feeling useful", text = "I feel useful"']]), 'who5.lua:5: items[1].text: this wording may not ship (licence.wording.ship is not true).'],
  'two wobbles': ['who5.lua', instrument(', wobble = { sem = 1, change = 2, source = "x" }'), 'who5.lua:8: scales[1].wobble has `sem` and `change`. Keep the one the source gives'],
  'another score': ['who5.lua', instrument('', [['total = 2', 'total = 3']]), 'who5.lua:11: example "both": total comes to 2, the example says 3'],
  'too few answers': ['who5.lua', instrument('', [['"1 1"', '"1"']]), 'who5.lua:11: example "both" has 1 tokens for 2 items'],
  'no such answer': ['who5.lua', instrument('', [['"1 1"', '"1 6"']]), 'who5.lua:11: example "both": close is 6; its answers run from 0 to 2'],
  'one side of an edge': ['who5.lua', instrument(bands('{0, "low"}, {3, "high"}')), 'no example shows how on either side of 3 (2 and 3).'],
  'no case beyond': ['who5.lua', instrument(', unanswered = 1, fill = 0', [['"not scored"', '1']]), 'examples: one missing rule has no example beyond it.'],
  'nothing to count with': ['who5.lua', instrument(', range = { 0, 4 }, score = function(answer) return answer.asleep + 1 end'), 'who5.lua:8: scales[1].score: '],
  'no end': ['who5.lua', instrument(', range = { 0, 4 }, score = function(answer) return answer.useful / 0 end'), 'who5.lua:8: scales[1].score gave inf. Give back nil and a reason instead (example "both")'],
};

const of = (file, ...changes) => changes.reduce((text, [from, to]) => {
  assert.match(text, from);
  return text.replace(from, to);
}, readFileSync(join(top, file), 'utf8'));
const again = 'plugins/indicators/repeat_contact.lua', loop = 'plugins/indicators/referral_loop.lua';
const casework = 'plugins/intake/casework_contacts.lua', learning = 'reports/area_learning.lua';
const template = [/return \{/, 'return { template = "area_learning.html",'];

const others = {
  'a misspelt field of an event': ['plugins/indicators/mine.lua', of(again, [/after\s*=\s*\{/, 'after = { servce = "x",']), ': after: `servce` is not a field of an event. Did you mean `service`?'],
  'a misspelt code': ['plugins/indicators/mine.lua', of(again, [/"not need_met"/, '"not needs_met"']), ': at: contacts have no outcome `needs_met`. Did you mean `need_met`?'],
  'a person who failed': ['plugins/indicators/mine.lua', of(again, [/tell\s*=\s*"/, 'tell = "Failed to engage on {at.date}. ']), ': tell: the service is the subject of the sentence; "failed to engage" says it of the person'],
  'because': ['plugins/indicators/mine.lua', of(again, [/tell\s*=\s*"/, 'tell = "Asked because it was so. ']), ': tell: says "because", but only a person may say so. Write "after"'],
  'two numbers': ['plugins/indicators/mine.lua', of(loop, [/unit = "steps"/, 'days = 3']), ': find: found { } has two numbers, value and days. One finding is one number; give a second one its own `class` (example "three services")'],
  'another answer': ['plugins/indicators/mine.lua', of(again, [/finds = "cannot tell", why = "followup_short"/, 'finds = 1']), ': example "too soon to say": cannot tell (followup_short), the example says found'],
  'no question': ['plugins/indicators/mine.lua', of(again, [/asks\s*=\s*"[^"]*"/, 'asks = "Where people ask again."']), ': asks: has no question mark.'],
  'a setting that is none': ['plugins/indicators/mine.lua', of(again, [/within = "window"/, 'within = "windw"']), ': after: within names `windw`, which is not a setting that is a number. Add it to `settings`'],
  'a kind that is none': ['plugins/intake/mine.lua', of(casework, [/VIS = "contact"/, 'VIS = "vist"']), ': gives[1].kind.words.VIS: vist is not a kind of event.'],
  'words of nobody': ['plugins/intake/mine.lua', of(casework, [/thread /, 'note = "Officer", thread ']), ': gives[1].note is not a column of our events. Words are kept only where a person gave them'],
  'a coach': ['reports/mine.lua', of(learning, template, [/by\s*=\s*"[a-z_]+"/, 'by = "coach"']), '.by: figures are not broken down by "coach". Reports here are for learning, not for judging workers.'],
  'no cycles': ['reports/mine.lua', of(learning, template, [/.*shows = "cycles".*\n/, '']), "an area's report shows `cycles`, or says openly that there are none. Add a section with shows = \"cycles\""],
};

function check(t, path, text) {
  const place = new Place(t);
  for (const folder of ['instruments', 'plugins/indicators', 'plugins/intake', 'reports']) mkdirSync(place.path(folder), { recursive: true });
  place.write(path, text);
  const done = place.try(`check ${path}`);
  assert.equal(done.code, 1, done.out + done.err);
  return done.out + done.err;
}

for (const [what, [name, text, sentence]] of Object.entries(instruments))
  test(`of an instrument it is said where and what: ${what}`, (t) => {
    const said = check(t, `instruments/${name}`, text);
    assert.ok(said.includes(sentence), said);
  });

for (const [what, [path, text, sentence]] of Object.entries(others))
  test(`of an indicator, an intake or a report it is said where and what: ${what}`, (t) => {
    const said = check(t, path, text);
    assert.ok(said.split('\n').some((line) => line.includes(sentence) && /\.lua:\d+: /.test(line)), said);
    assert.equal(said.split(sentence).length, 2, said);
  });
