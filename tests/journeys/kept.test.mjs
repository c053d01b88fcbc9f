// SPDX-License-Identifier: GPL-3.0-or-later
// What a person keeps to themselves does not show through their page, and what should not wait is not lost on it.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place, top } from './machine.mjs';

const asOf = '--as-of 2026-02-01';
const flag = (rows) => `person,date,instrument,item,answer,by\n${rows.map((r) => `harbour,${r}\n`).join('')}`;

function made(t, files) {
  const place = new Place(t);
  place.run('init --area Northwick');
  place.write('people.csv', 'person,area\nharbour,Northwick\n');
  for (const [name, text] of Object.entries(files)) place.write(name, text);
  place.try(`import --recorded 2026-01-31 people.csv ${Object.keys(files).join(' ')}`);
  return place;
}

const shown = 'person,date,precision,kind,subtype,need,initiated_by,tie,status,until,visibility\n'
  + 'harbour,2025-03-03,,contact,,housing,person,,,,learning\nharbour,2025-04-01,month,contact,,,person,,,,\n';
const kept = 'harbour,2020-02-03,,contact,,,person,,,,person_only\nharbour,2025-09-01,month,contact,,,person,,,,person_only\n'
  + 'harbour,2021-01-01,,not_observed,,,,,,2021-06-30,person_only\n'
  + 'harbour,2025-06-01,,network_tie,friend,,,somebody hidden,added,,person_only\n';

test('a page is the same bytes with and without what the person keeps to themselves', (t) => {
  const without = made(t, { 'events.csv': shown });
  const withIt = made(t, { 'events.csv': shown + kept });
  const nothing = made(t, {});
  const only = made(t, { 'events.csv': shown.split('\n')[0] + '\n' + kept });
  for (const format of ['text', 'html', 'json', 'csv'])
    for (const period of ['', ' --period 2020', ' --period 2025']) {
      const page = `report my_progress --person harbour ${asOf} --format ${format}${period}`;
      assert.equal(withIt.run(page).out, without.run(page).out, page);
      assert.equal(only.run(page).out, nothing.run(page).out, page);
    }
  const said = withIt.run(`report my_progress --person harbour ${asOf} --format text`).out.replace(/\s+/g, ' ');
  assert.match(said, /Held about you, since 3 March 2025: 2 things that happened\./);
  assert.match(said, /What you keep to yourself is not shown on this page, and not counted on it\./);
  assert.match(said, /of 1 of the things recorded no exact day is known/);
  assert.match(said, /Nothing of this kind was found in what is shown here\. What nobody wrote down/);
});

test('what somebody else answered for them is brought too where the measure asks them, and who it was is said', (t) => {
  const place = new Place(t);
  mkdirSync(place.path('ours/instruments'), { recursive: true });
  place.write('ours/instruments/asked.lua', readFileSync(join(top, 'instruments/phq9.lua'), 'utf8')
    .replace('version = "1",', 'version = "1",\n  raters  = "person proxy together",'));
  place.run('init --area Northwick');
  place.write('people.csv', 'person,area\nharbour,Northwick\n');
  place.write('answers.csv', flag(['2025-11-01,asked,q9,2,proxy', '2025-11-08,asked,q9,1,together',
    '2025-12-01,asked,q9,0,person', '2025-12-02,asked,q9,3,coach', '2025-12-03,phq9,q9,3,proxy']));
  place.try('import --recorded 2026-01-31 --with ours people.csv answers.csv'); // says which answers are kept and not scored
  const said = place.run(`report my_progress --person harbour ${asOf} --with ours --format text --quiet`).out.replace(/\s+/g, ' ');
  assert.match(said, /On 1 November 2025 somebody who spoke for you gave an answer that should not wait: thoughts/);
  assert.match(said, /On 8 November 2025 you and somebody else together gave an answer that should not wait: thoughts/);
  assert.equal(said.match(/should not wait/g).length, 2);
});

test('what others answered is counted as one says it', (t) => {
  const once = made(t, { 'answers.csv': flag(['2025-11-01,phq9,q1,2,proxy']) });
  const page = `report my_progress --person harbour ${asOf} --format text`;
  assert.match(once.run(page).out.replace(/\s+/g, ' '), /What others answered about you: 1 time, kept apart/);
  const twice = made(t, { 'answers.csv': flag(['2025-11-01,phq9,q1,2,proxy', '2025-11-02,phq9,q1,2,proxy']) });
  assert.match(twice.run(page).out.replace(/\s+/g, ' '), /What others answered about you: 2 times, kept apart/);
});

test('a page of a time that had not begun is refused, and one that goes on is made', (t) => {
  const place = made(t, {});
  const refused = place.try(`report my_progress --person harbour ${asOf} --period 2027 -o page.html`);
  assert.equal(refused.code, 64);
  assert.match(refused.err, /--period: .*2027 had not begun on 1 February 2026, the day that the page is made as of, so nothing of it can be known\. Ask for a period that had begun by then/);
  assert.ok(!place.has('page.html'));
  place.run(`report my_progress --person harbour ${asOf} --period 2026 -o page.html`);
});

test('what one person keeps to themselves changes nothing that is noticed of anybody else', (t) => {
  const people = Array.from({ length: 40 }, (_, i) => `p${100 + i}`);
  const events = (visibility) => 'person,date,kind,subtype,episode,service,decided_by,visibility\n'
    + people.map((p) => `${p},2025-02-03,episode_end,,e${p},hub,service,\n${p},2024-06-03,contact,,,hub,,\n`).join('')
    + (visibility === undefined ? '' : `harbour,2024-02-01,crisis,ae_attendance,,,,${visibility}\n`);
  const seen = (visibility) => {
    const place = made(t, { 'events.csv': events(visibility), 'others.csv': 'person,area,shares,since\n'
      + people.map((p) => `${p},Northwick,yes,2024-01-01\n`).join('') });
    const page = `report area_learning --area Northwick --period 2025 ${asOf} --format json`;
    return [place.run(page).out, place.run(`report my_progress --person p101 ${asOf} --format text`).out,
      place.run(`findings --person p101 --indicator cliff_edge_then_crisis ${asOf}`).out];
  };
  const without = seen();
  assert.match(without[2], /cannot_tell,kind_not_collected/);
  for (const kept of ['person_only', 'person+coach']) assert.deepEqual(seen(kept), without, kept);
  assert.match(seen('learning')[2], /,not_found,/);
});
