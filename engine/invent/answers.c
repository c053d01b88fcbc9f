/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answers.csv: what people answered, and every way in which they did not. */
#include <string.h>

#include "ground/words.h"
#include "invent/made.h"

/* One instrument a row. The codes run from `low` to `high`; of `worse` items (`*`: all) a higher
 * code is worse; `rare` items are mostly answered with the lowest. Of 100 people so many are
 * `asked` it at all, each time or so `often`. `ease` is how much better people answer it than the
 * level at which they are. Whoever is asked one that `holds` another is not asked that too. Adding
 * an instrument is adding a row. */
static const struct asked {
    const char *instrument, *items, *worse, *rare;
    int low, high, asked, often, ease;
    const char *holds;
} all[] = {
    {"wemwbs",
     "optimistic useful relaxed others energy problems clearly myself close confident decide loved "
     "new cheerful",
     "", "", 1, 5, 12, 100, 0, "swemwbs"},
    {"swemwbs", "optimistic useful relaxed problems clearly close decide", "", "", 1, 5, 100, 100,
     0, ""},
    {"ons4", "life_satisfaction worthwhile happy_yesterday anxious_yesterday", "anxious_yesterday",
     "", 0, 10, 100, 60, 0, ""},
    {"phq9", "q1 q2 q3 q4 q5 q6 q7 q8 q9 q10", "*", "q9", 0, 3, 100, 25, 5, ""},
    {"rses", "worth qualities failure able proud positive satisfied respect useless no_good",
     "failure proud respect useless no_good", "", 0, 3, 100, 15, 4, ""},
    {"k10",
     "tired nervous so_nervous hopeless restless so_restless depressed effort cheer_up worthless",
     "*", "", 1, 5, 15, 80, 5, ""},
    {"ucla3", "companionship left_out isolated", "*", "", 1, 3, 25, 60, 2, ""},
    {"core10", "q1 q2 q3 q4 q5 q6 q7 q8 q9 q10", "*", "q6", 0, 4, 8, 90, 5, ""},
};
enum { INSTRUMENTS = sizeof all / sizeof *all };

/* One day's questions: when, how they were answered, and how the person was. */
struct sitting {
    const char *date, *mode;
    int level; /* 7 to 35 */
};

static int code_of(struct chance *chance, const struct asked *asked, const char *item, int level)
{
    bool worse = asked->worse[0] == '*' || text_has_word(asked->worse, item);
    int span = asked->high - asked->low, at = between(7, level + asked->ease, 35) - 7;
    int within = draw_up_to(chance, 27), stray = draw_up_to(chance, span / 3) - span / 6;
    bool lowest = text_has_word(asked->rare, item) && !chance_in_100(chance, 15);
    int code = ((worse ? 28 - at : at) * span + within) / 28 + stray;
    return lowest ? asked->low : asked->low + between(0, code, span);
}

/* Most answers are codes; some are one of the ways of not answering. */
static void put_answer(struct text *file, struct chance *chance, int code)
{
    bool answered = chance_in_100(chance, 98), said = chance_in_100(chance, 60);
    int kind = 1 + draw_up_to(chance, NO_ANSWER_KINDS - 2);
    if (answered)
        text_format(file, "%d", code);
    else if (said)
        text_put(file, no_answer_word[kind]);
}

static void put_sitting(struct made *made, struct chance *chance, const struct life *life,
                        const struct asked *asked, const struct sitting *sitting)
{
    struct text *file = &made->files[INVENT_ANSWERS];
    const char *at = asked->items, *word;
    size_t length;
    while (text_word(&at, &word, &length)) {
        const char *item = arena_copy(made->arena, word, length);
        text_format(file, "%s,%s,%s,%s,", life->ref, sitting->date, asked->instrument, item);
        put_answer(file, chance, code_of(chance, asked, item, sitting->level));
        text_format(file, ",%s\n", sitting->mode);
    }
}

static void put_day(struct made *made, struct chance *chance, const struct life *life, day on,
                    const bool *asked)
{
    int since = on - made_years().low, stray = draw_up_to(chance, 6) - 3;
    struct sitting sitting = {
        .date = day_text(made->arena, on),
        .mode = draw_word(chance, "assisted*66|self*26|telephone*4|screen*3|", made->arena),
        .level = between(7, life->wellbeing + life->drift * since / 731 + stray, 35)};
    for (size_t i = 0; i < INSTRUMENTS; i++)
        if (asked[i] && chance_in_100(chance, (uint32_t)all[i].often))
            put_sitting(made, chance, life, &all[i], &sitting);
}

static void draw_asked(struct chance *chance, bool *asked)
{
    for (size_t i = 0; i < INSTRUMENTS; i++)
        asked[i] = chance_in_100(chance, (uint32_t)all[i].asked);
    for (size_t i = 0; i < INSTRUMENTS; i++)
        for (size_t j = 0; asked[i] && j < INSTRUMENTS; j++)
            asked[j] &= strcmp(all[i].holds, all[j].instrument) != 0;
}

/* Asked about every four months while they are known; a quarter of the times nobody asks or
 * answers. */
void made_answers(struct made *made, struct chance *chance, const struct life *life)
{
    bool asked[INSTRUMENTS];
    draw_asked(chance, asked);
    for (day on = life->known.low + draw_up_to(chance, 40); on <= life->known.high;
         on += 95 + draw_up_to(chance, 40)) {
        bool answers = !chance_in_100(chance, 28);
        if (answers && !life_quiet_on(life, (struct days){on, on}))
            put_day(made, chance, life, on, asked);
    }
}
