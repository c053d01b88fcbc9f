// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up areas: the stories that engine/invent/README.md says are told stand in the files, looked for here by other
// eyes than the program's; every way of not answering, every kind of event and every column occur; every code is
// one of ours.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';
import { stories } from './stories.mjs';

const files = ['people', 'answers', 'events', 'goals', 'notes', 'consents', 'services', 'areas', 'collects', 'area_answers'];
const noAnswers = ['declined', 'unknown', 'not_asked', 'not_applicable', 'withheld'];
const first = '2024-01-01', last = '2025-12-31';
const seeds = [1, 3, 11];

function invent(t, people, seed, environment = {}) {
  const place = new Place(t, environment);
  place.run(`invent files --people ${people} --seed ${seed} --quiet`);
  const text = Object.fromEntries(files.map((name) => [name, place.read(`files/${name}.csv`)]));
  return { text, ...Object.fromEntries(files.map((name) => [name, rows(text[name])])) };
}

// --- the stories ------------------------------------------------------------------------------------------------

const told = readFileSync(join(top, 'engine/invent/README.md'), 'utf8').split('\n')
  .filter((line) => /^\| p\d+ /.test(line)).map((line) => line.split('|').slice(1, 7).map((cell) => cell.trim()))
  .map(([person, story, shows, from, until]) => ({ person, story, shows, from, until }));

test('the table of told stories is the one that the engine has, and shows every indicator', () => {
  const engine = [...readFileSync(join(top, 'engine/invent/told.c'), 'utf8').matchAll(/\{(\d+), "(\w+)", "(\S+)", "(\S+)"\}/g)]
    .map(([, person, story, from, until]) => ({ person: `p${person.padStart(3, '0')}`, story, from, until }));
  assert.deepEqual(told.map(({ shows, ...rest }) => rest), engine);
  const shown = new Set(told.flatMap((one) => one.shows.split(' ')));
  for (let i = 1; i <= 23; i++) assert.ok(shown.has(`FD${String(i).padStart(2, '0')}`), `FD${i}`);
  for (let i = 1; i <= 6; i++) assert.ok(shown.has(`PM0${i}`), `PM0${i}`);
  assert.deepEqual(told.map(({ story }) => story).sort(), Object.keys(stories).sort());
});

for (const seed of seeds)
  test(`every told story stands in the files among 60 people, seed ${seed}`, (t) => {
    const area = invent(t, 60, seed);
    for (const { person, story, from, until } of told) {
      const theirs = (list) => list.filter((row) => row.person === person);
      const all = theirs(area.events), events = all.filter((e) => e.date >= from && e.date <= until);
      assert.equal(events[0]?.date, from, `${person}: ${story} begins`);
      assert.doesNotThrow(() => stories[story]({
        all, events, until, of: (kind) => events.filter((e) => e.kind === kind), people: theirs(area.people),
        answers: theirs(area.answers), services: area.services,
      }), `${person} ${story}, seed ${seed}:\n${events.map((e) => JSON.stringify(Object.fromEntries(Object.entries(e).filter(([, v]) => v)))).join('\n')}`);
    }
  });

test('a person of a seed is the same among few people and among many', (t) => {
  const few = invent(t, 61, 5), many = invent(t, 300, 5);
  for (const name of ['people', 'answers', 'events', 'goals', 'notes', 'consents'])
    assert.ok(many.text[name].startsWith(few.text[name]), name);
});

test('the same seed makes the same bytes in any language and time zone', (t) => {
  const here = invent(t, 80, 9).text;
  for (const environment of [{ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' }, { TZ: 'America/St_Johns', LC_ALL: 'C' }, { TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8' }])
    assert.deepEqual(invent(t, 80, 9, environment).text, here);
  assert.notEqual(invent(t, 80, 10).text.events, here.events);
});

test('from 1 to 2,000 people', (t) => {
  for (const people of [1, 2, 10, 59, 2000]) {
    const area = invent(t, people, 2);
    assert.equal(new Set(area.people.map((p) => p.person)).size, people);
  }
});

// --- what occurs ------------------------------------------------------------------------------------------------

const kinds = [...readFileSync(join(top, 'engine/ground/words.c'), 'utf8').match(/event_kind\[\] = \{([^}]*)\}/)[1].matchAll(/"(\w+)"/g)].map((m) => m[1]);

// The open lists that events are coded with.
const refusals = 'not_eligible_threshold wrong_area_or_local_connection wrong_need_type too_complex_or_risky not_complex_enough no_capacity missing_document_ID_or_address must_do_other_first past_behaviour_arrears_or_ban immigration_or_NRPF age_band discouraged no_reason_given';
const lines = 'threshold age_transition address_change improved income_band funding_ended time_limit';
const barriers = 'accessing_funding accessing_home unsafe_housing instability pandemic_or_emergency clash_with_other_service other';
const reasons = {
  refusal: refusals, referral_decision: refusals, benefit_change: lines,
  appointment: 'service_cancelled worker_absent no_interpreter inaccessible_place letter_not_received_or_wrong_address double_booked arrived_but_not_seen turned_away_late unknown',
  episode_end: `${lines} purpose_met withdrawn_by_service person_chose absence institution died other not_stated rule_breach moved supplanted person_and_service_agreed network_took_over dna_policy non_engagement lost_contact non_compliance evicted`,
  contact: barriers,
};
const subtypes = {
  request: 'resume',
  punitive: 'eviction_notice eviction exclusion_school exclusion_service_or_ban sanction_benefit overpayment_recovery bailiff_or_enforcement abandonment_or_termination_of_bed warning_or_behaviour_contract arrest fine_or_FPN CBO_or_CPN recall_to_prison child_removal immigration_enforcement',
  enforcement: 'arrears_recovery asb_action',
  crisis: 'ae_attendance ambulance emergency_admission mh_act_detention police_call police_call_as_victim police_arrest custody crisis_team crisis_line safeguarding_emergency rough_sleeping_start overdose',
  network_tie: 'family friend peer interest neighbour community_group work_or_volunteering online',
  accommodation: 'none rough_sleeping unsuitable_temporary settled unknown',
  institution: 'hospital prison custody care asylum_accommodation armed_forces',
};
const purposes = 'chase clarify report_again find_right_place give_info_again keeping_in_touch being_alongside ready_to_move ask_for_help other';
const steps = { complaint_step: 'acknowledged informal_talk stage1 stage2 ombudsman court_or_tribunal legal_letter', punitive: 'notice action' };
const statuses = { appointment: 'attended cancelled moved no_show', punitive: 'withdrawn overturned paid agreed', network_tie: 'added renewed ended' };
const conditions = 'must_be_housed_first must_engage_first abstinence_first stabilise_mh_first';

function coded(list, value, where) {
  for (const word of value.split(';').filter(Boolean)) assert.ok((list ?? '').split(' ').includes(word), `${where}: ${word}`);
}

test('every code of an event is one of ours', (t) => {
  const area = invent(t, 400, 1);
  const needs = rows(readFileSync(join(top, 'plugins/codes/need.csv'), 'utf8')).map((n) => n.code).join(' ');
  const services = area.services.map((s) => s.service);
  for (const e of area.events) {
    assert.ok(kinds.includes(e.kind), e.kind);
    coded(needs, e.need, 'need');
    coded(purposes, e.purpose, 'purpose');
    coded(conditions, e.condition, 'condition');
    for (const [column, lists] of Object.entries({ subtype: subtypes, reason: reasons, step: steps, status: statuses }))
      coded(lists[e.kind], e[column], `${e.kind} ${column}`);
    for (const column of ['service', 'from', 'to', 'onward'])
      assert.ok(e[column] === '' || services.includes(e[column]), `${column}: ${e[column]}`);
    for (const day of [e.date, e.until, e.withdrawn]) assert.ok(day === '' || (day >= first && day <= last), day);
    if (e.kind === 'episode_end') assert.ok(e.decided_by && e.reason, 'who decided an ending, and why');
    if (e.kind === 'referral') assert.notEqual(e.from, e.to);
  }
});

test('links lead to an earlier event of the same person, and an id is one event', (t) => {
  const seen = new Map();
  for (const e of invent(t, 400, 1).events) {
    for (const column of ['follows', 'response_to', 'same_request', 'part_of', 'because'])
      for (const id of e[column].split(';').filter(Boolean)) assert.equal(seen.get(id)?.person, e.person, `${column} ${id}`);
    if (!e.id) continue;
    const before = seen.get(e.id);
    assert.ok(!before || (before.kind === e.kind && before.date === e.date && before.outcome_by !== e.outcome_by), e.id);
    seen.set(e.id, e);
  }
});

test('every kind of event and every column occur, with inexact dates, intervals and edges', (t) => {
  const { events } = invent(t, 400, 1);
  const seen = (column) => new Set(events.map((e) => e[column]).filter(Boolean));
  assert.deepEqual([...seen('kind')].sort(), [...kinds].sort());
  assert.deepEqual(Object.keys(events[0]).filter((column) => seen(column).size === 0), []);
  assert.deepEqual([...seen('precision')].sort(), ['month', 'quarter', 'unknown', 'year']);
  assert.deepEqual([...seen('edge')].sort(), ['end', 'start']);
  assert.deepEqual([...seen('outcome')].sort(), ['made_worse', 'need_met', 'nothing_changed', 'partly_met', 'too_early']);
  assert.deepEqual([...seen('outcome_by')].sort(), ['coach', 'person', 'service']);
  assert.ok(events.some((e) => e.kind === 'institution' && e.until > e.date));
});

test('every kind of no answer occurs, in answers and in what people say of themselves', (t) => {
  const { answers, people } = invent(t, 400, 1);
  const given = new Set(answers.map((a) => a.answer));
  for (const word of ['', ...noAnswers]) assert.ok(given.has(word), word || 'missing');
  const said = new Set(people.flatMap((p) => Object.values(p)));
  for (const word of noAnswers) assert.ok(said.has(word), word);
  const silent = people.filter((p) => !answers.some((a) => a.person === p.person));
  assert.ok(silent.length > 0, 'somebody of whom there is no answer');
});

test('people are known from one day to another, have gaps, and some move', (t) => {
  const { answers, events, people } = invent(t, 400, 1);
  const later = people.filter((p) => p.date);
  assert.ok(later.length >= 5 && later.every((p) => p.area === 'Thornquay'));
  const known = new Map(people.filter((p) => !p.date).map((p) => [p.person, p]));
  assert.ok([...known.values()].filter((p) => p.until).length > 20);
  for (const row of [...answers, ...events]) {
    const { since, until } = known.get(row.person);
    assert.ok(row.date >= since && (until === '' || row.date <= until), `${row.person} ${row.date}`);
  }
  const gaps = events.filter((e) => e.kind === 'not_observed');
  assert.ok(gaps.length >= 20);
  for (const gap of gaps)
    assert.ok(![...answers, ...events].some((r) => r !== gap && r.person === gap.person && r.date >= gap.date && r.date <= (gap.until || last)));
  for (const end of events.filter((e) => ['death', 'moved_away'].includes(e.kind)))
    assert.ok(![...answers, ...events, ...later].some((r) => r.person === end.person && r.date > end.date), end.person);
});

// --- the other files --------------------------------------------------------------------------------------------

test('goals go their way: words once, then ratings, until they are reached, changed or let go', (t) => {
  const { goals } = invent(t, 400, 1);
  const seen = new Set(), over = new Map(), words = new Set();
  for (const g of goals) {
    const key = `${g.person} ${g.goal}`, scaled = g.instrument !== '';
    assert.equal(g.words !== '', !seen.has(key), key);
    assert.ok((over.get(key) ?? g.date) >= g.date, `${key} was over`);
    assert.match(g.rating, scaled ? /^(|-[12]|[012]|declined|unknown|not_asked)$/ : /^(|\d|10|declined|unknown|not_asked)$/);
    assert.match(g.weight, scaled ? /^[123]?$/ : /^$/);
    assert.match(g.status, /^(active|on_hold|reached|changed|let_go)$/);
    assert.match(g.pace_felt, /^(|right|too_fast|too_slow)$/);
    coded(barriers, g.reason, 'reason');
    assert.equal(g.reason !== '', g.status === 'on_hold');
    seen.add(key);
    words.add(g.status);
    if (!['active', 'on_hold'].includes(g.status)) over.set(key, g.date);
  }
  assert.equal(words.size, 5);
});

test('goal attainment scaling is done for some, with weights for some, and the coach’s view stands beside the person’s', (t) => {
  const { goals } = invent(t, 400, 1);
  const scaled = goals.filter((g) => g.instrument === 'gas'), day = (g) => `${g.person} ${g.date}`;
  const theirs = new Set(scaled.filter((g) => g.by === 'person').map(day));
  const coaches = scaled.filter((g) => g.by === 'coach');
  assert.ok(scaled.some((g) => g.weight !== '') && scaled.some((g) => g.weight === ''));
  assert.ok(coaches.length > 0 && coaches.every((g) => theirs.has(day(g))));
  assert.ok(new Set(coaches.map(day)).size < theirs.size);
});

test('some people like to be called something, nobody like another, and the same whatever the seed', (t) => {
  const called = (area) => Object.fromEntries(area.people.filter((p) => !p.date).map((p) => [p.person, p.called]));
  const names = called(invent(t, 300, 1)), said = Object.values(names).filter(Boolean);
  assert.deepEqual(called(invent(t, 300, 2)), names);
  assert.equal(new Set(said).size, said.length);
  assert.ok(said.length > 200 && said.length < 300);
});

test('what people say they need stands only beside what they asked for themselves', (t) => {
  const quoted = invent(t, 400, 1).events.filter((e) => e.need_words !== '');
  assert.ok(quoted.length > 100 && quoted.some((e) => e.need_words.includes('\n')));
  for (const e of quoted) assert.ok(e.need !== '' && e.initiated_by === 'person' && ['request', 'contact'].includes(e.kind));
});

test('whoever is asked the fourteen statements is not asked the seven, and some are asked what few are', (t) => {
  const { answers } = invent(t, 400, 1);
  const asked = (id) => new Set(answers.filter((a) => a.instrument === id).map((a) => a.person));
  const short = asked('swemwbs'), long = asked('wemwbs');
  assert.ok(long.size > 10 && ![...long].some((p) => short.has(p)));
  for (const id of ['k10', 'core10', 'ucla3']) assert.ok(asked(id).size > 0 && asked(id).size < 200, id);
});

test('an area is answered about from every seat, by several together and by one alone', (t) => {
  const sheets = invent(t, 1, 1).area_answers;
  assert.deepEqual([...new Set(sheets.map((s) => s.seat))].sort(), ['citizens', 'power', 'workers']);
  assert.ok(sheets.some((s) => s.group !== '') && sheets.some((s) => s.group === '') && sheets.some((s) => s.sheet !== ''));
  for (const s of sheets) assert.equal(s.words !== '', s.item === 'why');
});

test('notes are notes and strengths, some of several lines', (t) => {
  const { notes } = invent(t, 400, 1);
  assert.deepEqual([...new Set(notes.map((n) => n.about))].sort(), ['note', 'strength']);
  assert.ok(notes.some((n) => n.words.includes('\n')) && notes.some((n) => n.words.includes('"')));
  assert.equal(new Set(notes.map((n) => `${n.person} ${n.id}`)).size, notes.length);
});

test('consents say of learning what the people file says, and some people thought again', (t) => {
  const { consents, people } = invent(t, 400, 1);
  assert.deepEqual([...new Set(consents.map((c) => c.purpose))].sort(), ['coaching', 'learning', 'quotes', 'research']);
  assert.deepEqual([...new Set(consents.map((c) => c.given))].sort(), ['no', 'yes']);
  for (const p of people.filter((row) => !row.date))
    assert.deepEqual(consents.filter((c) => c.person === p.person && c.purpose === 'learning').map((c) => c.given), p.shares ? [p.shares] : []);
  const said = new Map();
  const again = consents.filter((c) => { const key = `${c.person} ${c.purpose}`, before = said.get(key); said.set(key, c.given); return before === 'yes' && c.given === 'no'; });
  assert.ok(again.length > 0 && consents.some((c) => c.until > c.date));
});

test('the area, its services and what is collected fit together', (t) => {
  const { areas, collects, people, services } = invent(t, 400, 1);
  const names = areas.map((a) => a.area), types = services.map((s) => s.type);
  for (const a of areas) assert.ok(a.within === '' || names.includes(a.within));
  for (const p of people) assert.ok(names.includes(p.area));
  for (const type of ['gp', 'coaching']) assert.ok(types.includes(type));
  assert.ok(services.some((s) => s.purpose === 'move_on' && Number(s.stated_days) > 0));
  for (const c of collects) {
    assert.ok(names.includes(c.area) && kinds.includes(c.kind));
    assert.ok(c.until === '' || c.until > c.since);
    coded(subtypes[c.kind], c.subtype, c.kind);
    assert.ok(c.service_type === '' || types.includes(c.service_type));
  }
  const here = new Set(collects.filter((c) => c.area === 'Saltmere').map((c) => c.kind));
  assert.deepEqual([...here].sort(), [...kinds].sort());
});

test('every file comes in whole, with nothing set aside and nothing to say of a row', (t) => {
  const place = new Place(t);
  place.run('invent files --people 400 --seed 1 --quiet');
  place.run('init --area Saltmere');
  for (const file of files) {
    const { err } = place.run(`import --recorded 2026-01-31 files/${file}.csv`);
    assert.match(err, / 0 corrected \+ 0 already known \+ 0 left out \+ 0 set aside\n/, file);
    assert.doesNotMatch(err, /csv:\d+:/, file);
  }
  const { out } = place.run('scores --as-of 2026-01-31');
  assert.ok(rows(out).some((s) => s.instrument === 'gas' && s.by === 'coach' && s.value !== ''));
  const taken = rows(out).filter((s) => s.instrument === 'swemwbs').map((s) => `${s.person} ${s.date}`);
  assert.ok(rows(out).filter((s) => s.instrument === 'wemwbs').every((s) => taken.includes(`${s.person} ${s.date}`)));
});

test('who may be counted is the same by the people file, by the consents, and by both', (t) => {
  const counted = (...names) => {
    const place = new Place(t);
    place.run('invent files --people 200 --seed 4 --quiet');
    place.run('init --area Saltmere');
    return place.run(`import ${names.map((name) => `files/${name}.csv`).join(' ')}`).err.match(/(\d+) of \d+ people said yes/)[1];
  };
  const both = counted('people', 'consents');
  assert.deepEqual([counted('people'), counted('consents'), counted('consents', 'people')], [both, both, both]);
});
