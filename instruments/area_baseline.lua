-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where is our area?
--
-- People with power, workers and volunteers, and citizens answer about the same
-- area: in words and, if the area has named stages of its own, by stage. Seats
-- stand side by side and are never averaged. No total was published, and none is
-- made up here.

local stage = { from = 1, to = 4 }        -- named by the area, in its wording file

return {
  title   = "Where is our area?",
  version = "1",
  source  = "SCIE, Mayday Trust and TLAP (2022), What next for strengths-based areas?",
  licence = {
    wording = { ship = false, holder = "SCIE/TLAP", terms = "not established; own paraphrase only" },
    scoring = { ship = true, terms = "nothing is scored" },
  },

  about = "area",
  seats = { { "power", "people with power" }, { "workers", "workers and volunteers" }, { "citizens", "citizens" } },

  items = {
    { id = "story",      about = "who tells the story of the area",          answers = stage },
    { id = "decides",    about = "who makes decisions",                      answers = stage },
    { id = "measures",   about = "shared measures of wellbeing and equality", answers = stage },
    { id = "own_data",   about = "whether people own their own data",        answers = stage },
    { id = "present",    about = "being present in the community",  seats = "power",    answers = stage },
    { id = "alongside",  about = "working alongside, not for",      seats = "workers",  answers = stage },
    { id = "in_control", about = "being in control of one's life",  seats = "citizens", answers = stage },
    { id = "why",        about = "what makes you say so",           answers = "words" },
  },

  examples = {
    { "a citizen",           "2 1 1 - n n 3 +", given = { seat = "citizens" } },
    { "somebody with power", "4 4 3 4 4 n n -", given = { seat = "power" } },
  },
}
