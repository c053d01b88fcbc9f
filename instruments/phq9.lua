-- SPDX-License-Identifier: GPL-3.0-or-later
-- PHQ-9: nine questions about low mood over the last two weeks.
--
-- Scored twice. The total adds the nine answers. The screen asks a different
-- question: how many of the nine are there on most days, and is one of the first
-- two among them? It is a screen, never a diagnosis. The two counts it rests on mean
-- little by themselves, so a person's own page shows the total alone.

return {
  title   = "PHQ-9",
  version = "1",
  source  = "Kroenke, Spitzer and Williams (2001), J Gen Intern Med 16:606",
  recall  = { "the last two weeks", days = 14 },
  licence = {
    wording = { ship = true, terms = "public domain, no permission required", url = "phqscreeners.com" },
    scoring = { ship = true, terms = "public domain" },
  },

  answers = { from = 0, "not at all", "several days", "more than half the days", "nearly every day" },

  items = {
    { id = "q1", about = "interest or pleasure",
      text = "Little interest or pleasure in doing things" },
    { id = "q2", about = "feeling down or hopeless",
      text = "Feeling down, depressed, or hopeless" },
    { id = "q3", about = "sleep",
      text = "Trouble falling or staying asleep, or sleeping too much" },
    { id = "q4", about = "tiredness",
      text = "Feeling tired or having little energy" },
    { id = "q5", about = "appetite",
      text = "Poor appetite or overeating" },
    { id = "q6", about = "feeling bad about oneself",
      text = "Feeling bad about yourself — or that you are a failure or have let yourself or your family down" },
    { id = "q7", about = "concentration",
      text = "Trouble concentrating on things, such as reading the newspaper or watching television" },
    { id = "q8", about = "slowed down or restless",
      text = "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety "
        .. "or restless that you have been moving around a lot more than usual" },
    { id = "q9", about = "thoughts of being better off dead", flag = 1,
      text = "Thoughts that you would be better off dead or of hurting yourself in some way" },
    { id = "q10", about = "how hard this has made things",
      text = "If you checked off any problems, how difficult have these problems made it for you to do your work, "
        .. "take care of things at home, or get along with other people?",
      answers = { from = 0, "not difficult at all", "somewhat difficult", "very difficult", "extremely difficult" } },
  },

  scales = {
    { id = "total", title = "Low mood", items = "q1..q9", better = "lower",
      wobble = { change = 6, source = "NHS Talking Therapies manual" },
      bands  = { severity = { {0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "moderately severe"}, {20, "severe"},
                              source = "Kroenke et al. (2001)" } } },

    { id = "core",     title = "The first two, most days",  items = "q1 q2", points = { 0, 0, 1, 1 }, own_view = false },
    { id = "symptoms", title = "How many there are, most days", items = "q1..q9",
      points = { 0, 0, 1, 1, q9 = { 0, 1, 1, 1 } }, own_view = false },

    { id = "screen", title = "Screen", items = "core symptoms", values = { "none", "other", "major" }, own_view = false,
      score = function(answer)
        if answer.core == 0 or answer.symptoms < 2 then return "none" end
        return answer.symptoms >= 5 and "major" or "other"
      end },
  },

  examples = {
    { "nothing",              "0{10}",               total = { 0, severity = "minimal" }, core = 0, symptoms = 0, screen = "none" },
    { "everything",           "3{10}",               total = { 27, severity = "severe" }, core = 2, symptoms = 9, screen = "major",
                                                     flags = "q9" },
    { "4",                    "1 1 1 1 0 0 0 0 0 0", total = { 4, severity = "minimal" } },
    { "5",                    "1 1 1 1 1 0 0 0 0 0", total = { 5, severity = "mild" } },
    { "9",                    "1{9} 0",              total = { 9, severity = "mild" }, symptoms = 1, screen = "none", flags = "q9" },
    { "10",                   "2 2 2 2 2 0 0 0 0 1", total = { 10, severity = "moderate" }, screen = "major" },
    { "14",                   "2{7} 0 0 0",          total = { 14, severity = "moderate" } },
    { "15",                   "2{7} 1 0 0",          total = { 15, severity = "moderately severe" } },
    { "19",                   "3 3 3 3 3 2 2 0 0 0", total = { 19, severity = "moderately severe" } },
    { "20",                   "3 3 3 3 3 3 2 0 0 0", total = { 20, severity = "severe" } },
    { "q9 counts from several days", "2 0 0 0 0 0 0 0 1 0", total = 3, symptoms = 2, screen = "other", flags = "q9" },
    { "five, neither of the first two", "1 1 2 2 2 2 2 0 0 1", total = 12, core = 0, symptoms = 5, screen = "none" },
    { "one blank",            "1 1 1 1 - 1 1 1 1 0", total = { "not scored", lowest = 8, highest = 11 }, screen = "not scored", flags = "q9" },
    { "only the tenth blank", "1{9} -",              total = 9, flags = "q9" },
  },
}
