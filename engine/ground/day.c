/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/day.h"

#include <stdio.h>
#include <string.h>

static const char *const month_name[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};

/* Proleptic Gregorian calendar, years from March so that the leap day comes last. */
day day_of(int year, int month, int date)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void day_parts(day at, int *year, int *month, int *date)
{
    int z = at + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int of_era = z - era * 146097;
    int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * y + y / 4 - y / 100);
    int m = (5 * of_year + 2) / 153;
    *date = of_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = y + era * 400 + (*month <= 2);
}

int day_days_in(int year, int month)
{
    return month == 12 ? 31 : day_of(year, month + 1, 1) - day_of(year, month, 1);
}

day day_later(day a, day b)
{
    return a > b ? a : b;
}

day day_earlier(day a, day b)
{
    return a < b ? a : b;
}

/* Reads exactly `count` digits. */
static bool digits(const char **at, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        *number = *number * 10 + (**at - '0');
    }
    return true;
}

static bool read_day(const char **at, day *out)
{
    int year, month, date;
    if (!digits(at, 4, &year) || *(*at)++ != '-' || !digits(at, 2, &month) || *(*at)++ != '-' ||
        !digits(at, 2, &date))
        return false;
    if (year < 1 || month < 1 || month > 12 || date < 1 || date > day_days_in(year, month))
        return false;
    *out = day_of(year, month, date);
    return true;
}

bool day_read(const char *text, day *out)
{
    return strlen(text) == 10 && read_day(&text, out);
}

static struct days months_from(int year, int month, int count)
{
    int last = month + count - 1;
    return (struct days){day_of(year, month, 1), day_of(year, last, day_days_in(year, last))};
}

bool days_read(const char *text, struct days *days)
{
    if (day_read(text, &days->low)) {
        days->high = days->low;
        return true;
    }
    int year, part;
    const char *at = text;
    if (!digits(&at, 4, &year) || year < 1)
        return false;
    if (!*at) {
        *days = months_from(year, 1, 12);
        return true;
    }
    if (strlen(at) != 3 || *at++ != '-')
        return false;
    if (*at == 'Q' && at[1] >= '1' && at[1] <= '4') {
        *days = months_from(year, (at[1] - '1') * 3 + 1, 3);
        return true;
    }
    if (!digits(&at, 2, &part) || part < 1 || part > 12)
        return false;
    *days = months_from(year, part, 1);
    return true;
}

bool days_read_period(const char *text, struct days *days)
{
    if (strlen(text) != 21)
        return strlen(text) < 10 && days_read(text, days);
    const char *at = text;
    return read_day(&at, &days->low) && *at++ == '/' && read_day(&at, &days->high) &&
           days->low <= days->high;
}

bool days_are_whole(struct days days)
{
    static const int lengths[] = {1, 3, 12};
    int year, month, date;
    bool whole = false;
    day_parts(days.low, &year, &month, &date);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        whole |=
            (month - 1) % lengths[i] == 0 && days.high == months_from(year, month, lengths[i]).high;
    return whole && date == 1;
}

struct days days_last_whole(const char *period, day at)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    int length = strcmp(period, "year") == 0 ? 12 : strcmp(period, "month") == 0 ? 1 : 3;
    int first = (month - 1) / length * length + 1 - length;
    if (first < 1) {
        first += 12;
        year--;
    }
    return months_from(year, first, length);
}

/* By hand: a pass over everybody writes millions of days. */
char *day_text(struct arena *arena, day at)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    char *text = arena_copy(arena, "0000-00-00", 10);
    for (int i = 3; i >= 0; i--, year /= 10)
        text[i] = (char)('0' + year % 10);
    text[5] = (char)('0' + month / 10);
    text[6] = (char)('0' + month % 10);
    text[8] = (char)('0' + date / 10);
    text[9] = (char)('0' + date % 10);
    return text;
}

char *day_words(struct arena *arena, day at)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    return arena_format(arena, "%d %s %d", date, month_name[month - 1], year);
}

char *day_month_words(struct arena *arena, day at)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    return arena_format(arena, "%s %d", month_name[month - 1], year);
}

char *day_month_short(struct arena *arena, day at, bool with_year)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    return with_year ? arena_format(arena, "%.3s %d", month_name[month - 1], year)
                     : arena_format(arena, "%.3s", month_name[month - 1]);
}

char *days_words(struct arena *arena, struct days days)
{
    int year, month, date, year2, month2, date2;
    day_parts(days.low, &year, &month, &date);
    day_parts(days.high, &year2, &month2, &date2);
    bool whole = date == 1 && date2 == day_days_in(year2, month2);
    if (days.low == days.high)
        return day_words(arena, days.low);
    if (whole && year == year2 && month == 1 && month2 == 12)
        return arena_format(arena, "%d", year);
    if (whole && year == year2 && month == month2)
        return day_month_words(arena, days.low);
    if (whole && year == year2)
        return arena_format(arena, "%s to %s %d", month_name[month - 1], month_name[month2 - 1],
                            year);
    if (whole)
        return arena_format(arena, "%s %d to %s %d", month_name[month - 1], year,
                            month_name[month2 - 1], year2);
    return arena_format(arena, "%s to %s", day_words(arena, days.low), day_words(arena, days.high));
}

int minutes_read(const char *text)
{
    int hour, minute, second = 0;
    if (!digits(&text, 2, &hour) || *text++ != ':' || !digits(&text, 2, &minute))
        return -1;
    if (*text && (*text++ != ':' || !digits(&text, 2, &second) || *text))
        return -1;
    return hour > 23 || minute > 59 || second > 59 ? -1 : hour * 60 + minute;
}

void next_day_add(struct next_day *next, day at)
{
    if (at > next->after && at < DAY_LAST && (next->day == DAY_NONE || at < next->day))
        next->day = at;
}
