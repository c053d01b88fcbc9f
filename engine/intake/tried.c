/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an intake makes of a file, to be read by the person who writes the intake. */
#include <stdlib.h>

#include "intake/gives.h"

enum { FILE_MOST = 64 << 20 };

bool intake_lines(const struct intake *intake, const char *path, struct arena *arena,
                  struct text *out, struct fault *fault)
{
    char *bytes;
    size_t length;
    struct said said = {0};
    if (!text_read_file(path, FILE_MOST, &bytes, &length, fault))
        return false;
    bool read = examples_run(intake, path, bytes, length, intake->encoding, arena, &said, fault);
    for (size_t i = 0; read && i < said.count; i++)
        text_format(out, said.whys[i] ? "%s: %s\n" : "%s\n", said.lines[i], said.whys[i]);
    free(bytes);
    return read;
}
