/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figures/gathered.h"

enum { BIN_LEAST = 10, BIN_STEPS = 12, VALUES_FEW = 11 };

static bool find_scale(const struct figures *figures, const char *of, struct figure_scale *figure,
                       struct fault *fault)
{
    size_t length = strcspn(of, ".");
    for (size_t i = 0; of[length] && i < figures->ask.instrument_count; i++) {
        const struct instrument *one = figures->ask.instruments[i];
        if (strncmp(one->id, of, length) != 0 || one->id[length]) {
            continue;
        }
        for (size_t j = 0; j < one->scale_count; j++) {
            if (strcmp(one->scales[j].id, of + length + 1) == 0) {
                figure->instrument = one;
                figure->scale = &one->scales[j];
                return true;
            }
        }
    }
    return fault_set(fault, FAULT_DATA,
                     "There is no scale `%s` among the instruments of this report. Name one as "
                     "`instrument.scale`, for instance `swemwbs.wellbeing`.",
                     of);
}

/* A person's scored answers up to the end of the period. Dated ones, where there are any; else
 * those of which only the order is known. */
struct course {
    const struct scored *first, *latest;
    size_t count;
    bool by_order, in_period;
};

static struct course course_of(const struct figures *figures, size_t who, size_t instrument,
                               int scale)
{
    const struct someone *someone = &figures->people[who];
    struct course dated = {0}, ordered = {.by_order = true, .in_period = true};
    for (size_t i = 0; i < someone->score_count; i++) {
        const struct scored *score = &someone->scores[i];
        bool late = score->place == 0 && score->date > figures->seen.high;
        if (score->instrument != instrument || score->scale != scale || late) {
            continue;
        }
        struct course *course = score->place ? &ordered : &dated;
        course->first = course->first ? course->first : score;
        course->latest = score;
        course->count++;
    }
    dated.in_period = dated.count && dated.latest->date >= figures->seen.low;
    return dated.count ? dated : ordered;
}

/* Sizes in millionths, so that 7.3 − 4.3 is 3. */
static bool is_beyond(const struct scale *scale, double change, double wobble)
{
    double size = round(fabs(change) * 1e6) / 1e6;
    return scale->has_change ? size >= wobble : size > wobble;
}

/* Is it known how far these two wobble? */
static bool wobble_of(const struct scale *scale, const struct course *course, double *wobble)
{
    return scale_wobble_between(scale, course->first->has_se && course->latest->has_se,
                                course->first->se, course->latest->se, wobble);
}

static void add_pair(struct figures *figures, struct figure_scale *figure, size_t who,
                     const struct course *course)
{
    double wobble, change = course->latest->value - course->first->value;
    people_add(figures, &figure->twice, who);
    exact_add(&figure->change, change);
    if (figure->has_wobble && wobble_of(figure->scale, course, &wobble)) {
        struct people *side = !is_beyond(figure->scale, change, wobble) ? &figure->within
                              : change > 0                              ? &figure->up
                                                                        : &figure->down;
        people_add(figures, side, who);
    }
}

static void add_course(struct figures *figures, struct figure_scale *figure, size_t who,
                       const struct course *course)
{
    if (course->count == 0) {
        people_add(figures, &figure->never, who);
        return;
    }
    figure->only_order |= course->by_order;
    if (course->in_period) {
        people_add(figures, &figure->heard, who);
    }
    /* Items that dropped out of one of the two make it another sum. */
    if (course->in_period && course->count > 1 && course->first->of == course->latest->of) {
        add_pair(figures, figure, who, course);
    }
}

/* --- how the latest are spread --------------------------------------------------------------- */

/* 1, 2 or 5 times a power of ten, whichever gives steps nearest to so many. */
static double round_width(double range)
{
    double wanted = range / BIN_STEPS, ten = pow(10, floor(log10(wanted))), best = ten;
    const double widths[] = {ten, 2 * ten, 5 * ten, 10 * ten};
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        if (fabs(log(widths[i] / wanted)) < fabs(log(best / wanted))) {
            best = widths[i];
        }
    }
    return best;
}

static double width_of(const struct scale *scale)
{
    double range = scale->highest - scale->lowest;
    bool few = scale->apart > 0 && range / scale->apart < VALUES_FEW;
    return few ? scale->apart : round_width(range);
}

/* The edges of steps of equal width between the scale's ends; they follow from the scale alone. */
static void make_bins(struct figures *figures, const struct scale *scale,
                      struct figure_spread *spread)
{
    double range = scale->highest - scale->lowest;
    if (!scale->has_range || !isfinite(range) || range <= 0) {
        return;
    }
    double width = width_of(scale), start = scale->lowest;
    if (width != scale->apart) {
        start = floor(scale->lowest / width) * width;
    }
    size_t most = (size_t)ceil((scale->highest - start) / width - 1e-9);
    spread->bins = arena_array(figures->arena, most, sizeof *spread->bins);
    for (size_t i = 0; i < most; i++) {
        double from = start + (double)i * width, to = start + (double)(i + 1) * width;
        spread->bins[spread->bin_count++] = (struct figure_bin){
            .from = fmax(from, scale->lowest), .to = i + 1 == most ? scale->highest : to};
    }
}

static void add_to_bin(struct figures *figures, struct figure_spread *spread, size_t who,
                       double value)
{
    size_t i = 0;
    while (i + 1 < spread->bin_count && value >= spread->bins[i].to) {
        i++;
    }
    people_add(figures, &spread->bins[i].people, who);
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void join_bins(struct figures *figures, struct figure_bin *into,
                      const struct figure_bin *next)
{
    into->to = next->to;
    for (size_t i = 0; i < next->people.count; i++) {
        people_add(figures, &into->people, next->people.who[i]);
    }
    if (into->people.count) {
        qsort(into->people.who, into->people.count, sizeof *into->people.who, by_number);
    }
}

/* Neighbours are joined until each has ten people. */
static void merge_bins(struct figures *figures, struct figure_spread *spread)
{
    size_t kept = 0;
    for (size_t i = 1; i < spread->bin_count; i++) {
        if (spread->bins[kept].people.count < BIN_LEAST) {
            join_bins(figures, &spread->bins[kept], &spread->bins[i]);
        } else {
            spread->bins[++kept] = spread->bins[i];
        }
    }
    if (kept > 0 && spread->bins[kept].people.count < BIN_LEAST) {
        join_bins(figures, &spread->bins[kept - 1], &spread->bins[kept]);
        kept--;
    }
    spread->bin_count = spread->bin_count ? kept + 1 : 0;
}

static int scale_index(const struct figure_scale *figure)
{
    return (int)(figure->scale - figure->instrument->scales);
}

static size_t instrument_index(const struct figures *figures, const struct instrument *instrument)
{
    size_t i = 0;
    while (figures->ask.instruments[i] != instrument) {
        i++;
    }
    return i;
}

void figures_spread(struct figures *figures, const struct figure_scale *figure,
                    const struct people *people, struct figure_spread *spread)
{
    size_t instrument = instrument_index(figures, figure->instrument);
    *spread = (struct figure_spread){0};
    make_bins(figures, figure->scale, spread);
    for (size_t i = 0; i < people->count; i++) {
        size_t who = people->who[i];
        double latest = course_of(figures, who, instrument, scale_index(figure)).latest->value;
        exact_add(&spread->latest, latest);
        if (spread->bin_count) {
            add_to_bin(figures, spread, who, latest);
        }
    }
    merge_bins(figures, spread);
}

bool figures_scale(struct figures *figures, const char *of, struct figure_scale *figure,
                   struct fault *fault)
{
    *figure = (struct figure_scale){0};
    if (!find_scale(figures, of, figure, fault)) {
        return false;
    }
    size_t instrument = instrument_index(figures, figure->instrument);
    double wobble;
    figure->has_wobble = scale_wobble(figure->scale, &wobble) || figure->scale->own_errors;
    for (size_t i = 0; i < figures->count; i++) {
        struct course course = course_of(figures, i, instrument, scale_index(figure));
        add_course(figures, figure, i, &course);
    }
    return true;
}
