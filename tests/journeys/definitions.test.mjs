// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation's own reports: a definition and a template in a folder of theirs, from the first line to the page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, rows, top } from './machine.mjs';

const definition = (sections, top = '') => `-- SPDX-License-Identifier: MIT
return {
  title = "Our page", version = "1", source = "Juniper House", reader = "person",${top}
  sections = {
    ${sections}
    { asks = "What can it not tell?", shows = "limits" }, { asks = "What is held?", shows = "record" },
  },
  examples = { { "one", people = 1, never = "p002" }, { "many", people = 40, never = "p002" } },
}
`;
const page = (body) => `{{>head}}\n<body>\n<main>\n<h1>{{title}}</h1>\n${body}\n</main>\n</body>\n</html>\n`;
const list = '{{#each sections}}<h2 id="{{id}}">{{asks}}</h2>{{/each}}';

function ours(t, { sections = '', template = page(list), parts = {}, top: fields } = {}) {
  const place = Place.saltmere(t, { people: 12 });
  mkdirSync(place.path('ours/reports/parts'), { recursive: true });
  place.write('ours/reports/our_page.lua', definition(sections, fields));
  if (template) place.write('ours/reports/our_page.html', template);
  for (const [name, source] of Object.entries(parts)) place.write(`ours/reports/parts/${name}.html`, source);
  return place;
}

const make = 'report our_page --with ours --person p010 --as-of 2026-01-31';

test('a definition and a template of one\'s own are listed, explained, checked and made', (t) => {
  const place = ours(t, { sections: '{ asks = "How have you been?", shows = "scores", of = "swemwbs.wellbeing ons4" },' });
  assert.match(place.run('list reports --with ours').out, /^my_progress [^]*^our_page .*Our page/m);
  assert.match(place.run('explain our_page --with ours').out,
    /^Our page \(our_page, version 1\)\n[^]*Its page is our_page\.html\.\n[^]*1 {2}How have you been\?\n {5}scores of swemwbs\.wellbeing ons4\n/);
  assert.match(place.run('check --with ours ours/reports/our_page.lua').out, /2 examples and 2 properties hold\n1 hold, 0 do not/);
  const html = place.run(make).out;
  assert.match(html, /<h2 id="scores">How have you been\?<\/h2><h2 id="limits">What can it not tell\?<\/h2>/);
  assert.match(html, /<style>[^]*<\/style>/);
  const csv = rows(place.run(`${make} --format csv`).out);
  assert.deepEqual(csv.filter((l) => l.column === 'asks').map((l) => l.value), ['How have you been?', 'What can it not tell?', 'What is held?']);
  assert.match(place.run(`${make} --format text`).out, /^How have you been\?\n-+$/m);
  assert.equal(JSON.parse(place.run(`${make} --format json`).out).id, 'our_page');
  assert.equal(place.try('report our_page --with ours --area Saltmere').code, 64);
  assert.match(place.try('report our_pag --with ours --person p010').err, /there is no report `our_pag`\. Did you mean `our_page`\?/);
});

test('my_progress and area_learning say themselves back, each section with its question', (t) => {
  const place = new Place(t);
  for (const id of ['my_progress', 'area_learning']) {
    const said = place.run(`explain ${id}`).out;
    const asked = readFileSync(join(top, `reports/${id}.lua`), 'utf8').match(/asks = "[^"]+"/g).map((a) => a.slice(8, -1));
    assert.ok(asked.length >= 4);
    for (const [i, question] of asked.entries()) assert.match(said, new RegExp(`^ *${i + 1} {2}${question.replace(/[?.’]/g, '\\$&')}$`, 'm'));
  }
  const listed = place.run('list reports').out;
  for (const id of ['my_progress', 'area_learning']) assert.match(listed, new RegExp(`^${id} `, 'm'));
});

// What may be wrong with a template: the file it stands in, line and column, and what is said.
const wrong = [
  ['a name that is not there', page('{{quotes}}'), {}, /our_page\.html:5:1: the model has no `quotes` here\. If it may be absent, write \{\{#each quotes\}\} … \{\{\/each\}\} around it/],
  ['the same in a path', page('<p class="{{title.says}}">x</p>'), {}, /our_page\.html:5:11: the model has no `title\.says` here/],
  ['an each of what no report has', page('{{#each sectons}}<h2>{{asks}}</h2>{{/each}}'), {}, /our_page\.html:5:1: \{\{#each sectons\}\} names `sectons`, which no report has\. Did you mean `sections`\?/],
  ['a none of what no report has', page('{{^none sorely}}x{{/none}}'), {}, /our_page\.html:5:1: \{\{\^none sorely\}\} names `sorely`, which no report has\. The names that there are stand in reports\/README\.md/],
  ['a path into what no report has', page('{{#each sections}}{{asks.words}}{{/each}}'), {}, /our_page\.html:5:19: \{\{asks\.words\}\} names `words`, which no report has/],
  ['an each that is never closed', page('{{#each sections}}\n<p>{{asks}}</p>'), {}, /our_page\.html:5:1: this block is never closed: \{\{\/each\}\} is missing/],
  ['a none that is closed as each', page('{{^none sections}}x{{/each}}'), {}, /our_page\.html:5:20: \{\{\/each\}\} stands where \{\{\/none\}\} is waited for/],
  ['a closing sign alone', page('x {{/each}}'), {}, /our_page\.html:5:3: \{\{\/each\}\} closes nothing that was opened in this file/],
  ['a sign that is never closed', page('x {{title'), {}, /our_page\.html:5:3: \{\{ is never closed: \}\} is missing on this line/],
  ['a raw form', page('{{{title}}}'), {}, /our_page\.html:5:1: .*There is no raw form/],
  ['an unknown part', page('{{>nothing}}'), {}, /our_page\.html:5:1: there is no part parts\/nothing\.html in ours\/reports or .*reports\. Add it, or take the sign out/],
  ['a part in itself', page('{{>a}}'), { a: '<p>{{>a}}</p>\n' }, /parts\/a\.html:1:4: \{\{>a\}\} goes round in a circle/],
  ['a loop of parts', page('{{>a}}'), { a: '{{>b}}\n', b: '<p>\n{{>a}}</p>\n' }, /parts\/b\.html:2:1: \{\{>a\}\} goes round in a circle: .*Take one of the signs out/],
  ['a fault in a part', page('{{>a}}'), { a: '<p>\n  {{sorely}}</p>\n' }, /parts\/a\.html:2:3: \{\{sorely\}\} names `sorely`, which no report has/],
  ['an unknown chart', page('{{chart sorely}}'), {}, /our_page\.html:5:1: \{\{chart sorely\}\} names `sorely`, which no report has/],
  ['a chart that is none', page('{{chart title}}'), {}, /our_page\.html:5:1: `title` is no chart of the model\. Charts are the `chart` of a figure/],
  ['a table that is none', page('{{table sections}}'), {}, /our_page\.html:5:1: `sections` is no table of the model\. Tables are the `table`/],
  ['words in a script', page('<script>{{title}}</script>'), {}, /our_page\.html:5:9: \{\{title\}\} .*inside <script>/],
  ['words in an address', page('<a href="{{title}}">x</a>'), {}, /our_page\.html:5:10: \{\{title\}\} .*address/],
  ['words in a style', page('<p style="{{title}}">x</p>'), {}, /our_page\.html:5:11: \{\{title\}\} /],
  ['words without quotes', page('<p class={{title}}>x</p>'), {}, /our_page\.html:5:10: \{\{title\}\} .*put it in double ones/],
  ['no head', '<html><body>{{title}}</body></html>\n', {}, /our_page\.html:1:1: there is no <\/head>/],
  ['no UTF-8', Buffer.from([...Buffer.from('<p>\n'), 0xFF]), {}, /our_page\.html:2:1: this byte is not UTF-8/],
];

for (const [name, template, parts, says] of wrong)
  test(`a template with ${name} is said with its place, and nothing is written`, (t) => {
    const place = ours(t, { template, parts });
    place.write('page.html', 'as it was');
    const checked = place.try('check --with ours ours/reports/our_page.lua');
    assert.equal(checked.code, 1, checked.out);
    assert.match(checked.out, says);
    assert.equal(checked.out.trim().split('\n').length, 3, 'said once, not for every example');
    const made = place.try(`${make} -o page.html`);
    assert.equal(made.code, 65, made.err);
    assert.match(made.err, says);
    assert.equal(made.out, '');
    assert.equal(place.read('page.html'), 'as it was');
    const text = place.try(`${make} --format text`); // needs no template, and its examples do
    assert.equal(text.code, 65);
    assert.match(text.err, says);
  });

test('a template that leaves out a question of its definition does not hold', (t) => {
  const sections = '{ asks = "How <have> you been?", shows = "scores", of = "swemwbs.wellbeing" },';
  for (const [template, asks] of [
    [page('<p>Welcome.</p>'), 'How <have> you been?'],
    [page('{{#each sections}}{{^none terms}}<h2>{{asks}}</h2>{{/none}}{{/each}}'), 'What is held?'],
  ]) {
    const place = ours(t, { sections, template });
    const checked = place.try('check --with ours ours/reports/our_page.lua');
    assert.equal(checked.code, 1, checked.out);
    const says = checked.out.match(/our_page\.lua:\d+: template: the page that our_page\.html makes does not ask "(.*)"\. Every section stands on the page: write \{\{#each sections\}\}/);
    assert.ok(says, checked.out);
    assert.equal(says[1], asks);
    assert.equal(checked.out.trim().split('\n').length, 3, checked.out);
  }
  ours(t, { sections }).run('check --with ours ours/reports/our_page.lua');
});

const served = (place) => place.sql('alongside.db', "select id || ' ' || version from plugin where kind = 'report' order by id, version");
const areas = (example, more = '') => `return {
  title = "Our area", version = "1", source = "Juniper House", reader = "area", template = "area_learning.html",
  sections = {
    { asks = "Who?", shows = "heard" }, { asks = "What?", shows = "cycles" }, { asks = "What not?", shows = "limits" },
    { asks = "How made?", shows = "method" },${more}
  },
  examples = { { "six", people = 6, says = "too few people to show" }, { "many", people = 40, says = "${example}" } },
}
`;

test('a version whose example fails makes no page and no release, in no format', (t) => {
  const place = ours(t, { top: '' });
  const path = 'ours/reports/our_page.lua', good = place.read(path), bad = good.replace('never = "p002" } },', 'never = "What is held?" } },');
  place.write(path, bad);
  for (const format of ['html', 'text', 'json', 'csv']) {
    const done = place.try(`${make} --format ${format}`);
    assert.equal(done.code, 65, done.err);
    assert.equal(done.out, '');
    assert.match(done.err, /ours\/reports\/our_page\.lua:\d+: examples\[2\]: example "many": the report says "What is held\?"/);
  }
  place.write('ours/reports/our_area.lua', areas('what nobody says'));
  const area = 'report our_area --with ours --area Saltmere --period 2025 --as-of 2026-01-31';
  const refused = place.try(area);
  assert.equal(refused.code, 65);
  assert.match(refused.err, /our_area\.lua:\d+: examples\[2\]: example "many": the report does not say "what nobody says"/);
  assert.equal(place.sql('alongside.db', 'select (select count(*) from release), (select count(*) from look)'), '0|0\n');
  assert.equal(served(place), '');
  place.write(path, good);
  place.write('ours/reports/our_area.lua', areas('people'));
  place.run(make);
  const released = place.run(area).out;
  assert.equal(served(place), 'our_area 1\nour_page 1\n');
  place.run('verify');
  place.write(path, bad); // the examples are no part of what a version is
  place.run(make);
  place.write('ours/reports/our_area.lua', areas('what nobody says', ' { asks = "And?", shows = "findings", of = "repeat_contact" },'));
  assert.equal(place.run(area).out, released, 'what is public is printed as it was');
});

test('a version that something was made with is that file from then on', (t) => {
  const place = ours(t);
  const path = 'ours/reports/our_page.lua', good = place.read(path);
  place.run(make);
  const other = good.replace('What is held?', 'What is held of me?');
  place.write(path, other);
  const done = place.try(make);
  assert.equal(done.code, 65);
  assert.match(done.err, /report our_page: version 1 has pages and was another file then\. What was made keeps the meaning that it was made with: bring back that file, or give the changed one a new version\./);
  place.run(`try ${path}`); // nothing is kept of that
  place.write(path, other.replace('version = "1"', 'version = "2"'));
  place.run(make);
  assert.equal(served(place), 'our_page 1\nour_page 2\n');
});

test('a definition is refused for what it would do to people, with a reason and what to ask instead', (t) => {
  const place = ours(t);
  for (const [sections, fields, says] of [
    ['{ asks = "How have you been", shows = "scores" },', '', /our_page\.lua:5: sections\[1\]\.asks: "How have you been" asks nothing\. Every section helps with a question: end it with \?/],
    ['{ asks = "Who?", shows = "heard" },', '', /sections\[1\]\.shows: `heard` is for an area's report\. Leave the section out/],
    ['{ asks = "How?", shows = "scores", of = "swemwbs.wellbein" },', '', /`swemwbs\.wellbein` is no scale here\. Did you mean `swemwbs\.wellbeing`\?/],
    ['{ asks = "How?", shows = "findings", of = "repeat_contacts" },', '', /`repeat_contacts` is no indicator here\. Did you mean `repeat_contact`\?/],
    ['{ asks = "How?", shows = "scores", by = "coach" },', '', /not broken down by "coach"\. Reports here are for learning, not for judging workers/],
    ['', '\n  target = 20,', /`target` is not a field of a report\. Nothing here is held against a number to be reached: .* Say in `asks` what you want to learn/],
    ['', '\n  sort = "value",', /`sort` is not a field of a report\. Groups and places stand in their agreed order .* Leave it out/],
    ['{ asks = "How?", shows = "scores", colour = "red" },', '', /sections\[1\]: `colour` is not a field of a section\. No colour says good or bad/],
    ['{ asks = "How?", shows = "scores", threshold = 3 },', '', /`threshold` is not a field of a section\. No number parts good from bad here/],
    ['', '\n  template = "nowhere.html",', /template: nowhere\.html is neither beside this file nor among the engine's own/],
    ['', '\n  template = "../nowhere.html",', /nowhere\.html is (neither|no name)/],
  ]) {
    place.write('ours/reports/our_page.lua', definition(sections, fields));
    const checked = place.try('check --with ours ours/reports/our_page.lua');
    assert.equal(checked.code, 1, checked.out);
    assert.match(checked.out, says);
    const made = place.try(`${make} -o page.html`);
    assert.notEqual(made.code, 0, made.out);
    assert.equal(existsSync(place.path('page.html')), false);
  }
  for (const shown of ['limits', 'record']) {
    const [kept] = ['limits', 'record'].filter((s) => s !== shown);
    writeFileSync(place.path('ours/reports/our_page.lua'),
      `return { title = "T", version = "1", source = "us", reader = "person", sections = { { asks = "What?", shows = "${kept}" } },
        examples = { { "one", people = 1, never = "x" }, { "many", people = 40, never = "x" } } }`);
    assert.match(place.try('check --with ours ours/reports/our_page.lua').out, new RegExp(`a person's page shows \`${shown}\`: .* Add a section with shows = "${shown}"`));
  }
});
