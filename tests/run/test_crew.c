/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several scorers beside the one process that writes. */
#include "ground/frames.h"
#include "run/again.h"
#include "run/crew.h"
#include "run/room.h"

static bool keep_none(void *context, const struct worked *worked, struct fault *fault)
{
    (void)context;
    (void)worked;
    (void)fault;
    return true;
}

static void what_cannot_be_handed_over_is_said(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    struct crew *crew;
    struct fault fault = {0};
    struct reasons reasons = {0};
    char *area = malloc(FRAME_MOST + 1);
    memset(area, 'a', FRAME_MOST);
    area[FRAME_MOST] = '\0';
    struct stored_collects collects = {.area = area, .kind = "contact"};
    struct timeline_frame frame = {.collects = &collects, .collects_count = 1};
    must(crew_open(1, "nowhere.db", &shelf, &crew, &fault), &fault);
    assert_false(crew_work(crew, &frame, NULL, 0, &reasons, keep_none, NULL, &fault));
    assert_int_equal(fault.kind, FAULT_OURS);
    assert_non_null(strstr(fault.text, " Nothing was changed. Ask with --jobs 1"));
    crew_close(crew);
    free(area);
}

static void a_plugin_that_was_not_in_use_is_none(void **state)
{
    (void)state;
    struct stored_plugin plugins[] = {{.number = 1}, {.number = 3}};
    const struct again again = {.plugins = plugins, .plugin_count = 2};
    assert_ptr_equal(again_plugin(&again, 3), &plugins[1]);
    assert_null(again_plugin(&again, 2));
    assert_null(again_plugin(&again, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_handed_over_is_said),
        cmocka_unit_test(a_plugin_that_was_not_in_use_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
