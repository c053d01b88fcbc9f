/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person, and the function of an open form: everything that record can tell of what it gave is
 * told here. */
#include <string.h>

#include "indicator/open_private.h"
#include "record/carry.h"

/* --- what the record says of it --------------------------------------------------------------- */

/* Where they begin is what is in order of time; intervals may overlap, and when one began may not
 * be known where it surely ended first. Who asked for the same day does not ask for the order in
 * it. */
static enum why order_of(const struct event *a, const struct event *b, bool same_day)
{
    struct event first = *a, second = *b;
    first.interval = second.interval = false;
    first.end = first.begin;
    second.end = second.begin;
    if (record_order(&first, &second) < 0 ||
        record_after(a, b, WITHIN_ANY, same_day).sure == SURELY)
        return WHY_NONE;
    bool exact = a->begin.low == a->begin.high && b->begin.low == b->begin.high;
    if (same_day && exact && a->begin.low == b->begin.low)
        return WHY_NONE;
    return exact ? WHY_ORDER_UNKNOWN : WHY_DATE_NOT_EXACT;
}

static struct fit fit_of(const struct turn *turn, const struct noticed *noticed)
{
    enum why why = turn->open;
    if (why == WHY_NONE && noticed->inexact)
        why = WHY_DATE_NOT_EXACT;
    for (size_t i = 1; why == WHY_NONE && i < noticed->count; i++)
        why = order_of(noticed->events[i - 1], noticed->events[i], noticed->same_day);
    return (struct fit){why == WHY_NONE ? SURELY : PERHAPS, why};
}

static enum basis tie_of(const struct event *a, const struct event *b)
{
    enum basis basis;
    if (thread_because(a, b))
        return BASIS_PERSON_SAYS;
    return thread_same(a, b, &basis).sure == SURELY ? basis : BASIS_TIME_ORDER;
}

/* The weakest of what ties each event to those before it; one alone rests on its codes. What a
 * function compares is not seen, so it counts what was recorded, also where a declaration that asks
 * for no `same` would rest on the order of time alone. */
static enum basis basis_of(const struct noticed *noticed)
{
    enum basis weakest = noticed->count > 1 ? BASIS_PERSON_SAYS : BASIS_CODE_MATCH;
    for (size_t i = 1; i < noticed->count; i++) {
        enum basis best = BASIS_TIME_ORDER;
        for (size_t j = 0; j < i; j++) {
            enum basis tie = tie_of(noticed->events[j], noticed->events[i]);
            best = tie < best ? tie : best;
        }
        weakest = best > weakest ? best : weakest;
    }
    return weakest;
}

/* --- rows ------------------------------------------------------------------------------------- */

static const char *anchor_name(const struct opened *opened, const struct turn *turn)
{
    return turn->anchor
               ? turn->anchor->id
               : arena_format(opened->arena, "%s/%s", day_text(opened->arena, turn->days.low),
                              day_text(opened->arena, turn->days.high));
}

/* A name that lasts: of the anchor, the loop that came to it, and what was found there. */
static void name_row(const struct opened *opened, const struct turn *turn,
                     const struct noticed *noticed, struct finding *finding)
{
    struct arena *arena = opened->arena;
    size_t cited = noticed ? noticed->parts.count : 0, count = 0;
    const char **names = arena_array(arena, cited + 5, sizeof *names);
    names[count++] = opened->indicator->facts.id;
    names[count++] = opened->record->person ? opened->record->person : "";
    names[count++] = anchor_name(opened, turn);
    for (size_t i = 0; i < cited; i++)
        if (noticed->parts.at[i] != turn->anchor)
            names[count++] = noticed->parts.at[i]->id;
    if (noticed && *noticed->class)
        names[count++] = noticed->class;
    if (turn->number > 0)
        names[count++] = arena_format(arena, "loop %d", (int)turn->number);
    finding->finding = record_name(arena, names, count);
}

static const char *cited_ids(const struct opened *opened, const struct turn *turn,
                             const struct noticed *noticed)
{
    struct text ids = {0};
    if (!noticed)
        return turn->anchor ? turn->anchor->id : "";
    for (size_t i = 0; i < noticed->parts.count; i++)
        text_format(&ids, "%s%s", i ? " " : "", noticed->parts.at[i]->id);
    const char *kept = arena_text(opened->arena, ids.bytes);
    text_free(&ids);
    return kept;
}

/* The first and the last event cited are `at` and `after` of the sentence. */
static void tell(const struct opened *opened, const struct noticed *noticed, struct row *row)
{
    struct answer *answer = arena_take(opened->arena, sizeof *answer);
    answer->anchor = noticed->events[0];
    answer->looks = arena_array(opened->arena, 1, sizeof *answer->looks);
    answer->looks[0].events = &noticed->events[noticed->count - 1];
    answer->looks[0].event_count = 1;
    row->answer = answer;
    row->count = noticed->count;
    row->has_days = noticed->count > 1;
    row->days = record_days_before(noticed->events[noticed->count - 1], noticed->events[0]);
    row->finding.told = tell_row(opened->indicator, row, opened->label, opened->arena);
}

static void set_found(const struct opened *opened, const struct noticed *noticed, struct row *row)
{
    row->finding.state = "found";
    row->finding.certainty = "certain";
    row->finding.basis = basis_word[basis_of(noticed)];
    row->finding.has_value = value_as_number(noticed->value, &row->finding.value);
    row->finding.unit = noticed->unit;
    tell(opened, noticed, row);
}

static struct row *add_row(struct opened *opened)
{
    opened->rows =
        arena_grow(opened->arena, opened->rows, opened->count, &opened->room, sizeof *opened->rows);
    struct row *row = &opened->rows[opened->count++];
    *row = (struct row){
        .finding = {.why = "", .basis = "", .certainty = "", .class = "", .unit = "", .told = ""}};
    return row;
}

/* A group has no day of its own: what is found in it is of the day on which it began. */
static struct days date_of(const struct turn *turn, const struct noticed *noticed)
{
    return noticed && turn->loop == LOOP_GROUPS ? noticed->events[0]->begin : turn->days;
}

static struct row *add_turn_row(struct opened *opened, const struct turn *turn,
                                const struct noticed *noticed, struct fit fit)
{
    struct row *row = add_row(opened);
    struct finding *finding = &row->finding;
    name_row(opened, turn, noticed, finding);
    finding->date = row_date(opened->arena, date_of(turn, noticed));
    finding->events = cited_ids(opened, turn, noticed);
    row->anchor =
        arena_format(opened->arena, "%s %d", anchor_name(opened, turn), (int)turn->number);
    finding->window = turn->window;
    finding->class = noticed ? noticed->class : "";
    finding->state = fit.sure == SURELY_NOT ? "not_found" : "cannot_tell";
    finding->why = why_word[fit.why];
    finding->certainty = row_certainty(fit);
    return row;
}

static bool is_new(const struct opened *opened, size_t from)
{
    const char *last = opened->rows[opened->count - 1].finding.finding;
    for (size_t i = from; i + 1 < opened->count; i++)
        if (strcmp(opened->rows[i].finding.finding, last) == 0)
            return false;
    return true;
}

static bool add_found(struct opened *opened, const struct turn *turn, struct value told)
{
    size_t before = opened->count;
    for (size_t i = TURN_PARTS; i < value_count(told); i++) {
        struct noticed noticed = {.count = 0};
        if (!opened_take_noticed(opened, value_item(told, i), &noticed))
            return false;
        struct fit fit = fit_of(turn, &noticed);
        struct row *row = add_turn_row(opened, turn, &noticed, fit);
        if (fit.sure == SURELY)
            set_found(opened, &noticed, row);
        if (!is_new(opened, before))
            return opened_refuse(opened, "the same is found twice at one anchor. Give each its own "
                                         "`class`");
    }
    return true;
}

static bool add_turn(struct opened *opened, struct value told)
{
    struct turn turn;
    if (!opened_take_turn(opened, told, &turn))
        return opened_refuse_answer(opened);
    if (value_count(told) > TURN_PARTS)
        return add_found(opened, &turn, told);
    enum why why = turn.open != WHY_NONE ? turn.open : turn.why;
    struct fit fit = {why == WHY_NONE ? SURELY_NOT : PERHAPS, why};
    add_turn_row(opened, &turn, NULL, fit);
    return true;
}

/* --- one call --------------------------------------------------------------------------------- */

static struct value settings_of(const struct indicator *indicator, struct arena *arena)
{
    struct value settings = value_table(arena);
    for (size_t i = 0; i < indicator->facts.setting_count; i++) {
        const struct indicator_setting *setting = &indicator->facts.settings[i];
        bool whole = setting->is_number && setting->value == (double)(int64_t)setting->value;
        value_set(arena, settings, setting->name,
                  !setting->is_number ? value_text(arena, setting->word)
                  : whole             ? value_whole((int64_t)setting->value)
                                      : value_number(setting->value));
    }
    return settings;
}

static bool ask(struct opened *opened, bool show_message, struct value *answer)
{
    const struct indicator *indicator = opened->indicator;
    struct text text = {0};
    opened->events =
        arena_array(opened->arena, opened->record->event_count + 1, sizeof *opened->events);
    carry_write(opened->record, indicator->facts.kinds, &text, opened->events,
                &opened->event_count);
    struct worker *worker = plugin_worker(indicator->plugin, opened->fault);
    bool good = worker && worker_find(worker, text.bytes, indicator->facts.kinds,
                                      settings_of(indicator, opened->arena), show_message,
                                      opened->arena, answer, opened->fault);
    text_free(&text);
    return good;
}

static bool take_answer(struct opened *opened, struct value answer)
{
    int64_t missing, next;
    struct value turns = value_get(answer, "turns"), stands = value_get(answer, "stands");
    if (!value_as_whole(value_get(answer, "missing"), &missing) || missing < 0 ||
        missing >= WHY_COUNT || !value_as_whole(value_get(answer, "next"), &next) ||
        next < DAY_NONE || next > DAY_LAST || !value_is(turns, VALUE_TABLE) ||
        !value_is(stands, VALUE_YES_NO))
        return opened_refuse_answer(opened);
    for (size_t i = 0; i < value_count(turns); i++)
        if (!add_turn(opened, value_item(turns, i)))
            return false;
    opened->next = (day)next;
    opened->as_things_stand = stands.yes;
    if (!opened->count)
        add_row(opened)->finding =
            row_without(opened->indicator, opened->record, (enum why)missing, opened->arena);
    return true;
}

static void add_failed(struct opened *opened)
{
    opened->count = 0;
    struct row *row = add_row(opened);
    row->finding = row_without(opened->indicator, opened->record, WHY_NO_ANCHOR, opened->arena);
    row->finding.why = "plugin_failed";
}

bool open_rows(const struct indicator *indicator, const struct record *record,
               const struct label *label, bool show_message, struct arena *arena, struct row **rows,
               size_t *count, struct fault *fault)
{
    struct opened opened = {.indicator = indicator,
                            .record = record,
                            .label = label,
                            .arena = arena,
                            .next = DAY_NONE,
                            .fault = fault};
    struct value answer;
    bool good = ask(&opened, show_message, &answer) && take_answer(&opened, answer);
    if (!good)
        add_failed(&opened);
    for (size_t i = 0; i < opened.count; i++) {
        opened.rows[i].finding.next = opened.next;
        opened.rows[i].as_things_stand = opened.as_things_stand;
    }
    *rows = opened.rows;
    *count = opened.count;
    return good;
}
