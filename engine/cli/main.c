/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "cli/streams.h"

const struct command commands[] = {
    {"init", "make a store here", command_init},
    {"invent", "make up an area: plain files of people who never lived", command_invent},
    {"import", "take in files of people, answers and events", command_import},
    {"score", "bring scores and findings up to date", command_score},
    {"scores", "print scores", command_scores},
    {"findings", "print what was noticed", command_findings},
    {"report", "write a person's or an area's report", command_report},
    {"check", "run the examples and properties of plugins", command_check},
    {"try", "try a plugin on answers or on a file, without a store", command_try},
    {"new", "begin a plugin: a file with its blanks marked", command_new},
    {"explain", "explain a word of the contract, or say a plugin back", command_explain},
    {"list", "list instruments, indicators, reports or intakes", command_list},
    {"status", "what is in the store, and what needs a person", command_status},
    {"verify", "check that nothing but alongside changed the store", command_verify},
    {NULL, NULL, NULL},
};

static void print_commands(FILE *out)
{
    fputs("alongside counts what happened to people, with them.\n\n", out);
    for (const struct command *c = commands; c->name; c++)
        fprintf(out, "  alongside %-9s %s\n", c->name, c->says);
    fputs("\nTo begin:\n"
          "  alongside init --area Saltmere\n"
          "  alongside import people.csv answers.csv events.csv\n"
          "  alongside report my_progress --person p001 -o p001.html\n"
          "Every command has --help.\n",
          out);
}

static int unknown(const char *word)
{
    const char *names[32];
    size_t count = 0;
    for (const struct command *c = commands; c->name; c++)
        names[count++] = c->name;
    const char *near = text_nearest(word, names, count);
    fprintf(stderr, "alongside: `%s` is not a command.", word);
    if (near)
        fprintf(stderr, " Did you mean `%s`?", near);
    fputs(" `alongside` alone lists them.\n", stderr);
    return FAULT_USAGE;
}

int main(int argc, char **argv)
{
    umask(077);
    cli_streams();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error like any other */
    argp_err_exit_status = FAULT_USAGE;
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        print_commands(stdout);
        return cli_said_all(0);
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("alongside " ALONGSIDE_VERSION);
        return 0;
    }
    for (const struct command *c = commands; c->name; c++)
        if (strcmp(c->name, argv[1]) == 0)
            return cli_said_all(c->run(argc - 1, argv + 1));
    return unknown(argv[1]);
}
