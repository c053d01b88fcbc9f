/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to `page`: a template as read, with its parts. */
#ifndef PAGE_TEMPLATE_H
#define PAGE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/arena.h"
#include "ground/fault.h"

enum node_kind {
    NODE_WORDS,
    NODE_VALUE,
    NODE_EACH,
    NODE_NONE,
    NODE_PART,
    NODE_CHART,
    NODE_TABLE,
    NODE_STYLE
};

/* A spot in a file: lines and columns from 1, columns in characters. */
struct spot {
    const char *path;
    size_t line, column;
};

struct node {
    enum node_kind kind;
    struct spot spot;
    const char *words; /* NODE_WORDS: `length` bytes of the file; else the name as written */
    size_t length;
    const char **names; /* the name's pieces: `change.title` has two; none for `.` */
    size_t name_count;
    struct node *body, *next;
};

/* One file that was read, in the order of first use. */
struct template_file {
    const char *name, *path, *bytes;
    size_t length;
    bool open; /* being read: a part that wants it now is a circle */
    struct node *nodes;
    struct template_file *next;
};

struct template
{
    struct arena *arena;
    const char *folder, *home;
    struct template_file *files, **last;
    struct template_file *style;
    bool has_head;
    struct node *nodes;
};

/* Reads `name` with all its parts and the style sheet. Everything lives in `arena`. */
bool template_read(struct template *template, const char *name, struct fault *);

/* Finds `name` in the folder, then at home, and reads it once. `spot` is who wants it, NULL for the
 * engine. */
bool template_file(struct template *template, const char *name, const struct spot *spot,
                   struct template_file **file, struct fault *);
/* Reads the signs of a file. */
bool template_parse(struct template *template, struct template_file *file, struct fault *);

/* "reports/x.html:3:14: " and a sentence; kind 65. */
bool template_fault(struct fault *fault, const struct spot *spot, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
