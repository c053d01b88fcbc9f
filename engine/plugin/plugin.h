/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door to the worker: a plugin file as plain data, and calls of its functions.
 *
 * The engine never runs Lua. Loading a file starts a fresh worker, which runs the file once with no
 * person's data near it and sends the table back. */
#ifndef PLUGIN_PLUGIN_H
#define PLUGIN_PLUGIN_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/arena.h"
#include "ground/fault.h"
#include "ground/value.h"

enum { PLUGIN_SOURCE_MOST = 256 << 10 };

struct plugin {
    const char *path; /* as the caller named it; what messages begin with */
    const char *id;   /* the file's name without .lua */
    bool kept;        /* no file of the caller's: a version that the store kept */
    const char *source;
    char fingerprint[65]; /* SHA-256 of the file */
    char pin[65]; /* SHA-256 of its tokens without comments, title, about, norms and examples */
    struct value table;         /* a VALUE_TABLE */
    struct arena *arena;        /* everything of this plugin, also what the kinds make of it */
    struct plugin_lines *lines; /* private */
    struct worker *worker;      /* private: see plugin_worker */
    int worker_of;
};

/* Where alongside-worker is: set once by the program before the first load. */
void plugin_set_worker(const char *path);

/* Whether files that are loaded from here on share a worker: for those installed with the engine,
 * which are trusted like the engine itself. Starting a worker takes several times what loading
 * does. Each file runs in a Lua state of its own all the same, and one that loses the worker loses
 * it for itself. What shares, you end. */
void plugin_share_worker(bool yes);
void plugin_end_shared(void);

/* Loads one file. Every fault begins with `path:line:` where a line is known. False when there is
 * any. What it gives you, you close. */
bool plugin_load(const char *path, struct plugin **plugin, struct faults *faults);
/* The same from source that is kept elsewhere (an older version in the store); `path` is only said.
 */
bool plugin_load_source(const char *path, const char *source, size_t length, struct plugin **plugin,
                        struct faults *faults);
void plugin_close(struct plugin *plugin);

/* The line of a place such as `scales[1].lookup` or `items[3].id`; the nearest outer place when
 * that one is not written out; that of `return` for a computed table. From 1. */
int plugin_line(const struct plugin *plugin, const char *place);

/* Adds `path:line: place: sentence`; with an empty place, `path:line: sentence`. */
void plugin_say(const struct plugin *plugin, struct faults *faults, const char *place,
                const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same with the place as the subject of the sentence: `path:line: scales[1] has no …`; with an
 * empty place, `path:line: the file has no …`. */
void plugin_say_of(const struct plugin *plugin, struct faults *faults, const char *place,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A living worker for one plugin's functions. */
struct worker;

bool worker_open(const struct plugin *plugin, struct worker **worker, struct fault *);
/* The worker that this process keeps for the plugin, started when it is first asked for. It ends
 * with the plugin. NULL with a fault when it cannot be started. */
struct worker *plugin_worker(struct plugin *plugin, struct fault *);
void worker_close(struct worker *worker);

/* Calls the function at `place` (`scales[4].score`) in a fresh Lua state with plain data. The
 * results (at most `most`, missing ones nil) are made in `arena`. A failure costs one fault that
 * names file and line; the worker is started anew when it had to be killed. After three limit
 * failures in a row every further call fails at once, saying so. `show_message` false leaves the
 * plugin's own error text out (it may quote a person). */
bool worker_call(struct worker *worker, const char *place, const struct value *arguments,
                 size_t count, bool show_message, struct arena *arena, struct value *results,
                 size_t most, struct fault *);

/* Calls `find` in a fresh Lua state with a person's record as carry.h writes it, the kinds it reads
 * and the settings as they are. What it gives is as talk.h says, and not checked. Failures are as
 * those of worker_call. */
bool worker_find(struct worker *worker, const char *record, const char *reads,
                 struct value settings, bool show_message, struct arena *arena,
                 struct value *answer, struct fault *);

/* The texts in the file that are one word of small letters, each once: what a finding may be called
 * by. Made in the plugin's arena. */
size_t plugin_words(const struct plugin *plugin, const char ***words);
/* Does the file ask for this (`settings.window`, `timeline:periods`), or write it as a text? */
bool plugin_asks_for(const struct plugin *plugin, const char *word);
/* Does it give a field of this name somewhere (`same = "thread service"`), with this among its
 * words? NULL: whatever is given. */
bool plugin_gives(const struct plugin *plugin, const char *field, const char *word);

#endif
