/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's timeline as the function of an indicator sees it. It asks in yes and no; what could
 * not be decided is kept here, so that the answer at each anchor is found, not found or cannot
 * tell. */
#ifndef WORKER_TIMELINE_H
#define WORKER_TIMELINE_H

#include "record/anchors.h"
#include "record/reader.h"
#include "worker/room.h"

/* What `found` was called with. */
struct noticed {
    const struct event **events; /* as they were cited */
    size_t count;
    struct value value, unit, class; /* nil where not given */
    bool inexact;                    /* some days were not known exactly when it was found */
    bool same_day;                   /* a look asked for the same day whatever the order */
};

/* One anchor, from where a loop comes to it to where the next begins. */
struct turn {
    enum talk_loop loop;
    size_t number;             /* of its loop, from 0 */
    const struct event *event; /* the anchor; the first of a group; NULL of a period */
    struct days period;        /* of a period */
    enum why open;             /* whether it is an anchor at all */
    enum why doubt, said;      /* the first question that was not decided; what the function says */
    bool inexact;              /* some days were not known exactly */
    bool same_day;             /* a look asked for the same day whatever the order */
    bool window;               /* all that was asked about was observed and collected */
    struct noticed *noticed;
    size_t count, room;
};

struct loop;

struct timeline {
    struct room *room;
    struct record record;
    struct reader reader;
    struct value settings;
    struct arena *scratch; /* of one question */
    struct turn *turns;
    size_t turn_count, turn_room;
    bool in_turn;
    const struct loop *loop; /* the one whose turns these are, or NULL */
    size_t loop_count;
    bool linked;          /* some events are joined by links; known once groups are asked for */
    struct turn standing; /* what was not decided outside of every turn: holds for all */
    enum why missing;     /* why there may be anchors that nobody could see */
    bool stands;          /* something was asked to the end of what is observed */
    struct next_day next; /* when time alone may change an answer */
};

/* Work: one call of `find` with the record, the settings and what it reads. */
int timeline_find(lua_State *L);

struct timeline *timeline_of(lua_State *L);
/* The turn in hand, or what stands for all. */
struct turn *timeline_turn(struct timeline *timeline);
void timeline_doubt(struct timeline *timeline, enum why why);
void timeline_begin_turn(struct timeline *timeline, const struct turn *turn);

/* --- events ----------------------------------------------------------------------------------- */

/* Before any event is pushed. */
void events_prepare(lua_State *L);
void events_push(lua_State *L, const struct event *event);
/* The event at `index`; leaves the state when it is none. `call` is said. */
const struct event *events_check(lua_State *L, int index, const char *call);

/* --- settings --------------------------------------------------------------------------------- */

/* They can be asked for by their names, and nothing else. */
void settings_push(lua_State *L);

/* --- patterns --------------------------------------------------------------------------------- */

struct patterns {
    struct pattern *all;
    struct look *looks; /* of looks; `all` is theirs then */
    size_t count;
};

/* One pattern or look, or a list of them, at `index`. */
struct patterns patterns_read(lua_State *L, int index, const char *call, bool looks, bool negated);
/* Why the observed days do not show every event that fits, or WHY_NONE. */
enum why patterns_unseen(const struct timeline *timeline, const struct patterns *patterns);

/* --- spells, and intervals where they end ----------------------------------------------------- */

/* What a pattern chooses among, made in `arena`. */
struct events spells_choose(lua_State *L, const struct pattern *pattern, struct arena *arena);
/* The event itself, or a copy of what stands for others that lasts as long as the call. */
const struct event *spells_keep(struct timeline *timeline, const struct event *event);

/* The patterns of the call in hand, each with what it chooses among. */
struct anchoring spells_anchoring(lua_State *L, const struct patterns *patterns);
/* All that fit one of the patterns, or may, in order of their first day. */
struct anchor *spells_anchors(lua_State *L, const struct patterns *patterns, size_t *count);

/* --- calls: Lua functions --------------------------------------------------------------------- */

int loops_each(lua_State *L);
int loops_groups(lua_State *L);
int loops_periods(lua_State *L);
int questions_all(lua_State *L);
int questions_after(lua_State *L);
int questions_before(lua_State *L);
int questions_none_after(lua_State *L);
int questions_none_before(lua_State *L);
int questions_days(lua_State *L);
int questions_overlap(lua_State *L);
int questions_change(lua_State *L);
int questions_cannot_tell(lua_State *L);
int found_call(lua_State *L);

#endif
