/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people.csv: what people say of themselves, in every way of not saying it too. */
#include "invent/made.h"

static const struct about {
    const char *column, *says;
} abouts[] = {
    {"sex", "female*54|male*42|declined*2|*2"},
    {"contact_preference", "phone*30|text*25|in_person*15|phone;text*10|email*8|letter*5|video|*6"},
    {"asserted_by", "person*94|proxy*4|observed*2"},
    {"ethnic_group", "white_british*5|white_irish|asian_pakistani*2|asian_indian|black_african|"
                     "black_caribbean|mixed_white_and_black_caribbean|declined|not_asked"},
    {"disability", "yes*30|no*50|declined*4|unknown*4|not_asked*6|withheld|*5"},
    {"barriers", "stairs*4|forms*6|noise*3|stairs;forms*2|not_asked*15|*70"},
    {"religion_or_belief", "none*40|christian*25|muslim*12|sikh*2|own_words*3|declined*8|*10"},
    {"sexual_orientation", "heterosexual*50|gay_or_lesbian*3|bisexual*3|declined*14|not_asked*30"},
    {"pregnancy", "no*40|yes*2|not_applicable*30|*28"},
    {"caring", "yes*18|no*62|declined*3|unknown*2|*15"},
    {"income_strain", "always*20|often*30|sometimes*25|never*10|declined*5|*10"},
    {"housing", "social_rent*35|private_rent*25|hostel*6|with_friends_or_family*10|own*10|"
                "no_fixed_place*4|withheld*2|*8"},
    {"main_language", "english*80|urdu*6|punjabi*4|polish*4|arabic*2|declined|*3"},
    {"interpreter", "no*84|yes*8|unknown*2|*6"},
    {"care_experience", "no*70|yes*8|declined*6|not_asked*16"},
    {"armed_forces", "no*80|yes*4|*16"},
    {"prison_history", "no*60|yes*6|declined*8|not_asked*20|withheld*6"},
    {"digital_access", "own_phone*60|shared_phone*12|library*8|none*8|*12"},
    {"imd_decile", "1*25|2*20|3*15|4*10|5*8|6*6|7*5|8*4|9*3|10*2|*2"},
    {"unfair_treatment", "no*50|yes*20|declined*10|not_asked*20"},
};
enum { ABOUTS = sizeof abouts / sizeof *abouts };

void made_header_of_people(struct made *made)
{
    struct text *file = &made->files[INVENT_PEOPLE];
    text_put(file, "person,area,date,called,born,since,until,shares");
    for (size_t i = 0; i < ABOUTS; i++)
        text_format(file, ",%s", abouts[i].column);
    text_char(file, '\n');
}

/* Most say the year, some the day, some nothing. */
static const char *born(struct chance *chance, struct arena *arena)
{
    int year = 1945 + draw_up_to(chance, 60), on = draw_up_to(chance, 364);
    int exact = draw_up_to(chance, 9);
    return exact == 0   ? ""
           : exact == 1 ? day_text(arena, day_of(year, 1, 1) + on)
                        : arena_format(arena, "%d", year);
}

/* Another row from the day on which they moved: what it leaves empty still holds. */
static void put_move(struct text *file, const struct life *life, struct arena *arena)
{
    text_format(file, "%s,%s,%s,,,,,", life->ref, MADE_NEIGHBOUR, day_text(arena, life->moves));
    for (size_t i = 0; i < ABOUTS; i++)
        text_char(file, ',');
    text_char(file, '\n');
}

void made_person(struct made *made, struct chance *chance, const struct life *life)
{
    struct text *file = &made->files[INVENT_PEOPLE];
    text_format(file, "%s,%s,,", life->ref, INVENT_AREA);
    text_csv(file, own_name(life, made->arena));
    text_format(file, ",%s,%s,%s,%s", born(chance, made->arena),
                day_text(made->arena, life->known.low),
                life->until_said ? day_text(made->arena, life->known.high) : "", life->shares);
    for (size_t i = 0; i < ABOUTS; i++)
        text_format(file, ",%s", draw_word(chance, abouts[i].says, made->arena));
    text_char(file, '\n');
    if (life->moves != DAY_NONE && life->moves <= life->known.high)
        put_move(file, life, made->arena);
}
