-- SPDX-License-Identifier: GPL-3.0-or-later
-- A person's own page: what they want and how they judge it first, then how they have been, who is in
-- their life, and what they had to go through to get help.
--
-- No scale is named, so it shows everything that the person answered. Their notes stand beside those
-- answers; where there are none, the notes are a line of their own. The section of findings that names
-- no indicator shows every one that no other section names.

return {
  title   = "My progress",
  version = "2",
  source  = "this project",
  reader  = "person",

  sections = {
    { asks = "What do you want?",                            shows = "goals" },
    { asks = "How have you been?",                           shows = "scores" },
    { asks = "How has the year been?",                       shows = "words" },
    { asks = "What helped?",                                 shows = "findings", of = "helped_first_time" },
    { asks = "Who is in your life?",                         shows = "ties" },
    { asks = "What did you have to go through to get help?", shows = "findings" },
    { asks = "What might you ask next?",                     shows = "questions" },
    { asks = "What can’t this page tell?",                   shows = "limits" },
    { asks = "What is held, and who looked?",                shows = "record" },
  },

  examples = {
    { "one person",        people = 1,  says = "Juniper Quillfeather’s page", never = "p002" },
    { "one among several", people = 12, says = "How you compare with anyone else. It never tries.", never = "p002" },
    { "what is left out is always said", people = 12, says = "so it gives nothing away", never = "(locked)" },
    { "no name of others", people = 12, says = "Juniper Quillfeather’s page", never = "Plum" },
  },
}
