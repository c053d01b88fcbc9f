/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence of a finding: read once into pieces, checked so that every finding can be told. */
#include <string.h>

#include "indicator/indicator_private.h"
#include "record/reader.h"

#define A_FUNCTION_COUNTS "{%s} cannot be filled: a function gives its number as {value}"

struct telling {
    struct loading *loading;
    size_t room;
    int optional, brackets; /* the open bracket, and how many there were */
};

static void say(const struct telling *telling, const char *sentence, const char *name)
{
    plugin_say(telling->loading->plugin, telling->loading->faults, "tell", sentence, name);
}

static struct part *add(struct telling *telling, enum part_kind kind)
{
    struct indicator *indicator = telling->loading->indicator;
    indicator->parts = arena_grow(telling->loading->plugin->arena, indicator->parts,
                                  indicator->part_count, &telling->room, sizeof *indicator->parts);
    struct part *part = &indicator->parts[indicator->part_count++];
    *part = (struct part){.kind = kind, .optional = telling->optional};
    return part;
}

/* The ways in which it may be so; where there are none, one without a name. */
static size_t ways_of(const struct indicator *indicator)
{
    return indicator->way_count ? indicator->way_count : 1;
}

static const struct way *way_at(const struct indicator *indicator, size_t index)
{
    return indicator->way_count ? &indicator->ways[index] : NULL;
}

/* Which look `after2` names: in each way the second `after` that counts in it, those outside of the
 * ways first. False: no way has one. */
static bool look_named(const struct indicator *indicator, const char *name, enum look_side *side,
                       size_t *nth)
{
    *side = text_starts(name, "after") ? LOOK_AFTER : LOOK_BEFORE;
    const char *digits = name + (*side == LOOK_AFTER ? strlen("after") : strlen("before"));
    int64_t number = 1;
    *nth = 0;
    if (indicator->reads)
        return strcmp(name, "after") == 0; /* the last event cited */
    if (*digits && (!text_whole(digits, &number) || number < 2))
        return false;
    *nth = (size_t)number - 1;
    for (size_t i = 0; i < ways_of(indicator); i++)
        if (look_in_force(indicator, way_at(indicator, i), *side, *nth) < indicator->look_count)
            return true;
    return false;
}

static bool way_has_deciding_look(const struct indicator *indicator, const struct way *way)
{
    for (size_t i = 0; i < indicator->look_count; i++)
        if (look_decides(&indicator->looks[i]) && look_is_in_force(indicator, way, i))
            return true;
    return false;
}

static size_t ways_with_deciding_look(const struct indicator *indicator)
{
    size_t count = 0;
    for (size_t i = 0; i < ways_of(indicator); i++)
        count += way_has_deciding_look(indicator, way_at(indicator, i));
    return count;
}

static bool asks_recorded(const struct condition *conditions, size_t count, size_t field)
{
    for (size_t i = 0; i < count; i++)
        if (conditions[i].field == field && !conditions[i].negated && !conditions[i].none)
            return true;
    return false;
}

/* `crisis/ae_attendance` names the subtype as a condition does. */
static bool always_says(const struct pattern *pattern, size_t field)
{
    bool subtypes = field == EVENT_subtype && pattern->kind_count > 0;
    for (size_t i = 0; i < pattern->kind_count; i++)
        subtypes = subtypes && pattern->kinds[i].subtype;
    return subtypes || asks_recorded(pattern->conditions, pattern->condition_count, field);
}

static bool agreed(const struct look *look, size_t field, bool anchor)
{
    for (size_t i = 0; i < look->same_count; i++)
        if (look->same[i].anchor != EVENT_thread &&
            (anchor ? look->same[i].anchor : look->same[i].other) == field)
            return true;
    return false;
}

static bool anchor_has(const struct indicator *indicator, size_t field)
{
    if (asks_recorded(indicator->is, indicator->is_count, field))
        return true;
    for (size_t i = 0; i < indicator->look_count; i++)
        if (look_decides(&indicator->looks[i]) && agreed(&indicator->looks[i].look, field, true))
            return true;
    bool all = indicator->at_count > 0;
    for (size_t i = 0; i < indicator->at_count; i++)
        all = all && always_says(&indicator->at[i], field);
    return all;
}

static bool look_has(const struct indicator_look *look, size_t field)
{
    return look_decides(look) &&
           (agreed(&look->look, field, false) || always_says(&look->look.pattern, field));
}

/* Of a look that each way has. */
static bool is_filled_in(const struct indicator *indicator, const struct way *way,
                         const struct part *part)
{
    size_t at = look_in_force(indicator, way, part->side, part->nth);
    if (at == indicator->look_count)
        return false;
    const struct indicator_look *look = &indicator->looks[at];
    return part->kind == PART_DATE ? look_decides(look) : look_has(look, part->field);
}

static bool is_filled_in_all(const struct indicator *indicator, const struct part *part)
{
    for (size_t i = 0; i < ways_of(indicator); i++)
        if (!is_filled_in(indicator, way_at(indicator, i), part))
            return false;
    return true;
}

/* Is this filled in every finding? What a function cites is known only once it has:
 * examples show it. */
static bool is_always_filled(const struct indicator *indicator, const struct part *part)
{
    if (indicator->reads)
        return true;
    switch (part->kind) {
    case PART_FIELD:
        return part->of_anchor ? anchor_has(indicator, part->field)
                               : is_filled_in_all(indicator, part);
    case PART_DATE:
        return part->of_anchor || is_filled_in_all(indicator, part);
    case PART_LOOK_COUNT:
        return false; /* not all of its days may have been seen */
    case PART_COUNT:
        return indicator->measures == MEASURES_RATE || indicator->gather != FIELD_IS_NONE;
    case PART_UNIT:
        return indicator->measures != MEASURES_RATE;
    case PART_VALUE:
        if (indicator->measures == MEASURES_RATE || indicator->gather != FIELD_IS_NONE)
            return indicator->measures != MEASURES_RATE; /* how long was at risk may be open */
        return ways_with_deciding_look(indicator) == ways_of(indicator);
    case PART_DAYS:
        return ways_with_deciding_look(indicator) == ways_of(indicator);
    case PART_CLASS:
        return indicator->way_count || anchor_has(indicator, indicator->class_field);
    default:
        return true;
    }
}

/* Why a field is never printed, or NULL. */
static const char *unprintable(size_t field)
{
    if (field == EVENT_worker)
        return "{%s}: a worker can be compared, never printed. Leave it out";
    if (field < EVENT_COLUMN_COUNT && event_column[field].type == COLUMN_WORDS)
        return "{%s}: a person's own words are never in a finding. Leave it out";
    return NULL;
}

/* `whose`: the anchor, or which look. */
static void read_field(struct telling *telling, const char *holder, const char *name,
                       struct part whose)
{
    size_t field = record_field(name);
    bool reads = telling->loading->indicator->reads;
    if (strcmp(name, "date") == 0)
        whose.kind = PART_DATE;
    else if (strcmp(name, "count") == 0 && !whose.of_anchor && reads)
        say(telling, A_FUNCTION_COUNTS, holder);
    else if (strcmp(name, "count") == 0 && !whose.of_anchor)
        whose.kind = PART_LOOK_COUNT;
    else if (field == RECORD_FIELDS && reader_nearest_field(name))
        plugin_say(telling->loading->plugin, telling->loading->faults, "tell",
                   "{%s} is not a field of an event. Did you mean `%s`?", holder,
                   reader_nearest_field(name));
    else if (field == RECORD_FIELDS)
        say(telling, "{%s} is not a field of an event (plugins/README.md)", holder);
    else if (unprintable(field))
        say(telling, unprintable(field), holder);
    else {
        whose.kind = PART_FIELD;
        whose.field = field;
    }
    whose.optional = telling->optional;
    if (whose.kind != PART_TEXT)
        *add(telling, whose.kind) = whose;
}

static void read_setting(struct telling *telling, const char *holder, const char *name)
{
    const struct indicator_facts *facts = &telling->loading->indicator->facts;
    for (size_t i = 0; i < facts->setting_count; i++)
        if (strcmp(facts->settings[i].name, name) == 0) {
            add(telling, PART_SETTING)->field = i;
            return;
        }
    say(telling, "{%s} is not among `settings`", holder);
}

static void read_dotted(struct telling *telling, const char *holder, char *owner, const char *name)
{
    struct part whose = {.kind = PART_TEXT, .of_anchor = strcmp(owner, "at") == 0};
    bool looks = text_starts(owner, "after") || text_starts(owner, "before");
    if (strcmp(owner, "settings") == 0)
        read_setting(telling, holder, name);
    else if (!whose.of_anchor && !looks)
        say(telling, "{%s} is not known. Begin with at, after, before or settings", holder);
    else if (looks && !look_named(telling->loading->indicator, owner, &whose.side, &whose.nth))
        say(telling, "{%s} cannot be filled: the file has no such look", holder);
    else
        read_field(telling, holder, name, whose);
}

static void read_number(struct telling *telling, const char *holder, enum part_kind kind)
{
    const struct indicator *indicator = telling->loading->indicator;
    bool looks = ways_with_deciding_look(indicator) > 0;
    bool gathers = indicator->gather != FIELD_IS_NONE || indicator->measures == MEASURES_RATE;
    bool lacks = kind == PART_CLASS
                     ? indicator->class_field == FIELD_IS_NONE && !indicator->way_count
                 : kind == PART_DAYS ? !looks
                                     : !looks && !gathers;
    if (indicator->reads && kind == PART_COUNT)
        say(telling, A_FUNCTION_COUNTS, holder);
    else if (!indicator->reads && lacks)
        say(telling,
            kind == PART_CLASS ? "{%s} cannot be filled: the file has no `class`"
                               : "{%s} cannot be filled: nothing is looked for before or after",
            holder);
    else
        add(telling, kind);
}

static void read_holder(struct telling *telling, const char *holder)
{
    static const struct {
        const char *name;
        enum part_kind kind;
    } plain[] = {{"days", PART_DAYS},
                 {"count", PART_COUNT},
                 {"value", PART_VALUE},
                 {"unit", PART_UNIT},
                 {"class", PART_CLASS}};
    char *owner = arena_text(telling->loading->plugin->arena, holder), *dot = strchr(owner, '.');
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(plain[i].name, holder) == 0) {
            read_number(telling, holder, plain[i].kind);
            return;
        }
    if (!dot) {
        say(telling,
            "{%s} is not known. There are {at.FIELD} {after.FIELD} {before.FIELD} {days} {count} "
            "{value} {unit} {class} {settings.NAME}",
            holder);
        return;
    }
    *dot = '\0';
    read_dotted(telling, holder, owner, dot + 1);
}

/* A count is empty where not all of its days were observed and collected. */
static void say_open(const struct telling *telling, const char *holder, enum part_kind kind)
{
    bool counts = kind == PART_COUNT || kind == PART_LOOK_COUNT;
    plugin_say(telling->loading->plugin, telling->loading->faults, "tell",
               "{%s} is not always %s. Put what stands around it in square brackets, which are "
               "left out when it is empty",
               holder, counts ? "known: some of its days may not have been seen" : "recorded");
}

/* Reads one `{…}`; gives what follows it. */
static const char *read_braces(struct telling *telling, const char *at)
{
    struct indicator *indicator = telling->loading->indicator;
    size_t length = strcspn(at, "}"), before = indicator->part_count;
    if (!at[length]) {
        say(telling, "%s is not closed. Write }", at);
        return at + length;
    }
    const char *holder = arena_copy(telling->loading->plugin->arena, at + 1, length - 1);
    read_holder(telling, holder);
    if (indicator->part_count > before)
        indicator->parts[before].text = holder;
    if (indicator->part_count > before && !telling->optional &&
        !is_always_filled(indicator, &indicator->parts[before]))
        say_open(telling, holder, indicator->parts[before].kind);
    return at + length + 1;
}

static void read_bracket(struct telling *telling, char bracket)
{
    bool opens = bracket == '[';
    if (opens == (telling->optional != 0))
        say(telling, opens ? "has a %s within square brackets" : "has a %s without its beginning",
            opens ? "[" : "]");
    telling->optional = opens ? ++telling->brackets : 0;
}

static const char *stray_brace(struct telling *telling, const char *at)
{
    say(telling, "has a %s without its beginning", "}");
    return at + 1;
}

void load_tell(struct loading *loading)
{
    const char *at = loading->indicator->facts.tell;
    struct telling telling = {.loading = loading};
    if (!at)
        return;
    while (*at) {
        size_t length = strcspn(at, "{}[]");
        if (length)
            add(&telling, PART_TEXT)->text = arena_copy(loading->plugin->arena, at, length);
        at += length;
        if (*at == '{')
            at = read_braces(&telling, at);
        else if (*at == '}')
            at = stray_brace(&telling, at);
        else if (*at)
            read_bracket(&telling, *at++);
    }
    if (telling.optional)
        say(&telling, "a %s is not closed", "[");
    const char *tell = loading->indicator->facts.tell; /* `at` stands at its end */
    fields_sentence(loading->plugin, tell, "tell", loading->faults);
    if (strcasestr(tell, "because"))
        plugin_say(loading->plugin, loading->faults, "tell",
                   "says \"because\", but only a person may say so. Write \"after\"");
}
