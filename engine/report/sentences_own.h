/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fixed sentences of a person's page about what they said themselves: goals, notes, people in their
 * life, what they might ask, what is held, and what should not wait. Part of sentences.h. */
#ifndef REPORT_SENTENCES_OWN_H
#define REPORT_SENTENCES_OWN_H

/* --- the opening ------------------------------------------------------------------------------ */

#define SAY_LEAD_SCORED                                                                            \
    "This page is yours. It starts with what you want and how you judge it. Then it shows how "    \
    "you "                                                                                         \
    "answered, who is in your life and what services did, as far as it was written down."
#define SAY_LEAD_WORDS                                                                             \
    "This page is yours. It is made of what you said yourself, and of what services did, as far "  \
    "as it was written down."
#define SAY_SMALL_CALLED "%s is what you chose to be called here."
#define SAY_SMALL_REF "%s is what you are known by here."
#define SAY_SMALL_LOCKED                                                                           \
    "%s stands here for what you chose to be called: that is locked with a key of your own, "      \
    "which is not here."
#define SAY_SMALL_ALONE "Nobody is compared with you, and no score is made of your words."
#define SAY_LINK_RECORD "What is held about you, and who looked: %s in the last six months."
#define SAY_LOOKS_NOBODY "nobody"
#define SAY_LOOKS_ONCE "1 look"
#define SAY_LOOKS_COUNT "%zu looks"

/* --- an answer that should not wait ------------------------------------------------------------
 * Said by an instrument's `flag`: what it was about, never how high it was. */

#define SAY_FLAG_ON "On %s"
#define SAY_FLAG_ORDER "The latest time that this was answered"
#define SAY_FLAG_ONE                                                                               \
    "%s %s gave an answer that should not wait: %s. Please talk about it with somebody you "       \
    "trust."
#define SAY_FLAG_SEVERAL                                                                           \
    "%s %s gave answers that should not wait: %s. Please talk about them with somebody you "       \
    "trust."
#define SAY_FLAG_HELP "Samaritans answer at any hour, free, on 116 123."
#define SAY_HELP "%s: %s"
#define SAY_HELP_WHEN "%s: %s (%s)"

/* --- goals ------------------------------------------------------------------------------------ */

#define SAY_GOAL_WORDLESS "Goal %zu, which has no words yet"
#define SAY_GOAL_LOCKED "Goal %zu. Its words are locked with a key of your own, which is not here"
#define SAY_GOAL_ERASED "Goal %zu. Its words are erased"
#define SAY_GOAL_WRITTEN_BY "Goal %zu, as %s wrote it: “%s”"
#define SAY_GOAL_ACTIVE "You said so on %s."
#define SAY_GOAL_STILL "You first said so on %s, and on %s it was still what you want."
#define SAY_GOAL_HELD "On hold since %s."
#define SAY_GOAL_WAY " What got in the way: %s."
#define SAY_WAY_OTHER "something else"
#define SAY_GOAL_REACHED "You said it happened, on %s."
#define SAY_GOAL_CHANGED "On %s you said that what you want has changed."
#define SAY_GOAL_CROSSED "You crossed this out on %s, and gave no reason. You don’t have to."
#define SAY_GOAL_CROSSED_WHY "You crossed this out on %s. What got in the way: %s."
#define SAY_GOAL_BY_OTHER "On %s %s wrote down that this is %s."
#define SAY_STATUS_ACTIVE "still wanted"
#define SAY_STATUS_HELD "on hold"
#define SAY_STATUS_REACHED "reached"
#define SAY_STATUS_CHANGED "changed"
#define SAY_STATUS_LET_GO "crossed out"
#define SAY_GOAL_RATED " How close it feels, in your own rating from %s to %s:"
#define SAY_GOAL_RATED_ONCE " How close it felt on %s, in your own rating from %s to %s: %s."
#define SAY_GOAL_CHART "How close the goal felt"
#define SAY_GOAL_LEVEL "%s (%s)"
#define SAY_GOAL_TABLE "Your ratings of this goal (%s to %s)"
#define SAY_GOAL_TABLE_HEAD "Day|Rating"
#define SAY_GOAL_NO_ANSWER "no answer"
#define SAY_GOAL_RATED_BY "%s rated it too. That is kept apart, and not drawn here."
#define SAY_NO_GOALS                                                                               \
    "What you want is not written down here. There is room for it, in your own words, whenever "   \
    "you "                                                                                         \
    "like; nothing is missing until then."
#define SAY_NO_GOALS_TIME                                                                          \
    "What you wanted in this time is not written down here, and nothing is missing for that."
#define SAY_PACE "On %s you said that the pace feels %s."
#define SAY_PACE_RIGHT "right"
#define SAY_PACE_FAST "too fast"
#define SAY_PACE_SLOW "too slow"
#define SAY_GOALS_CHANGE                                                                           \
    "You can change a goal, pause it or cross it out at any time, and nothing is lost."
#define SAY_BRING "What you bring, in your words"
#define SAY_WROTE "You wrote this on %s"
#define SAY_BRING_LOCKED                                                                           \
    "More of what you bring is written down, locked with a key of your own, which is not here."

/* Kinds of no answer to a rating. */
#define SAY_NONE_MISSING "not rated"
#define SAY_NONE_DECLINED "you would rather not say"
#define SAY_NONE_UNKNOWN "you did not know"
#define SAY_NONE_NOT_ASKED "you were not asked"
#define SAY_NONE_NOT_APPLICABLE "it did not apply"
#define SAY_NONE_WITHHELD "you keep it to yourself"

/* Who wrote something down, rated or answered it. */
#define SAY_BY_YOU "you"
#define SAY_BY_TOGETHER "you and somebody else together"
#define SAY_BY_PROXY "somebody who spoke for you"
#define SAY_BY_COACH "your coach"
#define SAY_BY_WORKER "a worker"
#define SAY_BY_FAMILY "family or a friend"
#define SAY_BY_OBSERVER "somebody who was there"
#define SAY_BY_GROUP "a group"

/* --- notes ------------------------------------------------------------------------------------ */

#define SAY_NO_NOTES "No notes of yours are here yet, and nothing is missing for that."
#define SAY_NO_NOTES_TIME                                                                          \
    "No notes of yours are here from this time, and nothing is missing for that."
#define SAY_NOTES_LOCKED                                                                           \
    "%s of yours: the words are locked with a key of your own, which is not here."
#define SAY_NOTES_ERASED "%s of yours: the words are erased."
#define SAY_NOTES_ORDER                                                                            \
    "Your notes, in the order of their days. No score has been made from them and none will be."
#define SAY_WHENEVER "Whenever you like"
#define SAY_ROOM "There is room here for more."

/* --- who is in a life ------------------------------------------------------------------------- */

#define SAY_TIES_ONCE "You named %s in %s"
#define SAY_TIES_GREW "You named %s in %s, and %zu by %s"
#define SAY_TIES_SUB                                                                               \
    "A line runs from the first time you named them to the last. A ring is where you last named "  \
    "them; where you said that it had ended, there is none."
#define SAY_TIE_NAMED "named %s"
#define SAY_TIE_FROM_TO "named from %s to %s"
#define SAY_TIE_AGAIN "first named %s, back in touch %s"
#define SAY_TIE_ENDED "named %s; you said it had ended, %s"
#define SAY_TIE_ENDED_ONLY "you said it had ended, %s"
#define SAY_TIE_PERSON_ONE "1 person or group"
#define SAY_TIE_PEOPLE "%zu people or groups"
#define SAY_TIES_COUNTS "These are counts, not closeness."
#define SAY_TIES_LABELS                                                                            \
    "No names of other people are asked for here, only the words you use for them."
#define SAY_NO_TIES                                                                                 \
    "Who is in your life is not written down here, so there is no picture of it. You don’t have " \
    "to "                                                                                           \
    "keep a list."
#define SAY_TIE_FAMILY "Somebody of your family"
#define SAY_TIE_FRIEND "A friend"
#define SAY_TIE_PEER "Somebody who has been through the same"
#define SAY_TIE_INTEREST "People who like what you like"
#define SAY_TIE_NEIGHBOUR "A neighbour"
#define SAY_TIE_GROUP "A group where you live"
#define SAY_TIE_WORK "People you work or volunteer with"
#define SAY_TIE_ONLINE "People you meet online"
#define SAY_TIE_OTHER "Somebody"

/* --- what went on with services: the strip ---------------------------------------------------- */

#define SAY_STRIP_OWN "“%s”"
#define SAY_STRIP_NAMELESS "something that has no name here"
#define SAY_STRIP_DAY "1 day"
#define SAY_STRIP_DAYS "%d days"
#define SAY_STRIP_DAYS_BETWEEN "%d to %d days"
#define SAY_STRIP_YEARS "about %d years"
#define SAY_STRIP_YEARS_BETWEEN "about %d to %d years"
#define SAY_STRIP_ASKED "For %s, you had to ask %s over %s%s"
#define SAY_STRIP_ONE_DAY "For %s, you had to ask %s on one day%s"
#define SAY_STRIP_UNTIL_PART " to be helped in part"
#define SAY_STRIP_AFTER "For %s, you asked once, and help came after %s"
#define SAY_STRIP_AT_ONCE "For %s, you asked once and were helped that day"
#define SAY_STRIP_PART_AFTER "For %s, you asked once, and help came after %s, in part"
#define SAY_STRIP_PART_AT_ONCE "For %s, you asked once and were helped that day, in part"
#define SAY_STRIP_WAITS "For %s, you have asked %s, and no help is written down yet"
#define SAY_STRIP_WAITS_UNSAID "For %s, you have asked %s, and you have not said that help came"
#define SAY_STRIP_NEAR "For %s, you asked %s, and help is written down about that time"
#define SAY_STRIP_THING "1 thing between you and services is written down"
#define SAY_STRIP_THINGS "%zu things between you and services are written down"
#define SAY_STRIP_SUB                                                                              \
    "Each line is one thing you needed, from the first that is written down. A mark with a "       \
    "number stands for several that lie too near to be drawn apart."
#define SAY_LANE_NAME "%s."
#define SAY_LANE_TWIN "%s, from %s."
#define SAY_LANE_NAMELESS "What it was about is not written down."
#define SAY_STRIP_ASKS "You asked %s."
#define SAY_STRIP_TELLS "You told your story from the start %s."
#define SAY_STRIP_SERVICE "A service"
#define SAY_STRIP_SERVICES "Services"
#define SAY_STRIP_REFUSED "turned you away"
#define SAY_STRIP_TOOK "took something away, or said that it would"
#define SAY_STRIP_ONCE "once"
#define SAY_STRIP_TWICE "twice"
#define SAY_STRIP_TIMES "%zu times"
#define SAY_STRIP_CRISES "An emergency is written down %s."
#define SAY_STRIP_STAYS "You were in hospital, custody or care %s."
#define SAY_STRIP_ONE_THING "1 thing is written down; no ask of yours is."
#define SAY_STRIP_ONLY_THINGS "%zu things are written down; no ask of yours is."
#define SAY_STRIP_WAIT_NONE "Help came on the day you asked."
#define SAY_STRIP_WAIT_OVER "Help came after %s."
#define SAY_STRIP_WAIT_PART_NONE "Help came on the day you asked, in part."
#define SAY_STRIP_WAIT_PART "Help came after %s, in part."
#define SAY_STRIP_WAIT_STILL "No help is written down after %s."
#define SAY_STRIP_WAIT_UNSAID "After %s, you have not said that help came."
#define SAY_STRIP_WAIT_NEAR                                                                        \
    "Help is written down about the time you asked; which came first is not known."
#define SAY_STRIP_WAITS_OVER "Help came %s"
#define SAY_STRIP_WAITS_PART "Help, or part of it, came %s"
#define SAY_STRIP_WAITS_AT_ONCE ", each time on the day you asked."
#define SAY_STRIP_WAITS_LONGEST ", after %s at the longest."
#define SAY_STRIP_FOLDED                                                                           \
    "The %d lines that went on latest, of %zu, are drawn. The numbers have all of them."
#define SAY_STRIP_PAPER                                                                            \
    "On paper the numbers are left out, as all %s of them would fill many sheets. On a screen "    \
    "they are all here."
#define SAY_STRIP_NO_DAY "Not drawn, as the day is not known: %zu. The numbers have them."
#define SAY_STRIP_CAPTION "What is written down between you and services"
#define SAY_STRIP_HEAD "Day|What it was about|What happened|With whom"
#define SAY_STRIP_UNDATED "day not known"
#define SAY_STRIP_UNTIL "%s to %s"
#define SAY_STRIP_NOT_WRITTEN "not written down"
#define SAY_EVENT_SUBTYPE "%s: %s"

/* What the marks mean; the table says the same, or which of several it was. */
#define SAY_MARK_MOVED "you asked, and something moved"
#define SAY_MARK_NOTHING "you asked, and nothing got better"
#define SAY_MARK_OPEN "you asked; what came of it is not known here"
#define SAY_MARK_THEIRS "you asked; only a service or your coach wrote what came of it"
#define SAY_MARK_TOLD "you told your story from the start"
#define SAY_MARK_REFUSED "turned away"
#define SAY_MARK_TAKEN "a service took something away, or said that it would"
#define SAY_MARK_CRISIS "an emergency"
#define SAY_MARK_OTHER "something else between you and a service"
#define SAY_MARK_STAY "days in hospital, custody or care"
#define SAY_MARK_WAIT "waiting"
#define SAY_MARK_HELP "help was there"
#define SAY_MARK_SPAN "on one of these days; which is not known"
#define SAY_CAME "you asked, and %s" /* "it helped", as the code list has it */
#define SAY_CAME_EARLY "you asked; it was too early to say what came of it"
#define SAY_CAME_UNKNOWN "you asked; what came of it is not known"
#define SAY_CAME_UNWRITTEN "you asked; what came of it is not written down"
#define SAY_CAME_SERVICE "you asked; only the service wrote what came of it: %s"
#define SAY_CAME_COACH "you asked; your coach wrote what came of it: %s"
/* An account of what came of it. */
#define SAY_ACCOUNT_YOURS "; you said: %s"
#define SAY_ACCOUNT_COACH "; your coach wrote: %s"
#define SAY_ACCOUNT_SERVICE "; the service wrote: %s"
#define SAY_KIND_CONTACT "a contact"
#define SAY_KIND_REFERRAL "a referral"
#define SAY_KIND_DECISION "an answer to a referral"
#define SAY_KIND_ASSESSMENT "an assessment"
#define SAY_KIND_HISTORY "your history was taken"
#define SAY_KIND_REUSED "a service used what it already knew"
#define SAY_KIND_APPOINTMENT "an appointment"
#define SAY_KIND_PLAN "a plan"
#define SAY_KIND_START "help began"
#define SAY_KIND_END "help ended"
#define SAY_KIND_PAUSE "help paused"
#define SAY_KIND_RESUME "help went on"
#define SAY_KIND_TAKEN_BACK "a service took back what it had decided"
#define SAY_KIND_COMPLAINT "a complaint"
#define SAY_KIND_COMPLAINT_STEP "a step of a complaint"
#define SAY_KIND_BUDGET "a personal budget"
#define SAY_KIND_ADVOCACY "somebody spoke up with you"
#define SAY_KIND_CHALLENGE "a decision was challenged"
#define SAY_KIND_BENEFIT "a benefit changed"

/* --- what a person might ask ------------------------------------------------------------------ */

#define SAY_ASK_WAITING "Ask %s: what is still missing for %s, and who has it in hand?"
#define SAY_ASK_WHOEVER "whoever you asked last"
#define SAY_ASK_FOUND "Ask the people who run the services you went to: %s"
#define SAY_ASK_HELD "Ask whoever could change it: what would have to happen for “%s” to go on?"
#define SAY_ASK_HELD_WORDLESS                                                                      \
    "Ask whoever could change it: what would have to happen for the goal that is on hold to go "   \
    "on?"
#define SAY_ASK_UNTOLD                                                                             \
    "Ask your coach: what would have to be written down so that “%s” can be told?"
#define SAY_NO_QUESTIONS                                                                           \
    "Nothing here asks for a question just now. If you have one of your own, that is the one to "  \
    "ask."
#define SAY_QUESTIONS_FROM "These come from what stands on this page. You need not ask any of them."

/* --- what is held, and who looked ------------------------------------------------------------- */

#define SAY_HELD "Held about you: %s."
#define SAY_HELD_SINCE "Held about you, since %s: %s."
#define SAY_HELD_NOTHING "Nothing is held about you here yet but what you are known by."
#define SAY_HELD_TIME "time you answered questions"
#define SAY_HELD_TIMES "times you answered questions"
#define SAY_HELD_OTHERS_TIME "time somebody else answered about you"
#define SAY_HELD_OTHERS_TIMES "times somebody else answered about you"
#define SAY_HELD_THING "thing that happened"
#define SAY_HELD_THINGS "things that happened"
#define SAY_HELD_NOTE "note"
#define SAY_HELD_NOTES "notes"
#define SAY_HELD_GOAL "goal"
#define SAY_HELD_GOALS "goals"
#define SAY_HELD_CONSENT "time you said yes or no"
#define SAY_HELD_CONSENTS "times you said yes or no"
#define SAY_WORDS_LOCKED "%s: the words are locked with a key of your own."
#define SAY_WORDS_NO_KEY                                                                           \
    "That key was not here when this page was made, so the words are not on it."
#define SAY_WORDS_ERASED "Of %s the words are erased: only that there were some is still known."
#define SAY_HELD_UNASKED                                                                           \
    "There is no place here for your address, and none for a name but the one you chose."
#define SAY_HELD_KEPT "What you keep to yourself is not shown on this page, and not counted on it."
#define SAY_HELD_FOR                                                                               \
    "It is held so that you can see your own progress, and talk about it with somebody you "       \
    "choose."
#define SAY_CONSENT "You said %s%s%s."
#define SAY_CONSENT_ON ", on %s"
#define SAY_CONSENT_UNTIL ", until %s"
#define SAY_CONSENT_PAST ", until %s, which is over"
#define SAY_YES "yes"
#define SAY_NO "no"
#define SAY_FOR_COACHING "Looking at this page with a coach"
#define SAY_FOR_LEARNING "Being counted, together with others, in what your area learns"
#define SAY_FOR_QUOTES "Being quoted in your own words"
#define SAY_FOR_RESEARCH "Research"
#define SAY_COUNTED " You are counted, and nobody can be found in it."
#define SAY_NOT_COUNTED " You are in none of its figures."
#define SAY_NEVER_COUNTED                                                                          \
    "No yes of yours to that is written down, so you are in none of its figures."
#define SAY_CHANGE_MIND "You can change your mind about any of it at any time, either way."
#define SAY_LOOKS_CAPTION "Who looked since %s"
#define SAY_LOOKS_HEAD "When|Who|What they saw"
#define SAY_LOOKS_NONE "Nobody looked with this program since %s."
#define SAY_LOOKS_BEFORE "Before that: %s."
#define SAY_LOOKS_UNTIL "Who looked is shown up to the day before %s, for which this page is made."
#define SAY_WHO_COMMAND_LINE "somebody who runs this program where you are known"
#define SAY_SAW_PAGE "this page"
#define SAY_SAW_REPORT "your page “%s”"
#define SAY_SAW_SCORES "your scores"
#define SAY_SAW_FINDINGS "what was noticed"
#define SAY_SAW_EVERYBODY "%s, together with everybody’s"
#define SAY_WHO_SEES                                                                               \
    "Whoever may open the file that this is kept in can make this page. Who made it, or looked "   \
    "at your scores with this program, is kept, with the day."
#define SAY_CORRECT                                                                                \
    "Something wrong? A corrected line can be brought in: this page then shows that one, and the " \
    "earlier one is kept beside it."
#define SAY_WHOM_TO_ASK                                                                            \
    "To correct something, to change what you said yes or no to, or to take a copy away: ask "     \
    "your coach, or whoever gave you this page, and say the word %s. The page on paper is yours "  \
    "to keep."

/* Always printed, so that it says nothing of this page. */
#define SAY_LIMIT_HIDDEN                                                                           \
    "What you asked not to be shown. It is left out here, and left out of your coach’s view. "   \
    "This "                                                                                        \
    "sentence is always printed, so it gives nothing away."

#endif
