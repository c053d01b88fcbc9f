/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Referred on, sent back, turned away, and lines that support stops at. */
#include "invent/story.h"

const struct story stories_of_doors[] = {
    {"sent_back", "FD03", 14, false,
     "* thread=t need=mental_health\n"
     "0 referral id=a from=gp to=mh route=service initiated_by=service deficit_shared=yes|no|\n"
     "14..40 referral_decision service=mh decision=rejected*3|returned|redirected follows=a "
     "reason=not_eligible_threshold|wrong_need_type|no_capacity\n"},

    {"closed_unseen", "FD03", 8, false,
     "* thread=t need=@ service=@\n"
     "0 referral id=a service= from=@2 to=@ route=service initiated_by=service\n"
     "5..10 referral_decision decision=accepted follows=a\n"
     "5..10 episode_start episode=e follows=a stage=first decided_by=service\n"
     "20..40 episode_end episode=e decided_by=service reason=withdrawn_by_service|lost_contact "
     "outcome=nothing_changed outcome_by=person taper=no\n"},

    {"never_answered", "FD03", 8, false,
     "0 referral thread=t need=@ from=@2 to=@ route=service initiated_by=service\n"},

    {"referred_and_seen", "", 15, false,
     "* thread=t need=@\n"
     "0 referral id=a from=@2 to=@ route=self|service|outreach|sought_out initiated_by=person "
     "deficit_shared=no\n"
     "3..14 referral_decision service=@ decision=accepted follows=a\n"
     "5..20 appointment service=@ status=attended follows=a worker=1\n"
     "7..20 contact service=@ initiated_by=service planned=yes worker=1 "
     "outcome=need_met*3|partly_met outcome_by=person*3|coach\n"},

    {"round_in_a_circle", "FD04", 9, false,
     "* thread=t need=mental_health route=service initiated_by=service\n"
     "0 referral id=a from=gp to=mh\n"
     "12..20 referral id=b from=mh to=drugs follows=a deficit_shared=yes\n"
     "12..20 referral id=c from=drugs to=gp follows=b deficit_shared=yes\n"},

    {"to_and_fro", "FD04", 6, false,
     "* thread=t need=money initiated_by=service\n"
     "0 referral id=a from=advice to=benefits route=community_organisation\n"
     "10..25 referral id=b from=benefits to=advice route=service follows=a\n"},

    {"turned_away", "FD08", 16, false,
     "* thread=t need=@ service=@\n"
     "0 request id=a initiated_by=person channel=in_person|phone\n"
     "0..10 refusal follows=a source=agency_record*3|person|coach reason=not_eligible_threshold|"
     "wrong_area_or_local_connection|wrong_need_type|no_capacity|missing_document_ID_or_address|"
     "must_do_other_first|past_behaviour_arrears_or_ban|age_band|discouraged|no_reason_given|"
     "immigration_or_NRPF\n"},

    {"caught_between", "FD08", 7, false,
     "* thread=t need=mental_health source=agency_record\n"
     "0 request id=a service=mh initiated_by=person channel=phone\n"
     "7..20 refusal service=mh follows=a reason=too_complex_or_risky\n"
     "14..30 request id=b service=coach initiated_by=person channel=phone\n"
     "3..20 refusal service=coach follows=b reason=not_complex_enough\n"},

    {"over_a_line", "FD09", 9, false,
     "* thread=t need=@ service=@ episode=e\n"
     "0 episode_start decided_by=joint stage=first\n"
     "20..40 contact initiated_by=service planned=yes worker=1 outcome=partly_met "
     "outcome_by=person\n"
     "40..60 episode_end decided_by=funder_rule|service taper=no "
     "reason=threshold|age_transition|address_change|income_band|improved|funding_ended|"
     "time_limit service_outcome=completed\n"},

    {"stopped_asking", "FD13 FD08", 7, false,
     "* thread=t need=@ service=@\n"
     "0 contact initiated_by=person channel=phone outcome=nothing_changed outcome_by=person\n"
     "14..28 request id=a initiated_by=person channel=in_person\n"
     "3..10 refusal follows=a reason=no_capacity|not_eligible_threshold\n"},

    {"arrears_after_refusal", "FD13 FD08", 6, false,
     "* thread=t need=money\n"
     "0 request id=a service=advice initiated_by=person channel=phone\n"
     "3..10 refusal service=advice follows=a reason=no_capacity\n"
     "40..90 enforcement/arrears_recovery service=landlord initiated_by=service matter=m "
     "precision=month|\n"
     "20..40 enforcement/arrears_recovery*3|asb_action service=landlord initiated_by=service "
     "matter=m\n"},

    {"lost_income", "FD09", 8, false,
     "* thread=t need=benefits service=benefits\n"
     "0 income_shock\n"
     "7..20 benefit_change reason=income_band decided_by=funder_rule\n"
     "5..30 contact initiated_by=person purpose=clarify purpose_by=person channel=phone "
     "outcome=nothing_changed*3|partly_met outcome_by=person\n"},

    {.name = NULL},
};
