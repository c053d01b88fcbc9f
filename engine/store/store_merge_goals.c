/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals of an instrument: a day's goals by one rater are one administration, whose last item holds
 * every goal that stands. */
#include <stdlib.h>
#include <string.h>

#include "store/store_import.h"

/* --- goals as answers ------------------------------------------------------------------------- */

static size_t name_length(const char *goal)
{
    return strcspn(goal, ":");
}

static int compare_names(const char *a, const char *b)
{
    size_t n = name_length(a), m = name_length(b);
    int order = memcmp(a, b, n < m ? n : m);
    return order ? order : (n > m) - (n < m);
}

/* The next goal of a list parted by spaces, by name; both lists are in that order. */
static void next_goal(const char **list, struct text *out)
{
    size_t length = strcspn(*list, " ");
    if (out->length)
        text_char(out, ' ');
    text_add(out, *list, length);
    *list += length;
    *list += strspn(*list, " ");
}

static void pass_over(const char **list)
{
    *list += strcspn(*list, " ");
    *list += strspn(*list, " ");
}

const char *goals_beside(struct arena *arena, const char *answers, const char *rows)
{
    struct text both = {0};
    if (!answers || !strchr(answers, ':') || !rows)
        return rows ? rows : answers;
    while (*answers || *rows) {
        int order = !*answers ? 1 : !*rows ? -1 : compare_names(answers, rows);
        if (order == 0)
            pass_over(&answers);
        next_goal(order < 0 ? &answers : &rows, &both);
    }
    const char *kept = arena_text(arena, both.bytes);
    text_free(&both);
    return kept;
}

/* The number of a code word in a list of the store (rater, mode), and back. */
static int place_in(const char *words, const char *word)
{
    size_t length;
    int place = 0;
    for (const char *at = words, *one; word && text_word(&at, &one, &length); place++)
        if (strlen(word) == length && memcmp(word, one, length) == 0)
            return place;
    return 0;
}

static const char *word_at(struct arena *arena, const char *words, int place)
{
    const char *word = "";
    size_t length = 0;
    while (place-- >= 0 && text_word(&words, &word, &length))
        ;
    return arena_copy(arena, word, length);
}

void merge_note_goals(struct merge *merge, const struct answer_key *key,
                      const struct version *version)
{
    struct arena *arena = merge->person_arena;
    if (key->place)
        return; /* goals have days */
    const char *time =
        key->time < 0 ? "" : arena_format(arena, "%02d:%02d", key->time / 60, key->time % 60);
    merge->sheets = arena_grow(arena, merge->sheets, merge->sheet_count, &merge->sheet_room,
                               sizeof *merge->sheets);
    merge->sheets[merge->sheet_count++] = (struct goal_sheet){version->id,
                                                              version->name,
                                                              day_text(arena, key->date),
                                                              time,
                                                              word_at(arena, raters, key->by),
                                                              NULL};
}

/* --- sheets ----------------------------------------------------------------------------------- */

static bool same_sheet(const struct goal_sheet *a, const struct goal_sheet *b)
{
    return strcmp(a->instrument, b->instrument) == 0 && strcmp(a->date, b->date) == 0 &&
           strcmp(a->time, b->time) == 0 && strcmp(a->by, b->by) == 0;
}

static const char goals_sql[] =
    "SELECT goal, rating, weight FROM goal g"
    " WHERE person = ? AND instrument = ? AND date = ? AND time = ? AND by = ? AND recorded <= ?"
    " AND NOT EXISTS (SELECT 1 FROM goal h WHERE h.person = g.person AND h.date = g.date"
    "  AND h.goal = g.goal AND h.instrument = g.instrument AND h.time = g.time AND h.by = g.by"
    "  AND h.recorded <= ?6 AND (h.recorded, h.import) > (g.recorded, g.import))"
    " ORDER BY goal";

/* A goal without a rating has no answer yet. */
static void add_level(struct text *goals, const char *rating)
{
    for (int i = 0; i < NO_ANSWER_KINDS; i++)
        if (!rating || strcmp(rating, no_answer_word[i]) == 0) {
            text_char(goals, no_answer_token[rating ? i : MISSING]);
            return;
        }
    text_put(goals, rating);
}

/* `home:1@3 music:-`, as an answer is kept: a weight of 1 goes without saying. */
static void add_goal(struct text *goals, sqlite3_stmt *stmt)
{
    const char *rating = (const char *)sqlite3_column_text(stmt, 1);
    const char *weight = (const char *)sqlite3_column_text(stmt, 2);
    text_format(goals, "%s%s:", goals->length ? " " : "",
                (const char *)sqlite3_column_text(stmt, 0));
    add_level(goals, rating);
    if (weight && strcmp(weight, "1") != 0)
        text_format(goals, "@%s", weight);
}

/* A question about one sheet, as of a day. */
static bool ask(struct merge *merge, const struct goal_sheet *sheet, const char *sql, day recorded,
                sqlite3_stmt **stmt, struct fault *fault)
{
    const char *const texts[] = {sheet->instrument, sheet->date, sheet->time, sheet->by};
    if (!sql_prepare(merge->store->db, sql, stmt, fault))
        return false;
    sql_whole(*stmt, 1, merge->person);
    for (int i = 0; i < 4; i++)
        sql_text(*stmt, i + 2, texts[i]);
    sql_whole(*stmt, 6, recorded);
    return true;
}

static bool gather(struct merge *merge, const struct goal_sheet *sheet, day recorded,
                   struct text *goals, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = ask(merge, sheet, goals_sql, recorded, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row)
        add_goal(goals, stmt);
    sqlite3_finalize(stmt);
    return good;
}

static bool number_of(struct merge *merge, const struct goal_sheet *sheet, int64_t *number,
                      struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(merge->store->db,
                            "SELECT plugin FROM plugin WHERE kind = 'instrument' AND id = ?"
                            " AND version = ?",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, sheet->instrument);
        sql_text(stmt, 2, sheet->version);
        good = sql_row(stmt, &row, fault);
    }
    *number = row ? sqlite3_column_int64(stmt, 0) : 0;
    sqlite3_finalize(stmt);
    return good && (row || fault_set(fault, FAULT_OURS,
                                     "Goals came for an instrument that the store was not told "
                                     "of. This is our fault; nothing was changed."));
}

static bool read_key(struct merge *merge, const struct goal_sheet *sheet, struct answer_key *key,
                     struct fault *fault)
{
    struct version version;
    *key = (struct answer_key){.time = *sheet->time ? minutes_read(sheet->time) : -1,
                               .by = place_in(raters, sheet->by)};
    if (!day_read(sheet->date, &key->date) || !number_of(merge, sheet, &key->version, fault) ||
        !import_version(merge->import, key->version, &version, fault))
        return false;
    key->family = version.family;
    return true;
}

static bool write_as_of(struct merge *merge, const struct goal_sheet *sheet,
                        const struct answer_key *key, day recorded, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    struct text goals = {0};
    int mode = place_in(modes, sheet->mode);
    bool good = gather(merge, sheet, recorded, &goals, fault) &&
                merge_worked_out(merge, key, goals.length ? arena_text(arena, goals.bytes) : NULL,
                                 mode ? arena_format(arena, "%d", mode) : NULL, recorded, fault);
    text_free(&goals);
    return good;
}

/* Goals of the same sheet that were recorded later than this import stand beside its own from their
 * day on. */
static const char later_sql[] =
    "SELECT DISTINCT recorded FROM goal WHERE person = ? AND instrument = ? AND date = ?"
    " AND time = ? AND by = ? AND recorded > ? ORDER BY recorded";

static bool write_sheet(struct merge *merge, const struct goal_sheet *sheet, struct fault *fault)
{
    struct answer_key key;
    sqlite3_stmt *stmt;
    day recorded = merge->import->recorded;
    bool row = false;
    if (!read_key(merge, sheet, &key, fault) || !write_as_of(merge, sheet, &key, recorded, fault) ||
        !ask(merge, sheet, later_sql, recorded, &stmt, fault))
        return false;
    bool good;
    while ((good = sql_row(stmt, &row, fault)) && row &&
           (good = write_as_of(merge, sheet, &key, (day)sqlite3_column_int64(stmt, 0), fault)))
        ;
    sqlite3_finalize(stmt);
    return good;
}

bool merge_goal_sheets(struct merge *merge, struct fault *fault)
{
    for (size_t i = 0; i < merge->sheet_count; i++) {
        bool before = false;
        for (size_t j = 0; j < i && !before; j++)
            before = same_sheet(&merge->sheets[i], &merge->sheets[j]);
        if (!before && !write_sheet(merge, &merge->sheets[i], fault))
            return false;
    }
    return true;
}
