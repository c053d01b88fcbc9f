/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "report/definition.h"

static const char scale_source[] =
    "return { title = 'A scale', version = '1', source = 'us',\n"
    "  licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "
    "'ours' } },\n"
    "  answers = { from = 1, 'no', 'yes' }, items = { { id = 'a' }, { id = 'b' } },\n"
    "  scales = { { id = 'sum', title = 'Sum', norms = { { id = 'england', of = 'people', year = "
    "'2011',\n"
    "    mean = 3, source = 'a survey' } } } },\n"
    "  examples = { { 'low', '1 1', sum = 2 } } }\n";

/* One thing scored in two ways. */
static const char two_ways_source[] =
    "return { title = 'Two ways', version = '1', source = 'us',\n"
    "  licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "
    "'ours' } },\n"
    "  answers = { from = 1, 'no', 'yes' }, items = { { id = 'a' } },\n"
    "  scales = { { id = 'old', title = 'Old' }, { id = 'new', title = 'New', variant = 'old' } "
    "},\n"
    "  examples = { { 'low', '1', old = 1, new = 1 } } }\n";

static const char rule_source[] =
    "return { title = 'Asking again', version = '1', source = 'us', asks = 'Who asks again?',\n"
    "  mislead = 'Keeping in touch looks like it.', at = { 'contact' }, after = { 'contact', "
    "within = 28 },\n"
    "  tell = 'The service was asked again on {after.date}.', examples = {} }\n";

static const char mirror_source[] =
    "return { title = 'Settled', version = '1', source = 'us', asks = 'Who was helped?',\n"
    "  mislead = 'Not everything is written down.', mirrors = 'asked_again', at = { 'contact' },\n"
    "  tell = 'The service helped on {at.date}.', examples = {} }\n";

struct room {
    struct shelf shelf;
    struct plugin *scale_file, *two_ways_file, *rule_file, *mirror_file, *file;
    struct instrument *instruments[2];
    struct indicator *indicators[2];
    struct faults faults;
    struct arena *arena;
};

static void no_faults(const struct faults *faults)
{
    if (faults->count)
        fail_msg("%s", faults->said[0]);
}

static struct plugin *load(struct room *room, const char *path, const char *source)
{
    struct plugin *plugin = NULL;
    plugin_load_source(path, source, strlen(source), &plugin, &room->faults);
    no_faults(&room->faults);
    return plugin;
}

static int open_room(void **state)
{
    static struct room room;
    plugin_set_worker(WORKER);
    memset(&room, 0, sizeof room);
    room.arena = arena_new();
    room.scale_file = load(&room, "scale.lua", scale_source);
    room.two_ways_file = load(&room, "two_ways.lua", two_ways_source);
    room.rule_file = load(&room, "asked_again.lua", rule_source);
    room.mirror_file = load(&room, "settled.lua", mirror_source);
    instrument_load(room.scale_file, &room.instruments[0], &room.faults);
    instrument_load(room.two_ways_file, &room.instruments[1], &room.faults);
    indicator_load(room.rule_file, &room.indicators[0], &room.faults);
    indicator_load(room.mirror_file, &room.indicators[1], &room.faults);
    no_faults(&room.faults);
    room.shelf = (struct shelf){.home = SOURCE_DIR,
                                .arena = room.arena,
                                .instruments = room.instruments,
                                .instrument_count = 2,
                                .indicators = room.indicators,
                                .indicator_count = 2};
    *state = &room;
    return 0;
}

static int close_room(void **state)
{
    struct room *room = *state;
    plugin_close(room->scale_file);
    plugin_close(room->two_ways_file);
    plugin_close(room->rule_file);
    plugin_close(room->mirror_file);
    arena_free(room->arena);
    return 0;
}

/* A definition for an area with more of our own in the fourth section, or beside the sections. */
static struct report *definition(struct room *room, const char *reader, const char *top,
                                 const char *sections)
{
    struct report *report = NULL;
    const char *source = arena_format(room->arena,
                                      "return { title = 'T', version = '1', source = 'us', "
                                      "template = 'area_learning.html', reader = '%s',\n"
                                      "%s\nsections = {\n%s\n},\n"
                                      "examples = { { 'few', people = 6, says = 'x' }, { 'many', "
                                      "people = 400, says = 'x' } } }\n",
                                      reader, top, sections);
    room->file = load(room, "reports/mine.lua", source);
    if (!report_load(room->file, &room->shelf, &report, &room->faults) && !room->faults.count)
        fail_msg("refused without a word");
    return room->faults.count ? NULL : report;
}

#define NEEDED                                                                                     \
    "{ asks = 'How?', shows = 'method' }, { asks = 'Who?', shows = 'heard' },\n"                   \
    "{ asks = 'What now?', shows = 'cycles' }, { asks = 'And not?', shows = 'limits' },\n"

static void refused(struct room *room, const char *reader, const char *top, const char *sections,
                    const char *because)
{
    bool found = false;
    definition(room, reader, top, sections);
    for (size_t i = 0; i < room->faults.count && i < FAULTS_SAID; i++)
        found |= strstr(room->faults.said[i], because) != NULL;
    if (!found)
        fail_msg("not said: %s; but: %s", because,
                 room->faults.count ? room->faults.said[0] : "nothing");
    faults_clear(&room->faults);
    plugin_close(room->file);
}

static void a_whole_definition_is_read(void **state)
{
    struct room *room = *state;
    const struct report *report = definition(
        room, "area", "period = 'year',",
        NEEDED "{ asks = 'Doing?', shows = 'scores', of = 'scale.sum', beside = 'england' },\n"
               "{ asks = 'Again?', shows = 'findings', of = 'asked_again', by = 'need' },\n"
               "{ asks = 'Who else?', shows = 'heard', by = 'ethnic_group' }");
    no_faults(&room->faults);
    assert_int_equal(report->section_count, 7);
    assert_string_equal(report->facts.period, "year");
    assert_string_equal(report->sections[4].scales[0].of, "scale.sum");
    assert_string_equal(report->sections[4].beside[0], "england");
    assert_string_equal(report->sections[6].id, "heard_2");
    assert_int_equal(report->sections[5].named_count, 1);
    assert_int_equal(report->sections[5].indicator_count, 2); /* its mirror comes with it */
    plugin_close(room->file);
}

static void an_area_sees_method_heard_cycles_and_limits(void **state)
{
    refused(*state, "area", "",
            "{ asks = 'How?', shows = 'method' }, { asks = 'Who?', shows = 'heard' },\n"
            "{ asks = 'And not?', shows = 'limits' }",
            "an area's report shows `cycles`, or says openly that there are none. Add a section "
            "with shows = "
            "\"cycles\"");
    refused(*state, "area", "", "{ asks = 'How?', shows = 'method' }", "shows = \"heard\"");
}

static void a_person_sees_what_is_held_and_what_cannot_be_told(void **state)
{
    refused(*state, "person", "", "{ asks = 'How?', shows = 'scores' }", "shows = \"record\"");
    refused(*state, "person", "", "{ asks = 'How?', shows = 'record' }", "shows = \"limits\"");
}

static void figures_are_not_broken_down_by_people_at_work(void **state)
{
    static const char *const words[] = {"worker", "workers", "coach",  "coaches",
                                        "team",   "teams",   "staff",  "organisation",
                                        "org",    "officer", "manager"};
    char sections[512], because[128];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        snprintf(sections, sizeof sections,
                 NEEDED "{ asks = 'Again?', shows = 'findings', of = 'asked_again', by = '%s' }",
                 words[i]);
        snprintf(because, sizeof because,
                 "sections[5].by: figures are not broken down by \"%s\". Reports here are for "
                 "learning, not "
                 "for judging workers",
                 words[i]);
        refused(*state, "area", "", sections, because);
    }
}

static void figures_are_not_broken_down_by_scores(void **state)
{
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', by = 'scale.sum' }",
            "not broken down by \"scale.sum\". Groups are what people say of themselves");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', by = 'asked_again' }",
            "never what they scored or went through");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', by = 'shares' }",
            "not broken down by \"shares\"");
}

static void another_way_of_scoring_is_shown_where_it_is_named(void **state)
{
    static const struct {
        const char *of, *shown;
    } asked[] = {{"two_ways", "two_ways.old"}, {"two_ways.new", "two_ways.new"}};
    struct room *room = *state;
    for (size_t i = 0; i < 2; i++) {
        const struct report *report = definition(
            room, "area", "",
            arena_format(room->arena, NEEDED "{ asks = 'Doing?', shows = 'scores', of = '%s' }",
                         asked[i].of));
        no_faults(&room->faults);
        assert_int_equal(report->sections[4].scale_count, 1);
        assert_string_equal(report->sections[4].scales[0].of, asked[i].shown);
        plugin_close(room->file);
    }
}

static void a_person_is_compared_with_nobody(void **state)
{
    static const char record[] = "{ asks = 'Held?', shows = 'record' }, { asks = 'And not?', shows "
                                 "= 'limits' },\n";
    char sections[512];
    snprintf(sections, sizeof sections, "%s{ asks = 'How?', shows = 'scores', by = 'sex' }",
             record);
    refused(*state, "person", "", sections,
            "a person's page has no groups: nobody is compared here");
    refused(*state, "anyone", "", NEEDED, "\"anyone\" reads no reports. Write \"person\" or");
    refused(*state, "area", "period = 'fortnight',", NEEDED,
            "\"fortnight\" is no period. Write month, quarter, year or all");
}

/* All of them would stand under "something else", whatever they said. */
static void groups_that_no_list_names_are_refused(void **state)
{
    refused(*state, "area", "",
            NEEDED "{ asks = 'Who?', shows = 'heard', by = 'religion_or_belief' }",
            "there is no list of what people say in \"religion_or_belief\", so a page could not "
            "name the groups. Write it as plugins/codes/religion_or_belief.csv");
}

static void an_unknown_group_names_the_nearest(void **state)
{
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', by = 'ethnic_grup' }",
            "Did you mean `ethnic_group`?");
}

static void unknown_scales_and_indicators_name_the_nearest(void **state)
{
    refused(*state, "area", "", NEEDED "{ asks = 'Doing?', shows = 'scores', of = 'scale.summ' }",
            "`scale.summ` is no scale here. Did you mean `scale.sum`?");
    refused(*state, "area", "", NEEDED "{ asks = 'Doing?', shows = 'scores', of = 'scales.sum' }",
            "Did you mean `scale`?");
    refused(*state, "area", "", NEEDED "{ asks = 'Again?', shows = 'findings', of = 'asked_agin' }",
            "`asked_agin` is no indicator here. Did you mean `asked_again`?");
    refused(*state, "area", "", NEEDED "{ asks = 'Again?', shows = 'findings' }",
            "does not say of what");
    refused(*state, "area", "",
            NEEDED "{ asks = 'Doing?', shows = 'scores', of = 'scale.sum', beside = 'englnd' }",
            "Did you mean `england`?");
}

#define HELD "{ asks = 'Held?', shows = 'record' }, { asks = 'And not?', shows = 'limits' },\n"

static void a_reference_stands_beside_named_scales_on_a_persons_page_too(void **state)
{
    struct room *room = *state;
    const struct report *report = definition(
        room, "person", "",
        HELD "{ asks = 'Doing?', shows = 'scores', of = 'scale.sum', beside = 'england' }");
    no_faults(&room->faults);
    assert_string_equal(report->sections[2].beside[0], "england");
    plugin_close(room->file);
    refused(room, "person", "", HELD "{ asks = 'Doing?', shows = 'scores', beside = 'england' }",
            "it does not say beside which scales. Name them");
    refused(room, "person", "", HELD "{ asks = 'Who?', shows = 'goals', beside = 'england' }",
            "a reference stands beside scores only");
}

static void beside_scales_that_are_unknown_nothing_more_is_said(void **state)
{
    struct room *room = *state;
    static const char *const of[] = {"scal.sum", "scale.sum scal.sum"};
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        definition(room, "person", "",
                   arena_format(room->arena,
                                HELD "{ asks = 'Doing?', shows = 'scores', of = '%s', beside = "
                                     "'england two' }",
                                of[i]));
        assert_int_equal(room->faults.count, 1);
        assert_non_null(strstr(room->faults.said[0], "`scal` is no instrument here."));
        faults_clear(&room->faults);
        plugin_close(room->file);
    }
}

static void answers_are_of_whole_instruments_and_of_a_person_only(void **state)
{
    struct room *room = *state;
    const struct report *report =
        definition(room, "person", "", HELD "{ asks = 'What?', shows = 'answers', of = 'scale' }");
    no_faults(&room->faults);
    assert_int_equal(report->sections[2].instrument_count, 1);
    assert_string_equal(report->sections[2].instruments[0]->id, "scale");
    plugin_close(room->file);
    refused(room, "person", "", HELD "{ asks = 'What?', shows = 'answers' }",
            "it does not say of what. Name instruments: of = \"ons4\"");
    refused(room, "person", "", HELD "{ asks = 'What?', shows = 'answers', of = 'scael' }",
            "`scael` is no instrument here. Did you mean `scale`?");
    refused(room, "area", "", NEEDED "{ asks = 'What?', shows = 'answers', of = 'scale' }",
            "`answers` is for a person's own page, never for an area");
}

static void nothing_sorts_ranks_colours_or_aims(void **state)
{
    refused(*state, "area", "target = 20,", NEEDED,
            "Nothing here is held against a number to be reached");
    refused(*state, "area", "rank = 'value',", NEEDED, "never put in order by value");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', sort = 'value' }",
            "never put in order by value");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', colour = 'red' }",
            "No colour says good or bad");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', threshold = 3 }",
            "No number parts good from bad here");
    static const char *const keys[] = {"target", "goal",   "rank",      "top",    "sort",
                                       "order",  "colour", "threshold", "cutoff", "rag"};
    char top[64], section[256], because[96];
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        snprintf(top, sizeof top, "%s = 'x',", keys[i]);
        snprintf(section, sizeof section, NEEDED "{ asks = 'Who?', shows = 'heard', %s = 'x' }",
                 keys[i]);
        snprintf(because, sizeof because, "`%s` is not a field of a report. ", keys[i]);
        refused(*state, "area", top, NEEDED, because);
        snprintf(because, sizeof because, "sections[5]: `%s` is not a field of a section. ",
                 keys[i]);
        refused(*state, "area", "", section, because);
    }
}

static void what_is_not_followed_yet_is_said(void **state)
{
    refused(*state, "area", "", NEEDED "{ asks = 'Who says?', shows = 'stories' }",
            "`stories` is not shown by this version");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'heard', over = 'quarter' }",
            "`over` is in the contract, but this version does not follow it yet. Leave it out, and "
            "ask for one period at a time: `--period 2025-Q4`");
    refused(
        *state, "area", "",
        NEEDED "{ asks = 'Again?', shows = 'findings', of = 'asked_again', by = 'area' }",
        "figures are not broken down by \"area\" yet. Areas do not stand beside each other. Ask "
        "for the report of one, or of the area around them: `--area NAME`");
    refused(*state, "area", "",
            NEEDED "{ asks = 'Again?', shows = 'findings', of = 'asked_again', by = 'need sex' }",
            "two together make groups of very few people. Name one");
    refused(*state, "area", "",
            NEEDED "{ asks = 'How?', shows = 'scores', of = 'scale.sum', by = 'sex' }",
            "scores are not broken down yet. Leave `by` out here, and write it in a section that "
            "shows heard or findings");
    refused(*state, "evaluator", "", NEEDED, "not made by this version");
}

static void readers_see_only_what_is_theirs(void **state)
{
    refused(*state, "area", "", NEEDED "{ asks = 'What is held?', shows = 'record' }",
            "a person's own page, never for an area");
    refused(*state, "person", "", "{ asks = 'Who?', shows = 'heard' }", "for an area's report");
    refused(*state, "area", "", NEEDED "{ asks = 'Who', shows = 'heard' }", "end it with ?");
    refused(*state, "area", "", NEEDED "{ asks = 'Who?', shows = 'herd' }",
            "Did you mean `heard`?");
}

static void a_template_that_is_nowhere_is_refused(void **state)
{
    struct room *room = *state;
    static const char source[] =
        "return { title = 'T', version = '1', source = 'us', reader = 'area', sections = {\n" NEEDED
        "},\n"
        "examples = { { 'few', people = 6, says = 'x' } } }\n";
    struct report *report;
    struct plugin *file = load(room, "reports/mine.lua", source);
    assert_false(report_load(file, &room->shelf, &report, &room->faults));
    assert_int_equal(room->faults.count, 2);
    assert_non_null(strstr(room->faults.said[0], "mine.html is neither beside this file nor"));
    assert_non_null(strstr(room->faults.said[1], "none has many people"));
    faults_clear(&room->faults);
    plugin_close(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_definition_is_read),
        cmocka_unit_test(an_area_sees_method_heard_cycles_and_limits),
        cmocka_unit_test(a_person_sees_what_is_held_and_what_cannot_be_told),
        cmocka_unit_test(figures_are_not_broken_down_by_people_at_work),
        cmocka_unit_test(figures_are_not_broken_down_by_scores),
        cmocka_unit_test(another_way_of_scoring_is_shown_where_it_is_named),
        cmocka_unit_test(a_person_is_compared_with_nobody),
        cmocka_unit_test(groups_that_no_list_names_are_refused),
        cmocka_unit_test(an_unknown_group_names_the_nearest),
        cmocka_unit_test(unknown_scales_and_indicators_name_the_nearest),
        cmocka_unit_test(a_reference_stands_beside_named_scales_on_a_persons_page_too),
        cmocka_unit_test(beside_scales_that_are_unknown_nothing_more_is_said),
        cmocka_unit_test(answers_are_of_whole_instruments_and_of_a_person_only),
        cmocka_unit_test(nothing_sorts_ranks_colours_or_aims),
        cmocka_unit_test(what_is_not_followed_yet_is_said),
        cmocka_unit_test(readers_see_only_what_is_theirs),
        cmocka_unit_test(a_template_that_is_nowhere_is_refused),
    };
    return cmocka_run_group_tests(tests, open_room, close_room);
}
