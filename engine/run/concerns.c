/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a change concerns: with what the derived tables are made is kept as a list of names and
 * marks; a name whose mark has changed, come or gone touches its own people and nobody else. */
#include <stdlib.h>
#include <string.h>

#include "run/files.h"
#include "vault/vault.h"

/* Goes up when the engine itself works a score or a finding out differently. */
static const char engine_rules[] = "6";

struct list {
    struct arena *arena;
    struct derived_with *all;
    size_t count, room;
};

static void add(struct list *list, const char *name, const char *value)
{
    list->all = arena_grow(list->arena, list->all, list->count, &list->room, sizeof *list->all);
    list->all[list->count++] = (struct derived_with){name, arena_text(list->arena, value)};
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct derived_with *)a)->name, ((const struct derived_with *)b)->name);
}

/* --- with what -------------------------------------------------------------------------------- */

static void add_instruments(struct list *list, const struct versions *versions)
{
    for (size_t i = 0; i < versions->count; i++) {
        const struct version *version = &versions->all[i];
        add(list, arena_format(list->arena, "instrument %s %s", version->id, version->text),
            version->instrument ? version->instrument->mark : "cannot be read");
    }
}

/* From which instruments the answers come, the nearest first. No circle is on the shelf. */
static void add_givers(const struct shelf *shelf, const struct instrument *taker,
                       struct text *value)
{
    while (taker && taker->taken_from) {
        text_format(value, " %s", taker->taken_from);
        taker = shelf_instrument(shelf, taker->taken_from);
    }
}

static void add_taken(struct list *list, const struct files *files)
{
    for (size_t i = 0; i < files->takers.count; i++) {
        const struct instrument *taker = files->takers.all[i].version->instrument;
        struct text value = {0};
        text_format(&value, "%s", taker->mark);
        add_givers(files->shelf, taker, &value);
        add(list, arena_format(list->arena, "taken %s", taker->id), value.bytes);
        text_free(&value);
    }
}

static void add_indicators(struct list *list, const struct files *files)
{
    for (size_t i = 0; i < files->rule_count; i++) {
        const struct rule *rule = &files->rules[i];
        add(list, arena_format(list->arena, "indicator %s", rule->id),
            arena_format(list->arena, "%s %s", rule->text,
                         rule->indicator ? rule->pin : "cannot be read"));
    }
}

/* What is collected in an area, of it or of one around it. */
static void add_place(struct list *list, const struct timeline_place *place)
{
    struct text said = {0};
    char mark[65];
    text_put(&said, "");
    for (size_t i = 0; i < place->count; i++)
        text_format(&said, "%s %d %d\n", place->collected[i].kind, place->collected[i].since,
                    place->collected[i].until);
    vault_fingerprint(said.bytes, said.length, mark);
    if (place->count)
        add(list, place->area ? arena_format(list->arena, "collects %s", place->area) : "collects",
            mark);
    text_free(&said);
}

static void add_collects(struct list *list, const struct timeline_frame *frame)
{
    for (size_t i = 0; i < frame->place_count; i++)
        add_place(list, &frame->places[i]);
}

static struct list made_with(const struct files *files, const struct timeline_frame *frame)
{
    struct list list = {.arena = files->arena};
    char labels[65];
    shelf_labels_mark(files->shelf, labels);
    add(&list, "engine", engine_rules);
    add(&list, "labels", labels);
    add_instruments(&list, &files->versions);
    add_taken(&list, files);
    add_indicators(&list, files);
    add_collects(&list, frame);
    qsort(list.all, list.count, sizeof *list.all, by_name);
    return list;
}

/* --- what changed ----------------------------------------------------------------------------- */

/* What stands behind `word ` in a name, or NULL. */
static const char *behind(const char *name, const char *word)
{
    size_t length = strlen(word);
    return strncmp(name, word, length) == 0 && name[length] == ' ' ? name + length + 1 : NULL;
}

/* Who answered one of the instruments that are named behind the mark. */
static bool touch_givers(struct store *store, const char *value, struct arena *arena,
                         struct fault *fault)
{
    const char *word;
    size_t length;
    for (size_t n = 0; text_word(&value, &word, &length); n++)
        if (n && !store_touch_answered(store, arena_copy(arena, word, length), NULL, fault))
            return false;
    return true;
}

static bool touch_version(struct store *store, const char *version, struct arena *arena,
                          struct fault *fault)
{
    size_t id = strcspn(version, " ");
    return store_touch_answered(store, arena_copy(arena, version, id), version + id + 1, fault);
}

/* `before` and `after` are the marks; NULL where the name was not there. Answers to a version that
 * is new here came in since, so its people are touched already. */
static bool touch(struct store *store, const char *name, const char *before, const char *after,
                  struct arena *arena, struct fault *fault)
{
    const char *version = behind(name, "instrument");
    if (version)
        return !before || !after || touch_version(store, version, arena, fault);
    if (behind(name, "taken"))
        return (!before || touch_givers(store, before, arena, fault)) &&
               (!after || touch_givers(store, after, arena, fault));
    if (behind(name, "collects") || strcmp(name, "collects") == 0)
        return store_touch_area(store, behind(name, "collects"), fault);
    return store_touch_everyone(store, fault);
}

/* Both lists are sorted by name. */
static bool compare(struct store *store, const struct list *before, const struct list *after,
                    struct fault *fault)
{
    for (size_t i = 0, k = 0; i < before->count || k < after->count;) {
        const struct derived_with *a = i < before->count ? &before->all[i] : NULL;
        const struct derived_with *b = k < after->count ? &after->all[k] : NULL;
        int order = !a ? 1 : !b ? -1 : strcmp(a->name, b->name);
        bool same = order == 0 && strcmp(a->value, b->value) == 0;
        if (!same && !touch(store, order <= 0 ? a->name : b->name, order <= 0 ? a->value : NULL,
                            order >= 0 ? b->value : NULL, after->arena, fault))
            return false;
        i += order <= 0;
        k += order >= 0;
    }
    return true;
}

bool files_touch(const struct files *files, const struct timeline_frame *frame, struct fault *fault)
{
    struct list before = {.arena = files->arena};
    struct list after = made_with(files, frame);
    return store_derived_with(files->store, files->arena, &before.all, &before.count, fault) &&
           compare(files->store, &before, &after, fault) &&
           store_derive_with(files->store, frame->as_of, after.all, after.count, fault);
}
