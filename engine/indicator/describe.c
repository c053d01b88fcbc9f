/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator said back in sentences: its settings, where it begins and what it looks for. Read
 * from the checked table, so that everything a pattern says is said. */
#include "indicator/describe.h"

#include <string.h>

/* What a pattern may say that is no condition on a column. */
static const char no_condition[] =
    "first spell edge within same differs least same_day recorded next otherwise";

/* --- patterns -------------------------------------------------------------------------------- */

void describe_list(const char *words, const char *between, struct text *out)
{
    const char *word;
    size_t length;
    for (bool first = true; text_word(&words, &word, &length); first = false)
        text_format(out, "%s%.*s", first ? "" : between, (int)length, word);
}

static void say_condition(const char *field, const char *asked, struct text *out)
{
    if (strcmp(asked, "any") == 0)
        text_format(out, "%s is recorded", field);
    else if (strcmp(asked, "none") == 0)
        text_format(out, "%s is not recorded", field);
    else if (text_starts(asked, "none ")) {
        text_format(out, "%s is not recorded, or ", field);
        describe_list(asked + 5, " or ", out);
    } else if (text_starts(asked, "not ")) {
        text_format(out, "%s is not ", field);
        describe_list(asked + 4, " or ", out);
    } else {
        text_format(out, "%s is ", field);
        describe_list(asked, " or ", out);
    }
}

static bool is_condition(const struct value_entry *entry)
{
    return value_is(entry->value, VALUE_TEXT) && !text_has_word(no_condition, entry->key);
}

static void say_conditions(struct value table, const char *before, struct text *out)
{
    for (size_t i = 0; i < table.table->entry_count; i++) {
        const struct value_entry *entry = &table.table->entries[i];
        if (!is_condition(entry))
            continue;
        text_put(out, before);
        say_condition(entry->key, entry->value.text, out);
        before = ", ";
    }
}

/* `1`, or `{ 0, "to" }`. */
static void say_spell(struct value spell, struct text *out)
{
    bool is_table = value_is(spell, VALUE_TABLE);
    double days;
    if (!value_as_number(is_table ? value_item(spell, 0) : spell, &days))
        return;
    text_format(out, "; those with at most %.0f day%s between are one", days, days == 1 ? "" : "s");
    if (is_table)
        text_format(out, ", unless %s differs", value_as_text(value_item(spell, 1)));
}

static void say_pattern(struct value pattern, struct text *out)
{
    describe_list(value_as_text(value_item(pattern, 0)), " or ", out);
    say_conditions(pattern, " where ", out);
    const char *first = value_as_text(value_get(pattern, "first"));
    if (first)
        text_format(out, "; only the first of each %s", first);
    say_spell(value_get(pattern, "spell"), out);
    if (value_as_text(value_get(pattern, "edge")))
        text_put(out, "; it counts where it ends");
}

size_t describe_count(struct value patterns)
{
    if (!value_is(patterns, VALUE_TABLE))
        return 0;
    return value_is(value_item(patterns, 0), VALUE_TABLE) ? value_count(patterns) : 1;
}

struct value describe_pattern(struct value patterns, size_t index)
{
    return value_is(value_item(patterns, 0), VALUE_TABLE) ? value_item(patterns, index) : patterns;
}

/* --- looks ----------------------------------------------------------------------------------- */

static void say_within(struct saying *saying, struct value within)
{
    const char *name = value_as_text(within);
    double days;
    if (value_as_number(within, &days))
        text_format(saying->out, ", within %s days", number_text(saying->arena, days));
    for (size_t i = 0; name && i < saying->indicator->facts.setting_count; i++) {
        const struct indicator_setting *setting = &saying->indicator->facts.settings[i];
        if (strcmp(setting->name, name) == 0)
            text_format(saying->out, ", within %s days (%s)",
                        number_text(saying->arena, setting->value), name);
    }
}

static void say_look(struct saying *saying, const char *where, bool negated, struct value look)
{
    struct text *out = saying->out;
    double least = 1;
    value_as_number(value_get(look, "least"), &least);
    const char *same = value_as_text(value_get(look, "same"));
    const char *differs = value_as_text(value_get(look, "differs"));
    const char *otherwise = value_as_text(value_get(look, "otherwise"));
    text_format(out, "%s it ", where);
    if (negated)
        text_put(out, "there must be no ");
    else if (least == 0)
        text_put(out, "it tells, without deciding anything, how often there is a ");
    else
        text_format(out, "there must be at least %s ", number_text(saying->arena, least));
    say_pattern(look, out);
    if (same) {
        text_put(out, ", with the same ");
        describe_list(same, " and ", out);
    }
    if (differs) {
        text_put(out, ", with another ");
        describe_list(differs, " and ", out);
    }
    say_within(saying, value_get(look, "within"));
    if (value_is(value_get(look, "next"), VALUE_YES_NO))
        text_put(out, ", and it is the very next of its kind");
    if (value_is(value_get(look, "same_day"), VALUE_YES_NO))
        text_put(out, "; the same day counts even when the order is not known");
    if (otherwise)
        text_format(out, "; otherwise the class is %s", otherwise);
    text_put(out, ".\n");
}

const struct described_side describe_sides[] = {{"before", "Before", false},
                                                {"after", "After", false},
                                                {"not_before", "Before", true},
                                                {"not_after", "After", true},
                                                {NULL, NULL, false}};

/* Of the file, or of one way. */
static void say_looks(struct saying *saying, struct value table)
{
    for (const struct described_side *side = describe_sides; side->field; side++) {
        struct value looks = value_get(table, side->field);
        for (size_t k = 0; k < describe_count(looks); k++)
            say_look(saying, side->where, side->negated, describe_pattern(looks, k));
    }
}

static void say_is(struct value table, struct text *out)
{
    struct value is = value_get(table, "is");
    if (!value_is(is, VALUE_TABLE))
        return;
    text_put(out, "It must also be so that ");
    say_conditions(is, "", out);
    text_put(out, ".\n");
}

/* A way with a name alone. */
static bool asks_nothing(struct value way)
{
    return value_is(way, VALUE_TABLE) && way.table->entry_count <= 1;
}

static void say_ways(struct saying *saying)
{
    struct value ways = value_get(saying->indicator->plugin->table, "ways");
    for (size_t i = 0; i < value_count(ways); i++) {
        text_format(saying->out, "%s the class is %s.\n",
                    asks_nothing(value_item(ways, i)) ? "Otherwise"
                    : i                               ? "Otherwise, if all that follows holds,"
                                                      : "If all that follows holds,",
                    value_as_text(value_get(value_item(ways, i), "name")));
        say_is(value_item(ways, i), saying->out);
        say_looks(saying, value_item(ways, i));
    }
}

/* --- the whole ------------------------------------------------------------------------------- */

static void say_settings(struct saying *saying)
{
    for (size_t i = 0; i < saying->indicator->facts.setting_count; i++) {
        const struct indicator_setting *setting = &saying->indicator->facts.settings[i];
        text_format(saying->out, "Setting %s: ", setting->name);
        text_put(saying->out,
                 setting->is_number ? number_text(saying->arena, setting->value) : setting->word);
        if (setting->is_number && setting->from > -1e300 && setting->to < 1e300)
            text_format(saying->out, ", from %s to %s", number_text(saying->arena, setting->from),
                        number_text(saying->arena, setting->to));
        text_format(saying->out, "; %s.\n", setting->means);
    }
}

static void say_anchors(struct saying *saying)
{
    struct value at = value_get(saying->indicator->plugin->table, "at");
    for (size_t i = 0; i < describe_count(at); i++) {
        text_format(saying->out, "%s at every ", i ? "Also" : "It asks");
        say_pattern(describe_pattern(at, i), saying->out);
        text_put(saying->out, ".\n");
    }
    say_is(saying->indicator->plugin->table, saying->out);
}

static void say_measures(const struct indicator *indicator, struct text *out)
{
    if (indicator->measures == MEASURES_DAYS)
        text_put(out,
                 "It measures days until then, without those that the person asked to pause.\n");
    if (indicator->measures == MEASURES_RATE)
        text_put(out, "It measures how many there are in 100 days at risk.\n");
    if (indicator->in_community)
        text_put(out,
                 "Days in an institution, between coming and leaving, are not observed days.\n");
}

static void say_findings(struct saying *saying)
{
    const struct indicator *indicator = saying->indicator;
    const char *gather = value_as_text(value_get(indicator->plugin->table, "gather"));
    const char *class = value_as_text(value_get(indicator->plugin->table, "class"));
    if (gather)
        text_format(saying->out, "Findings alike in %s are one, with a count.\n", gather);
    if (class)
        text_format(saying->out, "The class of a finding is its %s.\n", class);
    say_measures(indicator, saying->out);
    text_format(saying->out, "It tells: %s\n", indicator->facts.tell);
    if (indicator->facts.mirrors)
        text_format(saying->out, "A good thing, printed beside %s.\n", indicator->facts.mirrors);
}

static const char said_of_file[] =
    "title version examples source mislead licence asks tell mirrors settings at is before after "
    "not_before not_after ways gather class measures at_risk";

void indicator_describe(const struct indicator *indicator, struct text *out)
{
    const struct indicator_facts *facts = &indicator->facts;
    struct saying saying = {indicator, arena_new(), out};
    text_format(out, "%s (%s, version %s)\nAsks: %s\nSource: %s.\n", facts->title, facts->id,
                facts->version, facts->asks, facts->source);
    say_settings(&saying);
    say_anchors(&saying);
    say_looks(&saying, indicator->plugin->table);
    say_ways(&saying);
    say_findings(&saying);
    fields_say_rest(indicator->plugin->table, &indicator_fields, said_of_file, "", out);
    describe_doubts(&saying);
    text_format(out, "How it may mislead: %s\n", facts->mislead);
    arena_free(saying.arena);
}
