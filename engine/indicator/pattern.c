/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The anchors and looks that a file declares. */
#include <string.h>

#include "indicator/indicator_private.h"
#include "record/reader.h"

static void say(const struct loading *loading, const char *place, const char *sentence)
{
    plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

static void say_of_reader(void *context, const char *place, const char *sentence)
{
    say(context, place, sentence);
}

static int setting_of(const struct loading *loading, const char *name)
{
    const struct indicator_facts *facts = &loading->indicator->facts;
    for (size_t i = 0; name && i < facts->setting_count; i++)
        if (strcmp(facts->settings[i].name, name) == 0 && facts->settings[i].is_number)
            return (int)i;
    return SETTING_IS_NONE;
}

/* A setting must be a window at both its bounds, since a report may give it either. */
static bool read_setting(void *context, const char *place, const char *name, int *days)
{
    const struct loading *loading = context;
    int number = setting_of(loading, name);
    if (number == SETTING_IS_NONE) {
        plugin_say(
            loading->plugin, loading->faults, place,
            "within names `%s`, which is not a setting that is a number. Add it to `settings`",
            name);
        return false;
    }
    const struct indicator_setting *setting = &loading->indicator->facts.settings[number];
    if (!reader_is_window(setting->value) || !reader_is_window(setting->from) ||
        !reader_is_window(setting->to)) {
        plugin_say(
            loading->plugin, loading->faults, place,
            "within takes whole days from 0 to %d; settings.%s must have `from` and `to` in these",
            WINDOW_MOST, name);
        return false;
    }
    *days = (int)setting->value;
    return true;
}

static struct reader reader_for(struct loading *loading)
{
    return (struct reader){.arena = loading->plugin->arena,
                           .context = loading,
                           .say = say_of_reader,
                           .setting = read_setting};
}

static void read_pattern(struct loading *loading, struct value table, const char *place,
                         struct pattern *pattern)
{
    struct reader reader = reader_for(loading);
    if (fields_check(loading->plugin, table, place, &indicator_pattern_fields, loading->faults))
        reader_pattern(&reader, table, place, pattern);
}

static void read_look(struct loading *loading, struct value table, struct indicator_look *look)
{
    struct reader reader = reader_for(loading);
    if (!fields_check(loading->plugin, table, look->place, &indicator_look_fields, loading->faults))
        return;
    reader_look(&reader, table, look->place, look->negated, &look->look);
    look->setting = setting_of(loading, value_as_text(value_get(table, "within")));
    look->otherwise = value_as_text(value_get(table, "otherwise"));
}

/* One table, or a list of them. */
static size_t tables_in(struct loading *loading, struct value value, const char *place)
{
    if (value_is(value, VALUE_NIL))
        return 0;
    if (!value_is(value, VALUE_TABLE)) {
        say(loading, place, "must be a table: { \"contact\", outcome = … }, or a list of such");
        return 0;
    }
    bool is_list = value_is(value_item(value, 0), VALUE_TABLE);
    if (is_list && value.table->entry_count)
        say(loading, place,
            "is a list and has fields of its own. Move them into each table of the list");
    return is_list ? value_count(value) : 1;
}

static struct value table_at(struct value value, size_t index)
{
    struct value first = value_item(value, 0);
    return value_is(first, VALUE_TABLE) ? value_item(value, index) : value;
}

static const char *place_at(struct loading *loading, const char *name, struct value value,
                            size_t index)
{
    if (!value_is(value_item(value, 0), VALUE_TABLE))
        return name;
    return arena_format(loading->plugin->arena, "%s[%zu]", name, index + 1);
}

static void load_at(struct loading *loading)
{
    struct indicator *indicator = loading->indicator;
    struct value value = value_get(loading->plugin->table, "at");
    size_t count = tables_in(loading, value, "at");
    if (value_is(value, VALUE_NIL))
        say(loading, "", "has no `at`. It says at which events the question is asked");
    indicator->at = arena_array(loading->plugin->arena, count + 1, sizeof *indicator->at);
    indicator->at_count = count;
    for (size_t i = 0; i < count; i++)
        read_pattern(loading, table_at(value, i), place_at(loading, "at", value, i),
                     &indicator->at[i]);
}

/* `before`: what stands before the name in places, `ways[1].`. */
static void load_looks(struct loading *loading, struct value table, const char *before,
                       const char *name, enum look_side side, bool negated, size_t *room)
{
    struct indicator *indicator = loading->indicator;
    struct value value = value_get(table, name);
    const char *place = arena_format(loading->plugin->arena, "%s%s", before, name);
    size_t count = tables_in(loading, value, place);
    for (size_t i = 0; i < count; i++) {
        indicator->looks = arena_grow(loading->plugin->arena, indicator->looks,
                                      indicator->look_count, room, sizeof *indicator->looks);
        struct indicator_look *look = &indicator->looks[indicator->look_count++];
        *look = (struct indicator_look){.side = side,
                                        .negated = negated,
                                        .setting = SETTING_IS_NONE,
                                        .place = place_at(loading, place, value, i)};
        read_look(loading, table_at(value, i), look);
    }
}

static void load_class(struct loading *loading)
{
    const char *name = value_as_text(value_get(loading->plugin->table, "class"));
    struct reader reader = reader_for(loading);
    size_t field = name ? reader_field(&reader, "class", name) : RECORD_FIELDS;
    bool is_code = field >= EVENT_COLUMN_COUNT || event_column[field].type == COLUMN_CODE ||
                   event_column[field].type == COLUMN_YES_NO;
    if (!is_code || field == EVENT_edge)
        plugin_say(
            loading->plugin, loading->faults, "class",
            "%s is not one code an event. A class is a field with one code, as reason or subtype",
            name);
    loading->indicator->class_field = field;
    loading->indicator->facts.class = name;
}

static void load_is(struct loading *loading, struct value table, const char *place,
                    struct condition **conditions, size_t *count)
{
    struct reader reader = reader_for(loading);
    struct value is = value_get(table, "is");
    reader_conditions(&reader, is, place, NULL, conditions, count);
    if (!value_is(value_get(is, "edge"), VALUE_NIL))
        say(loading, place,
            "edge says where the intervals of a pattern stand. Write it in `at` or in a look");
}

static void load_all_looks(struct loading *loading, struct value table, const char *before,
                           size_t *room)
{
    load_looks(loading, table, before, "before", LOOK_BEFORE, false, room);
    load_looks(loading, table, before, "after", LOOK_AFTER, false, room);
    load_looks(loading, table, before, "not_before", LOOK_BEFORE, true, room);
    load_looks(loading, table, before, "not_after", LOOK_AFTER, true, room);
}

static bool is_name_taken(const struct indicator *indicator, const char *name)
{
    for (size_t i = 0; i < indicator->way_count; i++)
        if (strcmp(indicator->ways[i].name, name) == 0)
            return true;
    return false;
}

/* One of the ways; its name is the class of what is found by it. */
static void load_way(struct loading *loading, struct value table, size_t number, size_t *room)
{
    struct indicator *indicator = loading->indicator;
    const char *place = arena_format(loading->plugin->arena, "ways[%zu]", number);
    struct way way = {.first = indicator->look_count};
    way.name = value_as_text(value_get(table, "name"));
    if (!way.name)
        return; /* said where the fields were checked */
    if (is_name_taken(indicator, way.name))
        plugin_say(loading->plugin, loading->faults, place,
                   "`%s` names an earlier way. Give each a name of its own", way.name);
    load_is(loading, table, arena_format(loading->plugin->arena, "%s.is", place), &way.is,
            &way.is_count);
    load_all_looks(loading, table, arena_format(loading->plugin->arena, "%s.", place), room);
    way.end = indicator->look_count;
    for (size_t i = way.first; i < way.end; i++)
        if (indicator->looks[i].otherwise)
            say(loading, indicator->looks[i].place,
                "`otherwise` is the class where all of it fails; a way that does not hold leaves "
                "the next. Take it out, or write the look outside of the ways");
    indicator->ways[indicator->way_count++] = way;
}

/* What always holds leaves nothing to the ways behind it. */
static void check_reached(struct loading *loading)
{
    const struct indicator *indicator = loading->indicator;
    for (size_t i = 0; i + 1 < indicator->way_count; i++)
        if (indicator->ways[i].is_count == 0 && indicator->ways[i].first == indicator->ways[i].end)
            plugin_say(loading->plugin, loading->faults,
                       arena_format(loading->plugin->arena, "ways[%zu]", i + 1),
                       "asks nothing, so it always holds and the ways behind it are never reached. "
                       "Put it last");
}

static void load_ways(struct loading *loading, size_t *room)
{
    struct value ways = value_get(loading->plugin->table, "ways");
    if (!value_is(ways, VALUE_TABLE))
        return;
    size_t count = value_count(ways), before = loading->faults->count;
    if (count < 2)
        say(loading, "ways",
            "are alternatives, so there are at least two. Write a single one "
            "without `ways`");
    if (value_as_text(value_get(loading->plugin->table, "class")))
        say(loading, "class", "is the name of the way that holds. Take `class` or `ways` out");
    loading->indicator->ways = arena_array(loading->plugin->arena, count + 1, sizeof(struct way));
    for (size_t i = 0; i < count; i++)
        load_way(loading, value_item(ways, i), i + 1, room);
    if (loading->faults->count == before)
        check_reached(loading);
}

void load_patterns(struct loading *loading)
{
    size_t room = 0;
    struct reader reader = reader_for(loading);
    struct indicator *indicator = loading->indicator;
    struct value table = loading->plugin->table;
    load_at(loading);
    load_is(loading, table, "is", &indicator->is, &indicator->is_count);
    load_all_looks(loading, table, "", &room);
    indicator->outside = indicator->look_count;
    load_ways(loading, &room);
    load_class(loading);
    const char *gather = value_as_text(value_get(loading->plugin->table, "gather"));
    loading->indicator->gather = gather ? reader_field(&reader, "gather", gather) : FIELD_IS_NONE;
    load_measures(loading);
}
