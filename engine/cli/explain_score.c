/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain of a score: finding the one administration that an id names, or saying which there are.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/filled.h"
#include "cli/try.h"
#include "ground/clock.h"

/* --- what whom the id names filled in -------------------------------------------------------- */

/* `person` lives as long as the desk. */
static void add(struct all_filled *all, const struct stored_person *person,
                const struct stored_respondent *respondent)
{
    struct arena *arena = all->desk->arena;
    struct among among = {.whose = person, .seat = respondent ? respondent->seat : NULL};
    struct stored_administration *filled;
    takers_add(&all->again.files.takers, &all->again.files.versions, person, arena, &filled,
               &among.count);
    among.all = filled;
    for (size_t i = 0; i < among.count; i++) {
        const struct stored_plugin *plugin = again_plugin(&all->again, filled[i].instrument);
        if (!plugin)
            continue;
        all->of = arena_grow(arena, all->of, all->count, &all->room, sizeof *all->of);
        all->of[all->count++] = (struct filled){
            .a = &filled[i],
            .among = among,
            .area = respondent ? respondent->area : NULL,
            .sheet = respondent ? respondent->sheet : NULL,
            .version = versions_of(&all->again.files.versions, filled[i].instrument),
            .plugin = plugin};
    }
}

struct seeking {
    struct all_filled *all; /* NULL: only whether there is any */
    const char *whose;
    bool found;
};

static bool see_respondent(void *context, const struct stored_respondent *respondent,
                           struct fault *fault)
{
    struct seeking *seeking = context;
    (void)fault;
    if (strcmp(respondent->as.ref, seeking->whose) != 0)
        return true;
    seeking->found = true;
    if (!seeking->all)
        return true;
    struct stored_person *as = arena_take(seeking->all->desk->arena, sizeof *as);
    *as = respondent->as;
    add(seeking->all, as, respondent);
    return true;
}

/* Everybody who answered about the area in this seat; none where it is a person. */
static bool read_seat(struct desk *desk, struct seeking *seeking, struct fault *fault)
{
    return store_respondents(desk->store, clock_today(), desk->arena, see_respondent, seeking,
                             fault);
}

static bool read_all(struct all_filled *all, const struct score_id *id, bool is_seat,
                     struct fault *fault)
{
    struct seeking seeking = {all, id->whose, false};
    struct desk *desk = all->desk;
    if (is_seat)
        return read_seat(desk, &seeking, fault);
    struct stored_person *person = arena_take(desk->arena, sizeof *person);
    if (!store_person(desk->store, id->whose, clock_today(), desk->arena, person, fault))
        return false;
    add(all, person, NULL);
    return true;
}

/* --- which of them ---------------------------------------------------------------------------- */

const char *filled_id(const struct filled *filled, const char *scale, struct arena *arena)
{
    const char *when = filled->a->place ? arena_format(arena, "#%d", filled->a->place)
                                        : day_text(arena, filled->a->date);
    return arena_format(arena, "%s/%s/%s.%s", filled->among.whose->ref, when, filled->plugin->id,
                        scale);
}

static const char *rater_of(const struct filled *filled, struct arena *arena)
{
    const char *at = raters, *word;
    size_t length;
    for (int n = 0; text_word(&at, &word, &length); n++)
        if (n == filled->a->by)
            return arena_copy(arena, word, length);
    return "";
}

static const char *time_of(const struct filled *filled, struct arena *arena)
{
    int time = filled->a->time;
    return time < 0 ? "" : arena_format(arena, "%02d:%02d", time / 60, time % 60);
}

static const char *filled_more(const struct filled *filled, struct arena *arena)
{
    const char *time = time_of(filled, arena), *sheet = filled->sheet ? filled->sheet : "";
    return arena_format(arena, "/%s%s%s%s%s/%s", rater_of(filled, arena), *time ? "/" : "", time,
                        *sheet ? "/" : "", sheet, filled->plugin->version);
}

static bool is_told_apart(const struct filled *filled, const char *by, struct arena *arena)
{
    return *by &&
           (strcmp(by, rater_of(filled, arena)) == 0 || strcmp(by, time_of(filled, arena)) == 0 ||
            strcmp(by, filled->plugin->version) == 0 ||
            (filled->sheet && strcmp(by, filled->sheet) == 0));
}

static bool is_of(const struct filled *filled, const struct score_id *id)
{
    return strcmp(filled->plugin->id, id->instrument) == 0;
}

static bool is_that(const struct filled *filled, const struct score_id *id, struct arena *arena)
{
    bool that = is_of(filled, id) && try_word(filled->plugin->scales, id->scale) >= 0 &&
                filled->a->place == id->place && filled->a->date == id->date;
    for (size_t i = 0; that && i < id->more_count; i++)
        that = is_told_apart(filled, id->more[i], arena);
    return that;
}

/* --- when it is none, or several -------------------------------------------------------------- */

static bool no_such_instrument(const struct all_filled *all, const struct score_id *id,
                               struct fault *fault)
{
    const char **names = arena_array(all->desk->arena, all->count, sizeof *names);
    for (size_t i = 0; i < all->count; i++)
        names[i] = all->of[i].plugin->id;
    const char *near = text_nearest(id->instrument, names, all->count);
    return fault_set(fault, FAULT_NO_FILE,
                     "%s: nothing is known of answers to `%s`.%s%s%s `alongside scores --person` "
                     "lists the scores there are",
                     id->whose, id->instrument, near ? " Did you mean `" : "", near ? near : "",
                     near ? "`?" : "");
}

static long apart(const struct filled *filled, const struct score_id *id)
{
    if (!filled->a->place != !id->place)
        return LONG_MAX;
    return id->place ? labs((long)filled->a->place - id->place)
                     : labs((long)filled->a->date - id->date);
}

static const struct filled *nearest(const struct all_filled *all, const struct score_id *id)
{
    const struct filled *near = NULL;
    for (size_t i = 0; i < all->count; i++)
        if (is_of(&all->of[i], id) && (!near || apart(&all->of[i], id) < apart(near, id)))
            near = &all->of[i];
    return near;
}

static bool not_there(const struct all_filled *all, const struct score_id *id, struct fault *fault)
{
    struct arena *arena = all->desk->arena;
    const struct filled *near = nearest(all, id);
    if (!near)
        return no_such_instrument(all, id, fault);
    if (!*near->plugin->scales)
        return fault_set(fault, FAULT_NO_FILE, "%s has no scales, so nothing of it is scored",
                         id->instrument);
    if (try_word(near->plugin->scales, id->scale) < 0)
        return fault_set(fault, FAULT_NO_FILE, "%s has no scale `%s`; it has: %s", id->instrument,
                         id->scale, near->plugin->scales);
    return fault_set(fault, FAULT_NO_FILE,
                     "%s/%s: there are no such answers to %s. The nearest score is %s%s", id->whose,
                     id->when, id->instrument, filled_id(near, id->scale, arena),
                     id->more_count ? filled_more(near, arena) : "");
}

static bool several(const struct all_filled *all, const struct score_id *id, struct fault *fault)
{
    struct arena *arena = all->desk->arena;
    const char *which = "";
    for (size_t i = 0; i < all->count; i++)
        if (is_that(&all->of[i], id, arena))
            which = arena_format(arena, "%s%s%s%s", which, *which ? ", " : "",
                                 filled_id(&all->of[i], id->scale, arena),
                                 filled_more(&all->of[i], arena));
    return fault_set(fault, FAULT_USAGE, "There are several such scores. Name one: %s", which);
}

static bool tell_it(struct all_filled *all, const struct score_id *id, struct text *out,
                    struct fault *fault)
{
    const struct filled *that = NULL;
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (is_that(&all->of[i], id, all->desk->arena)) {
            that = &all->of[i];
            count++;
        }
    if (count == 0)
        return not_there(all, id, fault);
    if (count > 1)
        return several(all, id, fault);
    return filled_tell(all, that, (size_t)try_word(that->plugin->scales, id->scale), out, fault);
}

bool explain_score(struct desk *desk, const struct score_id *id, struct text *out,
                   struct fault *fault)
{
    struct all_filled all = {.desk = desk};
    struct seeking seeking = {NULL, id->whose, false};
    struct run_done done;
    bool ours;
    if (!read_seat(desk, &seeking, fault) ||
        !desk_derive(desk, clock_today(), seeking.found ? NULL : id->whose, false, &done, fault) ||
        (!seeking.found && !desk_look(desk, id->whose, "explain", fault)) ||
        !store_read_begin(desk->store, &ours, fault))
        return false;
    bool told = again_open(&all.again, desk->store, &desk->shelf, fault) &&
                read_all(&all, id, seeking.found, fault) && tell_it(&all, id, out, fault);
    store_read_end(desk->store, ours);
    again_close(&all.again);
    return told;
}
