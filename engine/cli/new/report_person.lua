-- SPDX-License-Identifier: FILL IN: the licence of this file, which you choose, such as GPL-3.0-or-later
--
-- FILL IN: in a few lines, who reads it, and what they want to learn
--
-- Each blank says what it wants; put your words in its place. The page is the .html file beside this one.
-- `alongside explain sections` says what a section may hold, `alongside list instruments` names what to show.

return {
  title   = "FILL IN: the heading in lists, such as Our progress",
  version = "1",                   -- goes up when results could change
  source  = "FILL IN: whose report it is; this project if it is ours",
  reader  = "person",

  -- In order, each with the question it helps with. A person's page always says what it cannot tell, and what is
  -- held about them. A section of scores or findings that names none shows all there are.
  sections = {
    { asks = "FILL IN: your question, with a question mark, such as How have you been?",
      shows = "scores", of = "FILL IN: the scale that helps with it, such as swemwbs.wellbeing" },
    { asks = "What did you have to go through to get help?", shows = "findings" },
    { asks = "What can this page not tell?",                shows = "limits" },
    { asks = "What is held about you, and who may see it?",  shows = "record" },
  },

  -- Made with so many made-up people, of whom the first one's page is made; `says` must be on it, `never` must not.
  examples = {
    { "one person",       people = 1,  says = "Juniper Quillfeather", never = "p002" },
    { "one among others", people = 40, says = "FILL IN: words of the page, such as How have you been?", never = "p002" },
  },
}
