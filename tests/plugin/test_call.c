/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ground/text.h"

struct called {
    struct plugin *plugin;
    struct worker *worker;
    struct arena *arena;
    struct value results[2];
    struct fault fault;
};

static struct called opened(const char *source)
{
    struct called called = {.plugin = loaded(source), .arena = arena_new()};
    if (!worker_open(called.plugin, &called.worker, &called.fault))
        fail_msg("%s", called.fault.text);
    return called;
}

static void closed(struct called *called)
{
    worker_close(called->worker);
    plugin_close(called->plugin);
    arena_free(called->arena);
}

static bool call(struct called *called, const char *place, struct value argument)
{
    called->fault.kind = FAULT_NONE;
    return worker_call(called->worker, place, &argument, 1, true, called->arena, called->results, 2,
                       &called->fault);
}

static double number(struct called *called, const char *place, double argument)
{
    double result;
    if (!call(called, place, value_number(argument)))
        fail_msg("%s", called->fault.text);
    assert_true(value_as_number(called->results[0], &result));
    return result;
}

static void arguments_and_results_are_plain_data(void **state)
{
    (void)state;
    struct called called =
        opened("return { title = 'x', scales = { { score = function(answer, given)\n"
               "  assert(given == nil and answer.q1 == 3 and answer.list[2] == 'b')\n"
               "  return { n = answer.q1 / 2, list = { true } }, 'why'\n"
               "end } } }");
    struct value answer = value_table(called.arena), list = value_table(called.arena);
    value_set(called.arena, answer, "q1", value_whole(3));
    value_add(called.arena, list, value_text(called.arena, "a"));
    value_add(called.arena, list, value_text(called.arena, "b"));
    value_set(called.arena, answer, "list", list);
    if (!call(&called, "scales[1].score", answer))
        fail_msg("%s", called.fault.text);
    assert_true(value_get(called.results[0], "n").number == 1.5);
    assert_true(value_item(value_get(called.results[0], "list"), 0).yes);
    assert_string_equal(value_as_text(called.results[1]), "why");
    closed(&called);
}

static void missing_results_are_nil(void **state)
{
    (void)state;
    struct called called =
        opened("return { none = function() end, one = function() return nil, 'why' end }");
    assert_true(call(&called, "none", value_nil()));
    assert_int_equal(called.results[0].kind, VALUE_NIL);
    assert_int_equal(called.results[1].kind, VALUE_NIL);
    assert_true(call(&called, "one", value_nil()));
    assert_int_equal(called.results[0].kind, VALUE_NIL);
    assert_string_equal(value_as_text(called.results[1]), "why");
    closed(&called);
}

static void every_call_has_a_fresh_state(void **state)
{
    (void)state;
    struct called called = opened("local calls, seen = 0, {}\n"
                                  "return { f = function(a)\n"
                                  "  calls = calls + 1; seen[#seen + 1] = a\n"
                                  "  return calls * 100 + #seen end }");
    for (int i = 0; i < 50; i++)
        assert_true(number(&called, "f", i) == 101);
    closed(&called);
}

static void the_helpers_do_what_the_contract_says(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        double result;
    } cases[] = {
        {"return sum { 1, 2, 0.5 }", 3.5},
        {"return sum {}", 0},
        {"return mean { 1, 2 }", 1.5},
        {"return mean {} == nil and 1 or 0", 1},
        {"return count({ 1, 5, 7 }, function(x) return x > 4 end)", 2},
        {"return round(2.5)", 3},
        {"return round(-2.5)", -3},
        {"return round(2.675, 2)", 2.68},
        {"return round(-0.125, 2)", -0.13},
        {"return hours_between(23 * 60 + 30, 7 * 60)", 7.5},
        {"return hours_between(60, 60)", 0},
        {"return hours_between(0, 1439)", 1439 / 60.0},
        {"local s = '' for k, v in pairs { b = 2, a = 1, [2] = 0, [1] = 0, [-1.5] = 0 } do s = s "
         ".. "
         "tostring(k) end return s == '-1.512ab' and 1 or 0",
         1},
        {"return tostring(0.1 + 0.2) == '0.30000000000000004' and 1 or 0", 1},
        {"return tostring(3.0) == '3' and tostring({}) == 'table' and tostring(nil) == 'nil' and 1 "
         "or 0",
         1},
        {"return tostring(1/0) == 'inf' and tostring(0/0) == 'nan' and 1 or 0", 1},
        {"return ('%s %d %5.2f%%'):format({}, 3, 1.5) == 'table 3  1.50%' and 1 or 0", 1},
        {"return ('ab'):rep(3, '-') == 'ab-ab-ab' and ('x'):rep(0) == '' and 1 or 0", 1},
        {"return ('abc'):upper():reverse():sub(1, 2) == 'CB' and ('é'):len() or 0", 2},
        {"return ('a'):byte() + #string.char(97, 98)", 99},
        {"local t = { 3, 1, 2 } table.sort(t) return t[1] * 100 + t[2] * 10 + t[3]", 123},
        {"local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) return t[1] * 100 + "
         "t[2] * 10 "
         "+ t[3]",
         321},
        {"local t = {} for i = 1, 300 do t[i] = { i % 3, i } end "
         "table.sort(t, function(a, b) return a[1] < b[1] end) "
         "for i = 2, 300 do if t[i][1] == t[i-1][1] and t[i][2] < t[i-1][2] then return 0 end end "
         "return 1",
         1},
        {"local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) return "
         "tonumber(table.concat(t))",
         1234},
        {"local t = { 1, 2, 3 } local x = table.remove(t, 1) return x * 10 + #t", 12},
        {"return select('#', table.unpack { 1, 2, 3 }) + select(2, 5, 7)", 10},
        {"return math.max(1, 3, 2) + math.floor(2.7) + math.pi * 0", 5},
        {"local n = 0 for i, v in ipairs { 1, 2, nil, 4 } do n = n + v end return n", 3},
        {"return type(1) == 'number' and tonumber('0x10') or 0", 16},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[600];
        snprintf(source, sizeof source, "return { f = function(a) %s end }", cases[i].body);
        struct called called = opened(source);
        double result = number(&called, "f", 0);
        if (result != cases[i].result)
            fail_msg("%s: %g", cases[i].body, result);
        closed(&called);
    }
}

static void an_error_has_its_line_and_words_only_where_they_may_be_shown(void **state)
{
    (void)state;
    struct called called =
        opened("return {\n f = function(a)\n  error('it was about ' .. a)\n end }");
    struct value words = value_text(called.arena, "juniper's note");
    assert_false(call(&called, "f", words));
    assert_int_equal(called.fault.kind, FAULT_ATTENTION);
    assert_string_equal(called.fault.text, "plugins/juniper.lua:3: f: it was about juniper's note");
    assert_false(worker_call(called.worker, "f", &words, 1, false, called.arena, called.results, 2,
                             &called.fault));
    assert_string_equal(called.fault.text,
                        "plugins/juniper.lua:3: f failed here. `alongside check` says "
                        "how, with made-up people");
    closed(&called);
}

static void limits_are_said_also_where_words_are_not(void **state)
{
    (void)state;
    struct called called = opened("return {\n f = function(a)\n  while true do end\n end }");
    struct value nothing = value_nil();
    assert_false(worker_call(called.worker, "f", &nothing, 1, false, called.arena, called.results,
                             2, &called.fault));
    assert_string_equal(called.fault.text,
                        "plugins/juniper.lua:3: f took more than 5 million steps. Is "
                        "there a loop that does not end?");
    closed(&called);
}

static void three_limits_in_a_row_stop_a_plugin_for_this_run(void **state)
{
    (void)state;
    struct called called = opened("return { f = function(a) while a == 1 do end return a end }");
    for (int i = 0; i < 2; i++)
        assert_false(call(&called, "f", value_whole(1)));
    assert_true(number(&called, "f", 2) == 2); /* begins the count anew */
    for (int i = 0; i < 3; i++) {
        assert_false(call(&called, "f", value_whole(1)));
        assert_has(called.fault.text, "took more than 5 million steps");
    }
    assert_false(call(&called, "f", value_whole(2)));
    assert_string_equal(called.fault.text,
                        "plugins/juniper.lua:1: f spent its time or memory 3 times in a "
                        "row and is stopped for this run");
    closed(&called);
}

static void ordinary_errors_do_not_stop_a_plugin(void **state)
{
    (void)state;
    struct called called =
        opened("return { f = function(a) if a == 1 then error('no') end return a end }");
    for (int i = 0; i < 5; i++)
        assert_false(call(&called, "f", value_whole(1)));
    assert_true(number(&called, "f", 2) == 2);
    closed(&called);
}

static void a_place_without_a_function_is_an_error(void **state)
{
    (void)state;
    struct called called = opened("return { f = 1, list = { {} } }");
    static const char *const places[] = {"f",   "g",  "list[1].score", "list[9]", "list[", "",
                                         "f.g", "..", "list[1]x"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_false(call(&called, places[i], value_nil()));
    closed(&called);
}

/* The one child that this program has now. */
static int child(void)
{
    char path[64], bytes[64] = "";
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *file = fopen(path, "r");
    if (!file || !fgets(bytes, sizeof bytes, file))
        skip();
    fclose(file);
    return atoi(bytes);
}

static void a_worker_that_was_killed_is_started_anew(void **state)
{
    (void)state;
    struct called called = opened("return { f = function(a) return a * 2 end }");
    assert_true(number(&called, "f", 2) == 4);
    int first = child();
    kill(first, SIGKILL);
    assert_false(call(&called, "f", value_whole(2)));
    assert_string_equal(called.fault.text,
                        "plugins/juniper.lua:1: f ended the program that runs plugins. Nothing "
                        "of it is used");
    assert_true(number(&called, "f", 2) == 4);
    assert_int_not_equal(child(), first);
    closed(&called);
}

/* A real crash of the interpreter: the plugin goes deeper than its stack of C is let grow. */
static void a_worker_that_crashes_has_said_near_which_line(void **state)
{
    (void)state;
#ifdef ALONGSIDE_NO_JAIL
    skip();
#endif
    struct rlimit usual, little;
    assert_int_equal(getrlimit(RLIMIT_STACK, &usual), 0);
    little = (struct rlimit){100 << 10, usual.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_STACK, &little), 0);
    struct called called = opened("return { f = function(a)\n"
                                  "  if a == 1 then return a end\n"
                                  "  local function deep()\n"
                                  "    for i = 1, 100 do table.sort({ 2, 1 }, deep) end\n"
                                  "  end\n"
                                  "  deep()\n"
                                  "end }");
    assert_int_equal(setrlimit(RLIMIT_STACK, &usual), 0);
    assert_true(number(&called, "f", 1) == 1);
    assert_false(call(&called, "f", value_whole(2)));
    assert_string_equal(called.fault.text,
                        "plugins/juniper.lua:4: f ended the program that runs plugins, near this "
                        "line. Nothing of it is used");
    assert_true(number(&called, "f", 1) == 1);
    closed(&called);
}

static void the_worker_has_one_file_no_environment_and_a_filter(void **state)
{
    (void)state;
#ifdef ALONGSIDE_NO_JAIL
    skip();
#endif
    struct called called = opened("return { f = function(a) return a end }");
    char path[64], line[256];
    bool filtered = false, no_new_rights = false;
    snprintf(path, sizeof path, "/proc/%d/status", child());
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        filtered |= strcmp(line, "Seccomp:\t2\n") == 0;
        no_new_rights |= strcmp(line, "NoNewPrivs:\t1\n") == 0;
    }
    fclose(file);
    assert_true(filtered);
    assert_true(no_new_rights);
    snprintf(path, sizeof path, "/proc/%d/fd/1", child());
    assert_int_not_equal(access(path, F_OK), 0);
    snprintf(path, sizeof path, "/proc/%d/limits", child());
    file = fopen(path, "r");
    bool memory_bounded = false;
    while (file && fgets(line, sizeof line, file))
        memory_bounded |= text_starts(line, "Max address space         201326592");
    if (file)
        fclose(file);
    assert_true(memory_bounded);
    closed(&called);
}

static void no_worker_outlives_what_it_was_for(void **state)
{
    (void)state;
    struct called called = opened("return { f = function(a) return a end }");
    int id = child();
    closed(&called);
    assert_int_equal(kill(id, 0), -1);
}

static void many_calls_do_not_run_out_of_processor_time(void **state)
{
    (void)state;
    struct called called =
        opened("return { f = function(a) for i = 1, 100 do a = a + 1 end return a end }");
    for (int i = 0; i < 3000; i++)
        assert_true(number(&called, "f", i) == i + 100);
    closed(&called);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arguments_and_results_are_plain_data),
        cmocka_unit_test(missing_results_are_nil),
        cmocka_unit_test(every_call_has_a_fresh_state),
        cmocka_unit_test(the_helpers_do_what_the_contract_says),
        cmocka_unit_test(an_error_has_its_line_and_words_only_where_they_may_be_shown),
        cmocka_unit_test(limits_are_said_also_where_words_are_not),
        cmocka_unit_test(three_limits_in_a_row_stop_a_plugin_for_this_run),
        cmocka_unit_test(ordinary_errors_do_not_stop_a_plugin),
        cmocka_unit_test(a_place_without_a_function_is_an_error),
        cmocka_unit_test(a_worker_that_was_killed_is_started_anew),
        cmocka_unit_test(a_worker_that_crashes_has_said_near_which_line),
        cmocka_unit_test(the_worker_has_one_file_no_environment_and_a_filter),
        cmocka_unit_test(no_worker_outlives_what_it_was_for),
        cmocka_unit_test(many_calls_do_not_run_out_of_processor_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
