/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker that was taken over could answer. This program is its own false worker: started as
 * alongside-worker it reads from the plugin's source how to lie, and when. */
#include "support.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ground/frames.h"
#include "ground/talk.h"

/* --- the false worker ------------------------------------------------------------------------- */

static struct value honest_answer(struct arena *arena, uint8_t kind)
{
    struct value answer = value_table(arena);
    if (kind == TALK_COMPILE)
        return value_nil();
    if (kind == TALK_TABLE)
        value_set(arena, answer, "f", (struct value){.kind = VALUE_FUNCTION});
    else
        value_add(arena, answer, value_whole(7));
    return answer;
}

static void say(uint32_t request, uint8_t kind, const char *bytes, size_t length)
{
    frame_write(TALK_SOCKET, &(struct frame){request, kind, bytes, (uint32_t)length});
}

static void say_value(uint32_t request, uint8_t kind, struct value value)
{
    struct text bytes = {0};
    value_write(&bytes, value);
    say(request, kind, bytes.bytes, bytes.length);
    text_free(&bytes);
}

/* `header` says `length` bytes; so many as are in `bytes` come. */
static void say_cut(uint32_t length, uint32_t request, const char *bytes, size_t count)
{
    unsigned char header[9] = {length & 255,
                               length >> 8 & 255,
                               length >> 16 & 255,
                               length >> 24,
                               request & 255,
                               request >> 8 & 255,
                               0,
                               0,
                               TALK_DONE};
    if (write(TALK_SOCKET, header, sizeof header) < 0 || write(TALK_SOCKET, bytes, count) < 0)
        _exit(1);
}

static void mark(uint32_t phase, uint32_t line)
{
    struct talk_mark *page =
        mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, TALK_PAGE, 0);
    page->phase = phase;
    page->line = line;
}

static void say_many_nils(uint32_t request)
{
    static char bytes[4 << 20];
    const uint32_t counts[] = {sizeof bytes - 9, 0};
    bytes[0] = VALUE_TABLE;
    memcpy(bytes + 1, counts, sizeof counts);
    say(request, TALK_DONE, bytes, sizeof bytes);
}

static void say_nested(struct arena *arena, uint32_t request)
{
    struct value nest = value_table(arena);
    for (int i = 0; i < 40; i++) {
        struct value outer = value_table(arena);
        value_add(arena, outer, nest);
        nest = outer;
    }
    say_value(request, TALK_DONE, nest);
}

static void say_trouble(struct arena *arena, uint32_t request)
{
    struct value trouble = value_table(arena);
    value_set_text(arena, trouble, "said", "so\n\33[31m it\r is");
    value_set(arena, trouble, "line", value_whole(INT64_MAX));
    value_set(arena, trouble, "limit", value_text(arena, "no"));
    say_value(request, TALK_TROUBLE, trouble);
}

static void lie(const char *how, struct arena *arena, const struct frame *asked)
{
    uint32_t n = asked->request;
    struct value honest = honest_answer(arena, asked->kind);
    if (text_starts(how, "dies"))
        kill(getpid(), SIGKILL);
    else if (text_starts(how, "says where and dies"))
        mark(TALK_CALLING, 3), kill(getpid(), SIGKILL);
    else if (text_starts(how, "points beyond the file and dies"))
        mark(4000000000u, UINT32_MAX), kill(getpid(), SIGKILL);
    else if (text_starts(how, "ends"))
        _exit(0);
    else if (text_starts(how, "stops in the header"))
        _exit(write(TALK_SOCKET, "\4\0\0", 3) < 0);
    else if (text_starts(how, "stops in the payload"))
        say_cut(100, n, "\0\0", 2), _exit(0);
    else if (text_starts(how, "says less than it holds"))
        say(n, TALK_DONE, "\5\1\0", 3);
    else if (text_starts(how, "is over-long"))
        say_cut(FRAME_MOST + 1, n, "", 0);
    else if (text_starts(how, "is as long as can be"))
        say_cut(UINT32_MAX, n, "", 0);
    else if (text_starts(how, "has surplus bytes"))
        say(n, TALK_DONE, "\0\0", 2);
    else if (text_starts(how, "answers the next request"))
        say_value(n + 1, TALK_DONE, honest);
    else if (text_starts(how, "answers the last request"))
        say_value(n - 1, TALK_DONE, honest);
    else if (text_starts(how, "has no number"))
        say_value(0, TALK_DONE, honest);
    else if (text_starts(how, "has no kind"))
        say_value(n, 0, honest);
    else if (text_starts(how, "repeats the question"))
        say(n, asked->kind, asked->bytes, asked->length);
    else if (text_starts(how, "says nothing"))
        say(n, TALK_DONE, "", 0);
    else if (text_starts(how, "is of no type"))
        say(n, TALK_DONE, "\x7F", 1);
    else if (text_starts(how, "is half yes"))
        say(n, TALK_DONE, "\1\2", 2);
    else if (text_starts(how, "is not a number"))
        say_value(n, TALK_DONE, value_number(NAN));
    else if (text_starts(how, "is not UTF-8"))
        say(n, TALK_DONE, "\4\2\0\0\0\xC3(", 7);
    else if (text_starts(how, "has a NUL"))
        say(n, TALK_DONE, "\4\2\0\0\0a\0", 7);
    else if (text_starts(how, "counts to four thousand million"))
        say(n, TALK_DONE, "\5\xFF\xFF\xFF\xFF\0\0\0\0", 9);
    else if (text_starts(how, "has keys that fall"))
        say(n, TALK_DONE, "\5\0\0\0\0\2\0\0\0\1\0\0\0b\0\1\0\0\0a\0", 21);
    else if (text_starts(how, "unfolds"))
        say_many_nils(n);
    else if (text_starts(how, "is nested"))
        say_nested(arena, n);
    else if (text_starts(how, "gives too much"))
        value_add(arena, honest, value_whole(8)), say_value(n, TALK_DONE, honest);
    else if (text_starts(how, "gives no list"))
        say_value(n, TALK_DONE, value_whole(7));
    else if (text_starts(how, "answers twice"))
        say_value(n, TALK_DONE, honest), say_value(n + 1, TALK_DONE, honest);
    else if (text_starts(how, "makes trouble of nothing"))
        say_value(n, TALK_TROUBLE, value_nil());
    else if (text_starts(how, "makes trouble"))
        say_trouble(arena, n);
    else
        say_value(n, TALK_DONE, honest);
}

/* Such a worker reads no further and ends. */
static bool is_long_request(void)
{
    unsigned char header[4];
    return recv(TALK_SOCKET, header, 4, MSG_PEEK | MSG_WAITALL) == 4 && header[2] > 16;
}

/* The source reads "-- C dies": at which request to lie, and how. */
static int work_falsely(void)
{
    struct text in = {0};
    struct frame asked;
    struct arena *arena = arena_new();
    const char *source = "-- ? ";
    while (!is_long_request() && frame_read(TALK_SOCKET, -1, &in, &asked) == FRAME_OK) {
        struct value request;
        if (!value_read(arena, asked.bytes, asked.length, &request))
            return 1;
        if (asked.kind == TALK_COMPILE)
            source = value_as_text(request);
        bool here = source[3] == (char)asked.kind;
        lie(here ? source + 5 : "", arena, &asked);
    }
    return 0;
}

/* --- the tests -------------------------------------------------------------------------------- */

#define LOST "ended the program that runs plugins"

static const char *const lies[] = {
    "dies",
    "ends",
    "stops in the header",
    "stops in the payload",
    "says less than it holds",
    "is over-long",
    "is as long as can be",
    "has surplus bytes",
    "answers the next request",
    "answers the last request",
    "has no number",
    "has no kind",
    "repeats the question",
    "says nothing",
    "is of no type",
    "is half yes",
    "is not a number",
    "is not UTF-8",
    "has a NUL",
    "counts to four thousand million",
    "has keys that fall",
    "unfolds",
    "is nested",
};

enum { LIES = sizeof lies / sizeof *lies };

static const char *file_that(char phase, const char *lie)
{
    static char source[200];
    snprintf(source, sizeof source, "-- %c %s\nreturn {\n  f = function(a) return a end }\n", phase,
             lie);
    return source;
}

static struct plugin *load_falsely(const char *source, struct faults *faults)
{
    struct plugin *plugin;
    plugin_set_worker("/proc/self/exe");
    *faults = (struct faults){0};
    plugin_load_source("plugins/aspen.lua", source, strlen(source), &plugin, faults);
    return plugin;
}

static void no_false_answer_to_loading_is_believed(void **state)
{
    (void)state;
    static const char phases[] = {TALK_COMPILE, TALK_TABLE};
    for (size_t i = 0; i < LIES * sizeof phases; i++) {
        struct faults faults;
        const char *lie = lies[i / sizeof phases];
        struct plugin *plugin = load_falsely(file_that(phases[i % sizeof phases], lie), &faults);
        if (plugin || faults.count != 1)
            fail_msg("loading: a worker that %s was believed", lie);
        assert_string_equal(faults.said[0],
                            "plugins/aspen.lua:2: the file " LOST ". Nothing of it is used");
        faults_clear(&faults);
    }
}

struct calling {
    struct plugin *plugin;
    struct worker *worker;
    struct arena *arena;
    struct value results[1];
    struct fault fault;
};

static struct calling calling(const char *lie)
{
    struct faults faults;
    struct calling made = {.arena = arena_new()};
    made.plugin = load_falsely(file_that(TALK_CALL, lie), &faults);
    assert_non_null(made.plugin);
    assert_true(worker_open(made.plugin, &made.worker, &made.fault));
    return made;
}

static bool called(struct calling *calling)
{
    struct value a = value_whole(7);
    calling->fault = (struct fault){.kind = FAULT_NONE};
    return worker_call(calling->worker, "f", &a, 1, true, calling->arena, calling->results, 1,
                       &calling->fault);
}

static void done(struct calling *calling)
{
    worker_close(calling->worker);
    arena_free(calling->arena);
    plugin_close(calling->plugin);
}

static void no_false_answer_to_a_call_is_filed_under_anybody(void **state)
{
    (void)state;
    static const char *const more[] = {"gives too much", "gives no list"};
    for (size_t i = 0; i < LIES + 2; i++) {
        const char *lie = i < LIES ? lies[i] : more[i - LIES];
        struct calling call = calling(lie);
        if (called(&call))
            fail_msg("a call: a worker that %s was believed", lie);
        assert_string_equal(call.fault.text,
                            "plugins/aspen.lua:3: f " LOST ". Nothing of it is used");
        done(&call);
    }
}

static void an_answer_before_the_question_is_nobodys(void **state)
{
    (void)state;
    struct calling call = calling("answers twice");
    assert_true(called(&call));
    assert_true(call.results[0].whole == 7);
    assert_false(called(&call));
    assert_has(call.fault.text, LOST);
    assert_true(called(&call)); /* by another process */
    done(&call);
}

static void a_worker_that_dies_has_said_where_it_was(void **state)
{
    (void)state;
    struct calling call = calling("says where and dies");
    assert_false(called(&call));
    assert_string_equal(call.fault.text,
                        "plugins/aspen.lua:3: f " LOST ", near this line. Nothing of it is used");
    done(&call);
    call = calling("points beyond the file and dies");
    assert_false(called(&call));
    assert_string_equal(call.fault.text, "plugins/aspen.lua:3: f " LOST ". Nothing of it is used");
    done(&call);
}

static void words_of_a_false_worker_are_plain_and_short(void **state)
{
    (void)state;
    struct calling call = calling("makes trouble");
    assert_false(called(&call));
    assert_string_equal(call.fault.text, "plugins/aspen.lua:3: f: so[31m it is");
    done(&call);
    call = calling("makes trouble of nothing");
    assert_false(called(&call));
    assert_string_equal(call.fault.text,
                        "plugins/aspen.lua:3: f went wrong, and nothing more is known of it");
    done(&call);
}

static void a_plugin_that_loses_three_workers_in_a_row_is_stopped(void **state)
{
    (void)state;
    struct calling call = calling("dies");
    for (int i = 0; i < 3; i++) {
        assert_false(called(&call));
        assert_has(call.fault.text, LOST);
    }
    assert_false(called(&call));
    assert_string_equal(call.fault.text, "plugins/aspen.lua:3: f spent its time or memory 3 times "
                                         "in a row and is stopped for this run");
    done(&call);
}

static void a_worker_that_ends_while_it_is_written_to_does_not_end_the_engine(void **state)
{
    (void)state;
    static char words[8 << 20]; /* more than a socket holds */
    struct calling call = calling("never reached");
    struct value text;
    memset(words, 'x', sizeof words - 1);
    text = value_text(call.arena, words);
    signal(SIGPIPE, SIG_DFL);
    assert_false(
        worker_call(call.worker, "f", &text, 1, true, call.arena, call.results, 1, &call.fault));
    assert_has(call.fault.text, LOST);
    assert_true(called(&call));
    done(&call);
}

int main(int count, char **words)
{
    (void)count;
    if (strcmp(words[0], "alongside-worker") == 0)
        _exit(work_falsely()); /* what it leaves behind is no leak of ours */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_false_answer_to_loading_is_believed),
        cmocka_unit_test(no_false_answer_to_a_call_is_filed_under_anybody),
        cmocka_unit_test(an_answer_before_the_question_is_nobodys),
        cmocka_unit_test(a_worker_that_dies_has_said_where_it_was),
        cmocka_unit_test(words_of_a_false_worker_are_plain_and_short),
        cmocka_unit_test(a_plugin_that_loses_three_workers_in_a_row_is_stopped),
        cmocka_unit_test(a_worker_that_ends_while_it_is_written_to_does_not_end_the_engine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
