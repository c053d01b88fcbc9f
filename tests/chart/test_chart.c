/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "chart/chart.h"
#include "chart/markup.h"

struct scene {
    struct arena *arena;
    struct text out;
    struct fault fault;
};

static struct scene begin(void)
{
    return (struct scene){.arena = arena_new()};
}

static void end(struct scene *scene)
{
    text_free(&scene->out);
    arena_free(scene->arena);
}

static struct value map(struct scene *scene, const char *kind)
{
    struct value data = value_table(scene->arena);
    value_set_text(scene->arena, data, "kind", kind);
    return data;
}

static void set(struct scene *scene, struct value data, const char *key, double number)
{
    value_set(scene->arena, data, key, value_number(number));
}

static void draw(struct scene *scene, struct value data)
{
    if (!chart_draw(data, "c", &scene->out, &scene->fault))
        fail_msg("%s", scene->fault.text);
}

static void refuse(struct scene *scene, struct value data, const char *why)
{
    assert_false(chart_draw(data, "c", &scene->out, &scene->fault));
    assert_int_equal(scene->fault.kind, FAULT_OURS);
    if (!strstr(scene->fault.text, why))
        fail_msg("%s", scene->fault.text);
}

static size_t count_of(const struct scene *scene, const char *what)
{
    size_t count = 0;
    for (const char *at = scene->out.bytes; (at = strstr(at, what)); at += strlen(what))
        count++;
    return count;
}

static bool has(const struct scene *scene, const char *what)
{
    return strstr(scene->out.bytes, what) != NULL;
}

/* A trajectory over 100 days and a measure from 0 to 10; points are added with `answer` and `none`.
 */
static struct value trajectory(struct scene *scene)
{
    struct value data = map(scene, "trajectory");
    value_set_text(scene->arena, data, "title", "T");
    value_set_text(scene->arena, data, "says", "S");
    value_set_text(scene->arena, data, "low_label", "0, lowest");
    value_set_text(scene->arena, data, "high_label", "10, highest");
    set(scene, data, "from", 0);
    set(scene, data, "to", 100);
    set(scene, data, "low", 0);
    set(scene, data, "high", 10);
    value_set(scene->arena, data, "join", value_yes(true));
    value_set(scene->arena, data, "points", value_table(scene->arena));
    value_set(scene->arena, data, "ticks", value_table(scene->arena));
    return data;
}

static struct value answer(struct scene *scene, struct value data, double day, double number)
{
    struct value point = value_table(scene->arena);
    set(scene, point, "day", day);
    set(scene, point, "value", number);
    value_add(scene->arena, value_get(data, "points"), point);
    return point;
}

static void none(struct scene *scene, struct value data, double day)
{
    struct value point = value_table(scene->arena);
    set(scene, point, "day", day);
    value_set_text(scene->arena, point, "none", "no answer");
    value_add(scene->arena, value_get(data, "points"), point);
}

static void tick(struct scene *scene, struct value data, const char *key, double at,
                 const char *label)
{
    struct value mark = value_table(scene->arena);
    set(scene, mark, key, at);
    value_set_text(scene->arena, mark, "label", label);
    value_add(scene->arena, value_get(data, "ticks"), mark);
}

static void places_are_per_cent_across_and_px_down_to_one_decimal(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 0, 0);
    answer(&scene, data, 33, 2.5);
    answer(&scene, data, 100, 10);
    draw(&scene, data);
    assert_true(has(&scene, "<circle class=\"dot\" cx=\"2.5%\" cy=\"190\" r=\"5.5\"/>"));
    assert_true(has(&scene, "<circle class=\"dot\" cx=\"33.9%\" cy=\"149\" r=\"5.5\"/>"));
    assert_true(has(&scene, "<circle class=\"dot\" cx=\"97.5%\" cy=\"26\" r=\"5.5\"/>"));
    assert_int_equal(count_of(&scene, "class=\"join\""), 2);
    end(&scene);
}

static void a_missed_answer_breaks_the_line_and_is_a_ring_on_the_axis(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 0, 5);
    answer(&scene, data, 20, 5);
    none(&scene, data, 50);
    answer(&scene, data, 80, 5);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "class=\"join\""), 1);
    assert_true(has(&scene, "<circle class=\"mk-none\" cx=\"50%\" cy=\"190\" r=\"4.5\"/>"));
    assert_true(has(&scene, ">no answer</text>"));
    end(&scene);
}

static void an_answer_to_another_version_starts_a_new_line(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 0, 5);
    answer(&scene, data, 20, 5);
    value_set(scene.arena, answer(&scene, data, 50, 5), "apart", value_yes(true));
    answer(&scene, data, 80, 5);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "class=\"join\""), 2);
    assert_true(has(&scene, "<line class=\"join\" x1=\"50%\""));
    end(&scene);
}

static void a_small_chart_is_118_px_high_and_has_no_ends(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    value_set(scene.arena, data, "small", value_yes(true));
    for (int i = 0; i < 3; i++)
        answer(&scene, data, i * 40, i * 5);
    draw(&scene, data);
    assert_true(has(&scene, "height=\"118\""));
    assert_false(has(&scene, "lowest"));
    assert_false(has(&scene, "class=\"g\""));
    assert_int_equal(count_of(&scene, "class=\"join\""), 2);
    end(&scene);
}

/* --- pins ------------------------------------------------------------------------------------- */

static void pin(struct scene *scene, struct value data, double day, double number)
{
    struct value note = value_table(scene->arena);
    if (!value_is(value_get(data, "pins"), VALUE_TABLE))
        value_set(scene->arena, data, "pins", value_table(scene->arena));
    set(scene, note, "day", day);
    set(scene, note, "number", number);
    value_add(scene->arena, value_get(data, "pins"), note);
}

static void notes_are_numbered_pins_over_their_days(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 0, 5);
    pin(&scene, data, 20, 1);
    pin(&scene, data, 80, 2);
    draw(&scene, data);
    assert_true(
        has(&scene, "<line class=\"stem\" x1=\"21.5%\" x2=\"21.5%\" y1=\"25\" y2=\"226\"/>"));
    assert_true(has(&scene, "<svg x=\"21.5%\" y=\"14\""));
    assert_true(has(&scene, "<text x=\"0\" y=\"5\">1</text>"));
    assert_true(has(&scene, "<text x=\"0\" y=\"5\">2</text>"));
    assert_true(has(&scene, "height=\"260\""));
    end(&scene);
}

static void pins_that_would_touch_on_a_phone_step_down_a_row(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    pin(&scene, data, 40, 1);
    pin(&scene, data, 45, 2);
    pin(&scene, data, 55, 3);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "y=\"14\" overflow"), 2);
    assert_true(has(&scene, "y=\"38\" overflow"));
    assert_true(has(&scene, "height=\"284\""));
    end(&scene);
}

static void notes_of_one_day_share_a_pin(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    pin(&scene, data, 40, 1);
    pin(&scene, data, 40, 2);
    pin(&scene, data, 40, 3);
    draw(&scene, data);
    assert_true(has(&scene, ">1–3</text>"));
    assert_int_equal(count_of(&scene, "<rect"), 1);
    assert_int_equal(count_of(&scene, "class=\"stem\""), 1);
    end(&scene);
}

static void many_notes_need_three_rows_and_no_more(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    for (int i = 0; i < 60; i++)
        pin(&scene, data, 30 + i / 2.0, i + 1);
    draw(&scene, data);
    assert_false(has(&scene, "y=\"86\" overflow"));
    assert_true(has(&scene, "<text x=\"0\" y=\"5\">1–"));
    assert_true(has(&scene, "60</text>"));
    end(&scene);
}

/* A shared pin at the end of the axis, where the widest would hang over. */
static void a_wide_pin_stays_inside_the_figure(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    for (int i = 0; i < 3; i++)
        pin(&scene, data, 100, i + 10);
    draw(&scene, data);
    assert_true(has(&scene, "<text x=\"-10\" y=\"5\">10–12</text>"));
    end(&scene);
}

static void a_note_outside_the_axis_is_our_fault(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    pin(&scene, data, 101, 1);
    refuse(&scene, data, "has a `day` outside `from` and `to`");
    end(&scene);
}

/* --- lanes ------------------------------------------------------------------------------------ */

static struct value lane(struct scene *scene, const char *kind)
{
    struct value data = map(scene, kind);
    set(scene, data, "from", 0);
    set(scene, data, "to", 100);
    value_set(scene->arena, data, "lines", value_table(scene->arena));
    value_set(scene->arena, data, "rings", value_table(scene->arena));
    return data;
}

static void line(struct scene *scene, struct value data, double from, double to, const char *style)
{
    struct value made = value_table(scene->arena);
    set(scene, made, "from", from);
    set(scene, made, "to", to);
    value_set_text(scene->arena, made, "style", style);
    value_add(scene->arena, value_get(data, "lines"), made);
}

static void a_lane_lies_on_the_axis_of_the_page_and_only_the_eye_meets_it(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    line(&scene, data, 0, 50, "tie");
    value_add(scene.arena, value_get(data, "rings"), value_number(50));
    draw(&scene, data);
    assert_true(has(&scene, "height=\"18\" aria-hidden=\"true\""));
    assert_true(has(&scene, "<line class=\"tie\" x1=\"2.5%\" x2=\"50%\" y1=\"9\" y2=\"9\"/>"));
    assert_true(has(&scene, "<circle class=\"ring\" cx=\"50%\" cy=\"9\" r=\"5\"/>"));
    end(&scene);
}

static void waiting_is_dashed_and_help_is_a_pale_bar(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    line(&scene, data, 0, 50, "wait");
    line(&scene, data, 50, 100, "help");
    draw(&scene, data);
    assert_true(has(&scene, "<line class=\"wait\""));
    assert_true(
        has(&scene, "<rect class=\"help\" x=\"50%\" width=\"47.5%\" y=\"4\" height=\"10\""));
    end(&scene);
}

static void a_lane_refuses_what_is_not_on_its_axis_or_has_no_style(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    line(&scene, data, 0, 101, "tie");
    refuse(&scene, data, "has a `to` outside `from` and `to`");
    data = lane(&scene, "lane");
    line(&scene, data, 0, 50, "up");
    refuse(&scene, data, "none of tie, wait, help and stay");
    end(&scene);
}

/* --- marks ------------------------------------------------------------------------------------ */

static void mark(struct scene *scene, struct value data, double from, double to, const char *style)
{
    struct value made = value_table(scene->arena);
    if (!value_is(value_get(data, "marks"), VALUE_TABLE))
        value_set(scene->arena, data, "marks", value_table(scene->arena));
    set(scene, made, "from", from);
    set(scene, made, "to", to);
    value_set_text(scene->arena, made, "style", style);
    value_add(scene->arena, value_get(data, "marks"), made);
}

static void a_mark_stands_on_its_day_and_the_line_runs_through_it(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    line(&scene, data, 0, 50, "wait");
    mark(&scene, data, 50, 50, "refused");
    draw(&scene, data);
    assert_true(has(&scene, "height=\"30\" aria-hidden=\"true\""));
    assert_true(has(&scene, "<line class=\"wait\" x1=\"2.5%\" x2=\"50%\" y1=\"15\" y2=\"15\"/>"));
    assert_true(has(&scene, "<svg x=\"50%\" y=\"15\" overflow=\"visible\"><rect class=\"mk-no\""));
    assert_false(has(&scene, "mk-span"));
    end(&scene);
}

static void marks_that_would_touch_on_a_phone_step_down_a_row(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    mark(&scene, data, 50, 50, "moved");
    mark(&scene, data, 52, 52, "nothing");
    mark(&scene, data, 60, 60, "told");
    draw(&scene, data);
    assert_true(has(&scene, "height=\"47\""));
    assert_true(has(&scene, "y=\"32\" overflow=\"visible\"><circle class=\"mk-none\""));
    assert_true(has(&scene, "y=\"15\" overflow=\"visible\"><rect class=\"mk-told\""));
    end(&scene);
}

static void a_date_that_is_not_exact_is_a_bar_of_its_days(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    mark(&scene, data, 40, 60, "open");
    draw(&scene, data);
    assert_true(has(&scene, "<rect class=\"mk-span\" x=\"40.5%\" width=\"19%\" y=\"13\""));
    assert_true(has(&scene, "<svg x=\"50%\" y=\"15\""));
    end(&scene);
}

static void the_bar_of_a_month_is_seen_beside_its_mark_on_a_phone(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    mark(&scene, data, 50, 51, "moved");
    mark(&scene, data, 58, 58, "moved");
    draw(&scene, data);
    assert_true(has(&scene, "<rect class=\"mk-span\" x=\"-11\" width=\"11\""));
    assert_true(has(&scene, "<rect class=\"mk-span\" x=\"9\" width=\"2\""));
    assert_true(has(&scene, "height=\"47\"")); /* nothing else lies on it */
    end(&scene);
}

static void very_many_marks_share_with_their_number_in_a_row_for_each_shape(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    for (int i = 0; i < 300; i++)
        mark(&scene, data, i / 3, i / 3, i % 2 ? "moved" : "other");
    draw(&scene, data);
    assert_true(has(&scene, "height=\"47\""));
    assert_true(has(&scene, ">×"));
    assert_false(has(&scene, "mk-span"));
    assert_in_range(count_of(&scene, "<svg x="), 6, 20);
    end(&scene);
}

static void every_shape_on_one_day_has_a_row_of_its_own(void **state)
{
    (void)state;
    static const char *const styles[] = {"moved",   "nothing", "open",   "told",
                                         "refused", "taken",   "crisis", "other"};
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    for (size_t i = 0; i < 8; i++)
        mark(&scene, data, 0, 0, styles[i]);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "<svg x="), 8);
    assert_true(has(&scene, "height=\"149\""));
    end(&scene);
}

static void a_number_at_the_end_of_the_axis_stays_inside(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    for (int i = 0; i < 40; i++)
        mark(&scene, data, 100, 100, "other");
    draw(&scene, data);
    assert_true(has(&scene, "translate(-"));
    assert_true(has(&scene, ">×40<"));
    end(&scene);
}

static void a_mark_or_sign_without_a_style_is_refused(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "lane");
    mark(&scene, data, 0, 0, "bad");
    refuse(&scene, data, "has a mark of no `style` that there is");
    data = map(&scene, "sign");
    value_set_text(scene.arena, data, "style", "bad");
    refuse(&scene, data, "has no `style` that there is");
    end(&scene);
}

static void a_sign_is_the_mark_alone(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "sign");
    value_set_text(scene.arena, data, "style", "taken");
    draw(&scene, data);
    assert_true(has(&scene, "<svg width=\"24\" height=\"24\" aria-hidden=\"true\">"));
    assert_true(has(&scene, "class=\"mk-stop\""));
    end(&scene);
}

static void the_days_under_lanes_stand_where_they_stand_under_a_trajectory(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = lane(&scene, "days");
    value_set(scene.arena, data, "ticks", value_table(scene.arena));
    tick(&scene, data, "day", 50, "Apr 2025");
    draw(&scene, data);
    assert_true(has(&scene, "height=\"26\" aria-hidden=\"true\""));
    assert_true(has(&scene, "<line class=\"ax\" x1=\"50%\" x2=\"50%\" y1=\"1\" y2=\"6\"/>"));
    end(&scene);
}

static void say_value(struct scene *scene, struct value point, const char *label)
{
    value_set_text(scene->arena, point, "label", label);
}

static void a_value_never_stands_under_the_axis_where_dates_are(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    say_value(&scene, answer(&scene, data, 20, 0), "0");
    answer(&scene, data, 85, 5);
    say_value(&scene, answer(&scene, data, 98, 0), "0");
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "y=\"178.5\">0</text>"), 2);
    end(&scene);
}

static void a_value_keeps_off_a_line_of_the_grid(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    say_value(&scene, answer(&scene, data, 50, 4), "4");
    draw(&scene, data);
    assert_true(has(&scene, "y=\"146.9\">4</text>"));
    end(&scene);
}

static void fewer_than_three_answers_have_no_line_even_where_one_is_wanted(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 0, 5);
    none(&scene, data, 50);
    answer(&scene, data, 100, 6);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "class=\"join\""), 0);
    assert_int_equal(count_of(&scene, "class=\"dot\""), 2);
    end(&scene);
}

static void three_answers_have_no_line_where_none_is_wanted(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    value_set(scene.arena, data, "join", value_yes(false));
    for (int i = 0; i < 3; i++)
        answer(&scene, data, i * 40, 5);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "class=\"join\""), 0);
    end(&scene);
}

static void one_answer_on_one_day_stands_in_the_middle(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    set(&scene, data, "to", 0);
    answer(&scene, data, 0, 5);
    draw(&scene, data);
    assert_true(has(&scene, "cx=\"50%\""));
    end(&scene);
}

static void no_answers_at_all_draw_the_measure_and_nothing_else(void **state)
{
    (void)state;
    struct scene scene = begin();
    draw(&scene, trajectory(&scene));
    assert_true(has(&scene, ">0, lowest</text>"));
    assert_false(has(&scene, "<circle"));
    end(&scene);
}

static void a_soft_bar_is_as_high_as_its_wobble_and_ends_where_the_measure_ends(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    set(&scene, answer(&scene, data, 0, 5), "half", 1);
    set(&scene, answer(&scene, data, 50, 9.5), "half", 1);
    draw(&scene, data);
    assert_true(
        has(&scene,
            "<rect class=\"softbar\" x=\"2.5%\" y=\"138\" width=\"18\" height=\"56\" rx=\"9\""));
    assert_true(has(
        &scene, "<rect class=\"softbar\" x=\"50%\" y=\"26\" width=\"18\" height=\"42\" rx=\"9\""));
    end(&scene);
}

static void crowded_soft_bars_get_narrower(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    for (int i = 0; i < 11; i++)
        set(&scene, answer(&scene, data, i * 4, 5), "half", 1);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "width=\"8\""), 11);
    end(&scene);
}

static void values_and_days_outside_the_chart_are_refused(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 0, 10.01);
    refuse(&scene, data, "a `value` outside `low` and `high`");
    struct value late = trajectory(&scene);
    answer(&scene, late, 101, 1);
    refuse(&scene, late, "a `day` outside `from` and `to`");
    end(&scene);
}

static void a_missing_number_is_refused_by_its_name(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    value_set(scene.arena, data, "high", value_nil());
    refuse(&scene, data, "A chart of kind \"trajectory\" has no number `high`");
    struct value point = trajectory(&scene);
    value_set(scene.arena, answer(&scene, point, 1, 1), "value", value_text(scene.arena, "1"));
    refuse(&scene, point, "has no number `value`");
    struct value mute = trajectory(&scene);
    value_set(scene.arena, mute, "says", value_nil());
    refuse(&scene, mute, "has no text `says`");
    struct value flat = trajectory(&scene);
    set(&scene, flat, "high", 0);
    refuse(&scene, flat, "has a `low` that is not below its `high`");
    end(&scene);
}

static void an_unknown_kind_is_refused_with_the_known_ones(void **state)
{
    (void)state;
    struct scene scene = begin();
    refuse(&scene, map(&scene, "gauge"), "There is no chart of kind \"gauge\"");
    refuse(&scene, value_nil(), "There is no chart of kind \"\"");
    end(&scene);
}

static void labels_of_ticks_that_would_meet_on_a_phone_are_left_out_there(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    tick(&scene, data, "day", 0, "Apr 2024");
    tick(&scene, data, "day", 25, "Oct 2024");
    tick(&scene, data, "day", 50, "Apr 2025");
    tick(&scene, data, "day", 100, "Mar 2026");
    draw(&scene, data);
    assert_true(has(&scene, "<text x=\"0%\" y=\"210\">Apr 2024</text>"));
    assert_true(has(&scene, "<text class=\"m wide\" x=\"26.3%\" y=\"210\">Oct 2024</text>"));
    assert_true(has(&scene, "<text class=\"m\" x=\"50%\" y=\"210\">Apr 2025</text>"));
    assert_true(has(&scene, "<text class=\"e\" x=\"100%\" y=\"210\">Mar 2026</text>"));
    end(&scene);
}

static void labels_of_ticks_that_would_meet_on_any_screen_are_left_out(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    tick(&scene, data, "day", 0, "Apr 2024");
    tick(&scene, data, "day", 2, "May 2024");
    tick(&scene, data, "day", 100, "Mar 2026");
    draw(&scene, data);
    assert_false(has(&scene, "May 2024"));
    assert_int_equal(count_of(&scene, "y2=\"195\""), 3);
    end(&scene);
}

static void the_name_of_an_end_moves_away_from_a_dot(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    answer(&scene, data, 5, 0.5);
    answer(&scene, data, 50, 5);
    draw(&scene, data);
    assert_true(has(&scene, "<text class=\"e\" x=\"100%\" y=\"186\">0, lowest</text>"));
    assert_true(has(&scene, "<text x=\"0%\" y=\"22\">10, highest</text>"));
    end(&scene);
}

static void the_name_of_an_end_is_its_number_alone_where_it_is_crowded(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    none(&scene, data, 15);
    none(&scene, data, 85);
    draw(&scene, data);
    assert_true(has(&scene, "<text x=\"0%\" y=\"186\">0</text>"));
    assert_true(has(&scene, ">10, highest</text>"));
    end(&scene);
}

static void of_two_values_that_would_meet_the_latest_is_written(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    value_set(scene.arena, data, "small", value_yes(true));
    say_value(&scene, answer(&scene, data, 40, 3), "felt 3 of 10");
    say_value(&scene, answer(&scene, data, 44, 3), "feels 2 of 10");
    draw(&scene, data);
    assert_true(has(&scene, ">feels 2 of 10</text>"));
    assert_false(has(&scene, "class=\"m b\" x=\"40.5%\""));
    end(&scene);
}

static void a_chart_has_a_name_and_a_description_under_its_own_ids(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = trajectory(&scene);
    value_set_text(scene.arena, data, "title", "A < B & \"C\"");
    draw(&scene, data);
    assert_true(
        has(&scene,
            "role=\"img\" aria-labelledby=\"c-t c-d\">\n"
            "<title id=\"c-t\">A &lt; B &amp; &quot;C&quot;</title>\n<desc id=\"c-d\">S</desc>"));
    end(&scene);
}

/* --- distribution ---- */

static void bin(struct scene *scene, struct value data, double from, double to, double count)
{
    struct value step = value_table(scene->arena);
    set(scene, step, "from", from);
    set(scene, step, "to", to);
    if (count < 0)
        value_set(scene->arena, step, "hidden", value_yes(true));
    else
        set(scene, step, "count", count);
    value_add(scene->arena, value_get(data, "bins"), step);
}

static struct value distribution(struct scene *scene)
{
    struct value data = map(scene, "distribution");
    value_set_text(scene->arena, data, "title", "T");
    value_set_text(scene->arena, data, "says", "S");
    value_set(scene->arena, data, "bins", value_table(scene->arena));
    value_set(scene->arena, data, "ticks", value_table(scene->arena));
    return data;
}

static void one_dot_is_five_people(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = distribution(&scene);
    bin(&scene, data, 0, 10, 15);
    bin(&scene, data, 10, 20, 45);
    draw(&scene, data);
    assert_true(
        has(&scene,
            "<svg x=\"25%\" y=\"173\" overflow=\"visible\"><line class=\"dl up\" x1=\"0\" x2=\"0\" "
            "y1=\"0\" y2=\"-34.1\" transform=\"scale(1)\"/></svg>"));
    assert_true(has(&scene, "y2=\"-136.1\""));
    assert_true(has(&scene, ">45</text>"));
    end(&scene);
}

static void one_dot_is_more_people_where_it_says_so(void **state)
{
    (void)state;
    struct scene scene = begin(), dots = begin();
    struct value data = distribution(&scene), row = map(&dots, "dots");
    set(&scene, data, "each", 25);
    bin(&scene, data, 0, 10, 10); /* a few are a dot as well */
    bin(&scene, data, 10, 20, 250);
    draw(&scene, data);
    assert_true(has(&scene, "y2=\"-0.1\""));
    assert_true(has(&scene, "y2=\"-153.1\""));
    assert_true(has(&scene, ">250</text>"));
    set(&dots, row, "each", 25);
    set(&dots, row, "count", 75);
    draw(&dots, row);
    assert_true(has(&dots, "x2=\"42.1\""));
    end(&scene);
    end(&dots);
}

static void hidden_steps_are_hatched_at_one_height_and_without_a_number(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = distribution(&scene);
    bin(&scene, data, 0, 10, -1);
    bin(&scene, data, 10, 20, 100);
    draw(&scene, data);
    assert_true(has(&scene, "class=\"hid\" x=\"7.5%\""));
    assert_true(has(&scene, "height=\"34\""));
    assert_int_equal(count_of(&scene, "<text"), 1);
    end(&scene);
}

static void many_people_have_smaller_dots_and_very_many_a_bar(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = distribution(&scene);
    bin(&scene, data, 0, 10, 150);
    draw(&scene, data);
    assert_true(has(&scene, "scale(0.51)"));
    text_clear(&scene.out);
    struct value more = distribution(&scene);
    bin(&scene, more, 0, 10, 5000);
    draw(&scene, more);
    assert_true(has(&scene, "<rect class=\"s1\""));
    assert_true(has(&scene, ">5,000</text>"));
    end(&scene);
}

static void many_steps_have_smaller_dots_that_do_not_touch(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = distribution(&scene);
    for (int i = 7; i < 35; i++)
        bin(&scene, data, i, i + 1, 10);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "scale(0.5)"), 28);
    end(&scene);
}

static void the_axis_is_stretched_step_by_step(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = distribution(&scene);
    bin(&scene, data, 0, 20, 10);
    bin(&scene, data, 20, 22, 10);
    tick(&scene, data, "at", 10, "10");
    tick(&scene, data, "at", 21, "21");
    draw(&scene, data);
    assert_true(has(&scene, "<text class=\"m\" x=\"25%\""));
    assert_true(has(&scene, "<text class=\"m\" x=\"75%\""));
    end(&scene);
}

static void steps_that_leave_a_hole_are_refused(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = distribution(&scene);
    refuse(&scene, data, "has no `bins`");
    bin(&scene, data, 0, 10, 10);
    bin(&scene, data, 11, 20, 10);
    refuse(&scene, data, "has `bins` that do not follow one another");
    end(&scene);
}

/* --- marks ---- */

static void dots_go_on_in_a_second_line_and_are_hidden_from_ears(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "dots");
    set(&scene, data, "count", 75);
    draw(&scene, data);
    assert_string_equal(scene.out.bytes,
                        "<svg class=\"chart\" height=\"35\" aria-hidden=\"true\">"
                        "<line class=\"dl\" x1=\"8\" x2=\"229.1\" y1=\"9\" y2=\"9\"/>"
                        "<line class=\"dl\" x1=\"8\" x2=\"8.1\" y1=\"26\" y2=\"26\"/></svg>");
    end(&scene);
}

static void a_style_of_dots_that_is_not_known_is_refused(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "dots");
    set(&scene, data, "count", 5);
    value_set_text(scene.arena, data, "style", "red");
    refuse(&scene, data, "has a `style` that is none of full, pale, open and none");
    end(&scene);
}

static void thirds_fill_the_bar_although_rounded_parts_do_not_add_up(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "thirds");
    set(&scene, data, "found", 50);
    set(&scene, data, "not_found", 25);
    set(&scene, data, "cannot_tell", 25);
    set(&scene, data, "whole", 105);
    draw(&scene, data);
    assert_true(has(&scene, "class=\"s1\" x=\"0%\" y=\"1\" width=\"50%\""));
    assert_true(has(&scene, "class=\"unk\" x=\"75%\" y=\"1\" width=\"25%\""));
    end(&scene);
}

static void a_part_that_is_nothing_is_not_drawn(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "thirds");
    set(&scene, data, "found", 0);
    set(&scene, data, "not_found", 100);
    set(&scene, data, "cannot_tell", 0);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "<rect"), 1);
    end(&scene);
}

static void hidden_thirds_do_not_show_where_they_part(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "thirds");
    value_set(scene.arena, data, "hidden", value_yes(true));
    set(&scene, data, "found", 5);
    set(&scene, data, "whole", 40);
    draw(&scene, data);
    assert_int_equal(count_of(&scene, "<rect"), 1);
    assert_true(has(&scene, "class=\"hid\" x=\"0%\" y=\"1\" width=\"100%\""));
    end(&scene);
}

static void a_range_that_leaves_the_axis_ends_at_its_end(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "interval");
    set(&scene, data, "low", -3);
    set(&scene, data, "high", 3);
    set(&scene, data, "from", -1.5);
    set(&scene, data, "to", 5);
    set(&scene, data, "at", 1.5);
    set(&scene, data, "zero", 0);
    draw(&scene, data);
    assert_true(has(&scene, "<line class=\"iv\" x1=\"25%\" x2=\"100%\""));
    assert_true(has(&scene, "<line class=\"mean\" x1=\"50%\" x2=\"50%\""));
    assert_true(has(&scene, "<circle class=\"dot\" cx=\"75%\""));
    end(&scene);
}

static void a_supposed_value_is_a_ring_and_needs_no_range(void **state)
{
    (void)state;
    struct scene scene = begin();
    struct value data = map(&scene, "interval");
    set(&scene, data, "low", 0);
    set(&scene, data, "high", 1);
    set(&scene, data, "at", 0);
    value_set(scene.arena, data, "ring", value_yes(true));
    draw(&scene, data);
    assert_true(has(&scene, "<circle class=\"ring\" cx=\"0%\""));
    assert_false(has(&scene, "class=\"iv\""));
    end(&scene);
}

static void hidden_and_unknown_never_share_a_mark(void **state)
{
    (void)state;
    struct scene scene = begin();
    draw(&scene, map(&scene, "hidden"));
    assert_true(has(&scene, "class=\"hid\"") && !has(&scene, "class=\"unk\""));
    text_clear(&scene.out);
    draw(&scene, map(&scene, "unknown"));
    assert_true(has(&scene, "class=\"unk\"") && !has(&scene, "class=\"hid\""));
    end(&scene);
}

/* --- words ---- */

static void markup_escapes_what_acts_and_shows_what_hides(void **state)
{
    static const char *const pairs[][2] = {
        {"a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"},
        {"]]></script><svg onload=x>", "]]&gt;&lt;/script&gt;&lt;svg onload=x&gt;"},
        {"it's", "it's"},
        {"\x1b[31m\x07\x7f", "\\u001B[31m\\u0007\\u007F"},
        {"\r\n\t", "\\u000D\n\t"},
        {"\xC2\x85", "\\u0085"},
        {"\xE2\x80\xAEtxt", "\\u202Etxt"},
        {"\xE2\x81\xA6x\xE2\x81\xA9", "\\u2066x\\u2069"},
        {"\xE2\x80\x8F\xD7\xA9", "\xE2\x80\x8F\xD7\xA9"},
        {"\xF0\x9F\x8C\xB1é–", "\xF0\x9F\x8C\xB1é–"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct text out = {0};
        chart_markup(&out, pairs[i][0]);
        assert_string_equal(out.bytes, pairs[i][1]);
        text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_per_cent_across_and_px_down_to_one_decimal),
        cmocka_unit_test(a_missed_answer_breaks_the_line_and_is_a_ring_on_the_axis),
        cmocka_unit_test(an_answer_to_another_version_starts_a_new_line),
        cmocka_unit_test(a_small_chart_is_118_px_high_and_has_no_ends),
        cmocka_unit_test(notes_are_numbered_pins_over_their_days),
        cmocka_unit_test(pins_that_would_touch_on_a_phone_step_down_a_row),
        cmocka_unit_test(notes_of_one_day_share_a_pin),
        cmocka_unit_test(many_notes_need_three_rows_and_no_more),
        cmocka_unit_test(a_wide_pin_stays_inside_the_figure),
        cmocka_unit_test(a_note_outside_the_axis_is_our_fault),
        cmocka_unit_test(a_lane_lies_on_the_axis_of_the_page_and_only_the_eye_meets_it),
        cmocka_unit_test(waiting_is_dashed_and_help_is_a_pale_bar),
        cmocka_unit_test(a_lane_refuses_what_is_not_on_its_axis_or_has_no_style),
        cmocka_unit_test(a_mark_stands_on_its_day_and_the_line_runs_through_it),
        cmocka_unit_test(marks_that_would_touch_on_a_phone_step_down_a_row),
        cmocka_unit_test(a_date_that_is_not_exact_is_a_bar_of_its_days),
        cmocka_unit_test(the_bar_of_a_month_is_seen_beside_its_mark_on_a_phone),
        cmocka_unit_test(very_many_marks_share_with_their_number_in_a_row_for_each_shape),
        cmocka_unit_test(every_shape_on_one_day_has_a_row_of_its_own),
        cmocka_unit_test(a_number_at_the_end_of_the_axis_stays_inside),
        cmocka_unit_test(a_mark_or_sign_without_a_style_is_refused),
        cmocka_unit_test(a_sign_is_the_mark_alone),
        cmocka_unit_test(the_days_under_lanes_stand_where_they_stand_under_a_trajectory),
        cmocka_unit_test(a_value_never_stands_under_the_axis_where_dates_are),
        cmocka_unit_test(a_value_keeps_off_a_line_of_the_grid),
        cmocka_unit_test(fewer_than_three_answers_have_no_line_even_where_one_is_wanted),
        cmocka_unit_test(three_answers_have_no_line_where_none_is_wanted),
        cmocka_unit_test(one_answer_on_one_day_stands_in_the_middle),
        cmocka_unit_test(no_answers_at_all_draw_the_measure_and_nothing_else),
        cmocka_unit_test(a_soft_bar_is_as_high_as_its_wobble_and_ends_where_the_measure_ends),
        cmocka_unit_test(crowded_soft_bars_get_narrower),
        cmocka_unit_test(values_and_days_outside_the_chart_are_refused),
        cmocka_unit_test(a_missing_number_is_refused_by_its_name),
        cmocka_unit_test(an_unknown_kind_is_refused_with_the_known_ones),
        cmocka_unit_test(labels_of_ticks_that_would_meet_on_a_phone_are_left_out_there),
        cmocka_unit_test(labels_of_ticks_that_would_meet_on_any_screen_are_left_out),
        cmocka_unit_test(the_name_of_an_end_moves_away_from_a_dot),
        cmocka_unit_test(a_chart_has_a_name_and_a_description_under_its_own_ids),
        cmocka_unit_test(the_name_of_an_end_is_its_number_alone_where_it_is_crowded),
        cmocka_unit_test(of_two_values_that_would_meet_the_latest_is_written),
        cmocka_unit_test(one_dot_is_five_people),
        cmocka_unit_test(one_dot_is_more_people_where_it_says_so),
        cmocka_unit_test(hidden_steps_are_hatched_at_one_height_and_without_a_number),
        cmocka_unit_test(many_people_have_smaller_dots_and_very_many_a_bar),
        cmocka_unit_test(many_steps_have_smaller_dots_that_do_not_touch),
        cmocka_unit_test(the_axis_is_stretched_step_by_step),
        cmocka_unit_test(steps_that_leave_a_hole_are_refused),
        cmocka_unit_test(dots_go_on_in_a_second_line_and_are_hidden_from_ears),
        cmocka_unit_test(a_style_of_dots_that_is_not_known_is_refused),
        cmocka_unit_test(thirds_fill_the_bar_although_rounded_parts_do_not_add_up),
        cmocka_unit_test(a_part_that_is_nothing_is_not_drawn),
        cmocka_unit_test(hidden_thirds_do_not_show_where_they_part),
        cmocka_unit_test(a_range_that_leaves_the_axis_ends_at_its_end),
        cmocka_unit_test(a_supposed_value_is_a_ring_and_needs_no_range),
        cmocka_unit_test(hidden_and_unknown_never_share_a_mark),
        cmocka_unit_test(markup_escapes_what_acts_and_shows_what_hides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
