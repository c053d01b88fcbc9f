// SPDX-License-Identifier: GPL-3.0-or-later
// The same files make the same bytes: twice, in any language and time zone, in any year, with the rows of a file in
// any order, and with the files in any order. The keys of persons and areas are random; the tokens of workers and all
// words are made with them. Instruments are numbered as they are met. So every run starts from a copy of one store, and
// its key, in which everybody, every area and every instrument is known.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { Place, contentTables, csv, derivedTables, plainFiles, rows, spoken } from './machine.mjs';

const people = 24;

// The made-up area with a worker in every event, and a store in which its people are known.
function begun(t) {
  const place = new Place(t);
  place.run(`invent files --people ${people}`);
  const events = rows(place.read('files/events.csv')).map((row, i) => ({ ...row, worker: `worker ${i % 4}` }));
  place.write('files/events.csv', csv(events));
  const names = rows(place.read('files/people.csv')).map((row) => row.person);
  place.write('met.csv', csv(names.map((person) => ({ person, date: '2019-01-01', kind: 'contact', worker: 'worker 0' }))));
  place.run('init --area Saltmere --store base.db');
  const one = new Map([{ instrument: 'gas', item: 'goal', answer: 'g1:0' }, ...rows(place.read('files/answers.csv'))]
    .map(({ instrument, item, answer }) => [instrument, { person: 'p001', date: '2019-01-01', instrument, item, answer }]));
  place.write('asked.csv', csv([...one.values()]));
  place.write('seen.csv', csv(['Saltmere', 'Thornquay'].map((area) => (
    { area, seat: 'citizens', date: '2019-01-01', instrument: 'area_baseline', item: 'why', answer: '+', words: 'seen' }))));
  place.run('import --store base.db --recorded 2026-01-01 files/areas.csv met.csv asked.csv seen.csv');
  return place;
}

const same = (list) => list;

// Numbers from 0 to 1 that are the same in every run, and a list shuffled by them.
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(seed) {
  return (list) => {
    const next = chance(seed), made = [...list];
    for (let i = made.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [made[i], made[j]] = [made[j], made[i]];
    }
    return made;
  };
}

let runs = 0;

// Imports the files anew into a copy of the store and gives everything that comes out of it, by name.
function everything(place, { order = same, files = plainFiles, environment = {} } = {}) {
  const folder = `run${++runs}`, store = `${folder}/a.db`, options = { environment };
  mkdirSync(place.path(`${folder}/files`), { recursive: true });
  copyFileSync(place.path('base.db'), place.path(store));
  copyFileSync(place.path('base.db.keys'), place.path(`${store}.keys`));
  for (const file of files) writeFileSync(place.path(`${folder}/${file}`), csv(order(rows(place.read(file)))));
  const out = {};
  for (const file of files) {
    const done = place.run(`import --store ${store} --recorded 2026-01-31 ${folder}/${file}`, options);
    out[`import ${file}`] = done.err.replaceAll(folder, '').split('\n').filter((line) => / rows? in = /.test(line)).join();
  }
  out.content = place.dump(store, contentTables);
  out.rows = withoutImports(place, store);
  const say = (words) => {
    out[words] = place.run(`${words} --store ${store} --as-of 2026-01-31`, options).out;
    assert.notEqual(out[words], '', words);
  };
  for (const format of ['csv', 'json']) for (const what of ['scores', 'findings']) say(`${what} --format ${format}`);
  for (const format of ['html', 'text', 'json', 'csv']) {
    say(`report area_learning --area Saltmere --format ${format}`);
    for (const person of ['p001', 'p010']) say(`report my_progress --person ${person} --format ${format}`);
  }
  for (const what of ['instruments', 'indicators', 'reports', 'intakes'])
    out[`list ${what}`] = place.run(`list ${what}`, options).out;
  place.run(`score --store ${store}`, options);
  if (environment.LD_PRELOAD !== undefined) return out; // what is said as of today is another thing in another year
  for (const words of ['status', 'status --json'])
    out[words] = place.run(`${words} --store ${store}`, options).out.replaceAll(folder, '');
  out.derived = place.dump(store, derivedTables);
  return out;
}

// What the content tables hold but for the numbers of imports: those are the order of importing.
function withoutImports(place, store) {
  return contentTables.filter((name) => name !== 'import').map((name) => {
    const columns = place.sql(store, `select '"' || name || '"' from pragma_table_info('${name}') where name not in ('import', 'recorded')`)
      .trim().split('\n');
    return place.sql(store, '-quote', `select ${columns} from "${name}" order by ${columns}`);
  }).join('\n');
}

// Where two runs differ, by the name of what came out; the first line that does.
function differences(a, b, leaveOut = []) {
  return Object.keys(a).filter((name) => !leaveOut.includes(name) && name in b && a[name] !== b[name]).map((name) => {
    const left = a[name].split('\n'), right = b[name].split('\n');
    const at = left.findIndex((line, i) => line !== right[i]);
    return `${name}, line ${at + 1}:\n  ${left[at]?.slice(0, 200)}\n  ${right[at]?.slice(0, 200)}`;
  });
}

const hash = (text) => createHash('sha256').update(text).digest('hex');

test('the same files make the same bytes, whatever is around them', async (t) => {
  const place = begun(t), first = everything(place);
  assert.ok(Object.values(first).map(hash).length > 20);
  for (const table of ['goal', 'note', 'consent', 'service', 'area_file', 'collects', 'words', 'answer_words', 'respondent'])
    assert.match(first.content, new RegExp(`^INSERT INTO ${table} `, 'm'));
  const alike = (name, how, leaveOut) =>
    t.test(name, () => assert.deepEqual(differences(first, everything(place, how), leaveOut), []));

  await alike('run again', {});
  for (const language of ['de_DE.UTF-8', 'tr_TR.UTF-8']) { // a comma in 1,5; and a small I that has no dot
    const environment = spoken(new Place(t), language);
    if (environment) await alike(`in the language ${language}`, { environment });
    else await t.test(`in the language ${language}`, { skip: `${language} cannot be made here: install Debian's package locales` }, () => {});
  }
  for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'])
    await alike(`in the time zone ${TZ}`, { environment: { TZ } });
  for (const seed of [2, 3]) await alike(`with shuffled rows (${seed})`, { order: shuffled(seed) });
  await alike('with rows backwards', { order: (list) => [...list].reverse() });
  for (const order of [[...plainFiles].reverse(), shuffled(4)(plainFiles), shuffled(5)(plainFiles)])
    await alike(`with the files in the order ${order}`, { files: order }, ['content', 'derived']);
});

// The same store, scored in different ways from nothing: what is derived, and what commands print of it.
test('however it is scored, the same bytes are derived and printed', async (t) => {
  const place = Place.saltmere(t, { people: 150 });
  const names = rows(place.read('files/people.csv')).map((row) => row.person);
  for (const ending of ['', '.keys']) copyFileSync(place.path(`alongside.db${ending}`), place.path(`base.db${ending}`));
  const scored = (ways, environment = {}) => {
    for (const ending of ['', '.keys']) copyFileSync(place.path(`base.db${ending}`), place.path(`a.db${ending}`));
    for (const way of ways) place.run(`score --store a.db ${way}`, { environment });
    const out = { derived: place.dump('a.db', derivedTables) };
    for (const words of ['scores', 'findings --format json', 'report my_progress --person p001', 'report area_learning --area Saltmere --format csv'])
      out[words] = place.run(`${words} --store a.db`, { environment }).out;
    return out;
  };
  const first = scored(['']);
  assert.ok(first.derived.split('\n').length > 150);
  const alike = (name, ways, environment) =>
    t.test(name, () => assert.deepEqual(differences(first, scored(ways, environment)), []));
  await alike('again', ['', '']);
  await alike('anew', ['', '--rebuild']);
  for (const jobs of [1, 2, 4]) await alike(`by ${jobs}`, [`--jobs ${jobs}`, `--rebuild --jobs ${jobs}`]);
  await alike('by 3 elsewhere', ['--jobs 3'], { LC_ALL: 'de_DE.UTF-8', TZ: 'Pacific/Kiritimati' });
  await alike('person by person', names.reverse().map((name) => `--person ${name}`));
  await alike('one person, and then the others', ['--person p007', '--person p007 --rebuild', '--jobs 2']);
});

test('in another year a report as of a day is the same', (t) => {
  const place = begun(t), first = everything(place);
  place.write('later.c', '#include <time.h>\ntime_t time(time_t *t)\n{\n    struct timespec now;\n'
    + '    clock_gettime(CLOCK_REALTIME, &now);\n    now.tv_sec += SHIFT;\n    if (t)\n        *t = now.tv_sec;\n    return now.tv_sec;\n}\n');
  for (const days of [1, 4000]) {
    const library = place.path(`later${days}.so`);
    const built = spawnSync('cc', ['-shared', '-fPIC', `-DSHIFT=${days}L * 86400`, '-o', library, place.path('later.c')], { encoding: 'utf8' });
    assert.equal(built.status, 0, built.stderr);
    assert.deepEqual(differences(first, everything(place, { environment: { LD_PRELOAD: library } })), []);
  }
});

test('what was made is only what was asked for', (t) => {
  const place = begun(t);
  everything(place);
  assert.deepEqual(readdirSync(place.folder).sort(), ['asked.csv', 'base.db', 'base.db.keys', 'files', 'met.csv', `run${runs}`, 'seen.csv']);
  assert.deepEqual(readdirSync(place.path(`run${runs}`)).sort(), ['a.db', 'a.db.keys', 'files']);
});
