-- SPDX-License-Identifier: GPL-3.0-or-later
-- ONS4: the four questions on personal wellbeing of the Office for National Statistics.
--
-- Four answers from 0 to 10 make four scores. The ONS publishes no score over all
-- four, so there is none here: a life can be worthwhile and anxious. Only the person
-- can answer; an answer by somebody else is kept and not scored.

local ons = "ONS, Personal well-being in the UK: April 2022 to March 2023 (Annual Population Survey)"
local bands = "ONS thresholds for personal well-being, as in its reply to a freedom of information request"

-- Satisfaction, worthwhile and happiness are read in the same four bands.
local function good(id, title, mean)
  return {
    id = id, title = title, items = id, better = "higher",
    bands = { ons = { {0, "low"}, {5, "medium"}, {7, "high"}, {9, "very high"}, source = bands } },
    norms = { { id = "uk", of = "adults in the UK", year = "2022-23", mode = "interview", mean = mean, source = ons } },
  }
end

return {
  title   = "ONS4: personal wellbeing",
  version = "1",
  source  = "Office for National Statistics, personal well-being harmonised standard",
  licence = {
    wording = { ship = true, holder = "Crown copyright, Office for National Statistics",
                terms = "Open Government Licence; say that it is from the ONS", url = "measure.whatworkswellbeing.org" },
    scoring = { ship = true, terms = "Open Government Licence" },
  },

  answers = { from = 0, to = 10 },

  items = {
    { id = "life_satisfaction",  about = "satisfaction with life nowadays",
      text = "Overall, how satisfied are you with your life nowadays?" },
    { id = "worthwhile",         about = "feeling that what one does in life is worthwhile",
      text = "Overall, to what extent do you feel that the things you do in your life are worthwhile?" },
    { id = "happy_yesterday",    about = "happiness yesterday",
      text = "Overall, how happy did you feel yesterday?" },
    { id = "anxious_yesterday",  about = "anxiety yesterday",
      text = "Overall, how anxious did you feel yesterday?" },
  },

  scales = {
    good("life_satisfaction", "Life satisfaction", 7.45),
    good("worthwhile", "Feeling that life is worthwhile", 7.73),
    good("happy_yesterday", "Happiness yesterday", 7.39),
    { id = "anxious_yesterday", title = "Anxiety yesterday", items = "anxious_yesterday", better = "lower",
      bands = { ons = { {0, "very low"}, {2, "low"}, {4, "medium"}, {6, "high"}, source = bands } },
      norms = { { id = "uk", of = "adults in the UK", year = "2022-23", mode = "interview", mean = 3.23, source = ons } } },
  },

  examples = {
    { "all lowest",  "0 0 0 0",
      life_satisfaction = { 0, ons = "low" }, worthwhile = { 0, ons = "low" }, happy_yesterday = { 0, ons = "low" },
      anxious_yesterday = { 0, ons = "very low" } },
    { "last low",    "4 4 4 1",
      life_satisfaction = { 4, ons = "low" }, worthwhile = { 4, ons = "low" }, happy_yesterday = { 4, ons = "low" },
      anxious_yesterday = { 1, ons = "very low" } },
    { "first medium", "5 5 5 2",
      life_satisfaction = { 5, ons = "medium" }, worthwhile = { 5, ons = "medium" }, happy_yesterday = { 5, ons = "medium" },
      anxious_yesterday = { 2, ons = "low" } },
    { "last medium", "6 6 6 3",
      life_satisfaction = { 6, ons = "medium" }, worthwhile = { 6, ons = "medium" }, happy_yesterday = { 6, ons = "medium" },
      anxious_yesterday = { 3, ons = "low" } },
    { "first high",  "7 7 7 4",
      life_satisfaction = { 7, ons = "high" }, worthwhile = { 7, ons = "high" }, happy_yesterday = { 7, ons = "high" },
      anxious_yesterday = { 4, ons = "medium" } },
    { "last high",   "8 8 8 5",
      life_satisfaction = { 8, ons = "high" }, worthwhile = { 8, ons = "high" }, happy_yesterday = { 8, ons = "high" },
      anxious_yesterday = { 5, ons = "medium" } },
    { "first very high", "9 9 9 6",
      life_satisfaction = { 9, ons = "very high" }, worthwhile = { 9, ons = "very high" },
      happy_yesterday = { 9, ons = "very high" }, anxious_yesterday = { 6, ons = "high" } },
    { "all highest", "10 10 10 10",
      life_satisfaction = { 10, ons = "very high" }, worthwhile = { 10, ons = "very high" },
      happy_yesterday = { 10, ons = "very high" }, anxious_yesterday = { 10, ons = "high" } },
    { "each stands alone", "8 d 7 -",
      life_satisfaction = 8, worthwhile = { "not scored", reason = "nothing answered", lowest = 0, highest = 10 },
      happy_yesterday = 7, anxious_yesterday = "not scored" },
    { "somebody else answered", "8 8 7 2", given = { by = "proxy" },
      life_satisfaction = { "not scored", reason = "answered by a proxy" } },
  },
}
