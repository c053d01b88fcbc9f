-- SPDX-License-Identifier: GPL-3.0-or-later
-- One person's own page about a hospital that let them go and had to take them back.

return {
  title    = "My time in hospital",
  version  = "1",
  source   = "this project, on Mannhardt (2016), Sepsis Cases – Event Log",
  reader   = "person",
  template = "my_progress.html",

  sections = {
    { asks = "What did you have to go through?",            shows = "findings", of = "came_back" },
    { asks = "What can’t this page tell?",                  shows = "limits" },
    { asks = "What is held about you, and who may see it?", shows = "record" },
  },

  examples = {
    { "no hospital in it", people = 1,  says = "Nothing of this kind was found in what is shown here." },
    { "one among several", people = 12, says = "Juniper Quillfeather’s page", never = "p002" },
  },
}
