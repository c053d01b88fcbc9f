// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of this folder find what they are there to find.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { axe_faults, missing, open, start } from './chromium.mjs';
import { markup_faults } from './markup.mjs';
import * as seen from './seen.mjs';

const page = (body) => `<!doctype html>\n<html lang="en-GB">\n<head>\n<title>x</title>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;

test('markup in order is left alone', () => {
  assert.deepEqual(markup_faults(page('<main id="a"><p>1 &lt; 2 <strong>words</strong></p><ul><li>one</li></ul></main>')), []);
});

for (const [body, fault] of [
  ['<p><ul><li>a</li></ul></p>', '<ul> in <p>'],
  ['<ul><p>a</p></ul>', '<p> in <ul>'],
  ['<ul>words</ul>', 'words in <ul>'],
  ['<dl><p>a</p></dl>', '<p> in <dl>'],
  ['<p>a</div>', '</div> where <p> is open'],
  ['<p class="a" class="b">a</p>', 'two of the attribute class'],
  ['<p class=a>a</p>', 'attributes that cannot be read'],
  ['<p style="x">a</p>', 'the attribute style'],
  ['<p onclick="x">a</p>', 'the attribute onclick'],
  ['<p id="1 2">a</p>', 'the id "1 2"'],
  ['<p>a & b</p>', 'a bare &'],
  ['<p>a > b</p>', 'a bare < or >'],
  ['<p/>', '<p/> does not close itself'],
  ['<script>a</script>', '<script> in <body>'],
  ['<p>a', '</body> where <p> is open'],
]) test(`markup is refused: ${body}`, () => {
  assert.ok(markup_faults(page(body)).some((found) => found.includes(fault)), markup_faults(page(body)).join('\n'));
});

const BAD = `<!doctype html>
<html lang="x"><head><title>x</title><style>
:root { --paper: #ffffff; --ink: #20272c; --go: #00aa00; --sans: Arial }
body { background: var(--paper); color: var(--ink) } .faint { color: #999 } .odd { color: red } .half { opacity: .5 }
:focus-visible { outline: none } .n { text-align: right } td { text-align: left }
</style></head><body><main><h1>One</h1><h3>Three</h3><h1>Another</h1>
<p id="a">a</p><p id="a"></p><ul><p>not an item</p></ul><a href="#nowhere">x</a>
<p class="faint">faint</p><p class="odd">odd</p><p class="half">half</p>
<table><thead><tr><th>What</th><th scope="col">How many</th></tr></thead><tbody><tr><th scope="row">a</th><td>5</td></tr></tbody></table>
<details><summary>More</summary><table><caption>Shut</caption><tbody><tr><th scope="row">a</th><td>word</td></tr></tbody></table></details>
<figure><svg class="chart" role="img" height="40" width="100"><line class="ax" x1="0" x2="100" y1="20" y2="20"/><text x="0" y="15">one</text>
<text x="5" y="15">two ▲</text><text class="b" x="60" y="35">4</text><circle class="dot" cx="3" cy="12" r="5"/><path d="M0 0"/></svg></figure>
<div style="width: 500px"><p>${'long '.repeat(40)}</p></div>
<img src="elsewhere.png"><script>console.error('a complaint')</script></main></body></html>`;

test('a page with everything wrong is told all of it', { skip: missing }, async (t) => {
  const chromium = await start();
  t.after(() => chromium.close());
  const { tab, told: heard } = await open(chromium, BAD);
  await tab.setViewportSize({ width: 320, height: 900 });
  const includes = (found, faults) => {
    for (const fault of faults) assert.ok(found.some((sentence) => sentence.includes(fault)), `not told: ${fault}\n${found.join('\n')}`);
  };
  const told = async (look, words, ...faults) => includes(await tab.evaluate(look, ...words), faults);
  includes(heard, ['elsewhere.png', 'inline script']);
  includes(await axe_faults(tab), ['image-alt', 'heading-order', 'color-contrast']);
  await told(seen.outline, [], '2 of h1', 'no language', 'h3 after h1', 'two of id a', 'nothing has the id nowhere', 'an empty p', 'a list of something else');
  await told(seen.tables, [], 'without a caption', 'without its scope', 'does not stand where it should', 'loses its meaning');
  await told(seen.drawings, [], 'without a title', 'without a description', '<path> in a chart', 'an arrow');
  await told(seen.letters, [], '“one” meets “two ▲”', 'lies on a dot', 'stands under the axis');
  await told(seen.sideways, [], 'px wide', 'runs out of');
  await told(seen.colours, [4.5], '--go is neither blue nor plum', 'has color rgb(255, 0, 0)', 'contrast 2.85', 'is seen through');
  await told(seen.targets, [], 'x: ');
  await tab.keyboard.press('Tab');
  assert.equal((await tab.evaluate(seen.focused)).outlined, false);
  await tab.emulateMedia({ media: 'print' });
  await told(seen.paper, [], '“Shut” is not there', 'cannot be used on paper', 'may lose its marks');
});
