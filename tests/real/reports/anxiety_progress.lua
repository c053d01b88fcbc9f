-- SPDX-License-Identifier: GPL-3.0-or-later
-- One person's own page about state anxiety answers. The studies know only a first, second, third time, so
-- the page has an order and no dates.

return {
  title    = "My answers about right now",
  version  = "1",
  source   = "this project, on the data set sai of the R package psychTools (Revelle)",
  reader   = "person",
  template = "my_progress.html",

  sections = {
    { asks = "How have you been?",                          shows = "scores", of = "sai.anxiety" },
    { asks = "What can’t this page tell?",                  shows = "limits" },
    { asks = "What is held about you, and who may see it?", shows = "record" },
  },

  examples = {
    { "others' questions only", people = 1,  says = "No answers of yours to these questions are held here." },
    { "one among several",      people = 12, says = "Juniper Quillfeather’s page", never = "p002" },
  },
}
