/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed lists of codes that go with a kind of event. `plugins/codes/` has their labels. */
#include "ground/text.h"
#include "ground/words.h"

#define REFUSALS                                                                                   \
    "not_eligible_threshold wrong_area_or_local_connection wrong_need_type too_complex_or_risky "  \
    "not_complex_enough no_capacity missing_document_ID_or_address must_do_other_first "           \
    "past_behaviour_arrears_or_ban immigration_or_NRPF age_band discouraged no_reason_given "
#define MISSED                                                                                     \
    "service_cancelled worker_absent no_interpreter inaccessible_place "                           \
    "letter_not_received_or_wrong_address double_booked arrived_but_not_seen turned_away_late "
#define BOUNDARIES                                                                                 \
    "threshold age_transition address_change improved income_band funding_ended time_limit "
#define ENDINGS                                                                                    \
    "purpose_met withdrawn_by_service person_chose absence institution died rule_breach moved "    \
    "supplanted person_and_service_agreed network_took_over dna_policy non_engagement "            \
    "lost_contact non_compliance evicted "
#define BARRIERS                                                                                   \
    "accessing_funding accessing_home unsafe_housing instability pandemic_or_emergency "           \
    "clash_with_other_service other"
#define REST " not_stated unknown"
#define ATTENDED "attended cancelled moved no_show "
#define MATTERS "withdrawn overturned paid agreed "
#define TIES "added renewed ended "
#define COMPLAINTS                                                                                 \
    "acknowledged informal_talk stage1 stage2 ombudsman court_or_tribunal legal_letter "
#define ACTIONS "notice action "

const char barriers[] = BARRIERS;

/* Of one column: the kinds that have a list of their own, then the rest with all of them. */
static const struct list {
    enum event_column column;
    const char *kinds; /* words; NULL: every other */
    const char *codes;
} lists[] = {
    {EVENT_purpose, NULL,
     "chase clarify report_again find_right_place give_info_again keeping_in_touch being_alongside "
     "ready_to_move ask_for_help other unknown"},
    {EVENT_condition, NULL,
     "must_be_housed_first must_engage_first abstinence_first stabilise_mh_first"},
    {EVENT_reason, "refusal referral_decision", REFUSALS BOUNDARIES BARRIERS REST},
    {EVENT_reason, "appointment", MISSED BARRIERS REST},
    {EVENT_reason, NULL, ENDINGS BOUNDARIES REFUSALS MISSED BARRIERS REST},
    {EVENT_status, "appointment", ATTENDED "unknown"},
    {EVENT_status, "punitive", MATTERS "unknown"},
    {EVENT_status, "network_tie", TIES "unknown"},
    {EVENT_status, NULL, ATTENDED MATTERS TIES "unknown"},
    {EVENT_step, "complaint complaint_step", COMPLAINTS "unknown"},
    {EVENT_step, "punitive", ACTIONS "unknown"},
    {EVENT_step, NULL, COMPLAINTS ACTIONS "unknown"},
};

const char *event_codes(const char *kind, enum event_column column)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (lists[i].column == column && (!lists[i].kinds || text_has_word(lists[i].kinds, kind)))
            return lists[i].codes;
    return NULL;
}
