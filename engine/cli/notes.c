/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts where a field is absent, and what it is refused for besides a wrong type. Beside the
 * tables that check, because that is said by the readers of each field. A test finds the field of
 * every row. */
#include "cli/contract.h"

#define INSTRUMENT "instrument"
#define LICENCE "instrument.licence.wording"
#define ANSWERS "instrument.answers"
#define ITEM "instrument.items"
#define SCALE "instrument.scales"
#define LOOKUP "instrument.scales.lookup"
#define WOBBLE "instrument.scales.wobble"
#define INDICATOR "indicator"
#define SETTING "indicator.settings"
#define AT "indicator.at"
#define LOOK "indicator.before"
#define INTAKE "intake"
#define CELL "intake.gives"
#define REPORT "report"
#define SECTION "report.sections"

const struct field_note field_notes[] = {
    {INSTRUMENT, "title", NULL, "it says something of people that a service should say of itself"},
    {INSTRUMENT, "version", NULL, "another file had this version when answers were given"},
    {INSTRUMENT, "examples", NULL, "one fails, or one that is needed is missing"},
    {INSTRUMENT, "licence", "nothing is allowed", NULL},
    {INSTRUMENT, "recall", "no stretch of time", NULL},
    {INSTRUMENT, "about", "person", "neither person nor area"},
    {INSTRUMENT, "seats", NULL, "it is about a person; missing where it is about an area"},
    {INSTRUMENT, "raters", "person", "not one of the words for who may answer"},
    {INSTRUMENT, "items", NULL, "an id stands twice"},
    {INSTRUMENT, "taken_from", NULL, "it is the file's own id"},
    {INSTRUMENT, "scales", "answers only", "the scoring may not ship"},
    {INSTRUMENT, "bridges", NULL, "to the file's own version; a scale is none of the file"},
    {LICENCE, "ship", "false", NULL},
    {LICENCE, "unaltered", "false", NULL},
    {ANSWERS, "from", "1", NULL},
    {ANSWERS, "to", NULL, "there are labels"},
    {ANSWERS, "step", "1", "there are labels"},
    {ANSWERS, "unit", NULL, "there are labels"},
    {ANSWERS, "codes", "counting up from `from`", "another number than labels; one twice"},
    {ANSWERS, "points", "the code", "another number than options"},
    {ANSWERS, "unordered", "false", NULL},
    {ANSWERS, "choose", "one", NULL},
    {ANSWERS, "missing", NULL, "the code is also an option"},
    {ITEM, "text", NULL, "licence.wording.ship is not true"},
    {ITEM, "points", "those of its answers", NULL},
    {ITEM, "flag", "no flag", "it is no code of the item"},
    {ITEM, "own", "false", NULL},
    {ITEM, "repeats", NULL, "it is not the last item, or a second one"},
    {ITEM, "weight", "no weights", "there is no `repeats`"},
    {ITEM, "seats", "all", "one is not a seat of the file"},
    {SCALE, "id", NULL, "it is an item's, and the scale is not that item as it stands"},
    {SCALE, "items", "all items",
     "an id is unknown; `-` stands before one that cannot be turned round"},
    {SCALE, "points", "the items'", "another number than options"},
    {SCALE, "unanswered", "0", "as many as items"},
    {SCALE, "fill", NULL,
     "with a mean; missing where a sum may lack answers, and the other way round"},
    {SCALE, "total", "sum", NULL},
    {SCALE, "times", "1", "0"},
    {SCALE, "plus", "0", NULL},
    {SCALE, "graded", NULL,
     "the total is not eap; missing where it is; thresholds do not rise, or are of the wrong "
     "number"},
    {SCALE, "score", NULL, "with what it stands for, or with points of the scale or `-id`"},
    {SCALE, "needs", NULL, "there is no `score`"},
    {SCALE, "values", NULL, "there is no `score`"},
    {SCALE, "range", "worked out", "missing where `score` gives a number; with `values`"},
    {SCALE, "better", "neither", "there are `values`"},
    {SCALE, "variant", NULL, "it is no other scale of the file"},
    {SCALE, "digits", "0 for whole numbers, else 2", "over 6"},
    {SCALE, "own_view", "true", NULL},
    {SCALE, "bands", NULL, "edges do not rise, or do not begin at the lowest value"},
    {LOOKUP, "from", NULL,
     "another number of values than totals; beside steps; missing before a run of values"},
    {LOOKUP, "file", NULL,
     "it is not called so; with values of its own; a row or a header is wrong"},
    {LOOKUP, "sha256", NULL, "the file is another; missing where `obtain` is, too"},
    {LOOKUP, "obtain", NULL, "with `sha256`"},
    {LOOKUP, "age", "all ages", "it is no span of years"},
    {LOOKUP, "mode", "all modes", "one is no mode"},
    {LOOKUP, "sex", "both", NULL},
    {WOBBLE, "sem", NULL, "with another measure beside it"},
    {WOBBLE, "change", NULL, "with another measure beside it"},
    {WOBBLE, "se", NULL,
     "with another measure beside it; it does not hold every total; one is not above 0; a function "
     "or a profile scores the scale"},
    {INDICATOR, "title", NULL, "it says something of people that a service should say of itself"},
    {INDICATOR, "version", NULL, "another file had this version when findings were kept"},
    {INDICATOR, "examples", NULL, "one fails, or one that is needed is missing"},
    {INDICATOR, "asks", NULL, "there is no question mark"},
    {INDICATOR, "tell", NULL,
     "it says `because`, speaks of the person's failing, or cannot be filled in"},
    {INDICATOR, "mirrors", "failure demand", "no other indicator has this id"},
    {INDICATOR, "class", "no class", "the field is free text or has several values; with `ways`"},
    {INDICATOR, "ways", "one way, without a class",
     "there is only one; a name stands twice; one that always holds is not the last"},
    {INDICATOR, "measures", "people",
     "neither `days` nor `rate`; `days` without exactly one `after`; with `gather`"},
    {INDICATOR, "at_risk", "anywhere", "anything but `community`"},
    {SETTING, "from", "no lower end", "the value is below it"},
    {SETTING, "to", "no upper end", "the value is above it"},
    {AT, "first", "every one that fits", "no field of an event has that name"},
    {"indicator.is", "edge", NULL, "always: it says where the intervals of a pattern stand"},
    {AT, "spell", "each event is one", "neither whole days nor days and a field"},
    {AT, "edge", "where it begins", "anything but `end`"},
    {LOOK, "spell", "each event is one",
     "neither whole days nor days and a field; with `next` or `recorded`"},
    {LOOK, "edge", "where it begins", "anything but `end`"},
    {LOOK, "first", "every one that fits", "no field of an event has that name"},
    {LOOK, "within", "to the end of what is observed", "no setting has that name"},
    {LOOK, "least", "1", NULL},
    {LOOK, "same_day", "false", NULL},
    {LOOK, "next", "false", NULL},
    {INTAKE, "examples", NULL, "one fails, or lacks a column that is named"},
    {INTAKE, "gives", NULL, "a field or a code is not ours"},
    {INTAKE, "no_answer", "an empty cell is missing", NULL},
    {INTAKE, "separator", ",", "it is more than one character"},
    {INTAKE, "encoding", "utf-8", "nobody knows it"},
    {CELL, "between", "a space", "it is no text"},
    {CELL, "as", "the cell as it stands, or an ISO date", "the field cannot be read so"},
    {CELL, "words", "the cell as it stands", "a word is not ours, or the field is in own words"},
    {CELL, "other", "the row is set aside", NULL},
    {REPORT, "period", "all for a person, else quarter", NULL},
    {REPORT, "template", "ID.html", "it is neither beside the file nor the engine's"},
    {REPORT, "sections", NULL, "one that its reader has a right to is missing"},
    {REPORT, "examples", NULL, "none with few people, or none with many"},
    {SECTION, "asks", NULL, "there is no question mark"},
    {SECTION, "shows", NULL, "it is not for this reader"},
    {SECTION, "of", NULL, "no such scale or indicator"},
    {SECTION, "by", NULL, "figures are not broken down by it: workers, teams, scores"},
    {NULL, NULL, NULL, NULL}};
