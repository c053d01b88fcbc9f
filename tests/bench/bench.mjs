// SPDX-License-Identifier: GPL-3.0-or-later
// How long the engine takes, as ratios within this one run: node tests/bench/bench.mjs [ADMINISTRATIONS]
// Import against the sqlite3 shell's .import into a bare table; reading and scoring against reading alone.
// Equal results are asserted before any time counts. Not part of the tests: times depend on the machine.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(process.env.ALONGSIDE_BUILD ?? join(here, '../../.build/gcc'), 'bin/alongside');
const administrations = Number(process.argv[2] ?? 1_000_000);
const people = administrations / 10;
const repetitions = 3;
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

// Runs a command, gives seconds and the most memory it had, in MB.
function timed(command, args) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH } });
    let most = 0, talk = '';
    const look = () => {
      try {
        const line = readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/);
        if (line) most = Math.max(most, Number(line[1]) / 1024);
      } catch { /* it has just ended */ }
    };
    const timer = setInterval(look, 5);
    child.stderr.on('data', (data) => { talk += data; });
    child.on('exit', (code) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      if (code === 0) resolve({ seconds, most });
      else reject(new Error(`${command} ${args.join(' ')}: ${code}\n${talk}`));
    });
  });
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

async function compare(name, ours, theirs) {
  const a = [], b = [];
  let most = 0;
  for (let i = 0; i < repetitions; i++) {
    const one = await ours();
    a.push(one.seconds);
    most = Math.max(most, one.most);
    b.push((await theirs()).seconds);
  }
  console.log(`${name}: ratio ${(median(a) / median(b)).toFixed(2)} (${median(a).toFixed(2)} s to ${median(b).toFixed(2)} s), most memory ${most.toFixed(0)} MB`);
}

try {
  writeFiles();
  await importWith('long');
  const fromLong = sql(at('a.db'), 'SELECT person, date, tokens FROM administration_now ORDER BY 1, 2');
  await importWith('wide');
  assert.equal(sql(at('a.db'), 'SELECT count(*) FROM administration'), String(new Set(fromLong.split('\n').map((row) => row.split('|').slice(0, 2).join())).size));
  assert.ok(fromLong === sql(at('a.db'), 'SELECT person, date, tokens FROM administration_now ORDER BY 1, 2'), 'long and wide files give the same answers');

  await compare('importing the long file, against .import', () => importWith('long'), () => importBare('long'));
  await compare('importing the wide file, against .import', () => importWith('wide'), () => importBare('wide'));
  const bytes = statSync(at('a.db')).size / (14 * administrations);
  console.log(`content: ${bytes.toFixed(2)} bytes an answer`);

  const score = () => timed(program, ['score', '--rebuild', '--quiet', '--store', at('a.db'), '--with', join(here, 'with')]);
  await score();
  assert.equal(sql(at('a.db'), "SELECT count(*) FROM score_long WHERE scale = 'sum'"), sql(at('a.db'), 'SELECT count(*) FROM administration'));
  await compare('reading, scoring and storing, against reading alone', score, () => timed('sqlite3', [at('a.db'), 'SELECT sum(length(tokens)), max(person), max(date) FROM administration']));
  console.log(`everything: ${(statSync(at('a.db')).size / (14 * administrations)).toFixed(2)} bytes an answer`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
