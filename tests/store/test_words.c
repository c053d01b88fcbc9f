/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words: sealed under the key of whoever's they are, known again, and nowhere in clear. */
#include "store/store_test.h"

static const char secret[] = "Zzyzx Quagmire and nobody else";

/* Do these bytes stand in a file beside the store, or in it? */
static bool found_in_files(struct world *world, const char *words)
{
    bool found = false;
    DIR *folder = opendir(world->folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        char name[320];
        static char bytes[1 << 22];
        snprintf(name, sizeof name, "%s/%s", world->folder, entry->d_name);
        FILE *file = fopen(name, "rb");
        size_t length = file ? fread(bytes, 1, sizeof bytes, file) : 0;
        if (file)
            fclose(file);
        found = found || memmem(bytes, length, words, strlen(words));
    }
    closedir(folder);
    return found;
}

static void words_are_nowhere_in_clear(void **state)
{
    struct world *world = *state;
    char called[80];
    begin(world, 100);
    snprintf(called, sizeof called, "called=%s", "Zzyzx");
    person_row(world, "p1", NULL, NULL, called);
    event(world, "p1", "e1", "2024-01-01", "contact", "need_words=Zzyzx");
    small_row(world, ROW_NOTE, "p1", "date=2024-01-02|words=Zzyzx Quagmire and nobody else");
    small_row(world, ROW_GOAL, "p1",
              "date=2024-01-02|goal=home|words=Zzyzx Quagmire and nobody else");
    struct import_result result = merge(world);
    assert_sum(&result, 4, 0, 0, 0);
    assert_false(found_in_files(world, "Zzyzx")); /* while it is being written, too */
    struct fault fault = {0};
    must(store_import_end(world->import, true, &fault), &fault);
    assert_false(found_in_files(world, "Zzyzx"));
    assert_true(found_in_files(world, "home"));
    assert_string_equal(ask(world, "SELECT count(*) FROM words"), "2");
    assert_string_equal(ask(world,
                            "SELECT count(DISTINCT t) FROM (SELECT words AS t FROM note UNION ALL"
                            " SELECT words FROM goal)"),
                        "1"); /* equal words are known to be equal */
    assert_string_equal(ask(world, "SELECT length(called) FROM person"), "16");
}

static void the_same_words_again_change_nothing(void **state)
{
    struct world *world = *state;
    for (int i = 0; i < 2; i++) {
        begin(world, 100 + i);
        person_row(world, "p1", NULL, NULL, "called=Zzyzx");
        event(world, "p1", NULL, "2024-01-01", "contact", "need_words=Zzyzx");
        small_row(world, ROW_NOTE, "p1", "date=2024-01-02|words=One day|about=note");
        small_row(world, ROW_NOTE, "p1", "date=2024-01-02|words=Another");
        struct import_result result = end(world);
        assert_sum(&result, i ? 0 : 4, 0, i ? 4 : 0, 0);
    }
    begin(world, 102);
    small_row(world, ROW_NOTE, "p1", "id=n1|date=2024-01-02|words=First");
    end(world);
    begin(world, 103);
    small_row(world, ROW_NOTE, "p1", "id=n1|date=2024-01-02|words=Second");
    struct import_result corrected = end(world);
    assert_sum(&corrected, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT count(*) FROM note"), "4");
}

static void equal_words_of_two_people_have_two_tokens(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    small_row(world, ROW_NOTE, "p1", "date=2024-01-02|words=Same");
    small_row(world, ROW_NOTE, "p2", "date=2024-01-02|words=Same");
    end(world);
    assert_string_equal(ask(world, "SELECT count(DISTINCT words) FROM words"), "2");
    assert_string_equal(ask(world, "SELECT count(DISTINCT sealed) FROM words"), "2");
}

static void answer_in_words(struct world *world, const char *said)
{
    struct fault fault = {0};
    const char *tokens[] = {"1", "+"}, *words[] = {NULL, said};
    struct import_answers row = {.line = ++world->line,
                                 .ref = "p1",
                                 .instrument = world->q3,
                                 .date = 10,
                                 .time = -1,
                                 .item_count = 3,
                                 .count = 2,
                                 .tokens = tokens,
                                 .words = words};
    must(store_import_answers(world->import, &row, &fault), &fault);
}

static void an_answer_in_words_is_a_token_and_words_beside_it(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    answer_in_words(world, secret);
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration"), "1 + -");
    begin(world, 101);
    answer_in_words(world, secret);
    result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
    begin(world, 102);
    answer_in_words(world, "Something else");
    result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT item, recorded FROM answer_words ORDER BY 2"),
                        "1|100\n1|102");
    assert_string_equal(ask(world, "SELECT count(*) FROM words"), "2");
    begin(world, 103);
    answer_in_words(world, "One");
    answer_in_words(world, "Two");
    result = end(world);
    assert_sum(&result, 0, 0, 0, 2);
    assert_string_equal(ask(world, "SELECT count(*) FROM words"), "2"); /* set aside, so not kept */
}

static void words_beside_answers_are_read_as_they_stand_on_a_day(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_answer_words *said;
    size_t count;
    begin(world, 100);
    answer_in_words(world, secret);
    end(world);
    begin(world, 102);
    answer_in_words(world, "Something else");
    end(world);
    must(store_answer_words(world->store, "p1", 101, world->arena, &said, &count, &fault), &fault);
    assert_int_equal(count, 1);
    assert_int_equal(said[0].item, 1);
    assert_int_equal(said[0].date, 10);
    assert_int_equal(said[0].words.kept, WORDS_HERE);
    assert_string_equal(said[0].words.said, secret);
    const char *earlier = said[0].token;
    must(store_answer_words(world->store, "p1", 102, world->arena, &said, &count, &fault), &fault);
    assert_int_equal(count, 1);
    assert_string_equal(said[0].words.said, "Something else");
    assert_string_not_equal(said[0].token, earlier);
}

static void words_come_back_with_the_key_only(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_words words;
    begin(world, 100);
    small_row(world, ROW_NOTE, "p1", "date=2024-01-02|words=Zzyzx Quagmire and nobody else");
    end(world);
    const char *token = ask(world, "SELECT words FROM note");
    must(store_words(world->store, "p1", token, world->arena, &words, &fault), &fault);
    assert_string_equal(words.said, secret);
    assert_int_equal(words.kept, WORDS_HERE);
    store_unlock(world->store, NULL);
    must(store_words(world->store, "p1", token, world->arena, &words, &fault), &fault);
    assert_null(words.said);
    assert_int_equal(words.kept, WORDS_LOCKED);
}

static void without_the_key_nothing_is_written(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    store_unlock(world->store, NULL);
    assert_false(store_import_begin(world->store, "a.csv", 100, &world->import, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(words_are_nowhere_in_clear),
        TEST(the_same_words_again_change_nothing),
        TEST(equal_words_of_two_people_have_two_tokens),
        TEST(an_answer_in_words_is_a_token_and_words_beside_it),
        TEST(words_beside_answers_are_read_as_they_stand_on_a_day),
        TEST(words_come_back_with_the_key_only),
        TEST(without_the_key_nothing_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
