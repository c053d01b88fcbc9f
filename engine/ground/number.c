/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as text and back, the same in every locale: the program never calls setlocale, so the C
 * library's point is a point. */
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/text.h"

static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                              1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Without a NUL; gives how many they are. */
static int put_digits(uint64_t whole, char digits[24])
{
    int count = 0;
    for (uint64_t left = whole; left; left /= 10)
        count++;
    for (int i = count; i-- > 0; whole /= 10)
        digits[i] = (char)('0' + whole % 10);
    return count;
}

/* Nearly every number is a decimal of a few places, and then one division tells: both parts are
 * exact, so the quotient is what reading the digits gives. The fewest places are tried first. False
 * when fifteen digits do not do. */
static bool short_decimal(double number, char digits[24], int *count, int *exponent)
{
    for (int places = 0; places < (int)(sizeof tens / sizeof *tens); places++) {
        double moved = number * tens[places];
        if (moved >= 1e15)
            return false;
        int64_t whole = (int64_t)(moved + 0.5);
        if (whole == 0 || (double)whole / tens[places] != number)
            continue;
        *count = put_digits((uint64_t)whole, digits);
        *exponent = *count - 1 - places;
        return true;
    }
    return false;
}

__extension__ typedef unsigned __int128 wide;

/* `number`, whose mantissa and power of two these are, as so many decimal places, halves to even;
 * says whether they read back: whether they are nearer to it than to any other number. */
static bool exact_places(uint64_t mantissa, int power, int places, uint64_t *whole)
{
    uint64_t ten = (uint64_t)tens[places];
    wide scaled = (wide)mantissa * ten, one = (wide)1 << power;
    wide rest = scaled & (one - 1);
    *whole = (uint64_t)(scaled >> power);
    bool up = 2 * rest > one || (2 * rest == one && *whole % 2);
    *whole += up;
    wide off = 2 * (up ? one - rest : rest);
    return off < ten || (off == ten && mantissa % 2 == 0);
}

/* What has a place behind the point and fifteen digits do not do for has sixteen or seventeen. They
 * are found exactly, which is a tenth of what printing and reading back takes. */
static bool long_decimal(double number, char digits[24], int *count, int *exponent)
{
    enum { MANTISSA = DBL_MANT_DIG, LEAST = DBL_DIG, MOST = DBL_DIG + 1 };
    int power, above = 0;
    uint64_t whole, mantissa = (uint64_t)ldexp(frexp(number, &power), MANTISSA);
    if (number < 1 || number >= 1e15)
        return false;
    while (number >= tens[above + 1])
        above++;
    for (int behind = LEAST - above; behind <= MOST - above; behind++)
        if (exact_places(mantissa, MANTISSA - power, behind, &whole) || behind == MOST - above) {
            *count = put_digits(whole, digits);
            *exponent = *count - 1 - behind;
            return true;
        }
    return false;
}

/* Mantissa digits and exponent with `precision` digits behind the first. */
static int scientific(double number, int precision, char digits[24], int *exponent)
{
    char text[40];
    int count = 0;
    snprintf(text, sizeof text, "%.*e", precision, number);
    const char *at = text;
    for (; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9')
            digits[count++] = *at;
    *exponent = strtod(text, NULL) == number ? atoi(at + 1) : INT_MIN;
    return count;
}

/* The shortest digits that read back: mantissa digits and the place of the point. */
static int shortest(double number, char digits[24], int *exponent)
{
    int count;
    if (!short_decimal(number, digits, &count, exponent) &&
        !long_decimal(number, digits, &count, exponent)) {
        /* Below 1e-7 fewer may do, of which noughts are cut; of the tiniest numbers even one. */
        int precision = number < 1e-300                   ? 0
                        : number < 1e-7 || number >= 1e15 ? DBL_DIG - 1
                                                          : DBL_DIG;
        do
            count = scientific(number, precision, digits, exponent);
        while (*exponent == INT_MIN && ++precision <= 17);
    }
    while (count > 1 && digits[count - 1] == '0')
        count--;
    digits[count] = 0;
    return count;
}

void text_integer(struct text *text, int64_t number)
{
    char digits[24], *end = digits + sizeof digits, *at = end;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (number < 0)
        *--at = '-';
    text_add(text, at, (size_t)(end - at));
}

/* Digits whose first stands for so many tens, without an exponent. */
static void put_decimal(struct text *text, const char *digits, int count, int exponent)
{
    int before = exponent < 0 ? 0 : exponent + 1;
    if (!before)
        text_add(text, "0.", 2);
    for (int i = -1; i > exponent; i--)
        text_char(text, '0');
    text_add(text, digits, (size_t)(before && before < count ? before : count));
    for (int i = count; i < before; i++)
        text_char(text, '0');
    if (!before || before >= count)
        return;
    text_char(text, '.');
    text_add(text, digits + before, (size_t)(count - before));
}

/* Most numbers are whole, and finding the shortest digits of any other takes long. */
void text_number(struct text *text, double number)
{
    if (fabs(number) < 1e15 && number == (double)(int64_t)number) {
        text_integer(text, (int64_t)number); /* also -0 */
        return;
    }
    char digits[24];
    int exponent, count;
    if (number < 0)
        text_char(text, '-');
    count = shortest(fabs(number), digits, &exponent);
    put_decimal(text, digits, count, exponent);
}

char *number_text(struct arena *arena, double number)
{
    struct text text = {0};
    text_number(&text, number);
    char *copy = arena_text(arena, text.bytes);
    text_free(&text);
    return copy;
}

char *number_fixed(struct arena *arena, double number, int digits)
{
    /* 20.735 is stored a little below: a nudge in the direction of the sign rounds halves away from
     * zero, as people do. */
    double scale = pow(10, digits);
    double rounded = round(number * scale * (1 + 4e-16)) / scale;
    if (rounded == 0)
        rounded = 0;
    return arena_format(arena, "%.*f", digits, rounded);
}

char *count_text(struct arena *arena, int64_t count)
{
    char plain[32], commas[48];
    snprintf(plain, sizeof plain, "%" PRId64, count);
    size_t length = strlen(plain), used = 0;
    for (size_t i = 0; i < length; i++) {
        size_t left = length - i;
        if (i > 0 && left % 3 == 0 && plain[i - 1] != '-')
            commas[used++] = ',';
        commas[used++] = plain[i];
    }
    return arena_copy(arena, commas, used);
}

char *count_about(struct arena *arena, int64_t count, const char *many)
{
    enum { LEAST = 10, BASE = 5 }; /* as of every number about several people */
    if (count < LEAST)
        return arena_format(arena, "fewer than %d %s", LEAST, many);
    return arena_format(arena, "about %s %s", count_text(arena, (count + BASE / 2) / BASE * BASE),
                        many);
}

bool text_whole(const char *text, int64_t *number)
{
    const char *digits = text[0] == '-' ? text + 1 : text;
    size_t length = strspn(digits, "0123456789");
    if (!length || length > 18 || digits[length])
        return false;
    *number = strtoll(text, NULL, 10);
    return true;
}

bool text_decimal(const char *text, double *number)
{
    const char *at = text[0] == '-' ? text + 1 : text;
    size_t before = strspn(at, "0123456789"), after = 0;
    at += before;
    if (*at == '.') {
        after = strspn(at + 1, "0123456789");
        if (!after)
            return false;
        at += 1 + after;
    }
    if (!before || *at || before + after > 300)
        return false;
    *number = strtod(text, NULL);
    return isfinite(*number);
}
