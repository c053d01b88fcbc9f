-- SPDX-License-Identifier: GPL-3.0-or-later
-- Goal attainment scaling.
--
-- Any number of goals, each in the person's own words, each rated from -2 (much
-- less than hoped) to +2 (much more), 0 being what was hoped for. Goals may carry
-- weights. The T score is 50 when things came out as hoped. The person rates them; a coach
-- may too, on the same day, and the two are shown apart and never added.

local rho = 0.3        -- how far goals are taken to move together, as published

return {
  title   = "Goal attainment scaling",
  version = "1",
  source  = "Kiresuk and Sherman (1968); formula as corrected in Clinical Rehabilitation (2009) 23:362",
  licence = { wording = { ship = true, terms = "a method, not a text" }, scoring = { ship = true, terms = "published" } },

  raters = "person coach",

  items = {
    { id = "goal", about = "a goal in the person's own words", own = true, repeats = { 1, 30 },
      answers = { from = -2, "much less than hoped", "less than hoped", "as hoped", "more than hoped", "much more than hoped" },
      weight  = { 0, 9 } },
  },

  scales = {
    { id = "t", title = "Goal attainment", better = "higher", digits = 1, range = { 13, 87 },
      score = function(answer)
        local wx, w, ww = 0, 0, 0
        for _, goal in ipairs(answer.goal) do
          wx = wx + goal.weight * goal.level
          w  = w  + goal.weight
          ww = ww + goal.weight ^ 2
        end
        if w == 0 then return nil, "all weights are 0" end
        return 50 + 10 * wx / math.sqrt((1 - rho) * ww + rho * w ^ 2)
      end },
  },

  examples = {
    { "as hoped",               "home:0",                            t = 50 },
    { "one goal, a bit more",   "home:1",                            t = 60 },
    { "three goals",            "home:1 music:2 sister:-1",          t = 59.13 },
    { "the same, with weights", "home:1@3 music:2@1 sister:-1@2",    t = 56.61 },
    { "everything at its worst", "home:-2 music:-2",                 t = 25.19 },
    { "everything at its best",  "home:2 music:2",                   t = 74.81 },
    { "one not rated yet",      "home:1 music:-",                    t = "not scored" },
    { "all weights 0",          "home:1@0",                          t = "not scored" },
    { "no goals",               "",                                  t = "not scored" },
  },
}
