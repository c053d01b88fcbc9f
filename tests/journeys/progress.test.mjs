// SPDX-License-Identifier: GPL-3.0-or-later
// How a person's own answers are told over time: only what can be compared is, in their words where they have any.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { Place } from './machine.mjs';

const licence = 'licence = { wording = { ship = true, terms = "ours" }, scoring = { ship = true, terms = "ours" } }';

// The person names what troubles them, and says how much.
const trouble = (version) => `return {
  title = "What troubles you", version = "${version}", source = "this project", ${licence},
  items = {
    { id = "what", about = "what troubles you most", answers = "words", own = true },
    { id = "how_much", about = "how much it does", answers = { from = 0, to = 40 } },
  },
  scales = { { id = "trouble", title = "Trouble", items = "how_much", wobble = { sem = 1, source = "a paper" } } },
  examples = { { "none", "+ 0", trouble = 0 }, { "all", "+ 40", trouble = 40 }, { "one short", "+ -", trouble = "not scored" } },
}
`;

const page = `return {
  title = "Mine", version = "1", source = "us", reader = "person", template = "my_progress.html",
  sections = {
    { asks = "How have you been?", shows = "scores" },
    { asks = "What did you say?", shows = "answers", of = "trouble" },
    { asks = "And not?", shows = "limits" },
    { asks = "Held?", shows = "record" },
  },
  examples = { { "one", people = 1, says = "How have you been?" }, { "several", people = 12, says = "Held?" } },
}
`;

function troubled(t, answers) {
  const place = new Place(t, { ALONGSIDE_WITH: 'ours' });
  for (const folder of ['instruments', 'reports']) mkdirSync(place.path(`ours/${folder}`), { recursive: true });
  place.write('ours/instruments/trouble.lua', trouble('1'));
  place.write('ours/reports/mine.lua', page);
  place.run('init --area Saltmere');
  answer(place, 'answers.csv', answers);
  return place;
}

function answer(place, name, answers) {
  const lines = answers.flatMap(([date, what, howMuch, mode = '']) => [
    `a,${date},trouble,what,${what ? '+' : ''},${what},${mode}`, `a,${date},trouble,how_much,${howMuch},,${mode}`]);
  place.write(name, `person,date,instrument,item,answer,words,mode\n${lines.join('\n')}\n`);
  place.run(`import --recorded 2025-12-31 ${name}`);
}

const told = (place, options = '') => place.run(`report mine --person a --as-of 2025-12-31 --format text ${options}`).out.replace(/\s+/g, ' ');

test('what somebody named in their own words heads its figure, and change is told within the same words', (t) => {
  const place = troubled(t, [['2025-01-10', 'The stairs', 30], ['2025-03-10', 'The stairs', 28], ['2025-06-10', 'The stairs', 12]]);
  const page = told(place);
  assert.match(page, /\* “The stairs” Your answers on “Trouble” fell by more than the measure’s wobble between January 2025 and June 2025\. Scored/);
  answer(place, 'later.csv', [['2025-09-10', 'My sister', 11]]);
  assert.match(told(place), /From the first to the latest: cannot tell whether it changed, as you put it in other words\./);
  assert.match(told(place), /\* “My sister” “Trouble”: you answered 4 times/);
});

test('where the key is not here the figure has our words, and the words that are locked are said to be', (t) => {
  const place = troubled(t, [['2025-01-10', 'The stairs', 30], ['2025-03-10', 'The stairs', 28], ['2025-06-10', 'The stairs', 12]]);
  const page = told(place, '--keys nowhere');
  assert.match(page, /\* Your answers on “Trouble” fell by more than/);
  assert.match(page, /what troubles you most (What you answered: )?in your own words, which are locked/);
  assert.doesNotMatch(page, /stairs/);
});

test('answers are shown as they were given, a table a time, with the kinds of no answer in words', (t) => {
  const place = troubled(t, [['2025-01-10', 'The stairs', 30, 'telephone'], ['2025-03-10', '', 'declined']]);
  const page = told(place);
  assert.match(page, /What troubles you, on 10 January 2025 How it was asked: by telephone\./);
  assert.match(page, /what troubles you most +“The stairs” how much it does +30 /);
  assert.match(page, /what troubles you most +no answer how much it does +you would rather not say/);
});

test('another version is in the same picture, on a line of its own, and never compared', (t) => {
  const place = troubled(t, [['2025-01-10', 'The stairs', 30], ['2025-03-10', 'The stairs', 28]]);
  place.write('ours/instruments/trouble.lua', trouble('2'));
  answer(place, 'later.csv', [['2025-06-10', 'The stairs', 12], ['2025-09-10', 'The stairs', 2]]);
  const page = told(place);
  assert.match(page, /From the first to the latest: cannot tell whether it changed, as the questions were of different versions\. Since June 2025: more than this measure’s wobble, down\./);
  assert.match(page, /From 10 June 2025 on the questions are those of version 2, so the line begins anew\./);
  const html = place.run('report mine --person a --as-of 2025-12-31').out;
  assert.equal(html.match(/class="join"/g).length, 2);
  assert.equal(html.match(/class="dot"/g).length, 4);
});

test('nothing is compared where the ways of asking differ, and which ways those were is said', (t) => {
  const place = troubled(t, [['2025-01-10', 'The stairs', 30, 'self'], ['2025-03-10', 'The stairs', 28, 'self'], ['2025-06-10', 'The stairs', 12, 'telephone']]);
  assert.match(told(place), /cannot tell whether it changed, as they were asked in different ways: on paper, and by telephone\./);
});

test('the table says which kind of no answer it was, where all that is missing is of one kind', (t) => {
  const place = new Place(t), items = ['optimistic', 'useful', 'relaxed', 'problems', 'clearly', 'close', 'decide'];
  const sheet = (date, answers) => items.map((item, i) => `a,${date},swemwbs,${item},${answers[i]}\n`).join('');
  const rest = ['3', '3', '3', '3', '3', '3'];
  place.run('init --area Saltmere');
  place.write('answers.csv', 'person,date,instrument,item,answer\n' + sheet('2024-01-01', ['declined', ...rest])
    + sheet('2024-02-01', items.map(() => 'declined')) + sheet('2024-03-01', ['unknown', ...rest])
    + sheet('2024-04-01', ['', ...rest]) + sheet('2024-05-01', ['withheld', 'declined', ...rest.slice(1)]));
  place.run('import --recorded 2025-12-31 answers.csv');
  const model = JSON.parse(place.run('report my_progress --person a --format json').out);
  const { figures } = model.sections.find((section) => section.asks === 'How have you been?');
  const said = figures[0].table.rows.map((row) => row.cells[1].replace(/;.*/, ''));
  assert.deepEqual(said, ['6 of 7: you would rather not say', '0 of 7: you would rather not say',
    '6 of 7: you did not know', '6 of 7 answered', '5 of 7 answered']);
});

test('a published change without an error of the measure has words and no bar, and the page says why', (t) => {
  const place = new Place(t), lines = [1, 2, 3].flatMap((month) => [1, 2, 3, 4, 5, 6, 7].map((q) =>
    `a,2024-0${month}-01,gad7,q${q},${q === 1 ? month : 1}`));
  place.run('init --area Saltmere');
  place.write('answers.csv', `person,date,instrument,item,answer\n${lines.join('\n')}\n`);
  place.run('import --recorded 2025-12-31 answers.csv');
  const { out } = place.run('report my_progress --person a');
  assert.match(out, /only how many points between two answers are more than wobble was published/);
  assert.doesNotMatch(out, /class="softbar"|How to read a soft bar/);
});
