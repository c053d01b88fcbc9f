/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "invent/told.h"

#include <stddef.h>

static const struct told all[] = {
    {10, "asked_again", "2024-11-18", "2025-02-28"},
    {11, "kept_in_touch", "2024-05-06", "2024-09-30"},
    {12, "chased", "2024-09-02", "2024-12-31"},
    {13, "helped_first_time", "2024-06-03", "2024-10-31"},
    {14, "sent_back", "2024-04-08", "2024-07-31"},
    {15, "closed_unseen", "2024-05-13", "2024-09-30"},
    {16, "back_to_the_start", "2024-09-02", "2025-06-30"},
    {17, "round_in_a_circle", "2025-03-03", "2025-05-31"},
    {18, "to_and_fro", "2024-10-07", "2024-12-31"},
    {19, "handed_on", "2025-01-13", "2025-05-31"},
    {20, "told_it_again", "2024-03-04", "2024-09-30"},
    {21, "nothing_came_of_it", "2024-07-08", "2024-09-30"},
    {22, "nothing_recorded", "2025-02-03", "2025-05-31"},
    {23, "turned_away", "2024-08-05", "2024-10-31"},
    {24, "caught_between", "2024-06-10", "2024-10-31"},
    {25, "over_a_line", "2024-04-15", "2024-12-31"},
    {26, "waited", "2024-02-05", "2024-12-31"},
    {27, "waits_still", "2025-08-11", "2025-12-31"},
    {28, "nobody_came", "2024-10-14", "2024-12-31"},
    {29, "recorded_as_absent", "2025-04-07", "2025-06-30"},
    {30, "closed_for_absence", "2024-05-20", "2024-12-31"},
    {31, "stopped_asking", "2024-04-22", "2025-01-31"},
    {32, "arrears_after_refusal", "2024-07-15", "2025-03-31"},
    {33, "support_stopped", "2024-02-12", "2024-12-31"},
    {34, "supplanted", "2024-09-09", "2025-02-28"},
    {35, "sanctioned", "2025-01-20", "2025-04-30"},
    {36, "put_out", "2024-08-12", "2025-02-28"},
    {37, "in_crisis", "2024-11-04", "2025-02-28"},
    {38, "asked_before_a_crisis", "2025-05-05", "2025-07-31"},
    {39, "pulled_two_ways", "2024-03-11", "2024-08-31"},
    {40, "complained", "2024-06-17", "2025-03-31"},
    {41, "left_with_nowhere", "2024-07-22", "2025-01-31"},
    {42, "offered_again", "2024-03-18", "2024-12-31"},
    {43, "ready_to_move_on", "2024-04-29", "2025-04-30"},
    {44, "settled_by_talking", "2025-02-10", "2025-06-30"},
    {45, "ended_when_ready", "2024-02-19", "2025-10-31"},
    {46, "paused_and_returned", "2024-06-24", "2025-03-31"},
    {47, "fuller_life", "2024-07-01", "2025-09-30"},
    {48, "threat_lifted", "2024-09-23", "2025-01-31"},
    {49, "refusal_reversed", "2025-03-17", "2025-07-31"},
    {50, "took_part", "2024-10-21", "2025-09-30"},
    {51, "lost_income", "2024-11-11", "2025-03-31"},
    {52, "died", "2025-02-17", "2025-12-31"},
    {53, "moved_away", "2025-06-09", "2025-12-31"},
    {54, "not_heard_from", "2024-08-19", "2025-03-31"},
    {55, "changed_consent", "2025-01-06", "2025-06-30"},
    {56, "taken_back", "2024-05-27", "2024-08-31"},
    {57, "never_answered", "2024-09-16", "2025-01-31"},
    {58, "moved_to_another_area", "2024-10-28", "2025-03-31"},
    {59, "home_from_hospital", "2025-04-14", "2025-07-31"},
};

const struct told *told_of(int person)
{
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].person == person)
            return &all[i];
    return NULL;
}

struct days told_period(const struct told *told)
{
    struct days period = {DAY_NONE, DAY_NONE};
    day_read(told->from, &period.low);
    day_read(told->until, &period.high);
    return period;
}
