/* SPDX-License-Identifier: GPL-3.0-or-later */
/* goals.csv: what people want, in words that nobody ever said, and how far they say they are. Most
 * rate a goal from 0 to 10; some rate all of theirs on one day from -2 to 2, for goal attainment
 * scaling. */
#include <string.h>

#include "invent/made.h"

static const char *const hopes[] = {"Sleep through the night",
                                    "Get my tooth mended",
                                    "Walk to the sea and back, on my own",
                                    "See my sister without us falling out",
                                    "A tenancy in my own name",
                                    "Cook a meal for two friends",
                                    "Read to my grandson on Sundays",
                                    "Learn to swim",
                                    "Open the post without being afraid of it",
                                    "Play the trumpet again, loudly",
                                    "Be asked, not told",
                                    "Ring my mum every week",
                                    "Grow something you can eat",
                                    "Do two mornings at the bike workshop",
                                    "Have somebody to say “good morning” to",
                                    "Finish the course I began",
                                    NULL};

/* One goal on its way. */
struct goal {
    int number, rating;
    day set;
    const char *words;
    const char *instrument, *weight; /* "" where it is the person's own rating, or has none */
};

/* How one goal is looked at on one day. */
struct look {
    day on;
    const char *status, *by, *mode;
};

/* The words stand with the person's first rating, and hold from then on. */
static void put_goal(struct made *made, struct chance *chance, const struct life *life,
                     const struct goal *goal, const struct look *look)
{
    struct text *file = &made->files[INVENT_GOALS];
    bool held = look->status[0] == 'o', rated = chance_in_100(chance, 92);
    bool first = look->on == goal->set && strcmp(look->by, "person") == 0;
    const char *unrated = draw_word(chance, "|declined|unknown|not_asked", made->arena);
    const char *reason = draw_word(chance,
                                   "accessing_home|accessing_funding|unsafe_housing|instability|"
                                   "clash_with_other_service|other",
                                   made->arena);
    const char *pace = draw_word(chance, "right*6|too_fast*2|too_slow*2|*4", made->arena);
    text_format(file, "%s,%s,g%d,", life->ref, day_text(made->arena, look->on), goal->number);
    text_csv(file, first ? goal->words : "");
    text_format(file, ",%s,%s,%s,%s,%s,%s,%s,%s\n",
                rated ? arena_format(made->arena, "%d", goal->rating) : unrated, look->status,
                goal->instrument, goal->weight, look->mode, look->by, held ? reason : "", pace);
}

static struct goal goal_drawn(struct chance *chance, int number, day set)
{
    return (struct goal){.number = number,
                         .set = set,
                         .words = draw_from(chance, hopes),
                         .instrument = "",
                         .weight = ""};
}

/* --- rated from 0 to 10 ----------------------------------------------------------------------- */

/* Looked at again every few months, until it is reached, changed or let go. */
static void put_goal_on_its_way(struct made *made, struct chance *chance, const struct life *life,
                                struct goal *goal)
{
    struct look look = {.status = "active"};
    for (look.on = goal->set; look.on <= life->known.high; look.on += 60 + draw_up_to(chance, 60)) {
        if (life_quiet_on(life, (struct days){look.on, look.on}))
            continue;
        look.mode = draw_word(chance, "assisted*3|self", made->arena);
        look.by = look.on == goal->set
                      ? "person"
                      : draw_word(chance, "person*8|together*2|coach", made->arena);
        put_goal(made, chance, life, goal, &look);
        if (look.status[0] != 'a' && look.status[0] != 'o')
            return;
        goal->rating = between(0, goal->rating + draw_up_to(chance, 4) - 1, 10);
        look.status =
            draw_word(chance, "active*60|on_hold*12|reached*12|changed*8|let_go*8", made->arena);
    }
}

static void put_own(struct made *made, struct chance *chance, const struct life *life, int number)
{
    struct goal goal = goal_drawn(chance, number, draw_day(chance, life->known));
    goal.rating = draw_up_to(chance, 4);
    if (!life_quiet_on(life, (struct days){goal.set, goal.set}))
        put_goal_on_its_way(made, chance, life, &goal);
}

/* --- goal attainment scaling ------------------------------------------------------------------ */

enum { SCALED_MOST = 3, TIMES = 3 };

static void put_scaled_by(struct made *made, struct chance *chance, const struct life *life,
                          struct goal *goals, int count, struct look *look)
{
    for (int i = 0; i < count; i++) {
        bool last = look->status[0] != 'a';
        struct look at = *look;
        at.status = last && goals[i].rating < 0 ? "let_go" : look->status;
        put_goal(made, chance, life, &goals[i], &at);
    }
}

/* Less than was hoped for to begin with; all of them on the same days. Gives the first. */
static day draw_scaled(struct made *made, struct chance *chance, const struct life *life,
                       struct goal *goals, int count)
{
    bool weighed = chance_in_100(chance, 50);
    day set = draw_day(chance, life->known);
    for (int i = 0; i < count; i++) {
        goals[i] = goal_drawn(chance, i + 1, set);
        goals[i].rating = -1 - draw_up_to(chance, 1);
        goals[i].instrument = "gas";
        goals[i].weight = weighed ? draw_word(chance, "1*2|2|3", made->arena) : "";
    }
    return set;
}

/* The person rates them, and sometimes the coach does too, on the same day and apart. */
static void put_scaled_day(struct made *made, struct chance *chance, const struct life *life,
                           struct goal *goals, int count, struct look look)
{
    look.mode = draw_word(chance, "assisted*3|self", made->arena);
    look.by = "person";
    put_scaled_by(made, chance, life, goals, count, &look);
    look.by = "coach";
    if (chance_in_100(chance, 30))
        put_scaled_by(made, chance, life, goals, count, &look);
}

static void put_scaled(struct made *made, struct chance *chance, const struct life *life, int count)
{
    struct goal goals[SCALED_MOST];
    struct look look = {.on = draw_scaled(made, chance, life, goals, count)};
    for (int i = 0; i < TIMES; i++, look.on += 80 + draw_up_to(chance, 30)) {
        look.status = i + 1 < TIMES ? "active" : "reached";
        if (look.on > life->known.high || life_quiet_on(life, (struct days){look.on, look.on}))
            return;
        put_scaled_day(made, chance, life, goals, count, look);
        for (int j = 0; j < count; j++)
            goals[j].rating = between(-2, goals[j].rating + draw_up_to(chance, 3) - 1, 2);
    }
}

void made_goals(struct made *made, struct chance *chance, const struct life *life)
{
    static const char most[] = "0*25|1*30|2*30|3*15";
    int count = draw_word(chance, most, made->arena)[0] - '0';
    if (chance_in_100(chance, 30)) {
        put_scaled(made, chance, life, 1 + draw_up_to(chance, SCALED_MOST - 1));
        return;
    }
    for (int i = 1; i <= count; i++)
        put_own(made, chance, life, i);
}
