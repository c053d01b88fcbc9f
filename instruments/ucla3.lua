-- SPDX-License-Identifier: GPL-3.0-or-later
-- Loneliness: the three questions of the UCLA scale in the form of the Office for
-- National Statistics, which asks them together with its direct question.
--
-- No rule for missing answers was published, so all three must be answered. Where to
-- draw a line is custom and not publication, so there are no bands.

return {
  title   = "UCLA three-item loneliness scale (ONS form)",
  version = "1",
  source  = "Office for National Statistics, Measuring loneliness: guidance for use of the national indicators on surveys",
  licence = {
    wording = { ship = true, holder = "Crown copyright, Office for National Statistics",
                terms = "Open Government Licence; say that it is from the ONS", url = "ons.gov.uk" },
    scoring = { ship = true, terms = "Open Government Licence" },
  },

  answers = { "hardly ever or never", "some of the time", "often" },

  items = {
    { id = "companionship", about = "lacking companionship",
      text = "How often do you feel that you lack companionship?" },
    { id = "left_out",      about = "being left out",
      text = "How often do you feel left out?" },
    { id = "isolated",      about = "isolation from others",
      text = "How often do you feel isolated from others?" },
  },

  scales = {
    { id = "loneliness", title = "Loneliness", better = "lower" },
  },

  examples = {
    { "lowest",    "1 1 1", loneliness = 3 },
    { "mixed",     "3 1 2", loneliness = 6 },
    { "highest",   "3 3 3", loneliness = 9 },
    { "one blank", "2 - 2", loneliness = { "not scored", reason = "2 of 3 answered", lowest = 5, highest = 7 } },
    { "declined",  "d d d", loneliness = { "not scored", reason = "nothing answered" } },
  },
}
