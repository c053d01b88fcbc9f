-- SPDX-License-Identifier: GPL-3.0-or-later
-- CORE-10: ten statements about the last week.
--
-- Ten times the mean of what was answered; one may be missing. The codes printed for
-- the second and third statement already run the other way, so nothing is turned round.
-- The sixth is brought to the person and their coach at once. The wording is used as it
-- stands or not at all.

local barkham = "Barkham et al. (2013), Counselling and Psychotherapy Research 13:3"
local manual  = "CORE-10 user manual (2007), as quoted by NovoPsych"
local kind    = { "Not at all", "Only occasionally", "Sometimes", "Often", "Most or all the time", codes = { 4, 3, 2, 1, 0 } }

return {
  title   = "CORE-10",
  version = "1",
  source  = barkham,
  recall  = { "the last week", days = 7 },
  content = "One statement is about plans to end one's life.",
  licence = {
    wording = { ship = true, holder = "CORE System Trust", terms = "CC BY-ND 4.0, also in software",
                url = "coreims.co.uk", unaltered = true,
                notice = "© CORE System Trust, CC BY-ND 4.0 (creativecommons.org/licenses/by-nd/4.0)" },
    scoring = { ship = true, terms = "published" },
  },

  answers = { from = 0, "Not at all", "Only occasionally", "Sometimes", "Often", "Most or all the time" },

  items = {
    { id = "q1",  about = "tension",                 text = "I have felt tense, anxious or nervous" },
    { id = "q2",  about = "support", answers = kind, text = "I have felt I have someone to turn to for support when needed" },
    { id = "q3",  about = "coping",  answers = kind, text = "I have felt able to cope when things go wrong" },
    { id = "q4",  about = "talking to people",       text = "Talking to people has felt too much for me" },
    { id = "q5",  about = "panic",                   text = "I have felt panic or terror" },
    { id = "q6",  about = "ending one's life",       text = "I made plans to end my life", flag = 1 },
    { id = "q7",  about = "sleep",                   text = "I have had difficulty getting to sleep or staying asleep" },
    { id = "q8",  about = "hope",                    text = "I have felt despairing or hopeless" },
    { id = "q9",  about = "unhappiness",             text = "I have felt unhappy" },
    { id = "q10", about = "images and memories",     text = "Unwanted images or memories have been distressing me" },
  },

  scales = {
    { id = "distress", title = "Distress", better = "lower", digits = 1,
      total = "mean", times = 10, unanswered = 1,
      wobble = { change = 6, source = barkham .. ", reliable change at 90%" },
      bands  = {
        severity   = { {0, "healthy or low"}, {11, "mild"}, {15, "moderate"}, {20, "moderate to severe"}, {25, "severe"},
                       source = barkham },
        cut_off    = { {0, "below"}, {11, "at or above"}, source = barkham },
        depression = { {0, "below"}, {13, "at or above"}, source = barkham },
      },
      norms  = {
        { id = "general", of = "the general population", year = "published 2007", mean = 4.7, sd = 4.8, n = 535,
          source = manual },
        { id = "primary_care", of = "people in primary care", year = "published 2007", mean = 19.7, sd = 7.7, n = 1835,
          source = manual },
      } },
  },

  examples = {
    { "lowest",  "0{10}",           distress = { 0, severity = "healthy or low", cut_off = "below", depression = "below" },
                                    flags = "" },
    { "10",      "1{10}",           distress = { 10, severity = "healthy or low", cut_off = "below" }, flags = "q6" },
    { "11",      "2 1{9}",          distress = { 11, severity = "mild", cut_off = "at or above" } },
    { "12",      "2 2 1{8}",        distress = { 12, depression = "below" } },
    { "13",      "2 2 2 1{7}",      distress = { 13, depression = "at or above" } },
    { "14",      "2 2 2 2 1{6}",    distress = { 14, severity = "mild" } },
    { "15",      "2 2 2 2 2 1{5}",  distress = { 15, severity = "moderate" } },
    { "19",      "2{9} 1",          distress = { 19, severity = "moderate" } },
    { "20",      "2{10}",           distress = { 20, severity = "moderate to severe" } },
    { "24",      "3 3 3 3 2{6}",    distress = { 24, severity = "moderate to severe" } },
    { "25",      "3{5} 2{5}",       distress = { 25, severity = "severe" } },
    { "highest", "4{10}",           distress = { 40, severity = "severe" } },
    { "one blank",  "2 2 2 2 - 0 2 2 2 2", distress = { 17.78, severity = "moderate", lowest = 16, highest = 20 },
                                           flags = "" },
    { "two blank",  "2 2 - 2 - 1 2 2 2 2",
      distress = { "not scored", reason = "8 of 10 answered", lowest = 15, highest = 23 }, flags = "q6" },
  },
}
