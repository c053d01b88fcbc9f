/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a zero tells of its whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "protect/made.h"

/* 15 people: 10 answered and 5 did not, which hides both. None of the ten went up: said aloud, it
 * would tell that ten or more answered. */
static void a_zero_is_hidden_with_its_whole(void **state)
{
    (void)state;
    static struct made made;
    made = (struct made){.people = 15};
    size_t all = made_cell(&made, 0, -1, false), answered = made_cell(&made, 1, 0, false);
    size_t not = made_cell(&made, 1, 0, false);
    size_t up = made_cell(&made, 2, (int)answered, false);
    for (size_t person = 0; person < 15; person++) {
        made_put(&made, all, person);
        made_put(&made, person < 10 ? answered : not, person);
    }
    protect_free(made_decide(&made));
    assert_true(made.cells[all].shown);
    assert_false(made.cells[answered].shown || made.cells[not ].shown);
    assert_false(made.cells[up].shown);
    assert_false(attack_succeeds(&made));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_zero_is_hidden_with_its_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
