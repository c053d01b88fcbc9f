/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up models, rendered with the engine's own templates. Given a folder, `page_test_samples
 * FOLDER` also writes each as HTML and as text, to be looked at. */
#include <stdio.h>
#include <stdlib.h>

#include "page/same.h"

static const char *const samples[] = {"person_eight",    "person_gap",  "person_order",
                                      "person_one",      "person_none", "person_everything",
                                      "area_everything", "area_hidden"};
enum { SAMPLES = sizeof samples / sizeof *samples };

static const char home[] = SOURCE_DIR "/reports";

static struct value sample(struct arena *arena, const char *name)
{
    struct fault fault = {0};
    struct value model = value_nil();
    char *bytes;
    size_t length;
    const char *path = arena_format(arena, SOURCE_DIR "/tests/page/samples/%s.json", name);
    if (!text_read_file(path, 1 << 20, &bytes, &length, &fault) ||
        !page_read_json(arena, bytes, &model, &fault))
        fail_msg("%s", fault.text);
    free(bytes);
    return model;
}

static void html(struct arena *arena, const char *name, struct text *out)
{
    struct fault fault = {0};
    struct value model = sample(arena, name);
    const char *template = arena_format(arena, "%s.html", value_as_text(value_get(model, "id")));
    if (!page_html(NULL, home, template, model, out, &fault))
        fail_msg("%s: %s", name, fault.text);
}

static size_t count_of(const char *bytes, const char *what)
{
    size_t count = 0;
    for (const char *at = bytes; (at = strstr(at, what)); at += strlen(what))
        count++;
    return count;
}

static void no_page_has_scripts_style_attributes_or_links_to_elsewhere(void **state)
{
    static const char *const never[] = {"<script", " style=", "http:", "https:",   "javascript:",
                                        "src=",    "{{",      "}}",    " onclick", "<!--"};
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct text out = {0};
        html(arena, samples[i], &out);
        for (size_t n = 0; n < sizeof never / sizeof *never; n++)
            assert_null(strstr(out.bytes, never[n]));
        text_free(&out);
        arena_free(arena);
    }
}

static void every_page_has_one_heading_one_main_one_style_and_a_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct text out = {0};
        html(arena, samples[i], &out);
        assert_int_equal(strncmp(out.bytes, "<!doctype html>", 15), 0);
        assert_int_equal(count_of(out.bytes, "<h1>"), 1);
        assert_int_equal(count_of(out.bytes, "<main "), 1);
        assert_int_equal(count_of(out.bytes, "<style>"), 1);
        assert_int_equal(count_of(out.bytes, "<html lang=\"en-GB\">"), 1);
        text_free(&out);
        arena_free(arena);
    }
}

static void every_id_is_there_once_and_every_label_leads_to_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct text out = {0};
        html(arena, samples[i], &out);
        for (const char *at = out.bytes; (at = strstr(at, " id=\"")); at++) {
            const char *id = arena_copy(arena, at, strcspn(at + 5, "\"") + 6);
            assert_int_equal(count_of(out.bytes, id), 1);
        }
        for (const char *at = out.bytes; (at = strstr(at, "aria-labelledby=\"")); at++) {
            const char *id = arena_copy(arena, at + 17, strcspn(at + 17, "\" "));
            assert_int_equal(count_of(out.bytes, arena_format(arena, " id=\"%s\"", id)), 1);
        }
        text_free(&out);
        arena_free(arena);
    }
}

static void every_element_that_is_opened_is_closed(void **state)
{
    static const char *const tags[] = {"section", "figure", "div",  "p",  "ol",    "ul",
                                       "li",      "table",  "tr",   "th", "td",    "svg",
                                       "dl",      "dd",     "dt",   "h2", "h3",    "text",
                                       "details", "aside",  "span", "a",  "title", "desc"};
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct text out = {0};
        html(arena, samples[i], &out);
        for (size_t t = 0; t < sizeof tags / sizeof *tags; t++)
            assert_int_equal(count_of(out.bytes, arena_format(arena, "<%s>", tags[t])) +
                                 count_of(out.bytes, arena_format(arena, "<%s ", tags[t])),
                             count_of(out.bytes, arena_format(arena, "</%s>", tags[t])));
        text_free(&out);
        arena_free(arena);
    }
}

static void the_same_model_gives_the_same_bytes_also_after_a_round_through_json(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct text first = {0}, again = {0};
        struct fault fault = {0};
        struct value model = sample(arena, samples[i]), read;
        page_json(model, &first);
        assert_true(page_read_json(arena, first.bytes, &read, &fault));
        assert_true(value_equal(model, read));
        page_json(read, &again);
        assert_string_equal(first.bytes, again.bytes);
        text_free(&first);
        text_free(&again);
        arena_free(arena);
    }
}

static void the_text_says_every_question_and_title_of_the_page(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text out = {0};
    page_text(sample(arena, "area_everything"), &out);
    assert_non_null(strstr(out.bytes, "How are people doing?\n---------------------\n"));
    assert_non_null(strstr(out.bytes, "* Answers are spread widely, around a middle of 20\n"));
    assert_non_null(strstr(out.bytes, "- Told us twice or more: 120 people\n"));
    assert_non_null(strstr(out.bytes, "\n  7 to under 13   15\n"));
    text_free(&out);
    arena_free(arena);
}

static void save(const char *folder, const char *name, const char *ending, const struct text *out)
{
    struct fault fault = {0};
    struct arena *arena = arena_new();
    const char *path = arena_format(arena, "%s/%s.%s", folder, name, ending);
    if (!text_write_file(path, out->bytes, out->length, &fault))
        fprintf(stderr, "%s\n", fault.text);
    arena_free(arena);
}

static void save_all(const char *folder)
{
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct text page = {0}, plain = {0};
        html(arena, samples[i], &page);
        page_text(sample(arena, samples[i]), &plain);
        save(folder, samples[i], "html", &page);
        save(folder, samples[i], "txt", &plain);
        text_free(&page);
        text_free(&plain);
        arena_free(arena);
    }
}

static void every_format_carries_the_same_sentences_numbers_and_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        struct value model = sample(arena, samples[i]);
        assert_same(model, home,
                    arena_format(arena, "%s.html", value_as_text(value_get(model, "id"))));
        arena_free(arena);
    }
}

static void every_key_of_a_sample_may_be_named_by_a_template(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct arena *arena = arena_new();
        const char *key = nameless_key(sample(arena, samples[i]));
        if (key)
            fail_msg("%s: `%s` is not in page/names.c", samples[i], key);
        arena_free(arena);
    }
}

static void the_names_are_those_of_reports_readme(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fault fault;
    struct text names = {0};
    char *readme;
    size_t length;
    assert_true(text_read_file(SOURCE_DIR "/reports/README.md", 1 << 20, &readme, &length, &fault));
    const char *list = strstr(readme, "\n## The names of a template\n");
    assert_non_null(list);
    for (size_t i = 0; i < page_name_count; i++)
        text_format(&names, "`%s` ", page_names[i]);
    assert_string_equal(squeezed(strstr(list, "\n\n`") + 2, arena), names.bytes);
    free(readme);
    text_free(&names);
    arena_free(arena);
}

int main(int count, char **words)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_carries_the_same_sentences_numbers_and_tables),
        cmocka_unit_test(every_key_of_a_sample_may_be_named_by_a_template),
        cmocka_unit_test(the_names_are_those_of_reports_readme),
        cmocka_unit_test(no_page_has_scripts_style_attributes_or_links_to_elsewhere),
        cmocka_unit_test(every_page_has_one_heading_one_main_one_style_and_a_language),
        cmocka_unit_test(every_id_is_there_once_and_every_label_leads_to_one),
        cmocka_unit_test(every_element_that_is_opened_is_closed),
        cmocka_unit_test(the_same_model_gives_the_same_bytes_also_after_a_round_through_json),
        cmocka_unit_test(the_text_says_every_question_and_title_of_the_page),
    };
    if (count > 1)
        save_all(words[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
