-- SPDX-License-Identifier: GPL-3.0-or-later
-- Short Warwick-Edinburgh Mental Wellbeing Scale.
--
-- Seven statements about the last two weeks. The answers are added up and the
-- total is looked up in a published table, because one more point means more at
-- the ends of the scale than in the middle. Whoever filled in all fourteen
-- statements has filled in these seven.

local survey = "Health Survey for England, 27,169 adults asked, women and men together; doi 10.1007/s11136-016-1454-8"

return {
  title   = "Short Warwick-Edinburgh Mental Wellbeing Scale",
  version = "1",
  source  = "Stewart-Brown et al. (2009), Health and Quality of Life Outcomes 7:15",
  recall  = { "the last two weeks", days = 14 },
  licence = {
    wording = { ship = false, holder = "University of Warwick", terms = "register with Warwick before use" },
    scoring = { ship = true, terms = "published" },
  },

  answers    = { "none of the time", "rarely", "some of the time", "often", "all of the time" },
  taken_from = "wemwbs",

  items = {
    { id = "optimistic", about = "optimism about the future" },
    { id = "useful",     about = "feeling useful" },
    { id = "relaxed",    about = "feeling relaxed" },
    { id = "problems",   about = "dealing with problems" },
    { id = "clearly",    about = "thinking clearly" },
    { id = "close",      about = "closeness to others" },
    { id = "decide",     about = "making up one's own mind" },
  },

  scales = {
    { id = "wellbeing", title = "Mental wellbeing", better = "higher", digits = 2,
      lookup = { from = 7,
         7.00,  9.51, 11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36,
        16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21,
        24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70, 32.55, 35.00 },
      wobble = { sem = 1.03, source = "doi 10.1186/s12955-018-1060-2" },
      norms  = {
        { id = "england", sex = "male",   of = "men in England",   year = "2010-13", mean = 23.7, source = survey },
        { id = "england", sex = "female", of = "women in England", year = "2010-13", mean = 23.2, source = survey },
      } },
  },

  examples = {
    { "lowest",               "1 1 1 1 1 1 1", wellbeing =  7.00 },
    { "neither good nor bad", "3 3 3 3 3 3 3", wellbeing = 19.25 },
    { "mostly good",          "4 4 4 5 4 4 4", wellbeing = 26.02 },
    { "highest",              "5 5 5 5 5 5 5", wellbeing = 35.00 },
    { "one left blank",       "3 3 3 - 3 3 3", wellbeing = { "not scored", lowest = 17.98, highest = 20.73 } },
  },
}
