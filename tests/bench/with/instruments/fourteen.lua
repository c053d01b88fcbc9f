-- SPDX-License-Identifier: GPL-3.0-or-later
-- A made-up instrument of the shape of many published ones: fourteen items, a sum in which up to three blanks
-- are filled by the mean, and seven of them looked up in a table. Only for measuring speed.

local seven = "i1 i2 i3 i6 i7 i9 i11"

return {
  title   = "Fourteen made-up questions",
  version = "1",
  source  = "this project",
  licence = { wording = { ship = true, terms = "there is none" }, scoring = { ship = true, terms = "made up" } },

  answers = { from = 1, to = 5 },
  items   = "i1..i14",

  scales = {
    { id = "sum", title = "All fourteen", unanswered = 3, fill = "mean", better = "higher" },
    { id = "seven", title = "Seven of them", items = seven, digits = 2,
      lookup = { from = 7, 7, 9.5, 11.3, 12.4, 13.3, 14.1, 14.8, 15.3, 15.8, 16.4, 16.9, 17.4, 18, 18.6, 19.3, 20,
        20.7, 21.5, 22.4, 23.2, 24.1, 25, 26, 27, 28.1, 29.3, 30.7, 32.6, 35 } },
  },

  examples = {
    { "lowest",        "1{14}",      sum = 14, seven = 7 },
    { "highest",       "5{14}",      sum = 70, seven = 35 },
    { "three blanks",  "3{11} -{3}", sum = 42, seven = 19.3 },
    { "four blanks",   "3{10} -{4}", sum = "not scored", seven = "not scored" },
  },
}
