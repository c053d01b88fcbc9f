-- SPDX-License-Identifier: GPL-3.0-or-later
-- State anxiety answers of 28 studies: one row a filling-in, one column a word.
--
-- The id is counted anew in each study, so a person is study and id. There are no dates, only a first,
-- second, third time.

return {
  title   = "State anxiety items, 28 studies",
  version = "1",
  source  = "data set sai of the R package psychTools (Revelle)",
  licence = "GPL-3.0-or-later",

  gives = {
    { "answers", "sai",
      person = { "study", "id", between = "/" },
      date   = { "time", as = "occasion" },
      items  = "calm secure tense regretful at_ease upset worrying rested anxious comfortable "
            .. "confident nervous jittery high_strung relaxed content worried rattled joyful pleasant" },
  },

  examples = {
    { "twice, with a gap", [[
study,time,id,calm,secure,tense,regretful,at_ease,upset,worrying,rested,anxious,comfortable,confident,nervous,jittery,high_strung,relaxed,content,worried,rattled,joyful,pleasant
MADE,1,7,1,3,3,2,1,2,1,1,3,2,2,3,2,2,2,2,3,1,1,3
MADE,2,7,4,4,1,1,3,1,1,2,1,4,3,1,1,1,3,3,1,,2,2 ]], [[
      MADE/7  #1  sai : 1 3 3 2 1 2 1 1 3 2 2 3 2 2 2 2 3 1 1 3
      MADE/7  #2  sai : 4 4 1 1 3 1 1 2 1 4 3 1 1 1 3 3 1 - 2 2 ]] },
    { "an id that reads like a number, one that is missing, a code that is none", [[
study,time,id,calm,secure,tense,regretful,at_ease,upset,worrying,rested,anxious,comfortable,confident,nervous,jittery,high_strung,relaxed,content,worried,rattled,joyful,pleasant
MADE,1,007,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
MADE,1,,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
MADE,1,8,5,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1 ]], [[
      MADE/007  #1  sai : 1{20}
      set aside
      set aside ]] },
    { "nothing filled in", [[
study,time,id,calm,secure,tense,regretful,at_ease,upset,worrying,rested,anxious,comfortable,confident,nervous,jittery,high_strung,relaxed,content,worried,rattled,joyful,pleasant
MADE,1,9,,,,,,,,,,,,,,,,,,,, ]], [[
      left out ]] },
  },
}
