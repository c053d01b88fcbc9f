-- SPDX-License-Identifier: GPL-3.0-or-later
-- GAD-7: seven questions about worry over the last two weeks.
--
-- The lowest answer is "not at all"; copies that print "not at all sure" are wrong. The
-- bands are the authors'; the cut-off is the one used in England.

return {
  title   = "GAD-7",
  version = "1",
  source  = "Spitzer, Kroenke, Williams and Löwe (2006), Arch Intern Med 166:1092",
  recall  = { "the last two weeks", days = 14 },
  licence = {
    wording = { ship = true, terms = "public domain, no permission required", url = "phqscreeners.com" },
    scoring = { ship = true, terms = "public domain" },
  },

  answers = { from = 0, "not at all", "several days", "more than half the days", "nearly every day" },

  items = {
    { id = "q1", about = "nervousness",             text = "Feeling nervous, anxious, or on edge" },
    { id = "q2", about = "worry that will not stop", text = "Not being able to stop or control worrying" },
    { id = "q3", about = "worry about many things", text = "Worrying too much about different things" },
    { id = "q4", about = "relaxing",                text = "Trouble relaxing" },
    { id = "q5", about = "restlessness",            text = "Being so restless that it is hard to sit still" },
    { id = "q6", about = "being easily annoyed",    text = "Becoming easily annoyed or irritable" },
    { id = "q7", about = "fear of something awful", text = "Feeling afraid as if something awful might happen" },
  },

  scales = {
    { id = "total", title = "Anxiety", better = "lower",
      wobble = { change = 4, source = "NHS Talking Therapies manual" },
      bands  = {
        severity = { {0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "severe"}, source = "Spitzer et al. (2006)" },
        cut_off  = { {0, "below"}, {8, "at or above"}, source = "NHS Talking Therapies manual" },
      } },
  },

  examples = {
    { "nothing",    "0{7}",          total = { 0, severity = "minimal", cut_off = "below" } },
    { "4",          "1 1 1 1 0 0 0", total = { 4, severity = "minimal" } },
    { "5",          "1 1 1 1 1 0 0", total = { 5, severity = "mild" } },
    { "7",          "1{7}",          total = { 7, severity = "mild", cut_off = "below" } },
    { "8",          "2 1 1 1 1 1 1", total = { 8, severity = "mild", cut_off = "at or above" } },
    { "9",          "2 2 1 1 1 1 1", total = { 9, severity = "mild" } },
    { "10",         "2 2 2 1 1 1 1", total = { 10, severity = "moderate" } },
    { "14",         "2{7}",          total = { 14, severity = "moderate" } },
    { "15",         "3 2 2 2 2 2 2", total = { 15, severity = "severe" } },
    { "everything", "3{7}",          total = { 21, severity = "severe", cut_off = "at or above" } },
    { "one blank",  "1 1 1 - 1 1 1",
      total = { "not scored", reason = "6 of 7 answered", lowest = 6, highest = 9 } },
  },
}
