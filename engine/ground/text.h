/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of text: growing, counting, comparing, writing numbers. Never depends on the locale. */
#ifndef GROUND_TEXT_H
#define GROUND_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "ground/arena.h"

/* A text that grows. Start from `{0}`; `bytes` is NUL-terminated once anything was added. */
struct text {
    char *bytes;
    size_t length;
    size_t room;
};

void text_add(struct text *text, const char *bytes, size_t length);
void text_put(struct text *text, const char *string);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Here, because much text is made a character at a time. */
static inline void text_char(struct text *text, char c)
{
    if (text->room - text->length < 2) {
        text_add(text, &c, 1);
        return;
    }
    text->bytes[text->length++] = c;
    text->bytes[text->length] = 0;
}
/* Room for at most so many bytes more, and where they go; then where they end. */
char *text_room(struct text *text, size_t most);
void text_end(struct text *text, char *end);
void text_clear(struct text *text); /* empty, memory kept */
void text_free(struct text *text);

/* One CSV cell (RFC 4180): quoted when it holds a comma, a quote, a line break or a space at an
 * end. */
void text_csv(struct text *text, const char *cell);

/* The digits of a whole number. */
void text_integer(struct text *text, int64_t number);
/* The fewest digits that give the same double back, without an exponent: 20.73, 7, 0.00012. */
void text_number(struct text *text, double number);
char *number_text(struct arena *arena, double number);
/* With exactly `digits` decimals, halves away from zero. */
char *number_fixed(struct arena *arena, double number, int digits);
/* A count with commas: 15,214. */
char *count_text(struct arena *arena, int64_t count);
/* How many there are, for messages that anybody may come to read: "fewer than 10 people", also of
 * one, else to the nearest five, "about 45 people". */
char *count_about(struct arena *arena, int64_t count, const char *many);

/* A whole text as a number; false when anything else stands in it. "007" is 7; " 7" is not. */
bool text_whole(const char *text, int64_t *number);
/* Digits with at most one point and a leading minus; finite. No exponent, no comma. */
bool text_decimal(const char *text, double *number);

/* The offset of the first byte that is not UTF-8 (RFC 3629), or `length` when all is well. */
size_t text_utf8_end(const char *bytes, size_t length);
/* The first character of a name that cannot be seen, or 0: it would make two names of what looks
 * like one. C1 controls, no-break and zero-width spaces, the soft hyphen, marks of direction; not
 * the joiners U+200C and U+200D, which are letters' business in some scripts. `text` is UTF-8. */
uint32_t text_unseen(const char *text);

/* Small letters, digits and _, beginning with a letter, at most 40. */
bool text_is_id(const char *text);
/* A code word: letters of either size, digits and _, beginning with a letter, at most 60. */
bool text_is_code(const char *text);

bool text_starts(const char *text, const char *beginning);
bool text_ends(const char *text, const char *end);

/* The name nearest to `word` (edit distance at most a third of its length, at least 1, at most 3),
 * or NULL when none is near; to one letter only itself is. `names[i]` for
 * i < count. */
const char *text_nearest(const char *word, const char *const *names, size_t count);

/* Walks the words of a text that are parted by spaces: `const char *at = text; while
 * (text_word(&at, &word, &length)) …`. */
bool text_word(const char **at, const char **word, size_t *length);
/* Is `word` one of the space-parted words of `words`? */
bool text_has_word(const char *words, const char *word);

/* A whole file, as text_is_file has it; 65 when larger than `most` bytes. The bytes are freed by
 * the caller, with a NUL behind them. */
struct fault;
bool text_read_file(const char *path, size_t most, char **bytes, size_t *length, struct fault *);
/* Is it a file on a disk? 66 when nothing is there, 74 for a folder, and for a pipe or a device,
 * which reading could wait on for ever. */
bool text_is_file(const char *path, struct fault *);
/* Writes beside `path` and renames: the old file or the new one, never half. Mode 0600. A link
 * stays a link, a device or a pipe is written to. */
bool text_write_file(const char *path, const char *bytes, size_t length, struct fault *);
/* The same with everything that stands in `from`, in memory that does not grow with it. */
bool text_write_stream(const char *path, FILE *from, struct fault *);

/* The first control character (C0, DEL, C1), which a screen would obey, or NULL. `text` is UTF-8.
 */
const char *text_control(const char *text);

/* Copies at most `most` - 1 bytes of UTF-8 without control characters. */
void text_clean(char *out, size_t most, const char *text);

#endif
