/* SPDX-License-Identifier: GPL-3.0-or-later */
/* status and verify: what is in the store, and whether it is as alongside wrote it. */
#include <string.h>

#include "cli/cli.h"
#include "cli/status.h"
#include "page/page.h"

struct status_command {
    struct common common;
    bool json;
    struct desk desk;
};

static error_t parse_status(int key, char *argument, struct argp_state *state)
{
    struct status_command *status = state->input;
    switch (key) {
    case 'j':
        status->json = true;
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &status->common;
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "takes no \"%s\". The store is named with --store", argument);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* --- status ---------------------------------------------------------------------------------- */

struct held {
    int64_t people, sharing, touched, failed;
    struct holding *holdings;
    size_t count;
    struct standing_store standing;
};

static bool read_held(struct status_command *status, struct held *held, struct fault *fault)
{
    struct store *store = status->desk.store;
    return store_count_people(store, &held->people, &held->sharing, fault) &&
           store_count_touched(store, &held->touched, &held->failed, fault) &&
           store_holdings(store, status->desk.arena, &held->holdings, &held->count, fault) &&
           status_read(&status->desk, &held->standing, fault);
}

/* Few rows are of few people, and whoever sees a screen or a log sees them: they are told as of
 * several people anywhere, fewer than ten or to the nearest five. */
enum { LEAST = 10, BASE = 5 };
static const char fewer[] = "fewer than 10";

static int64_t nearest(int64_t count)
{
    return (count + BASE / 2) / BASE * BASE;
}

static const char *roughly(struct arena *arena, int64_t count)
{
    return count < LEAST ? fewer : count_text(arena, nearest(count));
}

static struct value rough(struct arena *arena, int64_t count)
{
    return count > 0 && count < LEAST ? value_text(arena, fewer)
                                      : value_number((double)nearest(count));
}

static bool is_few(const struct holding *h)
{
    return h->of_people && h->count < LEAST;
}

static const char *how_many(struct arena *arena, const struct holding *h)
{
    return h->of_people ? roughly(arena, h->count) : count_text(arena, h->count);
}

/* Those of one kind that are few, or those that are not, parted by commas behind `before`. */
static void add_held(const struct holding *holdings, size_t count, bool few, const char *before,
                     struct arena *arena, struct text *out)
{
    for (size_t i = 0; i < count; i++) {
        const struct holding *h = &holdings[i];
        if (is_few(h) != few)
            continue;
        text_put(out, before);
        text_format(out, few ? "%s" : "%s %s", h->name, how_many(arena, h));
        before = ", ";
    }
}

/* One line a kind: `events               contact 120, refusal 15; fewer than 10 each: death`. */
static void add_holdings(const struct held *held, struct arena *arena, struct text *out)
{
    for (size_t i = 0, count; i < held->count; i += count) {
        const struct holding *first = &held->holdings[i];
        for (count = 1; i + count < held->count && strcmp(first[count].of, first->of) == 0;)
            count++;
        text_format(out, "\n  %-21s", first->of);
        if (!*first->name) {
            text_put(out, how_many(arena, first));
            continue;
        }
        size_t start = out->length;
        add_held(first, count, false, "", arena, out);
        add_held(first, count, true,
                 out->length > start ? "; fewer than 10 each: " : "fewer than 10 each: ", arena,
                 out);
    }
}

/* Some faults only show beside the other files of its folder. */
static void add_broken(const struct status_command *status, const char *path, struct text *out)
{
    const char *with = status->common.with;
    text_format(out, "\n%s cannot be used. `alongside check %s%s%s%s` says why.\n", path,
                with ? "--with " : "", with ? with : "", with ? " " : "", path);
}

static void add_attention(const struct status_command *status, const struct held *held,
                          struct text *out)
{
    struct arena *arena = status->desk.arena;
    if (held->sharing < held->people)
        text_put(
            out,
            "\nWho never said yes is not counted. People say so in the column shares of a people "
            "file, or in a file of consents (purpose learning).\n");
    if (held->touched)
        text_format(out,
                    "\nOf %s people something changed since scores were worked out. `alongside "
                    "score` works "
                    "them out again; commands that need scores do so by themselves.\n",
                    roughly(arena, held->touched));
    if (held->failed)
        text_format(out,
                    "\nFor %s people a plugin failed, so some of their scores are not there. "
                    "`alongside score` tries again, and says which plugin and why.\n",
                    roughly(arena, held->failed));
    for (size_t i = 0; i < status->desk.shelf.broken_count; i++)
        add_broken(status, status->desk.shelf.broken[i].path, out);
}

static void say_status(const struct status_command *status, const struct held *held,
                       struct text *out)
{
    struct arena *arena = status->desk.arena;
    const char *area = store_area(status->desk.store);
    text_format(out, "%s%s%s\n\n", status->common.store, area ? ", for " : "", area ? area : "");
    text_format(out, "  %-21s%s, of whom %s said yes to being counted for learning", "people",
                count_text(arena, held->people), count_text(arena, held->sharing));
    add_holdings(held, arena, out);
    status_put_lines(&held->standing, arena, out);
    text_char(out, '\n');
    status_put_collects(&held->standing, arena, out);
    add_attention(status, held, out);
}

static void add_json(const struct status_command *status, const struct held *held, struct text *out)
{
    struct arena *arena = status->desk.arena;
    struct value model = value_table(arena), list = value_table(arena);
    value_set(arena, model, "people", value_number((double)held->people));
    value_set(arena, model, "may_be_counted", value_number((double)held->sharing));
    value_set(arena, model, "changed_since_scored", rough(arena, held->touched));
    value_set(arena, model, "plugin_failed_for", rough(arena, held->failed));
    for (size_t i = 0; i < held->count; i++) {
        struct value row = value_table(arena);
        value_set_text(arena, row, "of", held->holdings[i].of);
        value_set_text(arena, row, "name", held->holdings[i].name);
        const struct holding *h = &held->holdings[i];
        value_set(arena, row, "count",
                  h->of_people ? rough(arena, h->count) : value_number((double)h->count));
        value_add(arena, list, row);
    }
    value_set(arena, model, "holds", list);
    status_add_json(&held->standing, arena, model);
    page_json(model, out);
}

static bool run_status(struct status_command *status, struct fault *fault)
{
    struct held held = {0};
    struct text out = {0};
    if (!desk_open(&status->desk, &status->common, DESK_READ, fault) ||
        !read_held(status, &held, fault))
        return false;
    (status->json ? add_json : say_status)(status, &held, &out);
    bool done = status->json ? cli_write(NULL, &out, fault)
                             : status_put_help(&status->desk, &out, fault) && cli_talk(&out, fault);
    text_free(&out);
    return done;
}

int command_status(int argc, char **argv)
{
    static const struct argp_option options[] = {{"json", 'j', NULL, 0, "as JSON", 1}, {0}};
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {
        options,
        parse_status,
        NULL,
        "Say what is in the store, how many people may be counted, and what needs a person.",
        children,
        NULL,
        NULL};
    struct status_command status = {0};
    struct fault fault;
    cli_parse(&argp, argc, argv, &status);
    bool done = run_status(&status, &fault);
    int code = done ? status.desk.attention : cli_fail(&fault);
    desk_close(&status.desk);
    return code;
}

/* --- verify ---------------------------------------------------------------------------------- */

static bool run_verify(struct status_command *verify, struct fault *fault)
{
    struct verified verified;
    struct desk *desk = &verify->desk;
    if (!desk_open(desk, &verify->common, DESK_READ | DESK_VAULT, fault) ||
        !store_verify(desk->store, desk->arena, &verified, fault))
        return false;
    for (size_t i = 0; i < verified.count; i++)
        cli_print("%s\n", verified.sentences[i]);
    if (verified.count)
        return fault_set(
            fault, FAULT_DATA,
            "%s is not as alongside wrote it. Bring back a copy from before, and find out "
            "what else can write to it.",
            verify->common.store);
    cli_say(&verify->common,
            "Everything that was said and done is in %s as alongside wrote it: %s %s.",
            verify->common.store, count_text(desk->arena, verified.people),
            verified.people == 1 ? "person" : "people");
    return true;
}

int command_verify(int argc, char **argv)
{
    static const struct argp_child children[] = {{&common_keys_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {
        NULL,
        parse_status,
        NULL,
        "Check that nothing was changed or taken out of the store but by alongside itself.",
        children,
        NULL,
        NULL};
    struct status_command verify = {0};
    struct fault fault;
    cli_parse(&argp, argc, argv, &verify);
    int code = run_verify(&verify, &fault) ? 0 : cli_fail(&fault);
    desk_close(&verify.desk);
    return code;
}
