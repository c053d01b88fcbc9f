/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers about an area: seats stand side by side and are never added or averaged. What is not
 * asked of a seat is left out of everything. */
#include <string.h>

#include "ground/fault.h"
#include "instrument/loader.h"
#include "instrument/plan.h"

/* --- what a file says of them ----------------------------------------------------------------- */

static const char *seat_ids(const struct instrument *instrument, struct arena *arena)
{
    const char *ids = "";
    for (size_t i = 0; i < instrument->seat_count; i++)
        ids = arena_format(arena, "%s%s%s", ids, i ? ", " : "", instrument->seats[i].id);
    return ids;
}

static const struct seat *seat_named(const struct instrument *instrument, const char *id,
                                     size_t length)
{
    for (size_t i = 0; i < instrument->seat_count; i++)
        if (strlen(instrument->seats[i].id) == length &&
            memcmp(instrument->seats[i].id, id, length) == 0)
            return &instrument->seats[i];
    return NULL;
}

static bool about_load(const struct loader *loader, const char *about)
{
    loader->instrument->about_area = about && strcmp(about, "area") == 0;
    if (!about || loader->instrument->about_area || strcmp(about, "person") == 0)
        return true;
    plugin_say_of(loader->plugin, loader->faults, "about",
                  "is \"%s\"; it must be \"person\" or \"area\"", about);
    return false;
}

static bool seat_load(const struct loader *loader, struct value value, size_t at)
{
    struct instrument *instrument = loader->instrument;
    struct seat *seat = &instrument->seats[at];
    const char *place = arena_format(loader->arena, "seats[%zu]", at + 1);
    seat->id = value_as_text(value_item(value, 0));
    seat->title = value_as_text(value_item(value, 1));
    if (!seat->id || !seat->title || !text_is_id(seat->id) || !*seat->title ||
        value_count(value) != 2)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be an id and what people read: { \"citizens\", \"citizens\" }");
    else if (seat_named(instrument, seat->id, strlen(seat->id)) != seat)
        plugin_say_of(loader->plugin, loader->faults, place, "is `%s`, which was there before",
                      seat->id);
    else
        return fields_sentence(loader->plugin, seat->title, place, loader->faults);
    return false;
}

static bool list_load(const struct loader *loader, struct value list)
{
    struct instrument *instrument = loader->instrument;
    size_t count = value_count(list);
    bool good = true;
    instrument->seats = arena_array(loader->arena, count, sizeof *instrument->seats);
    for (size_t i = 0; good && i < count; i++) {
        instrument->seat_count = i + 1;
        good = seat_load(loader, value_item(list, i), i);
    }
    return good;
}

bool seats_load(const struct loader *loader)
{
    struct value table = loader->plugin->table, seats = value_get(table, "seats");
    if (!about_load(loader, value_as_text(value_get(table, "about"))))
        return false;
    bool area = loader->instrument->about_area, there = seats.kind == VALUE_TABLE;
    if (area && value_count(seats))
        return list_load(loader, seats);
    if (area)
        plugin_say_of(loader->plugin, loader->faults, "",
                      "has `about = \"area\"` and no `seats`. Say who answers: seats = { { "
                      "\"citizens\", \"citizens\" }, … }");
    else if (there)
        plugin_say_of(loader->plugin, loader->faults, "seats",
                      "is for an instrument about an area. Write `about = \"area\"`, or say in "
                      "`raters` who may answer about a person");
    return !area && !there;
}

bool item_seats_load(const struct loader *loader, struct value value, const char *place,
                     struct item *item)
{
    const struct instrument *instrument = loader->instrument;
    const char *word;
    size_t length;
    item->seats = value_as_text(value_get(value, "seats"));
    place = arena_format(loader->arena, "%s.seats", place);
    for (const char *at = item->seats; at && text_word(&at, &word, &length);) {
        if (seat_named(instrument, word, length))
            continue;
        const char *name = arena_copy(loader->arena, word, length);
        if (instrument->about_area)
            plugin_say_of(loader->plugin, loader->faults, place,
                          "names `%s`, which is not a seat of this file; it has %s", name,
                          seat_ids(instrument, loader->arena));
        else
            plugin_say_of(loader->plugin, loader->faults, place,
                          "names `%s`, but an instrument about a person has no seats", name);
        return false;
    }
    return true;
}

/* --- who answers ------------------------------------------------------------------------------ */

bool item_asked(const struct item *item, const char *seat)
{
    return !item->seats || !seat || text_has_word(item->seats, seat);
}

void seat_leave_out(const struct instrument *instrument, const char *seat, struct answer *answers)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (!item_asked(&instrument->items[i], seat))
            answers[i] = (struct answer){.kind = ANSWER_NONE, .none = NOT_ASKED, .dropped = true};
}

static bool no_such_seat(const struct instrument *instrument, const char *seat, struct fault *fault)
{
    struct arena *arena = arena_new();
    const char *ids = seat_ids(instrument, arena);
    if (!instrument->about_area)
        fault_set(fault, FAULT_DATA, "%s is about a person, and has no seats", instrument->id);
    else if (!seat)
        fault_set(fault, FAULT_DATA,
                  "%s is about an area, so it matters who answers. The seat is one of: %s",
                  instrument->id, ids);
    else
        fault_set(fault, FAULT_DATA, "%s has no seat `%s`; its seats are: %s", instrument->id,
                  text_is_id(seat) ? seat : "?", ids);
    arena_free(arena);
    return false;
}

/* `citizens and workers`. Always false. */
static bool not_asked_of(const struct item *item, const char *seat, struct fault *fault)
{
    const char *at = item->seats, *word;
    size_t length;
    struct text seats = {0};
    while (text_word(&at, &word, &length)) {
        text_put(&seats, seats.length ? " and " : "");
        text_add(&seats, word, length);
    }
    fault_set(fault, FAULT_DATA, "%s is asked of %s only, and %s answered it. Write n, not asked",
              item->id, seats.bytes, seat);
    text_free(&seats);
    return false;
}

bool instrument_take_seat(const struct instrument *instrument, const char *seat,
                          struct answer *answers, struct fault *fault)
{
    if (!instrument->about_area && !seat)
        return true;
    if (!seat || !seat_named(instrument, seat, strlen(seat)))
        return no_such_seat(instrument, seat, fault);
    for (size_t i = 0; i < instrument->item_count; i++)
        if (!item_asked(&instrument->items[i], seat) && answers[i].kind != ANSWER_NONE)
            return not_asked_of(&instrument->items[i], seat, fault);
    seat_leave_out(instrument, seat, answers);
    return true;
}
