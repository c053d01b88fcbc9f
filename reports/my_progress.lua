-- SPDX-License-Identifier: GPL-3.0-or-later
-- A person's own page: what they answered, and what they had to go through to get help.
--
-- No scale and no indicator is named, so it shows everything that the person answered and everything that is
-- looked for. Nobody else is on it.

return {
  title   = "My progress",
  version = "1",
  source  = "this project",
  reader  = "person",

  sections = {
    { asks = "How have you been?",                              shows = "scores" },
    { asks = "What did you have to go through to get help?",    shows = "findings" },
    { asks = "What can’t this page tell?",                      shows = "limits" },
    { asks = "What is held about you, and who may see it?",     shows = "record" },
  },

  examples = {
    { "one person",        people = 1,  says = "Juniper Quillfeather’s page", never = "p002" },
    { "one among several", people = 12, says = "How you compare with anyone else. It never tries.", never = "p002" },
    { "no name of others", people = 12, says = "Juniper Quillfeather’s page", never = "Plum" },
  },
}
