/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be answered: labels with codes, a range of numbers, or words. */
#include <math.h>
#include <string.h>

#include "instrument/loader.h"

static const char *number(const struct loader *loader, double value)
{
    return number_text(loader->arena, value);
}

/* A list of finite numbers, exactly `count` of them. */
static bool numbers(const struct loader *loader, struct value list, const char *place, size_t count,
                    double **out)
{
    bool all = list.kind == VALUE_TABLE;
    *out = arena_array(loader->arena, count, sizeof **out);
    if (all && value_count(list) != count) {
        plugin_say_of(loader->plugin, loader->faults, place, "has %zu values for %zu options",
                      value_count(list), count);
        return false;
    }
    for (size_t i = 0; all && i < count; i++)
        all = value_as_number(value_item(list, i), &(*out)[i]);
    if (!all)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be a list of numbers, one for each option");
    return all;
}

bool points_load(const struct loader *loader, struct value points, const char *place,
                 const struct item *item, double **out)
{
    size_t count = item_choices(item);
    double *printed;
    if (!count) {
        plugin_say_of(
            loader->plugin, loader->faults, place,
            "is for `%s`, which has no options to be worth something. Steps are not followed "
            "by this version; give whole numbers from `from` to `to`",
            item->id);
        return false;
    }
    if (!numbers(loader, points, place, count, &printed))
        return false;
    *out = arena_array(loader->arena, count, sizeof **out);
    for (size_t i = 0; i < count; i++)
        (*out)[i] = printed[item->options ? item->options[i].printed : i];
    return true;
}

static bool one_code_each(const struct loader *loader, const struct item *item, const char *place)
{
    for (size_t i = 1; i < item->option_count; i++)
        if (item->options[i].code == item->options[i - 1].code) {
            plugin_say_of(loader->plugin, loader->faults, place, "gives two options the code %s",
                          number(loader, item->options[i].code));
            return false;
        }
    return true;
}

/* Rising codes, whatever order they are printed in. */
static void sort_options(struct item *item)
{
    for (size_t i = 1; i < item->option_count; i++) {
        struct choice moved = item->options[i];
        size_t at = i;
        for (; at && item->options[at - 1].code > moved.code; at--)
            item->options[at] = item->options[at - 1];
        item->options[at] = moved;
    }
}

static bool label_texts(const struct loader *loader, struct value answers, const char *place,
                        struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++) {
        const char *label = value_as_text(value_item(answers, i));
        if (!label || !*label) {
            plugin_say_of(loader->plugin, loader->faults, place,
                          "has a label that is no text, number %zu. Write what the person reads",
                          i + 1);
            return false;
        }
        item->options[i] = (struct choice){.label = label, .printed = i};
    }
    return true;
}

static bool labels_load(const struct loader *loader, struct value answers, const char *place,
                        struct item *item)
{
    double *codes = NULL, from = 1;
    struct value given = value_get(answers, "codes");
    item->option_count = value_count(answers);
    item->options = arena_array(loader->arena, item->option_count, sizeof *item->options);
    if (value_get(answers, "unit").kind != VALUE_NIL) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has labels and `unit`. A unit is of a number; write it into the labels");
        return false;
    }
    if (value_get(answers, "to").kind != VALUE_NIL ||
        value_get(answers, "step").kind != VALUE_NIL) {
        plugin_say_of(
            loader->plugin, loader->faults, place,
            "has labels and `to` or `step`. Labels count up from `from`; leave the others out");
        return false;
    }
    if (!label_texts(loader, answers, place, item) ||
        (given.kind != VALUE_NIL &&
         !numbers(loader, given, arena_format(loader->arena, "%s.codes", place), item->option_count,
                  &codes)))
        return false;
    value_as_number(value_get(answers, "from"), &from);
    for (size_t i = 0; i < item->option_count; i++)
        item->options[i].code = codes ? codes[i] : from + (double)i;
    sort_options(item);
    item->from = item->options[0].code;
    item->to = item->options[item->option_count - 1].code;
    return one_code_each(loader, item, place);
}

static bool range_of_numbers_load(const struct loader *loader, struct value answers,
                                  const char *place, struct item *item)
{
    item->from = 1;
    item->to = INFINITY;
    item->step = 1;
    bool from = value_as_number(value_get(answers, "from"), &item->from);
    bool to = value_as_number(value_get(answers, "to"), &item->to);
    value_as_number(value_get(answers, "step"), &item->step);
    item->unit = value_as_text(value_get(answers, "unit"));
    double steps = (item->to - item->from) / item->step;
    if (!from && !to)
        plugin_say_of(
            loader->plugin, loader->faults, place,
            "has no labels and no `from` or `to`. Write the labels, or the lowest and highest "
            "number");
    else if (value_get(answers, "codes").kind != VALUE_NIL)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has `codes` without labels; this version follows them beside labels only");
    else if (!(item->step > 0) || !(item->to > item->from))
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must rise: from %s to %s in steps of %s", number(loader, item->from),
                      to ? number(loader, item->to) : "no end", number(loader, item->step));
    else if (to && fabs(steps - round(steps)) > 1e-9)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "never reaches %s in steps of %s from %s", number(loader, item->to),
                      number(loader, item->step), number(loader, item->from));
    else
        return true;
    return false;
}

/* `x = "does not apply"` or `u = { 9, "not known" }`. */
static bool printed_none_load(const struct loader *loader, struct value value, const char *place,
                              const struct item *item, struct printed_none *none)
{
    size_t choice;
    none->label = value_as_text(value);
    if (none->label || value.kind == VALUE_NIL)
        return true;
    none->has_code = value_as_number(value_item(value, 0), &none->code);
    none->label = value_as_text(value_item(value, 1));
    if (!none->has_code || !none->label || value_count(value) != 2)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be the option's text, or its code and text: { 9, \"not known\" }");
    else if (item_choice(item, none->code, &choice) ||
             (!item_choices(item) && none->code >= item->from && none->code <= item->to))
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is the code %s, which is also an answer", number(loader, none->code));
    else
        return true;
    return false;
}

static bool printed_nones_load(const struct loader *loader, struct value answers, const char *place,
                               struct item *item)
{
    static const struct {
        const char *name;
        enum no_answer kind;
    } names[] = {{"missing", MISSING},
                 {"d", DECLINED},
                 {"u", UNKNOWN},
                 {"n", NOT_ASKED},
                 {"x", NOT_APPLICABLE}};
    bool good = true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        good = printed_none_load(loader, value_get(answers, names[i].name),
                                 arena_format(loader->arena, "%s.%s", place, names[i].name), item,
                                 &item->printed_none[names[i].kind]) &&
               good;
    return good;
}

static bool answers_text(const struct loader *loader, const char *word, const char *place,
                         struct item *item)
{
    item->words = strcmp(word, "words") == 0;
    if (strcmp(word, "time") == 0)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is \"time\"; this version does not read times of day yet");
    else if (!item->words)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is \"%s\"; it must be a list of labels, { from =, to = } or \"words\"",
                      word);
    return item->words;
}

bool answers_load(const struct loader *loader, struct value answers, const char *place,
                  struct item *item)
{
    struct value points = value_get(answers, "points");
    if (answers.kind == VALUE_TEXT)
        return answers_text(loader, answers.text, place, item);
    if (answers.kind != VALUE_TABLE) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be a list of labels, { from =, to = } or \"words\"");
        return false;
    }
    if (!fields_check(loader->plugin, answers, place, &answers_fields, loader->faults))
        return false;
    struct value unordered = value_get(answers, "unordered");
    item->unordered = unordered.kind == VALUE_YES_NO && unordered.yes;
    bool good = value_count(answers) ? labels_load(loader, answers, place, item)
                                     : range_of_numbers_load(loader, answers, place, item);
    good = good && printed_nones_load(loader, answers, place, item);
    if (good && points.kind != VALUE_NIL)
        good = points_load(loader, points, arena_format(loader->arena, "%s.points", place), item,
                           &item->points);
    return good;
}
