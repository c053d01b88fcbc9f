/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an instrument's file: they check it, feed `explain`, and are held equal to the
 * documentation. */
#include <string.h>

#include "instrument/loader.h"

static const struct field recall_list[] = {
    {"days", FIELD_WHOLE, 0, "how long that is; answers closer together get a warning", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set recall_fields = {"recall", recall_list, true, NULL};

static const struct field part_list[] = {
    {"ship", FIELD_YES_NO, 0, "may be in the repository", NULL},
    {"terms", FIELD_TEXT, FIELD_NEEDED, "under what condition", NULL},
    {"holder", FIELD_TEXT, 0, "whose it is", NULL},
    {"url", FIELD_TEXT, 0, "where it says so", NULL},
    {"checked", FIELD_DATE, 0, "when that was read", NULL},
    {"notice", FIELD_TEXT, 0, "a line printed wherever the wording is", NULL},
    {"unaltered", FIELD_YES_NO, 0, "no rewording, no reordering", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set part_fields = {"a part of a licence", part_list, false, NULL};

static const struct field licence_list[] = {
    {"wording", FIELD_TABLE, 0, "of the questions' words", &part_fields},
    {"scoring", FIELD_TABLE, 0, "of the way of scoring", &part_fields},
    {"file", FIELD_TEXT, 0, "SPDX name of this file's own licence", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set licence_fields = {"a licence", licence_list, false, NULL};

static const struct field answers_list[] = {
    {"from", FIELD_NUMBER, 0, "code of the first label, or lowest number", NULL},
    {"to", FIELD_NUMBER, 0, "highest number; absent: no upper end", NULL},
    {"step", FIELD_NUMBER, 0, "the steps allowed", NULL},
    {"unit", FIELD_TEXT, 0, "of a number: minutes, units", NULL},
    {"codes", FIELD_LIST, 0, "the codes as printed, one a label", NULL},
    {"points", FIELD_ANY, 0, "what each option is worth", NULL},
    {"unordered", FIELD_YES_NO, 0, "names, not a ladder", NULL},
    {"choose", FIELD_TEXT, FIELD_LATER, "one, many or rank", NULL},
    {"d", FIELD_ANY, 0, "a printed option that means declined", NULL},
    {"u", FIELD_ANY, 0, "a printed option that means does not know", NULL},
    {"n", FIELD_ANY, 0, "a printed option that means not asked", NULL},
    {"x", FIELD_ANY, 0, "a printed option that means does not apply", NULL},
    {"missing", FIELD_ANY, 0, "a printed option that means missing", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set answers_fields = {"answers", answers_list, true, NULL};

static const char *item_hint(const char *key)
{
    return strcmp(key, "reverse") == 0 || strcmp(key, "reversed") == 0
               ? "An item is turned round where it is counted: write `-` before its id in a "
                 "scale's `items`"
               : NULL;
}

static const struct field item_list[] = {
    {"id", FIELD_ID, FIELD_NEEDED, "what the item is called, by what it says", NULL},
    {"about", FIELD_TEXT, 0, "our paraphrase", NULL},
    {"text", FIELD_TEXT, 0, "the wording, where it may ship", NULL},
    {"answers", FIELD_ANY, 0, "what may be answered; absent: as the file's", &answers_fields},
    {"points", FIELD_ANY, 0, "what each option is worth", NULL},
    {"flag", FIELD_NUMBER, 0, "an answer this high is brought to the person at once", NULL},
    {"own", FIELD_YES_NO, 0, "the person words it", NULL},
    {"repeats", FIELD_LIST, 0, "a list of goals, so many of them: { 1, 3 }", NULL},
    {"weight", FIELD_LIST, 0, "goals may carry weights from, to: { 0, 9 }", NULL},
    {"seats", FIELD_WORDS, 0, "asked of these seats only", NULL},
    {"taken_from", FIELD_TEXT, FIELD_LATER, "answered elsewhere the same day", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set item_fields = {"an item", item_list, false, item_hint};

static const struct field form_list[] = {
    {"order", FIELD_IDS, 0, "the ids as printed", NULL},
    {"codes", FIELD_ANY, 0, "what this edition prints for the options, in the order of `answers`",
     NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set form_fields = {"a form", form_list, false, NULL};

static const struct field skip_list[] = {
    {"when", FIELD_MAP, FIELD_NEEDED,
     "what the answers must be: a code, a list of codes or a kind "
     "of no answer for each item named",
     NULL},
    {"items", FIELD_IDS, FIELD_NEEDED, "which items are then not asked", NULL},
    {"as", FIELD_NUMBER, 0, "the code they then count as; absent: they drop out", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set skip_fields = {"a skip", skip_list, false, NULL};

static const struct field lookup_list[] = {
    {"from", FIELD_ANY_WHOLE, 0, "the total that the first value belongs to", NULL},
    {"file", FIELD_TEXT, 0, "a table beside the plugin, called ID.NAME.csv", NULL},
    {"sha256", FIELD_TEXT, 0, "the hash of a table that ships", NULL},
    {"obtain", FIELD_TEXT, 0, "where an organisation gets the table", NULL},
    {"age", FIELD_LIST, 0, "for whom this table holds: { 18, 61 }, or { 62 } without an end", NULL},
    {"mode", FIELD_WORDS, 0, "for whom this table holds: any of these modes", NULL},
    {"sex", FIELD_TEXT, 0, "for whom this table holds", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set lookup_fields = {"a lookup", lookup_list, true, NULL};

static const struct field norm_list[] = {
    {"id", FIELD_ID, FIELD_NEEDED, "one id for all rows of a norm", NULL},
    {"sex", FIELD_TEXT, 0, "whom this row is for", NULL},
    {"age", FIELD_LIST, 0, "whom this row is for: { 18, 61 }, or { 62 } without an upper end",
     NULL},
    {"mode", FIELD_WORDS, 0, "how it was asked", NULL},
    {"of", FIELD_TEXT, FIELD_NEEDED, "whom it was measured on, in words", NULL},
    {"year", FIELD_TEXT, FIELD_NEEDED, "when it was measured", NULL},
    {"source", FIELD_TEXT, FIELD_NEEDED, "where it was published", NULL},
    {"mean", FIELD_NUMBER, 0, "their mean", NULL},
    {"sd", FIELD_NUMBER, 0, "their standard deviation", NULL},
    {"share", FIELD_NUMBER, FIELD_LATER, "the share of them in a band", NULL},
    {"band", FIELD_TEXT, FIELD_LATER, "the band of a share", NULL},
    {"n", FIELD_WHOLE, 0, "how many they were", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set norm_fields = {"a norm", norm_list, false, NULL};

static const struct field error_list[] = {
    {"from", FIELD_ANY_WHOLE, 0, "the total that the first value belongs to", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set error_fields = {"a table of standard errors", error_list, true, NULL};

static const struct field wobble_list[] = {
    {"sem", FIELD_NUMBER, 0, "standard error of measurement", NULL},
    {"change", FIELD_NUMBER, 0, "a published threshold: so much or more", NULL},
    {"sd", FIELD_NUMBER, 0, "standard deviation, with `r`", NULL},
    {"r", FIELD_NUMBER, 0, "reliability, with `sd`", NULL},
    {"r_of", FIELD_TEXT, 0, "which reliability", NULL},
    {"se", FIELD_TABLE, 0, "standard errors by total: a run from `from` on, or steps",
     &error_fields},
    {"source", FIELD_TEXT, FIELD_NEEDED, "where it was published", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set wobble_fields = {"a wobble", wobble_list, false, NULL};

static const struct field matters_list[] = {
    {"person", FIELD_NUMBER, 0, "smallest change that one person notices", NULL},
    {"group", FIELD_NUMBER, 0, "smallest change that matters for a group", NULL},
    {"source", FIELD_TEXT, FIELD_NEEDED, "where it was published", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set matters_fields = {"`matters`", matters_list, false, NULL};

static const struct field scale_list[] = {
    {"id", FIELD_ID, FIELD_NEEDED, "what the scale is called", NULL},
    {"title", FIELD_TEXT, FIELD_NEEDED, "the name that people read", NULL},
    {"items", FIELD_IDS, 0, "items and scales given before; `-id` turns an item round", NULL},
    {"points", FIELD_ANY, 0, "here the answers are worth this", NULL},
    {"unanswered", FIELD_WHOLE, 0, "so many items may lack an answer", NULL},
    {"fill", FIELD_ANY, 0, "what a missing answer counts: \"mean\" or a number", NULL},
    {"total", FIELD_TEXT, 0,
     "sum, mean, profile (the codes written together, for a table) or eap (by the model in "
     "`graded`)",
     NULL},
    {"times", FIELD_NUMBER, 0, "afterwards multiplied by", NULL},
    {"plus", FIELD_NUMBER, 0, "and then added", NULL},
    {"lookup", FIELD_TABLE, 0, "the published table from total to score", &lookup_fields},
    {"graded", FIELD_MAP, 0, "for each item { slope, threshold, … }", NULL},
    {"score", FIELD_FUNCTION, 0, "instead of total, times, plus, lookup and fill", NULL},
    {"needs", FIELD_WORDS, 0, "what the function is given besides answers: age sex mode by earlier",
     NULL},
    {"values", FIELD_LIST, 0, "the scale is a category with these values", NULL},
    {"range", FIELD_LIST, 0, "lowest and highest score", NULL},
    {"better", FIELD_TEXT, 0, "higher or lower, for reading a change in words", NULL},
    {"digits", FIELD_WHOLE, 0, "decimals, for printing only", NULL},
    {"variant", FIELD_ID, 0, "another way of scoring that scale", NULL},
    {"own_view", FIELD_YES_NO, 0, "on the person's own page", NULL},
    {"bands", FIELD_MAP, 0, "named sets of steps with their source", NULL},
    {"norms", FIELD_LIST, 0, "published values to set beside it", &norm_fields},
    {"wobble", FIELD_TABLE, 0, "how far a score moves when nothing has changed", &wobble_fields},
    {"matters", FIELD_TABLE, 0, "smallest change that people notice", &matters_fields},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set scale_fields = {"a scale", scale_list, false, NULL};

static const struct field bridge_list[] = {
    {"scales", FIELD_IDS, FIELD_NEEDED, "which scales mean the same as in that version", NULL},
    {"why", FIELD_TEXT, FIELD_NEEDED, "what is different, and why they mean the same", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
static const struct field_set bridge_fields = {"a bridge", bridge_list, false, NULL};

static const struct field instrument_list[] = {
    FIELDS_OF_EVERY_KIND,
    {"source", FIELD_TEXT, FIELD_NEEDED, "where the rule was published", NULL},
    {"mislead", FIELD_TEXT, 0, "how the number may mislead", NULL},
    {"licence", FIELD_TABLE, 0, "of the wording, the scoring and the file", &licence_fields},
    {"recall", FIELD_TABLE, 0, "what stretch of time it asks about", &recall_fields},
    {"content", FIELD_TEXT, 0, "said before it is filled in", NULL},
    {"about", FIELD_TEXT, 0, "person or area", NULL},
    {"seats", FIELD_LIST, 0, "who answers about an area: { id, title } each", NULL},
    {"raters", FIELD_WORDS, 0, "who may answer", NULL},
    {"answers", FIELD_ANY, 0, "for items that have none of their own", &answers_fields},
    {"items", FIELD_ANY, FIELD_NEEDED, "the questions, in the order of tokens", &item_fields},
    {"skips", FIELD_LIST, 0, "which items are not asked", &skip_fields},
    {"forms", FIELD_MAP, 0, "printed editions", &form_fields},
    {"taken_from", FIELD_ID, 0, "items of the same id come from that instrument", NULL},
    {"scales", FIELD_LIST, 0, "what it measures", &scale_fields},
    {"bridges", FIELD_MAP, 0, "by earlier version: scales that mean the same as in it",
     &bridge_fields},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set instrument_fields = {"an instrument", instrument_list, false, NULL};
