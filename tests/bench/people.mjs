// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up area for events.mjs: people, what services did with each over eight quarters, and what each
// answered three times. By a generator of its own, so that every run measures the same rows.
import { closeSync, openSync, writeSync } from 'node:fs';

export const EVENTS_EACH = 60;
const FIRST = Date.UTC(2022, 0, 1), DAY = 86_400_000, SPACING = 12; // 60 times 12 days: eight quarters

let state = 1;
const chance = (most) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 4294967296 * most);
};
const pick = (list) => list[chance(list.length)];
const dateAt = (day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10);
const dates = Array.from({ length: 2 * 366 + SPACING }, (_, day) => dateAt(day));
const reference = (n) => `p${String(n).padStart(6, '0')}`;

const columns = ['person', 'date', 'kind', 'id', 'time', 'subtype', 'service', 'thread', 'need', 'initiated_by',
  'purpose', 'outcome', 'outcome_by', 'planned', 'decision', 'reason', 'decided_by'];
const needs = ['housing', 'money', 'debt', 'benefits', 'mental_health', 'work', 'food', 'legal', 'family', 'company'];
const outcomes = ['need_met', 'partly_met', 'nothing_changed', 'nothing_changed', ''];

const kinds = [
  [50, () => ['contact', { initiated_by: pick(['person', 'person', 'service', 'coach']), outcome: pick(outcomes),
    outcome_by: pick(['', 'person', 'service']), purpose: pick(['ask_for_help', 'chase', 'keeping_in_touch', '']),
    planned: pick(['', '', 'yes', 'no']) }]],
  [62, () => ['request', { initiated_by: 'person', outcome: pick(outcomes), purpose: 'ask_for_help' }]],
  [72, () => ['referral', {}]],
  [80, () => ['referral_decision', { decision: pick(['accepted', 'rejected', 'returned']), reason: 'no_capacity' }]],
  [86, () => ['assessment', {}]],
  [90, () => ['history_taken', {}]],
  [93, () => ['episode_start', {}]],
  [96, () => ['episode_end', { reason: pick(['time_limit', 'withdrawn_by_service', 'person_chose', 'purpose_met']),
    decided_by: pick(['service', 'person', 'joint']) }]],
  [98, () => ['crisis', { subtype: 'ae_attendance' }]],
  [100, () => ['appointment', { }]],
];

function eventOf(person, visit) {
  const of100 = chance(100), [kind, fields] = kinds.find(([up]) => of100 < up)[1]();
  const topic = Math.floor(visit / 6);
  const row = { person: reference(person), kind, ...fields,
    date: dates[visit * SPACING + chance(SPACING)],
    id: chance(2) ? `e${person}-${visit}` : '',
    time: chance(3) ? '' : `${10 + chance(7)}:30`,
    service: `service-${chance(40)}`,
    thread: chance(3) ? `t${person}-${topic}` : '',
    need: chance(5) ? needs[(person + topic) % needs.length] : '' };
  return columns.map((column) => row[column] ?? '').join(',');
}

function write(path, header, lines) {
  const file = openSync(path, 'w');
  let text = `${header}\n`;
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length > 1 << 22) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

function* peopleRows(people) {
  const groups = ['white_british', 'white_other', 'asian_pakistani', 'asian_indian', 'black_caribbean', 'arab', 'declined', ''];
  for (let n = 0; n < people; n++)
    yield `${reference(n)},${n % 2 ? 'Northham' : 'Southham'},2022-01-01,${n % 20 ? 'yes' : 'no'},${1940 + n % 60},${groups[n % groups.length]}`;
}

// In the order in which they happened, more or less, as extracts are.
function* eventRows(people) {
  for (let visit = 0; visit < EVENTS_EACH; visit++)
    for (let n = 0; n < people; n++) yield eventOf(n, visit);
}

function* answerRows(people) {
  for (const day of [40, 400, 700])
    for (let n = 0; n < people; n++)
      yield `${reference(n)},${dates[day + n % 20]},swemwbs,${Array.from({ length: 7 }, () => 1 + chance(5))}`;
}

function* serviceRows() {
  for (let n = 0; n < 40; n++) yield `service-${n},${pick(['coaching', 'gp', 'micro_enterprise', 'local_area_coordination'])},Service ${n}`;
}

export function writeArea(at, people) {
  write(at('areas.csv'), 'area,within', ['Benchham,', 'Northham,Benchham', 'Southham,Benchham']);
  write(at('services.csv'), 'service,type,title', serviceRows());
  write(at('people.csv'), 'person,area,since,shares,born,ethnic_group', peopleRows(people));
  write(at('events.csv'), columns.join(','), eventRows(people));
  write(at('answers.csv'), 'person,date,instrument,optimistic,useful,relaxed,problems,clearly,close,decide', answerRows(people));
}
