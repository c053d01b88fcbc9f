/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "report/reference.h"

enum { MODE_SELF = 1, MODE_INTERVIEW = 4 };

static struct norm norms[] = {
    {.id = "england",
     .sex = "female",
     .of = "women in England",
     .year = "2010-13",
     .mode = "interview",
     .source = "a survey",
     .has_mean = true,
     .mean = 23.2},
    {.id = "england",
     .sex = "male",
     .of = "men in England",
     .year = "2010-13",
     .mode = "interview",
     .source = "a survey",
     .has_mean = true,
     .mean = 23.7},
    {.id = "young",
     .of = "people",
     .year = "2020",
     .source = "a paper",
     .has_mean = true,
     .mean = 20,
     .has_sd = true,
     .sd = 5,
     .has_n = true,
     .n = 1204,
     .has_age = true,
     .youngest = 18,
     .oldest = 24},
};

static char said[1024];

/* Everything that is said beside, in one line. */
static const char *beside(const char *id, const struct like *like)
{
    struct arena *arena = arena_new();
    struct value figure = value_table(arena), notes;
    struct scale scale = {.norms = norms, .norm_count = sizeof norms / sizeof *norms};
    reference_beside(arena, &scale, &id, 1, like, figure);
    notes = value_get(figure, "note");
    *said = '\0';
    for (size_t i = 0; i < value_count(notes); i++) {
        strcat(said, i ? "|" : "");
        strcat(said, value_as_text(value_item(notes, i)));
    }
    arena_free(arena);
    return said;
}

static void like_is_compared_with_like_and_the_way_of_asking_is_said(void **state)
{
    (void)state;
    struct like like = {.sex = "female", .mode = MODE_SELF};
    assert_string_equal(beside("england", &like),
                        "A reference, not an aim: women in England, 2010-13, average 23.2 (a "
                        "survey). They were asked in another way (in an interview) than you the "
                        "last time (on paper): part of any difference is that.");
    like.mode = MODE_INTERVIEW;
    assert_non_null(strstr(beside("england", &like), "They were asked as you were the last time"));
    like.mode = 0;
    assert_non_null(
        strstr(beside("england", &like), "How you were asked the last time is not written down."));
}

static void what_is_not_known_of_a_person_rules_nothing_out(void **state)
{
    (void)state;
    struct like like = {.mode = MODE_SELF};
    assert_non_null(strstr(beside("england", &like), "women in England"));
    assert_non_null(strstr(beside("england", &like), "men in England, 2010-13, average 23.7"));
}

static void who_they_were_and_how_many_is_said_with_the_spread(void **state)
{
    (void)state;
    struct like like = {.age = {true, 23, 24}};
    assert_string_equal(
        beside("young", &like),
        "A reference, not an aim: people aged 18 to 24 (1,204 people), 2020, average "
        "20, the middle two thirds between 15.0 and 25.0 (a paper). How they were "
        "asked is not known.");
}

static void a_reference_about_others_alone_is_not_shown(void **state)
{
    (void)state;
    struct like like = {.age = {true, 40, 41}};
    assert_string_equal(beside("young", &like),
                        "No published figure is here to stand beside it that is about people of "
                        "your age and sex.");
}

static void what_is_not_asked_for_is_not_beside(void **state)
{
    (void)state;
    struct like like = {0};
    assert_string_equal(beside("elsewhere", &like), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(like_is_compared_with_like_and_the_way_of_asking_is_said),
        cmocka_unit_test(what_is_not_known_of_a_person_rules_nothing_out),
        cmocka_unit_test(who_they_were_and_how_many_is_said_with_the_spread),
        cmocka_unit_test(a_reference_about_others_alone_is_not_shown),
        cmocka_unit_test(what_is_not_asked_for_is_not_beside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
