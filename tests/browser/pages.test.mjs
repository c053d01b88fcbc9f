// SPDX-License-Identifier: GPL-3.0-or-later
// What people see, in a browser: every page of pages.mjs is opened, measured, printed and walked through by keyboard.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { top } from '../journeys/machine.mjs';
import { afresh, axe_faults, missing, open, start } from './chromium.mjs';
import { markup_faults } from './markup.mjs';
import { make_pages } from './pages.mjs';
import * as seen from './seen.mjs';

const PAPER = 672; // CSS px between the margins of A4
const LARGE = 16 / 10.5; // letters of 16 points where they are 10.5
const WIDTHS = [320, 360, 390, 600, 768, 1024, 1280, 1600];
const chromium = missing ? null : await start();
const pages = [];
for (const page of missing ? [] : make_pages()) pages.push({ ...page, ...await open(chromium, page.source) });
after(() => chromium?.close());

// `look(tab, page)` gives what is wrong with one page; a test tells all of it, of all pages, at once.
function every_page(sentence, look) {
  test(sentence, { skip: missing }, async () => {
    const found = [];
    for (const page of pages) {
      await afresh(page.tab);
      for (const fault of await look(page.tab, page)) found.push(`${page.name}: ${fault}`);
    }
    const shown = [...new Set(found)];
    assert.equal(shown.length, 0, `${shown.length} faults\n${shown.slice(0, 60).join('\n')}`);
  });
}

const wide = (tab, width, height = 900) => tab.setViewportSize({ width, height });

// Everything is read with what can be opened open.
async function at_widths(tab, widths, look = async () => [...await tab.evaluate(seen.sideways), ...await tab.evaluate(seen.letters)]) {
  const found = [];
  await tab.evaluate(seen.open_details);
  for (const width of widths) {
    await wide(tab, width);
    for (const fault of await look()) found.push(`at ${width} px ${fault}`);
  }
  return found;
}

test('there are pages of people and of areas, with charts, tables and hidden numbers', { skip: missing }, () => {
  const all = pages.map(({ source }) => source).join('');
  for (const piece of ['role="img"', '<table', 'class="softbar"', 'class="dl up"', 'class="hid"', 'class="unk"', 'class="mk-none"', 'class="ref"'])
    assert.ok(all.includes(piece), `no page has ${piece}`);
});

test('the rich record has every mark of the strip, and what each of the shipped indicators noticed', { skip: missing }, () => {
  const { source } = pages.find(({ name }) => name === 'a rich record'), folder = join(top, 'plugins/indicators');
  for (const mark of ['ask', 'none', 'open', 'told', 'no', 'stop', 'em', 'other', 'span'])
    assert.match(source, new RegExp(`<(circle|rect) class="mk-${mark}"`));
  for (const line of ['wait', 'help', 'stay']) assert.match(source, new RegExp(`<(line|rect) class="${line}"`));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.lua'))) {
    const [, title] = readFileSync(join(folder, file), 'utf8').match(/^ {2}title +=\s*"(.*)"/m);
    assert.ok(source.includes(`${title}. How it may mislead`), `${title} is not on the page`);
  }
});

every_page('a page asks for nothing but itself and has nothing to complain of', async (tab, page) => page.told);

every_page('it says and shows the same where scripts are off', async (tab, page) => {
  const all = () => [document.body.innerText, document.body.scrollHeight];
  const { tab: other } = await open(chromium, page.source, { scripts: false });
  const [[words, height], [same, as_high]] = [await tab.evaluate(all), await other.evaluate(all)];
  await other.context().close();
  return words === same && height === as_high ? [] : ['it is another page'];
});

every_page('axe finds nothing at 320, 390 and 1280 px, with its tables open',
  (tab) => at_widths(tab, [320, 390, 1280], () => axe_faults(tab)));

every_page('its markup needs no mending', (tab, page) => markup_faults(page.source));

every_page('it has one heading, one main part, headings in order and lists that are lists', (tab) => tab.evaluate(seen.outline));

every_page('its tables have captions and scopes, and their numbers stand under one another', (tab) => tab.evaluate(seen.tables));

every_page('its charts are told in words, and have no arrows', (tab) => tab.evaluate(seen.drawings));

every_page('notes are pinned to one chart, and stand beside it', (tab) => tab.evaluate(seen.pins));

every_page('what stands beside a part does not go on long below it, on a screen or on paper', async (tab) => {
  const found = await tab.evaluate(seen.margins);
  await tab.emulateMedia({ media: 'print' });
  await wide(tab, PAPER);
  return [...found, ...await tab.evaluate(seen.margins)];
});

every_page('nothing scrolls sideways and no letters meet, from 320 to 1600 px', (tab) => at_widths(tab, WIDTHS));

every_page('the same holds where every word is 40 % longer', async (tab) => {
  await tab.evaluate(seen.longer_words);
  return at_widths(tab, [320, 1280]);
});

every_page('the same holds where a reader spaces the text out', async (tab) => {
  await tab.evaluate(seen.text_spacing);
  return at_widths(tab, [320, 390, 1280]);
});

every_page('the same holds where letters are twice as large', async (tab) => {
  await tab.evaluate(seen.larger_text);
  return at_widths(tab, [640, 1280]);
});

every_page('its colours are the few of the style sheet, and every letter stands out', async (tab) => {
  await tab.evaluate(seen.open_details);
  const found = await tab.evaluate(seen.colours, 4.5);
  await tab.emulateMedia({ contrast: 'more' });
  return [...found, ...(await tab.evaluate(seen.colours, 7)).map((fault) => `with more contrast ${fault}`)];
});

every_page('where a reader sets the colours, every mark is drawn in them', async (tab) => {
  await tab.evaluate(seen.open_details);
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await tab.emulateMedia({ forcedColors: 'active', colorScheme });
    found.push(...(await tab.evaluate(seen.marks)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
});

every_page('what can be pressed is 24 px or more', async (tab) => {
  const found = [];
  for (const width of [320, 1280]) {
    await wide(tab, width);
    found.push(...await tab.evaluate(seen.targets));
  }
  return found;
});

every_page('the keyboard reaches everything in order, and the focus is seen', async (tab) => {
  await wide(tab, 390, 800);
  const found = [], all = await tab.evaluate(seen.reachable);
  for (const words of all) {
    await tab.keyboard.press('Tab');
    const focus = await tab.evaluate(seen.focused);
    if (focus.words !== words) found.push(`Tab comes to “${focus.words}” where “${words}” is next`);
    if (!focus.outlined || !focus.inside) found.push(`the focus on “${words}” is not seen`);
  }
  return found;
});

every_page('on paper everything is open and keeps its ink', async (tab) => {
  await tab.emulateMedia({ media: 'print' });
  const found = [];
  for (const width of [PAPER, Math.round(PAPER / LARGE)]) {
    await wide(tab, width);
    found.push(...await tab.evaluate(seen.paper), ...await tab.evaluate(seen.sideways), ...await tab.evaluate(seen.letters));
  }
  return found;
});

// The drawing orders of a PDF, unpacked.
function orders(pdf) {
  const found = [];
  for (const { 1: bytes } of pdf.toString('latin1').matchAll(/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)endstream/g))
    found.push(inflateSync(Buffer.from(bytes, 'latin1'), { finishFlush: 2 }).toString('latin1'));
  return found.join('\n');
}

every_page('it prints on A4, with blue marks where there are any', async (tab, page) => {
  const pdf = await tab.pdf({ preferCSSPageSize: true }), found = [];
  const sheets = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  if (!sheets.length) found.push('no sheets');
  for (const [, width, height] of sheets)
    if (Math.abs(width - 595) > 2 || Math.abs(height - 842) > 2) found.push(`a sheet of ${width} × ${height} points`);
  if (/class="(dot|dl|s1)[ "]/.test(page.source) && !/\.0706\d* \.2627\d* \.4275\d* (rg|RG)/.test(orders(pdf))) found.push('no blue on paper');
  return found;
});

// What somebody who judges how a page looks wants to see. The fonts are this machine's, so nothing is compared.
const PICTURED = ['a rich record', 'no answer', 'very long words', 'goals and words', 'nothing', 'only orders', 'an area'];
every_page('its pictures are in .build/pictures', async (tab, page) => {
  if (!PICTURED.includes(page.name)) return [];
  const folder = join(top, '.build/pictures'), name = join(folder, page.name.replaceAll(' ', '-'));
  mkdirSync(folder, { recursive: true });
  const picture = async (kind) => writeFileSync(`${name}-${kind}.png`, await tab.screenshot({ fullPage: true }));
  await picture('desktop');
  await wide(tab, 390);
  await picture('phone');
  await tab.evaluate(seen.larger_text);
  await picture('phone-large');
  await afresh(tab);
  await tab.evaluate(seen.greyed);
  await picture('grey');
  for (const [kind, scale] of [['print', 1], ['print-large', LARGE]])
    writeFileSync(`${name}-${kind}.pdf`, await tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true, scale }));
  return [];
});
