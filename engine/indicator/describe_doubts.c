/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps an indicator from telling, in sentences, each with the word that `findings` has for
 * it.
 */
#include <string.h>

#include "indicator/describe.h"

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
    describe_list(value_as_text(value_item(look, 0)), " or ", out);
    text_put(out, " here (kind_not_collected)\n");
    if (asks_for_thread(look))
        text_put(out, "  neither a thread nor a need is recorded (not_recorded)\n");
    if (value_as_text(value_get(look, "recorded"))) {
        text_put(out, "  an event that may fit lacks its ");
        describe_list(value_as_text(value_get(look, "recorded")), " or ", out);
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
    for (const struct described_side *side = describe_sides; side->field; side++) {
        struct value looks = value_get(table, side->field);
        for (size_t k = 0; k < describe_count(looks); k++)
            say_new_doubts(saying, side->where, describe_pattern(looks, k));
    }
}

/* Of the file, or of one of its ways. */
static bool has_is(struct value table)
{
    struct value ways = value_get(table, "ways");
    bool has = value_is(value_get(table, "is"), VALUE_TABLE);
    for (size_t i = 0; i < value_count(ways); i++)
        has = has || value_is(value_get(value_item(ways, i), "is"), VALUE_TABLE);
    return has;
}

static void say_doubts_of_declared(struct saying *saying)
{
    struct value table = saying->indicator->plugin->table;
    struct text *out = saying->out;
    if (has_is(table))
        text_put(out, "  what must also be so of it is not recorded (not_recorded)\n");
    struct value at = value_get(table, "at");
    for (size_t i = 0; i < describe_count(at); i++)
        say_doubts_of_first(saying, describe_pattern(at, i));
    say_doubts_of_looks(saying, table);
    struct value ways = value_get(table, "ways");
    for (size_t i = 0; i < value_count(ways); i++)
        say_doubts_of_looks(saying, value_item(ways, i));
    if (value_count(ways))
        text_put(out, "  it is open whether an earlier way holds, though a later one does\n");
    if (saying->indicator->measures == MEASURES_DAYS)
        text_put(out, "  it has not come yet (still_waiting)\n");
}

/* Of a function the source tells what it asks, and which answers it gives itself. */
static bool asks_what_may_be_unrecorded(const struct plugin *plugin)
{
    return plugin_gives(plugin, "same", "thread") || plugin_gives(plugin, "recorded", NULL) ||
           plugin_gives(plugin, "first", NULL) || plugin_asks_for(plugin, "groups") ||
           plugin_asks_for(plugin, "not_recorded");
}

static void say_doubts_of_function(struct saying *saying)
{
    const struct plugin *plugin = saying->indicator->plugin;
    struct text *out = saying->out;
    bool after = plugin_asks_for(plugin, "after") || plugin_asks_for(plugin, "none_after");
    text_format(out, "  the days that it asks about were not all observed (%sgap)\n",
                after ? "followup_short, " : "");
    text_put(out, "  nobody collects ");
    describe_list(saying->indicator->reads, " or ", out);
    text_put(out, " here (kind_not_collected)\n");
    if (asks_what_may_be_unrecorded(plugin))
        text_put(out, "  what it asks for is not recorded (not_recorded)\n");
    if (plugin_asks_for(plugin, "still_waiting"))
        text_put(out, "  it has not come yet (still_waiting)\n");
    if (plugin_asks_for(plugin, "declined"))
        text_put(out, "  it was declined to say (declined)\n");
}

void describe_doubts(struct saying *saying)
{
    text_put(saying->out, "Cannot tell when\n");
    if (saying->indicator->reads)
        say_doubts_of_function(saying);
    else
        say_doubts_of_declared(saying);
    text_put(saying->out,
             "  a date that decides is not exact (date_not_exact), or two events of one day have "
             "no order (order_unknown)\n"
             "  nothing happened that could be asked about, and that is not sure either: not every "
             "day was observed (gap), nobody collects it here (kind_not_collected), or no day was "
             "observed at all (no_anchor)\n");
}
