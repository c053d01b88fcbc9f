// SPDX-License-Identifier: GPL-3.0-or-later
// Another program imports and scores in the middle of a reading: what is printed is of the moment before.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { Place, program, rows } from './machine.mjs';

// Runs a command once, in the middle: as the program comes to a statement that holds certain words, for the first
// time or after so many times.
const middle = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
static int within; /* sqlite3_exec, which may or may not call the others by their names */
static void pass_by(const char *sql)
{
    static int times;
    const char *at = getenv("MIDDLE_AT"), *does = getenv("MIDDLE_DOES"), *after = getenv("MIDDLE_AFTER");
    if (within || !at || !strstr(sql, at) || times++ < (after ? atoi(after) : 0))
        return;
    char *command = strdup(does);
    unsetenv("MIDDLE_AT");
    unsetenv("LD_PRELOAD");
    if (system(command) != 0)
        abort();
    free(command);
}
int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int length, sqlite3_stmt **stmt, const char **tail)
{
    int (*own)(sqlite3 *, const char *, int, sqlite3_stmt **, const char **) = dlsym(RTLD_NEXT, "sqlite3_prepare_v2");
    pass_by(sql);
    return own(db, sql, length, stmt, tail);
}
int sqlite3_prepare_v3(sqlite3 *db, const char *sql, int length, unsigned flags, sqlite3_stmt **stmt, const char **tail)
{
    int (*own)(sqlite3 *, const char *, int, unsigned, sqlite3_stmt **, const char **) = dlsym(RTLD_NEXT, "sqlite3_prepare_v3");
    pass_by(sql);
    return own(db, sql, length, flags, stmt, tail);
}
int sqlite3_exec(sqlite3 *db, const char *sql, int (*see)(void *, int, char **, char **), void *context, char **why)
{
    int (*own)(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **) = dlsym(RTLD_NEXT, "sqlite3_exec");
    pass_by(sql);
    within++;
    int done = own(db, sql, see, context, why);
    within--;
    return done;
}
`;

const seven = 'optimistic,useful,relaxed,problems,clearly,close,decide';
const fourteen = 'optimistic,useful,relaxed,others,energy,problems,clearly,myself,close,confident,decide,loved,new,cheerful';

// What the environment holds for a program in the middle of which more.sh is run.
const interrupted = (place, at, after = 0) => ({
  LD_PRELOAD: place.path('middle.so'), MIDDLE_AT: at, MIDDLE_AFTER: String(after), MIDDLE_DOES: 'sh ./more.sh',
});

function build(place) {
  place.write('middle.c', middle);
  const built = spawnSync('cc', ['-shared', '-fPIC', '-o', place.path('middle.so'), place.path('middle.c')], { encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
}

function empty(t) {
  const place = new Place(t);
  build(place);
  place.run('init --area Saltmere');
  return place;
}

// A place where ada has said something, and what comes in later stands in more.sh.
function begun(t) {
  const place = empty(t);
  place.write('answers.csv', `person,date,instrument,${seven}\nada,2025-03-01,swemwbs,1,2,3,4,5,4,3\nada,2025-05-01,swemwbs,2,2,3,4,5,4,3\n`);
  place.write('notes.csv', 'person,date,words\nada,2025-03-02,a first word\n');
  place.run('import --recorded 2025-06-01 answers.csv notes.csv');
  place.run('score');
  place.write('more_answers.csv', `person,date,instrument,${seven}\nada,2025-04-01,swemwbs,5,5,5,5,5,5,5\nada,2025-03-01,swemwbs,5,5,5,5,5,5,5\nabe,2025-04-01,swemwbs,5,5,5,5,5,5,5\n`);
  place.write('more_notes.csv', 'person,date,words\nada,2025-04-02,a second word\n');
  place.write('more_wemwbs.csv', `person,date,instrument,${fourteen}\nada,2025-06-01,wemwbs,4,4,4,1,1,5,4,1,4,1,4,1,1,1\n`);
  place.write('more.sh', `set -e\n'${program}' import --quiet --recorded 2025-07-01 more_answers.csv more_notes.csv more_wemwbs.csv\n'${program}' score --quiet\n`);
  return place;
}

// In the middle of each: a statement that comes after something was read, and before something else is.
const readings = [
  ['a page', 'report my_progress --person ada --format json', 'FROM goal'],
  ['the list of scores', 'scores', 'FROM respondent'],
  ['the list of scores', 'scores', 'SELECT person FROM reference ORDER BY ref'],
  ['the list of findings', 'findings', 'SELECT person FROM reference ORDER BY ref'],
  ['how a score came about', 'explain ada/2025-03-01/swemwbs.wellbeing', 'FROM administration WHERE person'],
];

for (const [what, words, at] of readings)
  test(`${what} is of one moment, whatever comes in as the program asks "${at}"`, (t) => {
    const place = begun(t), before = place.run(words).out;
    const during = place.run(words, { environment: interrupted(place, at) }).out;
    assert.equal(during, before);
    assert.notEqual(place.run(words).out, before, 'what came in is there afterwards');
  });

test('an area’s report is of one moment', (t) => {
  const place = Place.saltmere(t, { people: 60 }), words = 'report area_learning --area Saltmere --period 2025 --format text';
  build(place);
  place.run('report area_learning --area Saltmere --period 2024'); // so that its examples are not in between
  for (const end of ['', '.keys']) copyFileSync(place.path(`alongside.db${end}`), place.path(`other.db${end}`));
  const people = rows(place.read('files/people.csv')).map((row) => row.person);
  place.write('more.csv', `person,date,instrument,${seven}\n${[...new Set(people)].map((ref) => `${ref},2025-12-31,swemwbs,5,5,5,5,5,5,5\n`).join('')}`);
  place.write('more.sh', `'${program}' import --quiet more.csv && '${program}' score --quiet\n`);
  const during = place.run(words, { environment: interrupted(place, 'SELECT person FROM reference ORDER BY ref') }).out;
  assert.equal(during, place.run(`${words} --store other.db`).out);
  assert.match(place.sql('alongside.db', 'SELECT count(*) FROM import'), /^11\n$/, 'it was interrupted');
});

// swemwbs is scored from wemwbs, so it is in use as soon as that is.
test('scoring by two that meets a version nobody had used as it began says so, and goes when asked again', (t) => {
  const place = empty(t), people = Array.from({ length: 100 }, (_, i) => `p${i}`);
  place.write('answers.csv', `person,date,kind\n${people.map((ref) => `${ref},2025-03-01,contact\n`).join('')}`);
  place.run('import --recorded 2025-06-01 answers.csv');
  place.write('more.csv', `person,date,instrument,${fourteen}\np1,2025-06-01,wemwbs,4,4,4,1,1,5,4,1,4,1,4,1,1,1\n`);
  place.write('more.sh', `'${program}' import --quiet --recorded 2025-07-01 more.csv\n`);
  const said = place.try('score --jobs 2', { environment: interrupted(place, 'BEGIN IMMEDIATE', 1) });
  assert.equal(said.code, 75, said.err);
  assert.match(said.err, /alongside: \S*alongside\.db was written by another program meanwhile\. Nothing was changed; ask again\n$/);
  assert.equal(place.dump('alongside.db', ['score', 'finding', 'derived']).match(/^INSERT/gm), null);
  place.run('score --jobs 2');
  assert.match(place.run('scores --person p1 --instrument swemwbs').out, /2025-06-01,swemwbs,/);
});
