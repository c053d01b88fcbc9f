// SPDX-License-Identifier: GPL-3.0-or-later
// How long the engine takes, as ratios within this one run:
//   node tests/bench/bench.mjs [ADMINISTRATIONS] [REPETITIONS]
// Import against the sqlite3 shell's .import into a bare table; reading and scoring against reading alone.
// Equal results are asserted before any time counts. Not part of the tests: times depend on the machine.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timed } from './timed.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(process.env.ALONGSIDE_BUILD ?? join(here, '../../.build/gcc'), 'bin/alongside');
const administrations = Number(process.argv[2] ?? 1_000_000);
const people = administrations / 10;
const repetitions = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
const at = (name) => join(folder, name);

// A small generator of its own, so that every run measures the same rows.
let state = 1;
const chance = (most) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 4294967296 * most);
};

function writeFiles() {
  const long = openSync(at('long.csv'), 'w'), wide = openSync(at('wide.csv'), 'w');
  const items = Array.from({ length: 14 }, (_, i) => `i${i + 1}`);
  let longText = 'person,date,instrument,item,answer\n', wideText = `person,date,instrument,${items}\n`;
  for (let n = 0; n < administrations; n++) {
    const person = `p${String(n % people).padStart(6, '0')}`;
    const visit = Math.floor(n / people);
    const date = `20${14 + visit}-${String(1 + chance(12)).padStart(2, '0')}-${String(1 + chance(28)).padStart(2, '0')}`;
    const codes = items.map(() => (chance(100) === 0 ? '' : 1 + chance(5)));
    wideText += `${person},${date},fourteen,${codes}\n`;
    for (let i = 0; i < 14; i++) longText += `${person},${date},fourteen,i${i + 1},${codes[i]}\n`;
    if (longText.length > 1 << 22) {
      writeSync(long, longText);
      writeSync(wide, wideText);
      longText = wideText = '';
    }
  }
  writeSync(long, longText);
  writeSync(wide, wideText);
  closeSync(long);
  closeSync(wide);
}

const sql = (store, text) => spawnSync('sqlite3', [store, text], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.trim();
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const remove = (...names) => names.forEach((name) => rmSync(at(name), { force: true }));

async function importWith(kind) {
  remove('a.db', 'a.db.keys', 'a.db-wal', 'a.db-shm');
  await timed(program, ['init', '--store', at('a.db'), '--area', 'Benchham']);
  return timed(program, ['import', '--store', at('a.db'), '--with', join(here, 'with'), '--quiet', at(`${kind}.csv`)]);
}

async function importBare(kind) {
  remove('b.db', 'b.db-wal', 'b.db-shm');
  const columns = kind === 'long' ? 'person,date,instrument,item,answer' : readFileSync(at('wide.csv'), { encoding: 'utf8', flag: 'r' }).slice(0, 200).split('\n')[0];
  const types = columns.split(',').map((c) => `${c} TEXT`).join(',');
  return timed('sqlite3', [at('b.db'), 'PRAGMA journal_mode=WAL', `CREATE TABLE t(${types})`, `.import --csv --skip 1 ${at(`${kind}.csv`)} t`]);
}

// Runs both in turns and prints the medians as a ratio, the most memory ours had, and whether the goal holds.
async function compare(name, goal, ours, theirs) {
  const a = [], b = [];
  let most = 0;
  for (let i = 0; i < repetitions; i++) {
    const one = await ours();
    a.push(one.seconds);
    most = Math.max(most, one.most);
    b.push((await theirs()).seconds);
  }
  const ratio = median(a) / median(b);
  console.log(`${name}: ratio ${ratio.toFixed(2)} (${median(a).toFixed(2)} s to ${median(b).toFixed(2)} s), ` +
    `most memory ${most.toFixed(0)} MB; ${verdict(ratio, goal)}`);
}

const verdict = (figure, goal) => `goal ${Number(goal.toFixed(2))} ${figure <= goal ? 'holds' : 'does not hold yet'}`;

function printBytes(name, goal) {
  const bytes = statSync(at('a.db')).size / (14 * administrations);
  console.log(`${name}: ${bytes.toFixed(2)} bytes an answer; ${verdict(bytes, goal)}`);
}

// --- equal results ---

const storedAnswers = () => sql(at('a.db'), 'SELECT person, date, tokens FROM administration_now ORDER BY 1, 2');

function countCodes(rows) {
  const counts = {};
  for (const row of rows) for (const token of row.split('|')[2].split(' ')) counts[token] = (counts[token] ?? 0) + 1;
  return counts;
}

// What the sum of each administration must come to, worked out here once more.
function expectedSums(rows) {
  const sums = { count: 0, unscored: 0, total: 0 };
  for (const row of rows) {
    const codes = row.split('|')[2].split(' ').filter((token) => token !== '-').map(Number);
    if (codes.length < 11) { sums.unscored++; continue; }
    sums.count++;
    sums.total += codes.reduce((a, b) => a + b, 0) * 14 / codes.length;
  }
  return sums;
}

async function assertEqualAnswers() {
  await importWith('long');
  const fromLong = storedAnswers();
  await importWith('wide');
  assert.ok(fromLong === storedAnswers(), 'the long and the wide file give the same answers');
  await importBare('long');
  const rows = fromLong.split('\n'), bare = {};
  for (const line of sql(at('b.db'), "SELECT iif(answer = '', '-', answer), count(*) FROM t GROUP BY 1").split('\n'))
    bare[line.split('|')[0]] = Number(line.split('|')[1]);
  assert.equal(rows.length, administrations);
  assert.deepEqual(Object.entries(countCodes(rows)).sort(), Object.entries(bare).sort(), 'and so does .import');
  return rows;
}

function assertEqualScores(rows) {
  const expected = expectedSums(rows);
  const [count, unscored, total] = sql(at('a.db'),
    "SELECT count(value), count(*) - count(value), sum(value) FROM score_long WHERE scale = 'sum'").split('|').map(Number);
  assert.deepEqual([count, unscored], [expected.count, expected.unscored]);
  assert.ok(Math.abs(total - expected.total) < 1e-9 * total, 'the sums of all scores are the same');
  assert.equal(sql(at('a.db'), "SELECT count(*) FROM score_long WHERE scale = 'seven'"), String(administrations));
}

// --- a night ---

const derivedTables = ['touched', 'failed', 'due', 'derived', 'collected', 'scale', 'score', 'finding'];
const derived = () => spawnSync('sqlite3', [at('a.db'), derivedTables.map((name) => `.dump ${name}`).join('\n')],
  { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout;
const score = (...words) => timed(program, ['score', '--quiet', '--store', at('a.db'), '--with', join(here, 'with'), ...words]);

// One person in a hundred fills in another form; on the next day the tables hold yesterday.
async function night(number, nextDay) {
  const lines = Array.from({ length: people / 100 }, (_, i) =>
    `p${String(i * 100 + number).padStart(6, '0')},2025-03-${String(1 + number % 28).padStart(2, '0')},fourteen,i1,3`);
  writeFileSync(at('night.csv'), `person,date,instrument,item,answer\n${lines.join('\n')}\n`);
  await timed(program, ['import', '--store', at('a.db'), '--with', join(here, 'with'), '--quiet', at('night.csv')]);
  if (nextDay) sql(at('a.db'), "UPDATE derived SET value = value - 1 WHERE name = 'as_of'");
  return score();
}

async function compareNights() {
  for (const nextDay of [false, true]) {
    let number = nextDay ? 50 : 0;
    await compare(`a night after one person in a hundred changed, ${nextDay ? 'on the next day' : 'on the same day'}, against working everybody out`,
      0.1, () => night(number++, nextDay), () => score('--rebuild'));
    await night(number++, nextDay);
    const one = derived();
    await score('--rebuild');
    assert.ok(one === derived(), 'a night gives the same bytes as working everybody out');
  }
}

// What is measured inside one program, by programs beside the tests.
function printFrom(name, ...words) {
  const path = join(dirname(program), '../tests/bin', name);
  const done = spawnSync(path, words, { encoding: 'utf8' });
  process.stdout.write(done.error ? `${name}: not in this build; it has no tests\n` : done.stdout);
  process.stderr.write(done.stderr ?? '');
}

// Scoring a tenth of the people must take as much memory as scoring all.
async function printFewer() {
  const tenth = `p${String(people / 10).padStart(6, '0')}`;
  const rows = readFileSync(at('wide.csv'), 'utf8').split('\n');
  writeFileSync(at('fewer.csv'), rows.filter((row, i) => i === 0 || row < tenth).join('\n'));
  await timed(program, ['init', '--store', at('f.db')]);
  await timed(program, ['import', '--store', at('f.db'), '--with', join(here, 'with'), '--quiet', at('fewer.csv')]);
  const { most } = await timed(program, ['score', '--quiet', '--store', at('f.db'), '--with', join(here, 'with')]);
  console.log(`most memory of scoring a tenth of the people: ${most.toFixed(0)} MB`);
}

// One person's page out of everybody's store, warm, from the start of the program to its end. Who looked is
// kept with each. The least is what the page takes; more is what other programs took meanwhile.
function printPage() {
  const words = [program, 'report', 'my_progress', '--person', `p${String(people / 2).padStart(6, '0')}`,
    '--store', at('a.db'), '--with', join(here, 'with'), '--quiet', '-o', at('page.html')];
  const times = [];
  for (let i = 0; i < 30; i++) {
    const begun = process.hrtime.bigint();
    assert.equal(spawnSync(words[0], words.slice(1), { env: {} }).status, 0);
    times.push(Number(process.hrtime.bigint() - begun) / 1e6);
  }
  const twenty = spawnSync('sh', ['-c', 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do "$@"; done; times', 'sh', ...words],
    { encoding: 'utf8' }).stdout.trim().split('\n').at(-1);
  const used = [...twenty.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * m + Number(s), 0) / 20;
  console.log(`a person's page: ${median(times).toFixed(0)} ms, at least ${Math.min(...times).toFixed(0)} ms; ` +
    `processor time ${(1000 * used).toFixed(0)} ms; ${verdict(median(times), 50)}`);
}

// --- the run ---

try {
  printFrom('bench_scoring');
  printFrom('bench_state');
  writeFiles();
  const rows = await assertEqualAnswers();
  await compare('importing the long file, against .import of it into a bare table of texts', 0.33,
    () => importWith('long'), () => importBare('long'));
  await compare('importing the wide file, against .import of it into a bare table of texts', 1,
    () => importWith('wide'), () => importBare('wide'));
  printBytes('content', 5);

  const scan = () => timed('sqlite3', [at('a.db'), 'SELECT max(person), max(date), sum(length(tokens)) FROM administration']);
  await score('--rebuild');
  assertEqualScores(rows);
  await compare('reading, scoring and storing all scores, against sqlite3 reading every administration once', 4, () => score('--rebuild'), scan);
  printBytes('everything', 8);
  printFrom('bench_pass', at('a.db'));
  await printFewer();
  await score();
  printPage();
  await compareNights();
  await compare('scoring everybody by two, against by one', 1 / 1.3,
    () => score('--rebuild', '--jobs', '2'), () => score('--rebuild'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
