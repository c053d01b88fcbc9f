/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went well, and what people did with others. */
#include "invent/story.h"

const struct story stories_of_good[] = {
    {"helped_first_time", "PM01", 22, false,
     "0 request thread=t need=@ service=@ initiated_by=person channel=in_person|phone "
     "purpose=ask_for_help purpose_by=person outcome=need_met outcome_by=person worker=1\n"},

    {"planned_together", "", 8, false,
     "* thread=t need=@ plan_group=p agreed=yes led_by=joint\n"
     "0 plan service=@ until=100..130\n"
     "5..10 plan service=coach until=100..130\n"
     "30..50 contact plan_group= agreed= led_by= service=@ initiated_by=service planned=yes "
     "outcome=need_met|partly_met outcome_by=person\n"},

    {"kept_in_touch", "", 16, false,
     "* thread=t service=coach worker=1 purpose=keeping_in_touch purpose_by=person\n"
     "0 contact initiated_by=person channel=phone\n"
     "7 contact initiated_by=coach channel=text planned=yes\n"
     "7..14 contact initiated_by=person channel=phone\n"
     "7..14 contact initiated_by=coach channel=in_person planned=yes setting=street|community "
     "purpose=being_alongside place_chosen_by=person\n"},

    {"settled_by_talking", "PM02 FD21", 10, false,
     "* matter=m need=@ service=@\n"
     "0 complaint id=a initiated_by=person|family_or_friend channel=in_person "
     "respondent=council|charity\n"
     "3..10 complaint_step step=informal_talk follows=a settled=yes*3|partly\n"},

    {"fuller_life", "PM05", 12, false,
     "0 network_tie/friend tie=the_lads_from_school status=added\n"
     "3..9 contact service=coach initiated_by=coach planned=yes worker=1\n"
     "7..14 contact service=coach initiated_by=coach planned=yes worker=1\n"
     "40..60 network_tie/interest|community_group tie=the_choir status=added\n"
     "7..14 contact service=coach initiated_by=coach planned=yes worker=1\n"
     "60..80 network_tie/friend tie=the_lads_from_school status=renewed\n"
     "10..20 network_tie/peer|neighbour|family|online tie=the_two_upstairs status=added\n"
     "60..80 network_tie/work_or_volunteering tie=the_repair_café status=added "
     "precision=quarter|month|\n"
     "30% 20..30 network_tie/interest tie=the_choir status=ended\n"},

    {"took_part", "", 8, false,
     "0 listening initiated_by=person lived_experience=yes service=club\n"
     "10..20 codesign_session id=a initiated_by=person led_by=person|joint lived_experience=yes "
     "setting=community service=club\n"
     "10..20 reflective_session led_by=service lived_experience=no follows=a setting=online\n"
     "10..20 tailored_change id=b scale=person|service|place service=@ response_to=a\n"
     "14..28 community_action service=club led_by=person\n"
     "7..14 goal id=g service=coach led_by=person\n"
     "14..28 personal_budget id=h budget=asked service=care\n"
     "14..42 personal_budget budget=granted*2|refused follows=h service=care\n"
     "20..40 milestone part_of=g service=coach precision=month|\n"},

    {.name = NULL},
};
