/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done to people, what came after, and where they were left alone with it. */
#include "invent/story.h"

const struct story stories_of_force[] = {
    {"nobody_came", "FD11", 15, false,
     "* thread=t need=@ service=@ initiated_by=service\n"
     "0 appointment status=cancelled cancelled_by=service reason=service_cancelled|worker_absent "
     "time=10:00\n"
     "7..14 appointment status=moved cancelled_by=service reason=double_booked|no_interpreter|"
     "inaccessible_place time=14:30\n"
     "7..14 appointment status=no_show reason=arrived_but_not_seen|turned_away_late time=09:15\n"
     "50% 7..14 appointment status=attended time=11:00 outcome=partly_met outcome_by=person\n"},

    {"recorded_as_absent", "FD11", 5, false,
     "* need=@\n"
     "0 institution/custody until=6..9 sensitivity=justice visibility=person+coach\n"
     "3 appointment thread=t service=@ status=no_show time=10:30 label_by=service\n"},

    {"sanctioned", "FD15", 12, false,
     "* need=benefits service=benefits matter=m initiated_by=service\n"
     "0 punitive/warning_or_behaviour_contract step=notice\n"
     "10..20 punitive/sanction_benefit*3|overpayment_recovery step=action\n"
     "50% 3..10 contact thread=t initiated_by=person purpose=clarify purpose_by=person "
     "channel=phone outcome=nothing_changed outcome_by=person\n"},

    {"put_out", "FD15 FD16", 7, false,
     "* need=housing matter=m initiated_by=service\n"
     "0 punitive/eviction_notice id=a service=landlord step=notice\n"
     "40..60 punitive/eviction id=b service=landlord step=action follows=a\n"
     "5..30 accommodation/rough_sleeping id=c matter= initiated_by= because=b\n"
     "3..20 crisis/rough_sleeping_start matter= initiated_by= because=b until=30..60\n"},

    {"in_crisis", "FD18", 9, false,
     "* sensitivity=health service=hospital\n"
     "0 crisis/ambulance time=23:40\n"
     "0 crisis/ae_attendance time=23:58 until_time=02:30\n"
     "1 crisis/emergency_admission time=02:30\n"
     "0 institution/hospital until=3..5 service=\n"
     "7..9 crisis/ae_attendance planned=yes time=10:00\n"
     "20..30 crisis/police_call|crisis_line|ae_attendance time=18:20 service=\n"
     "30% 5..20 crisis/police_call_as_victim sensitivity=safety service=\n"},

    {"pulled_two_ways", "FD20", 9, false,
     "* thread=t need=housing\n"
     "0 plan service=housing condition=must_engage_first until=120..150 agreed=no led_by=service\n"
     "7..14 plan service=drugs condition=must_be_housed_first;abstinence_first until=120..150 "
     "agreed=no led_by=service\n"
     "30..40 appointment service=housing time=10:00 status=attended\n"
     "0 appointment service=drugs time=10:00 status=no_show reason=unknown\n"
     "5..10 contact service=coach initiated_by=person reason=clash_with_other_service "
     "source=person channel=phone\n"},

    {"complained", "FD21", 7, false,
     "* matter=m need=housing service=landlord\n"
     "0 complaint id=a initiated_by=person channel=email respondent=social_landlord "
     "decision=not_accepted\n"
     "7..14 complaint_step step=acknowledged follows=a\n"
     "20..40 complaint_step step=stage1 settled=no decision=rejected\n"
     "20..40 complaint_step step=stage2 settled=no\n"
     "7..14 history_taken reused=no asked_by=service\n"
     "40..60 complaint_step step=ombudsman settled=yes|partly\n"},

    {"threat_lifted", "PM06 FD15", 10, false,
     "* matter=m need=housing\n"
     "0 punitive/eviction_notice*2|bailiff_or_enforcement id=a service=landlord step=notice "
     "initiated_by=service\n"
     "7..20 advocacy service=advice done_by=with_person*2|by_person|on_behalf response_to=a\n"
     "10..30 punitive/eviction_notice service=landlord step=notice follows=a "
     "status=withdrawn|overturned|paid|agreed\n"},

    {"refusal_reversed", "PM06 FD08", 8, false,
     "* thread=t need=@ service=@\n"
     "0 request id=a initiated_by=person channel=letter|video|email\n"
     "3..8 refusal id=b follows=a reason=missing_document_ID_or_address|no_reason_given\n"
     "3..8 challenge done_by=with_person|by_person response_to=b service=coach\n"
     "3..10 referral_decision decision=accepted follows=b\n"},

    {.name = NULL},
};
