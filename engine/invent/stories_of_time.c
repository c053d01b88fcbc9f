/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where what is known of a life has gaps, changes or ends. */
#include "invent/story.h"

const struct story stories_of_time[] = {
    /* Told of some people with months of silence, which are drawn with the life. */
    {"not_heard_from", "", 0, false,
     "0 contact service=@ need=@ thread=t initiated_by=person channel=phone outcome=partly_met "
     "outcome_by=person\n"},

    {"moved_to_another_area", "", 0, false,
     "0 contact service=housing need=housing thread=t initiated_by=person channel=in_person "
     "outcome=nothing_changed outcome_by=person\n"
     "14 contact service=housing need=housing thread=t initiated_by=person channel=phone "
     "outcome=need_met outcome_by=person\n"},

    {"moved_away", "", 3, false,
     "0 contact service=landlord need=housing thread=t initiated_by=person channel=phone\n"
     "20..40 moved_away\n"},

    {"died", "FD14", 2, false,
     "* thread=t need=physical_health\n"
     "0 episode_start service=care episode=e decided_by=joint\n"
     "30..40 episode_end service=care episode=e decided_by=service reason=time_limit taper=no\n"
     "10..15 crisis/emergency_admission service=hospital sensitivity=health time=04:05\n"
     "18..25 death\n"},

    {"changed_consent", "", 4, false, "0 consent_change initiated_by=person precision=quarter|\n"},

    {"taken_back", "", 4, false,
     "* thread=t need=@ service=@ initiated_by=person\n"
     "0 contact channel=phone visibility=person_only outcome=nothing_changed outcome_by=person "
     "withdrawn=20..40 id=a\n"
     "10..20 contact channel=phone visibility=learning sensitivity=none outcome=need_met "
     "outcome_by=person id=b\n"},

    /* Somebody remembers the year, or only that it happened. */
    {"long_ago", "", 5, false,
     "0 accommodation/settled|unsuitable_temporary precision=year\n"
     "5 crisis/police_arrest precision=quarter sensitivity=justice\n"
     "5 institution/care edge=end precision=unknown\n"},

    {.name = NULL},
};
