/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is worked out from content: kept, thrown away, worked out apart; and releases. */
#include "store/store_test.h"

#include <inttypes.h>

static void fill(struct world *world)
{
    begin(world, 100);
    wide(world, "p2", 10, "1 2 3");
    wide(world, "p1", 10, "3 - 3");
    wide(world, "p10", 11, "1 1 1");
    person_row(world, "p10", "Eastfield", NULL, "");
    event(world, "p1", "e1", "2024-03-05", "contact", "subtype=visit");
    event(world, "p2", "e2", "2024-03-01", "contact", "");
    event(world, "p10", "e3", "2024-02", "contact", "");
    end(world);
}

/* Made-up scores and findings that depend on the person's content alone. */
struct derive {
    struct world *world;
    int64_t indicator;
    struct text *seen;
    day next;
};

static bool derive_one(void *context, const struct stored_person *person, struct fault *fault)
{
    struct derive *derive = context;
    struct derived_score scores[2] = {{.time = -1}, {.time = -1}};
    text_format(derive->seen, "%s ", person->ref);
    struct derived_row row = {.person = person->number, .next = derive->next, .settled = true};
    if (person->administration_count == 0)
        return store_derive_person(derive->world->store, &row, fault);
    const struct stored_administration *from = &person->administrations[0];
    scores[0].instrument = scores[1].instrument = from->instrument;
    scores[0].date = scores[1].date = from->date;
    if (strchr(from->tokens, '-')) {
        scores[0].reason = "too few answers, \"quoted\"\n";
    } else {
        scores[0].has_value = scores[0].has_range = true;
        scores[0].value = scores[0].lowest = 0.1 + 0.2;
        scores[0].highest = 1e22;
    }
    scores[0].answered = 2;
    scores[0].of = 3;
    scores[1].category = "likely";
    struct derived_finding finding = {.indicator = derive->indicator,
                                      .finding = "00f1aa0000000001",
                                      .date = "2024-03",
                                      .state = "found",
                                      .why = "",
                                      .basis = "told",
                                      .certainty = "sure",
                                      .class = "",
                                      .unit = "days",
                                      .events = "e1 e2",
                                      .told = "Two visits.",
                                      .has_value = true,
                                      .value = 12.5,
                                      .window = true};
    struct text packed = {0};
    store_pack_scores(scores, 2, &packed);
    row.scores = packed.bytes;
    row.findings = &finding;
    row.finding_count = 1;
    bool kept = store_derive_person(derive->world->store, &row, fault);
    text_free(&packed);
    return kept;
}

/* Works out who is to be worked out as of a day, `files` being what it is made with; `seen` are
 * they. */
static void derive_on(struct world *world, struct derive_how how, const char *files, day next,
                      const char *seen)
{
    struct fault fault = {0};
    struct text text = {0};
    struct derived_with *with, made = {"files", files};
    struct stored_collects *collects;
    size_t count;
    struct stored_plugin indicator = {.kind = "indicator",
                                      .id = "visits",
                                      .version = "1",
                                      .pin = "p",
                                      .fingerprint = "f",
                                      .source = "return {}",
                                      .items = ""};
    must(store_derive_begin(world->store, &how, &fault), &fault);
    must(store_use_plugin(world->store, &indicator, "", &fault), &fault);
    must(store_derive_collects(world->store, how.as_of, world->arena, &collects, &count, &fault),
         &fault);
    must(store_derived_with(world->store, world->arena, &with, &count, &fault), &fault);
    if (count == 1 && strcmp(with[0].value, files) != 0)
        must(store_touch_everyone(world->store, &fault), &fault);
    must(store_derive_with(world->store, how.as_of, &made, 1, &fault), &fault);
    struct derive derive = {world, indicator.number, &text, next};
    struct arena *arena = arena_new();
    text_put(&text, "");
    must(store_walk(world->store, STORE_TOUCHED, how.as_of, arena, derive_one, &derive, &fault),
         &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    assert_string_equal(text.bytes, seen);
    arena_free(arena);
    text_free(&text);
}

static void derive(struct world *world, const char *files, bool rebuild, const char *seen)
{
    derive_on(world, (struct derive_how){.as_of = 19000, .rebuild = rebuild}, files, DAY_NONE,
              seen);
}

static const char *derived(struct world *world)
{
    return arena_format(world->arena, "%s\n%s\n%s", ask(world, "SELECT * FROM score"),
                        ask(world, "SELECT * FROM finding"), ask(world, "SELECT * FROM touched"));
}

static void people_are_walked_by_the_bytes_of_their_references(void **state)
{
    struct world *world = *state;
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
}

static void only_touched_people_are_worked_out_again(void **state)
{
    struct world *world = *state;
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    derive(world, "a", false, "");
    begin(world, 101);
    wide(world, "p2", 10, "2 2 3");
    wide(world, "p1", 10, "3 - 3"); /* known: nothing changes */
    end(world);
    derive(world, "a", false, "p2 ");
    derive(world, "b", false, "p1 p10 p2 "); /* other plugins */
}

static void a_rebuild_gives_the_same_bytes(void **state)
{
    struct world *world = *state;
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    const char *before = derived(world);
    derive(world, "a", true, "p1 p10 p2 ");
    assert_string_equal(derived(world), before);
    assert_non_null(strstr(before, "0.30000000000000004"));
}

static bool see_scores(void *context, const struct derived_person *person, struct fault *fault)
{
    struct text *text = context;
    (void)fault;
    const struct derived_score *score = &person->scores[0];
    text_format(text, "%s %zu %d %s %d/%d %s %zu %s\n", person->ref, person->score_count,
                score->has_value && score->value == 0.1 + 0.2 && score->highest == 1e22,
                score->reason ? score->reason : "-", score->answered, score->of,
                person->scores[1].category, person->finding_count, person->findings[0].told);
    return true;
}

static void what_was_written_is_read_back_to_the_bit(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct text text = {0};
    struct arena *arena = arena_new();
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    must(store_derived(world->store, NULL, arena, see_scores, &text, &fault), &fault);
    assert_string_equal(text.bytes,
                        "p1 2 0 too few answers, \"quoted\"\n 2/3 likely 1 Two visits.\n"
                        "p10 2 1 - 2/3 likely 1 Two visits.\n"
                        "p2 2 1 - 2/3 likely 1 Two visits.\n");
    text_clear(&text);
    must(store_derived(world->store, "p10", world->arena, see_scores, &text, &fault), &fault);
    assert_string_equal(text.bytes, "p10 2 1 - 2/3 likely 1 Two visits.\n");
    arena_free(arena);
    text_free(&text);
}

static void where_answers_were_taken_from_costs_only_scores_that_took_some(void **state)
{
    (void)state;
    struct derived_score scores[] = {
        {.instrument = 1, .date = 20000, .time = -1, .has_value = true, .has_range = true},
        {.instrument = 2, .date = 20000, .time = -1, .has_value = true, .has_range = true},
    };
    struct text packed = {0};
    scores[1].taken_from = 1;
    store_pack_scores(scores, 2, &packed);
    assert_string_equal(packed.bytes, "[[1,20000,0,[0,0]],[2,20000,[0,-1,0,0,1],[0,0]]]");
    text_free(&packed);
}

static void scores_changed_by_other_hands_are_said(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct text text = {0};
    sqlite3 *db;
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    static const char *const broken[] = {"[[1,2]]", "[[", "", "[] ",
                                         "[[1,10,0,-1,0,0,0,null,\"x]]"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        char *sql = sqlite3_mprintf("UPDATE score SET scores = %Q", broken[i]);
        assert_int_equal(sqlite3_open(world->path, &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(db);
        sqlite3_free(sql);
        assert_false(store_derived(world->store, "p1", world->arena, see_scores, &text, &fault));
        assert_int_equal(fault.kind, FAULT_DATA);
    }
    text_free(&text);
}

static void the_views_are_plain_sql(void **state)
{
    struct world *world = *state;
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    assert_string_equal(ask(world, "SELECT person, instrument, item, answer FROM answer"
                                   " WHERE person = 'p1' ORDER BY item"),
                        "p1|q3|a|3\np1|q3|b|-\np1|q3|c|3");
    assert_string_equal(ask(world,
                            "SELECT person, date, instrument, version, by, scale, reason, answered,"
                            " of FROM score_long WHERE person = 'p1'"),
                        "p1|1970-01-11|q3|1|person|total|too few answers, \"quoted\"\n|2|3\n"
                        "p1|1970-01-11|q3|1|person|total||0|0");
    assert_string_equal(ask(world, "SELECT person, indicator, state, told FROM finding_long"
                                   " WHERE person = 'p2'"),
                        "p2|visits|found|Two visits.");
    assert_string_equal(
        ask(world, "SELECT person, date, kind, subtype FROM event_now ORDER BY 1"),
        "p1|2024-03-05|contact|visit\np10|2024-02|contact|\np2|2024-03-01|contact|");
}

static void working_out_apart_leaves_the_file_untouched(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct text text = {0};
    fill(world);
    const char *before = content(world), *derived_before = derived(world);
    store_close(world->store);
    open_world_store(world, STORE_READ);
    must(store_derive_apart(world->store, &fault), &fault);
    derive(world, "other", false, "p1 p10 p2 ");
    must(store_derived(world->store, "p2", world->arena, see_scores, &text, &fault), &fault);
    assert_string_equal(text.bytes, "p2 2 1 - 2/3 likely 1 Two visits.\n");
    assert_string_equal(content(world), before);
    assert_string_equal(derived(world), derived_before);
    text_free(&text);
}

static void time_alone_brings_a_person_back_on_their_day(void **state)
{
    struct world *world = *state;
    fill(world);
    derive_on(world, (struct derive_how){.as_of = 19000}, "a", 19010, "p1 p10 p2 ");
    assert_string_equal(ask(world, "SELECT count(*), min(date) FROM due"), "3|19010");
    derive_on(world, (struct derive_how){.as_of = 19009}, "a", 19010, "");
    derive_on(world, (struct derive_how){.as_of = 19010}, "a", DAY_NONE, "p1 p10 p2 ");
    assert_string_equal(ask(world, "SELECT count(*) FROM due"), "0");
    derive_on(world, (struct derive_how){.as_of = 19500}, "a", DAY_NONE, "");
    derive_on(world, (struct derive_how){.as_of = 19499}, "a", DAY_NONE, "p1 p10 p2 ");
}

static void rebuilding_one_person_on_a_new_day_leaves_nobody_out_who_is_due(void **state)
{
    struct world *world = *state;
    struct derive_how alone = {.as_of = 19010, .person = "p2", .rebuild = true};
    fill(world);
    derive_on(world, (struct derive_how){.as_of = 19000}, "a", 19010, "p1 p10 p2 ");
    derive_on(world, alone, "a", DAY_NONE, "p2 ");
    derive_on(world, (struct derive_how){.as_of = 19010}, "a", DAY_NONE, "p1 p10 ");
}

static void what_was_recorded_for_a_later_day_is_worked_out_when_that_day_comes(void **state)
{
    struct world *world = *state;
    fill(world);
    begin(world, 19002);
    wide(world, "p2", 12, "2 2 3");
    end(world);
    derive_on(world, (struct derive_how){.as_of = 19002}, "a", DAY_NONE, "p1 p10 p2 ");
    derive_on(world, (struct derive_how){.as_of = 19001}, "a", DAY_NONE, "p1 p10 p2 ");
    derive_on(world, (struct derive_how){.as_of = 19001}, "a", DAY_NONE, "");
    derive_on(world, (struct derive_how){.as_of = 19002}, "a", DAY_NONE, "p1 p10 p2 ");
    derive_on(world, (struct derive_how){.as_of = 19003}, "a", DAY_NONE, "");
}

static void one_person_alone_leaves_the_others_to_be_worked_out(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    fill(world);
    derive_on(world, (struct derive_how){.as_of = 19000, .person = "p10"}, "a", DAY_NONE, "p10 ");
    assert_string_equal(ask(world, "SELECT ref FROM touched JOIN reference USING (person)"),
                        "p1\np2");
    derive_on(world, (struct derive_how){.as_of = 19000, .person = "p10"}, "a", DAY_NONE, "");
    derive(world, "a", false, "p1 p2 ");
    derive_on(world, (struct derive_how){.as_of = 19000, .person = "p2", .rebuild = true}, "a",
              DAY_NONE, "p2 ");
    derive_on(world, (struct derive_how){.as_of = 19000, .person = "p2"}, "b", DAY_NONE, "p2 ");
    derive(world, "b", false, "p1 p10 ");
    assert_false(store_derive_begin(world->store,
                                    &(struct derive_how){.as_of = 19000, .person = "p3"}, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
}

static void touched_by(struct world *world, const char *who)
{
    assert_string_equal(ask(world, "SELECT ref FROM touched JOIN reference USING (person)"
                                   " ORDER BY ref"),
                        who);
}

static void a_change_touches_whom_it_concerns(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct derive_how how = {.as_of = 19000};
    const struct {
        const char *area, *who;
    } areas[] = {{"Eastfield", "p10"}, {"Northwick", "p1\np2"}, {"Westhill", ""}, {NULL, ""}};
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        must(store_derive_begin(world->store, &how, &fault), &fault);
        must(store_touch_area(world->store, areas[i].area, &fault), &fault);
        must(store_derive_end(world->store, true, &fault), &fault);
        touched_by(world, areas[i].who);
        derive(world, "a", true, "p1 p10 p2 ");
    }
    must(store_derive_begin(world->store, &how, &fault), &fault);
    must(store_touch_answered(world->store, "q3", "2", &fault), &fault);
    must(store_touch_answered(world->store, "q4", NULL, &fault), &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    touched_by(world, "");
    must(store_derive_begin(world->store, &how, &fault), &fault);
    must(store_touch_answered(world->store, "q3", NULL, &fault), &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    touched_by(world, "p1\np10\np2");
}

static void who_a_plugin_failed_for_is_tried_again_and_told_apart(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct derive_how how = {.as_of = 19000};
    int64_t number, touched, failed;
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    must(store_derive_begin(world->store, &how, &fault), &fault);
    assert_true(sscanf(ask(world, "SELECT person FROM reference WHERE ref = 'p1'"), "%" SCNd64,
                       &number) == 1);
    struct derived_row row = {.person = number, .next = DAY_NONE};
    must(store_derive_person(world->store, &row, &fault), &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    must(store_count_touched(world->store, &touched, &failed, &fault), &fault);
    assert_int_equal(touched, 0);
    assert_int_equal(failed, 1);
    derive(world, "a", false, "p1 ");
    must(store_count_touched(world->store, &touched, &failed, &fault), &fault);
    assert_int_equal(failed, 0);
}

static const char *collects_now(struct world *world)
{
    struct fault fault = {0};
    struct stored_collects *rows;
    struct text all = {0};
    size_t count;
    must(store_collects(world->store, 19000, world->arena, &rows, &count, &fault), &fault);
    text_put(&all, "");
    for (size_t i = 0; i < count; i++)
        text_format(&all, "%s %s %d\n", rows[i].area, rows[i].kind, rows[i].since);
    const char *kept = arena_text(world->arena, all.bytes);
    text_free(&all);
    return kept;
}

static void what_is_collected_is_kept_and_holds_after_every_change(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *person, *id, *date, *kind;
    } changes[] = {
        {"p2", "e2", "2024-03-09", "contact"},  /* whose event was the first has it later */
        {"p10", "e4", "2024-01-09", "contact"}, /* an earlier one */
        {"p10", "e3", "2024-04-01", "refusal"}, /* a kind that nobody has any more */
        {"p1", "e5", "2024-01-10", "contact"},  {"p2", "e6", "2024-01-10", "contact"},
        {"p1", "e5", "2024-01-11", "contact"}, /* two on one day, and the first leaves it */
    };
    fill(world);
    derive(world, "a", false, "p1 p10 p2 ");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        begin(world, (int)(101 + i));
        event(world, changes[i].person, changes[i].id, changes[i].date, changes[i].kind, "");
        end(world);
        const char *now = collects_now(world);
        derive(world, "a", false, arena_format(world->arena, "%s ", changes[i].person));
        const char *kept = ask(world, "SELECT * FROM collected");
        derive(world, "a", true, "p1 p10 p2 ");
        assert_string_equal(collects_now(world), now);
        assert_string_equal(ask(world, "SELECT * FROM collected"), kept);
    }
}

static void a_kind_is_collected_from_its_first_event_in_an_area(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_collects *rows;
    size_t count;
    fill(world);
    must(store_collects(world->store, 200, world->arena, &rows, &count, &fault), &fault);
    assert_int_equal(count, 3);
    assert_string_equal(rows[0].area, "Eastfield");
    assert_int_equal(rows[0].since, day_of(2024, 2, 29)); /* some day of February */
    assert_string_equal(rows[1].area, "Northwick");
    assert_string_equal(rows[1].kind, "contact");
    assert_int_equal(rows[1].since, day_of(2024, 3, 1));
    assert_string_equal(rows[2].kind, "contact/visit");
    begin(world, 110); /* e2 was later after all */
    event(world, "p2", "e2", "2024-03-09", "contact", "");
    end(world);
    must(store_collects(world->store, 200, world->arena, &rows, &count, &fault), &fault);
    assert_int_equal(rows[1].since, day_of(2024, 3, 5));
    must(store_collects(world->store, 105, world->arena, &rows, &count, &fault), &fault);
    assert_int_equal(rows[1].since, day_of(2024, 3, 1));
    must(store_collects(world->store, 99, world->arena, &rows, &count, &fault), &fault);
    assert_int_equal(count, 0);
}

static bool is_collected(struct world *world, const char *kind)
{
    const char *row = arena_format(world->arena, "Northwick %s ", kind);
    return strstr(collects_now(world), row) != NULL;
}

static void what_a_person_keeps_makes_nothing_collected(void **state)
{
    struct world *world = *state;
    fill(world);
    begin(world, 110);
    event(world, "p1", "k1", "2023-05-01", "crisis", "visibility=person_only");
    event(world, "p1", "k2", "2023-05-02", "complaint", "visibility=person+coach");
    event(world, "p1", "k3", "2023-05-03", "referral", "visibility=learning");
    event(world, "p1", "k4", "2023-05-04", "plan", "visibility=learning outcome_by=service");
    event(world, "p1", "k4", "2023-05-04", "plan", "visibility=person_only outcome_by=person");
    end(world);
    assert_false(is_collected(world, "crisis"));
    assert_false(is_collected(world, "complaint"));
    assert_true(is_collected(world, "referral"));
    assert_false(is_collected(world, "plan"));
    begin(world, 111); /* shown after all, and kept after all */
    event(world, "p1", "k1", "2023-05-01", "crisis", "visibility=learning");
    event(world, "p1", "k3", "2023-05-03", "referral", "visibility=person_only");
    end(world);
    assert_true(is_collected(world, "crisis"));
    assert_false(is_collected(world, "referral"));
    const char *now = collects_now(world);
    derive(world, "a", false, "p1 p10 p2 ");
    assert_string_equal(collects_now(world), now);
}

/* --- plugins ---------------------------------------------------------------------------------- */

static void a_version_in_use_is_pinned(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_plugin *all;
    size_t count;
    fill(world);
    struct stored_plugin changed = {.kind = "instrument",
                                    .id = "q3",
                                    .version = "1",
                                    .pin = "other",
                                    .fingerprint = "f",
                                    .source = "",
                                    .items = "a b c"};
    assert_false(store_use_plugin(world->store, &changed, "total", &fault));
    assert_int_equal(fault.kind, FAULT_DATA);
    assert_non_null(strstr(
        fault.text, "version 1 has fewer than 10 administrations and was another file then"));
    changed.pin = "p1";
    changed.fingerprint = "a comment more";
    must(store_use_plugin(world->store, &changed, "total", &fault), &fault);
    assert_int_equal(changed.number, world->q3);
    must(store_plugins(world->store, world->arena, &all, &count, &fault), &fault);
    assert_int_equal(count, 2);
    assert_string_equal(all[0].fingerprint, "f1");
    assert_string_equal(all[1].items, "a b c d");
}

/* --- releases --------------------------------------------------------------------------------- */

static void a_release_is_printed_as_it_was_and_made_once(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct release found;
    bool there;
    int64_t area;
    must(store_area_number(world->store, "Northwick", &area, &fault), &fault);
    struct release made = {.report = "learning",
                           .version = "1",
                           .pin = "p",
                           .area = area,
                           .period = {100, 190},
                           .as_of = 200,
                           .model = "{\"n\":12}"};
    must(store_release_find(world->store, "learning", area, made.period, world->arena, &found,
                            &there, &fault),
         &fault);
    assert_false(there);
    must(store_release_keep(world->store, &made, &fault), &fault);
    must(store_release_find(world->store, "learning", area, made.period, world->arena, &found,
                            &there, &fault),
         &fault);
    assert_true(there);
    assert_string_equal(found.model, "{\"n\":12}");
    assert_int_equal(found.as_of, 200);
    assert_false(store_release_keep(world->store, &made, &fault));
    assert_string_equal(ask(world, "SELECT count(*) FROM release"), "1");
    must(store_release_find(world->store, "learning", area, (struct days){100, 191}, world->arena,
                            &found, &there, &fault),
         &fault);
    assert_false(there);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(people_are_walked_by_the_bytes_of_their_references),
        TEST(only_touched_people_are_worked_out_again),
        TEST(time_alone_brings_a_person_back_on_their_day),
        TEST(rebuilding_one_person_on_a_new_day_leaves_nobody_out_who_is_due),
        TEST(what_was_recorded_for_a_later_day_is_worked_out_when_that_day_comes),
        TEST(one_person_alone_leaves_the_others_to_be_worked_out),
        TEST(a_change_touches_whom_it_concerns),
        TEST(who_a_plugin_failed_for_is_tried_again_and_told_apart),
        TEST(what_is_collected_is_kept_and_holds_after_every_change),
        TEST(what_a_person_keeps_makes_nothing_collected),
        TEST(a_rebuild_gives_the_same_bytes),
        TEST(what_was_written_is_read_back_to_the_bit),
        TEST(where_answers_were_taken_from_costs_only_scores_that_took_some),
        TEST(scores_changed_by_other_hands_are_said),
        TEST(the_views_are_plain_sql),
        TEST(working_out_apart_leaves_the_file_untouched),
        TEST(a_kind_is_collected_from_its_first_event_in_an_area),
        TEST(a_version_in_use_is_pinned),
        TEST(a_release_is_printed_as_it_was_and_made_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
