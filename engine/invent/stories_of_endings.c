/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How support ends, stops, starts again and goes on. */
#include "invent/story.h"

const struct story stories_of_endings[] = {
    {"closed_for_absence", "FD12 FD11", 10, false,
     "* thread=t need=@ service=@\n"
     "0 episode_start episode=e stage=first decided_by=joint\n"
     "14..28 appointment status=cancelled cancelled_by=service reason=worker_absent\n"
     "14..28 appointment status=no_show reason=letter_not_received_or_wrong_address\n"
     "3..7 contact channel=letter initiated_by=service\n"
     "10..20 episode_end episode=e decided_by=service taper=no "
     "reason=absence|dna_policy|non_engagement|lost_contact|non_compliance\n"
     "30% 20..60 crisis/ae_attendance service=hospital time=21:15\n"},

    {"support_stopped", "FD14 FD18", 9, false,
     "* thread=t need=mental_health\n"
     "0 episode_start service=mh episode=e stage=first decided_by=joint\n"
     "14..28 plan service=mh episode=e until=90..120 agreed=yes led_by=service\n"
     "30..60 episode_end service=mh episode=e decided_by=funder_rule|service taper=no "
     "reason=time_limit*3|funding_ended|rule_breach\n"
     "20..60 crisis/ambulance service=hospital time=22:50\n"
     "0 crisis/ae_attendance service=hospital time=23:40 sensitivity=health\n"},

    {"supplanted", "FD14", 6, false,
     "* need=@\n"
     "0 episode_start service=mh episode=e stage=first decided_by=joint thread=t\n"
     "30..60 episode_start service=coach episode=f decided_by=person thread=t\n"
     "20..45 episode_end service=mh episode=e decided_by=service reason=supplanted taper=no "
     "onward=coach thread=t\n"},

    {"back_to_the_start", "FD17 FD04 FD06", 8, false,
     "* thread=t need=mental_health pathway=adult_community_mental_health org=health_trust\n"
     "0 referral id=a from=gp to=mh route=service initiated_by=person\n"
     "2..5 episode_start id=b service=mh episode=e stage=first decided_by=service follows=a\n"
     "3..7 assessment service=mh assessment=x reused=no asked_by=service\n"
     "40..60 episode_end service=mh episode=e decided_by=service reason=not_stated|time_limit "
     "outcome=nothing_changed outcome_by=person taper=no\n"
     "0..2 referral id=c from=mh to=gp route=service initiated_by=service deficit_shared=yes\n"
     "20..40 referral id=d from=gp to=mh route=service initiated_by=person\n"
     "2..5 episode_start service=mh episode=f stage=first decided_by=service follows=d\n"
     "3..7 assessment service=mh assessment=y reused=no asked_by=service\n"
     "40..60 episode_end service=mh episode=f decided_by=service reason=lost_contact|not_stated "
     "outcome=nothing_changed outcome_by=person taper=no\n"
     "0..2 referral id=g from=mh to=gp route=service initiated_by=service deficit_shared=yes\n"
     "10..20 referral id=h from=gp to=mh route=service initiated_by=person\n"
     "2..5 episode_start service=mh episode=i stage=first decided_by=service follows=h\n"},

    {"left_with_nowhere", "FD22", 6, false,
     "* need=homelessness\n"
     "0 institution/prison edge=start sensitivity=justice\n"
     "30..70 institution/prison edge=end\n"
     "0..4 accommodation/rough_sleeping|none|unsuitable_temporary\n"},

    {"home_from_hospital", "", 6, false,
     "0 institution/hospital until=8..14 sensitivity=health\n"
     "15..16 accommodation/settled\n"
     "5..10 contact service=care initiated_by=service planned=yes setting=home "
     "place_chosen_by=person outcome=need_met*2|partly_met outcome_by=person\n"},

    {"offered_again", "FD23", 7, false,
     "* thread=t need=drugs_and_alcohol initiated_by=service route=service\n"
     "0 referral from=gp to=drugs decision=declined\n"
     "30..60 referral from=care to=drugs decision=declined\n"
     "30..60 referral from=gp to=drugs decision=declined|\n"},

    {"ready_to_move_on", "FD23", 6, false,
     "* thread=t need=housing service=hostel\n"
     "0 episode_start episode=e decided_by=joint compulsory=no\n"
     "90..120 contact purpose=ready_to_move purpose_by=person initiated_by=person "
     "channel=in_person outcome=nothing_changed outcome_by=person\n"
     "60..70 contact purpose=ready_to_move purpose_by=person initiated_by=person "
     "reason=accessing_home channel=in_person\n"
     "70..90 episode_end episode=e decided_by=joint reason=purpose_met onward=landlord "
     "taper=yes\n"},

    {"ended_when_ready", "PM03", 16, false,
     "* thread=t need=@ service=coach\n"
     "0 episode_start episode=e decided_by=person compulsory=no\n"
     "14..30 plan episode=e agreed=yes led_by=person until=120..150\n"
     "20..40 contact initiated_by=coach planned=yes worker=1 purpose=being_alongside "
     "setting=community place_chosen_by=person outcome=partly_met outcome_by=person\n"
     "40..60 episode_end episode=e decided_by=person*2|joint taper=yes onward=club "
     "reason=purpose_met|person_chose|person_and_service_agreed|network_took_over "
     "outcome=need_met outcome_by=person\n"},

    {"paused_and_returned", "PM04", 9, false,
     "* thread=t need=@ service=coach worker=1\n"
     "0 episode_start episode=e decided_by=person\n"
     "30..50 episode_pause episode=e decided_by=person|joint\n"
     "50..90 request/resume id=r initiated_by=person channel=text\n"
     "2..10 episode_resume episode=e decided_by=person planned=yes follows=r\n"
     "7..14 contact initiated_by=coach planned=yes outcome=need_met|partly_met "
     "outcome_by=person\n"},

    {.name = NULL},
};
