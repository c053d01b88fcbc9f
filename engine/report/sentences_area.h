/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fixed sentence of an area's report. */
#ifndef REPORT_SENTENCES_AREA_H
#define REPORT_SENTENCES_AREA_H

#define SAY_AREA_KICKER "%s · %s"
#define SAY_PERIOD_ALL "everything that is known"
#define SAY_AREA_LEAD                                                                              \
    "%s people let what happened to them be counted here, so that services can learn from it."
#define SAY_AREA_FEW                                                                               \
    "Fewer than 10 people who were here in this time have said yes to being counted: too few "     \
    "people to show anything. Nothing was counted for this page. A longer time, or the area "      \
    "around this one, may have enough."
#define SAY_AREA_FEW_SECTION "There are too few people to show anything here."
#define SAY_AREA_CONSENT                                                                              \
    "Only people who said yes to it are counted, from the day they said yes, and anyone can take "    \
    "it back. A yes or a no is written in the column “shares” of a people file, or in a file of " \
    "consents, purpose learning."
#define SAY_METHOD_CONSENT                                                                         \
    "People who said yes to it, from the day they said it; a no takes it back. Who never said "    \
    "yes "                                                                                         \
    "is not in here."
#define SAY_AREA_KNOWN                                                                             \
    "Known on %s. Groups of fewer than 10 are never shown, and numbers are rounded to 5. Nobody "  \
    "can be found in this report, and no worker, team or place can be judged with it."
#define SAY_AREA_MADE                                                                              \
    "Made from what was known on %s. This is the release of this report for this area and "        \
    "period: asked for again, it comes out the same."
#define SAY_AREA_MADE_FEW                                                                          \
    "Made from what was known on %s. Asked for again, this page comes out as it is. It shows no "  \
    "figure, so a longer month, quarter or year with these days in it can still be told of."

#define SAY_HIDDEN "fewer than 10, or protected"
#define SAY_GROUP_HIDDEN "too few of us here to show. That is itself a finding"
#define SAY_NONE_SEEN "none seen"
#define SAY_PEOPLE "%s people"
#define SAY_DOTS "One dot is %s people."
#define SAY_DOTS_FIVE "five"
#define SAY_SOFT "· %s"
#define SAY_LIKELY "likely %d to %d in 10"
#define SAY_LIKELY_SAME "about %d in 10"

/* Who was heard. People whose answers could not be scored are no number of their own, which could
 * be few: they stand with those not heard from, and every such sentence says so. */
#define SAY_OR_UNSCORED ", or the answers could not be scored"
#define SAY_OR_WHOSE_UNSCORED ", or whose answers could not be scored"
/* True of who never told us, not in this period, for the first time, or in another way than before.
 */
#define SAY_TO_COMPARE "answer in this period that could be scored and compared with an earlier one"
#define SAY_NONE_TO_COMPARE "no " SAY_TO_COMPARE
#define SAY_HEARD                                                                                  \
    "Of %s people, %s told us how they were, and %s we did not hear from" SAY_OR_UNSCORED
#define SAY_HEARD_TWICE                                                                            \
    "Of %s people, %s told us how they were, not for the first time, and of %s there "             \
    "is " SAY_NONE_TO_COMPARE
#define SAY_HEARD_ALL "Of %s people, %s told us how they were"
#define SAY_HEARD_HIDDEN                                                                           \
    "How many of %s people told us how they were is fewer than 10, or protected"
#define SAY_HEARD_NONE "Of %s people, none told us how they were" SAY_OR_UNSCORED
#define SAY_HEARD_SUB "%s, in this period. Told us means answers that could be scored."
#define SAY_ROW_HEARD "Told us in this period:"
#define SAY_ROW_TWICE "Told us in this period, not for the first time:"
#define SAY_ROW_ONCE "Told us in this period for the first time:"
#define SAY_ROW_UNHEARD "Not heard from in this period" SAY_OR_UNSCORED ":"
#define SAY_ROW_BEFORE "Told us before, and not in this period" SAY_OR_UNSCORED ":"
#define SAY_ROW_NEVER "Never asked, or chose not to" SAY_OR_UNSCORED ":"
#define SAY_HEARD_TOTAL "%s people may be counted here."
#define SAY_GROUPS "Who told us, by what people say of themselves: %s"
#define SAY_GROUPS_COUNTS "Who we are, by what people say of themselves: %s"
#define SAY_GROUPS_SUB                                                                             \
    "Always in this order. The dot is the share who told us how they were, with its likely "       \
    "range. Told us means answers that could be scored."
#define SAY_GROUPS_SUB_COUNTS "Always in this order."
#define SAY_GROUP_SHARE "%s of %s people told us how they were"
#define SAY_GROUP_SHARE_HIDDEN "%s people; how many told us is fewer than 10, or protected"
#define SAY_GROUP_TOO_FEW "too few for a likely range"
#define SAY_GROUP_OTHERS "Any other group:"
#define SAY_GROUP_EVERY "Every group:"
#define SAY_GROUPS_TOLD_HIDDEN                                                                     \
    "How many of each group told us how they were is not shown: in most groups or all, those who " \
    "did or those who did not are fewer than 10, or protected."
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
    "period. Steps with few people are put together."
#define SAY_SPREAD_SUB_TWICE                                                                       \
    "%s, scored from %s to %s: the latest answer of each person that could be scored, in this "    \
    "period, of those with one before it. Steps with few people are put together."
#define SAY_SPREAD_WIDTHS                                                                          \
    "All steps are drawn equally wide, though some hold more points than others: most of all %s."
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
#define SAY_CHANGED "Of %s, %s went up by more than wobble, %s went down, and of %s we cannot say"
#define SAY_CHANGED_BEYOND "Of %s, %s went up or down by more than wobble, and of %s we cannot say"
#define SAY_CHANGED_TWICE "Of %s of %s there is an " SAY_TO_COMPARE
#define SAY_CHANGED_HIDDEN                                                                         \
    "Of how many people there is an " SAY_TO_COMPARE " is fewer than 10, or protected"
#define SAY_STARTED "%s people who have told us how they were"
#define SAY_STARTED_SUB "Told us means answers that could be scored, in this period or before it."
#define SAY_NOT_STARTED_SUB                                                                        \
    "Anyone who never told us, with answers that could be scored, is among them: how many those "  \
    "are is not shown beside these numbers."
#define SAY_CHANGED_SUB "First answer to latest. More than wobble is more than %s points."
#define SAY_CHANGED_SUB_LEAST "First answer to latest. More than wobble is %s points or more."
#define SAY_CHANGED_SUB_OWN                                                                        \
    "First answer to latest. What is more than wobble goes by the standard error of each answer."
#define SAY_CHANGED_NO_WOBBLE                                                                      \
    "No wobble of this measure has been published that we know of, so nobody can be said to have " \
    "gone up or down."
#define SAY_ROW_PAIRS "An " SAY_TO_COMPARE ":"
#define SAY_ROW_UP "More than wobble, up:"
#define SAY_ROW_WITHIN "Within the wobble:"
#define SAY_ROW_BEYOND "More than wobble, up or down:"
#define SAY_ROW_DOWN "More than wobble, down:"
#define SAY_ROW_UNSEEN "No " SAY_TO_COMPARE ":"
#define SAY_MEAN_TITLE_UP "On average the answers of %s people went up between first and latest"
#define SAY_MEAN_TITLE_DOWN "On average the answers of %s people went down between first and latest"
#define SAY_MEAN_CANNOT_TELL "We cannot tell whether people are doing better on the whole"
#define SAY_MEAN_SUB "Average change in points, first answer to latest."
#define SAY_MEAN_ROW "With two answers to compare, %s people:"
#define SAY_MEAN_UP "up %s points, likely between %s and %s"
#define SAY_MEAN_DOWN "down %s points, likely between %s and %s"
#define SAY_MEAN_BOTH "likely between %s and %s"
#define SAY_MEAN_NEITHER "likely no change"
#define SAY_MEAN_END_DOWN "%s points down"
#define SAY_MEAN_END_UP "%s points up"
#define SAY_MEAN_FEW                                                                               \
    "We cannot tell whether people are doing better on the whole: the average change is of fewer " \
    "than 10 people, or protected."
#define SAY_MEAN_NO_RANGE "Too few for a likely range of the average change."
#define SAY_MEAN_NOISY "Too noisy: the likely range holds both down and up."
#define SAY_MEAN_UNSEEN "Of too many there is " SAY_NONE_TO_COMPARE ": %s of %s."
#define SAY_MEAN_UNSEEN_HIDDEN                                                                     \
    "Of how many people there is " SAY_NONE_TO_COMPARE                                             \
    " is fewer than 10, or protected, so how much hangs on them cannot be said."
#define SAY_MEAN_NOT_STARTED                                                                       \
    "Some of those without two answers to compare may have no first one either: how many is not "  \
    "shown beside these numbers."
#define SAY_ROW_WORSE                                                                              \
    "All who have told us, if those without two answers to compare did %d points worse:"
#define SAY_ROW_WORSE_EVERYONE                                                                     \
    "Everyone, if those without two answers to compare did %d points worse:"
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
#define SAY_FOUND_ALONE "%s of all %s people; to the others it did not, or we cannot tell"
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
#define SAY_MIRROR "%s (the other side of it):"
#define SAY_NAME "%s:"
#define SAY_CANNOT_TELL_OF "%s: cannot tell %s."
#define SAY_CANNOT_TELL_WHY "for %s people, as %s"
#define SAY_CANNOT_TELL_MORE "; for %s, as %s"
#define SAY_CANNOT_TELL_REST                                                                       \
    "; for any others, each reason is of fewer than 10 people, or protected"
#define SAY_MISLEAD "%s. How it may mislead: %s"
#define SAY_FOUND_KEPT SAY_FOUND_HIDDEN ", of %s people, for %s."
#define SAY_SETTINGS " Used here: "
#define SAY_SETTING_NUMBER "%s %s"
#define SAY_SETTING_WORD "“%s”, %s"
#define SAY_FOUND_CAPTION "How many people"
#define SAY_FOUND_HEAD "What|Happened|Did not|Cannot tell|Everyone"
#define SAY_BY_CLASS "%s: what kind it was"
#define SAY_BY_CLASS_SUB "People to whom it happened. Somebody may be in several rows."
#define SAY_BY_CLASS_OTHERS "Any other kind:"

/* What was noticed, part by part. */
#define SAY_PARTS_SUB                                                                              \
    "Always in this order. The dot is the share of those of whom we could tell to whom it "        \
    "happened, with its likely range%s. Somebody may be in several rows%s."
#define SAY_PARTS_LINE_EVERYONE "; the upright line is everyone"
#define SAY_PARTS_LINE_ALL "; the upright line is all of these people"
#define SAY_PARTS_OF_EVENTS "Only people with an event in this period at which we look for it."
#define SAY_PARTS_OF_EVENTS_HIDDEN                                                                 \
    "Only people with an event in this period at which we look for it: to how many of all of "     \
    "them it happened is fewer than 10, or protected."
#define SAY_PARTS_MORE ", so it may have happened to more of all than of the people of any one row"
#define SAY_PART_ALL "All of these people:"
#define SAY_PART_EVERYONE "Everyone who may be counted:"
#define SAY_BY_NEED "%s, by what it was about"
#define SAY_BY_NEED_OTHERS "Any other need:"
#define SAY_BY_NEED_HIDDEN "what it was about"
#define SAY_BY_DECIDED "%s, by who decided"
#define SAY_BY_DECIDED_OTHERS "Decided in any other way:"
#define SAY_BY_DECIDED_HIDDEN "who decided"
#define SAY_BY_SAID "%s, by what people say of themselves: %s"
#define SAY_BY_SAID_HIDDEN "what people say of themselves"
#define SAY_LOOKED "%zu parts have a mark: of twenty, about one stands apart by luck alone."
#define SAY_LOOKED_ONE "One part has a mark."
#define SAY_LOOKED_NONE "No part has a mark."
#define SAY_PARTS_REST                                                                             \
    "Where a row does not say for how many we cannot tell, it is none, fewer than 10, or "         \
    "protected."
#define SAY_PARTS_HIDDEN                                                                           \
    "%s: by %s, it happened to fewer than 10 people in every part, or the number is protected. "   \
    "So no part is shown."
#define SAY_NOT_PARTED                                                                             \
    "%s: there are too few people, or we cannot tell, so it is not shown part by part."

/* Learning cycles. */
#define SAY_CYCLES_NONE                                                                            \
    "No learning cycle is recorded here yet, and this version cannot keep one, nor a story that "  \
    "somebody shared. So these numbers stand without what anybody made of them, and without "      \
    "anybody's words."
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
#define SAY_TERM_COLLECTED "Since when services write things down"
#define SAY_COLLECTED_SINCE "In %s, services said that they have written down since %s: %s."
#define SAY_COLLECTED_UNTIL "In %s, services said that they wrote down from %s until %s: %s."
#define SAY_COLLECTED_PARTLY "%s (some kinds of it only)"
#define SAY_COLLECTED_UNSAID                                                                       \
    "In %s, no service said since when it writes down the following, so each counts as written "   \
    "down from the first one on, and as not written down where there is none: %s."
#define SAY_TERM_PEOPLE "How we counted"
#define SAY_TERM_RANGE "What a likely range is"
#define SAY_METHOD_SOURCE "Version %s. %s."
#define SAY_METHOD_WOBBLE " Wobble of “%s”: %s."
#define SAY_METHOD_SETTING " Settings: %s is %s"
#define SAY_METHOD_SETTING_MORE "; %s is %s"
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
#define SAY_RELEASE_TOO_FEW                                                                        \
    "%s of %s for %s cannot be made: %s of %s for %s, from what was known on %s, says that too "   \
    "few people were there to show anything. From asking again for nearly the same days, anyone "  \
    "could work out when the tenth person came. Ask for that one again: it comes out as it was. "  \
    "Or ask for a month, quarter or year that holds all of its days."

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
