/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator file may hold. */
#include "indicator/indicator_private.h"

/* clang-format off */
#define CONDITION(name)                                                                            \
    {#name, FIELD_TEXT, 0, "a condition: \"a b\", \"not a b\", \"any\", \"none\"", NULL},
#define EDGE "`end`: an interval stands where it ends"
#define COLUMN_CONDITION(name, type, codes)                                                        \
    {#name, FIELD_TEXT, 0,                                                                         \
     EVENT_##name == EVENT_edge ? EDGE                                                             \
                                : "a condition: \"a b\", \"not a b\", \"any\", \"none\"", NULL},
#define CONDITIONS                                                                                 \
    EVENT_COLUMNS(COLUMN_CONDITION)                                                                \
    CONDITION(service_type) CONDITION(ring) CONDITION(service_purpose) CONDITION(stated_days)      \
    CONDITION(access_mode) CONDITION(preferred)
#define PATTERN_FIELDS                                                                             \
    CONDITIONS                                                                                     \
    {"first", FIELD_ID, 0, "only the first that fits in each of this field: thread, matter", NULL},     \
    {"spell", FIELD_ANY, 0,                                                                        \
     "events with at most so many days between are one; or {days, field kept apart}", NULL},
#define END {NULL, FIELD_ANY, 0, NULL, NULL}
/* clang-format on */

static const struct field condition_fields[] = {CONDITIONS END};
static const struct field pattern_fields[] = {PATTERN_FIELDS END};
static const struct field look_fields[] = {
    /* clang-format off */
    PATTERN_FIELDS
    {"within", FIELD_ANY, 0, "days from the anchor, both ends included, or a setting", NULL},
    /* clang-format on */
    {"same", FIELD_TEXT, 0, "these agree with the anchor's", NULL},
    {"differs", FIELD_TEXT, 0, "these are recorded and differ from the anchor's", NULL},
    {"least", FIELD_WHOLE, 0, "at least so many; 0 decides nothing and is only told", NULL},
    {"same_day", FIELD_YES_NO, 0, "the same day counts even when the order is not known", NULL},
    {"recorded", FIELD_TEXT, 0, "an event in which one of these is not recorded possibly fits",
     NULL},
    {"next", FIELD_YES_NO, 0, "the conditions must hold of the very next event of these kinds",
     NULL},
    {"otherwise", FIELD_ID, 0, "the class of an anchor that is not found because of this look",
     NULL},
    END};

const struct field_set indicator_condition_fields = {"an event", condition_fields, false, NULL};
const struct field_set indicator_pattern_fields = {"an event", pattern_fields, true, NULL};
const struct field_set indicator_look_fields = {"an event", look_fields, true, NULL};

static const struct field way_fields[] = {
    {"name", FIELD_ID, FIELD_NEEDED, "the class of what is found in this way", NULL},
    {"is", FIELD_TABLE, 0, "must also be so of the anchor", &indicator_condition_fields},
    {"before", FIELD_ANY, 0, "must be there before the anchor", &indicator_look_fields},
    {"after", FIELD_ANY, 0, "must be there after the anchor", &indicator_look_fields},
    {"not_before", FIELD_ANY, 0, "must not be there before the anchor", &indicator_look_fields},
    {"not_after", FIELD_ANY, 0, "must not be there after the anchor", &indicator_look_fields},
    END};
const struct field_set indicator_way_fields = {"a way", way_fields, false, NULL};

static const struct field example_fields[] = {
    {"finds", FIELD_ANY, FIELD_NEEDED, "how many are found, \"cannot tell\", or a list of findings",
     NULL},
    {"why", FIELD_TEXT, 0, "why it cannot be told", NULL},
    {"from", FIELD_DATE, 0, "the first observed day", NULL},
    {"as_of", FIELD_DATE, 0, "the last observed day", NULL},
    {"collects", FIELD_WORDS, 0, "the only kinds of event that are collected", NULL},
    {"with", FIELD_MAP, 0, "other values of settings", NULL},
    END};
const struct field_set indicator_example_fields = {"an example", example_fields, true, NULL};

static const struct field setting_fields[] = {
    {"from", FIELD_NUMBER, 0, "the lowest value a report may give it", NULL},
    {"to", FIELD_NUMBER, 0, "the highest value a report may give it", NULL},
    {"means", FIELD_TEXT, FIELD_NEEDED, "what it is, in words, printed beside its value", NULL},
    END};
static const struct field_set setting_set = {"a setting", setting_fields, true, NULL};

static const struct field fields[] = {
    FIELDS_OF_EVERY_KIND,
    {"source", FIELD_TEXT, FIELD_NEEDED, "where the rule was published; `this project` if ours",
     NULL},
    {"mislead", FIELD_TEXT, FIELD_NEEDED, "how the number may mislead; printed wherever it is",
     NULL},
    {"licence", FIELD_TEXT, 0, "the SPDX name of this file's own licence", NULL},
    {"asks", FIELD_TEXT, FIELD_NEEDED, "the question it helps people talk about", NULL},
    {"tell", FIELD_TEXT, FIELD_NEEDED, "one sentence for one finding; the service is its subject",
     NULL},
    {"mirrors", FIELD_ID, 0, "the indicator that this good thing is printed beside", NULL},
    {"settings", FIELD_MAP, 0, "numbers that a report may change, always printed", &setting_set},
    {"at", FIELD_ANY, 0, "the anchors: every event that fits (any of) these",
     &indicator_pattern_fields},
    {"is", FIELD_TABLE, 0, "must also be so of the anchor; not recorded means cannot tell",
     &indicator_condition_fields},
    {"before", FIELD_ANY, 0, "must be there before the anchor", &indicator_look_fields},
    {"after", FIELD_ANY, 0, "must be there after the anchor", &indicator_look_fields},
    {"not_before", FIELD_ANY, 0, "must not be there before the anchor", &indicator_look_fields},
    {"not_after", FIELD_ANY, 0, "must not be there after the anchor", &indicator_look_fields},
    {"gather", FIELD_ID, 0,
     "findings alike in this field are one while each leads on to the next, with a count", NULL},
    {"class", FIELD_ID, 0, "the field of the anchor whose code is the class", NULL},
    {"ways", FIELD_LIST, 0, "alternatives; the first that holds names the class",
     &indicator_way_fields},
    {"measures", FIELD_TEXT, 0, "`days` until what comes after; `rate` in 100 days at risk", NULL},
    {"at_risk", FIELD_TEXT, 0, "`community`: days in an institution are not observed days", NULL},
    {"reads", FIELD_TEXT, 0, "the only kinds of event that `find` sees", NULL},
    {"find", FIELD_FUNCTION, 0, "the open form: a function that goes through the timeline", NULL},
    END};

const struct field_set indicator_fields = {"an indicator", fields, false, NULL};
