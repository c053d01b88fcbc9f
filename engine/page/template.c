/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a template: where they are, and that they may be used. */
#include "page/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "ground/text.h"

enum { FILE_MOST = 1 << 20 }; /* bytes */

bool template_fault(struct fault *fault, const struct spot *spot, const char *format, ...)
{
    char words[700];
    va_list list;
    va_start(list, format);
    vsnprintf(words, sizeof words, format, list);
    va_end(list);
    return fault_set(fault, FAULT_DATA, "%s:%zu:%zu: %s", spot->path, spot->line, spot->column,
                     words);
}

static struct template_file *known_file(const struct template *template, const char *name)
{
    for (struct template_file *file = template->files; file; file = file->next)
        if (strcmp(file->name, name) == 0)
            return file;
    return NULL;
}

static const char *path_of(const struct template *template, const char *name)
{
    const char *folders[] = {template->folder, template->home};
    for (size_t i = 0; i < 2; i++) {
        const char *path =
            folders[i] ? arena_format(template->arena, "%s/%s", folders[i], name) : NULL;
        if (path && access(path, F_OK) == 0)
            return path;
    }
    return NULL;
}

static bool no_file(const struct template *template, const char *name, const struct spot *spot,
                    struct fault *fault)
{
    const char *folder = template->folder ? template->folder : template->home;
    if (spot)
        return template_fault(fault, spot,
                              "there is no part %s in %s or %s. Add it, or take the sign out.",
                              name, folder, template->home);
    return fault_set(fault, FAULT_NO_FILE,
                     "There is no %s in %s or %s. A report needs it beside its "
                     "definition, or among the engine's own.",
                     name, folder, template->home);
}

static struct spot spot_of_byte(const struct template_file *file, size_t offset)
{
    struct spot spot = {file->path, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        spot.column = file->bytes[i] == '\n'
                          ? 1
                          : spot.column + (((unsigned char)file->bytes[i] & 0xC0) != 0x80);
        spot.line += file->bytes[i] == '\n';
    }
    return spot;
}

static bool check_bytes(const struct template_file *file, struct fault *fault)
{
    size_t end = text_utf8_end(file->bytes, file->length);
    size_t nul = strlen(file->bytes);
    if (end == file->length && nul == file->length)
        return true;
    struct spot spot = spot_of_byte(file, nul < end ? nul : end);
    return template_fault(fault, &spot, "this byte is not UTF-8. Save the file as UTF-8.");
}

static bool load(struct template *template, const char *name, const char *path,
                 struct template_file **made, struct fault *fault)
{
    char *bytes;
    size_t length;
    if (!text_read_file(path, FILE_MOST, &bytes, &length, fault))
        return false;
    struct template_file *file = arena_take(template->arena, sizeof *file);
    *file = (struct template_file){.name = arena_text(template->arena, name),
                                   .path = path,
                                   .bytes = arena_copy(template->arena, bytes, length),
                                   .length = length};
    free(bytes);
    *made = *template->last = file;
    template->last = &file->next;
    return check_bytes(file, fault);
}

bool template_file(struct template *template, const char *name, const struct spot *spot,
                   struct template_file **file, struct fault *fault)
{
    *file = known_file(template, name);
    if (*file)
        return true;
    const char *path = path_of(template, name);
    if (!path)
        return no_file(template, name, spot, fault);
    return load(template, name, path, file, fault);
}

/* A style sheet that closes its own <style> would put the rest of itself on the page. */
static bool check_style(const struct template_file *style, struct fault *fault)
{
    for (size_t i = 0; i < style->length; i++)
        if (strncasecmp(style->bytes + i, "</style", 7) == 0) {
            struct spot spot = spot_of_byte(style, i);
            return template_fault(fault, &spot,
                                  "a style sheet may not hold </style, which would end it on "
                                  "the page. Take it out.");
        }
    return true;
}

static bool check_name(const char *name, struct fault *fault)
{
    if (*name && *name != '.' && !strchr(name, '/'))
        return true;
    return fault_set(fault, FAULT_DATA,
                     "\"%s\" is no name of a template. Give the name of a file beside "
                     "the definition, without a folder: \"my_progress.html\".",
                     name);
}

bool template_read(struct template *template, const char *name, struct fault *fault)
{
    struct template_file *file;
    template->last = &template->files;
    if (!check_name(name, fault) || !template_file(template, name, NULL, &file, fault) ||
        !template_parse(template, file, fault) ||
        !template_file(template, "alongside.css", NULL, &template->style, fault) ||
        !check_style(template->style, fault))
        return false;
    template->nodes = file->nodes;
    struct spot spot = {file->path, 1, 1};
    return template->has_head ||
           template_fault(fault, &spot,
                          "there is no </head> in the template or its parts, so there is no "
                          "place for the style sheet. Add it, or use {{>head}}.");
}
