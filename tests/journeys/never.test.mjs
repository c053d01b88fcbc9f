// SPDX-License-Identifier: GPL-3.0-or-later
// What alongside cannot be made to do: each refusal tried by option, by plugin, by configuration and by a column
// that looks like it. What is refused says why and what to ask instead, and nothing comes out.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, csv, rows, top } from './machine.mjs';

const ask = /Ask |Say in `asks`|Leave it out|Show each beside|Open a page|write it there/;
const workers = /not for judging workers/, ranks = /agreed order and are never put in order by value/;
const reached = /held against a number to be reached/, colours = /No colour says good or bad/;
const parts = /No number parts good from bad/, sums = /never added into one number/;
const future = /Nobody's future is worked out/, back = /leads back to one of them/;
const gate = /passes the disclosure rule, and nothing turns it off/;

/* --- by option -------------------------------------------------------------------------------- */

const options = {
  'worker coach team by-worker manager': workers, 'sort rank league order best': ranks,
  'target targets kpi quota': reached, 'rag colour traffic-light': colours, 'threshold cutoff': parts,
  'composite overall grade': sums, 'risk predict forecast eligibility': future, 'drill-down drilldown references': back,
  'unprotected exact small-cells override raw no-suppression': gate, 'by group split': /write it there/,
};

test('no option of any command manages anybody, and each says why there is none', (t) => {
  const place = Place.saltmere(t, { people: 20 });
  const releases = () => place.sql('alongside.db', 'select count(*) from release');
  for (const [names, why] of Object.entries(options))
    for (const name of names.split(' '))
      for (const command of ['report area_learning --area Saltmere', 'report my_progress --person p001', 'scores', 'findings', 'status']) {
        const done = place.try(`${command} --${name} 1`);
        assert.equal(done.code, 64, `${command} --${name}: ${done.err}`);
        assert.equal(done.out, '');
        assert.match(done.err, why, `${command} --${name}`);
        assert.match(done.err, ask);
        assert.equal(place.try(`${command} --${name}=1`).code, 64);
      }
  assert.equal(releases(), '0\n');
});

/* --- by plugin -------------------------------------------------------------------------------- */

const report = (field, inside) => `-- SPDX-License-Identifier: MIT
return { title = "Ours", version = "1", source = "us", reader = "area", template = "area_learning.html",${field}
  sections = { { asks = "What?", shows = "method" }, { asks = "What now?", shows = "cycles" }, { asks = "Who?", shows = "heard" },
    { asks = "Where?", shows = "findings", of = "repeat_contact"${inside} }, { asks = "What not?", shows = "limits" } },
  examples = { { "few", people = 6, says = "too few" }, { "many", people = 400, says = "of whom we could tell" } } }
`;
const keys = {
  'target kpi': reached, 'sort order rank league top': ranks, 'colour rag traffic_light': colours, 'threshold limit cutoff': parts,
  'composite overall grade': sums, 'risk predict': future, 'drilldown references': back, 'unprotected exact small_cells': gate,
};
const dimensions = ['worker', 'coach', 'team', 'manager', 'organisation', 'staff', 'provider'];

test('no report definition manages anybody, and each refusal says why', (t) => {
  const place = new Place(t);
  for (const [names, why] of Object.entries(keys))
    for (const name of names.split(' '))
      for (const [field, inside] of [[` ${name} = 1,`, ''], ['', `, ${name} = 1`]]) {
        place.write('ours.lua', report(field, inside));
        const done = place.try('check ours.lua');
        assert.equal(done.code, 1, name);
        assert.match(done.out, new RegExp(`ours\\.lua:\\d: .*\`${name}\` is not a field of a (report|section)`));
        assert.match(done.out, why);
        assert.match(done.out, ask);
      }
  for (const by of dimensions) {
    place.write('ours.lua', report('', `, by = "${by}"`));
    assert.match(place.try('check ours.lua').out, new RegExp(`figures are not broken down by "${by}"\\. Reports here are for learning, not for judging workers`));
  }
  for (const by of ['repeat_contact', 'swemwbs', 'swemwbs.wellbeing']) {
    place.write('ours.lua', report('', `, by = "${by}"`));
    assert.match(place.try('check ours.lua').out, /never what they scored or went through/);
  }
});

const indicator = (field) => readFileSync(join(top, 'plugins/indicators/repeat_contact.lua'), 'utf8').replace('return {', `return { ${field}`);

test('no indicator or instrument carries a grade, a rank or a person’s future', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('own/plugins/indicators'), { recursive: true });
  const instrument = readFileSync(join(top, 'instruments/ucla3.lua'), 'utf8');
  for (const [names, why] of Object.entries({ ...keys, 'worker team coach': workers }))
    for (const name of names.split(' ')) {
      place.write('mine.lua', indicator(`${name} = 1,`));
      assert.match(place.try('check mine.lua').out, new RegExp(`mine\\.lua:\\d+: \`${name}\` is not a field of an indicator\\. .*${why.source}`));
      place.write('mine.lua', instrument.replace('return {', `return { ${name} = 1,`));
      assert.match(place.try('check mine.lua').out, new RegExp(`\`${name}\` is not a field of an instrument\\. .*${why.source}`));
    }
  for (const [says, word] of [['the person failed to engage', 'failed to engage'], ['a complex life', 'complex'], ['an HIU again', 'HIU'],
    ['High Intensity User', 'high intensity user'], ['a DNA', 'DNA'], ['hard to reach', 'hard to reach']]) {
    place.write('mine.lua', indicator('').replace(/asks {4}= "/, `asks    = "Is it ${says}, or `));
    const out = place.try('check mine.lua').out;
    assert.match(out, new RegExp(`asks: the service is the subject of the sentence; "${word}" says it of the person`), out);
  }
});

test('a worker can be compared in a rule and told by none', (t) => {
  const place = new Place(t);
  for (const at of ['at', 'after']) {
    place.write('mine.lua', indicator('').replace(/tell {4}= ".*?",\n/, `tell    = "The service sent {${at}.worker}.",\n`));
    const done = place.try('check mine.lua');
    assert.equal(done.code, 1, done.out);
    assert.match(done.out, /worker/);
  }
  for (const field of ['worker', 'service', 'need_words', 'thread']) {
    place.write('mine.lua', indicator(`class = "${field}",`));
    assert.match(place.try('check mine.lua').out, /class: .* is not one code an event/);
  }
});

/* --- by configuration ------------------------------------------------------------------------- */

const area = 'report area_learning --area Saltmere --period 2025 --as-of 2026-01-31';

test('no environment, no file beside the store and no folder of an organisation’s own changes what may be shown', (t) => {
  const make = (prepare) => {
    const place = Place.saltmere(t, { people: 60, seed: 3 });
    const environment = prepare(place) ?? {};
    return ['html', 'text', 'json', 'csv'].map((format) => place.run(`${area} --format ${format}`, { environment }).out);
  };
  const plain = make(() => {});
  assert.deepEqual(make(() => Object.fromEntries(['THRESHOLD', 'PROFILE', 'PROTECT', 'UNPROTECTED', 'SMALL_CELLS', 'LEAST', 'BASE', 'DEBUG', 'EXACT']
    .flatMap((name) => [[`ALONGSIDE_${name}`, '1'], [name, '1']]))), plain);
  assert.deepEqual(make((place) => {
    for (const name of ['alongside.conf', 'alongside.json', 'protect.json', 'uk-local-10.json', 'uk-local-10.csv', 'profile.lua', '.alongside'])
      place.write(name, '{ "least": 1, "base": 1, "threshold": 1 }\n');
  }), plain);
  assert.deepEqual(make((place) => {
    mkdirSync(place.path('own/protect'), { recursive: true });
    mkdirSync(place.path('own/plugins/codes'), { recursive: true });
    for (const name of ['own/protect.lua', 'own/profile.json', 'own/protect/uk-local-10.lua'])
      place.write(name, 'return { least = 1 }\n');
    return { ALONGSIDE_WITH: place.path('own') };
  }), plain);
});

const codes = (place, list, ...lines) => {
  mkdirSync(place.path('own/plugins/codes'), { recursive: true });
  place.write(`own/plugins/codes/${list}.csv`, ['code,label', ...lines, ''].join('\n'));
  return `own/plugins/codes/${list}.csv`;
};

test('a list of codes names no worker, rank or score, and nothing is told until it is put right', (t) => {
  const place = Place.saltmere(t, { people: 60, seed: 3 });
  const names = [['asha,"Asha, key worker"', 'label', workers], ['Caseload_B,North', 'code', workers], ['b,Team 2', 'label', workers],
    ['b,our caseworkers', 'label', workers], ['b,reached the TARGET', 'label', reached], ['b,rank 1', 'label', ranks],
    ['b,a wellbeing score of 12', 'label', /never what they scored|by what they scored/], ['b,at high risk', 'label', future],
    ['b,traffic-light red', 'label', colours], [`b,${'a very long name indeed '.repeat(5)}worker`, 'label', workers],
    ['b,complex needs', 'label', /It says "complex" of people/],
    ['food,Asha the coach', 'label', workers]]; // a code of ours, called otherwise
  for (const [line, column, why] of names) {
    const path = codes(place, 'need', 'gardens,a garden', line);
    const says = new RegExp(`${path}:3: column ${column}: ".*" cannot stand in a list of codes\\. .*${why.source}.*Write what it is about, or take the line out`);
    const done = place.try(`check --with own ${path}`);
    assert.equal(done.code, 1, line);
    assert.match(done.out, says);
    for (const command of ['report area_learning --area Saltmere', 'report my_progress --person p001', 'score', 'findings']) {
      const told = place.try(`${command} --with own`);
      assert.equal(told.code, 65, `${command}: ${line}`);
      assert.equal(told.out, '');
      assert.match(told.err, says);
    }
  }
  assert.equal(place.sql('alongside.db', 'select count(*) from release'), '0\n');
  codes(place, 'need', ...readFileSync(join(top, 'plugins/codes/need.csv'), 'utf8').trim().split('\n').slice(1).map((l) => l.replace(/,2026$/, '')),
    'gardens,a garden');
  place.run(`${area} --with own`);
});

test('only open lists may be an organisation’s own', (t) => {
  const place = new Place(t);
  for (const list of ['sex', 'ethnic_group', 'disability', 'outcome', 'channel', 'reason', 'kind', 'decided_by', 'purpose']) {
    const path = codes(place, list, 'yes,Asha');
    assert.match(place.try(`check ${path}`).out, new RegExp(`${path}: the list \`${list}\` is closed: .*Take this file out; lists of your own are need, `), list);
  }
  for (const [list, says] of [['worker', workers], ['team', workers], ['service', /Take this file out/], ['needs', /Did you mean `need`\? Take this file out, or give it that name/]])
    assert.match(place.try(`check ${codes(place, list, 'a,b')}`).out, new RegExp(`\`${list}\` is no list of codes\\..*${says.source}`), list);
  for (const list of ['need', 'subtype', 'service_type', 'onward', 'ring', 'respondent', 'access_mode', 'gender_identity', 'main_language'])
    assert.match(place.run(`check ${codes(place, list, 'garden,a garden')}`).out, new RegExp(`✓ .*${list}\\.csv  names 1`), list);
  const all = place.try('check --with own').out;
  for (const list of ['need', 'gender_identity']) assert.match(all, new RegExp(`✓ own/plugins/codes/${list}\\.csv  names 1`));
  for (const list of ['sex', 'worker']) assert.equal(all.split(`✗ own/plugins/codes/${list}.csv`).length, 2, 'said once');
});

/* --- by a column that looks like it ----------------------------------------------------------- */

test('a column for teams, grades, risk or a number to be reached is refused by name, and nothing comes in', (t) => {
  const place = new Place(t);
  place.run('init --area Saltmere');
  const files = {
    people: { person: 'a', area: 'Saltmere' }, events: { person: 'a', date: '2025-01-01', kind: 'contact' },
    services: { service: 'Food bank', type: 'food_bank' }, notes: { person: 'a', date: '2025-01-01', words: 'made up' },
    goals: { person: 'a', date: '2025-01-01', goal: 'home', words: 'a home', rating: '1', status: 'active' },
  };
  for (const [column, why] of [['team', workers], ['Coach', workers], ['caseload', workers], ['worker name', workers], ['RAG', colours],
    ['risk_score', future], ['rank', ranks], ['kpi', reached], ['eligibility', future], ['grade', sums]])
    for (const [file, row] of Object.entries(files)) {
      place.write(`${file}.csv`, csv([{ ...row, [column]: 'x' }]));
      const done = place.try(`import ${file}.csv`);
      assert.equal(done.code, 65, `${file} with ${column}: ${done.err}`);
      assert.match(done.err, new RegExp(`${file}\\.csv:1: column ${column}: it is not a column of an? ${file} file\\. .*${why.source}`));
    }
  assert.equal(place.sql('alongside.db', 'select count(*) from reference'), '0\n');
});

test('a worker written into a field that is kept makes no dimension of them, and no report names them', (t) => {
  const place = new Place(t);
  const people = Array.from({ length: 60 }, (_, i) => `p${i}`);
  place.write('people.csv', csv(people.map((person, i) => (
    { person, area: 'Saltmere', since: '2024-06-01', shares: 'yes', ethnic_group: i % 2 ? 'Marrowbone' : 'Thistlewick' }))));
  place.write('events.csv', csv(people.flatMap((person, i) => ['2025-03-01', '2025-03-09'].map((date) => ({
    person, date, kind: 'contact', service: i % 2 ? 'Marrowbone' : 'Thistlewick', org: 'Marrowbone', worker: i % 2 ? 'Marrowbone' : 'Thistlewick',
    need: i % 2 ? 'marrowbone' : 'thistlewick', initiated_by: 'person', outcome: 'nothing_changed', thread: `t${i}` })))));
  place.run('init');
  place.try('import --recorded 2026-01-31 people.csv events.csv');
  for (const report of readFileSync(join(top, 'reports/area_learning.lua'), 'utf8').matchAll(/by = "(\w+)"/g))
    assert.doesNotMatch(report[1], /worker|service|org/);
  const tokens = rows(place.sql('alongside.db', '-csv', '-header', 'select person, worker from event').replaceAll('\r', ''));
  assert.equal(new Set(tokens.map((r) => r.worker)).size, people.length, 'one worker is another under each person');
  const told = place.run(`${area} --format text`).out.replace(/\s+/g, ' ');
  assert.match(told, /omething else/);
  for (const format of ['html', 'text', 'json', 'csv'])
    assert.doesNotMatch(place.run(`${area} --format ${format}`).out, /marrowbone|thistlewick/i);
  for (const format of ['html', 'text', 'json', 'csv'])
    assert.doesNotMatch(place.run(`${area} --format ${format}`).out, new RegExp(tokens.map((r) => r.worker).slice(0, 5).join('|')));
});
