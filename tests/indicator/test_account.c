/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the answer at an anchor is what it is. */
#include "loading.h"

/* As the cliff edge: a crisis after an ending, and nobody in touch in the two weeks after it. */
#define EDGE                                                                                       \
    DECLARED(NO_EXAMPLES TELLS                                                                     \
             "at = { 'episode_end' }, after = { 'crisis', within = 90 }, ways = { "                \
             "{ name = 'edge', not_after = { { 'contact', within = 14 }, "                         \
             "{ 'appointment', status = 'attended', within = 14 } } }, { name = 'onward' } }")

static struct indicator_account account_of(struct loaded *loaded, const struct record *record,
                                           size_t row)
{
    struct found found = find_in(loaded, record);
    struct indicator_account account;
    assert_true(row < found.count);
    char *id =
        arena_copy(loaded->arena, found.rows[row].events, strcspn(found.rows[row].events, " "));
    assert_true(indicator_account(loaded->indicator, record, id, found.rows[row].date,
                                  loaded->arena, &account));
    return account;
}

static void what_surely_holds_leaves_nothing_open_though_it_is_not_collected(void **state)
{
    (void)state;
    struct loaded loaded = load_source(EDGE);
    assert_loads(&loaded);
    struct record record =
        record_of(&loaded, "2024-03-01 episode_end\n2024-03-26 crisis\n", NULL, "2024-12-31");
    record.collects_everything = false;
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.window_count, 3);
    assert_string_equal(account.windows[0].missing, "crisis");
    assert_false(account.windows[0].open);
    assert_true(account.windows[1].open && account.windows[2].open);
    assert_string_equal(account.windows[1].missing, "contact");
    assert_string_equal(account.windows[2].missing, "appointment");
    unload(&loaded);
}

static void all_that_is_not_collected_is_named(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES TELLS "at = { 'refusal' }, after = { 'contact request', within = 14 }"));
    assert_loads(&loaded);
    struct record record = record_of(&loaded, "2024-03-01 refusal\n", NULL, "2024-12-31");
    record.collects_everything = false;
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_string_equal(account.windows[0].missing, "contact and request");
    assert_string_equal(indicator_anchor_missing(loaded.indicator, &record, loaded.arena),
                        "refusal");
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_surely_holds_leaves_nothing_open_though_it_is_not_collected),
        cmocka_unit_test(all_that_is_not_collected_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
