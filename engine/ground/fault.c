/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/fault.h"

#include <stdio.h>
#include <stdlib.h>

#include "ground/arena.h"

bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
{
    char text[sizeof fault->text]; /* an argument may be the fault's own text */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    snprintf(fault->text, sizeof fault->text, "%s", text);
    fault->kind = kind;
    return false;
}

void faults_add(struct faults *faults, const char *format, ...)
{
    if (faults->count < FAULTS_SAID) {
        va_list arguments;
        va_start(arguments, format);
        int length = vsnprintf(NULL, 0, format, arguments);
        va_end(arguments);
        char *said = memory((size_t)length + 1);
        va_start(arguments, format);
        vsnprintf(said, (size_t)length + 1, format, arguments);
        va_end(arguments);
        faults->said[faults->count] = said;
    }
    faults->count++;
}

void faults_clear(struct faults *faults)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        free(faults->said[i]);
    faults->count = 0;
}
