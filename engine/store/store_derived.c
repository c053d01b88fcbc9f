/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing what is derived: one row of scores a person, and their findings. */
#include <math.h>
#include <string.h>

#include "store/store_private.h"

/* --- beginning -------------------------------------------------------------------------------- */

static bool is_derived_with(struct store *store, const char *name, const char *value, bool *same,
                            struct fault *fault)
{
    sqlite3_stmt *stmt;
    *same = false;
    bool good =
        sql_prepare(store->db, "SELECT 1 FROM derived WHERE name = ? AND value = ?", &stmt, fault);
    if (good) {
        sql_text(stmt, 1, name);
        sql_text(stmt, 2, value);
        good = sql_row(stmt, same, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool derive_with(struct store *store, const char *name, const char *value,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(store->db, "INSERT OR REPLACE INTO derived (name, value) VALUES (?,?)",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, name);
        sql_text(stmt, 2, value);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool start_again(struct store *store, const char *fingerprint, const char *as_of,
                        struct fault *fault)
{
    store->emptied = true;
    return sql_run(store->db, "DELETE FROM score; DELETE FROM finding; DELETE FROM touched;",
                   fault) &&
           derive_with(store, "plugins", fingerprint, fault) &&
           derive_with(store, "as_of", as_of, fault);
}

static bool bring_up_to(struct store *store, const char *fingerprint, const char *as_of,
                        bool rebuild, struct fault *fault)
{
    bool same_plugins, same_day;
    return is_derived_with(store, "plugins", fingerprint, &same_plugins, fault) &&
           is_derived_with(store, "as_of", as_of, &same_day, fault) &&
           ((same_plugins && same_day && !rebuild) ||
            start_again(store, fingerprint, as_of, fault));
}

bool store_derive_begin(struct store *store, const char *fingerprint, day as_of, bool rebuild,
                        int64_t *touched, struct fault *fault)
{
    struct arena *arena = arena_new();
    bool begun = sql_begin(store, fault);
    store->emptied = false;
    bool good = begun && bring_up_to(store, fingerprint, day_text(arena, as_of), rebuild, fault) &&
                sql_number(store->db,
                           store->emptied ? "SELECT count(*) FROM reference"
                                          : "SELECT count(*) FROM touched",
                           0, touched, fault);
    if (begun && !good)
        sql_end(store, false, NULL);
    arena_free(arena);
    return good;
}

bool store_derive_end(struct store *store, bool keep, struct fault *fault)
{
    store->emptied = false;
    return sql_end(store, keep, fault);
}

/* --- scores ----------------------------------------------------------------------------------- */

static void put_json_text(struct text *json, const char *text)
{
    text_char(json, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            text_format(json, "\\%c", c);
        else if (c < 0x20)
            text_format(json, "\\u%04x", c);
        else
            text_char(json, (char)c);
    }
    text_char(json, '"');
}

static void put_whole(struct text *json, int64_t whole)
{
    char digits[24], *at = digits + sizeof digits;
    uint64_t left = whole < 0 ? -(uint64_t)whole : (uint64_t)whole;
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (whole < 0)
        *--at = '-';
    text_add(json, at, (size_t)(digits + sizeof digits - at));
}

/* Most numbers of scores are whole, and finding the shortest digits of any other takes long. */
static void put_number(struct text *json, bool there, double number)
{
    if (!there)
        text_put(json, "null");
    else if (fabs(number) < 1e15 && number == floor(number))
        put_whole(json, (int64_t)number);
    else
        text_number(json, number);
}

static void put_text(struct text *json, const char *text)
{
    if (text)
        put_json_text(json, text);
    else
        text_put(json, "null");
}

/* How many of a score's parts are written: what stands for itself is left off at the end. */
enum { PARTS_ANSWERED = 2, PARTS_OF, PARTS_RANGE = 5, PARTS_REASON, PARTS_SE };

static int parts(const struct derived_score *score)
{
    bool sure = score->has_value && score->has_range && score->lowest == score->value &&
                score->highest == score->value;
    if (score->has_se)
        return PARTS_SE;
    if (score->reason)
        return PARTS_REASON;
    if (!sure)
        return PARTS_RANGE;
    return score->answered == score->of ? PARTS_ANSWERED : PARTS_OF;
}

static void put_value(struct text *json, const struct derived_score *score)
{
    if (score->category)
        put_json_text(json, score->category);
    else
        put_number(json, score->has_value, score->value);
}

static void put_part(struct text *json, const struct derived_score *score, int part)
{
    switch (part) {
    case 0:
        put_value(json, score);
        break;
    case 1:
        put_whole(json, score->answered);
        break;
    case 2:
        put_whole(json, score->of);
        break;
    case 3:
        put_number(json, score->has_range, score->lowest);
        break;
    case 4:
        put_number(json, score->has_range, score->highest);
        break;
    case 5:
        put_text(json, score->reason);
        break;
    default:
        put_number(json, score->has_se, score->se);
    }
}

static void put_score(struct text *json, const struct derived_score *score)
{
    int count = parts(score);
    for (int i = 0; i < count; i++) {
        text_char(json, i ? ',' : '[');
        put_part(json, score, i);
    }
    text_char(json, ']');
}

static bool same_administration(const struct derived_score *a, const struct derived_score *b)
{
    return a->instrument == b->instrument && a->date == b->date && a->place == b->place &&
           a->time == b->time && a->by == b->by && a->mode == b->mode;
}

static void put_wholes(struct text *json, const int *wholes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_char(json, i ? ',' : '[');
        put_whole(json, wholes[i]);
    }
}

static void put_how(struct text *json, const struct derived_score *score)
{
    const int how[] = {score->place, score->time, score->by, score->mode, (int)score->taken_from};
    static const int usual[] = {0, -1, 0, 0, 0};
    if (memcmp(how, usual, sizeof how) == 0) {
        text_put(json, ",0");
        return;
    }
    text_char(json, ',');
    put_wholes(json, how, sizeof how / sizeof *how - !score->taken_from);
    text_char(json, ']');
}

/* The scores of one administration, which stand together; gives how many they are. */
static size_t put_administration(struct text *json, const struct derived_score *scores,
                                 size_t count)
{
    const int about[] = {(int)scores->instrument, scores->date};
    int scale = 0;
    size_t n = 0;
    put_wholes(json, about, sizeof about / sizeof *about);
    put_how(json, scores);
    for (; n < count && same_administration(scores, &scores[n]) && scores[n].scale >= scale; n++) {
        for (; scale < scores[n].scale; scale++)
            text_put(json, ",null");
        text_char(json, ',');
        put_score(json, &scores[n]);
        scale++;
    }
    text_char(json, ']');
    return n;
}

static bool write_scores(struct store *store, int64_t person, const struct derived_score *scores,
                         size_t count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    struct text json = {0};
    if (count == 0)
        return true;
    if (!sql_kept(store, KEPT_SCORE_NEW, &stmt, fault))
        return false;
    text_char(&json, '[');
    for (size_t i = 0; i < count;) {
        if (i)
            text_char(&json, ',');
        i += put_administration(&json, scores + i, count - i);
    }
    text_char(&json, ']');
    sql_whole(stmt, 1, person);
    sql_text(stmt, 2, json.bytes);
    bool good = sql_do(stmt, fault);
    text_free(&json);
    return good;
}

/* --- findings --------------------------------------------------------------------------------- */

static bool write_finding(struct store *store, int64_t person, size_t n,
                          const struct derived_finding *finding, struct fault *fault)
{
    const char *const texts[] = {finding->finding, finding->date,      finding->state, finding->why,
                                 finding->basis,   finding->certainty, finding->class};
    const char *const more[] = {finding->unit, finding->events, finding->told};
    sqlite3_stmt *stmt;
    if (!sql_kept(store, KEPT_FINDING_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sql_whole(stmt, 2, finding->indicator);
    sql_whole(stmt, 3, (int64_t)n);
    for (int i = 0; i < 7; i++)
        sql_text(stmt, 4 + i, texts[i] ? texts[i] : "");
    if (finding->has_value)
        sqlite3_bind_double(stmt, 11, finding->value);
    for (int i = 0; i < 3; i++)
        sql_text(stmt, 12 + i, more[i] ? more[i] : "");
    sql_text(stmt, 15, finding->window ? "yes" : "no");
    return sql_do(stmt, fault);
}

static bool run_for(struct store *store, enum kept which, int64_t person, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(store, which, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    return sql_do(stmt, fault);
}

bool store_derive_person(struct store *store, int64_t person, const struct derived_score *scores,
                         size_t score_count, const struct derived_finding *findings,
                         size_t finding_count, bool settled, struct fault *fault)
{
    if (!store->emptied && (!run_for(store, KEPT_SCORE_GONE, person, fault) ||
                            !run_for(store, KEPT_FINDINGS_GONE, person, fault)))
        return false;
    if (!write_scores(store, person, scores, score_count, fault))
        return false;
    for (size_t i = 0; i < finding_count; i++)
        if (!write_finding(store, person, i, &findings[i], fault))
            return false;
    return settled == store->emptied ||
           run_for(store, settled ? KEPT_UNTOUCH : KEPT_TOUCH, person, fault);
}

/* --- apart ------------------------------------------------------------------------------------ */

/* SQLite looks for a name among the temporary tables first, so every statement of this connection
 * uses these instead. They live in a file of mode 0600 that SQLite unlinks as it opens it. Versions
 * of plugins are among them, because a version may be met here that nothing kept was made with. */
static const char apart_sql[] =
    "BEGIN;"
    "CREATE TEMP TABLE touched (person INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE derived (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TEMP TABLE score (person INTEGER PRIMARY KEY, scores TEXT);"
    "CREATE TEMP TABLE finding AS SELECT * FROM main.finding WHERE 0;"
    "CREATE UNIQUE INDEX temp.finding_by_person ON finding (person, indicator, n);"
    "CREATE TEMP TABLE scale (instrument INTEGER, n INTEGER, id TEXT, PRIMARY KEY (instrument, n));"
    "INSERT INTO temp.scale SELECT instrument, n, id FROM main.scale;"
    "CREATE TEMP TABLE plugin (plugin INTEGER PRIMARY KEY, kind TEXT, id TEXT, version TEXT, pin "
    "TEXT,"
    " fingerprint TEXT, source TEXT, items TEXT, UNIQUE (kind, id, version));"
    "INSERT INTO temp.plugin SELECT plugin, kind, id, version, pin, fingerprint, source, items"
    " FROM main.plugin;"
    "COMMIT;";

bool store_derive_apart(struct store *store, struct fault *fault)
{
    if (store->apart)
        return true;
    store->apart = sql_run(store->db, "PRAGMA temp_store = FILE", fault) &&
                   sql_run(store->db, apart_sql, fault);
    if (!store->apart)
        sql_end(store, false, NULL);
    return store->apart;
}
