/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain of a finding: the one that a name, or its beginning, stands for. */
#include <string.h>

#include "cli/noticed.h"

enum { NAME_LEAST = 6, NAME_MOST = 16, NAMED_MOST = 5 };

bool finding_name(const char *text)
{
    size_t length = strspn(text, "0123456789abcdef");
    bool digit = strpbrk(text, "0123456789") != NULL;
    return !text[length] && length >= NAME_LEAST && length <= NAME_MOST &&
           (digit || length == NAME_MOST);
}

/* --- which of them ---------------------------------------------------------------------------- */

struct matching {
    struct desk *desk;
    const char *beginning;
    day as_of;
    const char *ref; /* whose it is; kept on the desk, like the finding */
    struct derived_finding finding;
    size_t count;
    struct text named; /* the first few */
};

static void keep(struct matching *matching, const char *ref, const struct derived_finding *from)
{
    struct arena *arena = matching->desk->arena;
    struct derived_finding *to = &matching->finding;
    const char **const texts[] = {&to->finding,   &to->date,  &to->state, &to->why,    &to->basis,
                                  &to->certainty, &to->class, &to->unit,  &to->events, &to->told};
    *to = *from;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_text(arena, *texts[i]);
    matching->ref = arena_text(arena, ref);
}

static bool see(void *context, const struct derived_person *person, struct fault *fault)
{
    struct matching *matching = context;
    (void)fault;
    for (size_t i = 0; i < person->finding_count; i++) {
        const struct derived_finding *finding = &person->findings[i];
        if (!text_starts(finding->finding, matching->beginning))
            continue;
        if (matching->count++ == 0)
            keep(matching, person->ref, finding);
        if (matching->count <= NAMED_MOST)
            text_format(&matching->named, "%s%s", matching->named.length ? ", " : "",
                        finding->finding);
    }
    return true;
}

static bool match(struct matching *matching, struct fault *fault)
{
    struct store *store = matching->desk->store;
    const char **refs;
    size_t count;
    bool good = store_finding_owners(store, matching->beginning, matching->desk->arena, &refs,
                                     &count, fault);
    for (size_t i = 0; good && i < count; i++)
        good = store_derived(store, refs[i], matching->desk->arena, see, matching, fault);
    return good;
}

static bool only_one(const struct matching *matching, struct fault *fault)
{
    if (matching->count == 1)
        return true;
    if (matching->count == 0)
        return fault_set(fault, FAULT_NO_FILE,
                         "%s: nothing that is noticed as of %s has this name. Names are in the "
                         "column `finding` of `alongside findings`, with the same --as-of DATE; "
                         "one changes when what it rests on does, and is gone when its indicator "
                         "is",
                         matching->beginning, day_words(matching->desk->arena, matching->as_of));
    return fault_set(fault, FAULT_USAGE, "%s: several begin so. Name one: %s%s",
                     matching->beginning, matching->named.bytes,
                     matching->count > NAMED_MOST ? " …" : "");
}

static bool find_one(struct desk *desk, const char *beginning, day as_of, struct matching *matching,
                     struct fault *fault)
{
    *matching = (struct matching){.desk = desk, .beginning = beginning, .as_of = as_of};
    bool one = match(matching, fault) && only_one(matching, fault);
    text_free(&matching->named);
    return one;
}

/* --- telling it ------------------------------------------------------------------------------- */

static const struct rule *rule_of(const struct files *files, int64_t number)
{
    for (size_t i = 0; i < files->rule_count; i++)
        if (files->rules[i].number == number && files->rules[i].indicator)
            return &files->rules[i];
    return NULL;
}

static void account_for(struct noticed *noticed)
{
    const struct derived_finding *from = noticed->finding;
    const struct finding finding = {.events = from->events, .date = from->date, .why = from->why};
    if (noticed->rule && *from->events)
        indicator_account(noticed->rule->indicator, noticed->record, &finding, noticed->desk->arena,
                          &noticed->account);
}

static bool tell(struct desk *desk, struct again *again, const struct matching *matching,
                 struct text *out, struct fault *fault)
{
    struct arena *arena = desk->arena;
    struct stored_person stored;
    struct record record;
    struct timeline_frame frame;
    if (!store_person(desk->store, matching->ref, matching->as_of, arena, &stored, fault) ||
        !timeline_frame_read(desk->store, matching->as_of, arena, &frame, fault))
        return false;
    timeline_fill(&stored, &frame, arena, &record);
    struct noticed noticed = {.desk = desk,
                              .finding = &matching->finding,
                              .plugin = again_plugin(again, matching->finding.indicator),
                              .rule = rule_of(&again->files, matching->finding.indicator),
                              .stored = &stored,
                              .record = &record,
                              .frame = &frame};
    account_for(&noticed);
    return noticed_tell(&noticed, out, fault);
}

/* Whose it is must be known before it can be kept that it was shown; then it is looked up again, in
 * one moment with all that it rests on. */
bool explain_finding(struct desk *desk, const char *name, day as_of, struct text *out,
                     struct fault *fault)
{
    struct matching matching;
    struct again again;
    struct run_done done;
    bool ours;
    if (!desk_derive(desk, as_of, NULL, false, &done, fault) ||
        !find_one(desk, name, as_of, &matching, fault) ||
        !desk_look(desk, matching.ref, "explain", fault) ||
        !store_read_begin(desk->store, &ours, fault))
        return false;
    bool told = again_open(&again, desk->store, &desk->shelf, fault) &&
                find_one(desk, name, as_of, &matching, fault) &&
                tell(desk, &again, &matching, out, fault);
    store_read_end(desk->store, ours);
    again_close(&again);
    return told;
}
