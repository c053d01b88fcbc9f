-- SPDX-License-Identifier: GPL-3.0-or-later
-- State anxiety of the people of 28 studies, taken together. No study is shown apart.

return {
  title    = "What do twenty words say?",
  version  = "1",
  source   = "this project, on the data set sai of the R package psychTools (Revelle)",
  mislead  = "Many of these people watched a film or sat a test between two times: what they were doing is not in the data.",
  reader   = "area",
  period   = "all",
  template = "area_learning.html",

  sections = {
    { asks = "What is this for, and how are people protected?", shows = "method" },
    { asks = "What are we trying, and what did we stop?",       shows = "cycles" },
    { asks = "Who did we hear from, and who is missing?",       shows = "heard" },
    { asks = "How are people doing?",                           shows = "scores", of = "sai.anxiety" },
    { asks = "What can we not tell?",                           shows = "limits" },
  },

  examples = {
    { "six people",            people = 6,   says = "too few people to show", never = "of 6" },
    { "nobody was asked this", people = 120, says = "none told us how they were" },
  },
}
