/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/when.h"

#include <ctype.h>
#include <string.h>

#include "ground/text.h"

enum part_kind {
    YEAR,
    MONTH,
    DATE,
    HOUR,
    HOUR_12,
    MINUTE,
    SECOND,
    HALF,
    NAME,
    NAME_WHOLE,
    MARK,
    KINDS
};

struct part {
    enum part_kind kind;
    char mark; /* of MARK */
};

struct when {
    struct part parts[24];
    size_t count;
};

static const char *const month_name[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};

/* --- the pattern ----------------------------------------------------------------------------- */

/* What the last minute of 2024 has in its writing; longer ones first. */
static const struct piece {
    const char *text;
    enum part_kind kind;
} pieces[] = {{"December", NAME_WHOLE},
              {"2024", YEAR},
              {"Dec", NAME},
              {"31", DATE},
              {"12", MONTH},
              {"23", HOUR},
              {"11", HOUR_12},
              {"59", MINUTE},
              {"PM", HALF},
              {"pm", HALF}};

static bool has(const struct when *when, enum part_kind kind)
{
    for (size_t i = 0; i < when->count; i++)
        if (when->parts[i].kind == kind)
            return true;
    return false;
}

static size_t next_part(const struct when *when, const char *at, struct part *part)
{
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        if (!text_starts(at, pieces[i].text))
            continue;
        part->kind = pieces[i].kind;
        if (part->kind == MINUTE && has(when, MINUTE))
            part->kind = SECOND;
        return strlen(pieces[i].text);
    }
    part->kind = MARK;
    part->mark = *at;
    return 1;
}

static bool twice(const struct when *when)
{
    for (size_t i = 0; i < when->count; i++)
        for (size_t j = 0; j < i; j++)
            if (when->parts[i].kind != MARK && when->parts[i].kind == when->parts[j].kind)
                return true;
    return false;
}

static const char *check(const struct when *when)
{
    bool month = has(when, MONTH) + has(when, NAME) + has(when, NAME_WHOLE) == 1;
    for (size_t i = 0; i < when->count; i++)
        if (when->parts[i].kind == MARK && isalnum((unsigned char)when->parts[i].mark))
            return has(when, YEAR) ? "it has a letter or digit that is no part of that minute"
                                   : "a year of two digits can be two years. Write 2024 in full";
    if (!has(when, YEAR) || !month || !has(when, DATE) || twice(when))
        return "it needs the year, the month and the day once each";
    bool hour = has(when, HOUR) || (has(when, HOUR_12) && has(when, HALF));
    if (hour != has(when, MINUTE) || (has(when, HOUR_12) && !has(when, HALF)))
        return "a time is 23:59, or 11:59 PM";
    return NULL;
}

const char *when_compile(const char *pattern, struct arena *arena, const struct when **out)
{
    struct when *when = arena_take(arena, sizeof *when);
    for (const char *at = pattern; *at;) {
        if (when->count == sizeof when->parts / sizeof *when->parts)
            return "it is too long";
        at += next_part(when, at, &when->parts[when->count]);
        when->count++;
    }
    *out = when;
    return check(when);
}

/* --- reading --------------------------------------------------------------------------------- */

static bool is_number(enum part_kind kind)
{
    return kind <= SECOND;
}

/* One or two digits, beside another number exactly two; a year has four. */
static bool read_number(const char **at, int least, int most, int *number)
{
    int digits = 0;
    for (*number = 0; digits < most && isdigit((unsigned char)**at); digits++)
        *number = *number * 10 + (*(*at)++ - '0');
    return digits >= least;
}

static bool read_name(const char **at, bool whole, int *month)
{
    for (int i = 0; i < 12; i++) {
        size_t length = whole ? strlen(month_name[i]) : 3;
        if (strncasecmp(*at, month_name[i], length) != 0)
            continue;
        *at += length;
        *month = i + 1;
        return true;
    }
    return false;
}

static bool read_half(const char **at, int *half)
{
    bool pm = strncasecmp(*at, "PM", 2) == 0;
    if (!pm && strncasecmp(*at, "AM", 2) != 0)
        return false;
    *half = pm;
    *at += 2;
    return true;
}

static bool read_part(const struct when *when, size_t i, const char **at, int *got)
{
    struct part part = when->parts[i];
    bool tight = (i + 1 < when->count && is_number(when->parts[i + 1].kind)) ||
                 (i > 0 && is_number(when->parts[i - 1].kind));
    if (part.kind == MARK) {
        if (*(*at)++ != part.mark)
            return false;
        while (part.mark == ' ' && **at == ' ')
            (*at)++;
        return true;
    }
    if (part.kind == NAME || part.kind == NAME_WHOLE)
        return read_name(at, part.kind == NAME_WHOLE, &got[MONTH]);
    if (part.kind == HALF)
        return read_half(at, &got[HALF]);
    int least = part.kind == YEAR ? 4 : tight || part.kind == MINUTE || part.kind == SECOND ? 2 : 1;
    return read_number(at, least, part.kind == YEAR ? 4 : 2, &got[part.kind]);
}

static bool is_day(const int *got)
{
    return got[YEAR] >= 1 && got[MONTH] >= 1 && got[MONTH] <= 12 && got[DATE] >= 1 &&
           got[DATE] <= day_days_in(got[YEAR], got[MONTH]);
}

static bool clock_of(const int *got, int *minutes)
{
    int hour = got[HOUR];
    if (got[HOUR_12] >= 0) {
        if (got[HOUR_12] < 1 || got[HOUR_12] > 12)
            return false;
        hour = got[HOUR_12] % 12 + 12 * got[HALF];
    }
    *minutes = hour < 0 ? -1 : hour * 60 + got[MINUTE];
    return hour <= 23 && got[MINUTE] <= 59 && got[SECOND] <= 59;
}

static bool read_pattern(const struct when *when, const char *text, struct arena *arena,
                         const char **date, int *minutes)
{
    int got[KINDS];
    for (size_t i = 0; i < KINDS; i++)
        got[i] = -1;
    for (size_t i = 0; i < when->count; i++) {
        bool whole_day = got[YEAR] >= 0 && got[MONTH] >= 0 && got[DATE] >= 0;
        if (!*text && whole_day && got[HOUR] < 0 && got[HOUR_12] < 0)
            break; /* a missing time is no time */
        if (!read_part(when, i, &text, got))
            return false;
    }
    if (*text || !is_day(got) || !clock_of(got, minutes))
        return false;
    *date = arena_format(arena, "%04d-%02d-%02d", got[YEAR], got[MONTH], got[DATE]);
    return true;
}

/* What may stand behind the minutes of an ISO time: seconds, a fraction, an offset. */
static bool is_tail(const char *at)
{
    if (*at == ':') {
        if (!isdigit((unsigned char)at[1]) || !isdigit((unsigned char)at[2]) || at[1] > '5')
            return false;
        at += 3;
        if (*at == '.' || *at == ',')
            at += 1 + strspn(at + 1, "0123456789");
    }
    if (*at == 'Z' || *at == 'z')
        at++;
    else if (*at == '+' || *at == '-')
        at += 1 + strspn(at + 1, "0123456789:");
    return *at == '\0';
}

static bool read_iso(const char *text, struct arena *arena, const char **date, int *minutes)
{
    struct days days;
    *minutes = -1;
    *date = text;
    if (days_read(text, &days))
        return true;
    if (strlen(text) < strlen("2024-12-31T23:59") || (text[10] != 'T' && text[10] != ' '))
        return false;
    *date = arena_copy(arena, text, 10);
    *minutes = minutes_read(arena_copy(arena, text + 11, 5));
    return day_read(*date, &days.low) && *minutes >= 0 && is_tail(text + 16);
}

bool when_read(const struct when *when, const char *text, struct arena *arena, const char **date,
               int *minutes)
{
    return when ? read_pattern(when, text, arena, date, minutes)
                : read_iso(text, arena, date, minutes);
}
