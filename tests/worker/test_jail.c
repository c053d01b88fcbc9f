/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The jail, tried from inside by a child that goes in and then does what it may not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "ground/frames.h"
#include "ground/talk.h"
#include "worker/jail.h"

/* What a child ends with when it comes back from where it may not. */
enum { WAS_LET = 3, NO_JAIL = 4 };

#ifdef ALONGSIDE_NO_JAIL
#define NEEDS_THE_JAIL() skip()
#else
#define NEEDS_THE_JAIL() (void)0
#endif

typedef void forbidden(void);

/* Does `deed` in a child within the jail, whose socket is `ends[1]`; gives how the child ended. */
static int do_inside(forbidden *deed, const int ends[2])
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        if (dup2(ends[1], TALK_SOCKET) < 0 || !jail_begin(getppid()) || !jail_close())
            _exit(NO_JAIL);
        deed();
        _exit(WAS_LET);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static int do_alone(forbidden *deed)
{
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    int status = do_inside(deed, ends);
    close(ends[0]);
    close(ends[1]);
    return status;
}

static char page[4096] __attribute__((aligned(4096)));

static void open_a_file(void)
{
    syscall(SYS_open, "/etc/passwd", O_RDONLY);
}
static void open_a_file_at(void)
{
    syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}
static void make_a_file(void)
{
    syscall(SYS_creat, "/tmp/alongside-was-here", 0600);
}
static void remove_a_file(void)
{
    syscall(SYS_unlink, "/tmp/alongside-was-here");
}
static void rename_a_file(void)
{
    syscall(SYS_rename, "/tmp/alongside-was-here", "/tmp/alongside-was-there");
}
static void look_at_a_file(void)
{
    syscall(SYS_access, "/etc/passwd", R_OK);
}
static void list_a_folder(void)
{
    syscall(SYS_getdents64, TALK_SOCKET, page, sizeof page);
}
static void make_a_folder(void)
{
    syscall(SYS_mkdir, "/tmp/alongside-was-here", 0700);
}
static void change_folder(void)
{
    syscall(SYS_chdir, "/");
}
static void make_a_socket(void)
{
    syscall(SYS_socket, AF_INET, SOCK_STREAM, 0);
}
static void connect_somewhere(void)
{
    syscall(SYS_connect, TALK_SOCKET, page, 16);
}
static void run_a_program(void)
{
    char *words[] = {NULL};
    syscall(SYS_execve, "/bin/true", words, words);
}
static void fork_itself(void)
{
    syscall(SYS_fork);
}
static void clone_itself(void)
{
    syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}
static void clone_itself_anew(void)
{
    syscall(SYS_clone3, page, 64);
}
static void trace_another(void)
{
    syscall(SYS_ptrace, PTRACE_ATTACH, getppid(), 0, 0);
}
static void read_anothers_memory(void)
{
    syscall(SYS_process_vm_readv, 1, page, 0, page, 0, 0);
}
static void kill_another(void)
{
    syscall(SYS_kill, 1, 0);
}
static void signal_a_thread(void)
{
    syscall(SYS_tgkill, 1, 1, 0);
}
static void map_what_runs(void)
{
    syscall(SYS_mmap, 0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
            0);
}
static void map_what_only_runs(void)
{
    syscall(SYS_mmap, 0, 4096, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
static void make_memory_run(void)
{
    syscall(SYS_mprotect, page, sizeof page, PROT_READ | PROT_EXEC);
}
static void write_to_its_output(void)
{
    syscall(SYS_write, STDOUT_FILENO, "x", 1);
}
static void write_to_its_errors(void)
{
    syscall(SYS_write, STDERR_FILENO, "x", 1);
}
static void write_to_its_socket_another_way(void)
{
    syscall(SYS_write, TALK_SOCKET, "x", 1);
}
static void read_another_file(void)
{
    syscall(SYS_read, STDERR_FILENO, page, 1);
}
static void send_to_another_file(void)
{
    struct msghdr message = {0};
    syscall(SYS_sendmsg, STDERR_FILENO, &message, 0);
}
static void copy_its_socket(void)
{
    syscall(SYS_dup, TALK_SOCKET);
}
static void make_a_pipe(void)
{
    syscall(SYS_pipe2, page, 0);
}
static void make_a_file_in_memory(void)
{
    syscall(SYS_memfd_create, "x", 0);
}
static void raise_its_limits(void)
{
    syscall(SYS_prlimit64, 0, RLIMIT_CPU, NULL, page);
}
static void ask_about_itself(void)
{
    syscall(SYS_prctl, PR_GET_DUMPABLE, 0, 0, 0, 0);
}
static void ask_who_it_is(void)
{
    syscall(SYS_getpid);
}
static void sleep_a_while(void)
{
    struct timespec none = {0};
    syscall(SYS_nanosleep, &none, NULL);
}
static void ask_for_chance(void)
{
    syscall(SYS_getrandom, page, 4, 0);
}
static void set_a_timer(void)
{
    syscall(SYS_setitimer, ITIMER_REAL, page, NULL);
}
static void set_a_signal(void)
{
    syscall(SYS_rt_sigaction, SIGSYS, page, NULL, 8);
}
static void leave_its_namespace(void)
{
    syscall(SYS_unshare, CLONE_NEWUSER);
}
static void load_a_program_into_the_kernel(void)
{
    syscall(SYS_bpf, 0, page, 64);
}
static void open_a_ring(void)
{
    syscall(SYS_io_uring_setup, 1, page);
}
static void measure_the_machine(void)
{
    syscall(SYS_perf_event_open, page, 0, -1, -1, 0);
}
static void filter_itself_again(void)
{
    syscall(SYS_seccomp, 1, 0, page);
}

static void each_call_that_is_not_needed_ends_the_worker(void **state)
{
    (void)state;
    NEEDS_THE_JAIL();
#define DEED(name)                                                                                 \
    {                                                                                              \
        name, #name                                                                                \
    }
    static const struct {
        forbidden *deed;
        const char *name;
    } deeds[] = {
        DEED(open_a_file),
        DEED(open_a_file_at),
        DEED(make_a_file),
        DEED(remove_a_file),
        DEED(rename_a_file),
        DEED(look_at_a_file),
        DEED(list_a_folder),
        DEED(make_a_folder),
        DEED(change_folder),
        DEED(make_a_socket),
        DEED(connect_somewhere),
        DEED(run_a_program),
        DEED(fork_itself),
        DEED(clone_itself),
        DEED(clone_itself_anew),
        DEED(trace_another),
        DEED(read_anothers_memory),
        DEED(kill_another),
        DEED(signal_a_thread),
        DEED(map_what_runs),
        DEED(map_what_only_runs),
        DEED(make_memory_run),
        DEED(write_to_its_output),
        DEED(write_to_its_errors),
        DEED(write_to_its_socket_another_way),
        DEED(read_another_file),
        DEED(send_to_another_file),
        DEED(copy_its_socket),
        DEED(make_a_pipe),
        DEED(make_a_file_in_memory),
        DEED(raise_its_limits),
        DEED(ask_about_itself),
        DEED(ask_who_it_is),
        DEED(sleep_a_while),
        DEED(ask_for_chance),
        DEED(set_a_timer),
        DEED(set_a_signal),
        DEED(leave_its_namespace),
        DEED(load_a_program_into_the_kernel),
        DEED(open_a_ring),
        DEED(measure_the_machine),
        DEED(filter_itself_again),
    };
    for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
        int status = do_alone(deeds[i].deed);
        if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGSYS)
            fail_msg("the jail let the worker %s (status %x)", deeds[i].name, (unsigned)status);
    }
}

static void answer_once(void)
{
    struct text in = {0};
    struct frame asked;
    bool good = frame_read(TALK_SOCKET, -1, &in, &asked) == FRAME_OK;
    asked.kind = TALK_DONE;
    _exit(good && frame_write(TALK_SOCKET, &asked) ? 0 : 1);
}

static void it_reads_and_answers_on_its_socket(void **state)
{
    (void)state;
    NEEDS_THE_JAIL();
    int ends[2];
    struct text in = {0};
    struct frame got;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_true(frame_write(ends[0], &(struct frame){9, TALK_CALL, "juniper", 7}));
    assert_int_equal(do_inside(answer_once, ends), 0);
    assert_int_equal(frame_read(ends[0], 10000, &in, &got), FRAME_OK);
    assert_int_equal(got.request, 9);
    assert_memory_equal(got.bytes, "juniper", 7);
    text_free(&in);
    close(ends[0]);
    close(ends[1]);
}

static void take_memory(void)
{
    char *volatile some = malloc(64 << 20); /* not to be optimised away */
    char *volatile much = malloc((size_t)512 << 20);
    if (some)
        memset(some, 1, 64 << 20);
    _exit(some && !much ? 0 : 1);
}

static void it_has_memory_enough_and_no_more(void **state)
{
    (void)state;
    NEEDS_THE_JAIL();
    assert_int_equal(do_alone(take_memory), 0);
}

static void ask_for_the_time(void)
{
    struct timespec now;
    _exit(syscall(SYS_clock_gettime, CLOCK_REALTIME, &now) == -1 && errno == EPERM ? 0 : 1);
}

static void there_is_no_clock(void **state)
{
    (void)state;
    NEEDS_THE_JAIL();
    assert_int_equal(do_alone(ask_for_the_time), 0);
}

static bool limited(int what, rlim_t most)
{
    struct rlimit now;
    return getrlimit(what, &now) == 0 && now.rlim_max == most && now.rlim_cur == most;
}

/* The limits that stand before the filter, which would not let them be read. */
static int limits_inside(void)
{
    struct rlimit processor;
    int last_signal = 0;
    if (!jail_begin(getppid()))
        return NO_JAIL;
#ifndef ALONGSIDE_NO_JAIL
    if (!limited(RLIMIT_AS, (rlim_t)192 << 20))
        return 1;
#endif
    if (!limited(RLIMIT_FSIZE, 0) || !limited(RLIMIT_CORE, 0) || !limited(RLIMIT_NPROC, 0) ||
        !limited(RLIMIT_NOFILE, 3))
        return 1;
    if (getrlimit(RLIMIT_CPU, &processor) != 0 || processor.rlim_cur > 10)
        return 1;
    prctl(PR_GET_PDEATHSIG, &last_signal);
    return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 && prctl(PR_GET_DUMPABLE) == 0 &&
                   last_signal == SIGKILL
               ? 0
               : 1;
}

static void it_gives_up_rights_files_processes_and_time(void **state)
{
    (void)state;
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(limits_inside());
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void it_does_not_begin_for_another_engine_than_its_own(void **state)
{
    (void)state;
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(jail_begin(getpid()) ? 1 : 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* An engine that is killed while its worker waits for a request on `socket`. */
static void be_an_engine(int socket)
{
    if (fork() == 0) {
        char byte = 'r';
        if (jail_begin(getppid()) && send(socket, &byte, 1, 0) == 1)
            (void)!read(socket, &byte, 1);
        _exit(0);
    }
    pause();
}

static void it_dies_with_the_engine(void **state)
{
    (void)state;
    int ends[2];
    char byte;
    const struct timeval patience = {.tv_sec = 60};
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    pid_t engine = fork();
    if (engine == 0) {
        close(ends[0]);
        be_an_engine(ends[1]);
    }
    close(ends[1]);
    assert_int_equal(recv(ends[0], &byte, 1, 0), 1); /* the worker waits */
    kill(engine, SIGKILL);
    assert_int_equal(waitpid(engine, NULL, 0), engine);
    assert_int_equal(recv(ends[0], &byte, 1, 0), 0); /* and nobody holds the other end any more */
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_call_that_is_not_needed_ends_the_worker),
        cmocka_unit_test(it_reads_and_answers_on_its_socket),
        cmocka_unit_test(it_has_memory_enough_and_no_more),
        cmocka_unit_test(there_is_no_clock),
        cmocka_unit_test(it_gives_up_rights_files_processes_and_time),
        cmocka_unit_test(it_does_not_begin_for_another_engine_than_its_own),
        cmocka_unit_test(it_dies_with_the_engine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
