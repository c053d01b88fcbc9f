/* SPDX-License-Identifier: GPL-3.0-or-later */
/* consents.csv: what people said yes and no to; and some thought better of it. */
#include "invent/made.h"

static void put(struct made *made, const struct life *life, day on, const char *purpose,
                const char *given, const char *until)
{
    text_format(&made->files[INVENT_CONSENTS], "%s,%s,%s,%s,%s\n", life->ref,
                day_text(made->arena, on), purpose, given, until);
}

static void put_asked(struct made *made, struct chance *chance, const struct life *life,
                      const char *purpose, const char *says)
{
    const char *given = draw_word(chance, says, made->arena);
    bool for_a_year = chance_in_100(chance, 40);
    day later = life->known.low + 30 + draw_up_to(chance, 300);
    bool thinks_again = chance_in_100(chance, 6);
    if (!*given)
        return;
    bool yes = given[0] == 'y';
    put(made, life, life->known.low, purpose, given,
        yes && for_a_year ? day_text(made->arena, life->known.low + 365) : "");
    if (yes && thinks_again && later <= life->known.high)
        put(made, life, later, purpose, "no", "");
}

/* What they said to being counted for learning is what the people file says of sharing. */
void made_consents(struct made *made, struct chance *chance, const struct life *life)
{
    put_asked(made, chance, life, "coaching", "yes*90|no*4|*6");
    if (*life->shares)
        put(made, life, life->known.low, "learning", life->shares, "");
    put_asked(made, chance, life, "research", "yes*35|no*25|*40");
    put_asked(made, chance, life, "quotes", "yes*30|no*20|*50");
}
