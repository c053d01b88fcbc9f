// SPDX-License-Identifier: GPL-3.0-or-later
// People made up to be awkward to draw: words that are longer than a line, more notes and goals than fit beside a
// chart, goals and words without a single score, nothing at all, and answers that have an order and no days. And one
// person with something of everything: each of the shipped indicators finds what it asks about.
export const people = { rich: 'rich', long: 'long', words: 'words', nothing: 'nothing', orders: 'MADE/7' };

const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const area = 'Saltmere', date = '2024-02-01';
const day = (i) => new Date(Date.UTC(2024, 1, 5 + 29 * i)).toISOString().slice(0, 10);
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const register = [
  { person: people.rich, area, date, called: 'Wren' },
  { person: people.long, area, date, called: `${LONG} Featherstonehaugh-Cholmondeley` },
  { person: people.words, area, date, called: 'Harbour' },
  { person: people.nothing, area, date, called: '' },
];

const ITEMS = ['optimistic', 'useful', 'relaxed', 'problems', 'clearly', 'close', 'decide'];
const swemwbs = (person, count, answer) => times(count, (i) => ITEMS.map((item, k) => (
  { person, date: day(i), instrument: 'swemwbs', item, answer: answer(i, k) }))).flat();
const answers = [
  ...swemwbs(people.rich, 20, (i, k) => 2 + (i + k) % 2 + (i > 11)),
  ...swemwbs(people.long, 14, (i, k) => 1 + (i * 3 + k * 2) % 5),
];

const notes = [
  ...[[3, 'Told it all again. Same form, other desk.'], [11, 'The bus came and I was on it.'], [18, 'A Tuesday that was only a Tuesday.']]
    .map(([i, words]) => ({ person: people.rich, date: day(i), id: `n${i}`, words })),
  ...times(24, (i) => ({ person: people.long, date: day(i), id: `n${i}`,
    words: i % 3 ? `They said I could come back, ${'and I came back, '.repeat(i)}and nobody was there.` : LONG.repeat(1 + i % 2) })),
  ...['Said yes to a coach. Said I’d see.', 'We just walked. Nobody asked me anything.', 'ELEVEN.',
    'They took the 9 off. That was my mum bus.', 'Crossing some things out. It feels good, crossing out.']
    .map((words, i) => ({ person: people.words, date: day(14 + 2 * i), id: `n${i}`, words })),
];

const goals = [
  ...times(6, (i) => times(3, (k) => ({ person: people.long, date: day(4 * k + i), goal: `g${i}`,
    words: i % 2 ? `A ${LONG} of my own, ${'near my sister, '.repeat(i)}with a door` : 'Sleep', rating: (i + 4 * k) % 11,
    status: 'active', by: 'person' }))).flat(),
  ...[['g1', 14, 'Mornings that are mine.', 'active'], ['g2', 14, 'See a dentist.', 'active'], ['g2', 22, 'See a dentist.', 'let_go']]
    .map(([goal, when, words, status]) => ({ person: people.words, date: day(when), goal, words, rating: '', status, by: 'person' })),
];

goals.push(...[2, 5, 7].map((rating, i) => ({ person: people.rich, date: day(6 * i), goal: 'g1', words: 'A door that locks.',
  rating, status: 'active', by: 'person' })));

const services = [
  ['Advice', 'advice', 'Saltmere advice centre'], ['Housing', 'housing', 'Saltmere housing office'],
  ['Surgery', 'gp', 'Saltmere surgery'], ['Minds', 'mental_health', 'Saltmere mental health team'],
].map(([service, type, title]) => ({ service, type, title }));

// From the day that somebody was first met, everything that an indicator asks about is collected.
const collects = ('request contact referral referral_decision refusal assessment history_taken appointment episode_start episode_end '
  + 'crisis punitive institution').split(' ').map((kind) => ({ area, kind, since: date }));

const EVENT = Object.fromEntries(('person date until kind id subtype thread need need_words service from to episode initiated_by '
  + 'outcome outcome_by assessment reused decided_by reason').split(' ').map((column) => [column, '']));
const happened = (thread, need, rows) => rows.map(([when, kind, rest]) => (
  { ...EVENT, person: people.rich, date: when, kind, thread, need, ...rest }));
const by_person = { initiated_by: 'person', outcome_by: 'person' };
const events = [
  ...happened('t1', 'money', [
    ['2024-03-04', 'contact', { service: 'Advice', ...by_person, outcome: 'nothing_changed', need_words: 'Which letter do I pay first?' }],
    ['2024-03-15', 'request', { service: 'Advice', ...by_person, outcome: 'nothing_changed' }],
    ['2024-04-02', 'contact', { service: 'Advice', ...by_person }],
    ['2024-05', 'contact', { service: 'Advice', ...by_person, outcome: 'need_met' }],
  ]),
  ...happened('t2', 'mental_health', [
    ['2024-06-03', 'referral', { from: 'Surgery', to: 'Minds', initiated_by: 'service' }],
    ['2024-06-20', 'assessment', { service: 'Minds', assessment: 'a1', reused: 'yes' }],
    ['2024-07-01', 'referral', { from: 'Minds', to: 'Advice', initiated_by: 'service' }],
    ['2024-07-22', 'history_taken', { service: 'Advice', reused: 'no' }],
    ['2024-08-05', 'referral', { from: 'Advice', to: 'Surgery', initiated_by: 'service' }],
    ['2024-09-02', 'request', { service: 'Minds', ...by_person, outcome: 'partly_met' }],
    ['2024-09-16', 'episode_start', { service: 'Minds', episode: 'e1', id: 'e1-start' }],
    ['2024-10-07', 'assessment', { service: 'Minds', assessment: 'a2', reused: 'no' }],
    ['2025-01-20', 'episode_end', { service: 'Minds', episode: 'e1', id: 'e1-end', decided_by: 'service', reason: 'time_limit' }],
    ['2025-02-14', 'crisis', { subtype: 'ambulance' }],
    ['2025-02-14', 'institution', { subtype: 'hospital', until: '2025-03-10' }],
  ]),
  ...happened('t3', 'housing', [
    ['2025-04-08', 'refusal', { service: 'Housing' }],
    ['2025-04-09', 'contact', { service: 'Housing', ...by_person, outcome: 'need_met' }],
    ['2025-09-11', 'punitive', { service: 'Housing', subtype: 'warning_or_behaviour_contract' }],
  ]),
];

export const sheets = { 'people.csv': register, 'services.csv': services, 'collects.csv': collects, 'events.csv': events,
  'answers.csv': answers, 'notes.csv': notes, 'goals.csv': goals };

const WORDS = ('calm secure tense regretful at_ease upset worrying rested anxious comfortable confident nervous jittery '
  + 'high_strung relaxed content worried rattled joyful pleasant').split(' ');
export const orders = times(4, (i) => Object.fromEntries([['study', 'MADE'], ['time', i + 1], ['id', 7],
  ...WORDS.map((word, k) => [word, 1 + (i + k * 3) % 4])]));
