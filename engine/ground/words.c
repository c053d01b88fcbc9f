/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/words.h"

#include <string.h>

#include "ground/text.h"

const char no_answer_token[NO_ANSWER_KINDS] = {'-', 'd', 'u', 'n', 'x', 'w'};
const char *const no_answer_word[NO_ANSWER_KINDS] = {"missing",   "declined",       "unknown",
                                                     "not_asked", "not_applicable", "withheld"};

const struct column event_column[EVENT_COLUMN_COUNT] = {
#define X(name, type, codes) {#name, type, codes},
    EVENT_COLUMNS(X)
#undef X
};

enum event_column event_column_of(const char *name)
{
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (strcmp(event_column[i].name, name) == 0)
            return (enum event_column)i;
    return EVENT_COLUMN_COUNT;
}

const char *const event_kind[] = {"request",
                                  "contact",
                                  "referral",
                                  "referral_decision",
                                  "refusal",
                                  "assessment",
                                  "history_taken",
                                  "appointment",
                                  "plan",
                                  "episode_start",
                                  "episode_end",
                                  "episode_pause",
                                  "episode_resume",
                                  "crisis",
                                  "punitive",
                                  "enforcement",
                                  "complaint",
                                  "complaint_step",
                                  "accommodation",
                                  "institution",
                                  "network_tie",
                                  "community_action",
                                  "personal_budget",
                                  "advocacy",
                                  "challenge",
                                  "goal",
                                  "milestone",
                                  "tailored_change",
                                  "codesign_session",
                                  "reflective_session",
                                  "listening",
                                  "benefit_change",
                                  "income_shock",
                                  "death",
                                  "moved_away",
                                  "consent_change",
                                  "not_observed"};
const size_t event_kind_count = sizeof event_kind / sizeof *event_kind;

bool event_kind_is(const char *name)
{
    for (size_t i = 0; i < event_kind_count; i++)
        if (strcmp(event_kind[i], name) == 0)
            return true;
    return false;
}

const struct column person_column[] = {
    {"born", COLUMN_DATE, NULL}, /* or a year */
    {"since", COLUMN_DATE, NULL},
    {"until", COLUMN_DATE, NULL},
    {"shares", COLUMN_CODE, "yes no"},
    {"sex", COLUMN_CODE, NULL},
    {"contact_preference", COLUMN_CODES, "in_person phone text email letter video"},
    {"asserted_by", COLUMN_CODE, "person proxy observed"},
    {"ethnic_group", COLUMN_CODES, NULL},
    {"gender_identity", COLUMN_CODES, NULL},
    {"trans_history", COLUMN_CODES, NULL},
    {"disability", COLUMN_CODES, NULL},
    {"impairment", COLUMN_CODES, NULL},
    {"barriers", COLUMN_CODES, NULL},
    {"religion_or_belief", COLUMN_CODES, NULL},
    {"sexual_orientation", COLUMN_CODES, NULL},
    {"marital_status", COLUMN_CODES, NULL},
    {"pregnancy", COLUMN_CODES, NULL},
    {"caring", COLUMN_CODES, NULL},
    {"income_strain", COLUMN_CODES, NULL},
    {"housing", COLUMN_CODES, NULL},
    {"migration", COLUMN_CODES, NULL},
    {"main_language", COLUMN_CODES, NULL},
    {"interpreter", COLUMN_CODES, NULL},
    {"care_experience", COLUMN_CODES, NULL},
    {"armed_forces", COLUMN_CODES, NULL},
    {"prison_history", COLUMN_CODES, NULL},
    {"digital_access", COLUMN_CODES, NULL},
    {"imd_decile", COLUMN_WHOLE, NULL},
    {"unfair_treatment", COLUMN_CODES, NULL},
    {"called", COLUMN_WORDS, NULL}, /* what they like to be called */
};
const size_t person_column_count = sizeof person_column / sizeof *person_column;

static const struct column goal_column[] = {
    {"date", COLUMN_DATE, NULL},
    {"goal", COLUMN_CODE, NULL},
    {"instrument", COLUMN_KEY, NULL},
    {"time", COLUMN_TIME, NULL},
    {"by", COLUMN_CODE, raters},
    {"words", COLUMN_WORDS, NULL},
    {"rating", COLUMN_KEY, NULL}, /* a number, or a kind of no answer */
    {"status", COLUMN_CODE, "active on_hold reached changed let_go"},
    {"weight", COLUMN_KEY, NULL}, /* a number */
    {"mode", COLUMN_CODE, modes},
    {"version", COLUMN_KEY, NULL},
    {"reason", COLUMN_CODE, barriers},
    {"pace_felt", COLUMN_CODE, "too_fast right too_slow"},
};
static const struct column note_column[] = {
    {"id", COLUMN_KEY, NULL},
    {"date", COLUMN_DATE, NULL},
    {"words", COLUMN_WORDS, NULL},
    {"time", COLUMN_TIME, NULL},
    {"about", COLUMN_CODE, "note strength"},
};
static const struct column consent_column[] = {
    {"date", COLUMN_DATE, NULL},
    {"purpose", COLUMN_CODE, "coaching learning research quotes"},
    {"given", COLUMN_CODE, "yes no"},
    {"until", COLUMN_DATE, NULL},
};
static const struct column service_column[] = {
    {"service", COLUMN_KEY, NULL},       {"type", COLUMN_CODE, NULL},
    {"title", COLUMN_KEY, NULL},         {"org", COLUMN_KEY, NULL},
    {"ring", COLUMN_CODE, NULL},         {"purpose", COLUMN_CODE, NULL},
    {"stated_days", COLUMN_WHOLE, NULL}, {"access_mode", COLUMN_CODE, NULL},
};
static const struct column area_column[] = {
    {"area", COLUMN_KEY, NULL},
    {"within", COLUMN_KEY, NULL},
};
static const struct column collects_column[] = {
    {"area", COLUMN_KEY, NULL},          {"kind", COLUMN_CODE, NULL},
    {"since", COLUMN_DATE, NULL},        {"subtype", COLUMN_CODE, NULL},
    {"service_type", COLUMN_CODE, NULL}, {"until", COLUMN_DATE, NULL},
};

#define COLUMNS(list) list, sizeof(list) / sizeof *(list)
const struct row_columns row_columns[ROW_KINDS] = {
    [ROW_GOAL] = {"goal", "goals", true, "date goal", 5, COLUMNS(goal_column)},
    [ROW_NOTE] = {"note", "notes", true, "date words", 1, COLUMNS(note_column)},
    [ROW_CONSENT] = {"consent", "consents", true, "date purpose given", 2, COLUMNS(consent_column)},
    [ROW_SERVICE] = {"service", "services", false, "service type", 1, COLUMNS(service_column)},
    [ROW_AREA] = {"area", "areas", false, "area", 1, COLUMNS(area_column)},
    [ROW_COLLECTS] = {"collects", "collects", false, "area kind since", 5,
                      COLUMNS(collects_column)},
};

const char raters[] = "person proxy coach worker together family_or_friend observer group";
const char modes[] = "unknown self screen assisted interview telephone video";

bool column_takes(const struct column *column, const char *word)
{
    return column->codes ? text_has_word(column->codes, word) : text_is_code(word);
}
