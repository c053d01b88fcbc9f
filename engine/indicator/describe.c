/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator said back in sentences: its settings, where it begins, what it looks for, and what
 * would be `cannot tell`. Read from the checked table, so that everything a pattern says is said.
 */
#include <string.h>

#include "indicator/indicator_private.h"

/* What a pattern may say that is no condition on a column. */
static const char no_condition[] =
    "first spell edge within same differs least same_day recorded next otherwise";

struct saying {
    const struct indicator *indicator;
    struct arena *arena;
    struct text *out;
};

/* --- patterns -------------------------------------------------------------------------------- */

/* "a b" as "a or b". */
static void say_list(const char *words, const char *between, struct text *out)
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
        say_list(asked + 5, " or ", out);
    } else if (text_starts(asked, "not ")) {
        text_format(out, "%s is not ", field);
        say_list(asked + 4, " or ", out);
    } else {
        text_format(out, "%s is ", field);
        say_list(asked, " or ", out);
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
    say_list(value_as_text(value_item(pattern, 0)), " or ", out);
    say_conditions(pattern, " where ", out);
    const char *first = value_as_text(value_get(pattern, "first"));
    if (first)
        text_format(out, "; only the first of each %s", first);
    say_spell(value_get(pattern, "spell"), out);
    if (value_as_text(value_get(pattern, "edge")))
        text_put(out, "; it counts where it ends");
}

/* One pattern or a list of them. */
static size_t pattern_count(struct value patterns)
{
    if (!value_is(patterns, VALUE_TABLE))
        return 0;
    return value_is(value_item(patterns, 0), VALUE_TABLE) ? value_count(patterns) : 1;
}

static struct value pattern_at(struct value patterns, size_t index)
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
        say_list(same, " and ", out);
    }
    if (differs) {
        text_put(out, ", with another ");
        say_list(differs, " and ", out);
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

static const struct side {
    const char *field, *where;
    bool negated;
} sides[] = {{"before", "Before", false},
             {"after", "After", false},
             {"not_before", "Before", true},
             {"not_after", "After", true}};
enum { SIDES = sizeof sides / sizeof *sides };

/* Of the file, or of one way. */
static void say_looks(struct saying *saying, struct value table)
{
    for (size_t i = 0; i < SIDES; i++) {
        struct value looks = value_get(table, sides[i].field);
        for (size_t k = 0; k < pattern_count(looks); k++)
            say_look(saying, sides[i].where, sides[i].negated, pattern_at(looks, k));
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

/* --- what keeps it from telling -------------------------------------------------------------- */

static void say_doubts_of_first(struct saying *saying, struct value pattern)
{
    const char *first = value_as_text(value_get(pattern, "first"));
    if (first)
        text_format(saying->out,
                    "  an earlier one may be of the same %s: too little is recorded, or those days "
                    "were not all observed (not_recorded, gap, kind_not_collected)\n",
                    first);
}

/* "thread", "to=service" as the field of the anchor. */
static bool asks_for_thread(struct value look)
{
    const char *same = value_as_text(value_get(look, "same"));
    return same && text_has_word(same, "thread");
}

static void say_doubts_of_look(struct saying *saying, const char *where, struct value look)
{
    struct text *out = saying->out;
    bool before = strcmp(where, "Before") == 0;
    double least = 1;
    value_as_number(value_get(look, "least"), &least);
    if (least == 0)
        return;
    if (!value_is(value_get(look, "within"), VALUE_NIL))
        text_format(out, "  the days %s it were not all observed (%s)\n",
                    before ? "before" : "after", before ? "gap" : "followup_short, gap");
    text_put(out, "  nobody collects ");
    say_list(value_as_text(value_item(look, 0)), " or ", out);
    text_put(out, " here (kind_not_collected)\n");
    if (asks_for_thread(look))
        text_put(out, "  neither a thread nor a need is recorded (not_recorded)\n");
    if (value_as_text(value_get(look, "recorded"))) {
        text_put(out, "  an event that may fit lacks its ");
        say_list(value_as_text(value_get(look, "recorded")), " or ", out);
        text_put(out, " (not_recorded)\n");
    }
}

/* Two looks with the same doubts say them once. */
static void say_new_doubts(struct saying *saying, const char *where, struct value look)
{
    struct text own = {0}, *whole = saying->out;
    saying->out = &own;
    say_doubts_of_look(saying, where, look);
    saying->out = whole;
    if (own.length && !strstr(whole->bytes, own.bytes))
        text_put(whole, own.bytes);
    text_free(&own);
}

static void say_doubts_of_looks(struct saying *saying, struct value table)
{
    for (size_t i = 0; i < SIDES; i++) {
        struct value looks = value_get(table, sides[i].field);
        for (size_t k = 0; k < pattern_count(looks); k++)
            say_new_doubts(saying, sides[i].where, pattern_at(looks, k));
    }
}

static void say_doubts(struct saying *saying)
{
    struct value table = saying->indicator->plugin->table;
    struct text *out = saying->out;
    text_put(out, "Cannot tell when\n");
    if (value_is(value_get(table, "is"), VALUE_TABLE))
        text_put(out, "  what must also be so of it is not recorded (not_recorded)\n");
    struct value at = value_get(table, "at");
    for (size_t i = 0; i < pattern_count(at); i++)
        say_doubts_of_first(saying, pattern_at(at, i));
    say_doubts_of_looks(saying, table);
    struct value ways = value_get(table, "ways");
    for (size_t i = 0; i < value_count(ways); i++)
        say_doubts_of_looks(saying, value_item(ways, i));
    if (value_count(ways))
        text_put(out, "  it is open whether an earlier way holds, though a later one does\n");
    if (saying->indicator->measures == MEASURES_DAYS)
        text_put(out, "  it has not come yet (still_waiting)\n");
    text_put(out, "  a date that decides is not exact (date_not_exact), or two events of one day "
                  "have no order (order_unknown)\n"
                  "  nothing happened that could be asked about, and that is not sure either "
                  "(no_anchor)\n");
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
    for (size_t i = 0; i < pattern_count(at); i++) {
        text_format(saying->out, "%s at every ", i ? "Also" : "It asks");
        say_pattern(pattern_at(at, i), saying->out);
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
    say_doubts(&saying);
    text_format(out, "How it may mislead: %s\n", facts->mislead);
    arena_free(saying.arena);
}
