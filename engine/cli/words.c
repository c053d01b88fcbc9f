/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the contract that are no fields: what things are, how they are written, why there is no
 * score and why something cannot be told. Codes and columns have their own lists in ground. */
#include "cli/contract.h"

#define THING "a word of this engine"
#define NOTATION "a way of writing"
#define COLUMN "a column of our files"
#define NO_ANSWER "a kind of no answer"
#define REASON "a reason why there is no score"
#define STATE "a state of a finding"
#define WHY "a reason why something cannot be told"
#define BASIS "what a finding rests on"

const struct contract_word contract_words[] = {
    {"person", THING, "someone whose life it is; known by a reference"},
    {"area", THING, "a place, or a part of one"},
    {"instrument", THING, "a set of questions with a published way of scoring"},
    {"item", THING, "one question; its id is stable for ever"},
    {"answer", THING, "what was chosen, as a code; or one of the kinds of no answer"},
    {"administration", THING, "one filling-in of one instrument by or about one person on one day"},
    {"scale", THING, "something the instrument measures"},
    {"score", THING, "a scale's value for one administration, or the reason there is none"},
    {"event", THING, "something dated that happened between a person and a service"},
    {"timeline", THING, "a person's events and administrations in date order"},
    {"indicator", THING, "a rule that notices something in a timeline"},
    {"anchor", THING, "an event that an indicator asks about: what came before it, what after"},
    {"look", THING, "what an indicator asks of the events before or after an anchor"},
    {"pattern", THING, "the kinds of event that fit, and what must be so of their fields"},
    {"finding", THING, "one thing noticed: when, resting on which events, told in a sentence"},
    {"figure", THING, "a number about several people, with how many, how sure and from what"},
    {"release", THING, "the set of figures that a report made public"},
    {"intake", THING, "what the columns and codes of somebody else's file mean in our words"},
    {"report", THING, "which questions are asked, and what is shown to help with them"},
    {"cell", THING, "one value of a row of a file; in an intake, which columns it is read from"},
    {"id", NOTATION, "small letters, digits and _, beginning with a letter, at most 40"},
    {"ids", NOTATION, "ids with spaces between; q1..q9 counts up, -q3 is turned round in a scale"},
    {"codes", NOTATION, "code words with spaces between, read as any of these"},
    {"steps", NOTATION, "pairs of from here up and this, rising: { {0, \"low\"}, {16, \"high\"} }"},
    {"span", NOTATION, "{ 18, 61 }, both ends included; { 62 } has no upper end"},
    {"tokens", NOTATION,
     "the answers of one administration in the order of the items: 3 3 3 - 3 3 3. `0{9}` is nine "
     "times 0, `+` that words were given, `home:1@3` a goal called home at level 1 with weight 3"},
    {"goal", NOTATION,
     "home:1, a name and a level; home:1@3 with a weight. Goals come last, any number of them, in "
     "one "
     "cell parted by ;"},
    {"condition", NOTATION,
     "of a field: \"a b\" is a or b, \"not a b\" neither or not recorded, \"any\" recorded, "
     "\"none\" not recorded"},
    {"person", COLUMN, "the reference that a person is known by"},
    {"date", COLUMN, "the day, as 2024-03-31; in answers also an order, #2"},
    {"instrument", COLUMN, "in answers: the id of the instrument"},
    {"item", COLUMN, "in answers: the id of the item"},
    {"answer", COLUMN, "in answers: the code, or a kind of no answer"},
    {"mode", COLUMN, "in answers: how it was asked"},
    {"by", COLUMN, "in answers: who answered"},
    {"version", COLUMN, "in answers: the version of the instrument"},
    {"words", COLUMN, "in answers: what was said in words to an item that asks for them"},
    {"form", COLUMN, "in answers: the printed editions that were filled in, parted by spaces or ;"},
    {"edition", COLUMN, "in answers: the printed version, as the source calls it; never scored"},
    {"seat", COLUMN, "in answers about an area: who answers, one of the instrument's `seats`"},
    {"group", COLUMN, "in answers about an area: how many answered together"},
    {"sheet", COLUMN, "in answers about an area: tells apart two who answered on one day"},
    {"kind", COLUMN, "in events: what happened; plugins/README.md has the kinds"},
    {"id", COLUMN, "the source's own key: other fields under it later are a correction"},
    {"missing", NO_ANSWER, "left empty; the token is -"},
    {"declined", NO_ANSWER, "the person would rather not say; the token is d"},
    {"unknown", NO_ANSWER, "the person does not know; the token is u"},
    {"not_asked", NO_ANSWER, "the question was not put; the token is n"},
    {"not_applicable", NO_ANSWER, "the question does not apply; the token is x"},
    {"withheld", NO_ANSWER, "the person took it back; the token is w"},
    {"6 of 7 answered", REASON, "more questions lack an answer than the published rule allows"},
    {"nothing answered", REASON, "no question of the scale was answered"},
    {"no goals", REASON, "the person has named no goals"},
    {"too many goals", REASON, "more goals than the instrument asks for were rated that day"},
    {"total is not whole", REASON, "the published table has whole totals only"},
    {"the table is not here", REASON,
     "the published table is one that an organisation brings itself; `alongside explain` of the "
     "instrument says where it is got"},
    {"no table for age 17", REASON,
     "the published tables are for other ages; so too for a mode or a sex that none is for"},
    {"answered by a proxy", REASON,
     "somebody answered whose answers the instrument does not score"},
    {"age not known", REASON,
     "no birth is recorded, or only a year of birth that leaves two ages open between which the "
     "score differs"},
    {"sex not known", REASON, "the published way of scoring differs by sex, and none is recorded"},
    {"plugin_failed", REASON, "the plugin's own function went wrong; everything else stands"},
    {"found", STATE, "everything that the indicator asks surely holds"},
    {"not_found", STATE, "something that it asks surely does not hold"},
    {"cannot_tell", STATE, "what is recorded does not decide it; `why` says what is lacking"},
    {"followup_short", WHY, "observation ended before the days to look at were over"},
    {"gap", WHY, "some of the days to look at were not observed"},
    {"kind_not_collected", WHY, "nobody collects that kind of event here"},
    {"not_recorded", WHY, "a field that decides was left empty"},
    {"date_not_exact", WHY, "a date is known only as a month, a quarter or a year"},
    {"order_unknown", WHY, "which of two came first is not recorded"},
    {"still_waiting", WHY, "it has begun and has not ended"},
    {"declined", WHY, "the person would rather not say"},
    {"no_anchor", WHY, "nothing happened that could be asked about, and that is not sure either"},
    {"person_says", BASIS, "the person said so"},
    {"recorded_link", BASIS, "a recorded link or thread joins the events"},
    {"code_match", BASIS, "the events have the same code, such as the same need"},
    {"time_order_only", BASIS, "nothing but one coming after the other"},
    {NULL, NULL, NULL}};
