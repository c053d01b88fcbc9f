/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a function is given of a person of the store: age that day, sex, and what came before. */
#include "run/room.h"

#define FILE_WITH(needs, body)                                                                     \
    "return { title = 'Made up', version = '1', source = 'this project',\n"                        \
    "licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "     \
    "'ours' } },\nanswers = { 'no', 'yes' }, items = 'a',\n"                                       \
    "scales = { { id = 's', title = 'S', range = { 0, 2000 }, needs = '" needs                     \
    "', score = function(answer, given)\n" body "\nend } },\n"                                     \
    "examples = { { 'x', '1', s = 1, given = { age = 1, sex = 'male' } },\n"                       \
    "{ 'y', '2', s = 1, given = { age = 1, sex = 'male' } }, { 'z', '-', s = 'not scored' } } }"

static const struct derived_score *on_day(const struct room *room, day on)
{
    for (size_t i = 0; i < room->count; i++)
        if (room->scores[i].date == on)
            return &room->scores[i];
    fail_msg("nothing on day %d", on);
    return NULL;
}

static void age_is_that_of_the_day_and_a_year_is_enough_where_nothing_turns_on_it(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua",
               FILE_WITH("age", "if given.age == 1 then return 1 end\n"
                                "return given.age >= 65 and 100 or given.age >= 18 and 50 or "
                                "nil, given.age < 18 and 'too young' or nil"));
    open_shelf(&room);
    import(&room, "person,area,born\nada,Saltmere,1959\n");
    import(&room, "person,date,instrument,a\nada,2024-06-01,a,1\nada,2023-06-01,a,1\n"
                  "ada,2025-06-01,a,1\nada,#1,a,1\n");
    score(&room);
    assert_float_equal(on_day(&room, day_of(2023, 6, 1))->value, 50, 0);
    assert_string_equal(on_day(&room, day_of(2024, 6, 1))->reason, "age not known");
    assert_float_equal(on_day(&room, day_of(2025, 6, 1))->value, 100, 0);
    assert_string_equal(on_day(&room, 0)->reason, "age not known");
    close_room(&room);
}

static void sex_is_the_one_said_last_and_declining_is_not_to_say(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua",
               FILE_WITH("sex", "return given.sex == 'female' and 2 or 1"));
    open_shelf(&room);
    import(&room, "person,area,date,sex\nada,Saltmere,,male\nada,Saltmere,2020-01-01,female\n");
    import(&room, "person,date,instrument,a\nada,2024-06-01,a,1\n");
    score(&room);
    assert_float_equal(on_day(&room, day_of(2024, 6, 1))->value, 2, 0);
    import(&room, "person,area,date,sex\nada,Saltmere,2021-01-01,declined\n");
    score(&room);
    assert_string_equal(on_day(&room, day_of(2024, 6, 1))->reason, "sex not known");
    close_room(&room);
}

static void earlier_is_surely_before_and_by_the_same_rater(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua",
               FILE_WITH("earlier", "local e = given.earlier\nif #e == 0 then return 1 end\n"
                                    "return #e * 100 + (e[1].days or 500) + e[1].answer.a"));
    open_shelf(&room);
    import(&room, "person,date,time,by,instrument,a\n"
                  "ada,2024-06-08,,,a,1\nada,2024-06-01,10:00,,a,2\nada,2024-06-01,09:00,,a,1\n"
                  "ada,2024-06-02,,proxy,a,1\nada,#1,,,a,1\nada,#2,,,a,1\n");
    score(&room);
    assert_string_equal(on_day(&room, day_of(2024, 6, 2))->reason, "answered by a proxy");
    assert_float_equal(on_day(&room, day_of(2024, 6, 8))->value, 209, 0);
    for (size_t i = 0; i < room.count; i++) {
        const struct derived_score *one = &room.scores[i];
        if (one->date == day_of(2024, 6, 1))
            assert_float_equal(one->value, one->time == 600 ? 101 : 1, 0);
        if (one->place)
            assert_float_equal(one->value, one->place == 2 ? 601 : 1, 0);
    }
    close_room(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(age_is_that_of_the_day_and_a_year_is_enough_where_nothing_turns_on_it),
        cmocka_unit_test(sex_is_the_one_said_last_and_declining_is_not_to_say),
        cmocka_unit_test(earlier_is_surely_before_and_by_the_same_rater),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
