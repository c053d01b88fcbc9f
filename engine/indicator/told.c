/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the sentence of one finding. */
#include <math.h>
#include <string.h>

#include "indicator/indicator_private.h"

struct filling {
    const struct indicator *indicator;
    const struct row *row;
    const struct label *label;
    struct arena *arena;
};

static const char *label_of(const struct filling *filling, const char *column, const char *code)
{
    const struct label *label = filling->label;
    const char *words = label->of ? label->of(label->context, column, code) : NULL;
    if (words)
        return words;
    char *spaced = arena_text(filling->arena, code);
    for (char *at = spaced; *at; at++)
        *at = *at == '_' ? ' ' : *at;
    return spaced;
}

static const char *date_in_words(const struct filling *filling, struct days days)
{
    if (days.low == DAY_FIRST)
        return arena_format(filling->arena, "some day up to %s",
                            day_words(filling->arena, days.high));
    return days_words(filling->arena, days);
}

/* Several values are said with commas: `chase, clarify`. */
static const char *values_in_words(const struct filling *filling, size_t field, const char *values)
{
    const char *said = "", *name = record_field_name(field);
    while (*values) {
        size_t length = record_field_has_several(field) ? strcspn(values, ";") : strlen(values);
        const char *value = label_of(filling, name, arena_copy(filling->arena, values, length));
        said = *said ? arena_format(filling->arena, "%s, %s", said, value) : value;
        values += length;
        values += *values == ';';
    }
    return said;
}

static const char *field_in_words(const struct filling *filling, const struct event *event,
                                  size_t field)
{
    const char *value = event ? record_says(event, field) : NULL;
    day date;
    if (!record_cell_says(value))
        return "";
    if (field < EVENT_COLUMN_COUNT && event_column[field].type == COLUMN_DATE &&
        day_read(value, &date))
        return day_words(filling->arena, date);
    return values_in_words(filling, field, value);
}

static const char *days_in_words(const struct filling *filling)
{
    const struct row *row = filling->row;
    if (!row->has_days)
        return "";
    if (row->days.low == row->days.high)
        return arena_format(filling->arena, "%d", row->days.low);
    return arena_format(filling->arena, "%d to %d", row->days.low, row->days.high);
}

static const char *setting_in_words(const struct filling *filling, size_t index)
{
    const struct indicator_setting *setting = &filling->indicator->facts.settings[index];
    return setting->is_number ? number_text(filling->arena, setting->value)
                              : label_of(filling, setting->name, setting->word);
}

/* NULL: the way that holds has no such look. A function has one, which found the last event cited.
 */
static const struct look_answer *look_of(const struct filling *filling, const struct part *part)
{
    const struct answer *answer = filling->row->answer;
    if (filling->indicator->reads)
        return &answer->looks[0];
    size_t at = look_in_force(filling->indicator, answer->way, part->side, part->nth);
    return at < filling->indicator->look_count ? &answer->looks[at] : NULL;
}

static const struct event *event_of(const struct filling *filling, const struct part *part)
{
    if (part->of_anchor)
        return filling->row->answer->anchor;
    const struct look_answer *look = look_of(filling, part);
    return look && look->event_count ? look->events[0] : NULL;
}

/* What was only seen in part is no number, least of all none. */
static const char *look_count_in_words(const struct filling *filling, const struct part *part)
{
    const struct look_answer *look = look_of(filling, part);
    bool known = look && look->counted;
    return known ? arena_format(filling->arena, "%zu", look->event_count) : "";
}

static const char *count_in_words(const struct filling *filling)
{
    const struct row *row = filling->row;
    return row->is_counted ? arena_format(filling->arena, "%zu", row->count) : "";
}

/* A rate to two decimals. Of a declaration the days are its value; a function gives its own. */
static const char *value_in_words(const struct filling *filling)
{
    const struct finding *finding = &filling->row->finding;
    bool is_rate = filling->indicator->measures == MEASURES_RATE;
    if (!finding->has_value)
        return is_rate || filling->indicator->reads ? "" : days_in_words(filling);
    return number_text(filling->arena,
                       is_rate ? round(finding->value * 100) / 100 : finding->value);
}

static const char *class_in_words(const struct filling *filling)
{
    const char *class = filling->row->finding.class;
    size_t field = filling->indicator->class_field;
    if (!*class)
        return "";
    return label_of(filling, field == FIELD_IS_NONE ? "class" : record_field_name(field), class);
}

static const char *fill(const struct filling *filling, const struct part *part)
{
    const struct row *row = filling->row;
    const struct event *event;
    switch (part->kind) {
    case PART_TEXT:
        return part->text;
    case PART_DATE:
        event = event_of(filling, part);
        return event ? date_in_words(filling, event->begin) : "";
    case PART_FIELD:
        return field_in_words(filling, event_of(filling, part), part->field);
    case PART_LOOK_COUNT:
        return look_count_in_words(filling, part);
    case PART_DAYS:
        return days_in_words(filling);
    case PART_COUNT:
        return count_in_words(filling);
    case PART_VALUE:
        return value_in_words(filling);
    case PART_UNIT:
        return label_of(filling, "unit", row->finding.unit);
    case PART_CLASS:
        return class_in_words(filling);
    case PART_SETTING:
        return setting_in_words(filling, part->field);
    }
    return "";
}

/* "on 31 March 2024", but "in March 2024". */
static void in_or_on(const struct filling *filling, const struct part *part, struct text *told)
{
    const struct event *event = event_of(filling, part);
    bool begins = told->length == 3 || (told->length > 3 && told->bytes[told->length - 4] == ' ');
    if (event && event->begin.low != event->begin.high && event->begin.low != DAY_FIRST && begins &&
        memcmp(told->bytes + told->length - 3, "on ", 3) == 0)
        told->bytes[told->length - 3] = 'i';
}

static bool is_left_out(const struct filling *filling, int optional)
{
    const struct indicator *indicator = filling->indicator;
    for (size_t i = 0; optional && i < indicator->part_count; i++)
        if (indicator->parts[i].optional == optional && !*fill(filling, &indicator->parts[i]))
            return true;
    return false;
}

const char *tell_hole(const struct indicator *indicator, const struct row *row,
                      const struct label *label, struct arena *arena)
{
    struct filling filling = {indicator, row, label, arena};
    for (size_t i = 0; i < indicator->part_count; i++) {
        const struct part *part = &indicator->parts[i];
        if (!part->optional && part->kind != PART_TEXT && !*fill(&filling, part))
            return part->text;
    }
    return NULL;
}

/* English for one: `1 day later`, `1 more time`. Only our own two units, within two words of the
 * number. */
static const char *in_the_singular(const struct filling *filling, const char *text)
{
    static const char *const plural[] = {" days", " times"};
    const char *second = strchr(text + (*text == ' '), ' ');
    for (size_t i = 0; i < sizeof plural / sizeof *plural; i++) {
        size_t length = strlen(plural[i]);
        const char *at = strncmp(text, plural[i], length) == 0               ? text
                         : second && strncmp(second, plural[i], length) == 0 ? second
                                                                             : NULL;
        if (at && !strchr("abcdefghijklmnopqrstuvwxyz", at[length] ? at[length] : ' '))
            return arena_format(filling->arena, "%.*s%s", (int)(at - text + (int)length - 1), text,
                                at + length);
    }
    return text;
}

const char *tell_row(const struct indicator *indicator, const struct row *row,
                     const struct label *label, struct arena *arena)
{
    struct filling filling = {indicator, row, label, arena};
    struct text told = {0};
    bool is_one = false;
    for (size_t i = 0; i < indicator->part_count; i++) {
        const struct part *part = &indicator->parts[i];
        if (is_left_out(&filling, part->optional))
            continue;
        const char *words = fill(&filling, part);
        if (part->kind == PART_DATE)
            in_or_on(&filling, part, &told);
        text_put(&told,
                 is_one && part->kind == PART_TEXT ? in_the_singular(&filling, words) : words);
        is_one = part->kind != PART_TEXT && strcmp(words, "1") == 0;
    }
    char *sentence = arena_copy(arena, told.bytes ? told.bytes : "", told.length);
    text_free(&told);
    return sentence;
}
