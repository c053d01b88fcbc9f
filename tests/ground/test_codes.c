/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closed lists of codes, and the labels that plugins/codes has for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
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

static void every_list_has_each_code_once(void **state)
{
    static const char *const lists[] = {"purpose", "condition",    "reason",
                                        "status",  "step",         "subtype",
                                        "need",    "service_type", "ethnic_group"};
    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct text labelled = {0};
        put_labelled(lists[i], &labelled);
        const char *at = labelled.bytes, *word;
        size_t length;
        char code[64];
        while (text_word(&at, &word, &length)) {
            snprintf(code, sizeof code, "%.*s", (int)length, word);
            if (!text_is_code(code) || text_has_word(at, code))
                fail_msg("%s.csv: %s is no code, or stands twice", lists[i], code);
        }
        text_free(&labelled);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_list_for_every_column_that_goes_with_it),
        cmocka_unit_test(a_reason_goes_with_its_kind),
        cmocka_unit_test(the_codes_of_a_column_are_those_that_have_labels),
        cmocka_unit_test(every_list_has_each_code_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
