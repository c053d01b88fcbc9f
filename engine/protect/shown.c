/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the gate: rounded counts, shares of rounded counts, means of ten and more. */
#include <math.h>

#include "protect/release.h"

static const struct cell *cell_at(const struct protect *protect, int cell)
{
    return cell >= 0 && (size_t)cell < protect->asked ? &protect->cells[cell] : NULL;
}

struct shown protect_count(const struct protect *protect, int cell)
{
    const struct cell *asked = cell_at(protect, cell);
    if (!asked || !asked->shown) {
        return (struct shown){.hidden = true};
    }
    return (struct shown){.rounded = (int64_t)((asked->count + 2) / PROTECT_BASE * PROTECT_BASE)};
}

static bool is_within(const struct cell *part, const struct cell *whole)
{
    size_t at = 0;
    for (size_t i = 0; i < part->count; i++) {
        while (at < whole->count && whole->people[at] < part->people[i]) {
            at++;
        }
        if (at == whole->count || whole->people[at] != part->people[i]) {
            return false;
        }
    }
    return true;
}

struct shown_share protect_share(const struct protect *protect, int part, int whole)
{
    struct shown x = protect_count(protect, part), n = protect_count(protect, whole);
    if (x.hidden || n.hidden || n.rounded < PROTECT_SHARE_LEAST ||
        !is_within(cell_at(protect, part), cell_at(protect, whole))) {
        return (struct shown_share){0};
    }
    struct interval range = stats_wilson(x.rounded, n.rounded);
    return (struct shown_share){.known = true,
                                .per_cent = (int)((200 * x.rounded + n.rounded) / (2 * n.rounded)),
                                .low = (int)floor(range.low * 100),
                                .high = (int)ceil(range.high * 100)};
}

/* Everybody's value the same would tell each person's, as a share of 0 or 100% would. */
static bool tells_each(const struct exact *values)
{
    return exact_sd(values) == 0;
}

struct shown_mean protect_mean(const struct protect *protect, int cell, const struct exact *values)
{
    const struct cell *asked = cell_at(protect, cell);
    if (!asked || !asked->shown || asked->count < PROTECT_LEAST || values->overflow ||
        values->n != (int64_t)asked->count || tells_each(values)) {
        return (struct shown_mean){.hidden = true};
    }
    double mean = exact_mean(values);
    struct interval range = stats_mean_interval(mean, exact_sd(values), values->n);
    struct shown_mean shown = {.mean = round(mean * 10) / 10, .has_interval = range.known};
    if (range.known) {
        shown.low = floor(range.low * 10) / 10;
        shown.high = ceil(range.high * 10) / 10;
    }
    return shown;
}
