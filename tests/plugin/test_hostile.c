/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plugins that loop, bomb, escape, lie or are merely wrong. Each costs one sentence with its line;
 * a well-behaved plugin right after it gives its right result. */
#include "support.h"

#include <stdio.h>

struct bad {
    const char *about;
    const char *source; /* the whole file, or what a function on line 3 does, with `a` given */
    bool whole;
    const char *said; /* in the fault */
    int line;
};

#define WHOLE(about, source, said, line)                                                           \
    {                                                                                              \
        about, source, true, said, line                                                            \
    }
#define CALL(about, body, said, line)                                                              \
    {                                                                                              \
        about, body, false, said, line                                                             \
    }

#define TOO_LONG "took more than 5 million steps"
#define TOO_MUCH "needs more than 32 MiB of memory"
#define TOO_DEEP "calls itself too deeply"
#define LONG_TEXT "a text of more than 1 MiB"
#define NOT_HERE "is not available to plugins"

static const struct bad bad[] = {
    /* endless work in Lua */
    WHOLE("loops at load", "\nwhile true do end", TOO_LONG, 2),
    WHOLE("loops at load with goto", "::top::\ngoto top", TOO_LONG, 2),
    WHOLE("recurses for ever at load", "local function f()\n return f() end\nf()", TOO_LONG, 2),
    WHOLE("loops over itself", "local t = { 1 }\nfor i, v in ipairs(t) do t[i + 1] = 1 end",
          TOO_MUCH, 2),
    CALL("loops in a call", "while true do end", TOO_LONG, 3),
    CALL("repeats for ever", "repeat local x = a until false", TOO_LONG, 3),
    CALL("counts very far", "for i = 1, 1e15 do end", TOO_LONG, 3),
    CALL("sorts with a comparison that loops",
         "table.sort({ 2, 1 }, function() while true do end end)", TOO_LONG, 3),
    CALL("counts with a test that loops", "count({ 1 }, function() while true do end end)",
         TOO_LONG, 3),
    CALL("joins texts one by one", "local s = '' for i = 1, 1e6 do s = s .. 'xxxxxxxxxx' end", NULL,
         3),
    CALL("inserts in front for ever", "local t = {} for i = 1, 1e6 do table.insert(t, 1, i) end",
         TOO_LONG, 3),
    CALL("removes from the front for ever",
         "local t = {} for i = 1, 3e5 do t[i] = i end for i = 1, 3e5 do table.remove(t, 1) end",
         TOO_LONG, 3),
    CALL("walks a large table again and again",
         "local t = {} for i = 1, 1e5 do t[i] = i end while true do for k in pairs(t) do break end "
         "end",
         NULL, 3),
    CALL("formats for ever", "while true do a = ('%99.99f'):format(1e99) end", TOO_LONG, 3),
    CALL("adds up for ever", "local t = { 1, 2 } while true do a = sum(t) end", TOO_LONG, 3),
    /* memory */
    CALL("doubles a text", "local s = 'x' while true do s = s .. s end", LONG_TEXT, 3),
    CALL("repeats a text very often", "return ('x'):rep(math.maxinteger)", "at most 1 MiB", 3),
    CALL("repeats nothing very often", "return #('').rep('', math.maxinteger) + 1/0", "gave inf",
         2),
    CALL("repeats with a separator", "return #('').rep('', 1e9, 'xx')", "at most 1 MiB", 3),
    CALL("fills a table", "local t = {} for i = 1, 1e9 do t[i] = i end", TOO_MUCH, 3),
    CALL("fills a table with tables", "local t = {} while true do t = { t, t } end", TOO_MUCH, 3),
    CALL("makes many closures",
         "local t = {} while true do t[#t + 1] = function() return t end end", TOO_MUCH, 3),
    CALL("keeps many texts", "local t = {} for i = 1, 1e9 do t[i] = i .. 'some text to keep' end",
         TOO_MUCH, 3),
    CALL("joins a large list",
         "local t = {} for i = 1, 3e5 do t[i] = '0123456789' end return table.concat(t)", "1 MiB",
         3),
    WHOLE("bombs at load", "local s = 'x'\nwhile true do s = s .. s end", LONG_TEXT, 2),
    /* depth */
    CALL("recurses without end", "local function f(n) return 1 + f(n + 1) end return f(1)",
         TOO_DEEP, 3),
    CALL("recurses through a sort",
         "local function f() table.sort({ 1, 2 }, f) return 1 end return f()", TOO_DEEP, 3),
    WHOLE("gives back a table that holds itself", "local t = {} t.t = t\nreturn t",
          "or holds itself", 2),
    WHOLE("gives back a table 40 deep", "local t = {} for i = 1, 40 do t = { t = t } end return t",
          "nested more than 16 deep", 1),
    WHOLE("gives back a table that unfolds",
          "local t = { 1 } for i = 1, 14 do t = { t, t, t, t } end\nreturn { t = t }",
          "more than 100000 values", 2),
    CALL("gives back a deep result", "return { { { { { 1 } } } } }", "nested more than 4 deep", 2),
    CALL("gives back a large result", "local t = {} for i = 1, 100 do t[i] = i end return t",
         "more than 64 values", 2),
    /* indices and ranges */
    CALL("unpacks a vast range", "return table.unpack({}, 1, 1e8)", "up to 10,000,000", 3),
    CALL("unpacks a large range", "return table.unpack({}, 1, 1e7)", "too many results", 3),
    CALL("joins a vast range", "return table.concat({}, '', 1, math.maxinteger)",
         "up to 10,000,000", 3),
    CALL("sorts a vast list", "local t = {} for i = 1, 100001 do t[i] = i end table.sort(t)",
         "at most 100,000", 3),
    /* escapes */
    WHOLE("opens a file", "io.open('/etc/passwd')", "`io` " NOT_HERE, 1),
    WHOLE("runs a program", "\nos.execute('true')", "`os` " NOT_HERE, 2),
    WHOLE("requires", "require 'os'", "`require` " NOT_HERE, 1),
    WHOLE("loads code", "load('return 1')()", "`load` " NOT_HERE, 1),
    WHOLE("reaches for debug", "debug.getinfo(1)", "`debug` " NOT_HERE, 1),
    WHOLE("collects", "collectgarbage()", "`collectgarbage` " NOT_HERE, 1),
    WHOLE("prints", "print('hello')", "`print` " NOT_HERE, 1),
    WHOLE("makes a metatable", "setmetatable({}, { __gc = function() end })",
          "`setmetatable` " NOT_HERE, 1),
    WHOLE("reads the globals", "local g = _G", "`_G` " NOT_HERE, 1),
    WHOLE("goes round by _ENV", "_ENV.items = 1", "the file sets a global, `items`", 1),
    WHOLE("dumps a function", "string.dump(function() end)", "`string.dump` " NOT_HERE, 1),
    WHOLE("prints an address", "return { t = ('%p'):format({}) }", "`%p` " NOT_HERE, 1),
    CALL("catches errors", "return pcall(error)", "`pcall` " NOT_HERE, 3),
    CALL("makes a coroutine", "return coroutine.wrap(a)", "`coroutine` " NOT_HERE, 3),
    CALL("uses patterns", "return ('x'):gsub('x', 'y')", "`string.gsub` " NOT_HERE, 3),
    CALL("changes a library", "math.floor = math.ceil", "changes `math.floor`", 3),
    CALL("sets a global", "kept = a", "sets a global, `kept`", 3),
    CALL("sets a global that there is", "sum = a", "sets a global, `sum`", 3),
    CALL("inserts into a library", "table.insert(string, 1)", "a library is no list", 3),
    /* results */
    CALL("gives nan", "return 0/0", "f gave nan. Give back nil and a reason instead", 2),
    CALL("gives infinity", "return -1/0", "f gave -inf. Give back nil and a reason instead", 2),
    CALL("gives a function", "return function() end", "f gave a function", 2),
    CALL("gives too much", "return 1, 2, 3", "f gave 3 values, where 2 may be", 2),
    CALL("gives text that is not UTF-8", "return '\\xC3'", "not UTF-8", 2),
    CALL("gives a NUL", "return 'a\\0b'", "NUL", 2),
    CALL("gives a long text", "return ('x'):rep(2001)", "2001 bytes", 2),
    CALL("gives a table with a hole", "return { 1, nil, 3 }", "a hole: item 2 is missing", 2),
    CALL("gives a library", "return math", "a library", 2),
    /* error values */
    CALL("raises a table", "error({ 1 })", "`error` was called with a table", 3),
    CALL("raises nothing", "error()", "`error` was called with a nil", 3),
    CALL("raises a function", "error(error)", "`error` was called with a function", 3),
    CALL("raises a number", "error(42)", "f: 42", 3),
    CALL("raises an empty text", "error('')", "an empty text", 3),
    CALL("raises a long text", "error(('x'):rep(100000))", "f: xxx", 3),
    CALL("raises control characters", "error('a\\27[31mb\\0c\\r\\n')", "f: a[31mb", 3),
    CALL("raises what is not UTF-8", "error('ab\\xFFcd')", "f: ab", 3),
    CALL("raises an error of somebody else's line", "error('wrong', 2)", "f: wrong", 0),
    CALL("fails an assertion", "assert(a == 0, 'the answer is missing')",
         "f: the answer is missing", 3),
    CALL("fails an assertion without words", "assert(false)", "assertion failed!", 3),
    CALL("fails an assertion with a table", "assert(false, {})", "`error` was called with a table",
         3),
    /* ordinary mistakes */
    CALL("indexes nothing", "return a.x.y", "f: attempt to index a n", 3),
    CALL("adds to nothing", "local b return b + 1",
         "f: attempt to perform arithmetic on a nil value (local 'b')", 3),
    CALL("adds to a text", "return '10' + 1", "attempt to perform arithmetic on a string value", 3),
    CALL("divides whole numbers by nought", "return 1 // 0", "divide by zero", 3),
    CALL("mistypes a name", "return anwser", "`anwser` has no value here", 3),
    CALL("adds up what is none", "return sum { 1, 'x' }", "`sum` adds numbers; item 2 is a string",
         3),
    CALL("rounds too finely", "return round(1, 20)", "from 0 to 15 digits", 3),
    CALL("asks for hours between none", "return hours_between(0, 1440)", "a time of day", 3),
    CALL("goes through other keys", "for k in pairs { [true] = 1 } do end",
         "keys that are numbers or texts", 3),
    /* the text of the file */
    WHOLE("is not Lua", "return {\n title = \n}", "this cannot be read as Lua", 3),
    WHOLE("is nested very deeply",
          "return "
          "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
          "{{{{{{{{{"
          "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
          "{{{{{{{{{{{{{{{{{{",
          "the file is nested too deeply to be read", 1),
    WHOLE("has many constants and a bitwise operator", "local x = 1 | (2 or 3)\nreturn {}",
          "`|` " NOT_HERE, 1),
    WHOLE("does not end a text", "return { title = 'x }", "this cannot be read as Lua", 1),
    WHOLE("does not end a comment", "--[[ \nreturn {}", "this cannot be read as Lua", 2),
};

/* What the plugin gave is not a fault: it is then allowed to be right. */
static void run(const struct bad *one, struct fault *fault)
{
    char source[1024];
    struct faults faults = {0};
    struct plugin *plugin;
    struct value a = value_whole(7), results[2];
    *fault = (struct fault){.kind = FAULT_NONE};
    snprintf(source, sizeof source,
             one->whole ? "%s" : "return { title = 'x',\nf = function(a)\n%s\nend }", one->source);
    plugin_set_worker(WORKER);
    if (!plugin_load_source("plugins/aspen.lua", source, strlen(source), &plugin, &faults)) {
        assert_true(one->whole);
        fault_set(fault, FAULT_DATA, "%s", faults.said[0]);
        faults_clear(&faults);
        return;
    }
    struct worker *worker;
    struct arena *arena = arena_new();
    assert_true(worker_open(plugin, &worker, fault));
    if (!one->whole)
        worker_call(worker, "f", &a, 1, true, arena, results, 2, fault);
    worker_close(worker);
    arena_free(arena);
    plugin_close(plugin);
}

static void assert_the_next_one_is_unharmed(struct plugin *plugin)
{
    struct worker *worker;
    struct fault fault = {.kind = FAULT_NONE};
    struct arena *arena = arena_new();
    struct value answer = value_table(arena), result;
    value_set(arena, answer, "q1", value_whole(2));
    value_set(arena, answer, "q2", value_whole(3));
    assert_true(worker_open(plugin, &worker, &fault));
    assert_true(worker_call(worker, "score", &answer, 1, true, arena, &result, 1, &fault));
    assert_true(value_is(result, VALUE_NUMBER) && result.number == 12.5);
    worker_close(worker);
    arena_free(arena);
}

static void every_bad_plugin_costs_one_sentence_and_harms_nobody(void **state)
{
    (void)state;
    struct plugin *good = loaded("return { title = 'good', score = function(answer)\n"
                                 "  return mean { answer.q1, answer.q2 } * 5 end }");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char place[64];
        struct fault fault;
        run(&bad[i], &fault);
        if (fault.kind == FAULT_NONE)
            fail_msg("%s: nothing was said", bad[i].about);
        snprintf(place, sizeof place,
                 bad[i].line ? "plugins/aspen.lua:%d: " : "plugins/aspen.lua:", bad[i].line);
        if (strncmp(fault.text, place, strlen(place)) != 0 ||
            (bad[i].said && !strstr(fault.text, bad[i].said)))
            fail_msg("%s: %s", bad[i].about, fault.text);
        if (strstr(fault.text, "traceback") || strchr(fault.text, '\n') || strlen(fault.text) > 300)
            fail_msg("%s: more than a sentence: %s", bad[i].about, fault.text);
        assert_the_next_one_is_unharmed(good);
    }
    plugin_close(good);
}

static void a_limit_is_never_taken_for_a_result(void **state)
{
    (void)state;
    struct plugin *plugin =
        loaded("local function spend() while true do end end\n"
               "return { f = function(a) if a == 1 then spend() end return a end }");
    struct worker *worker;
    struct fault fault = {.kind = FAULT_NONE};
    struct arena *arena = arena_new();
    struct value result, spends = value_whole(1), passes = value_whole(2);
    assert_true(worker_open(plugin, &worker, &fault));
    for (int i = 0; i < 2; i++) {
        assert_false(worker_call(worker, "f", &spends, 1, true, arena, &result, 1, &fault));
        assert_true(worker_call(worker, "f", &passes, 1, true, arena, &result, 1, &fault));
        assert_int_equal(result.whole, 2);
    }
    worker_close(worker);
    arena_free(arena);
    plugin_close(plugin);
}

static void what_one_call_was_given_does_not_reach_the_next(void **state)
{
    (void)state;
    struct plugin *plugin =
        loaded("local kept\n"
               "return { f = function(a) local before = kept; kept = a;\n"
               "  a.q1 = 'changed'; return before and before.q1 or 'nothing' end }");
    struct worker *worker;
    struct fault fault = {.kind = FAULT_NONE};
    struct arena *arena = arena_new();
    assert_true(worker_open(plugin, &worker, &fault));
    for (int i = 0; i < 5; i++) {
        struct value given = value_table(arena), result;
        value_set_format(arena, given, "q1", "p%03d", i);
        assert_true(worker_call(worker, "f", &given, 1, true, arena, &result, 1, &fault));
        assert_string_equal(value_as_text(result), "nothing");
    }
    worker_close(worker);
    arena_free(arena);
    plugin_close(plugin);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bad_plugin_costs_one_sentence_and_harms_nobody),
        cmocka_unit_test(a_limit_is_never_taken_for_a_result),
        cmocka_unit_test(what_one_call_was_given_does_not_reach_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
