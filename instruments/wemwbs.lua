-- SPDX-License-Identifier: GPL-3.0-or-later
-- Warwick-Edinburgh Mental Wellbeing Scale, all fourteen statements.
--
-- The answers are added up; all must be given. Seven of the statements are those of the
-- short scale, under the same ids: whoever filled in these has filled in those, and
-- swemwbs is scored from them by itself. No cut-off is official, so there are no bands.

local survey = "Health Survey for England 2016"

return {
  title   = "Warwick-Edinburgh Mental Wellbeing Scale",
  version = "1",
  source  = "Tennant et al. (2007), Health and Quality of Life Outcomes 5:63",
  recall  = { "the last two weeks", days = 14 },
  licence = {
    wording = { ship = false, holder = "University of Warwick", terms = "register with Warwick before use" },
    scoring = { ship = true, terms = "published" },
  },

  answers = { "none of the time", "rarely", "some of the time", "often", "all of the time" },

  items = {
    { id = "optimistic", about = "optimism about the future" },
    { id = "useful",     about = "feeling useful" },
    { id = "relaxed",    about = "feeling relaxed" },
    { id = "others",     about = "interest in other people" },
    { id = "energy",     about = "having energy left over" },
    { id = "problems",   about = "dealing with problems" },
    { id = "clearly",    about = "thinking clearly" },
    { id = "myself",     about = "feeling good about oneself" },
    { id = "close",      about = "closeness to others" },
    { id = "confident",  about = "confidence" },
    { id = "decide",     about = "making up one's own mind" },
    { id = "loved",      about = "feeling loved" },
    { id = "new",        about = "interest in new things" },
    { id = "cheerful",   about = "cheerfulness" },
  },

  scales = {
    { id = "wellbeing", title = "Mental wellbeing (14 statements)", better = "higher",
      norms = {
        { id = "england", sex = "male",   of = "men in England",   year = "2016", mean = 50.1, source = survey },
        { id = "england", sex = "female", of = "women in England", year = "2016", mean = 49.6, source = survey },
      } },
  },

  examples = {
    { "lowest",               "1{14}", wellbeing = 14 },
    { "neither good nor bad", "3{14}", wellbeing = 42 },
    { "mixed",                "1 2 3 4 5 1 2 3 4 5 1 2 3 4", wellbeing = 40 },
    { "highest",              "5{14}", wellbeing = 70 },
    { "one left blank",       "3 3 3 - 3{10}",
      wellbeing = { "not scored", reason = "13 of 14 answered", lowest = 40, highest = 44 } },
  },
}
