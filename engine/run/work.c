/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/work.h"

#include "run/again.h"
#include "run/own.h"

/* --- scores ----------------------------------------------------------------------------------- */

static void leave_unscored(struct work *work, struct worked *worked, const char *sentence)
{
    worked->unscored++;
    reasons_add(&work->reasons, REASON_OF_SCORES, sentence, 1);
}

static void score_administration(struct work *work, struct version *version,
                                 const struct among *among, const struct stored_administration *a,
                                 struct worked *worked, struct derived_score *out)
{
    const struct instrument *instrument = version->instrument;
    struct answer *answers = arena_array(work->person, instrument->item_count, sizeof *answers);
    struct score *scores = arena_array(work->person, instrument->scale_count, sizeof *scores);
    struct fault fault;
    if (!version_score(version, among, a, work->person, answers, scores, &fault))
        leave_unscored(work, worked, fault.text);
    for (size_t i = 0; i < instrument->scale_count; i++)
        out[i] = again_derived(a, i, &scores[i]);
}

static const struct version *version_of(const struct versions *versions, int64_t number)
{
    for (size_t i = 0; i < versions->count; i++)
        if (versions->all[i].number == number)
            return &versions->all[i];
    return NULL;
}

static void leave_unread(struct work *work, struct worked *worked, int64_t number)
{
    const struct version *version = version_of(&work->files->versions, number);
    leave_unscored(work, worked,
                   arena_format(work->person,
                                "%s version %s: the file that the store kept of it cannot be read "
                                "any more, as said above",
                                version ? version->id : "an instrument",
                                version ? version->text : "?"));
}

static void score_person(struct work *work, const struct stored_person *stored,
                         struct worked *worked)
{
    struct files *files = work->files;
    struct stored_administration *all;
    struct among among = {.whose = stored};
    size_t room = 0, count = 0;
    takers_add(&files->takers, &files->versions, stored, work->person, &all, &among.count);
    among.all = all;
    for (size_t i = 0; i < among.count; i++) {
        struct version *version = versions_of(&files->versions, all[i].instrument);
        room += version ? version->instrument->scale_count : 0;
    }
    struct derived_score *scores = arena_array(work->person, room, sizeof *scores);
    for (size_t i = 0; i < among.count; i++) {
        struct version *version = versions_of(&files->versions, all[i].instrument);
        if (!version) {
            leave_unread(work, worked, all[i].instrument);
            continue;
        }
        score_administration(work, version, &among, &all[i], worked, scores + count);
        count += version->instrument->scale_count;
    }
    text_clear(&work->scores);
    if (count)
        store_pack_scores(scores, count, &work->scores);
    worked->scores = (int64_t)count;
    worked->row.scores = count ? work->scores.bytes : NULL;
}

/* --- findings --------------------------------------------------------------------------------- */

static struct derived_finding derive_finding(const struct rule *rule, const struct finding *f)
{
    return (struct derived_finding){.indicator = rule->number,
                                    .finding = f->finding,
                                    .date = f->date,
                                    .state = f->state,
                                    .why = f->why,
                                    .basis = f->basis,
                                    .certainty = f->certainty,
                                    .class = f->class,
                                    .unit = f->unit,
                                    .events = f->events,
                                    .told = f->told,
                                    .has_value = f->has_value,
                                    .value = f->value,
                                    .window = f->window};
}

/* Where a file fails on a person, nothing of what it found of them before stands. */
static struct finding failed(const struct rule *rule, const struct record *record,
                             struct arena *arena)
{
    const char *names[] = {rule->id, record->person ? record->person : ""};
    return (struct finding){.finding = record_name(arena, names, 2),
                            .date = "",
                            .state = "cannot_tell",
                            .why = "plugin_failed",
                            .basis = "",
                            .certainty = "",
                            .class = "",
                            .unit = "",
                            .events = "",
                            .told = "",
                            .next = DAY_NONE};
}

/* A service by its title where that is known; everything else as the lists call it. */
static const char *label(void *context, const char *column, const char *code)
{
    const struct work *work = context;
    const char *title = timeline_title(&work->frame, column, code);
    return title ? title : shelf_label((void *)work->files->shelf, column, code);
}

static bool notice(struct work *work, const struct rule *rule, const struct record *record,
                   struct finding **found, size_t *count)
{
    struct fault fault;
    if (indicator_find(rule->indicator, record, label, work, work->person, found, count, &fault))
        return true;
    reasons_add_person(&work->reasons, fault.text, work->whose);
    *found = arena_take(work->person, sizeof **found);
    **found = failed(rule, record, work->person);
    *count = 1;
    return false;
}

bool work_notice(struct work *work, const struct record *record, struct derived_finding **findings,
                 size_t *count)
{
    size_t room = 0, found_count;
    struct finding *found;
    bool all = true;
    *findings = NULL;
    *count = 0;
    for (size_t i = 0; i < work->files->rule_count; i++) {
        const struct rule *rule = &work->files->rules[i];
        if (!rule->indicator)
            continue;
        all &= notice(work, rule, record, &found, &found_count);
        for (size_t k = 0; k < found_count; k++) {
            *findings = arena_grow(work->person, *findings, *count, &room, sizeof **findings);
            (*findings)[(*count)++] = derive_finding(rule, &found[k]);
            next_day_add(&work->next, found[k].next);
        }
    }
    return all;
}

void work_next(struct work *work, const struct stored_person *stored, const struct record *record)
{
    next_day_add(&work->next, timeline_next(stored, &work->frame, record));
    for (size_t i = 0; i < work->files->rule_count; i++)
        if (work->files->rules[i].indicator)
            next_day_add(&work->next,
                         indicator_next(work->files->rules[i].indicator, record, work->person));
}

/* --- one person ------------------------------------------------------------------------------- */

void work_person(struct work *work, const struct stored_person *stored, struct worked *worked)
{
    struct record record;
    *worked = (struct worked){.row.person = stored->number};
    work->whose = stored->number;
    score_person(work, stored, worked);
    timeline_fill(stored, &work->frame, work->person, &record);
    work->next = (struct next_day){work->frame.as_of, DAY_NONE};
    work_next(work, stored, &record);
    struct derived_finding *findings;
    bool noticed = work_notice(work, &record, &findings, &worked->row.finding_count);
    noticed &= own_mark(work, stored, findings, worked->row.finding_count);
    worked->row.findings = findings;
    worked->row.next = work->next.day;
    worked->row.settled = noticed && worked->unscored == 0;
}
