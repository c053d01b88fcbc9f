// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to scores, case by case: what is taken from another form, goals, printed editions, questions that were
// not asked, who answered and how, and every kind of no answer. Each case is somebody of their own.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { Place, rows } from './machine.mjs';
import { drinks, made, shelve } from './filled.mjs';

const file = (rest) => `return { title = "Made up", version = "1", source = "made up for a test", ${made.licence},\n${rest}\n}\n`;
const own = {
  drinks,
  base: file(`raters = "person together",
  answers = { from = 0, to = 3 }, items = "a b c",
  scales = { { id = "sum", title = "Sum" }, { id = "most", title = "Most", unanswered = 1, fill = "mean" } },
  examples = { { "least", "0 0 0", sum = 0, most = 0 }, { "highest", "3 3 3", sum = 9, most = 9 }, { "a blank", "2 1 -", sum = "not scored", most = 4.5 },
    { "two blanks", "2 - -", sum = "not scored", most = "not scored" } }`),
  part: file(`taken_from = "base", answers = { from = 0, to = 3 }, items = "c a",
  scales = { { id = "sum", title = "Sum" } },
  examples = { { "least", "0 0", sum = 0 }, { "most", "3 3", sum = 6 }, { "a blank", "1 -", sum = "not scored" } }`),
  part_of_part: file(`taken_from = "part", answers = { from = 0, to = 3 }, items = "c",
  scales = { { id = "double", title = "Double", times = 2 } },
  examples = { { "least", "0", double = 0 }, { "most", "3", double = 6 }, { "a blank", "-", double = "not scored" } }`),
  walk: file(`answers = { from = 0, to = 3, x = "does not apply" }, items = "work home",
  skips = { { when = { work = "x" }, items = "work" } },
  scales = { { id = "sum", title = "Sum" } },
  examples = { { "least", "0 0", sum = 0 }, { "most", "3 3", sum = 6 }, { "no work", "x 2", sum = 2 }, { "a blank", "- 2", sum = "not scored" } }`),
  both: file(`raters = "person coach",
  answers = { from = 0, to = 3 }, items = "a", scales = { { id = "sum", title = "Sum" } },
  examples = { { "least", "0", sum = 0 }, { "most", "3", sum = 3 }, { "a blank", "-", sum = "not scored" } }`),
  printed: file(`answers = { from = 0, "no", "maybe", "yes" }, items = "p q",
  forms = { turned = { order = "q p" }, tens = { codes = { 10, 20, 30 } } },
  scales = { { id = "p_only", title = "P", items = "p" } },
  examples = { { "least", "0 0", p_only = 0 }, { "most", "2 2", p_only = 2 }, { "a blank", "- 0", p_only = "not scored" },
    { "turned", "0 2", p_only = 2, given = { form = "turned" } }, { "tens", "30 10", p_only = 2, given = { form = "tens" } } }`),
};

// [what holds, [[instrument, answers, and date, time, by, mode, form where they matter], …], scores as `instrument.scale value or reason`]
const day = '2025-01-01';
const cases = [
  ['whoever filled in the whole has filled in its parts, and a part of a part', [['base', '1 2 3']],
    ['base.most 6', 'base.sum 6', 'part.sum 4', 'part_of_part.double 6']],
  ['an own administration of that day wins, and is what the part of it is taken from', [['base', '1 2 3'], ['part', '0 0']],
    ['base.most 6', 'base.sum 6', 'part.sum 0', 'part_of_part.double 0']],
  ['an own administration of another day does not', [['base', '1 2 3'], ['part', '0 0', { date: '2025-01-02' }]],
    ['base.most 6', 'base.sum 6', 'part.sum 4', 'part_of_part.double 6', 'part.sum 0', 'part_of_part.double 0']],
  ['of two that day the later one is taken from', [['base', '0 0 0', { time: '09:00' }], ['base', '3 3 3', { time: '17:30' }]],
    ['base.most 0', 'base.most 9', 'base.sum 0', 'base.sum 9', 'part.sum 6', 'part_of_part.double 6']],
  ['an order counts as a day', [['base', '1 2 3', { date: '#2' }], ['part', '0 0', { date: '#3' }]],
    ['base.most 6', 'base.sum 6', 'part.sum 4', 'part_of_part.double 6', 'part.sum 0', 'part_of_part.double 0']],
  ['what is taken keeps who answered: a part that is not for them is not scored', [['base', '1 2 3', { by: 'together' }]],
    ['base.most 6', 'base.sum 6', 'part.sum answered by person and worker together', 'part_of_part.double answered by person and worker together']],
  ['a blank of the whole is a blank of the part that has it', [['base', '- 2 3']],
    ['base.most 7.5', 'base.sum 2 of 3 answered', 'part.sum 1 of 2 answered', 'part_of_part.double 6']],
  ['nothing answered is no 0', [['base', 'd d d']],
    ['base.most nothing answered', 'base.sum nothing answered', 'part.sum nothing answered', 'part_of_part.double nothing answered']],

  ['not answered, declined, not known, does not apply, withheld: each counts as unanswered', [['base', 'd 1 1'], ['base', 'u 1 1', { time: '10:00' }],
    ['base', 'x 1 1', { time: '11:00' }], ['base', 'w 1 1', { time: '12:00' }], ['base', 'n 1 1', { time: '13:00' }], ['part', '0 0'], ['part_of_part', '0']],
    [...Array(5).fill('base.most 3'), ...Array(5).fill('base.sum 2 of 3 answered'), 'part.sum 0', 'part_of_part.double 0']],

  ['a question that is not asked counts as the rule says', [['drinks', '0 -']], ['drinks.sum 0']],
  ['one that was answered all the same stands', [['drinks', '0 3']], ['drinks.sum 3']],
  ['not asked where no rule says so is unanswered', [['drinks', '2 n']], ['drinks.sum 1 of 2 answered']],
  ['a question that drops out leaves fewer', [['walk', 'x 2']], ['walk.sum 2 (1 of 1)']],
  ['and if nothing else is answered, nothing is', [['walk', 'x -']], ['walk.sum nothing answered']],

  ['a printed edition in another order', [['printed', '0 2', { form: 'turned' }]], ['printed.p_only 0']],
  ['one with other codes, a column an item', [['printed', '30 10', { form: 'tens' }]], ['printed.p_only 2']],
  ['both at once', [['printed', '30 10', { form: 'tens;turned' }]], ['printed.p_only 2']],

  ['person and coach stand apart', [['both', '1'], ['both', '3', { by: 'coach' }]], ['both.sum 1', 'both.sum 3']],
  ['somebody it is not for is kept and not scored', [['both', '2', { by: 'proxy' }]], ['both.sum answered by a proxy']],
  ['how it was asked changes nothing where no table says so', [['both', '1', { mode: 'telephone' }], ['both', '1', { time: '09:00' }]], ['both.sum 1', 'both.sum 1']],

  ['goals are counted as they are', [['gas', 'home:1']], ['gas.t 60']],
  ['weights count', [['gas', 'home:1@3;music:2@1;sister:-1@2']], ['gas.t 56.61']],
  ['all weights 0 is a reason of the file', [['gas', 'home:1@0']], ['gas.t all weights are 0']],
  ['a goal that is not rated yet is unanswered', [['gas', 'home:1;music:-']], ['gas.t 1 of 2 answered']],
  ['a goal whose rating was withheld is too', [['gas', 'home:1;music:w']], ['gas.t 1 of 2 answered']],
];

const items = { drinks: 'often much', base: 'a b c', part: 'c a', part_of_part: 'c', walk: 'work home', both: 'a', printed: 'p q', gas: 'goal' };

function importAll(place) {
  const by = {};
  cases.forEach(([, answers], n) => answers.forEach(([instrument, tokens, more = {}]) => {
    const { date = day, time = '', by: who = '', mode = '', form = '' } = more;
    (by[instrument] ??= []).push([`p${String(n).padStart(2, '0')}`, date, time, who, mode, form, ...tokens.split(' ').map((one) => (one === '-' ? '' : one))]);
  }));
  for (const [instrument, lines] of Object.entries(by)) {
    place.write(`${instrument}.csv`, [['person', 'date', 'time', 'by', 'mode', 'form', ...items[instrument].split(' ')], ...lines].map((r) => r.join(',')).join('\n') + '\n');
    assert.match(place.try(`import --with own --as instruments/${instrument} ${instrument}.csv`).err, / 0 set aside$/m);
  }
}

const said = (r) => `${r.instrument}.${r.scale} ${r.value === '' ? r.reason : `${Number(Number(r.value).toFixed(2))}${r.instrument === 'walk' ? ` (${r.answered} of ${r.of})` : ''}`}`;

test('each case comes to its scores', async (t) => {
  const place = new Place(t);
  shelve(place, 'own', own);
  place.run('init --area North');
  importAll(place);
  const all = rows(place.run('scores --with own').out);
  for (const [n, [name, , expected]] of cases.entries())
    await t.test(name, () => {
      const mine = all.filter((r) => r.person === `p${String(n).padStart(2, '0')}`);
      assert.deepEqual(mine.map(said).sort(), [...expected].sort());
      for (const r of mine.filter((one) => one.value !== '' && one.answered === one.of))
        assert.deepEqual([r.lowest, r.highest], [r.value, r.value]);
    });
  place.run('score --with own --rebuild');
  assert.deepEqual(rows(place.run('scores --with own').out), all, 'and to the same when everything is worked out again');
});
