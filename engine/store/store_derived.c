/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing what is derived: one row of scores a person, and their findings. */
#include <string.h>

#include "store/store_private.h"

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

static void put_number(struct text *json, bool there, double number)
{
    if (there)
        text_number(json, number);
    else
        text_put(json, "null");
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
        text_integer(json, score->answered);
        break;
    case 2:
        text_integer(json, score->of);
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
        text_integer(json, wholes[i]);
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

void store_pack_scores(const struct derived_score *scores, size_t count, struct text *json)
{
    text_char(json, '[');
    for (size_t i = 0; i < count;) {
        if (i)
            text_char(json, ',');
        i += put_administration(json, scores + i, count - i);
    }
    text_char(json, ']');
}

static bool write_scores(struct store *store, const struct derived_row *row, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!row->scores)
        return true;
    if (!sql_kept(store, KEPT_SCORE_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, row->person);
    sql_text(stmt, 2, row->scores);
    return sql_do(stmt, fault);
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

/* Nobody who is worked out for the first time has anything to take away. */
static bool take_away(struct store *store, int64_t person, struct fault *fault)
{
    static const enum kept which[] = {KEPT_SCORE_GONE, KEPT_FINDINGS_GONE, KEPT_UNTOUCH,
                                      KEPT_FAILED_GONE, KEPT_DUE_GONE};
    for (size_t i = 0; !store->emptied && i < sizeof which / sizeof *which; i++)
        if (!run_for(store, which[i], person, fault))
            return false;
    return true;
}

static bool write_due(struct store *store, const struct derived_row *row, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (row->next == DAY_NONE)
        return true;
    if (!sql_kept(store, KEPT_DUE_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, row->person);
    sql_whole(stmt, 2, row->next);
    return sql_do(stmt, fault);
}

bool store_derive_person(struct store *store, const struct derived_row *row, struct fault *fault)
{
    if (!take_away(store, row->person, fault) || !write_scores(store, row, fault))
        return false;
    for (size_t i = 0; i < row->finding_count; i++)
        if (!write_finding(store, row->person, i, &row->findings[i], fault))
            return false;
    return write_due(store, row, fault) &&
           (row->settled || run_for(store, KEPT_FAILED_NEW, row->person, fault));
}

/* --- apart ------------------------------------------------------------------------------------ */

/* SQLite looks for a name among the temporary tables first, so every statement of this connection
 * uses these instead. They live in a file of mode 0600 that SQLite unlinks as it opens it. Versions
 * of plugins are among them, because a version may be met here that nothing kept was made with. */
static const char apart_sql[] =
    "BEGIN;"
    "CREATE TEMP TABLE touched (person INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE failed (person INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE due (person INTEGER PRIMARY KEY, date INTEGER);"
    "CREATE TEMP TABLE derived (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TEMP TABLE collected (area TEXT, kind TEXT, since INTEGER, person INTEGER,"
    " PRIMARY KEY (area, kind)) WITHOUT ROWID;"
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
