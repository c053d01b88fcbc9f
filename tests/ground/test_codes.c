/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closed lists of codes, and the labels that plugins/codes has for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/arena.h"
#include "ground/fault.h"
#include "ground/text.h"
#include "ground/words.h"

static const enum event_column listed[] = {EVENT_purpose, EVENT_condition, EVENT_reason,
                                           EVENT_status, EVENT_step};
enum { LISTED = sizeof listed / sizeof *listed };

static void every_kind_has_a_list_for_every_column_that_goes_with_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < event_kind_count; i++)
        for (size_t j = 0; j < LISTED; j++)
            assert_non_null(event_codes(event_kind[i], listed[j]));
    assert_null(event_codes("contact", EVENT_need));
    assert_null(event_codes("contact", EVENT_onward));
}

static void a_reason_goes_with_its_kind(void **state)
{
    (void)state;
    assert_true(text_has_word(event_codes("refusal", EVENT_reason), "no_capacity"));
    assert_false(text_has_word(event_codes("refusal", EVENT_reason), "double_booked"));
    assert_true(text_has_word(event_codes("appointment", EVENT_reason), "double_booked"));
    assert_false(text_has_word(event_codes("appointment", EVENT_reason), "no_capacity"));
    assert_true(text_has_word(event_codes("episode_end", EVENT_reason), "non_engagement"));
    assert_true(text_has_word(event_codes("punitive", EVENT_step), "notice"));
    assert_false(text_has_word(event_codes("complaint", EVENT_step), "notice"));
}

/* The first cells of a list of labels, parted by spaces. */
static void put_labelled(const char *name, struct text *codes)
{
    struct text path = {0};
    struct fault fault;
    char *bytes = NULL;
    size_t length = 0;
    text_format(&path, SOURCE_DIR "/plugins/codes/%s.csv", name);
    if (!text_read_file(path.bytes, 1 << 16, &bytes, &length, &fault))
        fail_msg("%s", fault.text);
    for (size_t at = strcspn(bytes, "\n") + 1; at < length; at += strcspn(bytes + at, "\n") + 1)
        text_format(codes, "%.*s ", (int)strcspn(bytes + at, ","), bytes + at);
    free(bytes);
    text_free(&path);
}

static void are_all_in(const char *words, const char *all, const char *what)
{
    const char *word;
    char code[64];
    size_t length;
    while (text_word(&words, &word, &length)) {
        snprintf(code, sizeof code, "%.*s", (int)length, word);
        if (!text_has_word(all, code))
            fail_msg("%s %s", code, what);
    }
}

static void the_codes_of_a_column_are_those_that_have_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < LISTED; i++) {
        struct text labelled = {0};
        put_labelled(event_column[listed[i]].name, &labelled);
        for (size_t kind = 0; kind < event_kind_count; kind++)
            are_all_in(event_codes(event_kind[kind], listed[i]), labelled.bytes, "has no label");
        are_all_in(labelled.bytes, event_codes("contact", listed[i]), "is no code");
        text_free(&labelled);
    }
}

static void are_the_same(const char *list, const char *codes)
{
    struct text labelled = {0};
    put_labelled(list, &labelled);
    are_all_in(codes, labelled.bytes, "has no label");
    are_all_in(labelled.bytes, codes, "is no code");
    text_free(&labelled);
}

/* A closed list of a column has the labels of the file of its name. */
static void every_closed_list_has_its_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (event_column[i].codes)
            are_the_same(event_column[i].name, event_column[i].codes);
    for (size_t i = 0; i < person_column_count; i++)
        if (person_column[i].codes && strcmp(person_column[i].name, "shares") != 0)
            are_the_same(person_column[i].name, person_column[i].codes);
    are_the_same("goal_status", row_columns[ROW_GOAL].columns[GOAL_STATUS].codes);
    are_the_same("pace_felt", row_columns[ROW_GOAL].columns[GOAL_PACE_FELT].codes);
}

static void every_kind_has_a_label(void **state)
{
    struct text kinds = {0};
    (void)state;
    for (size_t i = 0; i < event_kind_count; i++)
        text_format(&kinds, "%s ", event_kind[i]);
    are_the_same("kind", kinds.bytes);
    text_free(&kinds);
}

/* The names of facts that rules and pages rest on, in lists that an organisation may add to. */
static void open_lists_have_the_codes_that_rules_name(void **state)
{
    static const struct {
        const char *list, *codes;
    } open[] = {
        {"need", "safety_from_abuse"},
        {"service_type",
         "coaching gp micro_enterprise shared_lives homeshare local_area_coordination"},
        {"ring", "crisis intensive ongoing early_help prevention whole_community"},
        {"access_mode", "open_door"},
        {"respondent", "social_landlord"},
        {"subtype",
         "resume eviction_notice eviction exclusion_school exclusion_service_or_ban "
         "sanction_benefit overpayment_recovery bailiff_or_enforcement "
         "abandonment_or_termination_of_bed warning_or_behaviour_contract arrest fine_or_FPN "
         "CBO_or_CPN recall_to_prison child_removal immigration_enforcement arrears_recovery "
         "asb_action ae_attendance ambulance emergency_admission mh_act_detention police_call "
         "police_call_as_victim police_arrest custody crisis_team crisis_line "
         "safeguarding_emergency rough_sleeping_start overdose none rough_sleeping "
         "unsuitable_temporary settled unknown hospital prison care asylum_accommodation "
         "armed_forces family friend peer interest neighbour community_group "
         "work_or_volunteering online"}};
    (void)state;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        struct text labelled = {0};
        put_labelled(open[i].list, &labelled);
        are_all_in(open[i].codes, labelled.bytes, "has no label");
        text_free(&labelled);
    }
}

/* Why somebody was turned away, or is said not to have come, are the service's words. */
static void the_services_own_reasons_are_told_as_such(void **state)
{
    static const char *const own[] = {"no_capacity",  "too_complex_or_risky", "no_reason_given",
                                      "lost_contact", "non_engagement",       "non_compliance",
                                      "dna_policy"};
    char *bytes, line[64];
    size_t length;
    struct fault fault;
    (void)state;
    if (!text_read_file(SOURCE_DIR "/plugins/codes/reason.csv", 1 << 16, &bytes, &length, &fault))
        fail_msg("%s", fault.text);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        snprintf(line, sizeof line, "\n%s,the service recorded: ", own[i]);
        if (!strstr(bytes, line))
            fail_msg("%s reads as if it were so", own[i]);
    }
    free(bytes);
}

static void check_list(const char *name)
{
    struct text labelled = {0};
    put_labelled(name, &labelled);
    const char *at = labelled.bytes, *word;
    size_t length;
    char code[64];
    while (text_word(&at, &word, &length)) {
        snprintf(code, sizeof code, "%.*s", (int)length, word);
        bool is_code = text_is_code(code) || strcmp(code, "person+coach") == 0;
        if (!is_code || text_has_word(at, code))
            fail_msg("%s.csv: %s is no code, or stands twice", name, code);
    }
    text_free(&labelled);
}

static void every_list_has_each_code_once(void **state)
{
    (void)state;
    DIR *folder = opendir(SOURCE_DIR "/plugins/codes");
    assert_non_null(folder);
    size_t lists = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!text_ends(entry->d_name, ".csv"))
            continue;
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(entry->d_name, "."), entry->d_name);
        check_list(name);
        lists++;
    }
    closedir(folder);
    assert_true(lists > 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_list_for_every_column_that_goes_with_it),
        cmocka_unit_test(a_reason_goes_with_its_kind),
        cmocka_unit_test(the_codes_of_a_column_are_those_that_have_labels),
        cmocka_unit_test(every_closed_list_has_its_labels),
        cmocka_unit_test(every_kind_has_a_label),
        cmocka_unit_test(open_lists_have_the_codes_that_rules_name),
        cmocka_unit_test(the_services_own_reasons_are_told_as_such),
        cmocka_unit_test(every_list_has_each_code_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
