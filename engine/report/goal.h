/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A goal as a page shows it: what was said of it up to the end of the page's period. */
#ifndef REPORT_GOAL_H
#define REPORT_GOAL_H

#include "report/person.h"

struct shown_goal {
    struct person_page *page;
    const struct stored_goal *goal;
    size_t count;  /* of its rows, the first that many, are shown: 1 or more */
    size_t number; /* on the page, from 1 */
};

/* Chooses the goals of the page: said before the end of its period, and not over before it began.
 */
void goals_choose(struct person_page *page);

/* Did the person say it, alone or together with a coach? */
bool goal_is_own(const struct stored_goal_row *row);
/* The row whose words, or whose status, hold at the end: the person's, where they said any; or
 * NULL. */
const struct stored_goal_row *goal_words(const struct shown_goal *shown);
const struct stored_goal_row *goal_status(const struct shown_goal *shown);
bool goal_is_on_hold(const struct shown_goal *shown);

/* Adds the figure of one goal to a section. */
void goal_figure(const struct shown_goal *shown, struct value section);

#endif
