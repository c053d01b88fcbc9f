/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person's page is made from, and its sections. */
#ifndef REPORT_PERSON_H
#define REPORT_PERSON_H

#include "record/record.h"
#include "report/definition.h"
#include "report/trajectory.h"
#include "run/help.h"
#include "timeline/timeline.h"

/* A version of an instrument that the person's answers were given with. */
struct person_version {
    int64_t number;
    const char *id, *version;
    const struct instrument *instrument; /* NULL: the kept file cannot be read any more */
    struct plugin *own;                  /* loaded from the kept source, or NULL */
};

struct person_page {
    const struct report *report;
    const struct shelf *shelf;
    struct arena *arena;
    struct stored_person stored;   /* without what they keep to themselves */
    const struct answer **answers; /* of each of its administrations after skips, once asked for */
    bool called;                   /* they chose that word themselves */
    bool locked;                   /* they chose one, and its key is not here */
    const char *name; /* what they like to be called, where that is known and the key is here; else
                         the reference */
    struct record record;
    struct derived_score *scores; /* all, in order */
    size_t score_count;
    struct derived_finding *findings;
    size_t finding_count;
    struct stored_plugin *plugins;
    size_t plugin_count;
    const struct help *help; /* named by the organisation for where the person is */
    size_t help_count;
    struct stored_note *notes; /* all, as in the store */
    size_t note_count;
    struct stored_goal *goals;
    size_t goal_count;
    const struct shown_goal *shown_goals; /* those that the page shows, chosen once (goal.h) */
    size_t shown_goal_count;
    struct stored_answer_words *said; /* beside answers */
    size_t said_count;
    struct stored_consent *consents;
    size_t consent_count;
    struct stored_look *looks; /* up to the day before the as-of day */
    size_t look_count;
    struct person_version *versions; /* those answered, by id and version */
    size_t version_count;
    struct days period; /* as asked */
    bool whole;         /* everything, from the first record to the as-of day */
    struct days known;  /* first and last day with something; low > high where nothing is */
    day as_of;
    struct strip_lane *lanes; /* of the strip, where a section shows it (strip.h) */
    size_t lane_count;
    struct days axis;      /* of every picture that has days (axis.h) */
    struct said_once once; /* while the page is written */
};

/* Reads everything; what it opens, person_close closes. */
bool person_read(struct person_page *page, struct store *store, const char *ref, struct fault *);
void person_close(struct person_page *page);

/* Takes what they keep to themselves off the page; false where that is nothing. */
bool person_keep_apart(struct person_page *page);
/* What is noticed in the page's record, in place of what was noticed in all that is held. */
bool person_notice_again(struct person_page *page, struct store *store,
                         const struct timeline_frame *frame, struct fault *);
/* Copies them into the page. */
void person_keep_findings(struct person_page *page, const struct derived_finding *findings,
                          size_t count);

bool person_in_period(const struct person_page *page, day at);
/* Is it the person's own answer, of the page's period? An order has no days: it is shown where
 * everything is. */
bool person_shows_answer(const struct person_page *page, const struct derived_score *score);
/* The finding's anchor as days; false where it has none. */
bool person_finding_days(const struct derived_finding *finding, struct days *days);
const struct stored_plugin *person_plugin(const struct person_page *page, int64_t number);
/* Is it a finding of this indicator, of the page's period? */
bool person_finding_of(const struct person_page *page, const struct derived_finding *finding,
                       const char *indicator);
/* The indicators a section looks at: those it names, else all that no section of the page names. */
const struct indicator *const *person_indicators(const struct person_page *page,
                                                 const struct section *section, size_t *count);
/* Is this scale of this version among those that a section shows? */
bool person_shows_scale(const struct section *section, const struct instrument *instrument,
                        const struct scale *scale);

/* Does any section of the page show an answer of theirs to a measure? */
bool person_has_answers(const struct person_page *page);
/* "1 note", "1,204 notes". */
const char *person_counted(struct arena *arena, size_t count, const char *one, const char *many);
/* How many looks there were in the last six months, and a number of looks in words. */
size_t person_looks(const struct person_page *page);
const char *person_looks_words(struct arena *arena, size_t count);

/* Answers that should not wait, with the help that is near, whatever measures and time the sections
 * show. */
void person_flags(struct person_page *page, struct value model);
void person_goals(struct person_page *page, struct value section);
void person_words(struct person_page *page, const struct section *section, struct value model);
void person_ties(struct person_page *page, struct value section);
void person_questions(struct person_page *page, struct value section);
/* `model` is the whole page: its foot names what the figures rest on. */
void person_scores(struct person_page *page, const struct section *section, struct value model,
                   struct value into);
/* Items of instruments as they were answered. */
void person_answers(struct person_page *page, const struct section *section, struct value into);
/* What was said in words beside this item, or NULL. */
const struct stored_answer_words *
person_said(const struct person_page *page, const struct stored_administration *given, size_t item);
void person_findings(struct person_page *page, const struct section *section, struct value model);
/* What went on between them and services, drawn over the days. */
void person_strip(struct person_page *page, struct value section);
void person_limits(struct person_page *page, struct value model);
void person_record(struct person_page *page, struct value model);

/* One thing that services did, and what it rests on. */
void told_finding(struct arena *arena, const struct derived_finding *finding,
                  const struct stored_event *events, size_t event_count, struct value section);

#endif
