#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare Debian 12 to a person's progress and an area's learning report:
#   sh engine/try.sh
# Installs what engine/packages.apt lists for running and building, builds, makes up an area in which
# nobody is a real person, and writes two pages. The second run takes seconds.
set -eu
cd "$(dirname "$0")/.."
build=.build/demo
made=.build/saltmere
log=.build/try.log
begun=$(date +%s)
mkdir -p .build
: > "$log"

# step NAME COMMAND…: runs it, its talk into the log, and tells how long it took. On a terminal the seconds
# count while it works.
step() {
    name=$1
    shift
    from=$(date +%s)
    line=""
    [ ! -t 1 ] || line='\r'
    "$@" >> "$log" 2>&1 &
    while [ -n "$line" ] && kill -0 $! 2> /dev/null; do
        printf "$line%-42s%s s" "$name" "$(($(date +%s) - from))"
        sleep 0.2
    done
    if ! wait $!; then
        printf "$line%-42sdid not work\n\n" "$name"
        tail -n 20 "$log"
        printf '\nThe whole log is %s.\n' "$log"
        exit 1
    fi
    printf "$line%-42s%s s\n" "$name" "$(($(date +%s) - from))"
}

missing() {
    for package in $(awk '!/^#/ && ($2 == "run" || $2 == "build") { print $1 }' engine/packages.apt); do
        dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || printf '%s ' "$package"
    done
}

install() {
    as=""
    [ "$(id -u)" = 0 ] || as=sudo
    $as apt-get update -qq
    # shellcheck disable=SC2086 — a list of words
    DEBIAN_FRONTEND=noninteractive $as apt-get install -y -qq --no-install-recommends $needed
}

build() {
    cmake --preset demo
    cmake --build --preset demo
}

alongside() {
    "$build/bin/alongside" "$@" --store "$made/saltmere.db"
}

needed=$(missing)
[ -z "$needed" ] || step "installing $(echo "$needed" | wc -w) Debian packages" install
step "building" build
rm -rf "$made"
mkdir -p "$made"
step "making up an area of 400 people" "$build/bin/alongside" invent "$made/files" --people 400 --seed 1
step "making a store" alongside init --area Saltmere
step "importing all its files" alongside import --recorded 2026-01-31 "$made"/files/*.csv
step "writing one person's progress" alongside report my_progress --person p012 --as-of 2026-01-31 \
    -o "$made/p012.html"
step "writing the area's learning report" alongside report area_learning --area Saltmere \
    --period 2025-Q4 --as-of 2026-01-31 -o "$made/area.html"

printf '\nDone in %s s. Everyone in it is made up. Open in a browser:\n' "$(($(date +%s) - begun))"
printf '  %s/p012.html   one person'"'"'s own progress: their goals, words and answers first\n' "$made"
printf '  %s/area.html   what the area is learning\n' "$made"
printf 'Next: %s/bin/alongside --help\n' "$build"
