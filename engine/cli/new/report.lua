-- SPDX-License-Identifier: FILL IN: the licence of this file, which you choose, such as GPL-3.0-or-later
--
-- FILL IN: in a few lines, who reads it, and what they want to learn
--
-- Each blank says what it wants; put your words in its place. The page is the .html file beside this one.
-- `alongside explain sections` says what a section may hold, `alongside list instruments` names what to show.

return {
  title   = "FILL IN: the heading of the report, such as What are we learning?",
  version = "1",                   -- goes up when results could change
  source  = "FILL IN: whose report it is; this project if it is ours",
  reader  = "area",
  period  = "quarter",

  -- In order, each with the question it helps with. An area's report always says who was heard, what is being
  -- tried, what cannot be told, and how it was made.
  sections = {
    { asks = "What are we trying, and what did we stop?",        shows = "cycles" },
    { asks = "Who did we hear from, and who is missing?",        shows = "heard" },
    { asks = "FILL IN: your question, with a question mark, such as How are people doing?",
      shows = "scores", of = "FILL IN: the scale that helps with it, such as swemwbs.wellbeing" },
    { asks = "What can we not tell?",                            shows = "limits" },
    { asks = "How was this made, and how are people protected?", shows = "method" },
  },

  -- Made with so many made-up people; `says` must be in the report, `never` must not.
  examples = {
    { "six people",     people = 6,   says = "too few people to show", never = "of 6" },
    { "a full quarter", people = 400, says = "FILL IN: words of the full report, such as How are people doing" },
  },
}
