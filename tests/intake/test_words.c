/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People's own words: taken where they were given, in no sentence, and never in clear in the store.
 */
#include "support.h"

static const char header[] = "person,date,instrument,item,answer,words";

static void words_beside_an_item_come_in_in_every_way_they_are_written(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,item,answer,words\n"
                "p001,2024-03-31,hazel,why,+,\"because of the\nsea\"\n"
                "p002,2024-03-31,hazel,why,,because\n"
                "p003,2024-03-31,hazel,why,missing,because\n"
                "p004,2024-03-31,hazel,why,+,\n"
                "p005,2024-03-31,hazel,why,declined,\n"
                "p005,2024-03-31,hazel,h1,2,\n");
    sums_are(world, 6, 6, 0, 0, 0, 0);
    assert_string_equal(world->said.bytes, "");
    static const char *const tokens[] = {"- +", "- +", "- +", "- +", "2 d"};
    for (int i = 0; i < 5; i++) {
        const char *ref = arena_format(world->arena, "p00%d", i + 1);
        assert_string_equal(person(world, ref).administrations[0].tokens, tokens[i]);
    }
    assert_string_equal(query(world, "select count(*) from answer_words"), "3\n");
}

static void a_cell_of_an_item_in_words_is_the_words(void **state)
{
    struct world *world = *state;
    import_text(world, "wide.csv",
                "person,date,instrument,h1,why\np001,2024-03-31,hazel,2,because of the sea\n"
                "p002,2024-03-31,hazel,2,+\np003,2024-03-31,hazel,2,declined\n"
                "p004,2024-03-31,hazel,2,\n");
    sums_are(world, 4, 4, 0, 0, 0, 0);
    static const char *const tokens[] = {"2 +", "2 +", "2 d", "2 -"};
    for (int i = 0; i < 4; i++) {
        const char *ref = arena_format(world->arena, "p00%d", i + 1);
        assert_string_equal(person(world, ref).administrations[0].tokens, tokens[i]);
    }
    assert_string_equal(query(world, "select count(*) from answer_words"), "1\n");
}

static void words_where_none_can_be_set_the_row_aside(void **state)
{
    aside_says(*state, header, "p,2024-03-31,hazel,h1,2,because",
               "column words: h1 is not answered in words. Leave it empty");
    aside_says(
        *state, header, "p,2024-03-31,hazel,why,declined,because",
        "column words: there are words, and `answer` says that there is no answer. Leave one "
        "of them out");
    aside_says(*state, header, "p,2024-03-31,hazel,why,because,",
               "column answer: why is answered in words. Write + here, and the words in the column "
               "`words`");
}

/* --- what words may hold --------------------------------------------------------------------- */

static void note_says(struct world *world, const char *words, const char *sentence)
{
    struct text bytes = {0};
    text_put(&bytes, "person,date,words\np001,2024-03-31,\"");
    text_put(&bytes, words);
    text_put(&bytes, "\"\n");
    import_text(world, "x.csv", bytes.bytes);
    text_free(&bytes);
    if (!sentence) {
        sums_are(world, 1, 1, 0, 0, 0, 0);
        return;
    }
    sums_are(world, 1, 0, 0, 0, 0, 1);
    assert_string_equal(
        world->said.bytes,
        arena_format(world->arena, "x.csv:2: column words: %s. Row set aside\n", sentence));
}

static const char *letters(struct world *world, size_t count)
{
    char *text = arena_take(world->arena, count + 1);
    memset(text, 'a', count);
    return text;
}

static void words_are_long_and_have_line_breaks_but_no_other_control_characters(void **state)
{
    static const char control[] =
        "these words hold a control character that is no line break. Take it out";
    struct world *world = *state;
    note_says(world, "first line\nsecond line", NULL);
    note_says(world, letters(world, 100000), NULL);
    note_says(world, letters(world, 100001),
              "these words are longer than 100,000 bytes. Write them in two rows");
    note_says(world, "one\ttwo", control);
    note_says(world, "one\x1B[31mtwo", control);
    note_says(world, "one\x7F", control);
    note_says(world, "one\xC2\x9Btwo", control);
    note_says(world, "caf\xC3\xA9 \xF0\x9F\x8C\xB1 \xC2\xA0", NULL);
}

static void line_breaks_of_another_editor_are_the_same_words(void **state)
{
    struct world *world = *state;
    import_text(world, "x.csv", "person,date,words\np001,2024-03-31,\"one\ntwo\"\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "x.csv", "person,date,words\r\np001,2024-03-31,\"one\r\ntwo\"\r\n");
    sums_are(world, 1, 0, 0, 1, 0, 0);
}

/* --- where words must not be ----------------------------------------------------------------- */

#define SECRET "nightingale"

/* The bytes of a file, zeros and all. */
static bool file_holds(struct world *world, const char *path, const char *word)
{
    char *bytes;
    size_t length;
    struct fault fault;
    if (!text_read_file(path, 1 << 24, &bytes, &length, &fault))
        return false;
    bool holds = memmem(bytes, length, word, strlen(word)) != NULL;
    free(bytes);
    (void)world;
    return holds;
}

static bool store_holds(struct world *world, const char *word)
{
    return file_holds(world, world->store_path, word) ||
           file_holds(world, arena_format(world->arena, "%s-wal", world->store_path), word);
}

static void no_words_stand_in_the_store_in_clear(void **state)
{
    struct world *world = *state;
    import_text(world, "people.csv", "person,area,called\nfinch,Elmwood," SECRET "\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "events.csv",
                "person,date,kind,need_words\nfinch,2024-03-31,request," SECRET "\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "goals.csv", "person,date,goal,words\nfinch,2024-03-31,home," SECRET "\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "notes.csv", "person,date,words\nfinch,2024-03-31," SECRET "\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "answers.csv",
                "person,date,instrument,item,answer,words\nfinch,2024-03-31,hazel,why,+," SECRET
                "\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_true(store_holds(world, "finch")); /* the test sees what is there */
    assert_false(store_holds(world, SECRET));
}

static void no_words_are_said_and_the_set_aside_file_is_its_owners(void **state)
{
    static const char *const files[] = {
        "person,area,called,born\nfinch,Elmwood," SECRET ",x\n",
        "person,area,called\nfinch,Elmwood," SECRET "\x01\n",
        "person,date,kind,need_words\nfinch,x,request," SECRET "\n",
        "person,date,kind,need_words\nfinch,2024-03-31,request,\"" SECRET "\x01\"\n",
        "person,date,goal,words,rating\nfinch,2024-03-31,home," SECRET ",99\n",
        "person,date,words,about\nfinch,2024-03-31," SECRET ",x\n",
        "person,date,words\nfinch,2024-03-31," SECRET "\x01\n",
        "person,date,instrument,item,answer,words\nfinch,2024-03-31,hazel,h1,2," SECRET "\n",
        "person,date,instrument,item,answer,words\nfinch,2024-03-31,hazel,why,declined," SECRET
        "\n",
        "person,date,instrument,item,answer\nfinch,2024-03-31,hazel,why," SECRET "\n",
        "person,date,instrument,h1,why\nfinch,2024-03-31,hazel,9," SECRET "\n",
        "person,date,instrument,h1,why\nfinch,2024-03-31,hazel,2," SECRET "\x01\n",
    };
    struct world *world = *state;
    struct stat about;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        import_text(world, "x.csv", files[i]);
        sums_are(world, 1, 0, 0, 0, 0, 1);
        assert_null(strstr(world->said.bytes, SECRET));
        assert_true(file_holds(world, world->done.set_aside, SECRET));
        assert_int_equal(stat(world->done.set_aside, &about), 0);
        assert_int_equal(about.st_mode & 0777, 0600);
        assert_int_equal(unlink(world->done.set_aside), 0);
    }
    assert_false(store_holds(world, SECRET));
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(words_beside_an_item_come_in_in_every_way_they_are_written),
        HERE(a_cell_of_an_item_in_words_is_the_words),
        HERE(words_where_none_can_be_set_the_row_aside),
        HERE(words_are_long_and_have_line_breaks_but_no_other_control_characters),
        HERE(line_breaks_of_another_editor_are_the_same_words),
        HERE(no_words_stand_in_the_store_in_clear),
        HERE(no_words_are_said_and_the_set_aside_file_is_its_owners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
