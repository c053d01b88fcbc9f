/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fixed sentence of a report, in one place, so that people can read them all and a test can.
 * The service is the subject; nothing congratulates, scolds or hurries; "after" and never
 * "because". */
#ifndef REPORT_SENTENCES_H
#define REPORT_SENTENCES_H

#include "report/sentences_own.h"

/* --- a person's page ----------------------------------------------------------------------------
 */

#define SAY_PERSON_KICKER "Your progress · %s"
#define SAY_PERSON_KICKER_NOTHING "Your progress"
#define SAY_PERSON_TITLE "%s’s page"
#define SAY_PERSON_LEAD                                                                            \
    "This page is yours. It shows what you answered and what services did, as far as it was "      \
    "written down."
#define SAY_PERSON_MADE                                                                            \
    "Made from what was known on %s. Made again from the same record, this page comes out the "    \
    "same."
#define SAY_REPORT_VERSION "Report %s, version %s."

/* What several answers to one measure say together. */
#define SAY_SCORES_NONE "“%s”: none of these answers could be scored"
#define SAY_SCORES "“%s”: you answered %s%s%s" /* how often, how many could be scored, when */
#define SAY_ONCE "once"
#define SAY_TWICE "twice"
#define SAY_TIMES "%zu times"
#define SAY_OF_THEM_SCORED "; %zu of them could be scored"
#define SAY_ON_ONE ", on %s"
#define SAY_ON_TWO ", on %s and on %s"
#define SAY_FROM_TO ", from %s to %s"
#define SAY_MOVED_ON "on %s" /* all on one day */
#define SAY_MOVED_BETWEEN "between %s and %s"
#define SAY_SAME_IN "in %s and %s" /* months */
#define SAY_SAME_ON "on %s and on %s"
#define SAY_ROSE "Your answers on “%s” rose by more than the measure’s wobble %s"
#define SAY_FELL "Your answers on “%s” fell by more than the measure’s wobble %s"
#define SAY_SAME "Your answers on “%s” were about the same %s, within the measure’s wobble"
#define SAY_LAST_SAME " Since %s: about the same as last time, within this measure’s wobble."
#define SAY_LAST_UP " Since %s: more than this measure’s wobble, up."
#define SAY_LAST_DOWN " Since %s: more than this measure’s wobble, down."
#define SAY_LAST_CANNOT_TELL " Since %s: cannot tell, as %s."
#define SAY_CANNOT_TELL " From the first to the latest: cannot tell whether it changed, as %s."
#define SAY_CANNOT_TELL_FEW                                                                        \
    " Cannot tell whether it changed, as fewer than three answers could be scored."

/* Why that is: "as …". */
#define SAY_CANNOT_NO_WOBBLE "no wobble of this measure has been published that we know of"
#define SAY_CANNOT_VERSION "the questions were of different versions"
#define SAY_CANNOT_ORDER "only the order of the answers is known, and not how far apart they were"
#define SAY_CANNOT_TAKEN "one was asked by itself, and the other as part of %s"
#define SAY_CANNOT_MODE "they were asked in different ways: %s, and %s"
#define SAY_CANNOT_ITEMS "not the same questions were asked both times"
#define SAY_CANNOT_WORDING "you put it in other words"
#define SAY_CANNOT_UNWORDED "your words for it were not written down both times"
#define SAY_CANNOT_GOALS "no goal was rated both times"
#define SAY_CANNOT_END "an answer is at the end of the measure, which cannot show what lies beyond"

#define SAY_MODE_SELF "on paper"
#define SAY_MODE_SCREEN "on a screen"
#define SAY_MODE_ASSISTED "read out by somebody"
#define SAY_MODE_INTERVIEW "in an interview"
#define SAY_MODE_TELEPHONE "by telephone"
#define SAY_MODE_VIDEO "by video"
#define SAY_TIME "time %d"
#define SAY_SCALE_RECALL "%s, about %s; scored from %s to %s."
#define SAY_SCALE_RANGE "%s, scored from %s to %s."
#define SAY_DOT " A dot is one time you answered."
#define SAY_SCALE_WORDS "%s. It is a word and not a number, so there is no picture."
#define SAY_SOFT_BAR                                                                               \
    "How to read a soft bar. If you filled this in again the same week, the dot would land "       \
    "inside its bar about two times in three. When two bars do not touch, and both times you "     \
    "were asked the same questions in the same way, the change is more than wobble."
#define SAY_SOFT_BAR_OWN                                                                           \
    "How to read soft bars of different lengths. If you filled this in again the same week, the "  \
    "dot would land inside its bar about two times in three; at some places of the measure that "  \
    "can be told more closely than at others. Whether two answers differ by more than wobble is "  \
    "said in words."
#define SAY_NO_BAR                                                                                 \
    "For some measures only how many points between two answers are more than wobble was "         \
    "published: there is no soft bar then, and the words go by those points."
#define SAY_NO_WOBBLE                                                                              \
    "Where no wobble is known there is no soft bar, and the page draws no conclusion. You judge."
#define SAY_ONLY_TWO                                                                               \
    "Only your first and latest, and your latest two, are compared: comparing everything with "    \
    "everything would find changes that are not there."
#define SAY_AT_END                                                                                 \
    "An answer is at the end of the measure, which cannot show what lies beyond: the change may "  \
    "be larger."
#define SAY_GOALS_ONCE "Left out of that: %zu that were rated one of the two times only."
#define SAY_ANOTHER_VERSION                                                                        \
    "From %s on the questions are those of version %s, so the line begins anew."
#define SAY_ONLY_ORDER "Only the order of these answers is known, not their days."
#define SAY_SOME_ORDER                                                                             \
    "Of some answers only the order is known, not the day: they are in the table and not in the "  \
    "picture."
#define SAY_TAKEN_FROM                                                                             \
    "These questions are part of %s: whoever answered those has answered these as well."
#define SAY_HIGHER_BETTER "On this measure a higher number is meant to be better."
#define SAY_LOWER_BETTER "On this measure a lower number is meant to be better."
#define SAY_INSTRUMENT "%s, version %s. %s."
#define SAY_WOBBLE_SEM "Wobble of “%s”: %s points between two answers (SEM %s; %s)."
#define SAY_WOBBLE_OWN                                                                             \
    "Wobble of “%s”: each answer has a standard error of its own. Two answers differ by more " \
    "than "                                                                                        \
    "wobble where they lie further apart than 1.96 times the root of both, squared and added "     \
    "(%s)."
#define SAY_WOBBLE_CHANGE                                                                          \
    "Wobble of “%s”: %s points or more between two answers are more than wobble (%s)."
#define SAY_LOWEST "%s, lowest"
#define SAY_HIGHEST "%s, highest"
#define SAY_DESCRIBE_PINS ". Notes of yours that are pinned to their days: %zu"
#define SAY_TABLE_CAPTION "%s (%s to %s)"
#define SAY_TABLE_HEAD "Day|Score|Answered"
#define SAY_TABLE_HEAD_ORDER "Time|Score|Answered"
#define SAY_NOT_SCORED "not scored"
#define SAY_NO_ANSWER "no answer"
#define SAY_ANSWERED "%d of %d"
#define SAY_ANSWERED_WHY "%d of %d: %s"
#define SAY_COULD_BE "; what is missing could make it %s to %s"
#define SAY_NO_ANSWERS                                                                             \
    "No answers of yours to any questions are held here, and nothing is missing for that."
#define SAY_NO_ANSWERS_TO                                                                          \
    "No answers of yours to these questions are held here. Nothing is missing for that."
#define SAY_NO_ANSWERS_TIME                                                                        \
    "No answers of yours from this time to any questions are held here, and nothing is missing "   \
    "for that."
#define SAY_NO_ANSWERS_TO_TIME                                                                     \
    "No answers of yours from this time to these questions are held here. Nothing is missing for " \
    "that."

/* Answers as they were given. */
#define SAY_ANSWERS_ON "%s, on %s"
#define SAY_ANSWERS_TIME "%s, time %d"
#define SAY_ANSWERS_MODE "How it was asked: %s."
#define SAY_ANSWERS_CAPTION "Each question, and what you answered"
#define SAY_ANSWERS_HEAD "What was asked|What you answered"
#define SAY_ANSWER_WORDS "in your own words"
#define SAY_ANSWER_LOCKED "in your own words, which are locked with a key that is not here"

/* What others answered, beside a person’s own answers. */
#define SAY_REFERENCE_NONE                                                                         \
    "No published figure is here to stand beside it that is about people of your age and sex."
#define SAY_REFERENCE_ALIKE " They were asked as you were the last time: %s."
#define SAY_REFERENCE_OTHER_MODE                                                                   \
    " They were asked in another way (%s) than you the last time (%s): part of any difference is " \
    "that."
#define SAY_REFERENCE_YOUR_MODE                                                                    \
    " How they were asked: %s. How you were asked the last time is not written down."
#define SAY_REFERENCE_NO_MODE " How they were asked is not known."

/* Notes pinned to their days. */
#define SAY_PINS_TITLE "Your notes, pinned to their days"
#define SAY_PINS_EARLIER                                                                           \
    "These are your notes of the latest two years. From before there are %zu more: they are "      \
    "kept, and a page of an earlier period shows them."

/* What was noticed, and what it rests on. */
#define SAY_RESTS_ONE "Rests on 1 thing recorded, %s."
#define SAY_RESTS_FEW "Rests on %zu things recorded: %s."
#define SAY_RESTS_MANY "Rests on %zu things recorded, %s to %s."
#define SAY_RESTS_UNDATED "Rests on %zu things recorded."
#define SAY_BASIS_PERSON " You said so."
#define SAY_BASIS_LINK " Someone linked them as the same thing."
#define SAY_BASIS_CODE " They are recorded under the same need; nobody linked them."
#define SAY_BASIS_ORDER " Only the dates say so."
#define SAY_POSSIBLE " Not every date is exact, so it is possible and not certain."
#define SAY_NONE_FOUND                                                                             \
    "Nothing of this kind was found in what is shown here. What nobody wrote down cannot "         \
    "be found."
#define SAY_NONE_FOUND_TIME                                                                        \
    "Nothing of this kind was found in what is shown here from this time. What nobody "            \
    "wrote down cannot be found."
#define SAY_NOTHING_LOOKED_FOR "Nothing is looked for here."
#define SAY_FOUND_TITLE "What services did"
#define SAY_FOLDED "And %zu more"
#define SAY_UNTOLD_ONE "“%s”"
#define SAY_UNTOLD_TIMES " %zu times"
#define SAY_UNTOLD_WHY "%s (%s)"
#define SAY_MAY_HAVE                                                                               \
    "It may also have happened, but the days or their order are not known exactly enough to be "   \
    "sure: %s."
#define SAY_CANNOT_TELL_HERE "Some things cannot be told here. What was missing: %s."

/* What this page cannot tell. */
#define SAY_LIMIT_WHY "Why things changed. It knows what came after what."
#define SAY_LIMIT_UNWRITTEN                                                                        \
    "What nobody wrote down. Calls that were never answered are probably missing."
#define SAY_LIMIT_OTHERS "How you compare with anyone else. It never tries."
#define SAY_LIMIT_GAP "What happened from %s to %s: nothing could be seen in that time."
#define SAY_LIMIT_COLLECTED                                                                        \
    "%s: not all that it takes is collected where you are, so of some of it we cannot tell. That " \
    "is not zero."
#define SAY_LIMIT_UNSCORED                                                                         \
    "%s: %zu of %zu times could not be scored. The table there says why each time."
#define SAY_LIMIT_RATERS "What others answered about you: %s, kept apart and not shown here."
#define SAY_LIMIT_TIME "time"
#define SAY_LIMIT_TIMES "times"
#define SAY_LIMIT_ELSEWHERE                                                                        \
    "Your answers to %s, version %s: they are held, and this page does not show them."
#define SAY_LIMIT_UNREADABLE                                                                       \
    "Your answers to %s, version %s: the file that says how to read them cannot be read any more."
#define SAY_LIMIT_INEXACT "Exactly when: of %zu of the things recorded no exact day is known."

/* --- what is not known, in words (`why` of findings) ----------------------------------------- */

#define SAY_WHY_FOLLOWUP_SHORT "what is known ends too soon after it"
#define SAY_WHY_GAP "part of the time was not observed"
#define SAY_WHY_KIND_NOT_COLLECTED "not all that it takes is collected here"
#define SAY_WHY_NOT_RECORDED "something it rests on was not written down"
#define SAY_WHY_DATE_NOT_EXACT "a date is not known exactly enough"
#define SAY_WHY_ORDER_UNKNOWN "the order of two things on one day is not known"
#define SAY_WHY_STILL_WAITING "it was still going on"
#define SAY_WHY_DECLINED "an answer it rests on was declined"
#define SAY_WHY_NO_ANCHOR "nothing was written down that it could begin with"
#define SAY_WHY_PLUGIN_FAILED "the rule could not be worked out"

/* --- an area's report ---------------------------------------------------------------------------
 */

#define SAY_AREA_KICKER "%s · %s"
#define SAY_PERIOD_ALL "everything that is known"
#define SAY_AREA_LEAD                                                                              \
    "%s people let what happened to them be counted here, so that services can learn from it."
#define SAY_AREA_FEW                                                                               \
    "Fewer than 10 people who were here in this time have said yes to being counted: too few "     \
    "people to show anything. Nothing was counted for this page."
#define SAY_AREA_FEW_SECTION "There are too few people to show anything here."
#define SAY_AREA_CONSENT                                                                              \
    "Only people who said yes to it are counted, from the day they said yes, and anyone can take "    \
    "it back. A yes or a no is written in the column “shares” of a people file, or in a file of " \
    "consents, purpose learning."
#define SAY_METHOD_CONSENT                                                                          \
    "The column “shares” of the people file says it: yes counts from that day on, no takes it " \
    "back. Who never said yes is not in here."
#define SAY_AREA_KNOWN                                                                             \
    "Known on %s. Groups of fewer than 10 are never shown, and numbers are rounded to 5. Nobody "  \
    "can be found in it, and no worker, team or place can be judged with it."
#define SAY_AREA_MADE                                                                              \
    "Made from what was known on %s. This is the release of this report for this area and "        \
    "period: asked for again, it comes out the same."
#define SAY_AREA_MADE_FEW "Made from what was known on %s. It shows no figure, so it is no release."
#define SAY_NO_STORY "No story was shared for this part this time."

#define SAY_HIDDEN "fewer than 10, or protected"
#define SAY_GROUP_HIDDEN "too few of us here to show. That is itself a finding"
#define SAY_NONE_SEEN "none seen"
#define SAY_PEOPLE "%s people"
#define SAY_SOFT "· %s"
#define SAY_LIKELY "likely %d to %d in 10"
#define SAY_LIKELY_SAME "about %d in 10"

/* Who was heard. People whose answers could not be scored are no number of their own, which could
 * be few: they stand with those not heard from, and every such sentence says so. */
#define SAY_OR_UNSCORED ", or the answers could not be scored"
#define SAY_OR_WHOSE_UNSCORED ", or whose answers could not be scored"
#define SAY_HEARD                                                                                  \
    "Of %s people, %s told us how they were, and %s we did not hear from" SAY_OR_UNSCORED
#define SAY_HEARD_TWICE                                                                            \
    "Of %s people, %s told us how they were, now and before, and %s we did not hear from "         \
    "twice" SAY_OR_UNSCORED
#define SAY_HEARD_ALL "Of %s people, %s told us how they were"
#define SAY_HEARD_HIDDEN                                                                           \
    "How many of %s people told us how they were is fewer than 10, or protected"
#define SAY_HEARD_NONE "Of %s people, none told us how they were" SAY_OR_UNSCORED
#define SAY_HEARD_SUB                                                                              \
    "%s, in this period. Told us means answers that could be scored. One dot is five people."
#define SAY_ROW_HEARD "Told us in this period:"
#define SAY_ROW_TWICE "Told us in this period, and before:"
#define SAY_ROW_ONCE "Told us in this period for the first time:"
#define SAY_ROW_UNHEARD "Not heard from in this period" SAY_OR_UNSCORED ":"
#define SAY_ROW_BEFORE "Told us before, and not in this period" SAY_OR_UNSCORED ":"
#define SAY_ROW_NEVER "Never asked, or chose not to" SAY_OR_UNSCORED ":"
#define SAY_ROW_NOT_TWICE "Not heard from in this period, or for the first time" SAY_OR_UNSCORED ":"
#define SAY_HEARD_TOTAL "%s people may be counted here"
#define SAY_GROUPS "Who told us, by what people say of themselves: %s"
#define SAY_GROUPS_COUNTS "Who we are, by what people say of themselves: %s"
#define SAY_GROUPS_SUB                                                                             \
    "Always in this order. The dot is the share who told us how they were, with its likely "       \
    "range. Told us means answers that could be scored."
#define SAY_GROUPS_SUB_COUNTS "Always in this order. One dot is five people."
#define SAY_GROUP_SHARE "%s of %s people told us how they were"
#define SAY_GROUP_SHARE_HIDDEN "%s people; how many told us is fewer than 10, or protected"
#define SAY_GROUP_TOO_FEW "too few for a likely range"
#define SAY_GROUP_OTHERS "Any other group:"
#define SAY_GROUP_NOT_ASKED "We did not ask %s people about this. That is about us, not them."
#define SAY_GROUP_DECLINED "%s people would rather not say."
#define SAY_GROUP_UNKNOWN "%s people did not know."
#define SAY_GROUP_REST                                                                             \
    "Where a number is not said here, of people not asked, or who would rather not say, or did "   \
    "not know, it is fewer than 10, or protected."

/* How people are doing. */
#define SAY_SPREAD "The latest answers of %s people are spread around an average of %s"
#define SAY_SPREAD_COUNT "The latest answers of %s people"
#define SAY_SPREAD_NO_ENDS "“%s” has no highest score, so how answers are spread is not shown"
#define SAY_SPREAD_NONE "No answers that could be scored in this period"
#define SAY_SPREAD_HIDDEN "The answers of this period: fewer than 10 people, or protected"
#define SAY_SPREAD_SUB                                                                             \
    "%s, scored from %s to %s: the latest answer of each person that could be scored, in this "    \
    "period. One dot is five people; steps with few people are put together."
#define SAY_SPREAD_SUB_TWICE                                                                       \
    "%s, scored from %s to %s: the latest answer of each person that could be scored, in this "    \
    "period, of those with one before it. One dot is five people; steps with few people are put "  \
    "together."
#define SAY_SPREAD_AVERAGE "The average is likely between %s and %s, as far as luck goes."
#define SAY_REFERENCE                                                                              \
    "A reference, not an aim: %s, %s, average %s, the middle two thirds between %s and %s (%s)."
#define SAY_REFERENCE_MEAN "A reference, not an aim: %s, %s, average %s (%s)."
#define SAY_REFERENCE_LABEL "%s, %s"
#define SAY_SPREAD_HEAD "Score|People"
#define SAY_REFERENCE_DIFFERS                                                                      \
    "They were asked in another way, and not the people who come to us: part of any difference "   \
    "is "                                                                                          \
    "that."
#define SAY_STEP_TO "%s to under %s"
#define SAY_STEP_LAST "%s to %s"
#define SAY_CHANGED                                                                                \
    "Of %s people, %s went up by more than wobble, %s went down, and of %s we cannot say"
#define SAY_CHANGED_BEYOND                                                                         \
    "Of %s people, %s went up or down by more than wobble, and of %s we cannot say"
#define SAY_CHANGED_TWICE "Of %s of %s people, answers could be scored in this period and before"
#define SAY_CHANGED_HIDDEN                                                                         \
    "Of how many people answers could be scored twice is fewer than 10, or protected"
#define SAY_CHANGED_SUB "First answer to latest. More than wobble is more than %s points."
#define SAY_CHANGED_SUB_LEAST "First answer to latest. More than wobble is %s points or more."
#define SAY_CHANGED_SUB_OWN                                                                        \
    "First answer to latest. What is more than wobble goes by the standard error of each answer."
#define SAY_CHANGED_NO_WOBBLE                                                                      \
    "No wobble of this measure has been published that we know of, so nobody can be said to have " \
    "gone up or down."
#define SAY_ROW_PAIRS "Heard from twice or more, and scored:"
#define SAY_ROW_UP "More than wobble, up:"
#define SAY_ROW_WITHIN "Within the wobble:"
#define SAY_ROW_BEYOND "More than wobble, up or down:"
#define SAY_ROW_DOWN "More than wobble, down:"
#define SAY_ROW_UNSEEN "Not heard from twice" SAY_OR_UNSCORED ":"
#define SAY_MEAN_TITLE_UP "On average the answers of %s people went up between first and latest"
#define SAY_MEAN_TITLE_DOWN "On average the answers of %s people went down between first and latest"
#define SAY_MEAN_CANNOT_TELL "We cannot tell whether people are doing better on the whole"
#define SAY_MEAN_SUB "Average change in points, first answer to latest."
#define SAY_MEAN_ROW "Heard from twice, and scored, %s people:"
#define SAY_MEAN_UP "up %s points, likely between %s and %s"
#define SAY_MEAN_DOWN "down %s points, likely between %s and %s"
#define SAY_MEAN_BOTH "likely between %s and %s"
#define SAY_MEAN_NEITHER "likely no change"
#define SAY_MEAN_END_DOWN "%s points down"
#define SAY_MEAN_END_UP "%s points up"
#define SAY_MEAN_FEW "Too few: the average change is of fewer than 10 people, or protected."
#define SAY_MEAN_NO_RANGE "Too few for a likely range of the average change."
#define SAY_MEAN_NOISY "Too noisy: the likely range holds both down and up."
#define SAY_MEAN_UNSEEN "Too many not heard from twice" SAY_OR_UNSCORED ": %s of %s people."
#define SAY_MEAN_UNSEEN_HIDDEN                                                                     \
    "How many people were not heard from twice" SAY_OR_WHOSE_UNSCORED                              \
    " is fewer than 10, or protected, so how much hangs on them cannot be said."
#define SAY_ROW_WORSE                                                                              \
    "Everyone, if those not heard from twice" SAY_OR_WHOSE_UNSCORED ", did %d points worse:"
#define SAY_MEAN_ONLY_UP "up %s points"
#define SAY_MEAN_ONLY_DOWN "down %s points"
#define SAY_POINTS_DOWN "%s down"
#define SAY_POINTS_UP "%s up"
#define SAY_POINTS_NONE "no change"
#define SAY_MEAN_REGRESSION                                                                        \
    "People often come at a low point. Part of a change would be expected with no help at all."

/* What was noticed in people's timelines. */
#define SAY_FOUND_ONE "It happened to %s of the %s people of whom we could tell"
#define SAY_FOUND_NONE "It happened to none of the %s people of whom we could tell"
#define SAY_FOUND_HIDDEN "How often it happened: fewer than 10 people, or protected"
#define SAY_FOUND_AT_LEAST "It happened to at least %s of %s people"
#define SAY_FOUND_ALONE "%s of all %s people; to %s it did not, or we cannot tell"
#define SAY_FOUND_NOT_COLLECTED "We cannot tell how often it happened"
#define SAY_FOUND_SEVERAL "What happened, and to how many of the people of whom we could tell"
#define SAY_FOUND_SUB                                                                              \
    "People, not contacts. Each bar is all %s people: dark, it happened; pale, we looked and it "  \
    "did not; dashed, we cannot tell; hatched, hidden to protect people."
#define SAY_FOUND_OF "%s of %s people of whom we could tell"
#define SAY_FOUND_OF_HIDDEN SAY_HIDDEN ", of %s people of whom we could tell"
#define SAY_FOUND_OF_NOBODY "nobody of whom we could tell"
#define SAY_FOUND_CANNOT_TELL ", cannot tell for %s"
#define SAY_FOUND_CANNOT_TELL_HIDDEN "; for how many we cannot tell is " SAY_HIDDEN
#define SAY_FOUND_NOBODY                                                                           \
    "nobody collects these here, so we cannot tell for anyone. That is not zero."
#define SAY_MIRROR "The other side as well, %s:"
#define SAY_NAME "%s:"
#define SAY_CANNOT_TELL_OF "%s: cannot tell %s."
#define SAY_CANNOT_TELL_WHY "for %s people, as %s"
#define SAY_CANNOT_TELL_MORE "; for %s, as %s"
#define SAY_NAME_STOP "%s."
#define SAY_MISLEAD "%s. How it may mislead: %s"
#define SAY_FOUND_CAPTION "How many people"
#define SAY_FOUND_HEAD "What|Happened|Did not|Cannot tell|Everyone"
#define SAY_BY_CLASS "%s: what kind it was"
#define SAY_BY_CLASS_SUB                                                                           \
    "People to whom it happened. Somebody may be in several rows. One dot is five people."
#define SAY_BY_CLASS_OTHERS "Any other kind:"

/* What was noticed, part by part. */
#define SAY_PARTS_SUB                                                                              \
    "Always in this order. The dot is the share of those of whom we could tell to whom it "        \
    "happened, with its likely range; the upright line is everyone. Somebody may be in several "   \
    "rows."
#define SAY_PART_EVERYONE "Everyone who may be counted:"
#define SAY_BY_NEED "%s, by what it was about"
#define SAY_BY_NEED_SUB SAY_PARTS_SUB
#define SAY_BY_NEED_OTHERS "Any other need:"
#define SAY_BY_DECIDED "%s, by who decided"
#define SAY_BY_DECIDED_SUB SAY_PARTS_SUB
#define SAY_BY_DECIDED_OTHERS "Decided in any other way:"
#define SAY_BY_SAID "%s, by what people say of themselves: %s"
#define SAY_BY_SAID_SUB SAY_PARTS_SUB
#define SAY_LOOKED                                                                                 \
    "%zu rows stand beside everyone: of twenty, about one stands apart by luck alone."
#define SAY_LOOKED_ONE "One row stands beside everyone."
#define SAY_LOOKED_NONE "No row may be shown beside everyone."
#define SAY_PARTS_REST                                                                             \
    "Where a row does not say for how many we cannot tell, it is none, fewer than 10, or "         \
    "protected."
#define SAY_NOT_PARTED                                                                             \
    "%s: there are too few people, or we cannot tell, so it is not shown part by part."

/* Learning cycles. */
#define SAY_CYCLES_NONE                                                                            \
    "No learning cycle is recorded here yet, and this version cannot keep one. So these numbers "  \
    "stand without what anybody made of them."
#define SAY_CYCLES_READ                                                                            \
    "A cycle is read in five steps: what we noticed, what we made of it together with the people " \
    "concerned, what we tried, what changed, and what we told people back."

/* Method. */
#define SAY_METHOD_PURPOSE                                                                         \
    "For people who live here and people who work here to learn together from what happened. It "  \
    "is "                                                                                          \
    "never used for comparing workers, teams or places, for paying, or for deciding about "        \
    "anyone. "                                                                                     \
    "It has no means to."
#define SAY_METHOD_PROTECT                                                                         \
    "Profile %s: fewer than 10 is hidden, and so is anything that would give a hidden number "     \
    "away; "                                                                                       \
    "numbers are rounded to 5 and may not add up; shares and likely ranges come from the rounded " \
    "numbers, and only from 25 people on. Pictures are drawn from the rounded numbers. There is "  \
    "no "                                                                                          \
    "switch that turns this off."
#define SAY_METHOD_PERIOD                                                                           \
    "%s, from what was known on %s. Change is from somebody’s first answer ever to their latest " \
    "in the period. Answers of which only the order is known count in every period."
#define SAY_METHOD_PEOPLE                                                                          \
    "Counts are of people, never of contacts. Of what has to be waited for, only what began "      \
    "early "                                                                                       \
    "enough for its whole time to be seen is counted, for and against."
#define SAY_METHOD_RANGE                                                                           \
    "A likely range says how far luck alone may move a number, 19 times in 20. It says nothing "   \
    "about people we have not heard from" SAY_OR_WHOSE_UNSCORED ": that stands beside it."
#define SAY_TERM_COUNTED "Who is counted"
#define SAY_TERM_PROTECTED "How people are protected"
#define SAY_TERM_PERIOD "When"
#define SAY_TERM_PEOPLE "How we counted"
#define SAY_TERM_RANGE "What a likely range is"
#define SAY_METHOD_SOURCE "Version %s. %s."
#define SAY_METHOD_WOBBLE " Wobble of “%s”: %s."
#define SAY_METHOD_SETTING " Setting “%s”: %s, %s."
#define SAY_METHOD_MISLEAD " How it may mislead: %s"

#define SAY_NOT_WHOLE                                                                              \
    "%s was not made: a plugin failed, as said above, and numbers of the area would leave people " \
    "out. Mend the plugin, or take it off the shelf, and ask again"

/* An area's period is released once. */
#define SAY_RELEASE_IN_THE_WAY                                                                     \
    "%s of %s for %s cannot be made: %s of %s for %s is public already, from what was known on "   \
    "%s, and has some of the same people and days. From what differs between the two, anyone "     \
    "could work out what a few people answered. Ask for that one again: it comes out as it was"
#define SAY_RELEASE_BESIDE ". Or ask for days before %s or after %s."

/* What an area's report cannot tell. */
#define SAY_AREA_LIMIT_WHY                                                                         \
    "What made the difference. Nobody was left out on purpose to compare with. We can say what "   \
    "came after what."
#define SAY_AREA_LIMIT_UNHEARD                                                                     \
    "How the people are whom we have not heard from again. Some may be well and have no reason "   \
    "to "                                                                                          \
    "see us. Some may not be alive."
#define SAY_AREA_LIMIT_UNSCORED                                                                    \
    "How the people are who answered and whose answers could not be scored, as some were left "    \
    "blank or the rule could not be worked out. They are counted together with those we have not " \
    "heard from, and this report cannot say how many they are."
#define SAY_AREA_LIMIT_NEVER                                                                       \
    "Who never asked, and who did not want to be counted. A low number can mean that people "      \
    "stopped asking."
#define SAY_AREA_LIMIT_UNWRITTEN "What was said and not written down."
#define SAY_AREA_LIMIT_COLLECTED                                                                   \
    "%s: nobody collects what it takes here, so we cannot tell for anyone. That is not zero."
#define SAY_AREA_LIMIT_LOOKS                                                                       \
    "Which of these numbers stands out by luck alone. The more one looks at, the more will."

#endif
