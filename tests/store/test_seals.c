/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever changes content and is not alongside shows. */
#include "store/store_test.h"

static size_t complaints(struct world *world)
{
    struct fault fault = {0};
    struct verified verified;
    must(store_verify(world->store, world->arena, &verified, &fault), &fault);
    return verified.count;
}

static const char *complaint(struct world *world)
{
    struct fault fault = {0};
    struct verified verified;
    must(store_verify(world->store, world->arena, &verified, &fault), &fault);
    return verified.count ? verified.sentences[0] : "";
}

/* An answer in words about the area, by one seat. */
static void about_area(struct world *world)
{
    struct fault fault = {0};
    const char *tokens[] = {"1", "+"}, *words[] = {NULL, "because"};
    struct import_answers row = {.line = ++world->line,
                                 .area = "Northwick",
                                 .seat = "citizens",
                                 .instrument = world->q3,
                                 .date = 10,
                                 .time = -1,
                                 .item_count = 3,
                                 .count = 2,
                                 .tokens = tokens,
                                 .words = words};
    must(store_import_answers(world->import, &row, &fault), &fault);
}

static void fill(struct world *world)
{
    struct fault fault = {0};
    struct release made = {.report = "learning",
                           .version = "1",
                           .pin = "p",
                           .area = 1,
                           .period = {100, 190},
                           .as_of = 400,
                           .model = "{}"};
    begin(world, 100);
    about_area(world);
    world->source_id = "sheet";
    for (int i = 0; i < 5; i++) {
        char ref[8];
        snprintf(ref, sizeof ref, "p%d", i);
        person_row(world, ref, "Northwick", NULL, "shares=yes called=Zig");
        wide(world, ref, 10, "1 2 3");
        event(world, ref, "e1", "2024-01-01", "contact", "worker=anna need_words=help");
        small_row(world, ROW_GOAL, ref, "date=2024-01-01|goal=home|rating=3");
        small_row(world, ROW_NOTE, ref, "date=2024-01-01|words=hello");
        small_row(world, ROW_CONSENT, ref, "date=2024-01-01|purpose=quotes|given=no");
    }
    small_row(world, ROW_SERVICE, NULL, "service=Food bank|type=food_bank");
    small_row(world, ROW_AREA, NULL, "area=Northwick");
    small_row(world, ROW_COLLECTS, NULL, "area=Northwick|kind=contact|since=2024-01-01");
    end(world);
    world->source_id = NULL;
    must(store_release_keep(world->store, &made, &fault), &fault);
    must(store_look(world->store, &(struct look){"p1", 300, "command line", "scores"}, &fault),
         &fault);
}

static void what_alongside_wrote_is_well(void **state)
{
    struct world *world = *state;
    assert_int_equal(complaints(world), 0); /* also a new one */
    fill(world);
    assert_int_equal(complaints(world), 0);
    begin(world, 101);
    wide(world, "p1", 12, "3 3 3");
    end(world);
    assert_int_equal(complaints(world), 0);
    begin(world, 102);
    wide(world, "p1", 12, "3 3 3");
    end(world);
    assert_int_equal(complaints(world), 0);
    struct fault fault = {0};
    begin(world, 103);
    wide(world, "p9", 12, "3 3 3");
    merge(world);
    must(store_import_end(world->import, false, &fault), &fault); /* a dry run */
    assert_int_equal(complaints(world), 0);
}

static void answered_by(struct world *world, int from, int step, const char *tokens)
{
    enum { PEOPLE = 2500 }; /* more than are sealed at once */
    for (int i = from; i < PEOPLE; i += step) {
        char ref[8];
        snprintf(ref, sizeof ref, "p%04d", i);
        wide(world, ref, 10, tokens);
        if (i % 3 == 0)
            event(world, ref, "e1", "2024-01-01", "contact", "need_words=help");
    }
}

static void about_an_area(struct world *world, const char *seat)
{
    const char *const cells[] = {"1", "2", "3"};
    struct fault fault = {0};
    struct import_answers row = {.line = ++world->line,
                                 .area = "Northwick",
                                 .seat = seat,
                                 .instrument = world->q3,
                                 .date = 12,
                                 .time = -1,
                                 .item_count = 3,
                                 .count = 3,
                                 .tokens = (const char **)cells};
    must(store_import_answers(world->import, &row, &fault), &fault);
}

/* Who came first has the lower number; references, in whose order people are merged, come in
 * between. */
static void people_are_sealed_whatever_order_their_numbers_have(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    answered_by(world, 1, 2, "1 2 3");
    about_an_area(world, "power");
    end(world);
    assert_int_equal(complaints(world), 0);
    begin(world, 101);
    answered_by(world, 0, 1, "3 2 1");
    about_an_area(world, "citizens");
    about_an_area(world, "power");
    end(world);
    assert_int_equal(complaints(world), 0);
    ask(world, "UPDATE event SET kind = 'x' WHERE "
               "person = (SELECT person FROM reference WHERE ref = 'p1203')");
    assert_string_equal(complaint(world), "The record of p1203 was changed by something other "
                                          "than alongside.");
}

static void every_kind_of_change_shows(void **state)
{
    static const char *const changes[] = {
        "UPDATE administration SET tokens = '1 2 4' WHERE person = 1",
        "UPDATE administration SET recorded = 99 WHERE person = 1",
        "DELETE FROM administration WHERE person = 2",
        "INSERT INTO administration SELECT person, instrument, date + 1, place, time, by, "
        "recorded, import,"
        " tokens, mode, together, why FROM administration WHERE person = 3",
        "INSERT INTO administration SELECT 77, instrument, date, place, time, by, recorded, import,"
        " tokens, mode, together, why FROM administration WHERE person = 3",
        "UPDATE person SET shares = 'no' WHERE person = 1",
        "UPDATE event SET outcome = 'need_met' WHERE person = 1",
        "DELETE FROM event WHERE person = 1",
        "UPDATE goal SET rating = '10' WHERE person = 4",
        "DELETE FROM note WHERE person = 4",
        "UPDATE note SET date = '2024-02-02' WHERE person = 4",
        "UPDATE administration_source SET id = 'another' WHERE person = 4",
        "UPDATE answer_words SET words = '0123456789abcdef'",
        "UPDATE respondent SET seat = 'power'",
        "UPDATE area_file SET within = 'Southwick'",
        "UPDATE mode SET word = 'zoom' WHERE mode = 1",
        "UPDATE rater SET word = 'boss' WHERE rater = 1",
        "UPDATE release SET model = '{ }'",
        "UPDATE consent SET given = 'yes' WHERE person = 4",
        "UPDATE words SET sealed = zeroblob(60) WHERE person = 4",
        "UPDATE reference SET ref = 'someone' WHERE person = 4",
        "UPDATE reference SET sealed = (SELECT sealed FROM reference WHERE person = 1) WHERE "
        "person = 2",
        "UPDATE service SET type = 'bank'",
        "DELETE FROM service",
        "DELETE FROM collects",
        "UPDATE area SET ref = 'Southwick'",
        "UPDATE plugin SET source = 'return { }' WHERE answered",
        "UPDATE import SET recorded = 1",
        "UPDATE about SET value = 'Southwick' WHERE name = 'area'",
        "UPDATE seal SET hash = zeroblob(16) WHERE person = 3",
        "DELETE FROM seal WHERE person = 3",
        "DELETE FROM seal WHERE person = 0",
        "UPDATE look SET who = 'nobody'",
        "DROP VIEW answer",
        "INSERT INTO release (report, version, pin, area, first, last, as_of, model, people)"
        " VALUES ('x', '1', 'p', 1, 1, 2, 3, '{}', x'')",
    };
    struct world *world = *state;
    fill(world);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        sqlite3 *db;
        assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
        char *why = NULL;
        if (sqlite3_exec(db, changes[i], NULL, NULL, &why) != SQLITE_OK)
            fail_msg("%s: %s", changes[i], why);
        assert_true(sqlite3_total_changes(db) > 0 || strncmp(changes[i], "DROP", 4) == 0);
        if (complaints(world) == 0)
            fail_msg("unseen: %s", changes[i]);
        sqlite3_close(db);
        tear_down(state);
        set_up(state);
        world = *state;
        fill(world);
    }
}

static void the_person_is_named_and_nothing_of_them(void **state)
{
    struct world *world = *state;
    fill(world);
    ask(world, "UPDATE administration SET tokens = '9 9 9' WHERE person = 3");
    assert_string_equal(complaint(world),
                        "The record of p2 was changed by something other than alongside.");
}

static void looks_are_kept_once_a_day_and_chained(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    fill(world);
    for (int i = 0; i < 3; i++) {
        struct look look = {i == 2 ? NULL : "p1", 301, "command line", "scores"};
        must(store_look(world->store, &look, &fault), &fault);
    }
    assert_string_equal(
        ask(world, "SELECT day, ref, who, what FROM look LEFT JOIN reference USING (person)"),
        "300|p1|command line|scores\n301|p1|command line|scores\n301||command line|scores");
    assert_int_equal(complaints(world), 0);
    begin(world, 101);
    wide(world, "p1", 12, "3 3 3");
    end(world);
    ask(world, "DELETE FROM look WHERE look = 3"); /* the last one, which the seal covers since */
    assert_string_equal(complaint(world),
                        "Who looked at whom was changed by something other than alongside.");
}

/* --- what was changed is found before it is sealed anew --------------------------------------- */

/* By a program that keeps to nothing: it is not stopped by references either. */
static void tamper(struct world *world, const char *sql)
{
    sqlite3 *db;
    char *why = NULL;
    assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
        fail_msg("%s: %s", sql, why);
    sqlite3_close(db);
}

/* Writes something of everybody and about the area; false where that is refused. */
static bool write_to_all(struct world *world, struct fault *fault)
{
    struct import_result result = {0};
    if (!store_import_begin(world->store, "next.csv", 110, &world->import, fault))
        return false;
    use_q3(world);
    for (int i = 0; i < 6; i++) {
        char ref[8];
        snprintf(ref, sizeof ref, "p%d", i);
        wide(world, ref, 20, "3 3 3");
    }
    about_an_area(world, "citizens");
    bool good = store_import_merge(world->import, world->arena, &result, fault);
    struct fault ended = {0};
    must(store_import_end(world->import, good, &ended), &ended);
    return good;
}

static bool release_more(struct world *world, struct fault *fault)
{
    struct release next = {.report = "learning",
                           .version = "1",
                           .pin = "p",
                           .area = 1,
                           .period = {191, 200},
                           .as_of = 400,
                           .model = "{}"};
    return store_release_keep(world->store, &next, fault);
}

static const struct tampered {
    const char *sql, *says;
    bool of_person; /* found where something of theirs is written */
} tampered[] = {
    {"UPDATE administration SET tokens = '1 2 4' WHERE person = 1", "The record of p0", true},
    {"DELETE FROM administration WHERE person = 2", "The record of p1", true},
    {"UPDATE event SET outcome = 'need_met' WHERE person = 3", "The record of p2", true},
    {"UPDATE event SET recorded = 5 WHERE person = 3", "The record of p2", true},
    {"INSERT INTO event (person, n, k, recorded, import, date, kind)" /* as if by the next import */
     " SELECT 1, 77, 1, 110, max(import) + 1, '2024-01-01', 'death' FROM import",
     "The record of p0", true},
    {"UPDATE consent SET given = 'yes' WHERE person = 4", "The record of p3", true},
    {"UPDATE person SET shares = 'no' WHERE person = 5", "The record of p4", true},
    {"UPDATE goal SET rating = '10' WHERE person = 5", "The record of p4", true},
    {"DELETE FROM note WHERE person = 5", "The record of p4", true},
    {"UPDATE words SET sealed = zeroblob(60) WHERE person = 4", "The record of p3", true},
    {"UPDATE reference SET sealed = NULL WHERE person = 4", "The record of p3", true},
    {"UPDATE administration_source SET id = 'other' WHERE person = 1", "The record of p0", true},
    {"UPDATE administration SET tokens = '2 +' WHERE person < 0",
     "What was said about Northwick/citizens", true},
    {"UPDATE respondent SET sheet = '7'; INSERT INTO respondent VALUES (9, 1, 'citizens', '')",
     "What was said about Northwick/citizens", true},
    {"UPDATE release SET model = '{ }'", "The ledger of releases", false},
    {"DELETE FROM release", "The ledger of releases", false},
    {"UPDATE about SET value = 'Southwick' WHERE name = 'area'", "What the store says of itself",
     false},
    {"UPDATE service SET type = 'bank'", "The list of services", false},
    {"UPDATE collects SET since = '2020-01-01'", "What is collected where", false},
    {"UPDATE area_file SET within = 'Southwick'", "Which area is within which", false},
    {"UPDATE area SET ref = 'Southwick'", "The list of areas", false},
    {"UPDATE plugin SET source = 'return { }' WHERE answered",
     "An instrument that answers were given to", false},
    {"UPDATE import SET recorded = 1", "The list of imports", false},
    {"UPDATE mode SET word = 'zoom' WHERE mode = 1", "The list of how it may be asked", false},
    {"UPDATE rater SET word = 'boss' WHERE rater = 1", "The list of who may answer", false},
    {"DELETE FROM seal WHERE person = 3", "Who is in the store", false},
    {"UPDATE seal SET hash = zeroblob(16) WHERE person = 3", "Who is in the store", false},
    {"DELETE FROM seal WHERE person = 0", "The seal of what belongs to no one person", false},
    {"INSERT INTO event (person, n, k, recorded, import, date, kind)"
     " VALUES (6, 1, 1, 100, 1, '2024-01-01', 'contact')",
     "The table event holds rows of somebody who is not in the store", false},
    {"INSERT INTO administration SELECT -7, instrument, date, place, time, by, recorded, import,"
     " tokens, mode, together, why FROM administration WHERE person = 3",
     "The table administration holds rows of somebody who is not in the store", false},
    {"DROP VIEW answer", "The store's tables and views are not those", false},
    {"CREATE TRIGGER t AFTER INSERT ON import BEGIN UPDATE release SET model = ''; END",
     "The store's tables and views are not those", false},
};

static void refused(struct world *world, const struct tampered *change, bool wrote,
                    const struct fault *fault)
{
    if (wrote)
        fail_msg("written over: %s", change->sql);
    assert_int_equal(fault->kind, FAULT_DATA);
    if (!strstr(fault->text, change->says) || !strstr(fault->text, "nothing was changed") ||
        !strstr(fault->text, "`alongside verify`") || !strstr(fault->text, "a copy from before"))
        fail_msg("%s: %s", change->sql, fault->text);
    assert_null(strstr(fault->text, "Zig"));
    assert_true(complaints(world) > 0);
}

static void what_was_changed_is_not_written_over(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < sizeof tampered / sizeof *tampered; i++) {
        struct fault fault = {0};
        fill(world);
        tamper(world, tampered[i].sql);
        const char *before = content(world);
        refused(world, &tampered[i], write_to_all(world, &fault), &fault);
        if (!tampered[i].of_person)
            refused(world, &tampered[i], release_more(world, &fault), &fault);
        assert_string_equal(content(world), before);
        tear_down(state);
        set_up(state);
        world = *state;
    }
}

static bool find_release(struct world *world, struct fault *fault)
{
    struct release found;
    bool there = false;
    bool good = store_release_find(world->store, "learning", 1, (struct days){100, 190},
                                   world->arena, &found, &there, fault);
    assert_true(there || !good);
    return good;
}

/* What was made public is printed from the ledger, so the ledger is asked for its seal first. */
static void a_release_that_was_changed_is_not_given_out(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    fill(world);
    must(find_release(world, &fault), &fault);
    tamper(world, "UPDATE release SET model = '{ }'");
    assert_false(find_release(world, &fault));
    assert_int_equal(fault.kind, FAULT_DATA);
    assert_non_null(strstr(fault.text, "The ledger of releases was changed by something other"));
    store_unlock(world->store, NULL);
    assert_true(find_release(world, &fault)); /* without the key nobody can tell */
}

static void what_nobody_changed_is_written_to(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    fill(world);
    must(write_to_all(world, &fault), &fault);
    must(release_more(world, &fault), &fault);
    assert_int_equal(complaints(world), 0);
}

/* Each import adds to what was sealed: corrections, an answer that moves, one recorded earlier. */
static void what_many_imports_have_made_of_a_record_is_well(void **state)
{
    struct world *world = *state;
    fill(world);
    for (int i = 0; i < 4; i++) {
        begin(world, i == 2 ? 90 : 110 + i);
        world->source_id = "sheet";
        wide(world, "p1", 11 + i, i % 2 ? "1 - 3" : "2 2 2");
        world->source_id = NULL;
        event(world, "p1", "e1", "2024-01-01", "contact", i % 2 ? "outcome=need_met" : "need=food");
        event(world, "p2", "", "2024-01-02", "contact", "worker=ben");
        small_row(world, ROW_NOTE, "p1",
                  i % 2 ? "date=2024-02-01|words=more" : "date=2024-03-01|words=yet");
        about_an_area(world, i % 2 ? "power" : "citizens");
        end(world);
        assert_int_equal(complaints(world), 0);
    }
}

/* The others may be written to, and it is not forgotten. */
static void whose_record_was_changed_is_still_told_after_others_were_written(void **state)
{
    struct world *world = *state;
    fill(world);
    tamper(world, "UPDATE event SET kind = 'death' WHERE person = 3");
    begin(world, 110);
    wide(world, "p1", 20, "3 3 3");
    end(world);
    assert_int_equal(complaints(world), 1);
    assert_string_equal(complaint(world),
                        "The record of p2 was changed by something other than alongside.");
}

/* A row whose place in the chain was taken is out of it for good. */
static void a_look_that_was_changed_is_still_told_after_others_were_written(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    fill(world);
    tamper(world, "UPDATE look SET who = 'nobody'");
    must(write_to_all(world, &fault), &fault);
    assert_string_equal(complaint(world),
                        "Who looked at whom was changed by something other than alongside.");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(what_alongside_wrote_is_well),
        TEST(people_are_sealed_whatever_order_their_numbers_have),
        TEST(every_kind_of_change_shows),
        TEST(the_person_is_named_and_nothing_of_them),
        TEST(looks_are_kept_once_a_day_and_chained),
        TEST(what_was_changed_is_not_written_over),
        TEST(a_release_that_was_changed_is_not_given_out),
        TEST(what_nobody_changed_is_written_to),
        TEST(what_many_imports_have_made_of_a_record_is_well),
        TEST(whose_record_was_changed_is_still_told_after_others_were_written),
        TEST(a_look_that_was_changed_is_still_told_after_others_were_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
