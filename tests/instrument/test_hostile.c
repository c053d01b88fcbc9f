/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments whose `score` loops, bombs, escapes, lies or is merely wrong. Each costs one sentence
 * with file and line; the people before and after get their scores, and so does a well-behaved
 * instrument right afterwards. */
#include "instrument/support.h"

#include "instrument/hostile.h"

enum { RUNS = 20, CASES = sizeof hostile / sizeof *hostile };

static struct loaded *good; /* stays open beside every bad one */

static int open_good(void **state)
{
    (void)state;
    static struct loaded loaded;
    char source[2000];
    snprintf(source, sizeof source, HOSTILE_FORMAT, "", "return mean { answer.a, answer.b } * 5");
    good = &loaded;
    return load_text(good, source) ? 0 : 1;
}

static int close_good(void **state)
{
    (void)state;
    unload(good);
    return 0;
}

static void assert_the_good_one_is_unharmed(void)
{
    const struct score *score = score_of(good, "2 3", 1);
    assert_true(score->has_value);
    assert_number(score->value, 12.5, 0);
}

static bool any_of(const char *said, const char *words)
{
    char one[80];
    while (*words) {
        size_t length = strcspn(words, "|");
        snprintf(one, sizeof one, "%.*s", (int)length, words);
        if (strstr(said, one))
            return true;
        words += length + (words[length] == '|');
    }
    return false;
}

/* One plain sentence with its place. */
static void assert_said(const struct hostile *one, const char *words, const char *said)
{
    char place[40];
    snprintf(place, sizeof place, one->line ? "made_up.lua:%d: " : "made_up.lua:", one->line);
    if (!text_starts(said, place) || !any_of(said, words))
        fail_msg("%s: %s%s\nsaid: %s", one->class, one->before, one->inside, said);
    if (strchr(said, '\n') || strchr(said, 27) || strstr(said, "traceback") || strlen(said) > 400)
        fail_msg("%s: %s\nmore than a plain sentence: %s", one->class, one->inside, said);
}

/* Where the words could hold what somebody wrote, only that it failed is said. */
static void assert_said_live(const struct hostile *one, const char *said)
{
    char words[200];
    snprintf(words, sizeof words, "%s|score failed here|something it may not give", one->words);
    assert_said(one, words, said);
    if (strstr(said, "secret"))
        fail_msg("%s: %s\nrepeats what was written: %s", one->class, one->inside, said);
}

static bool score_as(struct loaded *loaded, const char *tokens, bool show_message)
{
    struct given given = {.by = 0};
    assert_true(instrument_read(loaded->instrument, tokens, false, loaded->arena, loaded->answers,
                                &loaded->fault));
    loaded->fault = (struct fault){.kind = FAULT_NONE};
    return instrument_score(loaded->instrument, loaded->answers, &given, loaded->worker,
                            show_message, loaded->arena, loaded->scores, &loaded->fault);
}

static bool score_live(struct loaded *loaded, const char *tokens)
{
    return score_as(loaded, tokens, false);
}

static void assert_other(const struct hostile *one, struct loaded *loaded)
{
    if (!score_live(loaded, "1 1") || loaded->scores[1].value != one->others)
        fail_msg("%s: %s\nanother person: %g %s", one->class, one->inside, loaded->scores[1].value,
                 loaded->fault.text);
}

static void assert_second(const struct hostile *one, struct loaded *loaded)
{
    bool scored = score_live(loaded, "2 1");
    const struct score *score = &loaded->scores[1];
    assert_true(loaded->scores[0].has_value && loaded->scores[0].value == 3);
    if (one->outcome == SAYS) {
        if (scored || score->has_value || score->category)
            fail_msg("%s: %s\nwas taken for a result", one->class, one->inside);
        assert_string_equal(score->reason, "plugin_failed");
        assert_said_live(one, loaded->fault.text);
        assert_false(score_as(loaded, "2 1", true));
        assert_said(one, one->words, loaded->fault.text);
    } else if (!scored || (one->outcome == GIVES && score->value != one->gives) ||
               (one->outcome == REASONS && strcmp(score->reason, one->words) != 0))
        fail_msg("%s: %s\ngave %g %s", one->class, one->inside, score->value, loaded->fault.text);
}

static void try_one(const struct hostile *one)
{
    struct loaded loaded;
    char source[4000];
    snprintf(source, sizeof source, HOSTILE_FORMAT, one->before, one->inside);
    if (load_text(&loaded, source) != (one->outcome != REFUSED))
        fail_msg("%s: %s%s: %s", one->class, one->before, one->inside,
                 loaded.faults.count ? loaded.faults.said[0] : "was taken");
    if (one->outcome == REFUSED) {
        assert_said(one, one->words, loaded.faults.said[0]);
    } else {
        assert_other(one, &loaded);
        assert_second(one, &loaded);
        assert_the_good_one_is_unharmed();
        assert_other(one, &loaded);
    }
    assert_the_good_one_is_unharmed();
    unload(&loaded);
}

static void every_bad_instrument_costs_one_sentence_and_harms_nobody(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++)
        try_one(&hostile[i]);
}

static void every_run_is_like_every_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < CASES; i++)
        for (int run = 0; run < RUNS && strcmp(hostile[i].class, "D1") == 0; run++)
            try_one(&hostile[i]);
}

/* Whoever came before, in whatever order. */
static void the_order_of_people_changes_nothing(void **state)
{
    (void)state;
    static const char *const orders[][3] = {
        {"1 1", "2 1", "1 1"}, {"2 1", "1 1", "2 1"}, {"2 1", "2 1", "1 1"}};
    for (size_t i = 0; i < CASES; i++) {
        const struct hostile *one = &hostile[i];
        struct loaded loaded;
        char source[4000];
        if (one->outcome != GIVES)
            continue;
        snprintf(source, sizeof source, HOSTILE_FORMAT, one->before, one->inside);
        assert_true(load_text(&loaded, source));
        for (size_t k = 0; k < 9; k++) {
            const char *tokens = orders[k / 3][k % 3];
            assert_true(score_live(&loaded, tokens));
            assert_number(loaded.scores[1].value, *tokens == '2' ? one->gives : one->others, 0);
        }
        unload(&loaded);
    }
}

static void every_class_has_its_cases(void **state)
{
    (void)state;
    static const char classes[][3] = {"C1", "C2", "C3", "C4", "M1", "M2", "S1", "X1",
                                      "X2", "E1", "E2", "I1", "I2", "D1", "R1", "R2",
                                      "R3", "F1", "F2", "F3", "L1", "L2"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        bool of_eight = strchr("ID", classes[i][0]);
        size_t count = 0;
        for (size_t k = 0; k < CASES; k++)
            count += strcmp(hostile[k].class, classes[i]) == 0;
        if (count < (of_eight ? 8 : 5))
            fail_msg("class %s has %zu cases", classes[i], count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_class_has_its_cases),
        cmocka_unit_test(every_bad_instrument_costs_one_sentence_and_harms_nobody),
        cmocka_unit_test(every_run_is_like_every_other),
        cmocka_unit_test(the_order_of_people_changes_nothing),
    };
    return cmocka_run_group_tests(tests, open_good, close_good);
}
