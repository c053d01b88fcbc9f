-- SPDX-License-Identifier: GPL-3.0-or-later
-- De Jong Gierveld loneliness scale, six statements.
--
-- Scored by counting, not by adding codes: for the three about emotional loneliness
-- "more or less" and "yes" count, for the three about social loneliness "no" and "more
-- or less". The total may lack one answer, which then counts nothing; lowest and highest
-- say what it could have made of it. Ids are the numbers in the scale of eleven.

local manual    = "van Tilburg and de Jong Gierveld (1999), manual of the loneliness scale, section 8"
local emotional = { 0, 1, 1 }
local social    = { 1, 1, 0 }

return {
  title   = "De Jong Gierveld loneliness scale, six statements",
  version = "1",
  source  = manual,
  licence = {
    wording = { ship = false, terms = "available for scientific research programmes; cite" },
    scoring = { ship = true, terms = "published" },
  },

  answers = { "no", "more or less", "yes" },

  items = {
    { id = "i3",  about = "emptiness",                points = emotional },
    { id = "i4",  about = "people to lean on",        points = social },
    { id = "i7",  about = "people to trust",          points = social },
    { id = "i8",  about = "people one feels close to", points = social },
    { id = "i9",  about = "missing people",           points = emotional },
    { id = "i10", about = "rejection",                points = emotional },
  },

  scales = {
    { id = "emotional", title = "Emotional loneliness", items = "i3 i9 i10", better = "lower" },
    { id = "social",    title = "Social loneliness",    items = "i4 i7 i8",  better = "lower" },
    { id = "total",     title = "Loneliness",           better = "lower", unanswered = 1, fill = 0,
      bands = { level = { {0, "not lonely"}, {2, "moderate"}, {5, "severe"}, source = manual } } },
  },

  examples = {
    { "lowest",  "1 3 3 3 1 1", emotional = 0, social = 0, total = { 0, level = "not lonely" } },
    { "1",       "2 3 3 3 1 1", emotional = 1, social = 0, total = { 1, level = "not lonely" } },
    { "2",       "3 3 3 2 1 1", emotional = 1, social = 1, total = { 2, level = "moderate" } },
    { "4",       "3 1 3 2 2 1", emotional = 2, social = 2, total = { 4, level = "moderate" } },
    { "5",       "3 1 1 2 2 1", emotional = 2, social = 3, total = { 5, level = "severe" } },
    { "highest", "3 1 1 1 3 3", emotional = 3, social = 3, total = { 6, level = "severe" } },
    { "more or less always counts", "2{6}", emotional = 3, social = 3, total = { 6, level = "severe" } },
    { "one blank", "2 3 3 2 - 1", social = 1, total = { 2, level = "moderate", lowest = 2, highest = 3 },
      emotional = { "not scored", reason = "2 of 3 answered", lowest = 1, highest = 2 } },
    { "two blank", "2 3 - 2 - 1",
      total = { "not scored", reason = "4 of 6 answered", lowest = 2, highest = 4 } },
  },
}
