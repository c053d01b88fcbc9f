// SPDX-License-Identifier: GPL-3.0-or-later
// What people see, in a browser: every page of pages.mjs is opened, measured, printed and walked through by keyboard.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { Chromium, missing } from './chromium.mjs';
import { markup_faults } from './markup.mjs';
import { make_pages } from './pages.mjs';
import * as seen from './seen.mjs';

const WIDTHS = [320, 360, 390, 600, 768, 1024, 1280, 1600];
const { pages, remove } = missing ? { pages: [], remove() {} } : make_pages();
const chromium = missing ? null : await Chromium.start();
after(async () => {
  remove();
  await chromium?.close();
});

// `look(tab, page)` gives what is wrong with one page; a test tells all of it, of all pages, at once.
function every_page(sentence, look) {
  test(sentence, { skip: missing }, async () => {
    const found = [];
    for (const page of pages) {
      const tab = await chromium.open();
      await tab.go(page.address);
      for (const fault of await look(tab, page)) found.push(`${page.name}: ${fault}`);
      await tab.close();
    }
    const shown = [...new Set(found)];
    assert.equal(shown.length, 0, `${shown.length} faults\n${shown.slice(0, 60).join('\n')}`);
  });
}

// Everything is read with what can be opened open.
async function at_widths(tab, widths) {
  const found = [];
  await tab.ask(seen.open_details);
  for (const width of widths) {
    await tab.wide(width);
    for (const fault of [...await tab.ask(seen.sideways), ...await tab.ask(seen.letters)]) found.push(`at ${width} px ${fault}`);
  }
  return found;
}

test('there are pages of people and of areas, with charts, tables and hidden numbers', { skip: missing }, () => {
  const all = pages.map(({ source }) => source).join('');
  for (const piece of ['role="img"', '<table', 'class="softbar"', 'class="dl up"', 'class="hid"', 'class="unk"', 'class="mk-none"', 'class="ref"'])
    assert.ok(all.includes(piece), `no page has ${piece}`);
});

every_page('a page asks for nothing but itself and has nothing to complain of', async (tab, page) => [
  ...tab.requests.filter((address) => address !== page.address).map((address) => `asks for ${address}`),
  ...tab.messages,
]);

every_page('its markup needs no mending', (tab, page) => markup_faults(page.source));

every_page('it has one heading, one main part, headings in order and lists that are lists', (tab) => tab.ask(seen.outline));

every_page('its tables have captions and scopes, and their numbers stand under one another', (tab) => tab.ask(seen.tables));

every_page('its charts are told in words, and have no arrows', (tab) => tab.ask(seen.drawings));

every_page('nothing scrolls sideways and no letters meet, from 320 to 1600 px', (tab) => at_widths(tab, WIDTHS));

every_page('the same holds where every word is 40 % longer', async (tab) => {
  await tab.ask(seen.longer_words);
  return at_widths(tab, [320, 1280]);
});

every_page('the same holds where a reader spaces the text out', async (tab) => {
  await tab.ask(seen.text_spacing);
  return at_widths(tab, [320, 390, 1280]);
});

every_page('its colours are the few of the style sheet, and every letter stands out', async (tab) => {
  await tab.ask(seen.open_details);
  const found = await tab.ask(seen.colours, 4.5);
  await tab.media('', [{ name: 'prefers-contrast', value: 'more' }]);
  return [...found, ...(await tab.ask(seen.colours, 7)).map((fault) => `with more contrast ${fault}`)];
});

every_page('what can be pressed is 24 px or more', async (tab) => {
  const found = [];
  for (const width of [320, 1280]) {
    await tab.wide(width);
    found.push(...await tab.ask(seen.targets));
  }
  return found;
});

every_page('the keyboard reaches everything in order, and the focus is seen', async (tab) => {
  await tab.wide(390, 800);
  const found = [], all = await tab.ask(seen.reachable);
  for (const words of all) {
    await tab.tab();
    const focus = await tab.ask(seen.focused);
    if (focus.words !== words) found.push(`Tab comes to “${focus.words}” where “${words}” is next`);
    if (!focus.outlined || !focus.inside) found.push(`the focus on “${words}” is not seen`);
  }
  return found;
});

every_page('on paper everything is open and keeps its ink', async (tab) => {
  await tab.media('print');
  await tab.wide(680); // CSS px between the margins of A4
  return [...await tab.ask(seen.paper), ...await tab.ask(seen.sideways)];
});

// The drawing orders of a PDF, unpacked.
function orders(pdf) {
  const found = [];
  for (const { 1: bytes } of pdf.toString('latin1').matchAll(/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)endstream/g))
    found.push(inflateSync(Buffer.from(bytes, 'latin1'), { finishFlush: 2 }).toString('latin1'));
  return found.join('\n');
}

every_page('it prints on A4, with blue marks where there are any', async (tab, page) => {
  const pdf = await tab.paper(), found = [];
  const sheets = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  if (!sheets.length) found.push('no sheets');
  for (const [, width, height] of sheets)
    if (Math.abs(width - 595) > 2 || Math.abs(height - 842) > 2) found.push(`a sheet of ${width} × ${height} points`);
  if (/class="(dot|dl|s1)[ "]/.test(page.source) && !/\.0706\d* \.2627\d* \.4275\d* (rg|RG)/.test(orders(pdf))) found.push('no blue on paper');
  return found;
});
