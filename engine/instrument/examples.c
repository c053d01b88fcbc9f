/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's own examples are its tests. */
#include "instrument/examples.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"
#include "instrument/read.h"

/* --- saying ----------------------------------------------------------------------------------- */

static void say_at(const struct examples *examples, const char *place, const char *sentence)
{
    const struct plugin *plugin = examples->instrument->plugin;
    faults_add(examples->faults, "%s:%d: %s", plugin->path, plugin_line(plugin, place), sentence);
}

static char *sentence_of(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *sentence = arena_take(arena, (size_t)length + 1);
    vsnprintf(sentence, (size_t)length + 1, format, arguments);
    return sentence;
}

void examples_say(const struct examples *examples, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say_at(examples, "examples", sentence_of(examples->arena, format, arguments));
    va_end(arguments);
}

static bool wrong(const struct examples *examples, const struct example *example,
                  const char *format, ...) __attribute__((format(printf, 3, 4)));

/* `example "mostly good": …`. Always false. */
static bool wrong(const struct examples *examples, const struct example *example,
                  const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *rest = sentence_of(examples->arena, format, arguments);
    va_end(arguments);
    say_at(examples, arena_format(examples->arena, "examples[%zu]", example->index + 1),
           arena_format(examples->arena, "example \"%s\"%s", example->name, rest));
    return false;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool given_word(const struct examples *examples, const struct example *example,
                       const char *field, const char *words, const char *word, int *number)
{
    *number = word ? word_place(words, word, strlen(word)) : 0;
    return *number >= 0 ||
           wrong(examples, example, ": given.%s is \"%s\"; it is one of: %s", field, word, words);
}

static bool given_age(const struct examples *examples, struct example *example, struct value age)
{
    int64_t years = 0;
    if (age.kind == VALUE_NIL)
        return true;
    if (!value_as_whole(age, &years) || years < 0 || years > 150)
        return wrong(examples, example, ": given.age must be whole years from 0 to 150");
    example->given.age = (struct ages){true, (int)years, (int)years};
    return true;
}

static bool earlier_one(const struct examples *examples, const struct example *example,
                        struct value value, struct earlier *earlier)
{
    const struct instrument *instrument = examples->instrument;
    const char *tokens = value_as_text(value_item(value, 1));
    struct answer *answers = arena_array(examples->arena, instrument->item_count, sizeof *answers);
    int64_t days = -1;
    struct fault fault;
    if (!value_as_whole(value_item(value, 0), &days) || days < 0 || days > DAY_LAST || !tokens)
        return wrong(examples, example,
                     ": given.earlier must be { { days before, \"tokens\" }, … }");
    *earlier = (struct earlier){true, (int)days, answers};
    return instrument_read_form(instrument, example->forms, tokens, true, examples->arena, answers,
                                &fault) ||
           wrong(examples, example, ": given.earlier: %s", fault.text);
}

/* Latest first: the days rise. */
static bool given_earlier(const struct examples *examples, struct example *example,
                          struct value list)
{
    size_t count = value_count(list);
    struct earlier *all = arena_array(examples->arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        if (!earlier_one(examples, example, value_item(list, i), &all[i]))
            return false;
        else if (i && all[i].days < all[i - 1].days)
            return wrong(examples, example, ": given.earlier comes latest first, so its days rise");
    example->given.earlier = all;
    example->given.earlier_count = count;
    return true;
}

static bool read_given(const struct examples *examples, struct example *example)
{
    struct value given = value_get(example->table, "given");
    const char *form = value_as_text(value_get(given, "form"));
    example->forms = form ? form : "";
    example->given.seat = value_as_text(value_get(given, "seat"));
    example->given.sex = value_as_text(value_get(given, "sex"));
    for (size_t i = 0; given.kind == VALUE_TABLE && i < given.table->entry_count; i++)
        if (!text_has_word("age by earlier form mode seat sex", given.table->entries[i].key))
            return wrong(examples, example,
                         ": given.%s is nothing that may be given: age, by, earlier, form, mode, "
                         "seat or sex",
                         given.table->entries[i].key);
    return given_age(examples, example, value_get(given, "age")) &&
           given_earlier(examples, example, value_get(given, "earlier")) &&
           given_word(examples, example, "by", raters, value_as_text(value_get(given, "by")),
                      &example->given.by) &&
           given_word(examples, example, "mode", modes, value_as_text(value_get(given, "mode")),
                      &example->given.mode);
}

static bool names_are_scales(const struct examples *examples, const struct example *example)
{
    const struct instrument *instrument = examples->instrument;
    const char **names = arena_array(examples->arena, instrument->scale_count + 2, sizeof *names);
    bool good = true;
    for (size_t i = 0; i < instrument->scale_count; i++)
        names[i] = instrument->scales[i].id;
    names[instrument->scale_count] = "flags";
    names[instrument->scale_count + 1] = "given";
    for (size_t i = 0; i < example->table.table->entry_count; i++) {
        const char *key = example->table.table->entries[i].key;
        const char *near = text_nearest(key, names, instrument->scale_count + 2);
        if (near && strcmp(near, key) == 0)
            continue;
        good =
            near ? wrong(examples, example, ": `%s` is not a scale. Did you mean `%s`?", key, near)
                 : wrong(examples, example, ": `%s` is not a scale", key);
    }
    return good;
}

static bool read_answers(const struct examples *examples, const struct example *example,
                         const char *tokens)
{
    const struct instrument *instrument = examples->instrument;
    struct fault fault;
    size_t count = tokens_count(tokens, true);
    if (!instrument->items[instrument->item_count - 1].repeats && count != instrument->item_count)
        return wrong(examples, example, " has %zu tokens for %zu items", count,
                     instrument->item_count);
    return (instrument_read_form(instrument, example->forms, tokens, true, examples->arena,
                                 example->answers, &fault) &&
            instrument_take_seat(instrument, example->given.seat, example->answers, &fault)) ||
           wrong(examples, example, ": %s", fault.text);
}

static bool read_example(const struct examples *examples, struct example *example)
{
    const struct instrument *instrument = examples->instrument;
    const char *name = value_as_text(value_item(example->table, 0));
    const char *tokens = value_as_text(value_item(example->table, 1));
    example->name = name ? name : "";
    example->answers =
        arena_array(examples->arena, instrument->item_count, sizeof *example->answers);
    example->scores =
        arena_array(examples->arena, instrument->scale_count, sizeof *example->scores);
    if (!name || !tokens || value_count(example->table) != 2)
        return wrong(examples, example,
                     " must be { \"name\", \"tokens\", SCALE = what it comes to }");
    bool known = names_are_scales(examples, example);
    return read_given(examples, example) && read_answers(examples, example, tokens) && known;
}

/* --- comparing -------------------------------------------------------------------------------- */

struct value example_says(const struct examples *examples, const struct example *example,
                          size_t scale)
{
    struct value said = value_get(example->table, examples->instrument->scales[scale].id);
    return said.kind == VALUE_TABLE ? value_item(said, 0) : said;
}

const char *example_band(const struct examples *examples, const struct example *example,
                         size_t scale, const char *set)
{
    struct value said = value_get(example->table, examples->instrument->scales[scale].id);
    return value_as_text(value_get(said, set));
}

/* A whole number must be met exactly, one with decimals to those of its shortest form. */
static bool meets(struct arena *arena, double expected, double actual)
{
    const char *shortest = number_text(arena, expected), *point = strchr(shortest, '.');
    return point ? strcmp(number_fixed(arena, actual, (int)strlen(point + 1)), shortest) == 0
                 : actual == expected;
}

static const char *came_to(struct arena *arena, const struct score *score)
{
    if (score->category)
        return arena_format(arena, "comes to \"%s\"", score->category);
    return score->has_value ? arena_format(arena, "comes to %s", number_text(arena, score->value))
                            : arena_format(arena, "is not scored (%s)", score->reason);
}

static const char *shown(struct arena *arena, struct value said)
{
    double number;
    if (value_as_number(said, &number))
        return number_text(arena, number);
    return said.kind != VALUE_TEXT                ? "no number, value or \"not scored\""
           : strcmp(said.text, "not scored") == 0 ? "it is not scored"
                                                  : arena_format(arena, "\"%s\"", said.text);
}

static bool value_holds(const struct examples *examples, struct value said,
                        const struct score *score)
{
    double number;
    if (value_as_number(said, &number))
        return score->has_value && meets(examples->arena, number, score->value);
    if (said.kind != VALUE_TEXT)
        return false;
    return strcmp(said.text, "not scored") == 0
               ? score->reason != NULL
               : score->category && strcmp(score->category, said.text) == 0;
}

static bool bound_holds(const struct examples *examples, const struct example *example,
                        const char *scale, const char *which, struct value said,
                        const struct score *score, double bound)
{
    double number;
    if (!value_as_number(said, &number))
        return wrong(examples, example, ": %s of %s must be a number", which, scale);
    if (!score->has_range)
        return wrong(examples, example, ": %s of %s is not known", which, scale);
    return meets(examples->arena, number, bound) ||
           wrong(examples, example, ": %s of %s comes to %s, the example says %s", which, scale,
                 number_text(examples->arena, bound), number_text(examples->arena, number));
}

static bool se_holds(const struct examples *examples, const struct example *example,
                     const char *scale, struct value said, const struct score *score)
{
    double number;
    if (!value_as_number(said, &number))
        return wrong(examples, example, ": se of %s must be a number", scale);
    if (!score->has_se)
        return wrong(examples, example, ": se of %s is not known", scale);
    return meets(examples->arena, number, score->se) ||
           wrong(examples, example, ": se of %s comes to %s, the example says %s", scale,
                 number_text(examples->arena, score->se), number_text(examples->arena, number));
}

static bool reason_holds(const struct examples *examples, const struct example *example,
                         const char *scale, struct value said, const struct score *score)
{
    const char *reason = value_as_text(said);
    if (reason && score->reason && strcmp(reason, score->reason) == 0)
        return true;
    return wrong(examples, example, ": reason of %s is \"%s\", the example says \"%s\"", scale,
                 score->reason ? score->reason : "none: it is scored", reason ? reason : "no text");
}

static bool band_holds(const struct examples *examples, const struct example *example,
                       const struct scale *scale, const struct value_entry *entry,
                       const struct score *score)
{
    const struct band_set *set = NULL;
    const char *said = value_as_text(entry->value);
    for (size_t i = 0; i < scale->band_count; i++)
        if (strcmp(scale->bands[i].id, entry->key) == 0)
            set = &scale->bands[i];
    if (!set)
        return wrong(examples, example, ": %s has no set of bands called `%s`", scale->id,
                     entry->key);
    const struct step *band = score->has_value ? band_of(set, score->value) : NULL;
    if (band && said && strcmp(band->text, said) == 0)
        return true;
    return wrong(examples, example, ": %s is in the band \"%s\" of %s, the example says \"%s\"",
                 scale->id, band ? band->text : "none", set->id, said ? said : "no text");
}

static bool part_holds(const struct examples *examples, const struct example *example,
                       const struct scale *scale, const struct value_entry *entry,
                       const struct score *score)
{
    if (strcmp(entry->key, "lowest") == 0)
        return bound_holds(examples, example, scale->id, "lowest", entry->value, score,
                           score->lowest);
    if (strcmp(entry->key, "highest") == 0)
        return bound_holds(examples, example, scale->id, "highest", entry->value, score,
                           score->highest);
    if (strcmp(entry->key, "reason") == 0)
        return reason_holds(examples, example, scale->id, entry->value, score);
    if (strcmp(entry->key, "se") == 0)
        return se_holds(examples, example, scale->id, entry->value, score);
    return band_holds(examples, example, scale, entry, score);
}

static bool scale_holds(const struct examples *examples, const struct example *example,
                        size_t index)
{
    const struct scale *scale = &examples->instrument->scales[index];
    const struct score *score = &example->scores[index];
    struct value whole = value_get(example->table, scale->id);
    struct value said = example_says(examples, example, index);
    bool holds = true;
    if (whole.kind == VALUE_NIL || scale->absent)
        return true;
    if (!value_holds(examples, said, score))
        holds = wrong(examples, example, ": %s %s, the example says %s", scale->id,
                      came_to(examples->arena, score), shown(examples->arena, said));
    for (size_t i = 0; whole.kind == VALUE_TABLE && i < whole.table->entry_count; i++)
        holds = part_holds(examples, example, scale, &whole.table->entries[i], score) && holds;
    return holds;
}

static bool flags_hold(const struct examples *examples, const struct example *example)
{
    struct value said = value_get(example->table, "flags");
    const char *expected = value_as_text(said);
    const char *flags = instrument_flags(examples->instrument, example->answers, examples->arena);
    if (said.kind == VALUE_NIL || (expected && strcmp(expected, flags) == 0))
        return true;
    return wrong(examples, example, ": the items flagged are \"%s\", the example says \"%s\"",
                 flags, expected ? expected : "no text");
}

/* --- running ---------------------------------------------------------------------------------- */

/* Does it say something of a scale whose table is not here? */
static bool is_skipped(const struct examples *examples, const struct example *example)
{
    const struct instrument *instrument = examples->instrument;
    for (size_t i = 0; i < instrument->scale_count; i++)
        if (instrument->scales[i].absent &&
            value_get(example->table, instrument->scales[i].id).kind != VALUE_NIL)
            return true;
    return false;
}

static bool run(const struct examples *examples, struct example *example, struct worker *worker)
{
    const struct instrument *instrument = examples->instrument;
    struct fault fault;
    if (!read_example(examples, example))
        return false;
    example->readable = true;
    bool holds = true;
    if (!instrument_score(instrument, example->answers, &example->given, worker, true,
                          examples->arena, example->scores, &fault)) {
        faults_add(examples->faults, "%s (example \"%s\")", fault.text, example->name);
        holds = false;
    }
    for (size_t i = 0; holds && i < instrument->scale_count; i++)
        holds = scale_holds(examples, example, i);
    return flags_hold(examples, example) && holds && !is_skipped(examples, example);
}

static size_t run_all(const struct examples *examples, struct worker *worker)
{
    struct value list = value_get(examples->instrument->plugin->table, "examples");
    size_t held = 0;
    for (size_t i = 0; i < examples->count; i++) {
        examples->all[i].index = i;
        examples->all[i].table = value_item(list, i);
        if (examples->all[i].table.kind == VALUE_TABLE)
            held += run(examples, &examples->all[i], worker);
        else
            examples_say(examples, "examples[%zu] must be { \"name\", \"tokens\", … }", i + 1);
    }
    return held;
}

bool instrument_check_examples(const struct instrument *instrument, size_t *held,
                               struct faults *faults)
{
    struct arena *arena = instrument->plugin->arena;
    size_t before = faults->count,
           count = value_count(value_get(instrument->plugin->table, "examples"));
    struct examples examples = {instrument, arena_array(arena, count, sizeof *examples.all), count,
                                arena, faults};
    struct worker *worker = NULL;
    struct fault fault;
    *held = 0;
    if (instrument->has_functions && !worker_open(instrument->plugin, &worker, &fault)) {
        faults_add(faults, "%s", fault.text);
        return false;
    }
    *held = run_all(&examples, worker);
    examples_cover(&examples);
    worker_close(worker);
    return faults->count == before;
}
