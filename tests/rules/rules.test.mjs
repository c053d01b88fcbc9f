// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the source: who may include whom, words that are never used, what must be documented.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(process.env.ALONGSIDE_BUILD ?? join(top, '.build/gcc'), 'bin/alongside');
const read = (path) => readFileSync(join(top, path), 'utf8');

function walk(folder, found = []) {
  for (const name of readdirSync(join(top, folder)).sort()) {
    const path = join(folder, name);
    if (name.startsWith('.') || name === 'node_modules') continue;
    if (statSync(join(top, path)).isDirectory()) walk(path, found);
    else found.push(path);
  }
  return found;
}
const files = walk('.');
const sources = files.filter((f) => /^engine\/.*\.[ch]$/.test(f));

// Floors from the bottom; rooms of one floor do not see each other but where said.
const floors = [
  ['ground'],
  ['store', 'vault', 'csv', 'stats', 'record'],
  ['timeline', 'plugin'],
  ['instrument', 'indicator', 'intake'],
  ['figures', 'protect', 'run', 'invent'],
  ['report', 'page', 'chart'],
  ['cli'],
];
const beside = { indicator: ['instrument'], intake: ['instrument'], report: ['page', 'chart'], page: ['chart'], store: ['vault'] };
const floorOf = (room) => floors.findIndex((floor) => floor.includes(room));

test('the visible top level is exactly that of the design', () => {
  const visible = readdirSync(top).filter((name) => !name.startsWith('.')).sort();
  assert.deepEqual(visible, ['CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md', 'engine', 'instruments', 'plugins', 'reports', 'tests']);
});

test('what people filled in is scored in one place, so that no command can come to another score', () => {
  const scoring = sources.filter((f) => /^engine\/(run|cli|report|figures)\//.test(f) && !/\/(try_|hand)/.test(f) &&
    /\binstrument_score\(/.test(read(f)));
  assert.deepEqual(scoring, ['engine/run/version.c']);
});

test('files include only lower floors and their own room', () => {
  for (const file of sources) {
    const room = file.split('/')[1];
    for (const [, included] of read(file).matchAll(/^#include "([^"]+)"/gm)) {
      const other = included.split('/')[0];
      if (other === room || included.endsWith('.inc')) continue;
      if (room === 'worker') {
        assert.ok(['ground', 'record'].includes(other), `${file} includes ${included}: the worker knows only ground and record`);
        continue;
      }
      assert.ok(floorOf(other) >= 0, `${file} includes ${included}: no such room`);
      assert.ok(floorOf(other) < floorOf(room) || (beside[room] ?? []).includes(other), `${file} includes ${included}: that is not a lower floor`);
    }
  }
});

test('no language is ever set, so that numbers and letters are read and written alike everywhere', () => {
  for (const file of sources)
    assert.doesNotMatch(read(file).replace(/\/\*.*?\*\//gs, ''), /\b(setlocale|newlocale|uselocale|localeconv|strcoll|strxfrm|strftime|nl_langinfo)\s*\(/,
      `${file}: what it gives is another one in another language`);
});

test('each library has one user', () => {
  const users = { 'sqlite3.h': ['store'], 'sodium.h': ['vault'], 'csv.h': ['csv'], 'gsl/': ['stats'], 'lua.h': ['worker'], 'lauxlib.h': ['worker'], 'lualib.h': ['worker'], 'seccomp.h': ['worker'], 'jansson.h': ['page', 'cli'] };
  for (const file of sources) {
    const room = file.split('/')[1];
    for (const [, included] of read(file).matchAll(/^#include <([^>]+)>/gm))
      for (const [library, rooms] of Object.entries(users))
        if (included === library || (library.endsWith('/') && included.startsWith(library)))
          assert.ok(rooms.includes(room), `${file} includes <${included}>, which belongs to ${rooms}`);
  }
});

test('no words that speak of people as cases or of learning as management', () => {
  // Parts of names count too: client_id, caseload. `case` is C's and SQL's own word where it is followed by a value.
  const never = /(?<![a-z])(clients?|service[ _]users?|caseloads?|KPIs?|RAG|targets?|performance|compliance|disengaged|hard[ _]to[ _]reach|complex|cases)(?![a-z])/i;
  const quoted = /too_complex_or_risky|not_complex_enough|non_compliance/g; // a service's own reasons, printed as its own
  const refuse = ['engine/plugin/sentence.c', 'engine/ground/refused.c']; // they stand there because they are refused
  for (const file of files.filter((f) => /\.(c|h|sql|lua|html|csv)$/.test(f) && !refuse.includes(f) && !f.startsWith('tests/')))
    read(file).replace(quoted, '').split('\n').forEach((line, at) => assert.doesNotMatch(line, never, `${file}:${at + 1}`));
  // Pages of our own say what there is not: no targets.
  const said = new RegExp(never.source.replace('targets?|', ''), 'i');
  for (const file of files.filter((f) => /\.(md|sh)$/.test(f) && !f.startsWith('tests/')))
    read(file).split('\n').forEach((line, at) => assert.doesNotMatch(line, said, `${file}:${at + 1}`));
});

test('every fixed sentence of a report is said somewhere', () => {
  const kept = files.filter((file) => /^engine\/report\/sentences\w*\.h$/.test(file));
  const names = (text) => [...text.matchAll(/\bSAY_[A-Z0-9_]+/g)].map(([name]) => name);
  const parts = new Map(kept.flatMap((file) => read(file).split(/^#define /m).slice(1)).map((one) => [one.match(/^\w+/)[0], names(one).slice(1)]));
  const said = new Set(sources.filter((file) => !kept.includes(file)).flatMap((file) => names(read(file))));
  for (const name of said) for (const part of parts.get(name) ?? []) said.add(part); // a Set is walked on as it grows
  assert.ok(parts.size > 100);
  assert.deepEqual([...parts.keys()].filter((name) => name.startsWith('SAY_') && !said.has(name)), []);
});

test('every source file names its licence in its first lines', () => {
  for (const file of files.filter((f) => /\.(c|h|lua|sh|mjs)$/.test(f) || f.endsWith('CMakeLists.txt')))
    assert.match(read(file).split('\n').slice(0, 3).join('\n'), /SPDX-License-Identifier: \S+/, file);
});

test('nothing is left to do in the source, and C files fit in the head', () => {
  for (const file of sources) {
    assert.doesNotMatch(read(file), new RegExp('\\b(TO' + 'DO|FIX' + 'ME|XX' + 'X|HA' + 'CK)\\b'), file);
    const lines = read(file).split('\n');
    assert.ok(lines.length <= 600, `${file} has ${lines.length} lines`);
    lines.forEach((line, at) => assert.ok([...line].length <= 110, `${file}:${at + 1} has ${[...line].length} columns`));
  }
});

test('every room is named in the picture of the house', () => {
  const house = read('engine/README.md');
  for (const room of new Set(sources.map((f) => f.split('/')[1])))
    assert.ok(house.includes('`' + room + '`'), `engine/README.md does not name ${room}`);
});

test('every command and option is documented in the README', { skip: !existsSync(program) && 'not built' }, () => {
  const readme = read('README.md');
  const commands = [...execFileSync(program, { encoding: 'utf8' }).matchAll(/^  alongside (\w+) +\S/gm)].map((m) => m[1]);
  assert.ok(commands.length >= 10);
  for (const command of new Set(commands)) {
    const help = execFileSync(program, [command, '--help'], { encoding: 'utf8' });
    const section = readme.split(/^### /m).find((part) => part.startsWith('`' + command + '`')) ?? '';
    assert.ok(section, `README.md has no section on ${command}`);
    for (const [, option] of help.matchAll(/--([a-z][a-z-]+)/g))
      if (!['help', 'usage', 'store', 'keys', 'with', 'quiet'].includes(option))
        assert.ok(section.includes('--' + option), `README.md: ${command} does not say --${option}`);
  }
  for (const option of ['store', 'keys', 'with', 'quiet']) assert.ok(readme.includes('--' + option));
});

test('every exit code is documented in the README', () => {
  const readme = read('README.md');
  for (const [, code] of read('engine/ground/fault.h').matchAll(/FAULT_\w+ = (\d+)/g))
    assert.match(readme, new RegExp(`^\\| ${code} \\|`, 'm'), `exit code ${code}`);
});

test('every instrument says what may be shipped, and ships no wording that may not be', () => {
  for (const file of files.filter((f) => /^instruments\/.*\.lua$/.test(f))) {
    const text = read(file);
    assert.match(text, /wording\s*=\s*\{\s*ship\s*=/, file);
    if (/wording\s*=\s*\{\s*ship\s*=\s*false/.test(text)) assert.doesNotMatch(text, /\btext\s*=\s*"/, file);
  }
});

// What the worker offers to plugins, as `math.abs`.
const offered = () => [...read('engine/worker/names.c').matchAll(/^    \{"(\w*)", "(\w+)", \w+, \w+\},$/gm)]
  .map(([, library, name]) => (library ? `${library}.${name}` : name)).sort();

test('editors offer exactly what Lua may use', () => {
  const stubs = [...read('plugins/contract.lua').matchAll(/^function ([\w.]+)\(/gm)].map((m) => m[1]).sort();
  assert.ok(stubs.length > 40);
  assert.deepEqual(stubs, offered());
  const settings = JSON.parse(read('.luarc.json'));
  assert.deepEqual(settings['workspace.library'], ['plugins/contract.lua']);
  assert.deepEqual(settings['diagnostics.globals'], []);
  const builtin = settings['runtime.builtin'];
  for (const library of ['basic', 'coroutine', 'debug', 'io', 'math', 'os', 'package', 'string', 'table', 'utf8'])
    assert.equal(builtin[library], 'disable', library);
});

test('links in the READMEs lead somewhere', () => {
  for (const file of files.filter((f) => f.endsWith('.md')))
    for (const [, link] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      assert.ok(existsSync(join(top, dirname(file), link)), `${file}: ${link}`);
});

test('nothing names a workplace', () => {
  for (const file of files.filter((f) => !f.endsWith('package-lock.json')))
    assert.doesNotMatch(read(file), new RegExp('(^|[^A-Za-z0-9_.-])/' + '(work|farm)/'), relative(top, file));
});
