/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's file that goes wrong on one person. What it would be asked through is taken the
 * place of, so that it fails when and on whom these tests say. */
#include "run/room.h"

static const char *fails_on, *fails_in;

bool __real_indicator_find(const struct indicator *, const struct record *, indicator_label *,
                           void *, struct arena *, struct finding **, size_t *, struct fault *);
bool __wrap_indicator_find(const struct indicator *, const struct record *, indicator_label *,
                           void *, struct arena *, struct finding **, size_t *, struct fault *);

bool __wrap_indicator_find(const struct indicator *indicator, const struct record *record,
                           indicator_label *label, void *context, struct arena *arena,
                           struct finding **findings, size_t *count, struct fault *fault)
{
    if (fails_on && text_starts(record->person, fails_on) &&
        strcmp(indicator_facts(indicator)->id, fails_in) == 0)
        return fault_set(fault, FAULT_ATTENTION, "%s.lua:9: attempt to index a nil value",
                         fails_in);
    return __real_indicator_find(indicator, record, label, context, arena, findings, count, fault);
}

static const char events[] =
    "person,date,kind,thread,initiated_by,outcome\n"
    "ada,2025-03-01,contact,t1,person,nothing_changed\nada,2025-03-08,contact,t1,person,need_met\n"
    "ben,2025-03-01,contact,t1,person,nothing_changed\nben,2025-03-08,contact,t1,person,need_met\n";

static bool see(void *context, const struct derived_person *person, struct fault *fault)
{
    struct text *text = context;
    (void)fault;
    for (size_t i = 0; i < person->finding_count; i++)
        text_format(text, "%s %s %s %s;", person->ref, person->findings[i].state,
                    person->findings[i].why, person->findings[i].events);
    return true;
}

static const char *findings(struct room *room)
{
    struct text text = {0};
    struct fault fault;
    struct arena *arena = arena_new();
    text_put(&text, "");
    must(store_derived(room->scratch.store, NULL, arena, see, &text, &fault), &fault);
    const char *kept = arena_text(room->arena, text.bytes);
    text_free(&text);
    arena_free(arena);
    return kept;
}

static void warn(void *context, const char *sentence)
{
    struct room *room = context;
    room->warned = arena_text(room->arena, sentence);
}

static struct run_done work(struct room *room)
{
    struct fault fault;
    struct run_how how = {.as_of = RECORDED, .warn = warn, .warn_context = room};
    struct run_done done;
    must(run_score(room->scratch.store, &room->shelf, &how, &done, &fault), &fault);
    return done;
}

static void what_fails_on_one_person_is_said_and_everything_else_goes_on(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    open_shelf(&room);
    fails_on = NULL;
    import(&room, events);
    work(&room);
    const char *whole = findings(&room);
    assert_null(strstr(whole, "plugin_failed"));
    fails_on = "ada";
    fails_in = "repeat_contact";
    import(&room, "person,date,kind\nada,2025-06-01,contact\nben,2025-06-01,contact\n");
    struct run_done done = work(&room);
    assert_non_null(strstr(findings(&room), "ada cannot_tell plugin_failed ;"));
    assert_null(strstr(findings(&room), "ben cannot_tell plugin_failed"));
    assert_non_null(strstr(findings(&room), "ada not_found "));
    assert_int_equal(done.failures, 1);
    assert_int_equal(done.unscored, 0);
    assert_string_equal(room.warned, "repeat_contact.lua:9: attempt to index a nil value. For this "
                                     "reason fewer than 10 people have no finding of it");
    done = work(&room);
    assert_int_equal(done.people, 1); /* tried again, and only that person */
    fails_on = NULL;
    done = work(&room);
    assert_int_equal(done.people, 1);
    assert_int_equal(done.failures, 0);
    assert_null(strstr(findings(&room), "plugin_failed"));
    done = work(&room);
    assert_int_equal(done.people, 0);
    close_room(&room);
}

/* What a person keeps from learning is left out in a second look at them. */
static void who_is_looked_at_twice_is_counted_once(void **state)
{
    (void)state;
    struct room room;
    struct text csv = {0};
    open_room(&room);
    open_shelf(&room);
    text_put(&csv, "person,date,kind,initiated_by,visibility\n");
    for (int i = 10; i < 22; i++)
        text_format(&csv,
                    "p%d,2025-03-01,contact,person,learning\np%d,2025-03-08,contact,person,%s\n", i,
                    i, i % 2 ? "person_only" : "person+coach");
    import(&room, csv.bytes);
    fails_on = "p";
    fails_in = "repeat_contact";
    work(&room);
    fails_on = NULL;
    assert_non_null(strstr(room.warned, "For this reason about 10 people have no finding of it"));
    text_free(&csv);
    close_room(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fails_on_one_person_is_said_and_everything_else_goes_on),
        cmocka_unit_test(who_is_looked_at_twice_is_counted_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
