/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking, asking again, telling it again, waiting. */
#include "invent/story.h"

const struct story stories_of_asking[] = {
    /* Told of everybody every few months, not by chance. */
    {"asked_for_help", "FD01 FD10 PM01", 0, true,
     "* thread=t*4| need=@ service=@ initiated_by=person channel=phone*6|in_person*4 "
     "outcome=need_met*42|nothing_changed*23|partly_met*12|made_worse*12|*11 "
     "outcome_by=person*85|*15 precision=month*5|*95\n"
     "0 contact*7|request*3 purpose=ask_for_help*3| purpose_by=person*2|\n"
     "85% 4..42 contact*7|request*3\n"
     "80% 4..42 contact*7|request*3\n"
     "80% 4..42 contact*7|request*3\n"
     "80% 4..42 contact*7|request*3\n"
     "80% 4..42 contact*7|request*3\n"},

    {"asked_again", "FD01", 10, false,
     "* thread=t need=@ service=@ initiated_by=person channel=phone|in_person|email "
     "purpose=ask_for_help purpose_by=person outcome_by=person\n"
     "0 contact outcome=nothing_changed worker=1\n"
     "9..20 contact outcome=nothing_changed|partly_met worker=2\n"
     "9..20 contact outcome=nothing_changed worker=3\n"
     "60% 7..20 contact outcome=need_met worker=1\n"},

    {"chased", "FD02 FD01", 15, false,
     "* thread=t need=@ service=@ initiated_by=person\n"
     "0 request id=a channel=phone outcome=too_early|nothing_changed outcome_by=person\n"
     "8..14 contact purpose=chase purpose_by=person channel=phone same_request=a\n"
     "8..14 contact purpose=find_right_place;clarify purpose_by=person channel=in_person "
     "service=@2\n"
     "5..14 contact purpose=give_info_again;report_again purpose_by=coach channel=email\n"
     "50% 5..14 contact outcome=need_met outcome_by=person channel=phone\n"},

    {"handed_on", "FD05 FD10", 12, false,
     "* thread=t need=housing\n"
     "0 request service=advice initiated_by=person channel=in_person worker=1\n"
     "5..10 contact service=advice initiated_by=service worker=1;2\n"
     "3..8 referral from=advice to=housing route=community_organisation initiated_by=service "
     "deficit_shared=yes\n"
     "6..12 contact service=housing initiated_by=service worker=3 purpose=give_info_again "
     "purpose_by=coach\n"
     "3..9 referral from=housing to=care route=service initiated_by=service deficit_shared=no|\n"
     "8..16 contact service=care initiated_by=service worker=4 joint=j setting=home "
     "place_chosen_by=joint\n"
     "0 contact service=coach initiated_by=coach worker=5 joint=j setting=home "
     "place_chosen_by=joint\n"
     "8..16 contact service=care initiated_by=service worker=4 outcome=partly_met|need_met "
     "outcome_by=person\n"},

    {"told_it_again", "FD06", 12, false,
     "* thread=t need=mental_health\n"
     "0 assessment service=mh assessment=a reused=no asked_by=service seq=1 "
     "setting=service_building place_chosen_by=service\n"
     "0 assessment service=mh assessment=a reused=no asked_by=service seq=2 "
     "setting=service_building place_chosen_by=service\n"
     "20..40 history_taken service=housing reused=no asked_by=service setting=phone\n"
     "20..50 assessment service=drugs assessment=b reused=no asked_by=service "
     "setting=service_building\n"
     "20..50 assessment service=care assessment=c reused=yes*2|no|unknown|*2 statutory=yes "
     "asked_by=person setting=home place_chosen_by=person\n"},

    {"nothing_came_of_it", "FD07", 14, false,
     "* thread=t need=@ service=@\n"
     "0 contact id=a initiated_by=person channel=phone purpose=ask_for_help "
     "outcome=nothing_changed outcome_by=person\n"
     "0 contact id=a initiated_by=person channel=phone purpose=ask_for_help outcome=need_met "
     "outcome_by=service service_outcome=closed_resolved\n"
     "14..30 appointment status=attended planned=yes initiated_by=service "
     "outcome=made_worse*2|nothing_changed outcome_by=person worker=1\n"},

    {"nothing_recorded", "FD07", 10, false,
     "* thread=t need=@ service=@ worker=1\n"
     "0 appointment status=attended initiated_by=service\n"
     "60..80 contact initiated_by=service channel=phone\n"},

    {"waited", "FD10", 15, false,
     "* thread=t need=mental_health\n"
     "0 request id=a service=gp initiated_by=person channel=in_person\n"
     "3..7 referral id=b from=gp to=mh route=service follows=a initiated_by=service\n"
     "40..60 assessment service=mh assessment=x reused=yes|no|*2 asked_by=service\n"
     "15..25 plan id=p service=mh follows=b agreed=yes led_by=joint\n"
     "50% 0 episode_pause service=mh episode=e decided_by=person\n"
     "50% 10..20 episode_resume service=mh episode=e decided_by=person\n"
     "50..70 contact service=mh planned=yes initiated_by=service worker=1 "
     "outcome=partly_met|need_met outcome_by=person part_of=p\n"},

    {"waits_still", "FD10", 6, false,
     "* thread=t need=mental_health\n"
     "0 request id=a service=gp initiated_by=person channel=phone\n"
     "5..10 referral from=gp to=mh route=service follows=a initiated_by=service\n"
     "60% 30..40 contact service=mh initiated_by=person purpose=chase purpose_by=person "
     "channel=phone outcome=too_early outcome_by=person\n"},

    {"asked_before_a_crisis", "FD19 FD18", 10, false,
     "* thread=t need=@\n"
     "0 request id=a service=@ initiated_by=person outcome=nothing_changed outcome_by=person "
     "channel=phone\n"
     "10..20 request id=b service=@2 initiated_by=person|family_or_friend "
     "outcome=nothing_changed outcome_by=person channel=in_person\n"
     "10..25 crisis/ae_attendance|crisis_team|crisis_line service=hospital time=23:10|03:25|19:40 "
     "because=a| sensitivity=health setting=service_building\n"},

    {.name = NULL},
};
