/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker/jail.h"

#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ground/talk.h"

/* Seconds of processor time to begin with; the engine grants more with each call. The hard limit
 * stays as it was, so that an old worker that did no wrong can be granted more for ever. */
enum { CPU_SECONDS = 10 };

static const rlim_t address_space = (rlim_t)192 << 20;

/* Never above what the engine itself was allowed: that would be refused. */
static bool limit(int what, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(what, &now) != 0)
        return false;
    if (now.rlim_max < most)
        most = now.rlim_max;
    return setrlimit(what, &(struct rlimit){most, most}) == 0;
}

static bool limit_processor(void)
{
    struct rlimit now;
    if (getrlimit(RLIMIT_CPU, &now) != 0)
        return false;
    now.rlim_cur = now.rlim_max < CPU_SECONDS ? now.rlim_max : CPU_SECONDS;
    return setrlimit(RLIMIT_CPU, &now) == 0;
}

static bool limit_memory(void)
{
#ifdef ALONGSIDE_NO_JAIL
    return address_space > 0;
#else
    return limit(RLIMIT_AS, address_space);
#endif
}

/* The engine may have ended before the request to die with it was made, so its id is compared. */
static bool die_with(pid_t engine)
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == engine;
}

bool jail_begin(pid_t engine)
{
    return die_with(engine) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_DUMPABLE, 0) == 0 && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, 3) && limit_processor() && limit_memory();
}

#ifdef ALONGSIDE_NO_JAIL

bool jail_close(void)
{
    return true;
}

#else

/* Reading and answering on the one socket; memory for the allocator, never executable; ending. */
static bool allow(scmp_filter_ctx filter)
{
    static const int always[] = {SCMP_SYS(brk),     SCMP_SYS(munmap),     SCMP_SYS(mremap),
                                 SCMP_SYS(madvise), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn)};
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, always[i], 0) != 0)
            return false;
    static const int on_socket[] = {SCMP_SYS(read), SCMP_SYS(sendmsg)};
    for (size_t i = 0; i < sizeof on_socket / sizeof *on_socket; i++)
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, on_socket[i], 1,
                             SCMP_A0(SCMP_CMP_EQ, TALK_SOCKET, 0)) != 0)
            return false;
    static const int memory_calls[] = {SCMP_SYS(mmap), SCMP_SYS(mprotect)};
    for (size_t i = 0; i < sizeof memory_calls / sizeof *memory_calls; i++)
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, memory_calls[i], 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0)
            return false;
    return true;
}

/* Lua asks for the time to seed the hash of its texts. Where the kernel does not answer that
 * without a call, there is no clock here; nothing that a plugin sees rests on the seed. */
static bool refuse_clock(scmp_filter_ctx filter)
{
    static const int clocks[] = {SCMP_SYS(time), SCMP_SYS(gettimeofday), SCMP_SYS(clock_gettime)};
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++)
        if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), clocks[i], 0) != 0)
            return false;
    return true;
}

bool jail_close(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    bool done = filter && allow(filter) && refuse_clock(filter) && seccomp_load(filter) == 0;
    if (filter)
        seccomp_release(filter);
    return done;
}

#endif
