/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up people in a store of their own; their scores and findings are written as the pass over
 * people would, so that only the sets are tested here. */
#include "store/store_test.h"

#include "figures/figures.h"

/* Stands in for the room `indicator`, of which figures need the facts only. */
struct indicator {
    struct indicator_facts facts;
};

const struct indicator_facts *indicator_facts(const struct indicator *indicator)
{
    return &indicator->facts;
}

static const struct indicator again = {{.id = "again", .version = "1", .kinds = "contact"}};
static const struct indicator *const indicators[] = {&again};

static struct scale total = {.id = "total",
                             .has_range = true,
                             .lowest = 0,
                             .highest = 30,
                             .apart = 1,
                             .has_sem = true,
                             .sem = 1};
static struct scale part = {.id = "part", .has_change = true, .change = 3};

struct noticed {
    const char *ref, *date, *state, *why, *events;
    bool window;
};

struct area {
    struct world *world;
    struct scale scales[2];
    struct instrument q3;
    const struct instrument *instruments[1];
    struct figures *figures;
    const struct noticed *noticed; /* ends with a NULL ref */
    int64_t indicator;
};

static int set_up_area(void **state)
{
    struct area *area = calloc(1, sizeof *area);
    void *world;
    set_up(&world);
    area->world = world;
    area->scales[0] = total;
    area->scales[1] = part;
    area->q3 =
        (struct instrument){.id = "q3", .version = "1", .scales = area->scales, .scale_count = 2};
    area->instruments[0] = &area->q3;
    *state = area;
    begin(area->world, day_of(2024, 1, 1));
    return 0;
}

static int tear_down_area(void **state)
{
    struct area *area = *state;
    void *world = area->world;
    figures_free(area->figures);
    tear_down(&world);
    free(area);
    return 0;
}

/* Both scales are the sum of the codes. */
static size_t add_scores(const struct stored_person *person, struct derived_score *scores)
{
    size_t count = 0;
    for (size_t i = 0; i < person->administration_count; i++) {
        const struct stored_administration *from = &person->administrations[i];
        double sum = 0, code;
        const char *at = from->tokens, *word;
        char number[8];
        size_t length;
        bool whole = true;
        while (text_word(&at, &word, &length)) {
            snprintf(number, sizeof number, "%.*s", (int)length, word);
            whole &= text_decimal(number, &code);
            sum += whole ? code : 0;
        }
        for (int scale = 0; scale < 2; scale++) {
            scores[count++] = (struct derived_score){.instrument = from->instrument,
                                                     .date = from->date,
                                                     .place = from->place,
                                                     .time = from->time,
                                                     .by = from->by,
                                                     .scale = scale,
                                                     .has_value = whole,
                                                     .value = sum,
                                                     .reason = whole ? NULL : "too few answers"};
        }
    }
    return count;
}

static bool derive_one(void *context, const struct stored_person *person, struct fault *fault)
{
    const struct area *area = context;
    struct derived_score scores[32];
    struct derived_finding findings[8];
    size_t scored = add_scores(person, scores), found = 0;
    for (const struct noticed *n = area->noticed; n && n->ref; n++) {
        if (strcmp(n->ref, person->ref) == 0) {
            findings[found++] = (struct derived_finding){.indicator = area->indicator,
                                                         .finding = "f",
                                                         .date = n->date,
                                                         .state = n->state,
                                                         .why = n->why,
                                                         .basis = "",
                                                         .certainty = "certain",
                                                         .class = "",
                                                         .unit = "",
                                                         .events = n->events,
                                                         .told = "",
                                                         .window = n->window};
        }
    }
    return store_derive_person(area->world->store, person->number, scores, scored, findings, found,
                               fault);
}

/* Ends the import, derives, and gathers the first quarter of 2024 as of the end of June. */
static void gather(struct area *area)
{
    struct fault fault = {0};
    struct store *store = area->world->store;
    struct arena *arena = arena_new();
    struct stored_plugin plugin = {.kind = "indicator",
                                   .id = "again",
                                   .version = "1",
                                   .pin = "p",
                                   .fingerprint = "f",
                                   .source = "return {}",
                                   .items = ""};
    int64_t touched;
    day as_of = day_of(2024, 6, 30);
    end(area->world);
    must(store_derive_begin(store, "plugins", as_of, true, &touched, &fault), &fault);
    must(store_use_plugin(store, &plugin, "", &fault), &fault);
    area->indicator = plugin.number;
    must(store_walk(store, STORE_TOUCHED, as_of, arena, derive_one, area, &fault), &fault);
    must(store_derive_end(store, true, &fault), &fault);
    struct figures_ask ask = {.area = "Northwick",
                              .period = {day_of(2024, 1, 1), day_of(2024, 3, 31)},
                              .as_of = as_of,
                              .instruments = area->instruments,
                              .instrument_count = 1,
                              .indicators = indicators,
                              .indicator_count = 1};
    must(figures_gather(store, &ask, &area->figures, &fault), &fault);
    arena_free(arena);
}

static void assert_people(struct people people, const char *wanted)
{
    char said[256] = "";
    size_t length = 0;
    for (size_t i = 0; i < people.count; i++) {
        length += (size_t)snprintf(said + length, sizeof said - length, "%s%u", i ? " " : "",
                                   people.who[i]);
    }
    assert_string_equal(said, wanted);
}

static void someone(struct area *area, const char *ref, const char *says)
{
    char all[200];
    snprintf(all, sizeof all, "shares=yes since=2023-01-01 %s", says);
    person_row(area->world, ref, "Northwick", NULL, all);
}

static day at(int month, int date)
{
    return day_of(2024, month, date);
}

/* --- who is counted
 * ---------------------------------------------------------------------------------- */

static void only_people_of_the_area_who_said_yes_are_counted(void **state)
{
    struct area *area = *state;
    struct world *world = area->world;
    someone(area, "p0", "");
    person_row(world, "p1", "Northwick", NULL, "since=2023-01-01");
    person_row(world, "p2", "Northwick", NULL, "shares=no since=2023-01-01");
    person_row(world, "p3", "Eastfield", NULL, "shares=yes since=2023-01-01");
    person_row(world, "p4", "Northwick", NULL, "shares=yes since=2024-04-01");
    person_row(world, "p5", "Northwick", NULL, "shares=yes since=2023-01-01 until=2023-12-31");
    person_row(world, "p6", "Eastfield", NULL, "shares=yes since=2023-01-01");
    person_row(world, "p6", "Northwick", "2024-02-15", ""); /* moved in */
    person_row(world, "p7", "Northwick", NULL, "shares=yes since=2023-01-01");
    person_row(world, "p7", "Eastfield", "2024-01-01", ""); /* moved away the day before */
    someone(area, "p8", "");
    person_row(world, "p8", NULL, "2024-05-01", "shares=no"); /* consent counts as of now */
    gather(area);
    assert_people(*figures_everyone(area->figures), "0 1");
}

static void groups_are_what_people_say_of_themselves(void **state)
{
    struct area *area = *state;
    struct figure_groups groups;
    struct fault fault = {0};
    someone(area, "p0", "ethnic_group=roma");
    someone(area, "p1", "ethnic_group=declined");
    someone(area, "p2", "ethnic_group=irish;roma");
    someone(area, "p3", "");
    someone(area, "p4", "ethnic_group=irish asserted_by=observed");
    someone(area, "p5", "ethnic_group=unknown");
    someone(area, "p6", "ethnic_group=irish asserted_by=proxy");
    gather(area);
    must(figures_groups(area->figures, "ethnic_group", &groups, &fault), &fault);
    const char *codes[] = {"irish", "roma", "declined", "unknown", "not_asked"};
    const char *who[] = {"2 6", "0 2", "1", "5", "3 4"};
    assert_int_equal(groups.count, 5);
    for (size_t i = 0; i < groups.count; i++) {
        assert_string_equal(groups.groups[i].code, codes[i]);
        assert_people(groups.groups[i].people, who[i]);
    }
    assert_string_equal(groups.groups[2].label, "prefer not to say");
    assert_false(figures_groups(area->figures, "worker", &groups, &fault));
    assert_int_equal(fault.kind, FAULT_USAGE);
    assert_false(figures_groups(area->figures, "born", &groups, &fault));
}

/* --- scales
 * ------------------------------------------------------------------------------------------ */

static struct figure_scale scale_of(struct area *area, const char *of)
{
    struct figure_scale figure;
    struct fault fault = {0};
    must(figures_scale(area->figures, of, &figure, &fault), &fault);
    return figure;
}

static void pairs_are_first_ever_to_latest_in_the_period(void **state)
{
    struct area *area = *state;
    struct world *world = area->world;
    const char *refs[] = {"p0", "p1", "p2", "p3", "p4", "p5"};
    for (size_t i = 0; i < 6; i++) {
        someone(area, refs[i], "");
    }
    wide(world, "p0", day_of(2023, 5, 1), "1 1 1");
    wide(world, "p0", at(1, 1), "5 5 5");
    wide(world, "p0", at(3, 31), "2 2 3");          /* 3 to 7 */
    wide(world, "p0", at(4, 1), "9 9 9");           /* after the period */
    wide(world, "p1", at(2, 1), "4 4 4");           /* once: never its own follow-up */
    wide(world, "p2", day_of(2023, 5, 1), "4 4 4"); /* once, before */
    wide(world, "p3", at(2, 1), "4 - 4");           /* no score */
    wide(world, "p4", day_of(2023, 5, 1), "1 1 1"); /* twice, both before */
    wide(world, "p4", day_of(2023, 6, 1), "1 1 1");
    answers_by(world, "p5", world->q3, at(2, 1), 2, 0, "1 1 1");          /* the coach's */
    answers_by(world, "p5", world->q3_second, at(2, 2), 0, 0, "1 1 1 1"); /* another version */
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_people(figure.started, "0 1 2 4");
    assert_people(figure.never, "3 5");
    assert_people(figure.answered_once, "1 2");
    assert_people(figure.answered_twice, "0");
    assert_people(figure.pairs, "0");
    assert_int_equal(figure.change.n, 1);
    assert_true(exact_mean(&figure.change) == 4);
    assert_int_equal(figure.latest.n, 2); /* p0: 7, p1: 12 */
    assert_true(exact_mean(&figure.latest) == 9.5);
    assert_false(figure.only_order);
}

static void put_change(struct area *area, const char *ref, const char *later)
{
    someone(area, ref, "");
    wide(area->world, ref, at(1, 5), "5 5 5");
    wide(area->world, ref, at(2, 5), later);
}

static void a_published_change_is_so_much_or_more(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "5 5 7"); /* + 2 */
    put_change(area, "p1", "5 5 8"); /* + 3: as published */
    put_change(area, "p2", "5 5 2"); /* − 3 */
    put_change(area, "p3", "5 5 3");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.part");
    assert_people(figure.up, "1");
    assert_people(figure.down, "2");
    assert_people(figure.within, "0 3");
    assert_int_equal(figure.bin_count, 0); /* no ends are known */
}

static void an_error_of_measurement_needs_strictly_more(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "5 5 7"); /* 2 < 2.77 */
    put_change(area, "p1", "5 5 8"); /* 3 > 2.77 */
    put_change(area, "p2", "5 5 2");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_people(figure.up, "1");
    assert_people(figure.down, "2");
    assert_people(figure.within, "0");
    area->scales[0].sem = 3 / stats_reliable_change(1); /* as large as the change itself */
    assert_true(stats_reliable_change(area->scales[0].sem) == 3);
    figure = scale_of(area, "q3.total");
    assert_people(figure.up, "");
    assert_people(figure.within, "0 1 2");
}

static void without_a_wobble_no_change_is_told(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "9 9 9");
    area->scales[0].has_sem = false;
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_false(figure.has_wobble);
    assert_true(figure.up.count + figure.within.count + figure.down.count == 0);
    assert_people(figure.pairs, "0");
}

static void put_order(struct area *area, const char *ref, int place, const char *code)
{
    struct fault fault = {0};
    const char *tokens[] = {code, code, code};
    struct import_answers row = {.line = ++area->world->line,
                                 .ref = ref,
                                 .instrument = area->world->q3,
                                 .place = place,
                                 .time = -1,
                                 .item_count = 3,
                                 .count = 3,
                                 .tokens = tokens};
    must(store_import_answers(area->world->import, &row, &fault), &fault);
}

static void an_order_without_dates_counts_and_is_said(void **state)
{
    struct area *area = *state;
    person_row(area->world, "p0", "Northwick", NULL, "shares=yes");
    put_order(area, "p0", 2, "5");
    put_order(area, "p0", 1, "1");
    person_row(area->world, "p1", "Eastfield", NULL, "shares=yes");
    put_order(area, "p1", 1, "1");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_true(figure.only_order);
    assert_people(*figures_everyone(area->figures), "0");
    assert_people(figure.pairs, "0");
    assert_people(figure.up, "0");
    assert_true(exact_mean(&figure.change) == 12);
}

static void bins_are_round_and_hold_ten_people(void **state)
{
    struct area *area = *state;
    char ref[8], tokens[16];
    size_t held = 0;
    for (int i = 0; i < 60; i++) { /* 0 to 27, most of them in the middle */
        int score = i < 3 ? i : 9 + i % 11;
        snprintf(ref, sizeof ref, "p%03d", i);
        snprintf(tokens, sizeof tokens, "%d %d %d", score / 3, score / 3, score - score / 3 * 2);
        someone(area, ref, "");
        wide(area->world, ref, at(2, 1), tokens);
    }
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_true(figure.bin_count >= 2);
    assert_true(figure.bins[0].from == 0 && figure.bins[figure.bin_count - 1].to == 30);
    for (size_t i = 0; i < figure.bin_count; i++) {
        assert_true(figure.bins[i].people.count >= 10);
        assert_true(i == 0 || figure.bins[i].from == figure.bins[i - 1].to);
        assert_true((int)figure.bins[i].to % 5 == 0);
        held += figure.bins[i].people.count;
    }
    assert_int_equal(held, 60);
}

static void few_values_have_a_bin_each(void **state)
{
    struct area *area = *state;
    char ref[8], token[8];
    for (int i = 0; i < 50; i++) {
        snprintf(ref, sizeof ref, "p%03d", i);
        snprintf(token, sizeof token, "0 0 %d", i % 5);
        someone(area, ref, "");
        wide(area->world, ref, at(2, 1), token);
    }
    area->scales[0].highest = 4;
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_int_equal(figure.bin_count, 4); /* 0, 1, 2, and 3 to 4: the last has its end with it */
    assert_true(figure.bins[1].from == 1 && figure.bins[1].people.count == 10);
    assert_true(figure.bins[3].from == 3 && figure.bins[3].people.count == 20);
}

static void with_few_people_there_is_one_bin(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "5 5 8");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_int_equal(figure.bin_count, 1);
    assert_true(figure.bins[0].from == 0 && figure.bins[0].to == 30);
    assert_people(figure.bins[0].people, "0");
}

static void an_unknown_scale_is_refused_by_name(void **state)
{
    struct area *area = *state;
    struct figure_scale figure;
    struct fault fault = {0};
    gather(area);
    const char *const bad[] = {"q3", "q3.", "q3.none", "q.total", ""};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(figures_scale(area->figures, bad[i], &figure, &fault));
        assert_non_null(strstr(fault.text, bad[i]));
    }
}

/* --- findings
 * ---------------------------------------------------------------------------------------- */

static struct figure_findings findings_of(struct area *area, const char *by)
{
    struct figure_findings figure;
    struct fault fault = {0};
    must(figures_findings(area->figures, "again", by, &figure, &fault), &fault);
    return figure;
}

static void collected_since_2023(struct area *area)
{
    someone(area, "z", "");
    event(area->world, "z", NULL, "2023-06-01", "contact", "");
}

static void a_person_is_found_else_not_to_be_told_else_not_found(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-01-05", "not_found", "", "a", true},
        {"p0", "2024-02-05", "found", "", "b", true},
        {"p0", "2024-02-06", "cannot_tell", "not_recorded", "b", true},
        {"p1", "2024-01-05", "not_found", "", "a", true},
        {"p1", "2024-02-05", "cannot_tell", "order_unknown", "b", true},
        {"p1", "2024-02-06", "cannot_tell", "not_recorded", "b", true},
        {"p2", "2024-03-31", "not_found", "", "a", true},
        {"p3", "", "not_found", "", "", true},
        {"p4", "", "cannot_tell", "gap", "", true},
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3", "p4"};
    for (size_t i = 0; i < 5; i++) {
        someone(area, refs[i], "");
    }
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_true(figure.collected);
    assert_people(figure.found, "0");
    assert_people(figure.not_found, "2 3 5");
    assert_people(figure.cannot_tell, "1 4");
    assert_people(figure.assessable, "0 2 3 5");
    assert_int_equal(figure.why_count, 2);
    assert_string_equal(figure.whys[0].why, "not_recorded"); /* counted once, with the first */
    assert_people(figure.whys[0].people, "1");
    assert_string_equal(figure.whys[1].why, "gap");
}

static void an_early_find_does_not_count_above_the_line(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-03-30", "found", "", "a", false},
        {"p1", "2024-03-30", "cannot_tell", "followup_short", "a", false},
        {"p2", "2024-03-30", "found", "", "a", false},
        {"p2", "2024-01-30", "not_found", "", "b", true},
        {0}};
    someone(area, "p0", "");
    someone(area, "p1", "");
    someone(area, "p2", "");
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.found, "");
    assert_people(figure.not_found, "2 3");
    assert_people(figure.cannot_tell, "0 1");
    assert_string_equal(figure.whys[0].why, "followup_short");
    assert_people(figure.whys[0].people, "0 1");
}

static void an_anchor_counts_in_its_period_only(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2023-12-31", "found", "", "a", true},
        {"p1", "2024-04-01", "found", "", "a", true},
        {"p2", "2024-03", "found", "", "a", true},
        {"p3", "2024", "found", "", "a", true}, /* perhaps in the period */
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3"};
    for (size_t i = 0; i < 4; i++) {
        someone(area, refs[i], "");
    }
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.found, "2");
    assert_people(figure.not_found, "0 1 4");
    assert_people(figure.cannot_tell, "3");
    assert_string_equal(figure.whys[0].why, "date_not_exact");
}

static void silence_tells_nothing_of_who_was_not_observed_all_the_time(void **state)
{
    struct area *area = *state;
    collected_since_2023(area);
    person_row(area->world, "p0", "Northwick", NULL, "shares=yes since=2024-02-01");
    person_row(area->world, "p1", "Northwick", NULL,
               "shares=yes since=2023-01-01 until=2024-03-30");
    someone(area, "p2", "");
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.not_found, "2 3");
    assert_people(figure.cannot_tell, "0 1");
    assert_int_equal(figure.why_count, 2);
    assert_string_equal(figure.whys[0].why, "followup_short");
    assert_people(figure.whys[0].people, "1");
    assert_string_equal(figure.whys[1].why, "gap");
}

static void what_nobody_collects_is_told_of_nobody(void **state)
{
    struct area *area = *state;
    someone(area, "p0", "");
    event(area->world, "p0", NULL, "2023-06-01", "referral", "");
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_false(figure.collected);
    assert_people(figure.assessable, "");
    assert_people(figure.cannot_tell, "0");
    assert_string_equal(figure.whys[0].why, "kind_not_collected");
}

static void findings_are_grouped_by_the_anchors_need(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {{"p0", "2024-01-05", "found", "", "e1 e2", true},
                                             {"p0", "2024-01-06", "found", "", "e2 e1", true},
                                             {"p1", "2024-01-05", "found", "", "e3", true},
                                             {"p1", "2024-01-07", "not_found", "", "e4", true},
                                             {"p2", "2024-01-05", "found", "", "e5", true},
                                             {0}};
    const char *refs[] = {"p0", "p1", "p2"};
    for (size_t i = 0; i < 3; i++) {
        someone(area, refs[i], "");
    }
    event(area->world, "p0", "e1", "2024-01-05", "contact", "need=warm_home");
    event(area->world, "p0", "e2", "2024-01-06", "contact", "need=debt");
    event(area->world, "p1", "e3", "2024-01-05", "contact", "need=debt");
    event(area->world, "p1", "e4", "2024-01-07", "contact", "need=food");
    event(area->world, "p2", "e5", "2024-01-05", "contact", "");
    area->noticed = noticed;
    gather(area);
    struct figure_findings figure = findings_of(area, "need");
    const char *codes[] = {"debt", "warm_home", "not_recorded"}, *who[] = {"0 1", "0", "2"};
    assert_int_equal(figure.by_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(figure.by[i].code, codes[i]);
        assert_people(figure.by[i].people, who[i]);
    }
    assert_string_equal(figure.by[1].label, "warm home");
    assert_string_equal(figure.by[2].label, "not recorded");
}

static void nothing_is_grouped_by_who_worked_with_someone(void **state)
{
    struct area *area = *state;
    struct figure_findings figure;
    gather(area);
    const char *const refused[] = {"worker", "org", "service", "source", "team", "person"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct fault fault = {0};
        assert_false(figures_findings(area->figures, "again", refused[i], &figure, &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_non_null(strstr(fault.text, refused[i]));
    }
    struct fault fault = {0};
    assert_false(figures_findings(area->figures, "never", NULL, &figure, &fault));
}

static void an_area_with_nobody_has_empty_figures(void **state)
{
    struct area *area = *state;
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_int_equal(figures_everyone(area->figures)->count, 0);
    assert_int_equal(figure.started.count + figure.never.count, 0);
    assert_false(findings_of(area, "need").collected);
}

#define IN_AN_AREA(test) cmocka_unit_test_setup_teardown(test, set_up_area, tear_down_area)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_AN_AREA(only_people_of_the_area_who_said_yes_are_counted),
        IN_AN_AREA(groups_are_what_people_say_of_themselves),
        IN_AN_AREA(pairs_are_first_ever_to_latest_in_the_period),
        IN_AN_AREA(a_published_change_is_so_much_or_more),
        IN_AN_AREA(an_error_of_measurement_needs_strictly_more),
        IN_AN_AREA(without_a_wobble_no_change_is_told),
        IN_AN_AREA(an_order_without_dates_counts_and_is_said),
        IN_AN_AREA(bins_are_round_and_hold_ten_people),
        IN_AN_AREA(few_values_have_a_bin_each),
        IN_AN_AREA(with_few_people_there_is_one_bin),
        IN_AN_AREA(an_unknown_scale_is_refused_by_name),
        IN_AN_AREA(a_person_is_found_else_not_to_be_told_else_not_found),
        IN_AN_AREA(an_early_find_does_not_count_above_the_line),
        IN_AN_AREA(an_anchor_counts_in_its_period_only),
        IN_AN_AREA(silence_tells_nothing_of_who_was_not_observed_all_the_time),
        IN_AN_AREA(what_nobody_collects_is_told_of_nobody),
        IN_AN_AREA(findings_are_grouped_by_the_anchors_need),
        IN_AN_AREA(nothing_is_grouped_by_who_worked_with_someone),
        IN_AN_AREA(an_area_with_nobody_has_empty_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
