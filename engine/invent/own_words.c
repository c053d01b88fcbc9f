/* SPDX-License-Identifier: GPL-3.0-or-later */
/* goals.csv and notes.csv: words that nobody ever said, of people who never were. */
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

static const char *const strengths[] = {"Mends anything with two wheels",
                                        "Makes a room laugh",
                                        "Speaks three languages, and is learning a fourth",
                                        "Knows everybody on the quay by name",
                                        "Kept a family going on very little",
                                        "Draws birds from memory",
                                        NULL};

static const char *const notes[] = {
    "Mornings are best.",
    "Would rather text than talk on the phone.",
    "Asked for the letter to be read aloud; said \"thank you\".",
    "Meets at the Tuesday club, not at the office.",
    "Wants to bring a friend next time.",
    "The form asks the same thing four times.\nWe fill in the rest together.",
    NULL};

/* One goal on its way. */
struct goal {
    int number, rating;
    day set;
    const char *words;
};

static void put_goal(struct made *made, struct chance *chance, const struct life *life,
                     const struct goal *goal, day on, const char *status)
{
    struct text *file = &made->files[INVENT_GOALS];
    bool held = status[0] == 'o', rated = chance_in_100(chance, 92);
    const char *unrated = draw_word(chance, "|declined|unknown|not_asked", made->arena);
    text_format(file, "%s,%s,g%d,", life->ref, day_text(made->arena, on), goal->number);
    text_csv(file, on == goal->set ? goal->words : "");
    text_char(file, ',');
    text_put(file, rated ? arena_format(made->arena, "%d", goal->rating) : unrated);
    const char *mode = draw_word(chance, "assisted*3|self", made->arena);
    const char *by = draw_word(chance, "person*8|together*2|coach", made->arena);
    const char *reason = draw_word(chance,
                                   "accessing_home|accessing_funding|unsafe_housing|instability|"
                                   "clash_with_other_service|other",
                                   made->arena);
    const char *pace = draw_word(chance, "right*6|too_fast*2|too_slow*2|*4", made->arena);
    text_format(file, ",%s,%s,%s,%s,%s\n", status, mode, by, held ? reason : "", pace);
}

/* Looked at again every few months, until it is reached, changed or let go. */
static void put_goal_on_its_way(struct made *made, struct chance *chance, const struct life *life,
                                struct goal *goal)
{
    const char *status = "active";
    for (day on = goal->set; on <= life->known.high; on += 60 + draw_up_to(chance, 60)) {
        if (life_quiet_on(life, (struct days){on, on}))
            continue;
        put_goal(made, chance, life, goal, on, status);
        if (status[0] != 'a' && status[0] != 'o')
            return;
        goal->rating = between(0, goal->rating + draw_up_to(chance, 4) - 1, 10);
        status =
            draw_word(chance, "active*60|on_hold*12|reached*12|changed*8|let_go*8", made->arena);
    }
}

void made_goals(struct made *made, struct chance *chance, const struct life *life)
{
    static const char most[] = "0*50|1*30|2*20";
    int count = draw_word(chance, most, made->arena)[0] - '0';
    for (int i = 1; i <= count; i++) {
        struct goal goal = {.number = i};
        goal.words = draw_from(chance, hopes);
        goal.rating = draw_up_to(chance, 4);
        goal.set = draw_day(chance, life->known);
        if (!life_quiet_on(life, (struct days){goal.set, goal.set}))
            put_goal_on_its_way(made, chance, life, &goal);
    }
}

static void put_note(struct made *made, struct chance *chance, const struct life *life, int number)
{
    struct text *file = &made->files[INVENT_NOTES];
    day on = draw_day(chance, life->known);
    bool strength = chance_in_100(chance, 45);
    const char *words = draw_from(chance, strength ? strengths : notes);
    const char *time = draw_word(chance, "10:15|14:00|16:40|*3", made->arena);
    if (life_quiet_on(life, (struct days){on, on}))
        return;
    text_format(file, "%s,%s,", life->ref, day_text(made->arena, on));
    text_csv(file, words);
    text_format(file, ",n%d,%s,%s\n", number, time, strength ? "strength" : "note");
}

void made_notes(struct made *made, struct chance *chance, const struct life *life)
{
    int count = draw_up_to(chance, 3);
    for (int i = 1; i <= count; i++)
        put_note(made, chance, life, i);
}
