/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three standard streams, before anything else is opened. */
#ifndef CLI_STREAMS_H
#define CLI_STREAMS_H

/* Takes the numbers of those that are closed, so that no store or pipe is opened under them and
 * written to as if it were standard output: writing to them goes on failing. From here on whatever
 * is said on standard error, by argp and getopt too, is shown as shown_line has it: names of files
 * and cells of files are somebody's words, and a terminal would obey them. */
void cli_streams(void);

#endif
