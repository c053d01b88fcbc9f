/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ground/text.h"

void reader_say(const struct reader *reader, const char *place, const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    reader->say(reader->context, place, sentence);
}

/* --- fields ----------------------------------------------------------------------------------- */

const char *reader_nearest_field(const char *name)
{
    const char *names[RECORD_FIELDS];
    for (size_t i = 0; i < RECORD_FIELDS; i++)
        names[i] = record_field_name(i);
    return text_nearest(name, names, RECORD_FIELDS);
}

size_t reader_field(const struct reader *reader, const char *place, const char *name)
{
    size_t field = record_field(name);
    if (field < RECORD_FIELDS)
        return field;
    const char *near = reader_nearest_field(name);
    if (near)
        reader_say(reader, place, "`%s` is not a field of an event. Did you mean `%s`?", name,
                   near);
    else
        reader_say(reader, place, "`%s` is not a field of an event (plugins/README.md)", name);
    return RECORD_FIELDS;
}

/* --- kinds ------------------------------------------------------------------------------------ */

static void refuse_kind(const struct reader *reader, const char *place, const char *kind)
{
    const char *near = text_nearest(kind, event_kind, event_kind_count);
    if (near)
        reader_say(reader, place,
                   "`%s` is not a kind of event. Did you mean `%s`? (plugins/README.md)", kind,
                   near);
    else
        reader_say(reader, place, "`%s` is not a kind of event (plugins/README.md)", kind);
}

static void add_kind(struct pattern *pattern, size_t *room, const char *kind, const char *subtype,
                     struct arena *arena)
{
    pattern->kinds =
        arena_grow(arena, pattern->kinds, pattern->kind_count, room, sizeof *pattern->kinds);
    pattern->kinds[pattern->kind_count++] = (struct pattern_kind){kind, subtype};
}

static bool is_read(const struct reader *reader, const char *kind)
{
    return !reader->reads || text_has_word(reader->reads, kind);
}

/* Any kind of event but the days on which nothing could be known. */
static void add_any(const struct reader *reader, struct pattern *pattern, size_t *room)
{
    for (size_t i = 0; i < event_kind_count; i++)
        if (strcmp(event_kind[i], "not_observed") != 0 && is_read(reader, event_kind[i]))
            add_kind(pattern, room, event_kind[i], NULL, reader->arena);
}

static void read_kind(const struct reader *reader, const char *place, char *word,
                      struct pattern *pattern, size_t *room)
{
    char *slash = strchr(word, '/');
    if (slash)
        *slash = '\0';
    if (strcmp(word, "any") == 0 && !slash)
        add_any(reader, pattern, room);
    else if (!event_kind_is(word))
        refuse_kind(reader, place, word);
    else if (!is_read(reader, word))
        reader_say(reader, place, "`%s` is not among the kinds in `reads`. Add it there", word);
    else if (slash && !text_is_code(slash + 1))
        reader_say(reader, place, "`%s` is not a subtype. Write letters, digits and _", slash + 1);
    else
        add_kind(pattern, room, word, slash ? slash + 1 : NULL, reader->arena);
}

static void read_kinds(const struct reader *reader, struct value table, const char *place,
                       struct pattern *pattern)
{
    size_t room = 0, length;
    const char *words = value_as_text(value_item(table, 0)), *word;
    if (!words || value_count(table) != 1) {
        reader_say(
            reader, place,
            "begins with the kinds of event, as one text: { \"contact request\", outcome = … }");
        return;
    }
    while (text_word(&words, &word, &length))
        read_kind(reader, place, arena_copy(reader->arena, word, length), pattern, &room);
}

/* --- what must be collected ------------------------------------------------------------------- */

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

/* --- patterns and looks ----------------------------------------------------------------------- */

static void read_first(const struct reader *reader, struct value table, const char *place,
                       struct pattern *pattern)
{
    const char *first = value_as_text(value_get(table, "first"));
    pattern->first = first ? reader_field(reader, place, first) : RECORD_FIELDS;
    pattern->only_first = pattern->first < RECORD_FIELDS;
}

static bool read_spell_days(struct value value, struct pattern *pattern)
{
    double days;
    pattern->spells = value_as_number(value, &days) && reader_is_window(days);
    pattern->spell = pattern->spells ? (int)days : 0;
    return pattern->spells;
}

/* `1`, or `{ 0, "to" }`, which keeps those apart that differ in a field. */
static void read_spell(const struct reader *reader, struct value table, const char *place,
                       struct pattern *pattern)
{
    struct value spell = value_get(table, "spell");
    bool is_table = value_is(spell, VALUE_TABLE);
    const char *apart = is_table ? value_as_text(value_item(spell, 1)) : NULL;
    if (value_is(spell, VALUE_NIL))
        return;
    if (!read_spell_days(is_table ? value_item(spell, 0) : spell, pattern) ||
        (is_table && (!apart || value_count(spell) != 2 || spell.table->entry_count)))
        reader_say(reader, place,
                   "spell must be whole days from 0 to %d, or days and a field that keeps apart: { "
                   "0, \"to\" }",
                   WINDOW_MOST);
    pattern->apart = apart ? reader_field(reader, place, apart) : RECORD_FIELDS;
    pattern->keeps_apart = pattern->apart < RECORD_FIELDS;
}

static void read_edge(const struct reader *reader, struct value table, const char *place,
                      struct pattern *pattern)
{
    const char *edge = value_as_text(value_get(table, "edge"));
    pattern->at_end = edge && strcmp(edge, "end") == 0;
    if (edge && !pattern->at_end)
        reader_say(reader, place,
                   "edge can only be \"end\": an interval stands where it ends. Where it begins it "
                   "stands without");
}

void reader_pattern(const struct reader *reader, struct value table, const char *place,
                    struct pattern *pattern)
{
    read_kinds(reader, table, place, pattern);
    reader_conditions(reader, table, place,
                      pattern->kind_count == 0 ? NULL : pattern->kinds[0].kind,
                      &pattern->conditions, &pattern->condition_count);
    list_collects(pattern, reader->arena);
    read_first(reader, table, place, pattern);
    read_spell(reader, table, place, pattern);
    read_edge(reader, table, place, pattern);
}

/* `thread service`, or `to=service`: the anchor's on the left. */
static size_t read_agreements(const struct reader *reader, const char *words, const char *place,
                              struct agreement **out)
{
    size_t count = 0, room = 0, length;
    const char *word;
    *out = NULL;
    while (words && text_word(&words, &word, &length)) {
        char *left = arena_copy(reader->arena, word, length), *right = strchr(left, '=');
        if (right)
            *right++ = '\0';
        *out = arena_grow(reader->arena, *out, count, &room, sizeof **out);
        (*out)[count].anchor = reader_field(reader, place, left);
        (*out)[count].other = right ? reader_field(reader, place, right) : (*out)[count].anchor;
        if ((*out)[count].anchor < RECORD_FIELDS && (*out)[count].other < RECORD_FIELDS)
            count++;
    }
    return count;
}

static size_t read_recorded(const struct reader *reader, const char *words, const char *place,
                            size_t **out)
{
    size_t count = 0, room = 0, length;
    const char *word;
    *out = NULL;
    while (words && text_word(&words, &word, &length)) {
        *out = arena_grow(reader->arena, *out, count, &room, sizeof **out);
        (*out)[count] = reader_field(reader, place, arena_copy(reader->arena, word, length));
        count += (*out)[count] < RECORD_FIELDS;
    }
    return count;
}

bool reader_is_window(double days)
{
    return days >= 0 && days <= WINDOW_MOST && days == (int)days;
}

static void read_within(const struct reader *reader, struct value within, const char *place,
                        struct look *look)
{
    double days;
    look->within = WITHIN_ANY;
    if (value_is(within, VALUE_NIL))
        return;
    if (value_as_text(within))
        reader->setting(reader->context, place, value_as_text(within), &look->within);
    else if (!value_as_number(within, &days) || !reader_is_window(days))
        reader_say(reader, place,
                   "within must be whole days from 0 to %d, or the name of a setting", WINDOW_MOST);
    else
        look->within = (int)days;
}

static void read_least(const struct reader *reader, struct value table, const char *place,
                       bool negated, struct look *look)
{
    int64_t least = 1;
    bool said = value_as_whole(value_get(table, "least"), &least);
    if (said && negated)
        reader_say(reader, place,
                   "`least` says how many must be there; here none may be. Take it out");
    if (said && look->next)
        reader_say(reader, place, "`next` asks about one event. Take `least` or `next` out");
    if (least < 0 || least > 1000)
        reader_say(reader, place, "least must be 0 to 1000");
    look->least = (int)least;
}

/* A spell is made of events that surely fit; these two ask about single ones. */
static void check_spell(const struct reader *reader, const char *place, const struct look *look)
{
    if (look->pattern.spells && look->next)
        reader_say(reader, place,
                   "`next` asks about one event, a spell is several. Take `next` or `spell` out");
    if (look->pattern.spells && look->recorded_count)
        reader_say(
            reader, place,
            "`recorded` asks about one event, a spell is several. Take `recorded` or `spell` "
            "out");
}

static bool says_yes(struct value value)
{
    return value_is(value, VALUE_YES_NO) && value.yes;
}

void reader_look(const struct reader *reader, struct value table, const char *place, bool negated,
                 struct look *look)
{
    reader_pattern(reader, table, place, &look->pattern);
    look->next = says_yes(value_get(table, "next"));
    look->same_day = says_yes(value_get(table, "same_day"));
    look->same_count =
        read_agreements(reader, value_as_text(value_get(table, "same")), place, &look->same);
    look->differs_count =
        read_agreements(reader, value_as_text(value_get(table, "differs")), place, &look->differs);
    look->recorded_count =
        read_recorded(reader, value_as_text(value_get(table, "recorded")), place, &look->recorded);
    read_within(reader, value_get(table, "within"), place, look);
    read_least(reader, table, place, negated, look);
    check_spell(reader, place, look);
}
