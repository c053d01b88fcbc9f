/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in somebody's life: first, and each time they say it again. */
#include "invent/story.h"

const struct story stories_of_people[] = {
    {"named_people", "", 0, false,
     "0 network_tie/family tie=my_sister status=added\n"
     "70% 0 network_tie/friend tie=someone_I_grew_up_with status=added\n"
     "40% 0 network_tie/peer tie=the_Tuesday_lot status=added\n"},

    {"named_more_people", "", 0, false,
     "70% 0 network_tie/family tie=my_sister status=renewed\n"
     "50% 0 network_tie/neighbour tie=the_man_with_the_greyhound status=added\n"
     "40% 0 network_tie/community_group tie=people_at_the_allotment,_loosely status=added\n"
     "30% 0 network_tie/peer tie=the_Tuesday_lot status=ended|renewed\n"
     "0 network_tie/online tie=the_crossword_forum status=added|renewed\n"},

    {.name = NULL},
};
