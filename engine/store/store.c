/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and opening a store: whose file it is, of which version, and with what settings. */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/store_private.h"
#include "vault/vault.h"

/* "alon" in ASCII: `file` and any SQLite tool show whose database it is. */
enum { APPLICATION = 0x616c6f6e };

static const unsigned char schema[] = {
#include "store_schema.inc"
};

/* What leads from one version of the store to the next. A step is never altered once released. */
static const struct step {
    int version;
    const unsigned char *sql;
} steps[] = {{1, schema}};
enum { STEP_COUNT = sizeof steps / sizeof *steps };

static int version_now(void)
{
    return steps[STEP_COUNT - 1].version;
}

/* --- settings --------------------------------------------------------------------------------- */

/* Hostile files and look-alike SQL are kept out by SQLite's own defences
 * (sqlite.org/security.html). */
static void defend(sqlite3 *db)
{
    static const int on_off[][2] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    };
    for (size_t i = 0; i < sizeof on_off / sizeof *on_off; i++)
        sqlite3_db_config(db, on_off[i][0], on_off[i][1], NULL);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 256 << 20);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_extended_result_codes(db, 1);
}

static bool settle(sqlite3 *db, struct fault *fault)
{
    defend(db);
    return sql_run(
        db,
        "PRAGMA busy_timeout = 5000; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
        "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;",
        fault);
}

/* One connection is used by one thread, so SQLite's locks and its counting of memory, which needs
 * one, would only cost time. */
static bool connect_to(const char *path, int flags, sqlite3 **db, struct fault *fault)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* does nothing once a connection was made */
    if (sqlite3_open_v2(path, db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL) !=
        SQLITE_OK)
        return sql_fault(*db, fault);
    return settle(*db, fault);
}

/* --- versions --------------------------------------------------------------------------------- */

static bool take_step(sqlite3 *db, const struct step *step, struct fault *fault)
{
    char pragma[40];
    sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA user_version = %d", step->version);
    return sql_run(db, (const char *)step->sql, fault) && sql_run(db, pragma, fault);
}

/* Each step in one transaction: a store is of one version or of the next, never between. */
static bool migrate(struct store *store, int64_t from, struct fault *fault)
{
    for (size_t i = 0; i < STEP_COUNT; i++) {
        if (steps[i].version <= from)
            continue;
        if (!sql_begin(store, fault))
            return false;
        bool good = take_step(store->db, &steps[i], fault);
        if (!sql_end(store, good, fault) || !good)
            return false;
    }
    return true;
}

/* What an `init` leaves that was killed before anything stood in the store. */
static bool is_blank(sqlite3 *db, int64_t application, int64_t version)
{
    struct fault ignored;
    int64_t blank;
    return application == 0 && version == 0 &&
           sql_number(db, "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", 0, &blank, &ignored) &&
           blank;
}

static bool check_version(struct store *store, const char *path, enum store_mode mode,
                          struct fault *fault)
{
    int64_t application, version;
    if (!sql_number(store->db, "PRAGMA application_id", 0, &application, fault) ||
        !sql_number(store->db, "PRAGMA user_version", 0, &version, fault))
        return false;
    bool blank = is_blank(store->db, application, version);
    if (application != APPLICATION && !blank)
        return fault_set(fault, FAULT_DATA,
                         "%s is a database, but no store of alongside, and it is left "
                         "alone. Name the store with --store, or make one with: alongside init",
                         path);
    if (version > version_now())
        return fault_set(
            fault, FAULT_DATA,
            "%s was made by a later version of alongside (its store is of "
            "version %d, this program knows up to %d). Install that version and try again.",
            path, (int)version, version_now());
    if (version < 1)
        return fault_set(fault, FAULT_DATA,
                         "%s was never finished, so nothing is in it. Remove it and "
                         "make it again with: alongside init",
                         path);
    if (version < version_now() && mode == STORE_READ)
        return fault_set(fault, FAULT_DATA,
                         "%s was made by an earlier version of alongside, and reading "
                         "alone changes nothing. Bring it up to date with: alongside score",
                         path);
    return version == version_now() || migrate(store, version, fault);
}

/* --- what the store says of itself ------------------------------------------------------------ */

static bool hex_value(const char *hex, unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char pair[3] = {hex[2 * i], hex[2 * i] ? hex[2 * i + 1] : 0, 0};
        char *end;
        bytes[i] = (unsigned char)strtoul(pair, &end, 16);
        if (end != pair + 2)
            return false;
    }
    return hex[2 * count] == '\0';
}

static bool take_about(struct store *store, const char *name, const char *value)
{
    if (strcmp(name, "mark") == 0)
        return hex_value(value, store->mark, sizeof store->mark);
    if (strcmp(name, "area") == 0) {
        size_t size = strlen(value) + 1;
        store->area = memcpy(memory(size), value, size);
    }
    return true;
}

static bool read_about(struct store *store, const char *path, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(store->db, "SELECT name, value FROM about", &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row)
        if (!take_about(store, (const char *)sqlite3_column_text(stmt, 0),
                        (const char *)sqlite3_column_text(stmt, 1)))
            good = fault_set(fault, FAULT_DATA,
                             "%s says of which key it is, but not in a way that can be "
                             "read. Bring back a copy of it, with the key that belongs to it.",
                             path);
    sqlite3_finalize(stmt);
    return good;
}

static bool add_about(sqlite3 *db, const char *name, const char *value, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(db, "INSERT INTO about (name, value) VALUES (?,?)", &stmt, fault);
    if (good) {
        sql_text(stmt, 1, name);
        sql_text(stmt, 2, value);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_schema_anew(sqlite3 **db, struct fault *fault)
{
    bool good = connect_to(":memory:", SQLITE_OPEN_READWRITE, db, fault);
    for (size_t i = 0; i < STEP_COUNT && good; i++)
        good = take_step(*db, &steps[i], fault);
    return good;
}

/* --- making ----------------------------------------------------------------------------------- */

static bool add_area(struct store *store, const char *area, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(store, KEPT_AREA_NEW, &stmt, fault))
        return false;
    sql_text(stmt, 1, area);
    return sql_do(stmt, fault) && add_about(store->db, "area", area, fault);
}

static bool fill(struct store *store, const char *area, const struct vault *vault,
                 struct fault *fault)
{
    unsigned char mark[VAULT_HASH];
    char hex[2 * VAULT_HASH + 1], pragma[60];
    vault_mark(vault, mark);
    for (int i = 0; i < 16; i++)
        sqlite3_snprintf(3, hex + 2 * i, "%02x", mark[i]);
    sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d", APPLICATION);
    for (size_t i = 0; i < STEP_COUNT; i++)
        if (!take_step(store->db, &steps[i], fault))
            return false;
    return sql_run(store->db, pragma, fault) && add_about(store->db, "mark", hex, fault) &&
           (!area || add_area(store, area, fault)) && seal_rest(store, fault);
}

static bool fill_new(struct store *store, const char *path, const char *area,
                     const struct vault *vault, struct fault *fault)
{
    if (!connect_to(path, SQLITE_OPEN_READWRITE, &store->db, fault) ||
        !sql_run(store->db, "PRAGMA journal_mode = WAL", fault) || !sql_begin(store, fault))
        return false;
    bool good = fill(store, area, vault, fault);
    return sql_end(store, good, fault) && good;
}

static void remove_files(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    struct text name = {0};
    for (size_t i = 0; i < 3; i++) {
        text_clear(&name);
        text_format(&name, "%s%s", path, endings[i]);
        unlink(name.bytes);
    }
    text_free(&name);
}

bool store_make(const char *path, const char *area, const struct vault *vault, struct fault *fault)
{
    /* Made empty first, because only so is it nobody else's from its first byte on; SQLite gives
     * the files beside it the same mode. */
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST)
        return fault_set(fault, FAULT_CREATE,
                         "%s is there already, and a store is never written over. "
                         "Name another file with --store.",
                         path);
    if (file < 0)
        return fault_set(fault, FAULT_CREATE,
                         "%s cannot be made: %s. Choose a folder that you may "
                         "write in, with --store.",
                         path, strerror(errno));
    close(file);
    struct store *store = memory(sizeof *store);
    *store = (struct store){.vault = vault};
    bool good = fill_new(store, path, area, vault, fault);
    store_close(store);
    if (!good)
        remove_files(path);
    return good;
}

/* --- opening ---------------------------------------------------------------------------------- */

/* Asked before SQLite is: it would leave files beside the store that nobody may write. */
static bool check_rights(const char *path, enum store_mode mode, struct fault *fault)
{
    if (access(path, R_OK) != 0)
        return fault_set(fault, FAULT_IO,
                         "%s cannot be opened: %s. The store must be yours to read and write.",
                         path, strerror(errno));
    return mode == STORE_READ || access(path, W_OK) == 0 ||
           fault_set(fault, FAULT_CREATE,
                     "%s cannot be written: %s. Nothing was changed. The store and its folder must "
                     "be yours to write in.",
                     path, strerror(errno));
}

static bool check_kind(const char *path, const struct stat *status, struct fault *fault)
{
    enum { HEADER = 100 }; /* bytes that every database begins with; SQLite takes less for none */
    if (S_ISREG(status->st_mode) && status->st_size == 0)
        return fault_set(fault, FAULT_DATA,
                         "%s is empty, so it is no store of alongside. Bring back a copy of it, or "
                         "remove it and make a store with: alongside init",
                         path);
    const char *what = !S_ISREG(status->st_mode)  ? "plain file"
                       : status->st_size < HEADER ? "database"
                                                  : NULL;
    return !what || fault_set(fault, FAULT_DATA,
                              "%s is no %s, so it is no store of alongside. Name the store with "
                              "--store, or make one with: alongside init",
                              path, what);
}

static bool check_file(const char *path, enum store_mode mode, struct fault *fault)
{
    struct stat status;
    bool there = stat(path, &status) == 0;
    if (!there && (errno == ENOENT || errno == ENOTDIR))
        return fault_set(fault, FAULT_NO_FILE,
                         "There is no store %s (%s). Name it with --store or in "
                         "ALONGSIDE_STORE, or make one with: alongside init",
                         path, strerror(errno));
    return check_rights(path, mode, fault) && check_kind(path, &status, fault);
}

bool store_open(const char *path, enum store_mode mode, struct store **store, struct fault *fault)
{
    if (!check_file(path, mode, fault))
        return false;
    struct store *opened = memory(sizeof *opened);
    *opened = (struct store){0};
    int flags = mode == STORE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (connect_to(path, flags, &opened->db, fault) && check_version(opened, path, mode, fault) &&
        read_about(opened, path, fault)) {
        *store = opened;
        return true;
    }
    store_close(opened);
    return false;
}

bool store_hold_less(struct store *store, struct fault *fault)
{
    return sql_run(store->db, "PRAGMA cache_size = -2000", fault);
}

void store_close(struct store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < KEPT_COUNT; i++)
        sqlite3_finalize(store->kept[i]);
    for (size_t i = 0; i < ROW_KINDS; i++) {
        sqlite3_finalize(store->row_there[i]);
        sqlite3_finalize(store->row_new[i]);
    }
    for (size_t i = 0; i < SEALED_TABLES; i++) {
        sqlite3_finalize(store->sealing[i].stmt);
        sqlite3_finalize(store->sealing_new[i]);
    }
    for (size_t i = 0; i < READ_TABLES; i++)
        sqlite3_finalize(store->reading[i].stmt);
    text_free(&store->sealed);
    text_free(&store->findings);
    text_free(&store->names);
    sqlite3_close(store->db);
    free(store->area);
    free(store);
}

void store_unlock(struct store *store, const struct vault *vault)
{
    store->vault = vault;
}

bool store_unlocked(struct store *store, struct fault *fault)
{
    return store->vault ||
           fault_set(fault, FAULT_NO_FILE,
                     "%s is open without its key, and what is written to it, or verified, needs "
                     "that. Name it with --keys or in ALONGSIDE_KEYS.",
                     sqlite3_db_filename(store->db, "main"));
}

void store_mark(const struct store *store, unsigned char mark[16])
{
    memcpy(mark, store->mark, sizeof store->mark);
}

const char *store_area(const struct store *store)
{
    return store->area;
}
