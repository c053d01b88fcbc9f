// SPDX-License-Identifier: GPL-3.0-or-later
// What each story of a made-up life is, looked for in the events of one person in one time.
import assert from 'node:assert/strict';

const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
const within = (a, b, most) => { const gap = days(a.date, b.date); assert.ok(gap >= 0 && gap <= most, `${a.date} ${b.date}`); };
const one = (list) => { assert.equal(list.length, 1, JSON.stringify(list)); return list[0]; };
const some = (list) => { assert.ok(list.length > 0); return list; };
const same = (list, column) => assert.equal(new Set(list.map((e) => e[column])).size, 1, column);
const asks = (events) => events.filter((e) => e.initiated_by === 'person' && ['contact', 'request'].includes(e.kind));

// Given: their events in that time (`events`), all of them (`all`), those of a kind (`of`), and what other files say of them.
export const stories = {
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
