/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One form filled in is another filled in too, where the other is part of it. */
#include "run/room.h"
#include "run/taken.h"

#define WEMWBS                                                                                     \
    "person,date,time,by,mode,instrument,optimistic,useful,relaxed,others,energy,problems,"        \
    "clearly,myself,close,confident,decide,loved,new,cheerful\n"

static void swemwbs_is_scored_from_wemwbs_beside_it(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    open_shelf(&room);
    import(&room, WEMWBS "ada,2025-03-01,,,screen,wemwbs,4,4,4,1,1,5,4,1,4,1,4,1,1,1\n");
    score(&room);
    const struct derived_score *all = nth(&room, "wemwbs", 0), *seven = nth(&room, "swemwbs", 0);
    assert_non_null(all);
    assert_non_null(seven);
    assert_float_equal(all->value, 36, 0);
    assert_float_equal(seven->value, 26.02, 0);
    assert_int_equal(seven->date, all->date);
    assert_int_equal(seven->by, all->by);
    assert_int_equal(seven->mode, all->mode);
    assert_int_equal(seven->of, 7);
    assert_int_equal(seven->taken_from, all->instrument);
    assert_int_equal(all->taken_from, 0);
    assert_null(nth(&room, "swemwbs", 1));
    close_room(&room);
}

static void a_missing_answer_is_missing_in_both_only_where_both_ask(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    open_shelf(&room);
    import(&room, WEMWBS "ada,2025-03-01,,,,wemwbs,3,3,3,,3,3,3,3,3,3,3,3,3,3\n"
                         "ada,2025-03-02,,,,wemwbs,withheld,3,3,3,3,3,3,3,3,3,3,3,3,3\n");
    score(&room);
    assert_false(nth(&room, "wemwbs", 0)->has_value);
    assert_float_equal(nth(&room, "swemwbs", 0)->value, 19.25, 0);
    assert_false(nth(&room, "swemwbs", 1)->has_value);
    assert_string_equal(nth(&room, "swemwbs", 1)->reason, "6 of 7 answered");
    close_room(&room);
}

static void one_of_its_own_that_day_wins(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    open_shelf(&room);
    import(&room, WEMWBS "ada,2025-03-01,,,,wemwbs,5,5,5,5,5,5,5,5,5,5,5,5,5,5\n"
                         "ada,2025-03-02,,,,wemwbs,5,5,5,5,5,5,5,5,5,5,5,5,5,5\n"
                         "ada,2025-03-02,,proxy,,wemwbs,2,2,2,2,2,2,2,2,2,2,2,2,2,2\n");
    import(&room, "person,date,instrument,optimistic,useful,relaxed,problems,clearly,close,decide\n"
                  "ada,2025-03-01,swemwbs,1,1,1,1,1,1,1\n");
    score(&room);
    assert_float_equal(nth(&room, "swemwbs", 0)->value, 7, 0);
    assert_float_equal(nth(&room, "swemwbs", 1)->value, 35, 0);
    assert_string_equal(nth(&room, "swemwbs", 2)->reason, "answered by a proxy");
    assert_null(nth(&room, "swemwbs", 3));
    close_room(&room);
}

static void the_latest_of_a_day_is_taken_and_an_order_counts_as_a_day(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    open_shelf(&room);
    import(&room, WEMWBS "ada,2025-03-01,18:00,,,wemwbs,5,5,5,5,5,5,5,5,5,5,5,5,5,5\n"
                         "ada,2025-03-01,09:00,,,wemwbs,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n"
                         "ada,#1,,,,wemwbs,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n"
                         "ada,#2,,,,wemwbs,3,3,3,3,3,3,3,3,3,3,3,3,3,3\n");
    score(&room);
    double values[3] = {0};
    for (size_t i = 0; i < 3; i++) {
        const struct derived_score *seven = nth(&room, "swemwbs", i);
        assert_non_null(seven);
        values[seven->place] = seven->value;
    }
    assert_float_equal(values[0], 35, 0);
    assert_float_equal(values[1], 7, 0);
    assert_float_equal(values[2], 19.25, 0);
    assert_null(nth(&room, "swemwbs", 3));
    close_room(&room);
}

static void an_instrument_that_is_not_here_is_no_fault(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    open_shelf(&room);
    assert_null(shelf_instrument(&room.shelf, "audit"));
    assert_non_null(shelf_instrument(&room.shelf, "audit_c"));
    assert_int_equal(room.shelf.broken_count, 0);
    import(&room, "person,date,instrument,q1,q2,q3\nada,2025-03-01,audit_c,2,1,2\n");
    score(&room);
    assert_float_equal(nth(&room, "audit_c", 0)->value, 5, 0);
    for (size_t i = 0; i < room.plugin_count; i++)
        assert_string_not_equal(room.plugins[i].id, "audit");
    close_room(&room);
}

static void scoring_again_from_the_beginning_changes_nothing(void **state)
{
    (void)state;
    struct room room;
    struct fault fault;
    struct run_done done;
    open_room(&room);
    open_shelf(&room);
    import(&room, WEMWBS "ada,2025-03-01,,,,wemwbs,4,4,4,1,1,5,4,1,4,1,4,1,1,1\n");
    score(&room);
    size_t plugins = room.plugin_count, count = room.count;
    struct run_how how = {.as_of = RECORDED, .rebuild = true};
    must(run_score(room.scratch.store, &room.shelf, &how, &done, &fault), &fault);
    score(&room);
    assert_int_equal(room.plugin_count, plugins);
    assert_int_equal(room.count, count);
    close_room(&room);
}

/* --- what is refused -------------------------------------------------------------------------- */

#define SMALL(taken, answers, items)                                                               \
    "return { title = 'Made up', version = '1', source = 'this project',\n"                        \
    "licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "     \
    "'ours' } },\n"                                                                                \
    "taken_from = '" taken "',\n"                                                                  \
    "answers = " answers ", items = '" items "',\n"                                                \
    "scales = { { id = 's', title = 'S', items = 'a', range = { 0, 9 }, score = function(answer) " \
    "return 1 end } },\n"                                                                          \
    "examples = { { 'x', '1 1', s = 1 }, { 'y', '2 2', s = 1 }, { 'z', '- -', s = 'not scored' } " \
    "} }"
#define TWO "{ 'no', 'yes' }"

/* The same without scales. */
#define BARE(taken, answers)                                                                       \
    "return { title = 'Made up', version = '1', source = 'this project',\n"                        \
    "licence = { wording = { ship = true, terms = 'ours' } },\n"                                   \
    "taken_from = '" taken "', answers = " answers ", items = 'a b',\n"                            \
    "examples = { { 'x', '1 1' } } }"

static void assert_refused(struct room *room, const char *id, const char *sentence)
{
    for (size_t i = 0; i < room->shelf.broken_count; i++)
        if (strcmp(room->shelf.broken[i].id, id) == 0) {
            const char *said = room->shelf.broken[i].faults.said[0];
            if (!strstr(said, sentence))
                fail_msg("not said: %s\nbut: %s", sentence, said);
            assert_null(shelf_instrument(&room->shelf, id));
            return;
        }
    fail_msg("%s is not refused", id);
}

static void an_item_that_the_other_lacks_is_refused_with_its_line(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua",
               "return { title = 'Made up', version = '1', source = 'this project',\n"
               "licence = { wording = { ship = true, terms = 'ours' } },\n"
               "answers = { from = 1, to = 5 }, taken_from = 'wemwbs',\n"
               "items = {\n{ id = 'useful' },\n{ id = 'optimistik' } },\n"
               "examples = { { 'x', '1 1' } } }");
    open_shelf(&room);
    assert_refused(&room, "a",
                   "a.lua:6: items[2] is taken from wemwbs, which has no `optimistik`. Did you "
                   "mean `optimistic`?");
    close_room(&room);
}

static void a_code_that_the_other_lacks_is_refused(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua", BARE("b", "{ 'no', 'yes', 'much' }"));
    write_file(&room, "instruments/b.lua", SMALL("nowhere", TWO, "a b"));
    write_file(&room, "instruments/c.lua", BARE("b", "{ 'no', 'yes', codes = { 1, 3 } }"));
    open_shelf(&room);
    assert_refused(&room, "a", "is taken from b, where `a` has no code 3, which is one of it here");
    assert_refused(&room, "c",
                   "is taken from b, where `a` may be 2, which is not a code of it here");
    assert_non_null(shelf_instrument(&room.shelf, "b"));
    close_room(&room);
}

static void a_circle_is_refused_and_who_takes_from_it_stays(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua", SMALL("b", TWO, "a b"));
    write_file(&room, "instruments/b.lua", SMALL("a", TWO, "a b"));
    write_file(&room, "instruments/c.lua", SMALL("a", TWO, "a b"));
    open_shelf(&room);
    assert_refused(&room, "a", "a.lua:3: taken_from is b, which is taken from a: a circle");
    assert_refused(&room, "b", "b.lua:3: taken_from is a, which is taken from b: a circle");
    assert_non_null(shelf_instrument(&room.shelf, "c"));
    close_room(&room);
}

static void what_is_taken_can_be_taken_on(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua", SMALL("b", TWO, "a b"));
    write_file(&room, "instruments/b.lua", SMALL("c", TWO, "a b"));
    write_file(&room, "instruments/c.lua", SMALL("nowhere", TWO, "a b"));
    open_shelf(&room);
    assert_int_equal(room.shelf.broken_count, 0);
    import(&room, "person,date,instrument,a,b\nada,2025-03-01,c,1,2\n");
    score(&room);
    assert_non_null(nth(&room, "a", 0));
    assert_non_null(nth(&room, "b", 0));
    assert_non_null(nth(&room, "c", 0));
    assert_null(nth(&room, "a", 1));
    close_room(&room);
}

#define GOALS(taken)                                                                               \
    "return { title = 'Made up', version = '1', source = 'this project',\n"                        \
    "licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "     \
    "'ours' } },\n"                                                                                \
    "taken_from = '" taken "', answers = { from = 0, to = 10 },\n"                                 \
    "items = { { id = 'a' }, { id = 'aim', own = true, repeats = { 1, 3 } } },\n"                  \
    "scales = { { id = 's', title = 'S', items = 'aim', total = 'mean' } },\n"                     \
    "examples = { { 'low', '0 g:0', s = 0 }, { 'high', '0 g:10', s = 10 },\n"                      \
    "{ 'none', '0', s = 'not scored' } } }"

static void goals_are_taken_over_whole(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua", GOALS("b"));
    write_file(&room, "instruments/b.lua", GOALS("nowhere"));
    open_shelf(&room);
    for (size_t i = 0; i < room.shelf.broken_count; i++)
        fail_msg("%s", room.shelf.broken[i].faults.said[0]);
    import(&room, "person,date,instrument,a,aim\nada,2025-03-01,b,1,home:2;music:3;sister:7\n"
                  "ada,2025-03-02,b,1,\n");
    score(&room);
    assert_float_equal(nth(&room, "a", 0)->value, 4, 0);
    assert_int_equal(nth(&room, "a", 0)->of, 3);
    assert_string_equal(nth(&room, "a", 1)->reason, "no goals");
    close_room(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(swemwbs_is_scored_from_wemwbs_beside_it),
        cmocka_unit_test(a_missing_answer_is_missing_in_both_only_where_both_ask),
        cmocka_unit_test(one_of_its_own_that_day_wins),
        cmocka_unit_test(the_latest_of_a_day_is_taken_and_an_order_counts_as_a_day),
        cmocka_unit_test(an_instrument_that_is_not_here_is_no_fault),
        cmocka_unit_test(scoring_again_from_the_beginning_changes_nothing),
        cmocka_unit_test(an_item_that_the_other_lacks_is_refused_with_its_line),
        cmocka_unit_test(a_code_that_the_other_lacks_is_refused),
        cmocka_unit_test(a_circle_is_refused_and_who_takes_from_it_stays),
        cmocka_unit_test(what_is_taken_can_be_taken_on),
        cmocka_unit_test(goals_are_taken_over_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
