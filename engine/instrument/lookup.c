/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published tables: whose is whose, and what stands between two totals. */
#include <math.h>
#include <string.h>

#include "instrument/plan.h"

double lookup_step(const struct lookup *lookup, double total)
{
    size_t at = 0;
    while (lookup->froms && at < lookup->count && lookup->froms[at] <= total)
        at++;
    return at ? lookup->values[at - 1] : NAN;
}

/* Is this step for any total between the two? */
static bool lies_between(const struct lookup *lookup, size_t at, double low, double high)
{
    return lookup->froms[at] <= high && (at + 1 == lookup->count || lookup->froms[at + 1] > low);
}

/* Of a run the values from `first` to before `end` are for totals between the two. Gone to at once,
 * because everybody who left something out comes here. */
static void run_between(const struct lookup *lookup, double low, double high, size_t *first,
                        size_t *end)
{
    low = ceil(low - lookup->from);
    high = floor(high - lookup->from);
    *first = low > 0 ? low < lookup->run ? (size_t)low : lookup->count : 0;
    *end = high < lookup->run - 1 ? high >= 0 ? (size_t)high + 1 : 0 : lookup->count;
}

bool lookup_between(const struct lookup *lookup, double *low, double *high)
{
    double least = INFINITY, most = -INFINITY;
    size_t at = 0, end = lookup->count;
    if (!lookup->froms)
        run_between(lookup, *low, *high, &at, &end);
    for (; at < end; at++) {
        if (lookup->froms && !lies_between(lookup, at, *low, *high))
            continue;
        least = lookup->values[at] < least ? lookup->values[at] : least;
        most = lookup->values[at] > most ? lookup->values[at] : most;
    }
    *low = least;
    *high = most;
    return least <= most;
}

/* --- whose table ------------------------------------------------------------------------------ */

enum fits { FITS, FITS_NOT, FITS_UNTOLD };

static enum fits fits_age(const struct lookup *lookup, const struct ages *age)
{
    if (!lookup->has_age)
        return FITS;
    if (!age->known)
        return FITS_UNTOLD;
    if (age->high < lookup->youngest || age->low > lookup->oldest)
        return FITS_NOT;
    return age->low >= lookup->youngest && age->high <= lookup->oldest ? FITS : FITS_UNTOLD;
}

static enum fits fits_sex(const struct lookup *lookup, const char *sex)
{
    if (!lookup->sex)
        return FITS;
    return !sex ? FITS_UNTOLD : strcmp(lookup->sex, sex) == 0 ? FITS : FITS_NOT;
}

static bool fits_mode(const struct lookup *lookup, int mode)
{
    return !lookup->modes || lookup->modes >> mode & 1;
}

static const char *mode_word(int mode, struct arena *arena)
{
    const char *words = modes, *word;
    size_t length;
    for (int at = 0; text_word(&words, &word, &length); at++)
        if (at == mode)
            return arena_copy(arena, word, length);
    return "unknown";
}

/* Why no table is for them: the first of mode, sex and age that none of them has. */
static const char *no_table(const struct scale *scale, const struct given *given,
                            struct arena *arena)
{
    bool mode = false, sex = false;
    for (size_t i = 0; i < scale->lookup_count; i++) {
        bool fits = fits_mode(&scale->lookups[i], given->mode);
        mode = mode || fits;
        sex = sex || (fits && fits_sex(&scale->lookups[i], given->sex) == FITS);
    }
    if (!mode)
        return arena_format(arena, "no table for mode %s", mode_word(given->mode, arena));
    if (!sex)
        return "no table for this sex";
    return given->age.low == given->age.high
               ? arena_format(arena, "no table for age %d", given->age.low)
               : arena_format(arena, "no table for age %d or %d", given->age.low, given->age.high);
}

const struct lookup *lookup_for(const struct scale *scale, const struct given *given,
                                struct arena *arena, const char **why)
{
    for (size_t i = 0; i < scale->lookup_count; i++) {
        const struct lookup *lookup = &scale->lookups[i];
        enum fits age = fits_age(lookup, &given->age), sex = fits_sex(lookup, given->sex);
        if (!fits_mode(lookup, given->mode) || age == FITS_NOT || sex == FITS_NOT)
            continue;
        *why = age == FITS_UNTOLD ? "age not known" : sex == FITS_UNTOLD ? "sex not known" : NULL;
        return *why ? NULL : lookup;
    }
    *why = no_table(scale, given, arena);
    return NULL;
}
