/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pins.h"

#include "report/model.h"
#include "report/sentences.h"

enum { PINS_MOST = 20, YEARS_FIRST = 2 };

/* The same day so many years before; of 29 February the next. */
static day years_before(day at, int years)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    return day_of(year - years, month, date);
}

struct note_pins pins_of(const struct pinned *notes, size_t count)
{
    struct note_pins pins = {.list = notes, .count = count};
    if (count <= PINS_MOST)
        return pins;
    day first = years_before(notes[count - 1].date, YEARS_FIRST);
    while (pins.list->date <= first) {
        pins.list++;
        pins.count--;
        pins.earlier++;
    }
    return pins;
}

void pins_on_chart(struct arena *arena, const struct note_pins *pins, struct value chart)
{
    for (size_t i = 0; i < pins->count; i++) {
        struct value pin = model_entry(arena, chart, "pins");
        model_set_whole(arena, pin, "day", pins->list[i].date);
        model_set_whole(arena, pin, "number", (int64_t)i + 1);
    }
}

void pins_beside(struct arena *arena, const struct note_pins *pins, struct value section)
{
    if (pins->count)
        value_set_text(arena, section, "pins_title", SAY_PINS_TITLE);
    for (size_t i = 0; i < pins->count; i++) {
        struct value pin = model_entry(arena, section, "pins");
        model_set_whole(arena, pin, "number", (int64_t)i + 1);
        value_set_text(arena, pin, "says", pins->list[i].words);
        value_set_text(arena, pin, "by", day_words(arena, pins->list[i].date));
    }
    if (pins->earlier)
        model_say(arena, section, "beside", SAY_PINS_EARLIER, pins->earlier);
}
