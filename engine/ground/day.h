/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil days, without time zones. A day is a whole number of days since 1970-01-01. */
#ifndef GROUND_DAY_H
#define GROUND_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/arena.h"

typedef int32_t day;

#define DAY_NONE INT32_MIN  /* not known */
#define DAY_FIRST (-719162) /* 0001-01-01 */
#define DAY_LAST 2932896    /* 9999-12-31 */

day day_of(int year, int month, int date);
void day_parts(day, int *year, int *month, int *date);
int day_days_in(int year, int month);
day day_later(day a, day b);
day day_earlier(day a, day b);

/* Every day that a date may be: a day is one day, `2024-03` is that month, `2024-Q1`, `2024`. */
struct days {
    day low, high;
};

bool day_read(const char *text, day *); /* exactly `2024-03-31`; refuses 2024-02-30 */
bool days_read(const char *text, struct days *);
/* `2024`, `2024-Q1`, `2024-03`, `2024-01-01/2024-06-30`. Both ends included. */
bool days_read_period(const char *text, struct days *);
bool days_are_whole(struct days); /* a month, quarter or year of the calendar */
/* The last whole quarter before the quarter that `at` lies in; and likewise `month`, `year`. */
struct days days_last_whole(const char *period, day at);

char *day_text(struct arena *, day);                        /* 2024-03-31 */
char *day_words(struct arena *, day);                       /* 31 March 2024 */
char *days_words(struct arena *, struct days);              /* 31 March 2024; March 2024; 2024 */
char *day_month_words(struct arena *, day);                 /* March 2024 */
char *day_month_short(struct arena *, day, bool with_year); /* Mar 2024; Mar */

/* The earliest of some days that lies after another; DAY_NONE while there is none. Running on for
 * ever (DAY_LAST and beyond) is no day. */
struct next_day {
    day after, day;
};
void next_day_add(struct next_day *next, day at);

/* Minutes after midnight, `23:40` or `23:40:12` (seconds dropped); -1 when it is no time. */
int minutes_read(const char *text);

#endif
