// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up areas: the stories that engine/invent/README.md says are told stand in the files, looked for here by other
// eyes than the program's; every way of not answering, every kind of event and every column occur; every code is
// one of ours.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

const files = ['people', 'answers', 'events', 'goals', 'notes', 'consents', 'services', 'areas', 'collects'];
const noAnswers = ['declined', 'unknown', 'not_asked', 'not_applicable', 'withheld'];
const first = '2024-01-01', last = '2025-12-31';
const seeds = [1, 3, 11];

function invent(t, people, seed, environment = {}) {
  const place = new Place(t, environment);
  place.run(`invent files --people ${people} --seed ${seed} --quiet`);
  const text = Object.fromEntries(files.map((name) => [name, place.read(`files/${name}.csv`)]));
  return { text, ...Object.fromEntries(files.map((name) => [name, rows(text[name])])) };
}

const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
const within = (a, b, most) => { const gap = days(a.date, b.date); assert.ok(gap >= 0 && gap <= most, `${a.date} ${b.date}`); };
const one = (list) => { assert.equal(list.length, 1, JSON.stringify(list)); return list[0]; };
const some = (list) => { assert.ok(list.length > 0); return list; };
const same = (list, column) => assert.equal(new Set(list.map((e) => e[column])).size, 1, column);
const asks = (events) => events.filter((e) => e.initiated_by === 'person' && ['contact', 'request'].includes(e.kind));

// --- the stories ------------------------------------------------------------------------------------------------

const told = readFileSync(join(top, 'engine/invent/README.md'), 'utf8').split('\n')
  .filter((line) => /^\| p\d+ /.test(line)).map((line) => line.split('|').slice(1, 7).map((cell) => cell.trim()))
  .map(([person, story, shows, from, until]) => ({ person, story, shows, from, until }));

// What each story is, in terms of the events of that person in that time.
const stories = {
  asked_again({ of }) {
    const [a, b, c] = of('contact');
    same([a, b, c], 'thread');
    for (const e of [a, b, c]) { assert.equal(e.initiated_by, 'person'); assert.notEqual(e.outcome, 'need_met'); }
    within(a, b, 28); within(b, c, 28);
  },
  kept_in_touch({ of }) {
    assert.ok(of('contact').filter((e) => e.purpose === 'keeping_in_touch' && e.initiated_by === 'person').length >= 2);
    assert.ok(of('contact').every((e) => ['keeping_in_touch', 'being_alongside'].includes(e.purpose)));
  },
  chased({ of }) {
    const purposes = of('contact').flatMap((e) => e.purpose.split(';'));
    for (const p of ['chase', 'find_right_place', 'clarify', 'give_info_again', 'report_again']) assert.ok(purposes.includes(p), p);
  },
  helped_first_time({ events }) {
    const e = one(events);
    assert.deepEqual([e.kind, e.initiated_by, e.outcome, e.outcome_by], ['request', 'person', 'need_met', 'person']);
  },
  sent_back({ of }) {
    const r = one(of('referral')), d = one(of('referral_decision'));
    assert.equal(d.follows, r.id);
    assert.ok(['rejected', 'returned', 'redirected'].includes(d.decision) && d.reason);
    within(r, d, 90);
  },
  closed_unseen({ of, events }) {
    const r = one(of('referral')), begin = one(of('episode_start')), end = one(of('episode_end'));
    assert.equal(begin.follows, r.id);
    assert.equal(begin.episode, end.episode);
    assert.equal(end.decided_by, 'service');
    assert.equal(one(of('referral_decision')).decision, 'accepted');
    assert.ok(!events.some((e) => ['contact', 'appointment'].includes(e.kind)));
    within(r, end, 90);
  },
  never_answered({ events, until }) {
    const r = one(events);
    assert.equal(r.kind, 'referral');
    assert.ok(days(r.date, until) > 90);
  },
  back_to_the_start({ of }) {
    const starts = of('episode_start'), ends = of('episode_end');
    assert.equal(starts.length, 3);
    assert.equal(ends.length, 2);
    for (const s of starts) assert.equal(s.stage, 'first');
    same([...starts, ...ends], 'pathway');
    for (const [i, e] of ends.entries()) { assert.notEqual(e.outcome, 'need_met'); within(e, starts[i + 1], 730); }
    const walk = of('referral');
    assert.deepEqual(walk.map((r) => r.from === 'Saltmere surgery'), [true, false, true, false, true]);
    assert.equal(of('assessment').filter((a) => a.reused === 'no').length, 2);
  },
  round_in_a_circle({ of }) {
    const [a, b, c] = of('referral');
    assert.equal(of('referral').length, 3);
    assert.deepEqual([a.to, b.to, c.to], [b.from, c.from, a.from]);
    assert.equal(new Set([a.from, b.from, c.from]).size, 3);
    assert.deepEqual([b.follows, c.follows], [a.id, b.id]);
    same([a, b, c], 'thread');
    for (const e of [a, b, c]) assert.ok(e.date >= '2025-03-01' && e.date <= '2025-05-31', 'in spring');
  },
  to_and_fro({ of }) {
    const [a, b] = of('referral');
    assert.deepEqual([a.from, a.to], [b.to, b.from]);
    assert.ok(![a.from, a.to].includes('Saltmere surgery'));
  },
  handed_on({ events, of }) {
    const met = events.find((e) => ['need_met', 'partly_met'].includes(e.outcome));
    const before = events.filter((e) => e.date <= met.date);
    same(before, 'thread');
    assert.ok(new Set(before.map((e) => e.service).filter(Boolean)).size >= 4);
    assert.ok(new Set(before.flatMap((e) => e.worker.split(';')).filter(Boolean)).size >= 5);
    assert.equal(of('referral').length, 2);
    const joint = before.filter((e) => e.joint);
    assert.equal(joint.length, 2);
    same(joint, 'joint');
  },
  told_it_again({ events, of }) {
    const asked = events.filter((e) => ['assessment', 'history_taken'].includes(e.kind) && e.reused === 'no' && e.statutory !== 'yes');
    same(asked, 'thread');
    assert.equal(new Set(asked.map((a) => a.assessment || a.kind)).size, 3, 'an assessment in two parts, a history, an assessment');
    assert.equal(asked.length, 4);
    assert.equal(of('assessment').filter((a) => a.statutory === 'yes').length, 1);
  },
  nothing_came_of_it({ of }) {
    const [theirs, services] = of('contact');
    assert.equal(theirs.id, services.id);
    assert.deepEqual([theirs.outcome, theirs.outcome_by], ['nothing_changed', 'person']);
    assert.deepEqual([services.outcome, services.outcome_by], ['need_met', 'service']);
    assert.equal(one(of('appointment')).outcome_by, 'person');
  },
  nothing_recorded({ of, events }) {
    const a = one(of('appointment'));
    assert.equal(a.outcome, '');
    assert.ok(!events.some((e) => e !== a && days(a.date, e.date) <= 28));
  },
  turned_away({ of }) {
    const r = one(of('refusal'));
    assert.equal(r.follows, one(of('request')).id);
    assert.ok(r.reason);
  },
  caught_between({ of }) {
    const [a, b] = of('refusal');
    assert.deepEqual([a.reason, b.reason], ['too_complex_or_risky', 'not_complex_enough']);
    assert.notEqual(a.service, b.service);
    assert.deepEqual([a.follows, b.follows], of('request').map((asked) => asked.id));
    same([a, b], 'thread');
    within(a, b, 180);
  },
  over_a_line({ of }) {
    const end = one(of('episode_end'));
    assert.ok(['threshold', 'age_transition', 'address_change', 'improved', 'income_band', 'funding_ended', 'time_limit'].includes(end.reason));
    assert.equal(of('episode_start').length, 1);
  },
  waited({ of, events }) {
    const helped = events.find((e) => ['need_met', 'partly_met'].includes(e.outcome));
    assert.ok(days(one(of('request')).date, helped.date) >= 100);
    same([one(of('request')), one(of('referral')), one(of('assessment')), one(of('plan')), helped], 'thread');
  },
  waits_still({ of, events }) {
    assert.equal(one(of('referral')).follows, one(of('request')).id);
    assert.ok(!events.some((e) => ['need_met', 'partly_met'].includes(e.outcome)));
  },
  nobody_came({ of }) {
    const causes = ['service_cancelled', 'worker_absent', 'no_interpreter', 'inaccessible_place', 'letter_not_received_or_wrong_address', 'double_booked', 'arrived_but_not_seen', 'turned_away_late'];
    const missed = of('appointment').filter((a) => ['cancelled', 'moved', 'no_show'].includes(a.status));
    assert.equal(missed.length, 3);
    for (const a of missed) assert.ok(causes.includes(a.reason), a.reason);
  },
  recorded_as_absent({ of }) {
    const away = one(of('institution')), a = one(of('appointment'));
    assert.equal(a.status, 'no_show');
    assert.ok(away.date <= a.date && a.date <= away.until);
  },
  closed_for_absence({ of }) {
    const end = one(of('episode_end')), missed = of('appointment').find((a) => a.cancelled_by === 'service');
    assert.ok(['absence', 'dna_policy', 'non_engagement', 'lost_contact', 'non_compliance'].includes(end.reason));
    within(missed, end, 90);
    assert.equal(of('appointment')[1].reason, 'letter_not_received_or_wrong_address');
    assert.equal(one(of('contact')).channel, 'letter');
  },
  stopped_asking({ events, of, until }) {
    const no = one(of('refusal'));
    assert.equal(asks(events).filter((e) => e.date <= no.date && days(e.date, no.date) <= 180).length, 2);
    assert.equal(asks(events).filter((e) => e.date > no.date).length, 0);
    assert.ok(days(no.date, until) > 180);
  },
  arrears_after_refusal({ of, all }) {
    const no = one(of('refusal')), letters = of('enforcement');
    assert.equal(letters.length, 2);
    within(no, letters[0], 180);
    assert.ok(!all.some((e) => e.kind === 'enforcement' && e.date < no.date));
  },
  support_stopped({ of, events }) {
    const end = one(of('episode_end')), crises = some(of('crisis'));
    assert.ok(['service', 'funder_rule'].includes(end.decided_by));
    assert.deepEqual(crises.map((c) => [c.subtype, c.date]), [['ambulance', crises[0].date], ['ae_attendance', crises[0].date]]);
    within(end, crises[0], 90);
    assert.equal(one(of('plan')).episode, end.episode);
    assert.ok(!events.some((e) => e.kind === 'contact' && e.date > end.date && days(end.date, e.date) <= 14));
  },
  supplanted({ of }) {
    const coaching = of('episode_start').find((e) => e.service === 'Coaching team'), end = one(of('episode_end'));
    assert.equal(end.reason, 'supplanted');
    assert.notEqual(end.service, coaching.service);
    within(coaching, end, 60);
  },
  sanctioned({ of }) {
    assert.deepEqual(of('punitive').map((p) => p.step), ['notice', 'action']);
    same(of('punitive'), 'matter');
  },
  put_out({ of }) {
    const [notice, action] = of('punitive');
    assert.deepEqual([notice.subtype, action.subtype], ['eviction_notice', 'eviction']);
    const nowhere = one(of('accommodation'));
    assert.deepEqual([nowhere.subtype, nowhere.because], ['rough_sleeping', action.id]);
    within(action, nowhere, 90);
    within(action, one(of('crisis')), 90);
  },
  in_crisis({ of }) {
    const [a, b, c, planned, later] = of('crisis').filter((e) => e.subtype !== 'police_call_as_victim');
    assert.deepEqual([a.subtype, b.subtype, c.subtype], ['ambulance', 'ae_attendance', 'emergency_admission']);
    assert.deepEqual([a.date === b.date, days(b.date, c.date)], [true, 1]);
    assert.equal(planned.planned, 'yes');
    assert.ok(days(c.date, later.date) > 1);
    assert.ok(one(of('institution')).until > c.date);
  },
  asked_before_a_crisis({ of }) {
    const crisis = one(of('crisis')), requests = of('request');
    assert.equal(requests.length, 2);
    for (const r of requests) { within(r, crisis, 90); assert.notEqual(r.outcome, 'need_met'); }
  },
  pulled_two_ways({ of }) {
    const [a, b] = of('plan'), [c, d] = of('appointment');
    assert.ok(b.date <= a.until && days(b.date, a.until) >= 14 && a.service !== b.service);
    assert.equal(a.condition, 'must_engage_first');
    assert.ok(b.condition.split(';').includes('must_be_housed_first'));
    assert.deepEqual([c.date, c.time], [d.date, d.time]);
    assert.equal(one(of('contact')).reason, 'clash_with_other_service');
  },
  complained({ of, events }) {
    assert.equal(one(of('complaint')).decision, 'not_accepted');
    assert.deepEqual(of('complaint_step').map((s) => s.step), ['acknowledged', 'stage1', 'stage2', 'ombudsman']);
    same(events, 'matter');
    assert.ok(one(of('history_taken')).date > of('complaint_step')[2].date);
  },
  left_with_nowhere({ of }) {
    const [came, left] = of('institution');
    assert.deepEqual([came.edge, left.edge, came.subtype], ['start', 'end', left.subtype]);
    const then = one(of('accommodation'));
    within(left, then, 7);
    assert.ok(['rough_sleeping', 'none', 'unsuitable_temporary'].includes(then.subtype));
  },
  home_from_hospital({ of }) {
    const stay = one(of('institution')), then = one(of('accommodation'));
    assert.equal(then.subtype, 'settled');
    assert.ok(days(stay.until, then.date) >= 0 && days(stay.until, then.date) <= 8);
  },
  offered_again({ of }) {
    const offers = of('referral');
    assert.equal(offers.length, 3);
    same(offers, 'to');
    assert.ok(offers.slice(0, 2).every((o) => o.decision === 'declined'));
    within(offers[0], offers[2], 365);
    assert.equal(of('tailored_change').length, 0);
  },
  ready_to_move_on({ of, services }) {
    const begin = one(of('episode_start')), end = one(of('episode_end'));
    const hostel = services.find((s) => s.service === begin.service);
    assert.equal(hostel.purpose, 'move_on');
    assert.ok(days(begin.date, end.date) > Number(hostel.stated_days));
    assert.equal(of('contact').filter((c) => c.purpose === 'ready_to_move' && c.date < end.date).length, 2);
  },
  settled_by_talking({ of }) {
    assert.equal(one(of('complaint_step')).step, 'informal_talk');
    assert.ok(['yes', 'partly'].includes(one(of('complaint_step')).settled));
    assert.equal(one(of('complaint_step')).matter, one(of('complaint')).matter);
  },
  ended_when_ready({ of, events, until }) {
    const end = one(of('episode_end'));
    assert.ok(['person', 'joint'].includes(end.decided_by));
    assert.equal(one(of('plan')).led_by, 'person');
    assert.equal(one(of('contact')).place_chosen_by, 'person');
    assert.ok(!events.some((e) => e.date > end.date));
    assert.ok(days(end.date, until) >= 365);
  },
  paused_and_returned({ of }) {
    const ask = one(of('request')), back = one(of('episode_resume'));
    assert.equal(ask.subtype, 'resume');
    within(ask, back, 14);
    assert.equal(ask.worker, back.worker);
    assert.equal(one(of('episode_pause')).episode, back.episode);
    assert.equal(one(of('contact')).worker, ask.worker);
  },
  fuller_life({ of }) {
    const ties = of('network_tie');
    assert.ok(new Set(ties.filter((e) => ['added', 'renewed'].includes(e.status)).map((e) => e.tie)).size >= 4);
    assert.ok(ties.some((e) => e.status === 'renewed'));
    assert.equal(of('contact').filter((e) => e.planned === 'yes').length, 3);
    assert.ok(of('contact').at(-1).date < ties.findLast((e) => e.status === 'added').date);
  },
  threat_lifted({ of }) {
    const [notice, lifted] = of('punitive');
    assert.equal(notice.step, 'notice');
    assert.ok(['withdrawn', 'overturned', 'paid', 'agreed'].includes(lifted.status));
    assert.equal(one(of('advocacy')).response_to, notice.id);
    assert.ok(!of('punitive').some((p) => p.step === 'action'));
  },
  refusal_reversed({ of }) {
    const no = one(of('refusal')), yes = one(of('referral_decision'));
    assert.deepEqual([yes.decision, yes.follows], ['accepted', no.id]);
    within(no, yes, 28);
    assert.equal(one(of('challenge')).response_to, no.id);
  },
  took_part({ of }) {
    for (const kind of ['listening', 'codesign_session', 'reflective_session', 'tailored_change', 'community_action', 'goal', 'milestone']) one(of(kind));
    const [asked, answered] = of('personal_budget');
    assert.deepEqual([asked.budget, answered.follows], ['asked', asked.id]);
    assert.ok(['granted', 'refused'].includes(answered.budget));
  },
  lost_income({ of }) {
    one(of('income_shock'));
    assert.equal(one(of('benefit_change')).reason, 'income_band');
  },
  died({ all, answers, of }) {
    const end = one(of('episode_end')), crisis = one(of('crisis')), death = one(of('death'));
    within(end, crisis, 90);
    assert.ok(![...all, ...answers].some((e) => e.date > death.date), 'nothing after');
  },
  moved_away({ all, answers, of }) {
    const away = one(of('moved_away'));
    assert.ok(![...all, ...answers].some((e) => e.date > away.date), 'nothing after');
  },
  not_heard_from({ all, answers, of }) {
    const gap = one(of('not_observed'));
    assert.ok(days(gap.date, gap.until) > 120);
    assert.ok(![...all, ...answers].some((e) => e !== gap && e.date >= gap.date && e.date <= gap.until));
  },
  changed_consent({ of }) { one(of('consent_change')); },
  taken_back({ of }) {
    const [taken, kept] = of('contact');
    assert.ok(taken.withdrawn > taken.date && kept.withdrawn === '');
  },
  moved_to_another_area({ people, events }) {
    assert.deepEqual(people.map((p) => p.area), ['Saltmere', 'Thornquay']);
    assert.ok(people[1].date >= events[0].date && people[1].date <= events.at(-1).date);
  },
};

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
  const seen = new Set(), over = new Set(), words = new Set();
  for (const g of goals) {
    const key = `${g.person} ${g.goal}`;
    assert.equal(g.words !== '', !seen.has(key), key);
    assert.ok(!over.has(key), `${key} was over`);
    assert.match(g.rating, /^(|\d|10|declined|unknown|not_asked)$/);
    assert.match(g.status, /^(active|on_hold|reached|changed|let_go)$/);
    assert.match(g.pace_felt, /^(|right|too_fast|too_slow)$/);
    coded(barriers, g.reason, 'reason');
    assert.equal(g.reason !== '', g.status === 'on_hold');
    seen.add(key);
    words.add(g.status);
    if (!['active', 'on_hold'].includes(g.status)) over.add(key);
  }
  assert.equal(words.size, 5);
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

test('people, answers and events come in whole, and nothing is set aside', (t) => {
  const place = Place.saltmere(t, { people: 400 });
  assert.match(place.run('import --dry-run files/events.csv').err, / 0 corrected .* 0 set aside/);
});
