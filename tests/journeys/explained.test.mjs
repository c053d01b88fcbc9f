// SPDX-License-Identifier: GPL-3.0-or-later
// A score explained: from the figure to the answers, the rule and the table, for people and for areas.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';
import { drinks, filled, made, shelve } from './filled.mjs';

const after = (text, heading) => text.slice(text.indexOf(heading) + heading.length).split('\n\n')[0];
const steps = (text) => after(text, 'From the answers to the score\n');

test('every score that `scores` prints can be explained by its columns, and comes to the same figure', (t) => {
  const place = filled(t);
  for (const r of rows(place.run('scores --with v2').out)) {
    const several = r.person === 'North/citizens' ? `/${r.value === '6' ? 'x' : 'y'}` : '';
    const { out } = place.run(`explain --with v2 ${r.person}/${r.date}/${r.instrument}.${r.scale}${several}`);
    const figure = out.split('\n')[1];
    assert.ok(figure.endsWith(r.value ? `: ${r.value}` : `: not scored, ${r.reason}`), `${figure} for ${r.value}${r.reason}`);
    assert.match(out, new RegExp(`\\(${r.instrument}, version ${r.version}\\)`));
    assert.match(out, /SHA-256 [0-9a-f]{64}/);
  }
});

const count = (letter, n) => Array.from({ length: n }, (_, i) => `${letter}${i + 1}`).join(' ');
const tried = {
  phq9: [count('q', 10), '1 1 2 2 2 2 2 0 1 1'],
  core10: [count('q', 10), '4 3 2 1 0 - 1 2 3 4'],
  djgls6: ['i3 i4 i7 i8 i9 i10', '1 2 3 - 2 1'],
  rses: ['worth qualities failure able proud positive satisfied respect useless no_good', '3 2 1 0 3 2 1 0 3 2'],
  swemwbs: ['optimistic useful relaxed problems clearly close decide', '3 3 3 - 3 3 3'],
  gas: ['goal', 'home:1 music:-1'],
  drinks: ['often much', '0 3'],
};

test('the steps are those of `try --answers`, line by line', (t) => {
  const place = new Place(t);
  shelve(place, 'own', { drinks });
  place.run('init --area North');
  for (const [id, [items, answers]] of Object.entries(tried)) {
    const file = id === 'drinks' ? 'own/instruments/drinks.lua' : join(top, `instruments/${id}.lua`);
    const by_hand = place.run(['try', file, '--answers', answers]).out.split('\n');
    const cells = items === 'goal' ? [answers.replace(' ', ';')] : answers.split(' ').map((a) => (a === '-' ? '' : a));
    place.write('a.csv', `${['person', 'date', ...items.split(' ')].join(',')}\nada,2025-01-01,${cells.join(',')}\n`);
    place.run(`import --with own --as instruments/${id} a.csv`);
    for (const r of rows(place.run(`scores --with own --person ada --instrument ${id}`).out)) {
      const said = steps(place.run(`explain --with own ada/2025-01-01/${id}.${r.scale}`).out).split('\n');
      const from = by_hand.indexOf(said[0]);
      assert.ok(from >= 0 && said.length > 2, said.join('\n'));
      assert.deepEqual(said, by_hand.slice(from, from + said.length), `${id}.${r.scale}`);
    }
  }
  assert.match(place.run('explain --with own ada/2025-01-01/drinks.sum').out, /much 3 \(answered though it should not have been asked: it stands\)/);
});

test('it says who answered, when and how, when it was recorded and corrected, and where it was taken from', (t) => {
  const place = filled(t);
  const of = (id) => place.run(`explain --with v2 ${id}`).out;
  const moved = of('ada/2025-01-02/swemwbs.wellbeing');
  assert.match(moved, /^ada\/2025-01-02\/swemwbs\.wellbeing\nMental wellbeing: 19\.98\n\n/);
  assert.match(moved, /Answered on 2 January 2025 at 09:00 by the person; read and answered on paper\.\nRecorded on 10 February 2025; not corrected since\./);
  assert.match(moved, /^Answers as kept: 3 3 3 4 3 3 3$/m);
  assert.match(moved, /^ {2}problems +4 {2}\(dealing with problems\)$/m);
  assert.doesNotMatch(moved, /none of the time|often/, 'wording that may not be printed');
  assert.match(moved, /^Published in: Stewart-Brown/m);
  assert.match(moved, /a change of less than 2\.85 may be chance \(doi /);
  const taken = of('ada/2025-01-03/swemwbs.wellbeing');
  assert.match(taken, /Taken from the answers to wemwbs \(version 1\) of then/);
  assert.match(taken, /Recorded on 10 January 2025; added to or corrected on 10 March 2025\. What was said last stands\./);
  assert.match(of('bea/#2/swemwbs.wellbeing'), /Answered as number 2 in order; its date is not known\. By the person; how it was asked is not known\./);
  assert.match(of('ada/2025-01-01/swemwbs.wellbeing'), /by a coach;.*\n.*\n\n/);
  assert.match(of('ada/2025-01-01/swemwbs.wellbeing'), /answered by a coach: not scored/);
  assert.match(of('ada/2025-01-05/made_up.sum'), /made_up, version 1\)/);
  assert.match(of('bea/2025-02-01/gas.t'), /goal +home:1 music:2/);
  const seat = of('North/citizens/2025-03-01/made_area.sum/y');
  assert.match(seat, /by citizens, about North \(sheet y\);/);
  assert.match(of('North/power/2025-03-01/made_area.sum'), /^ {2}control +n {2}\(control\)$/m);
  const looks = place.sql('alongside.db', "SELECT what, count(*) FROM look JOIN reference USING (person) WHERE what = 'explain' GROUP BY ref ORDER BY ref").trim();
  assert.equal(looks, 'explain|1\nexplain|1', 'that a person’s was shown is kept, once a day');
});

// Worth more from 60 on. It is told what came before, and makes nothing of it.
const aged = `return { title = "Made up", version = "1", source = "made up for a test", ${made.licence},
  answers = { from = 0, to = 3 }, items = "a",
  scales = { { id = "worth", title = "Worth", range = { 0, 6 }, needs = "age earlier", score = function(answer, given)
    return answer.a * (given.age >= 60 and 2 or 1) + (given.earlier[1] and 0 or 0) end } },
  examples = { { "least", "0", worth = 0, given = { age = 30 } }, { "most", "3", worth = 6, given = { age = 60 } },
    { "young", "3", worth = 3, given = { age = 59 } }, { "a blank", "-", worth = "not scored", given = { age = 30 } } },
}
`;

test('what a function is given besides answers is said, and counts as it did when it was scored', (t) => {
  const place = new Place(t);
  shelve(place, 'own', { aged });
  place.write('people.csv', 'person,area,born\nada,North,1950-06-01\n');
  place.write('a.csv', 'person,date,instrument,a\nada,2009-06-01,aged,1\nada,2010-06-01,aged,2\nbea,2010-06-01,aged,2\n');
  place.run('init --area North');
  place.run('import people.csv');
  place.run('import --with own a.csv');
  const of = (id) => place.run(`explain --with own ${id}`).out;
  assert.match(of('ada/2009-06-01/aged.worth'), /aged\.worth\nWorth: 1\n[^]*who answered and how; age 59 that day; 0 earlier\n/);
  assert.match(of('ada/2010-06-01/aged.worth'), /aged\.worth\nWorth: 4\n[^]*; age 60 that day; 1 earlier\n/);
  assert.match(of('bea/2010-06-01/aged.worth'), /Worth: not scored, age not known\n[^]*; age not known; 0 earlier\n/);
});

// Goes wrong where something was answered before; its other scale never does.
const breaks = `return { title = "Made up", version = "1", source = "made up for a test", ${made.licence},
  answers = { from = 0, to = 3 }, items = "a",
  scales = { { id = "worth", title = "Worth", range = { 0, 3 }, needs = "earlier", score = function(answer, given)
    if given.earlier[1] then error("before") end return answer.a end }, { id = "sum", title = "Sum" } },
  examples = { { "least", "0", worth = 0, sum = 0 }, { "most", "3", worth = 3, sum = 3 }, { "a blank", "-", worth = "not scored", sum = "not scored" } },
}
`;

test('where the file itself went wrong, administration, answers and rule still stand, and the error in place of the steps', (t) => {
  const place = new Place(t);
  shelve(place, 'own', { breaks });
  place.write('a.csv', 'person,date,instrument,a\nada,2025-05-01,breaks,1\nada,2025-06-01,breaks,3\n');
  place.run('init --area North');
  place.run('import --with own a.csv');
  const { code, out, err } = place.try('explain --with own ada/2025-06-01/breaks.worth');
  assert.equal(code, 1, err);
  assert.match(out, /^ada\/2025-06-01\/breaks\.worth\nWorth: not scored, plugin_failed\n/);
  assert.match(out, /Answered on 1 June 2025 by the person/);
  assert.match(out, /Answers as kept: 3\n {2}a +3/);
  assert.match(steps(out), /^The file itself went wrong on these answers, so there are no steps\. .*breaks\.lua:4: /);
  assert.match(after(out, 'The rule\n'), /File breaks\.lua, version 1, SHA-256 [0-9a-f]{64}/);
  const sum = place.try('explain --with own ada/2025-06-01/breaks.sum').out;
  assert.match(sum, /breaks\.sum\nSum: 3\n/);
  assert.match(steps(sum), /adds up to 3$/);
});

const tabled = `return { title = "Made up", version = "1", source = "made up for a test", ${made.licence},
  answers = { "no", "some", "yes" }, items = "a",
  scales = { { id = "s", title = "S", lookup = { file = "tabled.set.csv", obtain = "the owners" } } },
  examples = { { "least", "1", s = 1 }, { "most", "3", s = 9 }, { "a blank", "-", s = "not scored" } },
}
`;

test('a table that stands in a file is named with what was in it when it was first used', (t) => {
  const place = new Place(t);
  shelve(place, 'own', { tabled });
  const table = 'total,value,se\n1,1,0.5\n2,4,0.25\n3,9,0.5\n';
  place.write('own/instruments/tabled.set.csv', table);
  place.write('a.csv', 'person,date,instrument,a\nada,2025-06-01,tabled,2\n');
  place.run('init --area North');
  place.run('import --with own a.csv');
  const { out } = place.run('explain --with own ada/2025-06-01/tabled.s');
  assert.match(out, /\nS: 4 \(standard error 0\.25\)\n/);
  assert.match(out, /the table gives 4$/m);
  assert.ok(out.endsWith(`Table tabled.set.csv, SHA-256 ${createHash('sha256').update(table).digest('hex')}\n`), out.slice(-300));
  place.write('own/instruments/tabled.set.csv', table.replace('2,4', '2,5'));
  const changed = place.try('explain --with own ada/2025-06-01/tabled.s');
  assert.equal(changed.out, out, 'the table that it was first scored with is used ever after');
  assert.equal(changed.code, 1);
});

const wrong = [
  ['ada/2025-01-04/swemwbs.wellbeing', 66, /ada\/2025-01-04: there are no such answers to swemwbs\. The nearest score is ada\/2025-01-03\/swemwbs\.wellbeing$/m],
  ['bea/#7/swemwbs.wellbeing', 66, /The nearest score is bea\/#2\/swemwbs\.wellbeing/],
  ['ada/2025-01-02/swemwb.wellbeing', 66, /nothing is known of answers to `swemwb`\. Did you mean `swemwbs`\?/],
  ['ada/2025-01-02/swemwbs.total', 66, /swemwbs has no scale `total`; it has: wellbeing/],
  ['ad/2025-01-02/swemwbs.wellbeing', 66, /There is no person "ad" in the store/],
  ['North/citizen/2025-03-01/made_area.sum', 66, /There is no person "North\/citizen" in the store/],
  ['ada/2025-02-30/swemwbs.wellbeing', 66, /there is no such file, and a score is named as PERSON\/DATE\/INSTRUMENT\.SCALE/],
  ['North/citizens/2025-03-01/made_area.sum', 64, /There are several such scores\. Name one: .*made_area\.sum\/person\/x\/1, .*made_area\.sum\/person\/y\/1/],
];

test('an id that is none is met with the nearest, and one of several with all of them', (t) => {
  const place = filled(t);
  for (const [id, code, says] of wrong) {
    const done = place.try(`explain --with v2 ${id}`);
    assert.equal(done.code, code, id);
    assert.equal(done.out, '');
    assert.match(done.err, says);
  }
  const nowhere = new Place(t);
  assert.match(nowhere.run('explain swemwbs').out, /Stewart-Brown/, 'words and files need no store');
  assert.equal(nowhere.try('explain ada/2025-01-02/swemwbs.wellbeing').code, 66);
});
