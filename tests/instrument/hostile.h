/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hostile and buggy instruments, by class. Three people are scored by each: the first and the last
 * answered 1 1, the one between them 2 1. */
#ifndef TESTS_INSTRUMENT_HOSTILE_H
#define TESTS_INSTRUMENT_HOSTILE_H

#include <stddef.h>

/* How a file is put together; what is wrong stands on line 2 (before) or 9 (inside). */
#define HOSTILE_FORMAT                                                                             \
    "-- made up\n"                                                                                 \
    "%s\n"                                                                                         \
    "return { title = 'Made up', version = '1', source = 'this project', licence = {\n"            \
    "wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = 'ours' } },\n"    \
    "answers = { from = 0, to = 9 }, items = 'a b',\n"                                             \
    "scales = { { id = 'plain', title = 'Plain', items = 'a b' },\n"                               \
    "{ id = 's', title = 'S', items = 'a b', range = { 0, 100 },\n"                                \
    "score = function(answer, given)\n"                                                            \
    "%s\n"                                                                                         \
    "end } }, examples = {} }\n"

enum { LINE_BEFORE = 2, LINE_INSIDE = 9, LINE_OF_SCORE = 8 };

enum outcome {
    SAYS,    /* an error for the second person with these words; the others get `others` */
    GIVES,   /* a score for the second person */
    REASONS, /* no score, with this reason */
    REFUSED  /* the file is not taken at all; these words */
};

struct hostile {
    const char *class, *before, *inside;
    enum outcome outcome;
    const char *words;
    int line; /* of the error; 0: the file's own line is not asked for */
    double gives, others;
};

#define TOO_LONG "took more than 5 million steps"
#define TOO_MUCH "needs more than 32 MiB of memory"
#define TOO_DEEP "calls itself too deeply"
#define NOT_HERE "is not available to plugins"

/* For the second person only, the others get 2. */
#define WHEN_TWO(what) "if answer.a == 2 then " what " end return answer.a + answer.b"
#define FAILS(class, what, words)                                                                  \
    {                                                                                              \
        class, "", WHEN_TWO(what), SAYS, words, LINE_INSIDE, 0, 2                                  \
    }
/* Found in what was given back: said of the function. */
#define LIES(class, what, words)                                                                   \
    {                                                                                              \
        class, "", WHEN_TWO(what), SAYS, words, LINE_OF_SCORE, 0, 2                                \
    }
#define WITH(class, before, what, words)                                                           \
    {                                                                                              \
        class, before, WHEN_TWO(what), SAYS, words, 0, 0, 2                                        \
    }
#define RIGHT(class, before, inside, gives, others)                                                \
    {                                                                                              \
        class, before, inside, GIVES, "", 0, gives, others                                         \
    }
#define REASON(class, what, words)                                                                 \
    {                                                                                              \
        class, "", WHEN_TWO(what), REASONS, words, 0, 0, 2                                         \
    }
/* The whole file is taken for what is wrong, or a later line is the first to show it. */
#define FILE_IS(class, before, words)                                                              \
    {                                                                                              \
        class, before, "return 1", REFUSED, words, 0, 0, 0                                         \
    }
#define LOAD(class, before, words)                                                                 \
    {                                                                                              \
        class, before, "return 1", REFUSED, words, LINE_BEFORE, 0, 0                               \
    }
#define NEVER(class, inside, words)                                                                \
    {                                                                                              \
        class, "", inside, REFUSED, words, LINE_INSIDE, 0, 0                                       \
    }

static const struct hostile hostile[] = {
    /* C1: endless work in Lua */
    FAILS("C1", "while true do end", TOO_LONG),
    FAILS("C1", "repeat until false", TOO_LONG),
    FAILS("C1", "for i = 1, math.maxinteger do end", TOO_LONG),
    FAILS("C1", "::again:: goto again", TOO_LONG),
    FAILS("C1", "local t = {} while #t < 1e9 do t[1] = 1 end", TOO_LONG),
    FAILS("C1", "local function f(n) return f(n + 1) end f(1)", TOO_LONG),
    FAILS("C1", "for i = 1, 5e6 do end", TOO_LONG),
    RIGHT("C1", "", "local n = 0 for i = 1, 1e6 do n = n + 1 end return n / 1e6", 1, 1),
    LOAD("C1", "while true do end", TOO_LONG),
    /* C2: caught limits: there is nothing that catches */
    FAILS("C2", "pcall(function() while true do end end)", "`pcall` " NOT_HERE),
    FAILS("C2", "xpcall(error, function() end)", "`xpcall` " NOT_HERE),
    FAILS("C2", "coroutine.wrap(function() while true do end end)()", "`coroutine` " NOT_HERE),
    FAILS("C2", "count({ 1, 2, 3 }, function() while true do end end)", TOO_LONG),
    FAILS("C2", "table.sort({ 3, 2, 1 }, function() while true do end end) return 5", TOO_LONG),
    FAILS("C2", "local t = {} for i = 1, 1e8 do t[i] = {} end return 5", TOO_MUCH),
    /* C3: hidden execution */
    FAILS("C3", "setmetatable({}, { __gc = function() while true do end end })",
          "`setmetatable` " NOT_HERE),
    FAILS("C3", "local x <close> = {} ", "got a non-closable value"),
    FAILS("C3", "getmetatable('').__index = error", "`getmetatable` " NOT_HERE),
    FAILS("C3", "collectgarbage('stop')", "`collectgarbage` " NOT_HERE),
    FAILS("C3", "debug.sethook(function() end)", "`debug` " NOT_HERE),
    FAILS("C3", "error(function() while true do end end)", "`error` was called with a function"),
    /* C4: endless work in C */
    RIGHT("C4", "", "return #(''):rep(math.maxinteger)", 0, 0),
    FAILS("C4", "return #('x'):rep(1e9)", "1 MiB"),
    FAILS("C4", "return #('x'):rep(1e6, ('y'):rep(1e6))", "1 MiB"),
    FAILS("C4", "return table.concat({}, ',', 1, 1e15)", "up to 10,000,000"),
    FAILS("C4", "return table.unpack({}, 1, 1e7)", "too many results"),
    FAILS("C4", "return select('#', table.unpack({}, -1e7, 1e7))", "too many results"),
    FAILS("C4",
          "local t = {} for i = 1, 9e4 do t[i] = -i end while true do table.sort(t, function(x, y) "
          "return x < y end) end",
          TOO_LONG),
    FAILS("C4", "local t = { 1 } while true do table.insert(t, 1, 1) end", TOO_LONG),
    FAILS("C4", "return ('a'):rep(40):find(('a*'):rep(20) .. 'c')", "`string.find` " NOT_HERE),
    FAILS("C4", "while true do ('%99.99f'):format(1e99) end", TOO_LONG),
    FAILS("C4", "local s, r = ('x'):rep(1e6), ('x'):rep(1e6) while s == r do end", TOO_LONG),
    FAILS("C4", "local s, r = ('x'):rep(1e6), ('x'):rep(1e6) .. 'y' while s < r do end", TOO_LONG),
    FAILS("C4", "local s = ('1'):rep(1e6) while true do tonumber(s) end", TOO_LONG),
    FAILS("C4",
          "local t = {} for i = 1, 5e5 do t[i] = i end for i = 1, 5e5 do t[i] = nil end "
          "while true do for k in pairs(t) do end end",
          TOO_LONG),
    FAILS("C4", "local t = {} for i = 1, 1000 do t[i] = 1.5 end while true do table.concat(t) end",
          TOO_LONG),
    /* M1: memory */
    FAILS("M1", "local s = 'x' while true do s = s .. s end", "1 MiB"),
    FAILS("M1", "local t = {} while true do t = { t } end", TOO_MUCH),
    FAILS("M1", "local t = {} for i = 1, 1e9 do t[i] = i end", TOO_MUCH),
    FAILS("M1", "local t = {} for i = 1, 1e9 do t[i] = function() return i end end", TOO_MUCH),
    FAILS("M1", "local t = {} for i = 1, 1e9 do t['k' .. i] = true end", TOO_MUCH),
    FAILS("M1", "local t = {} for i = 1, 100 do t[i] = ('x'):rep(1e6 + i) end",
          TOO_MUCH "|" TOO_LONG),
    LOAD("M1", "local t = {} for i = 1, 1e9 do t[i] = { i } end", TOO_MUCH),
    /* M2: memory over time: everybody begins with nothing */
    RIGHT("M2", "local kept = {}", "kept[#kept + 1] = ('x'):rep(1e6) return #kept", 1, 1),
    RIGHT("M2", "local kept = {}", "for i = 1, 1e4 do kept[#kept + 1] = {} end return #kept / 1e4",
          1, 1),
    RIGHT("M2", "local s = ''", "s = s .. ('x'):rep(5e5) return #s / 5e5", 1, 1),
    RIGHT("M2", "local last", "last = { last, ('x'):rep(1e6) } return last[1] and 1 or 0", 0, 0),
    RIGHT("M2", "local n = {}", "for i = 1, 10 do n[('k'):rep(i)] = i end return #n", 0, 0),
    /* S1: stack and depth */
    FAILS("S1", "local function f(n) return 1 + f(n + 1) end f(1)", TOO_DEEP),
    FAILS("S1", "local function f() table.sort({ 1, 2 }, f) end f()", TOO_DEEP),
    FAILS("S1", "local function f() return count({ 1 }, f) end f()", TOO_DEEP),
    FAILS("S1", "local function f(...) return f(1, ...) end f()", TOO_DEEP "|" TOO_LONG),
    FAILS("S1", "local function f(n) return 1, f(n + 1) end f(1)", TOO_DEEP),
    FAILS("S1",
          "local t = {} for i = 1, 9e5 do t[i] = i end local function f(n) if n == 0 then return "
          "table.unpack(t) end return 1, f(n - 1) end return (f(2e4))",
          TOO_LONG "|" TOO_DEEP),
    FAILS("S1",
          "local t = {} for i = 1, 2e5 do t[i] = i end local function f(...) while true do "
          "select('#', ...) end end f(table.unpack(t))",
          TOO_LONG),
    RIGHT("S1", "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end",
          "return f(50)", 50, 50),
    RIGHT("S1", "", "local t = {} for i = 1, 100 do t[i] = i end return math.max(table.unpack(t))",
          100, 100),
    LIES("S1", "local t = {} for i = 1, 9 do t = { t } end return t", "nested more than 4 deep"),
    FAILS("S1", "local t = {} for i = 1, 1e6 do t[i] = i end return select('#', table.unpack(t))",
          "too many results"),
    /* X1: what crashes this interpreter */
    FAILS("X1", "for i = 1, 3e4 do coroutine.create(print) end", "`coroutine` " NOT_HERE),
    FAILS("X1", "return ('x'):gmatch('x')", "`string.gmatch` " NOT_HERE),
    FAILS("X1", "return ('x'):gsub('(' , '%1')", "`string.gsub` " NOT_HERE),
    FAILS("X1", "string.dump(math.floor)", "`string.dump` " NOT_HERE),
    FAILS("X1", "error(setmetatable({}, { __tostring = error }))", "`setmetatable` " NOT_HERE),
    FAILS("X1", "load('\\27Lua')", "`load` " NOT_HERE),
    /* X2: what it compiles wrongly is refused, wherever it stands */
    NEVER("X2", "return 1 | (answer.a or answer.b)", "bitwise operator `|` " NOT_HERE),
    NEVER("X2", "return 1 & 3", "bitwise operator `&` " NOT_HERE),
    NEVER("X2", "return ~1", "bitwise operator `~` " NOT_HERE),
    NEVER("X2", "return 1 << 2", "bitwise operator `<<` " NOT_HERE),
    NEVER("X2", "return 8 >> 2", "bitwise operator `>>` " NOT_HERE),
    RIGHT("X2", "", "return (answer.a ~= 1 and 7 // 2 or 2 ^ 2) % 5", 3, 4),
    /* E1: escape */
    FAILS("E1", "io.open('/etc/passwd')", "`io` " NOT_HERE),
    FAILS("E1", "os.execute('touch /tmp/alongside-was-here')", "`os` " NOT_HERE),
    FAILS("E1", "require 'os'", "`require` " NOT_HERE),
    FAILS("E1", "dofile '/etc/passwd'", "`dofile` " NOT_HERE),
    FAILS("E1", "_G.x = 1", "`_G` " NOT_HERE),
    FAILS("E1", "rawset(math, 'pi', 3)", "`rawset` " NOT_HERE),
    FAILS("E1", "_ENV.answer_of = answer", "sets a global, `answer_of`"),
    FAILS("E1", "local _ENV = { } x = 1 return os.time()", "attempt to index a nil value"),
    FAILS("E1", "return _ENV['']", "has no value here"),
    FAILS("E1", "return _ENV['math string']", "has no value here"),
    FAILS("E1", "return math['pi\\0']", NOT_HERE),
    FAILS("E1", "return string.math", "`string.math` " NOT_HERE),
    RIGHT("E1", "", "return math.floor == math['floor'] and (''):rep(2) == '' and 1 or 2", 1, 1),
    LOAD("E1", "package.loadlib('libc.so.6', 'system')", "`package` " NOT_HERE),
    LOAD("E1", "debug.getregistry()", "`debug` " NOT_HERE),
    /* E2: output */
    FAILS("E2", "print('hello')", "`print` " NOT_HERE),
    FAILS("E2", "io.write('hello')", "`io` " NOT_HERE),
    FAILS("E2", "io.stderr:write('hello')", "`io` " NOT_HERE),
    FAILS("E2", "warn('hello')", "`warn` " NOT_HERE),
    LOAD("E2", "print('hello')", "`print` " NOT_HERE),
    /* I1: isolation between people */
    RIGHT("I1", "local n = 0", "n = n + 1 return n", 1, 1),
    RIGHT("I1", "local seen = {}", "seen[#seen + 1] = answer.a return #seen", 1, 1),
    RIGHT("I1", "local last", "local was = last last = answer.a return was or 7", 7, 7),
    RIGHT("I1", "local cache = {}", "cache[1] = cache[1] or answer.a return cache[1]", 2, 1),
    RIGHT("I1", "local sum = 0", "sum = sum + answer.a return sum", 2, 1),
    RIGHT("I1", "local function self() end", "local was = self self = nil return was and 1 or 0", 1,
          1),
    RIGHT("I1", "local most = 0", "most = math.max(most, answer.a) return most", 2, 1),
    RIGHT("I1", "", "answer.a = answer.a + 10 answer.c = 1 return answer.a", 12, 11),
    RIGHT("I1", "", "given.note = given.note and 50 or 3 return given.note", 3, 3),
    RIGHT("I1", "local t = { n = 0 } local function add() t.n = t.n + 1 return t.n end",
          "add() return add()", 2, 2),
    FAILS("I1", "kept = answer", "sets a global, `kept`"),
    /* I2: isolation between plugins: the shelf's worlds are not theirs to change */
    FAILS("I2", "math.floor = math.ceil", "changes `math.floor`"),
    FAILS("I2", "string.format = nil", "changes `string.format`"),
    FAILS("I2", "table.insert(math, 1)", "a library is no list"),
    FAILS("I2", "table.sort(string)", "a library is no list"),
    FAILS("I2", "sum = function() return 0 end", "sets a global, `sum`"),
    FAILS("I2", "mean = nil", "sets a global, `mean`"),
    FAILS("I2", "math.pi = 3", "changes `math.pi`"),
    FAILS("I2", "string.x = 1", "changes `string.x`"),
    /* D1: determinism; each is tried in twenty processes */
    FAILS("D1", "return math.random(5)", "`math.random` " NOT_HERE),
    FAILS("D1", "math.randomseed(1)", "`math.randomseed` " NOT_HERE),
    FAILS("D1", "return os.time()", "`os` " NOT_HERE),
    FAILS("D1", "return os.clock()", "`os` " NOT_HERE),
    FAILS("D1", "for k in next, answer do end", "`next` " NOT_HERE),
    FAILS("D1", "return ('%p'):format(answer)", "`%p` " NOT_HERE),
    RIGHT(
        "D1", "",
        "local n = 0 for k in pairs { w = 1, d = 2, k = 3, a = 4, z = 5 } do n = n * 2 + k:byte() "
        "end return n % 101",
        (((((97 * 2) + 100) * 2 + 107) * 2 + 119) * 2 + 122) % 101,
        (((((97 * 2) + 100) * 2 + 107) * 2 + 119) * 2 + 122) % 101),
    RIGHT("D1", "", "return #tostring {} + #tostring(math.floor)", 13, 13),
    RIGHT("D1", "", "return #(tostring(0.1)) + #('%5.1f'):format(1234.56)", 9, 9),
    RIGHT(
        "D1", "",
        "local t = {} for i = 1, 50 do t[i] = i * 7 % 13 end table.sort(t, function() return true "
        "end) return t[1] + t[50]",
        19, 19),
    /* R1: result values */
    LIES("R1", "return 0/0", "gave nan"),
    LIES("R1", "return 1/0", "gave inf"),
    LIES("R1", "return -1/0", "gave -inf"),
    LIES("R1", "return 101", "gave 101"),
    LIES("R1", "return -1e-9", "gave -0.000000001"),
    LIES("R1", "return math.maxinteger + 1", "gave -9223372036854776000"),
    LIES("R1", "return '5'", "gave \"5\""),
    LIES("R1", "return true", "gave true"),
    LIES("R1", "return nil", "gave nil without a reason"),
    LIES("R1", "return", "gave nil without a reason"),
    LIES("R1", "return { value = 5 }", "gave a table"),
    /* R2: result shape */
    LIES("R2", "local t = {} t.t = t return t", "or holds itself"),
    LIES("R2", "local t = {} for i = 1, 65 do t[i] = i end return t", "more than 64 values"),
    LIES("R2", "return 1, 2", "gave two things at once"),
    LIES("R2", "return 1, 2, 3", "gave two things at once"),
    LIES("R2", "return 1, 2, 3, 4", "gave 4 values, where 3 may be"),
    LIES("R2", "return function() end", "gave a function"),
    LIES("R2", "return math", "gave a library"),
    LIES("R2", "return nil, ('x'):rep(1e5)", "100000 bytes"),
    LIES("R2", "return { [{}] = 1 }", "a key that is neither a text nor a number"),
    /* R3: result text: kept as it was given, and made harmless where it is written: `<` on a page,
     * `=` in a table (the journey of hostile instruments) */
    REASON("R3", "return nil, '<b onload=x>&'", "<b onload=x>&"),
    REASON("R3", "return nil, '=1+1'", "=1+1"),
    LIES("R3", "return nil, 'a\\27[31mb'", "is no text of 1 to 80"),
    LIES("R3", "return nil, 'a\\xC2\\x9B31mb'", "is no text of 1 to 80"),
    LIES("R3", "return nil, 'a\\0b'", "NUL"),
    LIES("R3", "return nil, '\\xC3('", "not UTF-8"),
    LIES("R3", "return nil, 'two\\nlines'", "is no text of 1 to 80"),
    LIES("R3", "return nil, ''", "is no text of 1 to 80"),
    FILE_IS("R3", "local t = 'a\\27[31mb' do return { title = t } end",
            "title holds a control character"),
    /* F1: error values */
    FAILS("F1", "error { 1 }", "`error` was called with a table"),
    FAILS("F1", "error()", "`error` was called with a nil"),
    FAILS("F1", "error(('x'):rep(1e6))", "score: xxx"),
    FAILS("F1", "error('a\\27[2J\\0\\n')", "score: a[2J"),
    FAILS("F1", "error('no place', 0)", "score: no place"),
    FAILS("F1", "error(12.5)", "score: 12.5"),
    /* F2: ordinary mistakes */
    FAILS("F2", "return answer.c.d", "attempt to index a nil value (field 'c')"),
    FAILS("F2", "return answer.c + 1", "arithmetic on a nil value (field 'c')"),
    FAILS("F2", "return #answer.a", "get length of a number value"),
    FAILS("F2", "assert(answer.a == 1)", "assertion failed!"),
    FAILS("F2", "return anwser.a", "`anwser` has no value here"),
    FAILS("F2", "return sum { answer.a, answer.c, 1, 'x' }", "`sum` adds numbers"),
    FAILS("F2", "return answer.a // 0", "divide by zero"),
    /* F3: private text in errors is not repeated (`secret` is looked for in every sentence) */
    FAILS("F3", "error('secret ' .. answer.a)", "score: secret 2"),
    FAILS("F3", "error('secret' .. tostring(answer))", "score: secrettable"),
    FAILS("F3", "assert(false, 'secret')", "score: secret"),
    FAILS("F3", "return ('secret').x.y", "`string.x` "),
    FAILS("F3", "local secret = answer.a return secret.x", "local 'secret'"),
    LIES("F3", "return 'secret'", "gave \"secret\""),
    /* L1: source text */
    LOAD("L1", "this is not lua", "cannot be read as Lua"),
    LOAD("L1", "local x = '", "cannot be read as Lua"),
    LOAD("L1", "local x = 'a\\400'", "cannot be read as Lua"),
    LOAD("L1", "local x = \xFF", "not UTF-8"),
    FILE_IS("L1", "goto nowhere", "cannot be read as Lua"),
    FILE_IS(
        "L1",
        "local t = {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
        "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
        "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
        "nested too deeply to be read"),
    /* L2: declaration */
    FILE_IS("L2", "do return end", "gives back nothing"),
    FILE_IS("L2", "do return 5 end", "gives back a number"),
    FILE_IS("L2", "do return {}, {} end", "gives back 2 things"),
    FILE_IS("L2", "do return { title = 'x', scales = { { lookup = { 1, nil, 3 } } } } end",
            "a hole"),
    FILE_IS("L2", "do return { title = 'x', colour = 'red' } end", "colour"),
    FILE_IS("L2", "do return { title = 0/0 } end", "nan"),
    FILE_IS("L2", "error('no')", "no"),
};

#endif
