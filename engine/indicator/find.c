/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers at anchors to rows: the person without an anchor, names that last. */
#include <string.h>

#include "indicator/indicator_private.h"
#include "record/spell.h"

struct finding_run {
    const struct indicator *indicator;
    const struct record *record;
    const struct label *label;
    struct arena *arena;
};

static void mark(const struct finding_run *run, bool *rests, const struct event *event)
{
    for (size_t i = 0; i < spell_size(event); i++)
        rests[spell_part(event, i) - run->record->events] = true;
}

/* What a finding rests on: its anchors, and of each look that decides the nearest it needed. */
static void mark_answer(const struct finding_run *run, bool *rests, const struct answer *answer)
{
    mark(run, rests, answer->anchor);
    for (size_t i = 0; i < run->indicator->look_count; i++) {
        const struct indicator_look *look = &run->indicator->looks[i];
        if (!look_decides(look) || !look_is_in_force(run->indicator, answer->way, i))
            continue;
        for (size_t j = 0; j < (size_t)look->look.least; j++)
            mark(run, rests, answer->looks[i].events[j]);
    }
}

/* The ids, the first anchor's first, the others in order of time; and the name made of them. */
static void name_events(const struct finding_run *run, const struct group *group,
                        struct finding *finding)
{
    bool found = group->answers[0]->fit.sure == SURELY;
    size_t count = found ? run->record->event_count : 0, named = 0;
    bool *rests = arena_array(run->arena, count, sizeof *rests);
    const char **names = arena_array(run->arena, count + 3, sizeof *names);
    struct text events = {0};
    for (size_t i = 0; found && i < group->count; i++)
        mark_answer(run, rests, group->answers[i]);
    names[named++] = run->indicator->facts.id;
    names[named++] = run->record->person ? run->record->person : "";
    names[named++] = group->answers[0]->anchor->id;
    text_put(&events, group->answers[0]->anchor->id);
    for (size_t i = 0; i < count; i++)
        if (rests[i] && strcmp(run->record->events[i].id, group->answers[0]->anchor->id) != 0) {
            names[named++] = run->record->events[i].id;
            text_format(&events, " %s", run->record->events[i].id);
        }
    finding->finding = record_name(run->arena, names, named);
    finding->events = arena_text(run->arena, events.bytes);
    text_free(&events);
}

const char *row_date(struct arena *arena, struct days days)
{
    int year, month, date;
    struct days same;
    if (days.low == days.high)
        return day_text(arena, days.low);
    day_parts(days.low, &year, &month, &date);
    const char *forms[] = {arena_format(arena, "%04d-%02d", year, month),
                           arena_format(arena, "%04d-Q%d", year, (month + 2) / 3),
                           arena_format(arena, "%04d", year)};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (days_read(forms[i], &same) && same.low == days.low && same.high == days.high)
            return forms[i];
    return arena_format(arena, "%s/%s", days.low == DAY_FIRST ? ".." : day_text(arena, days.low),
                        day_text(arena, days.high));
}

static const struct indicator_look *number_look(const struct indicator *indicator,
                                                const struct answer *answer, size_t *index)
{
    static const enum look_side sides[] = {LOOK_AFTER, LOOK_BEFORE};
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < indicator->look_count; i++)
            if (indicator->looks[i].side == sides[s] && look_decides(&indicator->looks[i]) &&
                look_is_in_force(indicator, answer->way, i)) {
                *index = i;
                return &indicator->looks[i];
            }
    return NULL;
}

/* The days to the nearest event that the first deciding look found. */
static void measure_days(const struct finding_run *run, const struct answer *first, struct row *row)
{
    size_t index;
    const struct indicator_look *look = number_look(run->indicator, first, &index);
    if (!look)
        return;
    const struct event *nearest = first->looks[index].events[0];
    row->days = run->indicator->measures == MEASURES_DAYS
                    ? record_days_waited(run->record, first->anchor, nearest)
                : look->side == LOOK_AFTER ? record_days_after(first->anchor, nearest)
                                           : record_days_before(first->anchor, nearest);
    row->has_days = true;
    row->count = first->looks[index].event_count;
    row->is_counted = first->looks[index].counted;
}

static void set_value(struct row *row, double value, const char *unit)
{
    row->finding.has_value = true;
    row->finding.value = value;
    row->finding.unit = unit;
}

/* How many in 100 days at risk; none where it is not known how many days those were. */
static void set_rate(const struct finding_run *run, size_t count, struct row *row)
{
    struct record least = *run->record, most = *run->record;
    if (run->indicator->in_community) {
        least = record_in_community(run->record, false, run->arena);
        most = record_in_community(run->record, true, run->arena);
    }
    int days = record_days_observed(&least);
    if (days > 0 && days == record_days_observed(&most))
        set_value(row, 100.0 * (double)count / days, "per_100_days");
}

/* How many in so many days, how many were gathered, else how many days. */
static void number(const struct finding_run *run, const struct group *group, struct row *row)
{
    bool is_rate = run->indicator->measures == MEASURES_RATE;
    bool gathers = run->indicator->gather != FIELD_IS_NONE;
    row->finding.unit = "";
    measure_days(run, group->answers[0], row);
    if (is_rate || gathers) {
        row->count = group->count;
        row->is_counted = true;
    }
    if (is_rate)
        set_rate(run, group->count, row);
    else if (gathers)
        set_value(row, (double)group->count, "times");
    else if (row->has_days && row->days.low == row->days.high)
        set_value(row, row->days.low, "days");
}

static void set_found(const struct finding_run *run, const struct group *group, struct row *row)
{
    enum basis basis = BASIS_PERSON_SAYS;
    for (size_t i = 0; i < group->count; i++)
        basis = group->answers[i]->basis > basis ? group->answers[i]->basis : basis;
    row->finding.state = "found";
    row->finding.certainty = "certain";
    row->finding.basis = basis_word[basis];
    number(run, group, row);
    row->finding.told = tell_row(run->indicator, row, run->label, run->arena);
}

/* What some dates, or some order within the day, would make true is possible: said, and never
 * counted. */
const char *row_certainty(struct fit fit)
{
    if (fit.sure == SURELY_NOT)
        return "certain";
    return fit.why == WHY_DATE_NOT_EXACT  ? "possible"
           : fit.why == WHY_ORDER_UNKNOWN ? "order_unknown"
                                          : "";
}

static void fill_row(const struct finding_run *run, const struct group *group, struct row *row)
{
    const struct answer *answer = group->answers[0];
    *row = (struct row){.answer = answer};
    row->finding = (struct finding){.date = row_date(run->arena, answer->anchor->begin),
                                    .why = why_word[answer->fit.why],
                                    .basis = "",
                                    .unit = "",
                                    .class = answer->class,
                                    .told = "",
                                    .window = answer->window,
                                    .next = DAY_NONE};
    name_events(run, group, &row->finding);
    if (answer->fit.sure == SURELY) {
        set_found(run, group, row);
        return;
    }
    row->finding.state = answer->fit.sure == SURELY_NOT ? "not_found" : "cannot_tell";
    row->finding.certainty = row_certainty(answer->fit);
}

/* Nothing to ask about is an answer only where anchors would have been seen: from the first to the
 * last observed day without a gap, their kinds collected all the while. */
static enum why why_without_anchor(const struct finding_run *run)
{
    const struct record *record = run->record;
    if (!record->observed_count)
        return WHY_NO_ANCHOR;
    day first = record_first_day(record), last = record_last_day(record);
    if (run->indicator->in_community &&
        !record_in_community(record, false, run->arena).observed_count)
        return WHY_GAP;
    for (size_t i = 0; i < run->indicator->at_count; i++)
        if (pattern_missing(&run->indicator->at[i], record, first, last))
            return WHY_KIND_NOT_COLLECTED;
    return record_is_observed(record, first, last) ? WHY_NONE : WHY_GAP;
}

struct finding row_without(const struct indicator *indicator, const struct record *record,
                           enum why why, struct arena *arena)
{
    const char *names[] = {indicator->facts.id, record->person ? record->person : ""};
    return (struct finding){.finding = record_name(arena, names, 2),
                            .date = "",
                            .state = why == WHY_NONE ? "not_found" : "cannot_tell",
                            .why = why_word[why],
                            .basis = "",
                            .class = "",
                            .unit = "",
                            .certainty = why == WHY_NONE ? "certain" : "",
                            .events = "",
                            .told = "",
                            .window = why == WHY_NONE,
                            .next = DAY_NONE};
}

static struct row *row_without_anchor(const struct finding_run *run)
{
    struct row *row = arena_take(run->arena, sizeof *row);
    row->finding = row_without(run->indicator, run->record, why_without_anchor(run), run->arena);
    return row;
}

struct row *find_rows(const struct indicator *indicator, const struct record *record,
                      const struct label *label, struct arena *arena, size_t *count)
{
    struct finding_run run = {
        .indicator = indicator, .record = record, .label = label, .arena = arena};
    size_t answer_count;
    struct answer *answers = judge_record(indicator, record, arena, &answer_count);
    *count = 1;
    if (answer_count == 0)
        return row_without_anchor(&run);
    struct group *groups = gather(indicator, answers, answer_count, arena, count);
    struct row *rows = arena_array(arena, *count, sizeof *rows);
    for (size_t i = 0; i < *count; i++)
        fill_row(&run, &groups[i], &rows[i]);
    return rows;
}
