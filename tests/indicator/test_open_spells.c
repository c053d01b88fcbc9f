/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for other events in a function: spells, and intervals where they end. */
#include "loading.h"

#define OPEN(reads, body)                                                                          \
    DECLARED(NO_EXAMPLES "tell = 'From {at.date}[ {days} days] to {after.date}.', reads = '" reads \
                         "', find = function(timeline, found)\n" body "\nend")

static struct found find_with(struct loaded *loaded, const char *source, const char *lines,
                              const char *as_of)
{
    *loaded = load_source(source);
    assert_loads(loaded);
    struct record record = record_of(loaded, lines, NULL, as_of);
    return find_in(loaded, &record);
}

static void assert_rows(const char *source, const char *lines, const char *as_of, const char *rows)
{
    struct loaded loaded;
    struct found found = find_with(&loaded, source, lines, as_of);
    const char *said = "";
    for (size_t i = 0; i < found.count; i++)
        said = arena_format(loaded.arena, "%s%s%s %s %s%s", said, i ? "; " : "", found.rows[i].date,
                            found.rows[i].state, found.rows[i].why, found.rows[i].events);
    assert_string_equal(said, rows);
    unload(&loaded);
}

/* Ambulance, emergency department and ward over midnight, then another after two days. */
static const char crises[] = "2024-01-05 crisis/ae_attendance id=a\n"
                             "2024-01-05 crisis/ambulance id=b\n"
                             "2024-01-06 crisis/acute_admission id=c\n"
                             "2024-01-08 crisis/ambulance id=d\n";

#define EACH_SPELL                                                                                 \
    OPEN("crisis", "for e in timeline:each { 'crisis', spell = 1 } do found { events = { e } } "   \
                   "end")

static void a_spell_is_one_anchor_and_cites_all_of_it(void **state)
{
    (void)state;
    assert_rows(EACH_SPELL, crises, NULL, "2024-01-05 found a b c; 2024-01-08 found d");
}

static void what_may_go_on_from_another_spell_is_left_open(void **state)
{
    (void)state;
    assert_rows(EACH_SPELL, "2024-01-05 crisis id=a\n2024-01 crisis id=b\n", NULL,
                "2024-01 found b; 2024-01-05 cannot_tell date_not_exacta");
}

static void the_same_is_found_as_a_declaration_finds(void **state)
{
    (void)state;
    const char *lines = "2024-01-01 episode_end id=e\n2024-01-05 crisis id=a\n"
                        "2024-01-06 crisis id=b\n2024-02-20 crisis id=c\n";
    assert_rows(
        OPEN("episode_end crisis",
             "for e in timeline:each 'episode_end' do local c = timeline:after(e, { "
             "'crisis', spell = 1, within = 90 }) if c then found { events = { e, c } } end "
             "end"),
        lines, NULL, "2024-01-01 found e a b");
    assert_rows(DECLARED(NO_EXAMPLES TELLS "at = { 'episode_end' }, after = { 'crisis', spell = 1, "
                                           "within = 90 }"),
                lines, NULL, "2024-01-01 found e a b");
}

static void days_run_from_the_end_of_a_spell_to_the_next(void **state)
{
    (void)state;
    struct loaded loaded;
    struct found found =
        find_with(&loaded,
                  OPEN("crisis", "local all = timeline:all { 'crisis', spell = 1 } "
                                 "for e in timeline:each { 'crisis', spell = 1 } do "
                                 "if e ~= all[1] then found { events = { all[1], e }, value = "
                                 "timeline:days(all[1], e), unit = 'days' } end end"),
                  crises, NULL);
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].state, "not_found");
    assert_true(found.rows[1].value == 2);
    assert_string_equal(found.rows[1].events, "a b c d");
    assert_string_equal(found.rows[1].told, "From 5 January 2024 2 days to 8 January 2024.");
    unload(&loaded);
}

#define LEFT                                                                                       \
    OPEN("institution accommodation",                                                              \
         "for e in timeline:each { 'institution', edge = 'end' } do "                              \
         "local a = timeline:after(e, { 'accommodation', within = 7, same_day = true }) "          \
         "if a then found { events = { e, a } } end end")

static void an_interval_stands_where_it_ends(void **state)
{
    (void)state;
    assert_rows(LEFT,
                "2024-01-01..2024-03-01 institution id=i\n2024-03-08 accommodation/none id=n\n",
                NULL, "2024-03-01 found i n");
    assert_rows(LEFT,
                "2024-01-01..2024-03-01 institution id=i\n2024-03-09 accommodation/none id=n\n",
                NULL, "2024-03-01 not_found i");
    assert_rows(LEFT, "2024-01-01.. institution id=i\n2024-03-08 accommodation/none id=n\n",
                "2024-04-01", " not_found ");
    assert_rows(LEFT, "2024-01-01..2024-03-01 institution id=i\n", "2024-03-05",
                "2024-03-01 cannot_tell followup_shorti");
}

static void who_asks_for_the_same_day_asks_for_no_order_in_it(void **state)
{
    (void)state;
    const char *lines =
        "2024-01-01..2024-03-01 institution id=i\n2024-03-01 accommodation/none id=n\n";
    assert_rows(LEFT, lines, NULL, "2024-03-01 found i n");
    assert_rows(OPEN("institution accommodation",
                     "local all = timeline:all 'accommodation' for e in timeline:each { "
                     "'institution', edge = 'end' } do found { events = { e, all[1] } } end"),
                lines, NULL, "2024-03-01 cannot_tell order_unknowni n");
}

static void an_end_is_cited_in_the_order_in_which_it_ended(void **state)
{
    (void)state;
    assert_rows(OPEN("institution contact",
                     "for e in timeline:each { 'institution', edge = 'end' } do "
                     "local c = timeline:before(e, { 'contact', within = 30 }) "
                     "if c then found { events = { c, e } } end end"),
                "2024-01-01..2024-03-01 institution id=i\n2024-02-20 contact id=c\n", NULL,
                "2024-03-01 found c i");
}

static void time_alone_may_end_a_stay_or_settle_a_spell(void **state)
{
    (void)state;
    struct loaded loaded;
    struct found found =
        find_with(&loaded, LEFT, "2024-01-01..2024-03-01 institution id=i\n", "2024-02-01");
    assert_int_equal(found.rows[0].next, day_of(2024, 3, 1));
    unload(&loaded);
    found = find_with(&loaded, EACH_SPELL, "2024-01-05 crisis\n", "2024-01-05");
    assert_int_equal(found.rows[0].next, day_of(2024, 1, 6));
    unload(&loaded);
}

/* The same rule as a function and as a declaration: what both tell of the row at which they find.
 */
static void assert_told(const char *kinds, const char *at, const char *lines, const char *as_of,
                        const char *told)
{
    struct arena *arena = arena_new();
    const char *tell = "tell = 'From {at.date}[ {days} days] to {after.date}.', ";
    const char *sources[] = {
        arena_format(arena,
                     DECLARED(NO_EXAMPLES "%sreads = '%s', find = function(timeline, found) for e "
                                          "in timeline:each %s do local c = timeline:after(e, { "
                                          "'contact', within = 10 }) if c then found { events = { "
                                          "e, c } } end end end"),
                     tell, kinds, at),
        arena_format(arena, DECLARED(NO_EXAMPLES "%sat = %s, after = { 'contact', within = 10 }"),
                     tell, at)};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct loaded loaded;
        struct found found = find_with(&loaded, sources[i], lines, as_of);
        const char *said = "";
        for (size_t j = 0; j < found.count; j++)
            if (strcmp(found.rows[j].state, "found") == 0)
                said = arena_format(arena, "%s: %s", found.rows[j].date, found.rows[j].told);
        assert_string_equal(said, told);
        unload(&loaded);
    }
    arena_free(arena);
}

static void what_stands_for_others_is_told_as_a_declaration_tells_it(void **state)
{
    (void)state;
    assert_told("crisis contact", "{ 'crisis', spell = 1, edge = 'end' }",
                "2024-03-01 crisis\n2024-03-02 crisis\n2024-03-03 crisis\n2024-03-07 contact\n",
                NULL, "2024-03-03: From 3 March 2024 4 days to 7 March 2024.");
    assert_told("crisis contact", "{ 'crisis', spell = 1 }",
                "2024-03-01 crisis\n2024-03-02 crisis\n2024-03-02..2024-03-03 crisis\n"
                "2024-03-07 contact\n",
                NULL, "2024-03-01: From 1 March 2024 4 days to 7 March 2024.");
}

static void the_last_time_of_day_of_a_spell_is_known(void **state)
{
    (void)state;
    assert_told("crisis contact", "{ 'crisis', spell = 1, edge = 'end' }",
                "2024-03-01 crisis\n2024-03-02T10:00 crisis\n"
                "2024-03-02T12:00 contact\n",
                NULL, "2024-03-02: From 2 March 2024 0 days to 2 March 2024.");
}

static void what_may_go_on_is_told_with_all_days_on_which_it_may_have_ended(void **state)
{
    (void)state;
    assert_told("crisis contact", "{ 'crisis', spell = { 1, 'service' } }",
                "2024-03-01 crisis service=a\n2024-03-02 crisis\n2024-03-08 contact\n", NULL,
                "2024-03-01: From 1 March 2024 6 to 7 days to 8 March 2024.");
}

static void a_beginning_that_is_not_known_is_no_later_than_the_next_event(void **state)
{
    (void)state;
    assert_told("institution contact", "{ 'institution', spell = 2 }",
                "2024-03-09 institution edge=end\n2024-03-05..2024-03-08 institution\n"
                "2024-03-12 contact\n",
                NULL, "../2024-03-05: From some day up to 5 March 2024 3 days to 12 March 2024.");
}

static void what_surely_ended_before_needs_no_beginning(void **state)
{
    (void)state;
    assert_told("institution contact", "{ 'institution' }",
                "2024-03-09T10:00 institution edge=end\n2024-03-09T12:00 contact\n", NULL,
                "../2024-03-09: From some day up to 9 March 2024 0 days to 9 March 2024.");
}

/* The sentence is for whoever writes the file: `check` says it, with made-up people. */
static void assert_fails(const char *body, const char *sentence)
{
    struct arena *arena = arena_new();
    struct loaded loaded = load_source(arena_format(
        arena,
        DECLARED(TELLS "reads = 'crisis', find = function(timeline, found)\n%s\nend,\nexamples = { "
                       "{ 'two days', finds = 1, '2024-01-05 crisis\\n2024-01-06 crisis' } }"),
        body));
    size_t examples;
    assert_loads(&loaded);
    assert_false(indicator_check_examples(loaded.indicator, &examples, &loaded.faults));
    assert_true(says(&loaded, sentence));
    unload(&loaded);
    arena_free(arena);
}

static void a_spell_and_an_event_of_it_are_not_cited_together(void **state)
{
    (void)state;
    assert_fails("local all = timeline:all 'crisis' for e in timeline:each { 'crisis', spell = 1 } "
                 "do found { events = { e, all[2] } } end",
                 "found { } names one event twice");
}

/* Each finding shows that the same one was met before. */
static void what_stands_for_others_is_a_key_of_a_table(void **state)
{
    (void)state;
#define SEEN(pattern)                                                                              \
    OPEN("crisis", "local seen = {} for _, s in ipairs(timeline:all(" pattern ")) do "             \
                   "seen[s] = true end for s in timeline:each(" pattern ") do "                    \
                   "if seen[s] then found { events = { s } } end end")
    assert_rows(SEEN("{ 'crisis', spell = 1 }"), crises, NULL,
                "2024-01-05 found a b c; 2024-01-08 found d");
    assert_rows(SEEN("{ 'crisis', spell = 1, edge = 'end' }"), crises, NULL,
                "2024-01-06 found a b c; 2024-01-08 found d");
    assert_rows(OPEN("crisis", "local seen = {} for _, s in ipairs(timeline:all { 'crisis', spell "
                               "= 1 }) do seen[s] = true end for s in timeline:each { 'crisis', "
                               "spell = 1, edge = 'end' } do if seen[s] then found { events = { s "
                               "} } end end"),
                crises, NULL,
                "2024-01-06 not_found a; 2024-01-08 found d"); /* a point is its end */
}

static void groups_are_of_single_events(void **state)
{
    (void)state;
    assert_fails("for _, list in timeline:groups('service', { 'crisis', spell = 1 }) do end",
                 "timeline:groups puts single events together; `spell` and `edge` go with "
                 "timeline:each, timeline:all and the looks");
    assert_fails("for e in timeline:each { 'crisis', spell = 'long' } do end", "spell");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_spell_is_one_anchor_and_cites_all_of_it),
        cmocka_unit_test(what_may_go_on_from_another_spell_is_left_open),
        cmocka_unit_test(the_same_is_found_as_a_declaration_finds),
        cmocka_unit_test(days_run_from_the_end_of_a_spell_to_the_next),
        cmocka_unit_test(an_interval_stands_where_it_ends),
        cmocka_unit_test(who_asks_for_the_same_day_asks_for_no_order_in_it),
        cmocka_unit_test(an_end_is_cited_in_the_order_in_which_it_ended),
        cmocka_unit_test(time_alone_may_end_a_stay_or_settle_a_spell),
        cmocka_unit_test(what_stands_for_others_is_told_as_a_declaration_tells_it),
        cmocka_unit_test(the_last_time_of_day_of_a_spell_is_known),
        cmocka_unit_test(what_may_go_on_is_told_with_all_days_on_which_it_may_have_ended),
        cmocka_unit_test(a_beginning_that_is_not_known_is_no_later_than_the_next_event),
        cmocka_unit_test(what_surely_ended_before_needs_no_beginning),
        cmocka_unit_test(a_spell_and_an_event_of_it_are_not_cited_together),
        cmocka_unit_test(what_stands_for_others_is_a_key_of_a_table),
        cmocka_unit_test(groups_are_of_single_events),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
