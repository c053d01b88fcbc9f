/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fixed sentence of a report, in one place, so that people can read them all and a test can.
 * The service is the subject; nothing congratulates, scolds or hurries; "after" and never
 * "because". */
#ifndef REPORT_SENTENCES_H
#define REPORT_SENTENCES_H

#include "report/sentences_area.h"
#include "report/sentences_own.h"

/* --- a person's page -------------------------------------------------------------------------- */

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
#define SAY_SCALE_RECALL "About %s, scored from %s to %s%s."
#define SAY_SCALE_RANGE "Scored from %s to %s%s."
#define SAY_HIGHER_BETTER "; a higher number is meant to be better"
#define SAY_LOWER_BETTER "; a lower number is meant to be better"
#define SAY_DOT " A dot is one time you answered."
#define SAY_SCALE_WORDS "It is a word and not a number, so there is no picture."
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
#define SAY_INSTRUMENT "%s, version %s. %s." /* of each version that was answered */
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
#define SAY_DESCRIBE_BAR ". The soft bar of each reaches %s up and down"
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
#define SAY_RESTS_BOTH "Rests on %zu things recorded, both %s."
#define SAY_RESTS_ALL "Rests on %zu things recorded, all %s."
#define SAY_RESTS_TWO "two %s"
#define SAY_RESTS_THREE "three %s"
#define SAY_RESTS_ON "on %s"
#define SAY_RESTS_IN "in %s" /* a month, a year */
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
/* Before it where a section looks for what it names alone: help of another kind stands elsewhere.
 */
#define SAY_LOOKED_FOR "Looked for here: %s, and nothing else. %s"
/* The same beside a strip, which has shown what there is. */
#define SAY_NONE_FOUND_ELSE                                                                        \
    "Nothing else that this page looks for was found in what is shown here. What nobody wrote "    \
    "down cannot be found."
#define SAY_NOTHING_LOOKED_FOR "Nothing is looked for here."
#define SAY_FOUND_TITLE "What services did"
#define SAY_FOLDED "And %zu more"
#define SAY_FOLDED_PAPER                                                                           \
    "On paper the other %zu are left out, as they would fill many sheets. On a screen they are "   \
    "all here."
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
#define SAY_WHY_NO_ANCHOR "nothing it could start from is recorded"
#define SAY_WHY_PLUGIN_FAILED "the rule could not be worked out"

#endif
