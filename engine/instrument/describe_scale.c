/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scale said back in sentences: what it counts and how, what blanks do, what was published. */
#include <math.h>
#include <string.h>

#include "instrument/describe.h"
#include "instrument/loader.h"
#include "instrument/plan.h"

/* --- what a scale counts --------------------------------------------------------------------- */

static void say_label(const struct choice *choice, struct text *out)
{
    if (choice->label)
        text_put(out, choice->label);
    else
        text_number(out, choice->code);
}

/* "more or less and yes count 1, never counts 2": the options worth more than nothing. */
static void say_worths(const struct instrument *instrument, const struct counted *counted,
                       const struct item *item, struct text *out)
{
    bool *said = arena_array(instrument->plugin->arena, item->option_count + 1, sizeof *said);
    bool any = false;
    for (size_t i = 0; i < item->option_count; i++) {
        double worth = counted_worth(instrument, counted, item->options[i].code);
        size_t same = 0, left;
        for (size_t k = i; k < item->option_count; k++)
            same += counted_worth(instrument, counted, item->options[k].code) == worth;
        if (said[i] || worth == 0)
            continue;
        text_put(out, any ? ", " : "");
        left = same;
        for (size_t k = i; k < item->option_count; k++)
            if (counted_worth(instrument, counted, item->options[k].code) == worth) {
                said[k] = true;
                say_label(&item->options[k], out);
                left--;
                text_put(out, left > 1 ? ", " : left == 1 ? " and " : "");
            }
        text_format(out, " %s ", same == 1 ? "counts" : "count");
        text_number(out, worth);
        any = true;
    }
}

static bool counts_its_code(const struct instrument *instrument, const struct counted *counted,
                            const struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++)
        if (counted_worth(instrument, counted, item->options[i].code) != item->options[i].code)
            return false;
    return true;
}

/* How one entry counts: "" as its code, "turned round", or option by option. */
static const char *manner(const struct instrument *instrument, const struct counted *counted)
{
    struct text out = {0};
    const struct item *item = counted->is_scale ? NULL : &instrument->items[counted->index];
    if (counted->turned)
        text_put(&out, "turned round");
    else if (item && item->option_count && !counts_its_code(instrument, counted, item))
        say_worths(instrument, counted, item, &out);
    else if (item && !item->option_count && (counted->points || item->points))
        text_put(&out, "for points");
    const char *kept =
        arena_copy(instrument->plugin->arena, out.length ? out.bytes : "", out.length);
    text_free(&out);
    return kept;
}

static const char *counted_id(const struct instrument *instrument, const struct counted *counted)
{
    return counted->is_scale ? instrument->scales[counted->index].id
                             : instrument->items[counted->index].id;
}

/* Entries that count alike stand together, in the order of the first of each. */
static void say_counts(const struct instrument *instrument, const struct scale *scale,
                       struct text *out)
{
    const char **how = arena_array(instrument->plugin->arena, scale->count + 1, sizeof *how);
    bool any = false;
    for (size_t i = 0; i < scale->count; i++)
        how[i] = manner(instrument, &scale->counts[i]);
    for (size_t i = 0; i < scale->count; i++) {
        if (!how[i])
            continue;
        const char *this = how[i];
        text_put(out, any ? " and " : "");
        for (size_t k = i, first = 1; k < scale->count; k++)
            if (how[k] && strcmp(how[k], this) == 0) {
                text_format(out, "%s%s", first ? "" : ", ",
                            counted_id(instrument, &scale->counts[k]));
                first = 0;
                how[k] = NULL;
            }
        if (*this)
            text_format(out, " (%s)", this);
        any = true;
    }
}

/* --- a scale --------------------------------------------------------------------------------- */

static void say_scale_head(const struct scale *scale, struct text *out)
{
    text_format(out, "%s (%s", scale->title, scale->id);
    if (scale->better != BETTER_NEITHER)
        text_format(out, ", %s is better", scale->better == BETTER_HIGHER ? "higher" : "lower");
    for (size_t i = 0; i < scale->value_count; i++)
        text_format(out, "%s%s", i ? " or " : ", ", scale->values[i]);
    if (scale->has_range && !scale->values) {
        text_put(out, ", ");
        text_number(out, scale->lowest);
        text_put(out, " to ");
        text_number(out, scale->highest);
    }
    text_put(out, ")\n");
}

static void say_total(const struct instrument *instrument, const struct scale *scale,
                      const char *total, const char *needs, struct text *out)
{
    if (scale->function)
        text_put(out, "  a function of the file scores ");
    else if (scale->total == TOTAL_PROFILE)
        text_put(out, "  writes together the codes of ");
    else if (scale->total == TOTAL_EAP)
        text_put(out, "  by a graded response model estimates what is behind ");
    else if (!total || strcmp(total, "sum") == 0)
        text_put(out, scale->count == 1 ? "  is " : "  adds ");
    else
        text_format(out, "  takes the %s of ", total);
    say_counts(instrument, scale, out);
    if (needs)
        text_format(out, "; it is also given: %s", needs);
    if (scale->times != 1) {
        text_put(out, "; then times ");
        text_number(out, scale->times);
    }
    if (scale->plus != 0) {
        text_put(out, scale->plus < 0 ? "; then minus " : "; then plus ");
        text_number(out, fabs(scale->plus));
    }
    text_put(out, "\n");
}

static void say_missing(const struct scale *scale, struct text *out)
{
    static const char *const small[] = {"none", "one", "two", "three", "four", "five", "six"};
    if (scale->unanswered == 0) {
        text_put(out, scale->count == 1 ? "  not answered: no score\n"
                                        : "  one that is not answered: no score\n");
        return;
    }
    if (scale->unanswered < (int)(sizeof small / sizeof *small))
        text_format(out, "  %s", small[scale->unanswered]);
    else
        text_format(out, "  %d", scale->unanswered);
    text_format(out, " of the %zu may lack an answer", scale->count);
    if (scale->fill_mean)
        text_put(out, " and then counts the mean of the others");
    if (scale->fill_number) {
        text_put(out, " and then counts ");
        text_number(out, scale->fill);
    }
    text_put(out, "; the page says how far it could have gone\n");
}

static void say_modes(unsigned bits, struct text *out)
{
    const char *words = modes, *word;
    size_t length;
    text_put(out, ", asked by any of:");
    for (int at = 0; text_word(&words, &word, &length); at++)
        if (bits >> at & 1)
            text_format(out, " %.*s", (int)length, word);
}

static void say_whom(const struct lookup *lookup, struct text *out)
{
    if (lookup->has_age && isinf(lookup->oldest))
        text_format(out, ", aged %g and over", lookup->youngest);
    else if (lookup->has_age)
        text_format(out, ", aged %g to %g", lookup->youngest, lookup->oldest);
    if (lookup->sex)
        text_format(out, ", %s", lookup->sex);
    if (lookup->modes)
        say_modes(lookup->modes, out);
}

static double total_of(const struct lookup *lookup, size_t at)
{
    return lookup->froms ? lookup->froms[at] : lookup->from + (double)at;
}

/* `: 7 gives 7 … 35 gives 35`. */
static void say_ends(const struct lookup *lookup, struct text *out)
{
    size_t last = lookup->count - 1;
    text_put(out, lookup->froms ? ": from " : ": ");
    text_number(out, total_of(lookup, 0));
    text_put(out, " gives ");
    text_number(out, lookup->values[0]);
    text_put(out, lookup->froms ? " … from " : " … ");
    text_number(out, total_of(lookup, last));
    text_put(out, " gives ");
    text_number(out, lookup->values[last]);
}

static void say_states(const struct lookup *lookup, struct text *out)
{
    text_format(out, ": %zu states, %s gives ", lookup->count, lookup->states[0]);
    text_number(out, lookup->values[0]);
    text_format(out, " … %s gives ", lookup->states[lookup->count - 1]);
    text_number(out, lookup->values[lookup->count - 1]);
}

static void say_lookups(const struct scale *scale, struct text *out)
{
    if (scale->absent)
        text_format(out, "  the table, %s, is not here: %s\n", scale->absent, scale->obtain);
    for (size_t i = 0; i < scale->lookup_count; i++) {
        text_put(out, "  the total is looked up in the published table");
        say_whom(&scale->lookups[i], out);
        (scale->lookups[i].states ? say_states : say_ends)(&scale->lookups[i], out);
        text_put(out, "\n");
    }
}

static void say_bands(const struct scale *scale, struct text *out)
{
    for (size_t i = 0; i < scale->band_count; i++) {
        const struct band_set *set = &scale->bands[i];
        text_format(out, "  bands, %s: ", set->id);
        for (size_t k = 0; k < set->count; k++) {
            text_format(out, "%s%s from ", k ? ", " : "", set->steps[k].text);
            text_number(out, set->steps[k].from);
        }
        text_format(out, " (%s)\n", set->source);
    }
}

static void say_change(const struct scale *scale, struct arena *arena, struct text *out)
{
    double change;
    if (scale->own_errors && !scale_wobble(scale, &change))
        text_format(out, "  each score has its own standard error (%s)\n",
                    scale->wobble_source        ? scale->wobble_source
                    : scale->total == TOTAL_EAP ? "from the model"
                                                : "a column of its table");
    if (scale_wobble(scale, &change))
        text_format(out, "  a change of less than %s may be chance (%s%s%s)\n",
                    number_fixed(arena, change, scale->digits > 2 ? scale->digits : 2),
                    scale->wobble_r_of ? scale->wobble_r_of : "", scale->wobble_r_of ? "; " : "",
                    scale->wobble_source);
    if (scale->has_matters_person)
        text_format(out, "  a person notices a change of %s (%s)\n",
                    number_text(arena, scale->matters_person), scale->matters_source);
    if (scale->has_matters_group)
        text_format(out, "  for a group a change of %s matters (%s)\n",
                    number_text(arena, scale->matters_group), scale->matters_source);
}

static void say_norms(const struct scale *scale, struct arena *arena, struct text *out)
{
    for (size_t i = 0; i < scale->norm_count; i++) {
        const struct norm *norm = &scale->norms[i];
        text_format(out, "  beside it, %s: %s, %s", norm->id, norm_whom(norm, arena), norm->year);
        if (norm->has_mean) {
            text_put(out, ", mean ");
            text_number(out, norm->mean);
        }
        if (norm->has_sd) {
            text_put(out, ", SD ");
            text_number(out, norm->sd);
        }
        text_format(out, " (%s)\n", norm->source);
    }
}

static const char said_of_scale[] =
    "id title items points unanswered fill total times plus lookup score needs values range better "
    "digits variant own_view bands norms wobble matters graded";
void describe_scale(const struct instrument *instrument, size_t index, struct text *out)
{
    const struct scale *scale = &instrument->scales[index];
    struct value table = value_item(value_get(instrument->plugin->table, "scales"), index);
    say_scale_head(scale, out);
    say_total(instrument, scale, value_as_text(value_get(table, "total")),
              value_as_text(value_get(table, "needs")), out);
    say_missing(scale, out);
    say_lookups(scale, out);
    say_bands(scale, out);
    say_change(scale, instrument->plugin->arena, out);
    say_norms(scale, instrument->plugin->arena, out);
    if (scale->variant)
        text_format(out, "  another way of scoring %s\n", scale->variant);
    if (!scale->own_view)
        text_put(out, "  not shown on the person's own page\n");
    fields_say_rest(table, &scale_fields, said_of_scale, "  ", out);
}
