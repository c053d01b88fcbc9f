-- SPDX-License-Identifier: GPL-3.0-or-later
-- K10: ten questions about distress over the last four weeks; six of them are the K6.
--
-- Printed with two orders and three codings, so ids say what a question is about. The
-- Australian form is the file's own: codes 1 to 5, effort before cheering up. Where the
-- third and sixth questions are only asked after a yes to the one before them, they count
-- as "none of the time" if they were not asked. Two sets of bands are in use and disagree
-- at 16 to 19; both are named. A blend of the two has no source and is not here.

return {
  title   = "Kessler psychological distress scale, K10",
  version = "1",
  source  = "Kessler et al. (2002), Psychological Medicine 32:959; ABS 4817.0.55.001 (2012)",
  recall  = { "the last four weeks", days = 28 },
  licence = {
    wording = { ship = true, holder = "World Health Organization", terms = "unrestricted use, with the notice",
                notice = "© World Health Organization" },
    scoring = { ship = true, terms = "unrestricted use" },
  },

  answers = { "none of the time", "a little of the time", "some of the time", "most of the time", "all of the time" },

  items = {
    { id = "tired",       about = "being tired out",
      text = "In the past 4 weeks, about how often did you feel tired out for no good reason?" },
    { id = "nervous",     about = "nervousness",
      text = "In the past 4 weeks, about how often did you feel nervous?" },
    { id = "so_nervous",  about = "nervousness that nothing calms",
      text = "In the past 4 weeks, about how often did you feel so nervous that nothing could calm you down?" },
    { id = "hopeless",    about = "hopelessness",
      text = "In the past 4 weeks, about how often did you feel hopeless?" },
    { id = "restless",    about = "restlessness",
      text = "In the past 4 weeks, about how often did you feel restless or fidgety?" },
    { id = "so_restless", about = "restlessness that allows no sitting still",
      text = "In the past 4 weeks, about how often did you feel so restless you could not sit still?" },
    { id = "depressed",   about = "feeling depressed",
      text = "In the past 4 weeks, about how often did you feel depressed?" },
    { id = "effort",      about = "everything being an effort",
      text = "In the past 4 weeks, about how often did you feel that everything was an effort?" },
    { id = "cheer_up",    about = "sadness that nothing cheers",
      text = "In the past 4 weeks, about how often did you feel so sad that nothing could cheer you up?" },
    { id = "worthless",   about = "feeling worthless",
      text = "In the past 4 weeks, about how often did you feel worthless?" },
  },

  skips = {       -- Andrews and Slade (2001)
    { when = { nervous = 1 },  items = "so_nervous",  as = 1 },
    { when = { restless = 1 }, items = "so_restless", as = 1 },
  },

  forms = {
    original    = { order = "tired nervous so_nervous hopeless restless so_restless depressed cheer_up effort worthless" },
    us          = { codes = { 0, 1, 2, 3, 4 } },
    survey_1997 = { codes = { 5, 4, 3, 2, 1 } },
  },

  scales = {
    { id = "distress", title = "Distress", better = "lower",
      bands = {
        abs    = { {10, "low"}, {16, "moderate"}, {22, "high"}, {30, "very high"}, source = "ABS 4817.0.55.001" },
        crufad = { {10, "likely to be well"}, {20, "mild"}, {25, "moderate"}, {30, "severe"},
                   source = "Andrews and Slade (2001), Aust N Z J Public Health 25:494" },
      } },

    { id = "from_zero", title = "Distress, counted from 0", better = "lower", plus = -10, variant = "distress" },

    { id = "k6", title = "Distress, six questions (K6)", better = "lower", own_view = false, plus = -6,
      items = "nervous hopeless restless effort cheer_up worthless",
      bands = { cut_off = { {0, "below"}, {13, "at or above"},
                            source = "Kessler et al. (2003), Archives of General Psychiatry 60:184" } } },
  },

  examples = {
    { "lowest",  "1{10}",      distress = { 10, abs = "low", crufad = "likely to be well" }, from_zero = 0,
                               k6 = { 0, cut_off = "below" } },
    { "15",      "2{5} 1{5}",  distress = { 15, abs = "low" } },
    { "16",      "2{6} 1{4}",  distress = { 16, abs = "moderate", crufad = "likely to be well" } },
    { "19",      "2{9} 1",     distress = { 19, abs = "moderate", crufad = "likely to be well" } },
    { "20",      "2{10}",      distress = { 20, abs = "moderate", crufad = "mild" }, from_zero = 10, k6 = 6 },
    { "21",      "3 2{9}",     distress = { 21, abs = "moderate" } },
    { "22",      "3 3 2{8}",   distress = { 22, abs = "high" } },
    { "24",      "3{4} 2{6}",  distress = { 24, crufad = "mild" } },
    { "25",      "3{5} 2{5}",  distress = { 25, crufad = "moderate" } },
    { "29",      "3{9} 2",     distress = { 29, abs = "high", crufad = "moderate" } },
    { "30",      "3{10}",      distress = { 30, abs = "very high", crufad = "severe" }, k6 = { 12, cut_off = "below" } },
    { "31",      "3{9} 4",     distress = 31, k6 = { 13, cut_off = "at or above" } },
    { "highest", "5{10}",      distress = { 50, abs = "very high", crufad = "severe" }, from_zero = 40,
                               k6 = { 24, cut_off = "at or above" } },
    { "two were not asked",        "2 1 n 2 1 n 2 2 2 2", distress = 16, k6 = 4 },
    { "asked and answered anyway", "2 1 3 2 1 2 2 2 2 2", distress = 19, k6 = 4 },
    { "not asked without a cause", "2 2 n 2 2 2 2 2 2 2", k6 = 6,
      distress = { "not scored", reason = "9 of 10 answered", lowest = 19, highest = 23 } },
    { "in US codes",            "2 1 0 1 2 0 1 1 0 2", distress = 20, from_zero = 10, k6 = 7, given = { form = "us" } },
    { "in the original order",  "1 1 1 1 1 1 1 5 1 1", distress = 14, k6 = 4, given = { form = "original" } },
    { "in the codes of 1997",   "5 4 5 5 5 5 5 5 5 3", distress = 13, k6 = 3, given = { form = "survey_1997" } },
    { "US codes, original order", "0{7} 4 0 0", distress = 14, given = { form = "original us" } },
  },
}
