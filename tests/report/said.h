/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up numbers that may be shown, and the model that comes of them. */
#ifndef TESTS_REPORT_SAID_H
#define TESTS_REPORT_SAID_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "page/page.h"
#include "report/area.h"

static const struct shown hidden = {.hidden = true};

static inline struct shown some(int64_t rounded)
{
    return (struct shown){.rounded = rounded};
}

static struct scale scale = {.id = "wellbeing",
                             .title = "Mental wellbeing",
                             .has_range = true,
                             .lowest = 7,
                             .highest = 35,
                             .better = BETTER_HIGHER,
                             .has_sem = true,
                             .sem = 1.03,
                             .wobble_source = "a paper"};
static const struct asked_scale asked = {"swemwbs.wellbeing", NULL, &scale};

/* Of 240 people, 150 were heard in the period, and all of them before as well. */
static inline struct shown_scale shown_scale(void)
{
    return (struct shown_scale){
        .asked = &asked,
        .everyone = some(240),
        .heard = some(150),
        .unheard = some(90),
        .twice = some(150),
        .once = some(0),
        .before = some(35),
        .never = some(55),
        .of_started = true,
        .whole = some(185),
        .unseen = some(35),
        .up = some(40),
        .within = some(90),
        .down = some(20),
        .beyond = some(60),
        .up_share = {true, 17, 12, 22},
        .change = {.mean = 1.4, .low = 0.7, .high = 2.1, .has_interval = true}};
}

static inline struct value section(struct arena *arena)
{
    struct value made = value_table(arena);
    value_set_text(arena, made, "id", "part");
    return made;
}

static inline struct value figure(struct value into, size_t index)
{
    return value_item(value_get(into, "figures"), index);
}

static inline const char *text_of(struct value map, const char *key)
{
    const char *text = value_as_text(value_get(map, key));
    return text ? text : "";
}

static inline const char *row_text(struct value figure, size_t index, const char *key)
{
    return text_of(value_item(value_get(figure, "rows"), index), key);
}

static inline bool has(struct value list, const char *words)
{
    for (size_t i = 0; i < value_count(list); i++)
        if (strstr(value_as_text(value_item(list, i)), words))
            return true;
    return false;
}

/* Everything that the model holds, as somebody who wants to find people would read it. */
static inline bool model_holds(struct value model, const char *words)
{
    struct text json = {0};
    page_json(model, &json);
    bool holds = strstr(json.bytes, words) != NULL;
    text_free(&json);
    return holds;
}

#endif
