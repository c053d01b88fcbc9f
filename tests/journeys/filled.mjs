// SPDX-License-Identifier: GPL-3.0-or-later
// A small store with everything in it that makes scoring hard: used by the journeys of scores and their explanation.
import { mkdirSync } from 'node:fs';
import assert from 'node:assert/strict';
import { Place } from './machine.mjs';

export const made = { licence: 'licence = { wording = { ship = true, terms = "made up" }, scoring = { ship = true, terms = "made up" } }' };

// One question about a person, worth `times`; version 2 asks a second one before it.
export const question = (version, times) => `return {
  title = "A made-up question", version = "${version}", source = "made up for a test", ${made.licence},
  answers = { from = 0, "no", "yes" },
  items = { ${version > 1 ? '{ id = "b", about = "another" }, ' : ''}{ id = "a", about = "one" } },
  scales = { { id = "sum", title = "Sum", items = "a", points = { 0, ${times} } } },
  examples = { { "no", "${version > 1 ? '0 ' : ''}0", sum = 0 }, { "yes", "${version > 1 ? '0 ' : ''}1", sum = ${times} },
    { "a blank", "${version > 1 ? '0 ' : ''}-", sum = "not scored" } },
}
`;

// Two questions asked of every seat, one of citizens only.
export const area = `return {
  title = "A made-up question about an area", version = "1", source = "made up for a test", ${made.licence},
  about = "area", seats = { { "citizens", "citizens" }, { "power", "people with power" } },
  answers = { from = 1, to = 4 },
  items = { { id = "story", about = "the story" }, { id = "decides", about = "who decides" }, { id = "control", about = "control", seats = "citizens" } },
  scales = { { id = "sum", title = "Sum", better = "higher" } },
  examples = { { "lowest", "1 1 1", sum = 3, given = { seat = "citizens" } }, { "highest", "4 4 4", sum = 12, given = { seat = "citizens" } },
    { "power at its lowest", "1 1 n", sum = 2, given = { seat = "power" } }, { "power", "4 4 n", sum = 8, given = { seat = "power" } }, { "a blank", "4 - 4", sum = "not scored", given = { seat = "citizens" } } },
}
`;

// The second question is not asked of who says no to the first.
export const drinks = `return {
  title = "Two made-up questions", version = "1", source = "made up for a test", ${made.licence},
  answers = { from = 0, to = 3 },
  items = { { id = "often", about = "how often" }, { id = "much", about = "how much" } },
  skips = { { when = { often = 0 }, items = "much", as = 0 } },
  scales = { { id = "sum", title = "Sum" } },
  examples = { { "never", "0 -", sum = 0 }, { "most", "3 3", sum = 6 }, { "least", "0 0", sum = 0 }, { "a blank", "1 -", sum = "not scored" } },
}
`;

export function shelve(place, folder, files) {
  mkdirSync(place.path(`${folder}/instruments`), { recursive: true });
  for (const [id, text] of Object.entries(files))
    place.write(`${folder}/instruments/${id}.lua`, text);
}

const swemwbs = 'optimistic,useful,relaxed,problems,clearly,close,decide';
const wemwbs = 'optimistic,useful,relaxed,others,energy,problems,clearly,myself,close,confident,decide,loved,new,cheerful';

// What came in, and on which day: corrections by key and by the source's id, an id that moved, another version,
// orders, raters, goals, answers that another instrument takes over, and what was said about areas.
export const imports = [
  ['2025-01-10', 'v1', [
    ['s.csv', `person,date,instrument,id,mode,by,time,${swemwbs}\nada,2025-01-01,swemwbs,k1,self,,09:00,3,3,3,3,3,3,3\nada,2025-01-01,swemwbs,,self,coach,,2,2,2,2,2,2,2\nbea,#1,swemwbs,,,,,3,3,3,,3,3,3\n`],
    ['w.csv', `person,date,instrument,id,${wemwbs}\nada,2025-01-03,wemwbs,,4,4,4,4,4,4,4,4,4,4,4,4,4,4\n`],
    ['m.csv', 'person,date,instrument,version,a\nada,2025-01-05,made_up,1,1\n']]],
  ['2025-02-10', 'v1', [
    ['s2.csv', `person,date,instrument,id,mode,time,${swemwbs}\nada,2025-01-02,swemwbs,k1,self,09:00,3,3,3,4,3,3,3\nbea,#1,swemwbs,,,,,,,3,,,\nbea,#2,swemwbs,,,,5,5,5,5,5,5,5\n`],
    ['g.csv', 'person,date,goal,words,rating,status,instrument\nbea,2025-02-01,home,a home,1,active,gas\n']]],
  ['2025-03-10', 'v2', [
    ['m2.csv', 'person,date,instrument,version,a,b\nada,2025-03-05,made_up,,1,0\nada,2025-01-05,made_up,1,0,\n'],
    ['w2.csv', `person,date,instrument,${wemwbs}\nada,2025-01-03,wemwbs,5,,,,,,,,,,,,,\n`],
    ['r.csv', 'area,seat,date,instrument,story,decides,control,sheet\nNorth,citizens,2025-03-01,made_area,1,2,3,x\nNorth,citizens,2025-03-01,made_area,4,4,,y\nNorth,power,2025-03-01,made_area,4,4,,\n']]],
  ['2025-04-10', 'v2', [
    ['g2.csv', 'person,date,goal,words,rating,status,instrument\nbea,2025-02-01,music,to sing,2,active,gas\n'],
    ['r2.csv', 'area,seat,date,instrument,story,decides,control,sheet\nNorth,citizens,2025-03-01,made_area,,,4,y\nNorth,power,2025-03-01,made_area,3,,,\n']]],
];

export function emptyPlace(t) {
  const place = new Place(t);
  shelve(place, 'v1', { made_up: question(1, 2), made_area: area });
  shelve(place, 'v2', { made_up: question(2, 3), made_area: area });
  place.run('init --area North');
  return place;
}

export function take([recorded, shelf, files], place) {
  for (const [name, text] of files) {
    place.write(name, text);
    assert.doesNotMatch(place.try(`import --with ${shelf} --recorded ${recorded} ${name}`).err, /[1-9]\d* set aside|error/, name);
  }
}

export function filled(t) {
  const place = emptyPlace(t);
  imports.forEach((one) => take(one, place));
  return place;
}
