// SPDX-License-Identifier: GPL-3.0-or-later
// People made up to be awkward to draw: words that are longer than a line, more notes and goals than fit beside a
// chart, goals and words without a single score, nothing at all, and answers that have an order and no days.
export const people = { long: 'long', words: 'words', nothing: 'nothing', orders: 'MADE/7' };

const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const area = 'Saltmere', date = '2024-02-01';
const day = (i) => new Date(Date.UTC(2024, 1, 5 + 29 * i)).toISOString().slice(0, 10);
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const register = [
  { person: people.long, area, date, called: `${LONG} Featherstonehaugh-Cholmondeley` },
  { person: people.words, area, date, called: 'Harbour' },
  { person: people.nothing, area, date, called: '' },
];

const ITEMS = ['optimistic', 'useful', 'relaxed', 'problems', 'clearly', 'close', 'decide'];
const answers = times(14, (i) => ITEMS.map((item, k) => (
  { person: people.long, date: day(i), instrument: 'swemwbs', item, answer: 1 + (i * 3 + k * 2) % 5 }))).flat();

const notes = [
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

export const sheets = { 'people.csv': register, 'answers.csv': answers, 'notes.csv': notes, 'goals.csv': goals };

const WORDS = ('calm secure tense regretful at_ease upset worrying rested anxious comfortable confident nervous jittery '
  + 'high_strung relaxed content worried rattled joyful pleasant').split(' ');
export const orders = times(4, (i) => Object.fromEntries([['study', 'MADE'], ['time', i + 1], ['id', 7],
  ...WORDS.map((word, k) => [word, 1 + (i + k * 3) % 4])]));
