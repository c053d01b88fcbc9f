/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/refused.h"

#include <ctype.h>
#include <string.h>

#include "ground/text.h"

/* `parts` count also as a part of a longer name (`risk_score`), `whole` only by themselves. */
static const struct {
    const char *parts, *whole, *why;
} refused[] = {
    {"worker workers coach coaches team teams staff officer officers manager managers caseload",
     "organisation organisations org provider providers",
     "Reports here are for learning, not for judging workers. Ask about a `need`, or about what "
     "people say of themselves, as `ethnic_group`"},
    {"target targets kpi kpis quota quotas", "aim aims",
     "Nothing here is held against a number to be reached: that makes people work on the number. "
     "Say in `asks` what you want to learn"},
    {"rank ranking ranked league leaderboard percentile",
     "sort sorted order order_by top best worst limit_to",
     "Groups and places stand in their agreed order and are never put in order by value. "
     "Leave it out, and ask what the groups themselves make of it"},
    {"rag colour color colours colors traffic_light smiley", "light lights red amber green arrow",
     "No colour says good or bad: the sentence says what was seen. Leave it out"},
    {"threshold thresholds cutoff compliant compliance", "limit",
     "No number parts good from bad here: wobble and likely range are the engine's own. "
     "Leave it out"},
    {"composite overall", "grade",
     "What was noticed in several ways is never added into one number. Show each beside its own "
     "question"},
    {"risk predict prediction predicted likelihood", "forecast eligible eligibility",
     "Nobody's future is worked out here, and no number says who should get help. Ask what "
     "services "
     "did, in `findings`"},
    {"drill drilldown", "references persons",
     "No figure about several people leads back to one of them. Open a page with the person whose "
     "it is"},
    {"", "by group group_by split breakdown",
     "What figures are broken down by stands in a section of a report, where people can agree on "
     "it: "
     "write it there"},
    {"unprotected suppression small_cells", "exact raw unrounded unsafe force override preview",
     "Every number about several people passes the disclosure rule, and nothing turns it off. Ask "
     "for a longer period or a wider area"},
};

/* Small letters, and _ between parts. */
static void plain_name(const char *word, char *name, size_t room)
{
    size_t length = 0;
    for (; word[length] && length + 1 < room; length++)
        name[length] =
            isalnum((unsigned char)word[length]) ? (char)tolower((unsigned char)word[length]) : '_';
    name[length] = '\0';
}

static bool has_part(const char *name, const char *part, size_t length)
{
    for (const char *at = name; (at = strstr(at, part)); at++)
        if ((at == name || at[-1] == '_') && (at[length] == '\0' || at[length] == '_'))
            return true;
    return false;
}

static bool has_any_part(const char *name, const char *parts)
{
    const char *word;
    size_t length;
    char part[32];
    while (text_word(&parts, &word, &length)) {
        memcpy(part, word, length);
        part[length] = '\0';
        if (has_part(name, part, length))
            return true;
    }
    return false;
}

const char *refused_why(const char *word)
{
    char name[64];
    plain_name(word, name, sizeof name);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (text_has_word(refused[i].whole, name) || has_any_part(name, refused[i].parts))
            return refused[i].why;
    return NULL;
}
