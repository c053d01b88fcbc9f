/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose file it is, of which version; and who may write when. */
#include "store/store_test.h"

#include <fcntl.h>
#include <sys/wait.h>

static void assert_refused(const char *path, enum store_mode mode, enum fault_kind kind,
                           const char *words)
{
    struct store *store = NULL;
    struct fault fault = {0};
    assert_false(store_open(path, mode, &store, &fault));
    assert_int_equal(fault.kind, kind);
    if (!strstr(fault.text, words))
        fail_msg("\"%s\" does not say \"%s\"", fault.text, words);
    assert_non_null(strstr(fault.text, path));
    assert_null(store);
}

static void change(struct world *world, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void shut(struct world *world)
{
    store_close(world->store);
    world->store = NULL;
}

static void a_store_keeps_its_mark_and_area(void **state)
{
    struct world *world = *state;
    unsigned char mark[16], of_key[16];
    vault_mark(world->vault, of_key);
    store_mark(world->store, mark);
    assert_memory_equal(mark, of_key, 16);
    assert_string_equal(store_area(world->store), "Northwick");
    int64_t number;
    struct fault fault = {0};
    must(store_area_number(world->store, "Northwick", &number, &fault), &fault);
}

static void its_files_are_the_owners_alone(void **state)
{
    struct world *world = *state;
    char name[80];
    struct stat status;
    begin(world, 100);
    wide(world, "p1", 10, "1 2 3");
    end(world);
    const char *const endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "%s%s", world->path, endings[i]);
        assert_int_equal(stat(name, &status), 0);
        assert_int_equal(status.st_mode & 0777, 0600);
    }
}

static void a_store_is_never_written_over(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    assert_false(store_make(world->path, NULL, world->vault, &fault));
    assert_int_equal(fault.kind, FAULT_CREATE);
    assert_false(store_make("/tmp/no-such-folder-here/a.db", NULL, world->vault, &fault));
    assert_int_equal(fault.kind, FAULT_CREATE);
}

static void what_is_no_store_of_ours_is_refused(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    char path[80];
    snprintf(path, sizeof path, "%s/other.db", world->folder);
    assert_refused(path, STORE_READ, FAULT_NO_FILE, "alongside init");
    assert_refused(world->folder, STORE_READ, FAULT_DATA, "no plain file");
    char words[4096];
    memset(words, 'x', sizeof words);
    must(text_write_file(path, words, sizeof words, &fault), &fault);
    assert_refused(path, STORE_READ, FAULT_DATA, "no database");
    assert_refused(path, STORE_WRITE, FAULT_DATA, "no database");
    must(text_write_file(path, "", 0, &fault), &fault);
    assert_refused(path, STORE_WRITE, FAULT_DATA, "is empty, so it is no store of alongside");
}

static void a_database_of_somebody_else_is_refused_and_left_alone(void **state)
{
    struct world *world = *state;
    shut(world);
    change(world, "PRAGMA application_id = 1");
    assert_refused(world->path, STORE_WRITE, FAULT_DATA,
                   "no store of alongside, and it is left alone");
    assert_string_equal(ask(world, "PRAGMA application_id"), "1");
}

static void a_store_of_another_version_is_refused(void **state)
{
    struct world *world = *state;
    shut(world);
    change(world, "PRAGMA user_version = 2");
    assert_refused(world->path, STORE_WRITE, FAULT_DATA, "made by a later version of alongside");
    assert_refused(world->path, STORE_READ, FAULT_DATA, "made by a later version of alongside");
    change(world, "PRAGMA user_version = 0");
    assert_refused(world->path, STORE_WRITE, FAULT_DATA, "never finished");
    change(world, "PRAGMA user_version = 1");
    open_world_store(world, STORE_READ);
}

static void a_second_writer_is_told_to_try_again(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct store *second;
    struct import *import;
    int64_t all, sharing;
    begin(world, 100);
    wide(world, "p1", 10, "1 2 3");
    must(store_open(world->path, STORE_WRITE, &second, &fault), &fault);
    store_unlock(second, world->vault);
    assert_false(store_import_begin(second, "b.csv", 100, &import, &fault));
    assert_int_equal(fault.kind, FAULT_BUSY);
    /* A reader does not wait, and sees what stood before. */
    must(store_count_people(second, &all, &sharing, &fault), &fault);
    assert_int_equal(all, 0);
    end(world);
    must(store_count_people(second, &all, &sharing, &fault), &fault);
    assert_int_equal(all, 1);
    store_close(second);
}

static void a_store_opened_for_reading_cannot_be_written(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    shut(world);
    open_world_store(world, STORE_READ);
    assert_false(store_import_begin(world->store, "b.csv", 100, &world->import, &fault));
    assert_int_equal(fault.kind, FAULT_CREATE);
    assert_string_equal(ask(world, "SELECT count(*) FROM import"), "0");
}

/* In a child that may write nowhere: tests are often run as root, whom no folder refuses. */
static int in_a_folder_of_others(struct world *world)
{
    struct store *store = NULL;
    struct fault fault = {0};
    char path[80];
    snprintf(path, sizeof path, "%s/new.db", world->folder);
    if (setgid(65534) != 0 || setuid(65534) != 0)
        return geteuid() == 0 ? 3 : 0;
    if (store_make(path, NULL, world->vault, &fault) || fault.kind != FAULT_CREATE)
        return 1;
    if (store_open(world->path, STORE_READ, &store, &fault))
        return 2;
    return fault.kind == FAULT_CREATE ? 0 : 4;
}

static void a_folder_that_is_not_ours_is_said(void **state)
{
    struct world *world = *state;
    shut(world);
    chmod(world->folder, 0555);
    chmod(world->path, 0444);
    pid_t child = fork();
    if (child == 0)
        _exit(in_a_folder_of_others(world));
    int status;
    waitpid(child, &status, 0);
    chmod(world->folder, 0755);
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void nothing_is_left_beside_the_store(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "1 2 3");
    DIR *folder = opendir(world->folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        assert_null(strstr(entry->d_name, "staged"));
    closedir(folder);
    end(world);
}

/* Ends the process in the middle of an import, as a power cut would. */
static void an_import_that_is_killed_changes_nothing(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "1 2 3");
    end(world);
    const char *before = content(world);
    shut(world);
    pid_t child = fork();
    if (child == 0) {
        open_world_store(world, STORE_WRITE);
        begin(world, 101);
        for (int i = 0; i < 5000; i++)
            wide(world, arena_format(world->arena, "n%d", i), 10, "1 2 3");
        merge(world);
        _exit(0);
    }
    int status;
    waitpid(child, &status, 0);
    open_world_store(world, STORE_WRITE);
    assert_string_equal(content(world), before);
}

static void the_defences_are_on(void **state)
{
    struct world *world = *state;
    assert_string_equal(ask(world, "PRAGMA journal_mode"), "wal");
    assert_string_equal(ask(world, "PRAGMA integrity_check"), "ok");
    assert_string_equal(ask(world, "PRAGMA foreign_key_check"), "");
    assert_string_equal(ask(world, "PRAGMA application_id"), "1634496366");
}

/* The store's columns are the lists of ground/words.h, in their order. */
static void columns_are_those_of_the_lists(void **state)
{
    struct world *world = *state;
    struct text events = {0}, people = {0};
    text_put(&events, "person\nn\nid\nk\nrecorded\nimport\ndate\nkind");
    for (int i = 0; i < EVENT_COLUMN_COUNT; i++)
        text_format(&events, "\n%s", event_column[i].name);
    text_put(&people, "person\ndate\nrecorded\nimport\narea");
    for (size_t i = 0; i < person_column_count; i++)
        text_format(&people, "\n%s", person_column[i].name);
    assert_string_equal(ask(world, "SELECT name FROM pragma_table_info('event')"), events.bytes);
    assert_string_equal(ask(world, "SELECT name FROM pragma_table_info('person')"), people.bytes);
    text_free(&events);
    text_free(&people);
}

static void raters_and_modes_are_those_of_the_lists(void **state)
{
    struct world *world = *state;
    struct text words = {0};
    const char *lists[] = {raters, modes}, *word;
    size_t length;
    for (size_t i = 0; i < 2; i++)
        for (const char *at = lists[i]; text_word(&at, &word, &length);)
            text_format(&words, "%s%.*s", words.length ? "\n" : "", (int)length, word);
    assert_string_equal(ask(world, "SELECT word FROM (SELECT 0 AS t, rater AS n, word FROM rater"
                                   " UNION ALL SELECT 1, mode, word FROM mode) ORDER BY t, n"),
                        words.bytes);
    text_free(&words);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_store_keeps_its_mark_and_area),
        TEST(its_files_are_the_owners_alone),
        TEST(a_store_is_never_written_over),
        TEST(what_is_no_store_of_ours_is_refused),
        TEST(a_database_of_somebody_else_is_refused_and_left_alone),
        TEST(a_store_of_another_version_is_refused),
        TEST(a_second_writer_is_told_to_try_again),
        TEST(a_store_opened_for_reading_cannot_be_written),
        TEST(a_folder_that_is_not_ours_is_said),
        TEST(nothing_is_left_beside_the_store),
        TEST(an_import_that_is_killed_changes_nothing),
        TEST(the_defences_are_on),
        TEST(columns_are_those_of_the_lists),
        TEST(raters_and_modes_are_those_of_the_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
