/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "invent/made.h"
#include "invent/told.h"

struct days made_years(void)
{
    return (struct days){day_of(2024, 1, 1), day_of(2025, 12, 31)};
}

/* Most are known before the second summer; some are known for 200 days only. */
static void draw_known(struct chance *chance, struct life *life)
{
    life->known = made_years();
    life->known.low += draw_up_to(chance, 500);
    life->until_said = chance_in_100(chance, 14);
    if (life->until_said && life->known.low + 200 < life->known.high)
        life->known.high = life->known.low + 200;
    life->until_said = life->until_said && life->known.high < made_years().high;
}

static void draw_quiet(struct chance *chance, struct life *life)
{
    bool quiet = chance_in_100(chance, 18);
    int length = 90 + draw_up_to(chance, 150);
    life->quiet_said = chance_in_100(chance, 60);
    life->quiet = (struct days){DAY_NONE, DAY_NONE};
    if (!quiet || life->known.high - life->known.low < length + 60)
        return;
    day from =
        draw_day(chance, (struct days){life->known.low + 30, life->known.high - length - 30});
    life->quiet = (struct days){from, from + length};
}

static void draw_move(struct chance *chance, struct life *life)
{
    bool moves = chance_in_100(chance, 3);
    day at = draw_day(chance, life->known);
    life->moves = moves && at > life->known.low ? at : DAY_NONE;
}

/* Whoever lives through a story is known from the first month to the end, and there is nothing in
 * the way of it. */
static void make_room(struct life *life, const struct told *told)
{
    life->known = (struct days){made_years().low + life->number % 28, made_years().high};
    life->until_said = false;
    life->quiet = (struct days){DAY_NONE, DAY_NONE};
    life->moves = DAY_NONE;
    struct days period = told_period(told);
    if (strcmp(told->story, "moved_to_another_area") == 0)
        life->moves = period.low + 14;
    if (strcmp(told->story, "not_heard_from") == 0) {
        life->quiet = (struct days){period.low + 30, period.high - 30};
        life->quiet_said = true;
    }
}

struct life life_drawn(struct chance *chance, int number)
{
    struct life life = {.number = number};
    snprintf(life.ref, sizeof life.ref, "p%03d", number);
    draw_known(chance, &life);
    draw_quiet(chance, &life);
    draw_move(chance, &life);
    life.shares = chance_in_100(chance, 82) ? "yes" : chance_in_100(chance, 50) ? "no" : "";
    life.wellbeing = 13 + draw_bell(chance, 14);
    life.drift = draw_bell(chance, 12) - 5;
    const struct told *told = told_of(number);
    if (told)
        make_room(&life, told);
    return life;
}

bool life_quiet_on(const struct life *life, struct days days)
{
    return life->quiet.low != DAY_NONE && days.low <= life->quiet.high &&
           days.high >= life->quiet.low;
}
