/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a file into records without understanding their cells: where a record begins and ends, on
 * which line, and which bytes it has. libcsv knows no lines, keeps no bytes and holds a cell
 * however long it is; this does, and agrees with it on what a quote opens.
 * Private to csv. */
#ifndef CSV_SPLIT_H
#define CSV_SPLIT_H

#include <stdio.h>

#include "csv/csv.h"

enum split_state {
    SPLIT_BEGIN, /* of a cell: blanks before a quote do not count */
    SPLIT_PLAIN, /* in a cell without quotes */
    SPLIT_QUOTED,
    SPLIT_CLOSED, /* just behind a quote in a quoted cell: its end, or the first of two */
    SPLIT_BEHIND, /* blanks after a quoted cell */
    SPLIT_STRAY   /* a quote where none can be: the record ends with the line */
};

struct split {
    FILE *file;
    const char *name; /* said in faults */
    char separator;
    enum split_state state;
    int64_t line;         /* of the next byte */
    int before;           /* the byte before it, to count CRLF once */
    int64_t begins;       /* line of the record */
    int64_t quote_line;   /* where the last quote opened */
    struct text raw;      /* of the record, without the line end */
    size_t last;          /* of raw, where its last separator stands; 0: none */
    bool blank;           /* nothing but spaces and tabs so far */
    bool too_long;        /* then raw is cut short */
    bool plain_byte[256]; /* bytes that no state but SPLIT_BEGIN takes notice of */
    unsigned char buffer[1 << 16];
    size_t at, end;
};

/* Takes the open file over. */
void split_open(struct split *split, FILE *file, const char *name, char separator);
void split_close(struct split *split);

/* The next record that is not blank. */
bool split_next(struct split *split, bool *more, struct fault *);

/* Skips a UTF-8 byte order mark; 65 for UTF-16. Before the first split_next. */
bool split_skip_mark(struct split *split, struct fault *);

#endif
