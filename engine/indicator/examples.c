/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's own tests: dated lines, and what is found in them. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "indicator/indicator_private.h"

static struct value example_at(const struct indicator *indicator, size_t example)
{
    return value_item(value_get(indicator->plugin->table, "examples"), example);
}

size_t example_count(const struct indicator *indicator)
{
    return value_count(value_get(indicator->plugin->table, "examples"));
}

static const char *place_of(size_t example, char *room, size_t size)
{
    snprintf(room, size, "examples[%zu]", example + 1);
    return room;
}

void example_say(const struct indicator *indicator, size_t example, struct faults *faults,
                 const char *format, ...)
{
    char place[40], sentence[768];
    const char *name = value_as_text(value_item(example_at(indicator, example), 0));
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    faults_add(faults, "%s:%d: example \"%s\": %s", indicator->plugin->path,
               plugin_line(indicator->plugin, place_of(example, place, sizeof place)),
               name ? name : "", sentence);
}

/* What `collects` names, each for ever: `contact crisis/ae_attendance contact service_type=gp`. */
static void read_collects(const char *words, struct arena *arena, struct record *record)
{
    const char *word;
    size_t length, room = 0;
    record->collects_everything = false;
    while (text_word(&words, &word, &length)) {
        const char *what = arena_copy(arena, word, length);
        if (strchr(what, '=') && record->collected_count > 0) {
            struct collected *last = &record->collected[record->collected_count - 1];
            last->kind = arena_format(arena, "%s %s", last->kind, what);
            continue;
        }
        record->collected = arena_grow(arena, record->collected, record->collected_count, &room,
                                       sizeof *record->collected);
        record->collected[record->collected_count++] =
            (struct collected){what, DAY_FIRST, DAY_LAST};
    }
}

static void read_day(struct value example, const char *name, day *at)
{
    const char *text = value_as_text(value_get(example, name));
    if (text)
        day_read(text, at);
}

bool example_record(const struct indicator *indicator, size_t example, struct arena *arena,
                    struct record *record, struct faults *faults)
{
    struct value table = example_at(indicator, example);
    const char *lines = value_as_text(value_item(table, 1));
    const char *collects = value_as_text(value_get(table, "collects"));
    struct fault fault = {0};
    struct observed observed = {DAY_FIRST, DAY_LAST};
    read_day(table, "from", &observed.from);
    read_day(table, "as_of", &observed.until);
    *record = (struct record){.person = "example",
                              .as_of = observed.until,
                              .observed = &observed,
                              .observed_count = 1,
                              .collects_everything = true};
    if (collects)
        read_collects(collects, arena, record);
    if (!lines)
        example_say(indicator, example, faults, "has no lines. Write [[ dated lines ]], or \"\"");
    else if (!record_read_lines(lines, arena, record, &fault))
        example_say(indicator, example, faults, "%s", fault.text);
    return lines && fault.kind == FAULT_NONE;
}

const struct indicator *example_indicator(const struct indicator *indicator, size_t example,
                                          struct arena *arena, struct faults *faults)
{
    char place[40];
    return indicator_with(indicator, value_get(example_at(indicator, example), "with"),
                          place_of(example, place, sizeof place), arena, faults);
}

/* What the rows of one example come to. */
struct outcome {
    const struct indicator *indicator;
    size_t example;
    struct value table;
    struct row *rows;
    size_t count, found, cannot_tell;
    struct arena *arena;
    struct faults *faults;
};

static void count_states(struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++) {
        outcome->found += strcmp(outcome->rows[i].finding.state, "found") == 0;
        outcome->cannot_tell += strcmp(outcome->rows[i].finding.state, "cannot_tell") == 0;
    }
}

static const char *first_why(const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->count; i++)
        if (*outcome->rows[i].finding.why)
            return outcome->rows[i].finding.why;
    return "";
}

/* The person's answer: found if any anchor is, else cannot tell if any is, else not found. */
static const char *answer_words(const struct outcome *outcome)
{
    if (outcome->found == 1)
        return "found";
    if (outcome->found)
        return arena_format(outcome->arena, "found %zu times", outcome->found);
    if (outcome->cannot_tell)
        return arena_format(outcome->arena, "cannot tell (%s)", first_why(outcome));
    return "not found";
}

static const char *wanted_words(const struct outcome *outcome, int64_t wanted)
{
    return wanted == 0   ? "not found"
           : wanted == 1 ? "found"
                         : arena_format(outcome->arena, "found %d times", (int)wanted);
}

static void refuse(const struct outcome *outcome, const char *wanted)
{
    example_say(outcome->indicator, outcome->example, outcome->faults, "%s, the example says %s",
                answer_words(outcome), wanted);
}

static void check_number(const struct outcome *outcome, int64_t wanted)
{
    if ((int64_t)outcome->found != wanted || (wanted == 0 && outcome->cannot_tell))
        refuse(outcome, wanted_words(outcome, wanted));
}

static void check_cannot_tell(const struct outcome *outcome)
{
    const char *why = value_as_text(value_get(outcome->table, "why"));
    bool said = !why;
    for (size_t i = 0; i < outcome->count && why; i++)
        said |= strcmp(outcome->rows[i].finding.why, why) == 0;
    if (outcome->found || !outcome->cannot_tell)
        refuse(outcome, "cannot tell");
    else if (!said)
        refuse(outcome, arena_format(outcome->arena, "cannot tell (%s)", why));
}

static void check_one_number(const struct outcome *outcome, size_t at, struct value wanted,
                             const char *name, bool known, double number)
{
    double asked;
    struct value value = value_get(wanted, name);
    if (value_is(value, VALUE_NIL) || (known && value_as_number(value, &asked) && asked == number))
        return;
    example_say(outcome->indicator, outcome->example, outcome->faults,
                "finding %zu: %s is %s, the example says %s", at + 1, name,
                known ? number_text(outcome->arena, number) : "not known",
                value_as_number(value, &asked) ? number_text(outcome->arena, asked) : "no number");
}

static void check_one_word(const struct outcome *outcome, size_t at, struct value wanted,
                           const char *name, const char *word)
{
    struct value value = value_get(wanted, name);
    const char *asked = value_as_text(value);
    if (value_is(value, VALUE_NIL) || (asked && strcmp(asked, word) == 0))
        return;
    example_say(outcome->indicator, outcome->example, outcome->faults,
                "finding %zu: %s is \"%s\", the example says \"%s\"", at + 1, name, word,
                asked ? asked : "");
}

static const struct row *found_row(const struct outcome *outcome, size_t wanted)
{
    for (size_t i = 0; i < outcome->count; i++)
        if (strcmp(outcome->rows[i].finding.state, "found") == 0 && wanted-- == 0)
            return &outcome->rows[i];
    return NULL;
}

static const struct field wanted_fields[] = {
    {"days", FIELD_NUMBER, 0, "days to the nearest event found", NULL},
    {"count", FIELD_WHOLE, 0, "how many", NULL},
    {"value", FIELD_NUMBER, 0, "the finding's number", NULL},
    {"class", FIELD_TEXT, 0, "its class", NULL},
    {"basis", FIELD_TEXT, 0, "what it rests on", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set wanted_set = {"a finding of an example", wanted_fields, false, NULL};

static void check_one(const struct outcome *outcome, size_t at, struct value wanted)
{
    const struct row *row = found_row(outcome, at);
    char place[40];
    if (!fields_check(outcome->indicator->plugin, wanted,
                      place_of(outcome->example, place, sizeof place), &wanted_set,
                      outcome->faults))
        return;
    check_one_number(outcome, at, wanted, "days", row->has_days && row->days.low == row->days.high,
                     row->days.low);
    check_one_number(outcome, at, wanted, "count", true, (double)row->count);
    check_one_number(outcome, at, wanted, "value", row->finding.has_value, row->finding.value);
    check_one_word(outcome, at, wanted, "class", row->finding.class);
    check_one_word(outcome, at, wanted, "basis", row->finding.basis);
}

static void check_list(const struct outcome *outcome, struct value wanted)
{
    size_t count = value_count(wanted);
    if (outcome->found != count) {
        refuse(outcome, wanted_words(outcome, (int64_t)count));
        return;
    }
    for (size_t i = 0; i < count; i++)
        check_one(outcome, i, value_item(wanted, i));
}

/* A declaration says beforehand what is always recorded; what a function cites shows here. */
static void check_sentences(const struct outcome *outcome)
{
    struct label label = {NULL, NULL};
    for (size_t i = 0; i < outcome->count; i++) {
        const struct row *row = &outcome->rows[i];
        const char *hole = NULL;
        if (*row->finding.told)
            hole = tell_hole(outcome->indicator, row, &label, outcome->arena);
        if (hole) {
            example_say(outcome->indicator, outcome->example, outcome->faults,
                        "nothing fills {%s} of `tell`. Put what stands around it in square "
                        "brackets, which are left out when it is empty",
                        hole);
            return;
        }
    }
}

static void check_outcome(const struct outcome *outcome)
{
    struct value finds = value_get(outcome->table, "finds");
    const char *words = value_as_text(finds);
    int64_t wanted;
    if (value_as_whole(finds, &wanted) && wanted >= 0)
        check_number(outcome, wanted);
    else if (words && strcmp(words, "cannot tell") == 0)
        check_cannot_tell(outcome);
    else if (value_is(finds, VALUE_TABLE))
        check_list(outcome, finds);
    else
        example_say(outcome->indicator, outcome->example, outcome->faults,
                    "finds must be how many are found, \"cannot tell\", or a list of findings");
}

/* A function that fails at one line fails in most examples: the first of them says it for all. */
static void say_failed(const char *sentence, const char *example, struct faults *faults)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        if (text_starts(faults->said[i], sentence))
            return;
    faults_add(faults, "%s (example \"%s\")", sentence, example);
}

/* Does it hold? */
static bool run_example(const struct indicator *indicator, size_t example, struct arena *arena,
                        struct faults *faults)
{
    char place[40];
    struct value table = example_at(indicator, example);
    struct outcome outcome = {.indicator = indicator,
                              .example = example,
                              .table = table,
                              .arena = arena,
                              .faults = faults};
    struct record record;
    struct label label = {NULL, NULL};
    size_t before = faults->count;
    if (!fields_check(indicator->plugin, table, place_of(example, place, sizeof place),
                      &indicator_example_fields, faults))
        return false;
    if (!value_as_text(value_item(table, 0)))
        plugin_say(indicator->plugin, faults, place, "has no name. Write it first, in quotes");
    const struct indicator *with = example_indicator(indicator, example, arena, faults);
    if (!example_record(indicator, example, arena, &record, faults) || faults->count > before)
        return false;
    struct fault failed = {.kind = FAULT_NONE};
    if (!all_rows(with, &record, &label, true, arena, &outcome.rows, &outcome.count, &failed)) {
        say_failed(failed.text, value_as_text(value_item(table, 0)), faults);
        return false;
    }
    count_states(&outcome);
    check_outcome(&outcome);
    check_sentences(&outcome);
    return faults->count == before;
}

bool indicator_check_examples(const struct indicator *indicator, size_t *examples,
                              struct faults *faults)
{
    size_t before = faults->count;
    struct arena *arena = arena_new();
    *examples = 0;
    for (size_t i = 0; i < example_count(indicator); i++) {
        arena_reset(arena);
        *examples += run_example(indicator, i, arena, faults);
    }
    arena_free(arena);
    if (faults->count == before)
        check_cover(indicator, faults);
    return faults->count == before;
}
