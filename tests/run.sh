#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything a change must pass, from a bare Debian 12:
#   sh tests/run.sh
# Installs what engine/packages.apt and tests/browser/package-lock.json list, builds with gcc, with clang, and with
# clang's sanitizers, and runs every test. Ends with the sum: N passed, N failed.
set -u
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
export PATH="/usr/bin:/bin:/usr/sbin:/sbin"
reports=.build/tests
passed=0
failed=0
mkdir -p "$reports"

say() {
    printf '\n== %s\n' "$*"
}

# A program of a package's own name will do, wherever it comes from: Node.js from elsewhere brings its npm.
missing() {
    for package in $(awk '!/^#/ && NF { print $1 }' engine/packages.apt); do
        command -v "$package" > /dev/null ||
            dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install() {
    needed=$(missing)
    [ -z "$needed" ] && return 0
    say "installing $needed"
    as=""
    [ "$(id -u)" = 0 ] || as=sudo
    $as apt-get update -qq > "$reports/apt.log" 2>&1 || true
    # shellcheck disable=SC2086 — a list of words
    if ! DEBIAN_FRONTEND=noninteractive $as apt-get install -y -qq --no-install-recommends $needed \
        >> "$reports/apt.log" 2>&1; then
        tail -n 20 "$reports/apt.log"
        echo "the packages could not be installed"
        exit 1
    fi
}

# What the browser tests drive Chromium with, exactly as tests/browser/package-lock.json says. Without it they are
# skipped by name.
browser_tools() {
    say "installing what the browser tests need"
    npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --fetch-retries=1 > "$reports/npm.log" 2>&1 ||
        { tail -n 5 "$reports/npm.log"; echo "it could not be installed"; }
}

# build PRESET: configures and builds; a build that fails is one failure.
build() {
    say "building with $1"
    if { cmake --preset "$1" && cmake --build --preset "$1"; } > "$reports/build-$1.log" 2>&1; then
        passed=$((passed + 1))
        return 0
    fi
    grep -E 'error|FAILED|warning' "$reports/build-$1.log" | head -n 30
    failed=$((failed + 1))
    return 1
}

# count_ctest LOG: adds ctest's "NN% tests passed, F tests failed out of N".
count_ctest() {
    line=$(grep -E 'tests passed, [0-9]+ tests? failed out of' "$1" | tail -n 1)
    bad=$(printf '%s' "$line" | sed -E 's/.*passed, ([0-9]+) tests? failed out of.*/\1/')
    all=$(printf '%s' "$line" | sed -E 's/.*out of ([0-9]+).*/\1/')
    if [ -z "$line" ]; then
        failed=$((failed + 1))
        return
    fi
    passed=$((passed + all - bad))
    failed=$((failed + bad))
}

ctests() {
    say "unit tests, $1"
    ctest --preset "$1" -j 2 > "$reports/ctest-$1.log" 2>&1
    grep -vE '^ *[0-9]+/[0-9]+ Test +#.*Passed|^ *Start +[0-9]+' "$reports/ctest-$1.log" | tail -n 60
    count_ctest "$reports/ctest-$1.log"
}

# nodes NAME FOLDER: node's own test runner, counted by its closing lines.
nodes() {
    say "$1"
    node --test "$2" > "$reports/node-$1.log" 2>&1
    grep -E '^(not ok|    not ok|        not ok)|# SKIP|AssertionError|error: ' "$reports/node-$1.log" | head -n 60
    good=$(sed -nE 's/^# pass ([0-9]+)/\1/p' "$reports/node-$1.log" | tail -n 1)
    bad=$(sed -nE 's/^# fail ([0-9]+)/\1/p' "$reports/node-$1.log" | tail -n 1)
    skip=$(sed -nE 's/^# skipped ([0-9]+)/\1/p' "$reports/node-$1.log" | tail -n 1)
    echo "${good:-0} pass, ${bad:-1} fail, ${skip:-0} skipped"
    passed=$((passed + ${good:-0}))
    failed=$((failed + ${bad:-1}))
}

# What the compilers do not see. One file is one look; a file with a finding is one failure. The analyser's own
# checks take minutes, so they run only where ALONGSIDE_THOROUGH is set.
tidy() {
    checks=--checks=-clang-analyzer-*
    [ -z "${ALONGSIDE_THOROUGH-}" ] || checks=--quiet
    say "clang-tidy"
    ls engine/*/*.c > "$reports/tidy.files"
    xargs -P 2 -n 4 clang-tidy -p .build/clang --quiet "$checks" < "$reports/tidy.files" > "$reports/tidy.log" 2> /dev/null
    grep -E ': (error|warning): ' "$reports/tidy.log" | sort -u | head -n 30
    bad=$(grep -E ': (error|warning): ' "$reports/tidy.log" | cut -d: -f1 | sort -u | wc -l)
    all=$(wc -l < "$reports/tidy.files")
    passed=$((passed + all - bad))
    failed=$((failed + bad))
}

install
build gcc
build clang
build sanitize
ctests gcc
ctests clang
ctests sanitize
tidy
export ALONGSIDE_BUILD="$PWD/.build/gcc"
nodes rules tests/rules
nodes journeys tests/journeys
browser_tools
nodes browser tests/browser

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
