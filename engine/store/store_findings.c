/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of one person as one list, written and read: see `finding` in schema.sql. */
#include <stdlib.h>
#include <string.h>

#include "store/store_list.h"

/* Numbered as in the table finding_state. */
static const struct state {
    const char *state, *why;
} states[] = {{"found", ""},
              {"not_found", ""},
              {"cannot_tell", "followup_short"},
              {"cannot_tell", "gap"},
              {"cannot_tell", "kind_not_collected"},
              {"cannot_tell", "not_recorded"},
              {"cannot_tell", "date_not_exact"},
              {"cannot_tell", "order_unknown"},
              {"cannot_tell", "still_waiting"},
              {"cannot_tell", "declined"},
              {"cannot_tell", "no_anchor"},
              {"cannot_tell", "plugin_failed"}};
enum { STATES = sizeof states / sizeof *states, NOT_FOUND = 1, NAME_BYTES = 8 };
enum { IN_WINDOW = 1, IS_OWN = 2 };

/* Texts behind state and window, in their order; the number stands before the last two. */
enum { TEXTS = 7, TEXTS_BEFORE_VALUE = 5 };

static const char **text_of(struct derived_finding *f, int place)
{
    const char **const texts[TEXTS] = {&f->date,  &f->events, &f->certainty, &f->class,
                                       &f->basis, &f->unit,   &f->told};
    return texts[place];
}

/* STATES where there is none. */
static int state_of(const struct derived_finding *f)
{
    int n = 0;
    while (n < STATES &&
           (strcmp(states[n].state, f->state) != 0 || strcmp(states[n].why, f->why) != 0))
        n++;
    return n;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* How many texts are written: those that are empty are left off at the end. */
static int texts_of(struct derived_finding *f)
{
    int count = TEXTS;
    while (count > (f->has_value ? TEXTS_BEFORE_VALUE : 0) && !**text_of(f, count - 1))
        count--;
    return count;
}

/* Of a person without an anchor the state says the rest. */
static bool is_short(const struct derived_finding *f, int state, int texts)
{
    bool sure = state == NOT_FOUND;
    return f->window == sure && !f->own && !*f->date && !*f->events && !f->has_value &&
           strcmp(f->certainty, sure ? "certain" : "") == 0 && texts <= 3;
}

static void put_rest(struct derived_finding *f, int texts, struct text *json)
{
    text_char(json, ',');
    text_integer(json, (f->window ? IN_WINDOW : 0) | (f->own ? IS_OWN : 0));
    for (int i = 0; i < texts; i++) {
        text_char(json, ',');
        list_put_text(json, *text_of(f, i));
        if (i + 1 == TEXTS_BEFORE_VALUE && (texts > i + 1 || f->has_value)) {
            text_char(json, ',');
            list_put_number(json, f->has_value, f->value);
        }
    }
}

static void put_finding(struct derived_finding f, int state, struct text *json)
{
    int texts = texts_of(&f);
    text_char(json, '[');
    text_integer(json, f.indicator);
    text_char(json, ',');
    text_integer(json, state);
    if (!is_short(&f, state, texts))
        put_rest(&f, texts, json);
    text_char(json, ']');
}

static void put_name(const char *hex, struct text *names)
{
    uint64_t name = strtoull(hex, NULL, 16);
    char bytes[NAME_BYTES];
    for (int i = NAME_BYTES; i-- > 0; name >>= 8)
        bytes[i] = (char)(name & 0xff);
    text_add(names, bytes, sizeof bytes);
}

bool pack_findings(const struct derived_finding *findings, size_t count, struct text *json,
                   struct text *names, struct fault *fault)
{
    text_clear(json);
    text_clear(names);
    for (size_t i = 0; i < count; i++) {
        int state = state_of(&findings[i]);
        if (state == STATES)
            return fault_set(fault, FAULT_OURS,
                             "A finding is `%s` with the reason `%s`, which the database has no "
                             "number for. This is an error of ours, not of your files; nothing of "
                             "this run was kept. Tell us what was run",
                             findings[i].state, findings[i].why);
        text_char(json, i ? ',' : '[');
        put_finding(findings[i], state, json);
        put_name(findings[i].finding, names);
    }
    text_char(json, ']');
    return true;
}

/* --- reading ---------------------------------------------------------------------------------- */

static void take_rest(struct list_reader *reader, struct derived_finding *f)
{
    int64_t marks = list_next_whole(reader);
    f->window = marks & IN_WINDOW;
    f->own = marks & IS_OWN;
    f->certainty = "";
    for (int i = 0; i < TEXTS && list_take(reader, ','); i++) {
        *text_of(f, i) = list_take_text(reader);
        if (i + 1 == TEXTS_BEFORE_VALUE && list_take(reader, ','))
            f->has_value = list_take_number_or_null(reader, &f->value);
    }
}

static const char *name_text(struct arena *arena, const unsigned char *name)
{
    static const char digits[] = "0123456789abcdef";
    char hex[2 * NAME_BYTES];
    for (int i = 0; i < NAME_BYTES; i++) {
        hex[2 * i] = digits[name[i] >> 4];
        hex[2 * i + 1] = digits[name[i] & 15];
    }
    return arena_copy(arena, hex, sizeof hex);
}

static void take_finding(struct list_reader *reader, struct derived_finding *f)
{
    *f = (struct derived_finding){0};
    for (int i = 0; i < TEXTS; i++)
        *text_of(f, i) = "";
    list_expect(reader, '[');
    f->indicator = (int64_t)list_take_number(reader);
    int state = list_next_whole(reader);
    reader->good = reader->good && state >= 0 && state < STATES;
    if (!reader->good)
        return;
    f->state = states[state].state;
    f->why = states[state].why;
    f->window = state == NOT_FOUND;
    f->certainty = state == NOT_FOUND ? "certain" : "";
    if (*reader->at == ',')
        take_rest(reader, f);
    list_expect(reader, ']');
}

bool unpack_findings(const char *json, const unsigned char *names, size_t names_length,
                     struct arena *arena, struct derived_person *person)
{
    struct list_reader reader = {json, arena, true};
    size_t count = names_length / NAME_BYTES;
    person->findings = arena_array(arena, count, sizeof *person->findings);
    for (size_t i = 0; i < count && reader.good; i++) {
        list_expect(&reader, i ? ',' : '[');
        take_finding(&reader, &person->findings[i]);
        person->findings[i].finding = name_text(arena, names + NAME_BYTES * i);
    }
    list_expect(&reader, ']');
    person->finding_count = reader.good ? count : 0;
    return reader.good && *reader.at == '\0' && names_length == NAME_BYTES * count;
}
