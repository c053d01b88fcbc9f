/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One goal as a figure: its words, what became of it in a sentence, and the person's own ratings.
 */
#include <string.h>

#include "ground/text.h"
#include "report/axis.h"
#include "report/change.h"
#include "report/goal.h"
#include "report/model.h"
#include "report/sentences.h"
#include "report/why.h"

/* --- rows ------------------------------------------------------------------------------------- */

bool goal_is_own(const struct stored_goal_row *row)
{
    return strcmp(row->by, "person") == 0 || strcmp(row->by, "together") == 0;
}

static bool has_words(const struct stored_goal_row *row)
{
    return row->words.kept != WORDS_NONE;
}

static bool has_status(const struct stored_goal_row *row)
{
    return row->status != NULL;
}

/* The latest row that says it, the person's before anybody else's; or NULL. */
static const struct stored_goal_row *latest(const struct shown_goal *shown,
                                            bool (*says)(const struct stored_goal_row *))
{
    const struct stored_goal_row *own = NULL, *other = NULL;
    for (size_t i = 0; i < shown->count; i++)
        if (says(&shown->goal->rows[i]))
            *(goal_is_own(&shown->goal->rows[i]) ? &own : &other) = &shown->goal->rows[i];
    return own ? own : other;
}

const struct stored_goal_row *goal_words(const struct shown_goal *shown)
{
    return latest(shown, has_words);
}

const struct stored_goal_row *goal_status(const struct shown_goal *shown)
{
    return latest(shown, has_status);
}

static const char *by_words(const struct stored_goal_row *row)
{
    const char *at = raters, *word;
    size_t length;
    int by = 0;
    while (text_word(&at, &word, &length) && strncmp(row->by, word, length) != 0)
        by++;
    return rater_words(by);
}

/* --- its words -------------------------------------------------------------------------------- */

static void set_heading(const struct shown_goal *shown, struct value figure)
{
    struct arena *arena = shown->page->arena;
    const struct stored_goal_row *row = goal_words(shown);
    if (!row)
        value_set_format(arena, figure, "title", SAY_GOAL_WORDLESS, shown->number);
    else if (row->words.kept == WORDS_LOCKED)
        value_set_format(arena, figure, "title", SAY_GOAL_LOCKED, shown->number);
    else if (row->words.kept == WORDS_ERASED)
        value_set_format(arena, figure, "title", SAY_GOAL_ERASED, shown->number);
    else if (goal_is_own(row))
        value_set_text(arena, figure, "own", row->words.said);
    else
        value_set_format(arena, figure, "title", SAY_GOAL_WRITTEN_BY, shown->number, by_words(row),
                         row->words.said);
}

/* --- what became of it ------------------------------------------------------------------------ */

/* Since when it has stood as `row` says, as far as the same rows say. */
static day stands_since(const struct shown_goal *shown, const struct stored_goal_row *row)
{
    day since = row->date;
    for (const struct stored_goal_row *at = row; at >= shown->goal->rows; at--) {
        if (!at->status || goal_is_own(at) != goal_is_own(row))
            continue;
        if (strcmp(at->status, row->status) != 0)
            break;
        since = at->date;
    }
    return since;
}

static const char *reason_words(const struct shown_goal *shown, const char *reason)
{
    return strcmp(reason, "other") == 0 ? SAY_WAY_OTHER
                                        : shelf_label((void *)shown->page->shelf, "reason", reason);
}

static const char *active_words(const struct shown_goal *shown, const struct stored_goal_row *row)
{
    struct arena *arena = shown->page->arena;
    day first = shown->goal->rows[0].date;
    if (!row || row->date == first)
        return arena_format(arena, SAY_GOAL_ACTIVE, day_words(arena, first));
    return arena_format(arena, SAY_GOAL_STILL, day_words(arena, first),
                        day_words(arena, row->date));
}

static const char *held_words(const struct shown_goal *shown, const struct stored_goal_row *row)
{
    struct arena *arena = shown->page->arena;
    const char *since =
        arena_format(arena, SAY_GOAL_HELD, day_month_words(arena, stands_since(shown, row)));
    if (!row->reason)
        return since;
    return arena_format(arena, "%s" SAY_GOAL_WAY, since, reason_words(shown, row->reason));
}

static const char *crossed_words(const struct shown_goal *shown, const struct stored_goal_row *row)
{
    struct arena *arena = shown->page->arena;
    const char *on = day_words(arena, row->date);
    return row->reason
               ? arena_format(arena, SAY_GOAL_CROSSED_WHY, on, reason_words(shown, row->reason))
               : arena_format(arena, SAY_GOAL_CROSSED, on);
}

static const char *by_other(const struct shown_goal *shown, const struct stored_goal_row *row)
{
    static const struct {
        const char *status, *words;
    } known[] = {
        {"active", SAY_STATUS_ACTIVE},   {"on_hold", SAY_STATUS_HELD},
        {"reached", SAY_STATUS_REACHED}, {"changed", SAY_STATUS_CHANGED},
        {"let_go", SAY_STATUS_LET_GO},
    };
    struct arena *arena = shown->page->arena;
    size_t i = 0;
    while (strcmp(known[i].status, row->status) != 0)
        i++;
    return arena_format(arena, SAY_GOAL_BY_OTHER, day_words(arena, row->date), by_words(row),
                        known[i].words);
}

static const char *status_words(const struct shown_goal *shown)
{
    struct arena *arena = shown->page->arena;
    const struct stored_goal_row *row = goal_status(shown);
    if (row && !goal_is_own(row))
        return by_other(shown, row);
    if (row && strcmp(row->status, "on_hold") == 0)
        return held_words(shown, row);
    if (row && strcmp(row->status, "let_go") == 0)
        return crossed_words(shown, row);
    if (row && strcmp(row->status, "reached") == 0)
        return arena_format(arena, SAY_GOAL_REACHED, day_words(arena, row->date));
    if (row && strcmp(row->status, "changed") == 0)
        return arena_format(arena, SAY_GOAL_CHANGED, day_words(arena, row->date));
    return active_words(shown, row);
}

/* --- ratings ---------------------------------------------------------------------------------- */

/* From what to what it is rated, and what its levels are called. */
struct levels {
    double low, high;
    const struct item *item; /* of its instrument, or NULL */
};

static struct levels levels_of(const struct shown_goal *shown)
{
    const struct person_page *page = shown->page;
    struct levels levels = {0, 10, NULL};
    for (size_t i = 0; shown->goal->instrument && i < page->version_count; i++) {
        const struct instrument *instrument = page->versions[i].instrument;
        if (!instrument || strcmp(instrument->id, shown->goal->instrument) != 0)
            continue;
        levels.item = &instrument->items[instrument->item_count - 1];
        levels.low = levels.item->from;
        levels.high = levels.item->to;
    }
    return levels;
}

static const char *level_words(struct arena *arena, const struct levels *levels, double level)
{
    for (size_t i = 0; levels->item && i < levels->item->option_count; i++)
        if (levels->item->options[i].code == level && levels->item->options[i].label)
            return levels->item->options[i].label;
    return number_text(arena, level);
}

static const char *no_rating_words(const char *kind)
{
    int none = MISSING;
    while (strcmp(no_answer_word[none], kind) != 0)
        none++;
    return why_none((enum no_answer)none, SAY_NONE_MISSING);
}

static bool is_rating(const struct shown_goal *shown, const struct stored_goal_row *row)
{
    return goal_is_own(row) && (row->has_rating || row->no_rating) &&
           person_in_period(shown->page, row->date);
}

/* The person's own ratings in the period; `*rated` of them are numbers. */
static const struct stored_goal_row **ratings_of(const struct shown_goal *shown, size_t *count,
                                                 size_t *rated)
{
    const struct stored_goal_row **rows =
        arena_array(shown->page->arena, shown->count, sizeof(*rows));
    *count = *rated = 0;
    for (size_t i = 0; i < shown->count; i++) {
        if (!is_rating(shown, &shown->goal->rows[i]))
            continue;
        *rated += shown->goal->rows[i].has_rating;
        rows[(*count)++] = &shown->goal->rows[i];
    }
    return rows;
}

static const char *rating_words(struct arena *arena, const struct levels *levels,
                                const struct stored_goal_row *row)
{
    return row->has_rating ? level_words(arena, levels, row->rating)
                           : no_rating_words(row->no_rating);
}

/* The first and the latest number say what they are. */
static void add_points(struct arena *arena, const struct stored_goal_row **rows, size_t count,
                       size_t rated, struct value chart)
{
    size_t number = 0;
    for (size_t i = 0; i < count; i++) {
        struct value point = model_entry(arena, chart, "points");
        model_set_whole(arena, point, "day", rows[i]->date);
        if (!rows[i]->has_rating) {
            value_set_text(arena, point, "none", SAY_GOAL_NO_ANSWER);
            continue;
        }
        number++;
        model_set_number(arena, point, "value", rows[i]->rating);
        if (number == 1 || number == rated)
            value_set_text(arena, point, "label", number_text(arena, rows[i]->rating));
    }
}

static const char *chart_says(struct arena *arena, const struct levels *levels,
                              const struct stored_goal_row **rows, size_t count)
{
    struct text says = {0};
    for (size_t i = 0; i < count; i++)
        text_format(&says, "%s%s: %s", i ? "; " : "", day_words(arena, rows[i]->date),
                    rating_words(arena, levels, rows[i]));
    const char *copy = arena_text(arena, says.bytes);
    text_free(&says);
    return copy;
}

static void add_chart(const struct shown_goal *shown, const struct levels *levels,
                      const struct stored_goal_row **rows, size_t count, size_t rated,
                      struct value figure)
{
    struct arena *arena = shown->page->arena;
    struct value chart = model_chart(arena, "trajectory");
    value_set(arena, figure, "chart", chart);
    value_set_text(arena, chart, "title", SAY_GOAL_CHART);
    value_set_text(arena, chart, "says", chart_says(arena, levels, rows, count));
    model_set_number(arena, chart, "low", levels->low);
    model_set_number(arena, chart, "high", levels->high);
    value_set_text(arena, chart, "low_label", number_text(arena, levels->low));
    value_set_text(arena, chart, "high_label", number_text(arena, levels->high));
    value_set(arena, chart, "small", value_yes(true));
    value_set(arena, chart, "join", value_yes(true));
    axis_days(arena, shown->page->axis, chart);
    add_points(arena, rows, count, rated, chart);
}

static void add_table(const struct shown_goal *shown, const struct levels *levels,
                      const struct stored_goal_row **rows, size_t count, struct value figure)
{
    struct arena *arena = shown->page->arena;
    const char *caption = arena_format(arena, SAY_GOAL_TABLE, number_text(arena, levels->low),
                                       number_text(arena, levels->high));
    struct value table = model_table(arena, figure, caption, SAY_GOAL_TABLE_HEAD);
    for (size_t i = 0; i < count; i++) {
        const char *words = rating_words(arena, levels, rows[i]);
        if (levels->item && rows[i]->has_rating)
            words = arena_format(arena, "%s: %s", number_text(arena, rows[i]->rating), words);
        const char *cells[] = {words, NULL};
        model_table_row(arena, table, day_words(arena, rows[i]->date), cells);
    }
}

static void note_others(const struct shown_goal *shown, struct value figure)
{
    for (size_t i = 0; i < shown->count; i++) {
        const struct stored_goal_row *row = &shown->goal->rows[i];
        if (goal_is_own(row) || !row->has_rating || !person_in_period(shown->page, row->date))
            continue;
        char *says = arena_format(shown->page->arena, SAY_GOAL_RATED_BY, by_words(row));
        if (*says >= 'a' && *says <= 'z')
            *says += 'A' - 'a';
        model_say(shown->page->arena, figure, "note", "%s", says);
        return;
    }
}

/* --- the figure ------------------------------------------------------------------------------- */

/* A number, and what that level is called where it has a name. */
static const char *named_level(struct arena *arena, const struct levels *levels, double level)
{
    const char *number = number_text(arena, level), *words = level_words(arena, levels, level);
    return strcmp(number, words) == 0 ? number : arena_format(arena, SAY_GOAL_LEVEL, number, words);
}

static const char *rated_words(struct arena *arena, const struct levels *levels,
                               const struct stored_goal_row *one, size_t count, size_t rated)
{
    const char *low = named_level(arena, levels, levels->low);
    const char *high = named_level(arena, levels, levels->high);
    if (rated == 0)
        return "";
    if (count > 1)
        return arena_format(arena, SAY_GOAL_RATED, low, high);
    return arena_format(arena, SAY_GOAL_RATED_ONCE, day_words(arena, one->date), low, high,
                        named_level(arena, levels, one->rating));
}

void goal_figure(const struct shown_goal *shown, struct value section)
{
    struct arena *arena = shown->page->arena;
    struct levels levels = levels_of(shown);
    size_t count, rated;
    const struct stored_goal_row **rows = ratings_of(shown, &count, &rated);
    struct value figure = model_figure(arena, section);
    set_heading(shown, figure);
    value_set_format(arena, figure, "sub", "%s%s", status_words(shown),
                     rated_words(arena, &levels, rows[0], count, rated));
    if (rated && count > 1) {
        add_chart(shown, &levels, rows, count, rated, figure);
        add_table(shown, &levels, rows, count, figure);
    }
    note_others(shown, figure);
}
