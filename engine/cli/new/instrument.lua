-- SPDX-License-Identifier: FILL IN: the licence of this file, which you choose, such as GPL-3.0-or-later
--
-- FILL IN: in a few lines, what it asks of whom, and how it is scored
--
-- Each blank says what it wants; put your words in its place. A number stands without quotes.
-- `alongside explain WORD` explains any field here, and names those that are not.

return {
  title   = "FILL IN: the name that people read, as published",
  version = "1",                   -- goes up when results could change
  source  = "FILL IN: where the way of scoring was published: authors, year, journal or address",

  -- What is not said is not allowed. `ship = true` where the holder lets everybody copy it.
  licence = {
    wording = { ship = false, terms = "FILL IN: what the holder asks of those who use the questions" },
    scoring = { ship = true,  terms = "FILL IN: the same of the way of scoring, such as published" },
  },

  -- What stretch of time the questions ask about. Leave this line out if they ask about none.
  recall = { "FILL IN: in words, such as the last two weeks", days = "FILL IN: the same in days, a number" },

  -- The options as printed, lowest code first; codes count up from `from`. More or fewer are more or fewer
  -- lines. A rating is written { from = 0, to = 10 }.
  answers = { from = 0,
    "FILL IN: the option with code 0, such as no",
    "FILL IN: the option with code 1, such as sometimes",
    "FILL IN: the option with code 2, such as yes",
  },

  -- One line a question, in the printed order. The id says what it asks and never changes; `about` is your own
  -- paraphrase, never the wording.
  items = {
    { id = "FILL IN: an id, such as sleep",  about = "FILL IN: what the first question is about" },
    { id = "FILL IN: an id, such as energy", about = "FILL IN: what the second question is about" },
  },

  -- Adds up all items. `-energy` in `items` turns one round. Where the publication lets answers be missing, say
  -- `unanswered` and `fill`; where it says nothing, nothing: then all must be answered.
  scales = {
    { id = "total", title = "FILL IN: what the sum says, such as Tiredness",
      better = "FILL IN: higher or lower, whichever is better for the person" },
  },

  -- A name, the answers in the order of the items, what they come to. `-` is no answer. The program asks for
  -- the lowest, the highest and one blank too many; take a worked one from the publication as well.
  examples = {
    { "lowest",         "0 0", total = 0 },
    { "highest",        "2 2", total = 4 },
    { "one left blank", "1 -", total = "not scored" },
    { "as published",   "FILL IN: answers from the publication, such as 1 2", total = "FILL IN: their score, a number" },
  },
}
