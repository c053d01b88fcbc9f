/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/refused.h"

#include <ctype.h>
#include <string.h>

#include "ground/text.h"

/* `parts` count also as a part of a longer name (`risk_score`), `whole` only by themselves. */
static const struct {
    const char *parts, *whole, *why;
} refused[] = {
    {"worker workers caseworker caseworkers keyworker keyworkers coach coaches team teams staff "
     "officer officers manager managers caseload caseloads",
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

/* Also of a name, never of a field: what somebody scored is nothing to tell people apart by. */
static const char scored[] = "score scores scored rating ratings graded";
static const char scored_why[] =
    "People are not told apart here by what they scored or went through";

static bool is_letter(char c)
{
    return isalnum((unsigned char)c);
}

/* `part` is in small letters; its _ stands for whatever parts two words. */
static bool begins(const char *text, const char *part, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!text[i] ||
            (part[i] == '_' ? is_letter(text[i]) : tolower((unsigned char)text[i]) != part[i]))
            return false;
    return !is_letter(text[length]);
}

static bool has_part(const char *text, const char *part, size_t length)
{
    for (const char *at = text; *at; at++)
        if ((at == text || !is_letter(at[-1])) && begins(at, part, length))
            return true;
    return false;
}

static bool has_any_part(const char *text, const char *parts)
{
    const char *part;
    size_t length;
    while (text_word(&parts, &part, &length))
        if (has_part(text, part, length))
            return true;
    return false;
}

static bool is_any(const char *text, const char *words)
{
    const char *word;
    size_t length;
    while (text_word(&words, &word, &length))
        if (strlen(text) == length && begins(text, word, length))
            return true;
    return false;
}

const char *refused_why(const char *word)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (is_any(word, refused[i].whole) || has_any_part(word, refused[i].parts))
            return refused[i].why;
    return NULL;
}

const char *refused_name_why(const char *name)
{
    return has_any_part(name, scored) ? scored_why : refused_why(name);
}
