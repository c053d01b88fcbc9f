/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Attacks on the finished report: from its numbers alone, and from what its renderings add. */
#include "report/reader.h"

#include <ctype.h>

static struct value area_model(struct place *place, struct days period)
{
    struct value model;
    struct fault fault;
    day earlier;
    must(report_area(definition(place, "area_learning"), place->store, &place->shelf, "Saltmere",
                     period, AS_OF, place->arena, &model, &earlier, &fault),
         &fault);
    return model;
}

static void nobody_can_be_found_in_any_report(void **state)
{
    (void)state;
    static const int sizes[] = {16, 30, 60, 100, 150, 250, 400};
    size_t numbers = 0, hidden = 0;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (uint64_t seed = 1; seed <= 6; seed++) {
            struct place *place = open_seed(sizes[i], seed);
            static struct reader reader;
            reader = (struct reader){0};
            struct value model = area_model(place, quarter);
            if (reader_number(reader_text(model, "lead")) > 0)
                reader_read(&reader, model);
            for (size_t c = 0; c < reader.count; c++) {
                numbers++;
                hidden += reader.counts[c].hidden;
                assert_true(reader.counts[c].low <= reader.counts[c].high);
                if (reader_finds(&reader.counts[c]))
                    fail_msg("%d people, seed %d: %s is %ld to %ld", sizes[i], (int)seed,
                             reader.counts[c].name, reader.counts[c].low, reader.counts[c].high);
            }
            close_place(place);
        }
    }
    assert_true(numbers > 1000 && hidden > 100); /* it reads, and there is something to find */
}

/* The reader is worth something: with one number too many, it finds. */
static void the_reader_finds_what_one_number_too_many_gives_away(void **state)
{
    (void)state;
    static struct reader reader;
    reader = (struct reader){0};
    struct sum *sum = reader_sum(&reader, reader_count(&reader, "all", false, 40));
    reader_part(sum, reader_count(&reader, "some", false, 35));
    size_t few = reader_count(&reader, "few", true, 0);
    reader_part(sum, few);
    reader_solve(&reader);
    assert_int_equal(reader.counts[few].low, 1);
    assert_int_equal(reader.counts[few].high, 9);
    assert_false(reader_finds(&reader.counts[few])); /* as wide as may be */
    reader_part(sum, reader_count(&reader, "more", false, 0));
    sum->whole = reader_count(&reader, "all again", false, 35);
    reader_solve(&reader);
    assert_true(reader_finds(&reader.counts[few]));
}

/* --- renderings ------------------------------------------------------------------------------- */

/* Only what people read: no markup and no style. */
static void strip(char *page)
{
    char *to = page;
    for (const char *at = page; *at;) {
        const char *past = strncmp(at, "<style", 6) == 0 ? strstr(at, "</style>") : at;
        past = *at == '<' && past ? strchr(past, '>') : NULL;
        *to++ = past ? ' ' : *at;
        at = past ? past + 1 : at + 1;
    }
    *to = '\0';
}

/* The next number of a text, as it stands there: 1,250 or 20.5. */
static const char *next_number(const char **at, char *number, size_t room)
{
    size_t length = 0;
    for (; **at && !isdigit((unsigned char)**at); ++*at)
        if (strncmp(*at, "&#", 2) == 0)
            *at += strcspn(*at, ";");
    for (; isdigit((unsigned char)**at) ||
           (length && strchr(",.", **at) && **at && isdigit((unsigned char)(*at)[1]));
         ++*at)
        if (length + 1 < room)
            number[length++] = **at;
    number[length] = '\0';
    return length ? number : NULL;
}

static bool has_number(const char *text, const char *wanted)
{
    char number[32];
    for (const char *at = text; next_number(&at, number, sizeof number);)
        if (strcmp(number, wanted) == 0)
            return true;
    return false;
}

static size_t must_hold_all(const char *model, const char *rendered)
{
    char number[32];
    size_t numbers = 0;
    for (const char *at = rendered; next_number(&at, number, sizeof number); numbers++)
        if (!has_number(model, number))
            fail_msg("%s is not in the model", number);
    return numbers;
}

static void no_rendering_has_a_number_that_the_model_has_not(void **state)
{
    (void)state;
    struct place *place = open_seed(250, 3);
    const struct report *report = definition(place, "area_learning");
    struct value model = area_model(place, quarter);
    struct text text = {0}, page = {0};
    struct fault fault;
    const char *said = json(place, model);
    page_text(model, &text);
    must(page_html(report_facts(report)->folder, SOURCE_DIR "/reports",
                   report_facts(report)->template, model, &page, &fault),
         &fault);
    assert_true(must_hold_all(said, text.bytes) > 50);
    strip(page.bytes);
    assert_true(must_hold_all(said, page.bytes) > 50);
    text_free(&text);
    text_free(&page);
    close_place(place);
}

/* --- several reports -------------------------------------------------------------------------- */

static void refuse(struct place *place, const char *area, struct days period, const char *says)
{
    struct value model;
    struct fault fault;
    day earlier;
    assert_false(report_area(definition(place, "area_learning"), place->store, &place->shelf, area,
                             period, AS_OF, place->arena, &model, &earlier, &fault));
    assert_int_equal(fault.kind, FAULT_REFUSED);
    if (!strstr(fault.text, says))
        fail_msg("%s", fault.text);
}

static void days_that_overlap_are_released_once(void **state)
{
    (void)state;
    struct place *place = open_place(120);
    struct days year = {day_of(2025, 1, 1), day_of(2025, 12, 31)};
    struct days last_day = {quarter.high, quarter.high},
                before = {quarter.low - 92, quarter.low - 1};
    area_model(place, quarter);
    refuse(place, "Saltmere", year, "October to December 2025 is public already");
    refuse(place, "Saltmere", year, "days before 1 October 2025 or after 31 December 2025.");
    refuse(place, "Saltmere", last_day, "some of the same people and days");
    area_model(place, before);
    area_model(place, quarter);
    close_place(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_can_be_found_in_any_report),
        cmocka_unit_test(the_reader_finds_what_one_number_too_many_gives_away),
        cmocka_unit_test(no_rendering_has_a_number_that_the_model_has_not),
        cmocka_unit_test(days_that_overlap_are_released_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
