/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who has nothing but the finished report, and wants to find people in it. They read every
 * count of it as what it was before rounding, put together what must add up, and narrow as far as
 * it goes. They know the rule: a shown number is 0 or at least 10. */
#ifndef TESTS_REPORT_READER_H
#define TESTS_REPORT_READER_H

#include "report/place.h"
#include "report/sentences.h"

enum { COUNTS = 900, SUMS = 500, PARTS = 40, OPEN_END = 1 << 20 };

struct count {
    const char *name;
    long low, high;
    bool hidden, rest; /* rest: what is left of a shown number beside shown parts */
};

/* whole = the sum of its parts. */
struct sum {
    size_t whole, parts[PARTS], count;
};

struct reader {
    struct count counts[COUNTS];
    struct sum sums[SUMS];
    size_t count, sum_count;
};

static inline size_t reader_count(struct reader *reader, const char *name, bool hidden, long shown)
{
    struct count *count = &reader->counts[reader->count];
    assert_true(reader->count < COUNTS);
    *count = (struct count){.name = name, .high = OPEN_END, .hidden = hidden};
    if (!hidden) {
        count->low = shown == 0 ? 0 : shown < 12 ? 10 : shown - 2;
        count->high = shown == 0 ? 0 : shown + 2;
    }
    return reader->count++;
}

static inline size_t reader_rest(struct reader *reader, const char *name)
{
    size_t rest = reader_count(reader, name, true, 0);
    reader->counts[rest].rest = true;
    return rest;
}

static inline struct sum *reader_sum(struct reader *reader, size_t whole)
{
    struct sum *sum = &reader->sums[reader->sum_count++];
    assert_true(reader->sum_count <= SUMS);
    *sum = (struct sum){.whole = whole};
    return sum;
}

static inline void reader_part(struct sum *sum, size_t part)
{
    assert_true(sum->count < PARTS);
    sum->parts[sum->count++] = part;
}

static inline bool reader_narrow(struct count *count, long low, long high)
{
    bool narrowed = low > count->low || high < count->high;
    count->low = low > count->low ? low : count->low;
    count->high = high < count->high ? high : count->high;
    return narrowed;
}

static inline bool reader_add_up(struct reader *reader, const struct sum *sum)
{
    struct count *whole = &reader->counts[sum->whole];
    long low = 0, high = 0;
    for (size_t i = 0; i < sum->count; i++) {
        low += reader->counts[sum->parts[i]].low;
        high += reader->counts[sum->parts[i]].high;
    }
    bool narrowed = reader_narrow(whole, low, high);
    for (size_t i = 0; i < sum->count; i++) {
        struct count *part = &reader->counts[sum->parts[i]];
        long other_low = low - part->low, other_high = high - part->high;
        narrowed |= reader_narrow(part, whole->low - other_high, whole->high - other_low);
        low = other_low + part->low;
        high = other_high + part->high;
    }
    return narrowed;
}

static inline void reader_solve(struct reader *reader)
{
    bool narrowed = true;
    for (int round = 0; narrowed && round < 10000; round++) {
        narrowed = false;
        for (size_t i = 0; i < reader->sum_count; i++)
            narrowed |= reader_add_up(reader, &reader->sums[i]);
    }
}

/* A hidden count that is surely 1 to 9; or surely under 10 and narrower than all of 0 to 9. What is
 * left beside shown numbers may be none at all, which is no person. */
static inline bool reader_finds(const struct count *count)
{
    if (!count->hidden || count->high >= 10)
        return false;
    return count->rest ? count->low >= 1 : count->low > 1 || count->high - count->low < 8;
}

/* --- what stands on the page ------------------------------------------------------------------ */

static inline const char *reader_text(struct value map, const char *key)
{
    const char *text = value_as_text(value_get(map, key));
    return text ? text : "";
}

static inline struct value reader_section(struct value model, const char *id)
{
    struct value sections = value_get(model, "sections");
    for (size_t i = 0; i < value_count(sections); i++)
        if (strcmp(reader_text(value_item(sections, i), "id"), id) == 0)
            return value_item(sections, i);
    fail_msg("the report has no section %s", id);
    return value_nil();
}

static inline struct value reader_figure(struct value model, const char *id, size_t index)
{
    return value_item(value_get(reader_section(model, id), "figures"), index);
}

/* The first number of a text, and the one behind " of "; negative where there is none. */
static inline long reader_number(const char *text)
{
    long number = 0;
    if (*text < '0' || *text > '9')
        return -1;
    for (; (*text >= '0' && *text <= '9') || *text == ','; text++)
        number = *text == ',' ? number : number * 10 + (*text - '0');
    return number;
}

static inline size_t reader_row(struct reader *reader, struct value row)
{
    long shown = reader_number(reader_text(row, "says"));
    bool none = strcmp(reader_text(row, "says"), SAY_NONE_SEEN) == 0;
    return reader_count(reader, reader_text(row, "strong"), shown < 0 && !none, none ? 0 : shown);
}

static inline struct value reader_row_of(struct value figure, const char *strong)
{
    struct value rows = value_get(figure, "rows");
    for (size_t i = 0; i < value_count(rows); i++)
        if (strcmp(reader_text(value_item(rows, i), "strong"), strong) == 0)
            return value_item(rows, i);
    return value_nil();
}

/* The row whose strong beginning has these words in it. */
static inline struct value reader_row_starting(struct value figure, const char *words)
{
    struct value rows = value_get(figure, "rows");
    for (size_t i = 0; i < value_count(rows); i++)
        if (strstr(reader_text(value_item(rows, i), "strong"), words))
            return value_item(rows, i);
    return value_nil();
}

/* All rows of the figure together are `whole`. */
static inline struct sum *reader_rows(struct reader *reader, struct value figure, size_t whole)
{
    struct sum *sum = reader_sum(reader, whole);
    struct value rows = value_get(figure, "rows");
    for (size_t i = 0; i < value_count(rows); i++)
        reader_part(sum, reader_row(reader, value_item(rows, i)));
    return sum;
}

/* Of each group, who told us and who did not; of all of them, those who were heard. */
static inline void reader_groups(struct reader *reader, struct value figure, size_t everyone,
                                 size_t heard)
{
    struct sum *all = reader_sum(reader, everyone), *told_all = reader_sum(reader, heard);
    struct value rows = value_get(figure, "rows"), notes = value_get(figure, "note");
    for (size_t i = 0; i < value_count(rows); i++) {
        const char *says = reader_text(value_item(rows, i), "says"), *of = strstr(says, " of ");
        const char *name = reader_text(value_item(rows, i), "strong");
        if (reader_number(says) < 0)
            continue;
        long people = reader_number(of ? of + 4 : says);
        size_t group = reader_count(reader, name, false, people);
        size_t told =
            reader_count(reader, name, !of || reader_number(of + 4) < 0, reader_number(says));
        struct sum *sum = reader_sum(reader, group);
        reader_part(all, group);
        reader_part(told_all, told);
        reader_part(sum, told);
        reader_part(sum, reader_rest(reader, name));
    }
    for (size_t i = 0; i < value_count(notes); i++) {
        const char *note = value_as_text(value_item(notes, i));
        const char *people = strstr(note, " people");
        while (*note && reader_number(note) < 0)
            note++;
        if (*note && people && people > note && people < note + 6)
            reader_part(all, reader_count(reader, "no answer", false, reader_number(note)));
    }
    reader_part(all, reader_rest(reader, "any other group"));
    reader_part(told_all, reader_rest(reader, "told, in any other group"));
}

static inline void reader_bins(struct reader *reader, struct value figure, size_t heard)
{
    struct value bins = value_get(value_get(figure, "chart"), "bins");
    struct sum *sum = value_count(bins) ? reader_sum(reader, heard) : NULL;
    for (size_t i = 0; i < value_count(bins); i++) {
        double shown = 0;
        bool hidden = !value_as_number(value_get(value_item(bins, i), "count"), &shown);
        reader_part(sum, reader_count(reader, "a step of the spread", hidden, (long)shown));
    }
}

/* What was noticed of everyone, by indicator. */
struct noticed_all {
    const char *title;
    size_t found, assessable;
};

/* The cells of "See the numbers": found, not found, cannot tell, everyone. */
static inline struct noticed_all reader_found_row(struct reader *reader, struct value row,
                                                  const char *says, size_t everyone)
{
    static const char *const names[] = {"found", "not found", "cannot tell"};
    struct sum *sum = reader_sum(reader, everyone), *told = NULL;
    const char *of = strstr(says, "of ");
    struct noticed_all all = {.title = reader_text(row, "head")};
    long shown = of ? reader_number(of + 3) : -1; /* "of all" are everyone */
    all.assessable = reader_count(reader, "assessable", shown < 0, shown);
    told = reader_sum(reader, all.assessable);
    for (size_t i = 0; i < 3; i++) {
        long cell = reader_number(value_as_text(value_item(value_get(row, "cells"), i)));
        size_t count = reader_count(reader, names[i], cell < 0, cell);
        reader_part(sum, count);
        if (i < 2)
            reader_part(told, count);
        all.found = i == 0 ? count : all.found;
    }
    struct sum *others = reader_sum(reader, everyone);
    reader_part(others, all.found);
    reader_part(others, reader_rest(reader, "others"));
    return all;
}

/* Each part has found and not found, and so has everybody who is not in it. Gives the part; without
 * a title where it says nothing. */
static inline struct noticed_all reader_part_row(struct reader *reader, struct value row,
                                                 const struct noticed_all *all,
                                                 struct sum *found_all, struct sum *assessable_all)
{
    struct noticed_all none = {0};
    const char *says = reader_text(row, "says"), *of = strstr(says, "of ");
    const char *name = reader_text(row, "strong");
    if (!of || reader_number(of + 3) < 0)
        return none;
    size_t whole = reader_count(reader, name, false, reader_number(of + 3));
    size_t found = reader_count(reader, name, reader_number(says) < 0, reader_number(says));
    size_t parts[][2] = {{whole, found}, {all->assessable, whole}, {all->found, found}};
    for (size_t i = 0; i < 3; i++) {
        struct sum *sum = reader_sum(reader, parts[i][0]);
        reader_part(sum, parts[i][1]);
        reader_part(sum, reader_rest(reader, name));
    }
    if (found_all) {
        reader_part(found_all, found);
        reader_part(assessable_all, whole);
    }
    return (struct noticed_all){name, found, whole};
}

/* `apart`: nobody is in two rows, so the rows and who is in none of them are everyone. */
static inline void reader_parts(struct reader *reader, struct value figure,
                                const struct noticed_all *all, bool apart)
{
    struct value rows = value_get(figure, "rows");
    struct sum *found = apart ? reader_sum(reader, all->found) : NULL;
    struct sum *assessable = apart ? reader_sum(reader, all->assessable) : NULL;
    struct noticed_all beside = {0};
    for (size_t i = 0; i < value_count(rows); i++) {
        const char *name = reader_text(value_item(rows, i), "strong");
        bool is_all = strcmp(name, SAY_PART_ALL) == 0;
        if (is_all)
            beside = reader_part_row(reader, value_item(rows, i), all, NULL, NULL);
        else if (strcmp(name, SAY_PART_EVERYONE) != 0)
            reader_part_row(reader, value_item(rows, i), beside.title ? &beside : all, found,
                            assessable);
    }
    if (apart) {
        reader_part(found, reader_rest(reader, "found, in no row"));
        reader_part(assessable, reader_rest(reader, "of whom we could tell, in no row"));
    }
}

static inline void reader_parted(struct reader *reader, struct value model, const char *id,
                                 const struct noticed_all *all, size_t count, bool apart)
{
    struct value figures = value_get(reader_section(model, id), "figures");
    for (size_t i = 0; i < value_count(figures); i++)
        for (size_t n = 0; n < count; n++)
            if (strncmp(reader_text(value_item(figures, i), "title"), all[n].title,
                        strlen(all[n].title)) == 0)
                reader_parts(reader, value_item(figures, i), &all[n], apart);
}

/* The first figure of a section, with its table. */
static inline void reader_found(struct reader *reader, struct value model, const char *id,
                                size_t everyone, struct noticed_all *all, size_t *count)
{
    struct value figure = reader_figure(model, id, 0);
    struct value table = value_get(value_get(figure, "table"), "rows");
    for (size_t i = 0; i < value_count(table); i++) {
        struct value row = value_item(table, i);
        struct value says = reader_row_starting(figure, reader_text(row, "head"));
        all[(*count)++] = reader_found_row(reader, row, reader_text(says, "says"), everyone);
    }
}

static inline void reader_noticed(struct reader *reader, struct value model, size_t everyone)
{
    struct noticed_all all[20];
    size_t count = 0;
    reader_found(reader, model, "findings", everyone, all, &count);
    reader_parted(reader, model, "findings_2", all, count, false);
    reader_parted(reader, model, "findings_3", all, count, false);
    reader_parted(reader, model, "findings_4", all, count, true);
}

/* Change is of those who have ever told us, or of everyone: who is left never told us. */
static inline void reader_changed(struct reader *reader, struct value figure, size_t everyone)
{
    const char *title = reader_text(figure, "title");
    const char *at = strstr(title, " people who have told us");
    if (!at) {
        reader_rows(reader, figure, everyone);
        return;
    }
    while (at > title && at[-1] != ' ')
        at--;
    size_t whole = reader_count(reader, "have ever told us", false, reader_number(at));
    struct sum *sum = reader_sum(reader, everyone);
    reader_part(sum, whole);
    reader_part(sum, reader_rest(reader, "never told us"));
    reader_rows(reader, figure, whole);
}

/* The whole report. */
static inline void reader_read(struct reader *reader, struct value model)
{
    struct value heard_figure = reader_figure(model, "heard", 0);
    struct value changed = reader_figure(model, "scores", 1);
    size_t everyone =
        reader_count(reader, "everyone", false, reader_number(reader_text(model, "lead")));
    const char *title = reader_text(heard_figure, "title"), *told = strstr(title, "people, ");
    long shown = told ? reader_number(told + 8) : -1;
    size_t heard = reader_count(reader, "heard", shown < 0, shown);
    struct sum *sum = reader_sum(reader, everyone);
    reader_part(sum, heard);
    reader_part(sum, reader_rest(reader, "not heard"));
    reader_rows(reader, heard_figure, everyone);
    reader_changed(reader, changed, everyone);
    reader_groups(reader, reader_figure(model, "heard", 1), everyone, heard);
    reader_bins(reader, reader_figure(model, "scores", 0), heard);
    reader_noticed(reader, model, everyone);
    reader_solve(reader);
}

#endif
