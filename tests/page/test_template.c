/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "page/page.h"

/* A folder of templates for one test: x.html, parts and a style sheet. */
struct scene {
    struct arena *arena;
    char folder[32];
    struct value model;
    struct text out;
    struct fault fault;
};

static const char *path_in(struct scene *scene, const char *name)
{
    return arena_format(scene->arena, "%s/%s", scene->folder, name);
}

static void file(struct scene *scene, const char *name, const char *words)
{
    assert_true(text_write_file(path_in(scene, name), words, strlen(words), &scene->fault));
}

static struct scene begin(void)
{
    struct scene scene = {.arena = arena_new(), .folder = "/tmp/alongside-page-XXXXXX"};
    assert_non_null(mkdtemp(scene.folder));
    assert_int_equal(mkdir(path_in(&scene, "parts"), 0700), 0);
    file(&scene, "alongside.css", "p{}\n");
    scene.model = value_table(scene.arena);
    return scene;
}

static void end(struct scene *scene)
{
    static const char *const names[] = {
        "x.html", "y.html", "alongside.css", "parts/a.html", "parts/b.html", "parts", ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(path_in(scene, names[i]));
    text_free(&scene->out);
    arena_free(scene->arena);
}

static bool render(struct scene *scene, const char *body)
{
    file(scene, "x.html", body);
    text_clear(&scene->out);
    scene->fault = (struct fault){0};
    return page_html(scene->folder, scene->folder, "x.html", scene->model, &scene->out,
                     &scene->fault);
}

/* What comes out behind a head without anything. */
static void gives(struct scene *scene, const char *body, const char *expected)
{
    static const char head[] = "<style>\np{}\n</style>\n</head>";
    if (!render(scene, arena_format(scene->arena, "</head>%s", body)))
        fail_msg("%s", scene->fault.text);
    assert_int_equal(strncmp(scene->out.bytes, head, strlen(head)), 0);
    assert_string_equal(scene->out.bytes + strlen(head), expected);
}

/* Fails at `where`, "x.html:2:5", with a sentence that holds `why`. `body` stands from line 2 on.
 */
static void fails(struct scene *scene, const char *body, const char *where, const char *why)
{
    assert_false(render(scene, arena_format(scene->arena, "</head>\n%s", body)));
    assert_int_equal(scene->fault.kind, FAULT_DATA);
    if (!text_starts(scene->fault.text,
                     arena_format(scene->arena, "%s/%s: ", scene->folder, where)) ||
        !strstr(scene->fault.text, why))
        fail_msg("%s", scene->fault.text);
}

static void say(struct scene *scene, const char *key, const char *words)
{
    value_set_text(scene->arena, scene->model, key, words);
}

static void list(struct scene *scene, const char *key, const char *first, const char *second)
{
    struct value items = value_table(scene->arena);
    value_add(scene->arena, items, value_text(scene->arena, first));
    value_add(scene->arena, items, value_text(scene->arena, second));
    value_set(scene->arena, scene->model, key, items);
}

/* --- what the signs do ---- */

static void values_are_written_with_the_fewest_digits(void **state)
{
    (void)state;
    struct scene scene = begin();
    say(&scene, "term", "oak");
    value_set(scene.arena, scene.model, "whole", value_whole(1234));
    value_set(scene.arena, scene.model, "number", value_number(20.73));
    gives(&scene, "{{term}} {{whole}} {{number}}", "oak 1234 20.73");
    end(&scene);
}

static void each_goes_through_a_list_and_none_stands_for_an_empty_one(void **state)
{
    (void)state;
    struct scene scene = begin();
    list(&scene, "list", "oak", "ash");
    value_set(scene.arena, scene.model, "figures", value_table(scene.arena));
    gives(&scene, "{{#each list}}-{{/each}}", "--");
    gives(&scene, "{{#each list}}[{{.}}]{{/each}}{{^none list}}no{{/none}}", "[oak][ash]");
    gives(&scene, "{{#each figures}}[{{.}}]{{/each}}{{^none figures}}no{{/none}}", "no");
    gives(&scene, "{{#each found}}[{{.}}]{{/each}}{{^none found}}no{{/none}}", "no");
    end(&scene);
}

static void each_enters_a_text_or_a_map_once_and_an_empty_text_not_at_all(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value inner = value_table(scene.arena);
    value_set_text(scene.arena, inner, "title", "oak");
    value_set(scene.arena, scene.model, "quotes", inner);
    say(&scene, "title", "outer");
    say(&scene, "figures", "");
    value_set(scene.arena, scene.model, "more", value_yes(false));
    gives(&scene, "{{#each quotes}}{{title}}{{/each}} {{title}} {{quotes.title}}", "oak outer oak");
    gives(&scene,
          "{{#each title}}{{.}}{{/each}}{{#each figures}}x{{/each}}{{#each more}}y{{/each}}",
          "outer");
    end(&scene);
}

static void names_are_looked_up_from_the_inside_out(void **state)
{
    (void)state;
    struct scene scene = begin();
    list(&scene, "list", "oak", "ash");
    say(&scene, "kicker", "Alder Wood");
    gives(&scene, "{{#each list}}{{.}} in {{kicker}}; {{/each}}",
          "oak in Alder Wood; ash in Alder Wood; ");
    end(&scene);
}

static void a_list_that_holds_anything_can_be_asked_for_once(void **state)
{
    (void)state;
    struct scene scene = begin();
    list(&scene, "list", "oak", "ash");
    value_set(scene.arena, scene.model, "figures", value_table(scene.arena));
    gives(&scene, "{{#each list.any}}<ul>{{#each list}}<li>{{.}}</li>{{/each}}</ul>{{/each}}",
          "<ul><li>oak</li><li>ash</li></ul>");
    gives(&scene, "{{#each figures.any}}x{{/each}}{{#each found.any}}y{{/each}}", "");
    end(&scene);
}

static void blocks_and_parts_on_a_line_of_their_own_leave_no_empty_line(void **state)
{
    (void)state;
    struct scene scene = begin();
    list(&scene, "list", "oak", "ash");
    file(&scene, "parts/a.html", "<!-- for keepers -->\n<i>{{.}}</i>\n");
    gives(&scene, "\n<p>\n  {{#each list}}\n  {{>a}}\n  {{/each}}\n</p>\n",
          "\n<p>\n<i>oak</i>\n<i>ash</i>\n</p>\n");
    end(&scene);
}

static void a_chart_gets_an_id_of_its_own(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value chart = value_table(scene.arena), bins = value_table(scene.arena),
                 bin = value_table(scene.arena);
    value_set_text(scene.arena, chart, "kind", "distribution");
    value_set_text(scene.arena, chart, "title", "T");
    value_set_text(scene.arena, chart, "says", "S");
    value_set(scene.arena, bin, "from", value_whole(0));
    value_set(scene.arena, bin, "to", value_whole(1));
    value_set(scene.arena, bin, "count", value_whole(10));
    value_add(scene.arena, bins, bin);
    value_set(scene.arena, chart, "bins", bins);
    value_set(scene.arena, scene.model, "chart", chart);
    assert_true(render(&scene, "</head>{{chart chart}}{{chart chart}}"));
    assert_non_null(strstr(scene.out.bytes, "<title id=\"chart-1-t\">"));
    assert_non_null(strstr(scene.out.bytes, "<title id=\"chart-2-t\">"));
    end(&scene);
}

static void row(struct scene *scene, struct value rows, const char *head, const char *cell)
{
    struct value row = value_table(scene->arena), cells = value_table(scene->arena);
    value_set_text(scene->arena, row, "head", head);
    value_add(scene->arena, cells, value_text(scene->arena, cell));
    value_set(scene->arena, row, "cells", cells);
    value_add(scene->arena, rows, row);
}

/* Days and what was answered on them, with `third` as the last answer. */
static void answers(struct scene *scene, const char *third)
{
    struct value table = value_table(scene->arena), rows = value_table(scene->arena);
    list(scene, "head", "Day", "Score");
    value_set(scene->arena, table, "head", value_get(scene->model, "head"));
    row(scene, rows, "first", "1,016.36");
    row(scene, rows, "second", "-3");
    row(scene, rows, "third", third);
    value_set(scene->arena, table, "rows", rows);
    value_set_text(scene->arena, table, "caption", "A & B");
    value_set(scene->arena, scene->model, "table", table);
}

static void a_column_of_numbers_stands_to_the_right_also_where_one_is_missing(void **state)
{
    (void)state;
    struct scene scene = begin();
    answers(&scene, "not scored");
    gives(
        &scene, "{{table table}}",
        "<table role=\"table\">\n<caption>A &amp; B</caption>\n"
        "<thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">Day</th>"
        "<th scope=\"col\" role=\"columnheader\" class=\"n\">Score</th></tr></thead>\n"
        "<tbody role=\"rowgroup\">\n"
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">first</th>"
        "<td role=\"cell\" class=\"n\" data-l=\"Score\">1,016.36</td></tr>\n"
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">second</th>"
        "<td role=\"cell\" class=\"n\" data-l=\"Score\">-3</td></tr>\n"
        "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">third</th>"
        "<td role=\"cell\" class=\"n\" data-l=\"Score\">not scored</td></tr>\n"
        "</tbody>\n</table>");
    end(&scene);
}

static void a_column_of_words_does_not_and_three_columns_stack_on_a_phone(void **state)
{
    (void)state;
    struct scene scene = begin();
    answers(&scene, "7 of 7");
    struct value table = value_get(scene.model, "table"), rows = value_get(table, "rows");
    value_set_text(scene.arena, value_item(rows, 0), "head", "7");
    row(&scene, rows, "fourth", "6 of 7");
    value_add(scene.arena, value_get(table, "head"), value_text(scene.arena, "<More>"));
    assert_true(render(&scene, "</head>{{table table}}"));
    assert_null(strstr(scene.out.bytes, "class=\"n\""));
    assert_non_null(strstr(scene.out.bytes, "<table class=\"stack\" role=\"table\">"));
    assert_non_null(strstr(scene.out.bytes, ">&lt;More&gt;</th>"));
    end(&scene);
}

static void a_table_without_a_caption_or_not_there_is_an_error(void **state)
{
    (void)state;
    struct scene scene = begin();
    value_set(scene.arena, scene.model, "table", value_table(scene.arena));
    assert_false(render(&scene, "</head>{{table table}}"));
    assert_int_equal(scene.fault.kind, FAULT_OURS);
    assert_non_null(strstr(scene.fault.text, "no `caption`"));
    fails(&scene, "{{table answers}}", "x.html:2:1", "the model has no `answers` here");
    fails(&scene, "<p class=\"{{table table}}\">", "x.html:2:11", "may only stand between tags");
    end(&scene);
}

static void the_folder_of_the_definition_comes_before_the_engines_own(void **state)
{
    (void)state;
    struct scene own = begin(), home = begin();
    file(&own, "x.html", "</head>own {{>a}} {{>b}}");
    file(&own, "parts/a.html", "own");
    file(&home, "x.html", "</head>home");
    file(&home, "parts/a.html", "home");
    file(&home, "parts/b.html", "home");
    assert_true(page_html(own.folder, home.folder, "x.html", own.model, &own.out, &own.fault));
    assert_non_null(strstr(own.out.bytes, "</head>own own home"));
    end(&own);
    end(&home);
}

/* --- escaping ---- */

static void everything_is_escaped_between_tags_and_in_double_quotes(void **state)
{
    (void)state;
    struct scene scene = begin();
    say(&scene, "title", "\"><script>alert('x')</script>&amp;\xE2\x80\xAE\x1b");
    const char *safe = "&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt;&amp;amp;\\u202E\\u001B";
    gives(&scene, "<p>{{title}}</p>", arena_format(scene.arena, "<p>%s</p>", safe));
    gives(&scene, "<p title=\"{{title}}\">", arena_format(scene.arena, "<p title=\"%s\">", safe));
    gives(&scene, "<p\n  data-l = \"a {{title}}:\" >",
          arena_format(scene.arena, "<p\n  data-l = \"a %s:\" >", safe));
    gives(&scene, "<a href=\"#{{title}}\">", arena_format(scene.arena, "<a href=\"#%s\">", safe));
    gives(&scene, "<title>{{title}}</title>", arena_format(scene.arena, "<title>%s</title>", safe));
    gives(&scene, "1 < 2 {{title}}", arena_format(scene.arena, "1 < 2 %s", safe));
    end(&scene);
}

static void values_are_refused_where_escaping_would_not_help(void **state)
{
    static const char *const bodies[][3] = {
        {"<p class={{says}}>", "x.html:2:10", "stands in an attribute without quotes"},
        {"<p class=a{{says}}>", "x.html:2:11", "stands in an attribute without quotes"},
        {"<p class='{{says}}'>", "x.html:2:11", "stands in an attribute in single quotes"},
        {"<p {{says}}>", "x.html:2:4", "stands inside a tag, outside its attributes"},
        {"<p a{{says}}=\"\">", "x.html:2:5", "stands inside a tag, outside its attributes"},
        {"<{{says}}>", "x.html:2:2", "stands in the name of a tag"},
        {"</{{says}}>", "x.html:2:3", "stands in the name of a tag"},
        {"<a href=\"{{says}}\">", "x.html:2:10", "stands in an address"},
        {"<a href=\"https://{{says}}\">", "x.html:2:18", "stands in an address"},
        {"<a href=\"{{says}}#\">", "x.html:2:10", "stands in an address"},
        {"<img src=\"{{says}}\">", "x.html:2:11", "may hold an address, a style or a script"},
        {"<p style=\"{{says}}\">", "x.html:2:11", "may hold an address, a style or a script"},
        {"<p ONCLICK=\"{{says}}\">", "x.html:2:13", "may hold an address, a style or a script"},
        {"<p onclick = \"a>{{says}}\">", "x.html:2:17", "may hold an address, a style or a script"},
        {"<p a/ = \"{{says}}\">", "x.html:2:10", "stands inside a tag"},
        {"<script>{{says}}</script>", "x.html:2:9", "inside <script>, <style> or the like"},
        {"<STYLE a=\"b\">\n{{says}}", "x.html:3:1", "inside <script>, <style> or the like"},
        {"<script>\"</p>{{says}}", "x.html:2:14", "inside <script>, <style> or the like"},
        {"<p title=\"é\" {{says}}>", "x.html:2:14", "stands inside a tag"},
    };
    (void)state;
    struct scene scene = begin();
    say(&scene, "says", "x");
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        fails(&scene, bodies[i][0], bodies[i][1], bodies[i][2]);
    end(&scene);
}

static void blocks_may_not_change_where_the_markup_is(void **state)
{
    static const char *const bodies[][2] = {
        {"{{#each says}}<p{{/each}}>", "x.html:2:1"},
        {"<p {{#each says}}class=\"{{/each}}\">", "x.html:2:4"},
        {"<p class=\"{{^none says}}\" title=\"{{/none}}\">", "x.html:2:11"},
        {"<a href=\"{{#each says}}#{{/each}}{{says}}\">", "x.html:2:10"},
        {"{{#each says}}<script>{{/each}}</script>", "x.html:2:1"},
        {"<p onclick {{#each says}}class {{/each}}= \"{{says}}\">", "x.html:2:12"},
    };
    (void)state;
    struct scene scene = begin();
    say(&scene, "says", "x");
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        fails(&scene, bodies[i][0], bodies[i][1], "does not end where it begins");
    gives(&scene, "<p class=\"a{{#each says}} b{{/each}}\"{{#each says}} lang=\"{{.}}\"{{/each}}>",
          "<p class=\"a b\" lang=\"x\">");
    end(&scene);
}

/* --- errors ---- */

static void signs_that_are_none_are_refused(void **state)
{
    static const char *const signs[] = {"{{{says}}}",   "{{#if x}}", "{{&x}}", "{{x | raw}}",
                                        "{{ x }}",      "{{}}",      "{{X}}",  "{{#each}}",
                                        "{{#each ..}}", "{{says.}}"};
    (void)state;
    struct scene scene = begin();
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        fails(&scene, arena_format(scene.arena, "é {{#each says}}\n  %s{{/each}}", signs[i]),
              "x.html:3:3", "is none of the signs");
    end(&scene);
}

static void blocks_that_are_not_closed_are_named_where_they_were_opened(void **state)
{
    (void)state;
    struct scene scene = begin();
    fails(&scene, "a\n {{#each says}}\n", "x.html:3:2", "{{/each}} is missing");
    fails(&scene, "{{^none says}}", "x.html:2:1", "{{/none}} is missing");
    fails(&scene, "b{{/each}}", "x.html:2:2", "closes nothing");
    fails(&scene, "{{#each says}}\n{{^none by}}\n{{/each}}", "x.html:4:1",
          "{{/none}} is waited for");
    fails(&scene, "a {{x\n}}", "x.html:2:3", "}} is missing on this line");
    fails(&scene, "a <!-- b", "x.html:2:3", "--> is missing");
    fails(&scene, "<!-- {{says}} -->", "x.html:2:6", "a sign in a comment does nothing");
    fails(&scene, "<p", "x.html:2:3", "ends inside a tag");
    end(&scene);
}

static void parts_that_are_missing_or_go_in_a_circle_are_refused(void **state)
{
    (void)state;
    struct scene scene = begin();
    fails(&scene, "\n {{>gone}}", "x.html:3:2", "there is no part parts/gone.html");
    fails(&scene, "{{>../x}}", "x.html:2:1", "names no part");
    fails(&scene, "<p class=\"{{>a}}\">", "x.html:2:11", "may only stand between tags");
    fails(&scene, "<script>{{chart says}}</script>", "x.html:2:9", "may only stand between tags");
    file(&scene, "parts/a.html", "\n{{>b}}");
    file(&scene, "parts/b.html", "b {{>a}}");
    fails(&scene, "{{>a}}", "parts/b.html:1:3", "goes round in a circle");
    file(&scene, "parts/b.html", "{{/each}}");
    fails(&scene, "{{#each says}}{{>b}}{{/each}}", "parts/b.html:1:1", "closes nothing");
    file(&scene, "parts/b.html", "<b title=\"");
    fails(&scene, "{{>b}}", "parts/b.html:1:11", "ends inside a tag");
    end(&scene);
}

static void a_part_may_be_put_in_twice(void **state)
{
    (void)state;
    struct scene scene = begin();
    file(&scene, "parts/a.html", "a{{>b}}");
    file(&scene, "parts/b.html", "b");
    gives(&scene, "{{>b}}{{>a}}{{>a}}", "babab");
    end(&scene);
}

static void a_name_that_is_not_there_is_never_a_silent_hole(void **state)
{
    (void)state;
    struct scene scene = begin();
    say(&scene, "title", "oak");
    fails(&scene, "<p>{{lead}}", "x.html:2:4",
          "the model has no `lead` here. If it may be absent, write {{#each lead}} … {{/each}} "
          "around it");
    fails(&scene, "{{title.says}}", "x.html:2:1", "the model has no `title.says` here");
    fails(&scene, "{{chart axis}}", "x.html:2:1", "the model has no `axis` here");
    end(&scene);
}

static void a_name_that_no_report_has_is_refused_in_every_sign_with_the_nearest(void **state)
{
    static const char *const signs[][2] = {
        {"{{#each sectons}}x{{/each}}", "Did you mean `sections`?"},
        {"{{^none sectons}}x{{/none}}", "Did you mean `sections`?"},
        {"{{#each sectons.any}}x{{/each}}", "{{#each sectons.any}} names `sectons`, which no "},
        {"{{#each says}}{{askss}}{{/each}}", "Did you mean `asks`?"},
        {"{{title.sayz}}", "{{title.sayz}} names `sayz`, which no report has."},
        {"{{chart chat}}", "Did you mean `chart`?"},
        {"{{table tablle}}", "Did you mean `table`?"},
        {"{{#each any}}x{{/each}}", "names `any`, which no report has. The names that there are"},
    };
    (void)state;
    struct scene scene = begin();
    say(&scene, "title", "oak");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        fails(&scene, signs[i][0], i == 3 ? "x.html:2:15" : "x.html:2:1", signs[i][1]);
    end(&scene);
}

static void lists_maps_and_yes_and_no_cannot_be_written(void **state)
{
    (void)state;
    struct scene scene = begin();
    list(&scene, "list", "oak", "ash");
    value_set(scene.arena, scene.model, "later", value_yes(true));
    fails(&scene, "{{list}}", "x.html:2:1", "only texts and numbers can be written");
    fails(&scene, "{{later}}", "x.html:2:1", "only texts and numbers can be written");
    fails(&scene, "{{.}}", "x.html:2:1", "only texts and numbers can be written");
    end(&scene);
}

static void a_template_needs_a_head_and_a_style_sheet_that_stays_in_its_place(void **state)
{
    (void)state;
    struct scene scene = begin();
    assert_false(render(&scene, "<p>"));
    assert_non_null(strstr(scene.fault.text, "x.html:1:1: there is no </head>"));
    file(&scene, "alongside.css", "p{}\n  </STYLE><script>");
    fails(&scene, "", "alongside.css:2:3", "may not hold </style");
    end(&scene);
}

static void files_that_cannot_be_used_are_named(void **state)
{
    (void)state;
    struct scene scene = begin();
    assert_false(
        page_html(scene.folder, scene.folder, "gone.html", scene.model, &scene.out, &scene.fault));
    assert_int_equal(scene.fault.kind, FAULT_NO_FILE);
    assert_false(
        page_html(scene.folder, scene.folder, "../x.html", scene.model, &scene.out, &scene.fault));
    assert_int_equal(scene.fault.kind, FAULT_DATA);
    fails(&scene, "é\xff", "x.html:2:2", "not UTF-8");
    end(&scene);
}

static void the_bytes_of_a_template_change_with_every_file_of_it(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct text before = {0}, after = {0};
    file(&scene, "x.html", "</head>{{>a}}");
    file(&scene, "parts/a.html", "a");
    assert_true(page_bytes(scene.folder, scene.folder, "x.html", &before, &scene.fault));
    assert_string_equal(before.bytes,
                        "x.html 13\n</head>{{>a}}parts/a.html 1\naalongside.css 4\np{}\n");
    file(&scene, "parts/a.html", "b");
    assert_true(page_bytes(scene.folder, scene.folder, "x.html", &after, &scene.fault));
    assert_string_not_equal(before.bytes, after.bytes);
    text_free(&before);
    text_free(&after);
    end(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_written_with_the_fewest_digits),
        cmocka_unit_test(each_goes_through_a_list_and_none_stands_for_an_empty_one),
        cmocka_unit_test(each_enters_a_text_or_a_map_once_and_an_empty_text_not_at_all),
        cmocka_unit_test(names_are_looked_up_from_the_inside_out),
        cmocka_unit_test(a_list_that_holds_anything_can_be_asked_for_once),
        cmocka_unit_test(blocks_and_parts_on_a_line_of_their_own_leave_no_empty_line),
        cmocka_unit_test(a_chart_gets_an_id_of_its_own),
        cmocka_unit_test(a_column_of_numbers_stands_to_the_right_also_where_one_is_missing),
        cmocka_unit_test(a_column_of_words_does_not_and_three_columns_stack_on_a_phone),
        cmocka_unit_test(a_table_without_a_caption_or_not_there_is_an_error),
        cmocka_unit_test(the_folder_of_the_definition_comes_before_the_engines_own),
        cmocka_unit_test(everything_is_escaped_between_tags_and_in_double_quotes),
        cmocka_unit_test(values_are_refused_where_escaping_would_not_help),
        cmocka_unit_test(blocks_may_not_change_where_the_markup_is),
        cmocka_unit_test(signs_that_are_none_are_refused),
        cmocka_unit_test(blocks_that_are_not_closed_are_named_where_they_were_opened),
        cmocka_unit_test(parts_that_are_missing_or_go_in_a_circle_are_refused),
        cmocka_unit_test(a_part_may_be_put_in_twice),
        cmocka_unit_test(a_name_that_is_not_there_is_never_a_silent_hole),
        cmocka_unit_test(a_name_that_no_report_has_is_refused_in_every_sign_with_the_nearest),
        cmocka_unit_test(lists_maps_and_yes_and_no_cannot_be_written),
        cmocka_unit_test(a_template_needs_a_head_and_a_style_sheet_that_stays_in_its_place),
        cmocka_unit_test(files_that_cannot_be_used_are_named),
        cmocka_unit_test(the_bytes_of_a_template_change_with_every_file_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
