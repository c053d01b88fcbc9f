// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Chromium, driven by playwright-core. Pages are served by the test itself under the strictest policy: no
// script of theirs would run, and whatever they ask for is refused and told.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const program = '/usr/bin/chromium';
const playwright = await import('playwright-core').catch(() => null);
const axe = playwright && readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const missing = !existsSync(program) ? `${program} is not installed: apt-get install chromium`
  : !playwright && 'playwright-core and axe-core are not installed: npm ci --prefix tests/browser';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";
const ADDRESS = 'http://page.invalid/';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// No sandbox, as tests may run as root; it only ever opens pages made here.
export const start = () => playwright.chromium.launch({ executablePath: program, args: ['--no-sandbox', '--force-color-profile=srgb'] });

// What the console, the parser and the audits have to say of a page comes into `told`, and what it asks for besides.
async function listen(context, tab, source) {
  const told = [];
  await context.route('**', (route) => {
    if (route.request().url() === ADDRESS)
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: source, headers: { 'content-security-policy': POLICY } });
    told.push(`asks for ${route.request().url()}`);
    return route.abort();
  });
  tab.on('console', (message) => told.push(message.text()));
  tab.on('pageerror', (error) => told.push(error.message));
  const audits = await context.newCDPSession(tab);
  audits.on('Audits.issueAdded', ({ issue }) => told.push(JSON.stringify(issue)));
  await audits.send('Audits.enable');
  return told;
}

// Gives { tab, told }: a Playwright page that shows `source`, and the list above. Closing the tab's context ends it.
export async function open(browser, source, { scripts = true } = {}) {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const tab = await context.newPage(), told = await listen(context, tab, source);
  await afresh(tab);
  return { tab, told };
}

// The page as it was written, on a screen of 1280 px.
export async function afresh(tab) {
  await tab.emulateMedia({ media: null, contrast: null, forcedColors: null, colorScheme: null });
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.goto(ADDRESS);
}

// What axe finds at a width, a sentence for each element.
export async function axe_faults(tab) {
  if (!await tab.evaluate(() => 'axe' in globalThis)) await tab.evaluate(axe);
  const { violations } = await tab.evaluate((tags) => axe.run(document, { runOnly: tags, preload: false, resultTypes: ['violations'] }), RULES);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 120)}`));
}
