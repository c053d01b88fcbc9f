/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns and looks, from the tables of a plugin to what the record is asked. */
#include <string.h>

#include "indicator/indicator_private.h"

static void say(const struct loading *loading, const char *place, const char *sentence)
{
    plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

static void refuse_kind(const struct loading *loading, const char *place, const char *kind)
{
    const char *near = text_nearest(kind, event_kind, event_kind_count);
    if (near)
        plugin_say(loading->plugin, loading->faults, place,
                   "`%s` is not a kind of event. Did you mean `%s`? (plugins/README.md)", kind,
                   near);
    else
        plugin_say(loading->plugin, loading->faults, place,
                   "`%s` is not a kind of event (plugins/README.md)", kind);
}

static void add_kind(struct pattern *pattern, size_t *room, const char *kind, const char *subtype,
                     struct arena *arena)
{
    pattern->kinds =
        arena_grow(arena, pattern->kinds, pattern->kind_count, room, sizeof *pattern->kinds);
    pattern->kinds[pattern->kind_count++] = (struct pattern_kind){kind, subtype};
}

/* Any kind of event but the days on which nothing could be known. */
static void add_any(struct pattern *pattern, size_t *room, struct arena *arena)
{
    for (size_t i = 0; i < event_kind_count; i++)
        if (strcmp(event_kind[i], "not_observed") != 0)
            add_kind(pattern, room, event_kind[i], NULL, arena);
}

static void read_kind(struct loading *loading, const char *place, char *word,
                      struct pattern *pattern, size_t *room)
{
    char *slash = strchr(word, '/');
    if (slash)
        *slash = '\0';
    if (strcmp(word, "any") == 0 && !slash)
        add_any(pattern, room, loading->plugin->arena);
    else if (!event_kind_is(word))
        refuse_kind(loading, place, word);
    else if (slash && !text_is_code(slash + 1))
        plugin_say(loading->plugin, loading->faults, place,
                   "`%s` is not a subtype. Write letters, digits and _", slash + 1);
    else
        add_kind(pattern, room, word, slash ? slash + 1 : NULL, loading->plugin->arena);
}

static void read_kinds(struct loading *loading, struct value table, const char *place,
                       struct pattern *pattern)
{
    size_t room = 0, length;
    const char *words = value_as_text(value_item(table, 0)), *word;
    if (!words || value_count(table) != 1) {
        say(loading, place,
            "begins with the kinds of event, as one text: { \"contact request\", outcome = … }");
        return;
    }
    while (text_word(&words, &word, &length))
        read_kind(loading, place, arena_copy(loading->plugin->arena, word, length), pattern, &room);
}

static const struct condition *naming(const struct pattern *pattern, size_t field)
{
    for (size_t i = 0; i < pattern->condition_count; i++) {
        const struct condition *condition = &pattern->conditions[i];
        if (condition->field == field && !condition->negated && condition->code_count)
            return condition;
    }
    return NULL;
}

static void add_collects(struct pattern *pattern, size_t *room, const char *what,
                         const struct condition *types, struct arena *arena)
{
    size_t count = types ? types->code_count : 1;
    for (size_t i = 0; i < count; i++) {
        pattern->collects = arena_grow(arena, pattern->collects, pattern->collect_count, room,
                                       sizeof *pattern->collects);
        pattern->collects[pattern->collect_count++] =
            types ? arena_format(arena, "%s service_type=%s", what, types->codes[i]) : what;
    }
}

/* A kind does not stand for its subtypes nor for every type of service: what is named must be
 * collected. */
static void list_collects(struct pattern *pattern, struct arena *arena)
{
    const struct condition *subtypes = naming(pattern, EVENT_subtype);
    const struct condition *types = naming(pattern, EVENT_COLUMN_COUNT + TAKEN_service_type);
    size_t room = 0;
    for (size_t i = 0; i < pattern->kind_count; i++) {
        const struct pattern_kind *kind = &pattern->kinds[i];
        if (kind->subtype)
            add_collects(pattern, &room, arena_format(arena, "%s/%s", kind->kind, kind->subtype),
                         types, arena);
        else if (!subtypes)
            add_collects(pattern, &room, kind->kind, types, arena);
        for (size_t j = 0; subtypes && !kind->subtype && j < subtypes->code_count; j++)
            add_collects(pattern, &room,
                         arena_format(arena, "%s/%s", kind->kind, subtypes->codes[j]), types,
                         arena);
    }
}

static size_t read_field(struct loading *loading, const char *place, const char *name);

static void read_first(struct loading *loading, struct value table, const char *place,
                       struct pattern *pattern)
{
    const char *first = value_as_text(value_get(table, "first"));
    pattern->first = first ? read_field(loading, place, first) : RECORD_FIELDS;
    pattern->only_first = pattern->first < RECORD_FIELDS;
}

static bool read_pattern(struct loading *loading, struct value table, const char *place,
                         const struct field_set *set, struct pattern *pattern)
{
    if (!fields_check(loading->plugin, table, place, set, loading->faults))
        return false;
    read_kinds(loading, table, place, pattern);
    load_conditions(loading, table, place, pattern->kind_count == 0 ? NULL : pattern->kinds[0].kind,
                    &pattern->conditions, &pattern->condition_count);
    list_collects(pattern, loading->plugin->arena);
    read_first(loading, table, place, pattern);
    return true;
}

static size_t read_field(struct loading *loading, const char *place, const char *name)
{
    size_t field = record_field(name);
    if (field < RECORD_FIELDS)
        return field;
    const char *near = nearest_field(name);
    if (near)
        plugin_say(loading->plugin, loading->faults, place,
                   "`%s` is not a field of an event. Did you mean `%s`?", name, near);
    else
        plugin_say(loading->plugin, loading->faults, place,
                   "`%s` is not a field of an event (plugins/README.md)", name);
    return RECORD_FIELDS;
}

/* `thread service`, or `to=service`: the anchor's on the left. */
static size_t read_agreements(struct loading *loading, const char *words, const char *place,
                              struct agreement **out)
{
    size_t count = 0, room = 0, length;
    const char *word;
    *out = NULL;
    while (words && text_word(&words, &word, &length)) {
        char *left = arena_copy(loading->plugin->arena, word, length), *right = strchr(left, '=');
        if (right)
            *right++ = '\0';
        *out = arena_grow(loading->plugin->arena, *out, count, &room, sizeof **out);
        (*out)[count].anchor = read_field(loading, place, left);
        (*out)[count].other = right ? read_field(loading, place, right) : (*out)[count].anchor;
        if ((*out)[count].anchor < RECORD_FIELDS && (*out)[count].other < RECORD_FIELDS)
            count++;
    }
    return count;
}

static size_t read_recorded(struct loading *loading, const char *words, const char *place,
                            size_t **out)
{
    size_t count = 0, room = 0, length;
    const char *word;
    *out = NULL;
    while (words && text_word(&words, &word, &length)) {
        *out = arena_grow(loading->plugin->arena, *out, count, &room, sizeof **out);
        (*out)[count] =
            read_field(loading, place, arena_copy(loading->plugin->arena, word, length));
        count += (*out)[count] < RECORD_FIELDS;
    }
    return count;
}

static int setting_of(const struct loading *loading, const char *name)
{
    const struct indicator_facts *facts = &loading->indicator->facts;
    for (size_t i = 0; i < facts->setting_count; i++)
        if (strcmp(facts->settings[i].name, name) == 0 && facts->settings[i].is_number)
            return (int)i;
    return SETTING_IS_NONE;
}

static bool is_window(double days)
{
    return days >= 0 && days <= WINDOW_MOST && days == (int)days;
}

/* A setting must be a window at both its bounds, since a report may give it either. */
static void read_setting_window(struct loading *loading, const char *name,
                                struct indicator_look *look)
{
    look->setting = setting_of(loading, name);
    if (look->setting == SETTING_IS_NONE) {
        plugin_say(
            loading->plugin, loading->faults, look->place,
            "within names `%s`, which is not a setting that is a number. Add it to `settings`",
            name);
        return;
    }
    const struct indicator_setting *setting = &loading->indicator->facts.settings[look->setting];
    if (!is_window(setting->value) || !is_window(setting->from) || !is_window(setting->to))
        plugin_say(
            loading->plugin, loading->faults, look->place,
            "within takes whole days from 0 to %d; settings.%s must have `from` and `to` in these",
            WINDOW_MOST, name);
    else
        look->look.within = (int)setting->value;
}

static void read_within(struct loading *loading, struct value within, struct indicator_look *look)
{
    double days;
    look->look.within = WITHIN_ANY;
    look->setting = SETTING_IS_NONE;
    if (value_is(within, VALUE_NIL))
        return;
    if (value_as_text(within))
        read_setting_window(loading, value_as_text(within), look);
    else if (!value_as_number(within, &days) || !is_window(days))
        plugin_say(loading->plugin, loading->faults, look->place,
                   "within must be whole days from 0 to %d, or the name of a setting", WINDOW_MOST);
    else
        look->look.within = (int)days;
}

static void read_least(struct loading *loading, struct value table, struct indicator_look *look)
{
    int64_t least = 1;
    bool said = value_as_whole(value_get(table, "least"), &least);
    if (said && look->negated)
        say(loading, look->place,
            "`least` says how many must be there; here none may be. Take it out");
    if (said && look->look.next)
        say(loading, look->place, "`next` asks about one event. Take `least` or `next` out");
    if (least < 0 || least > 1000)
        say(loading, look->place, "least must be 0 to 1000");
    look->look.least = (int)least;
}

static bool says_yes(struct value value)
{
    return value_is(value, VALUE_YES_NO) && value.yes;
}

static void read_look(struct loading *loading, struct value table, struct indicator_look *look)
{
    struct look *out = &look->look;
    if (!read_pattern(loading, table, look->place, &indicator_look_fields, &out->pattern))
        return;
    out->next = says_yes(value_get(table, "next"));
    out->same_day = says_yes(value_get(table, "same_day"));
    look->otherwise = value_as_text(value_get(table, "otherwise"));
    out->same_count =
        read_agreements(loading, value_as_text(value_get(table, "same")), look->place, &out->same);
    out->differs_count = read_agreements(loading, value_as_text(value_get(table, "differs")),
                                         look->place, &out->differs);
    out->recorded_count = read_recorded(loading, value_as_text(value_get(table, "recorded")),
                                        look->place, &out->recorded);
    read_within(loading, value_get(table, "within"), look);
    read_least(loading, table, look);
}

/* One table, or a list of them. */
static size_t tables_in(struct loading *loading, const char *name, struct value *value)
{
    *value = value_get(loading->plugin->table, name);
    if (value_is(*value, VALUE_NIL))
        return 0;
    if (!value_is(*value, VALUE_TABLE)) {
        say(loading, name, "must be a table: { \"contact\", outcome = … }, or a list of such");
        return 0;
    }
    bool is_list = value_is(value_item(*value, 0), VALUE_TABLE);
    if (is_list && value->table->entry_count)
        say(loading, name,
            "is a list and has fields of its own. Move them into each table of the list");
    return is_list ? value_count(*value) : 1;
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
    struct value value;
    size_t count = tables_in(loading, "at", &value);
    if (value_is(value, VALUE_NIL))
        say(loading, "", "has no `at`. It says at which events the question is asked");
    indicator->at = arena_array(loading->plugin->arena, count + 1, sizeof *indicator->at);
    indicator->at_count = count;
    for (size_t i = 0; i < count; i++)
        read_pattern(loading, table_at(value, i), place_at(loading, "at", value, i),
                     &indicator_pattern_fields, &indicator->at[i]);
}

static void load_looks(struct loading *loading, const char *name, enum look_side side, bool negated,
                       size_t *room)
{
    struct indicator *indicator = loading->indicator;
    struct value value;
    size_t count = tables_in(loading, name, &value);
    for (size_t i = 0; i < count; i++) {
        indicator->looks = arena_grow(loading->plugin->arena, indicator->looks,
                                      indicator->look_count, room, sizeof *indicator->looks);
        struct indicator_look *look = &indicator->looks[indicator->look_count++];
        *look = (struct indicator_look){
            .side = side, .negated = negated, .place = place_at(loading, name, value, i)};
        read_look(loading, table_at(value, i), look);
    }
}

static void load_class(struct loading *loading)
{
    const char *name = value_as_text(value_get(loading->plugin->table, "class"));
    size_t field = name ? read_field(loading, "class", name) : RECORD_FIELDS;
    bool is_code = field >= EVENT_COLUMN_COUNT || event_column[field].type == COLUMN_CODE ||
                   event_column[field].type == COLUMN_YES_NO;
    if (!is_code || field == EVENT_edge)
        plugin_say(
            loading->plugin, loading->faults, "class",
            "%s is not one code an event. A class is a field with one code, as reason or subtype",
            name);
    loading->indicator->class_field = field;
}

void load_patterns(struct loading *loading)
{
    size_t room = 0;
    load_at(loading);
    load_conditions(loading, value_get(loading->plugin->table, "is"), "is", NULL,
                    &loading->indicator->is, &loading->indicator->is_count);
    load_looks(loading, "before", LOOK_BEFORE, false, &room);
    load_looks(loading, "after", LOOK_AFTER, false, &room);
    load_looks(loading, "not_before", LOOK_BEFORE, true, &room);
    load_looks(loading, "not_after", LOOK_AFTER, true, &room);
    load_class(loading);
    const char *gather = value_as_text(value_get(loading->plugin->table, "gather"));
    loading->indicator->gather = gather ? read_field(loading, "gather", gather) : FIELD_IS_NONE;
}
