// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen on a page. Each function runs inside the page, uses nothing from here, and gives a list of what is
// wrong; an empty list is a page in order.

export function open_details() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

// Welsh and German need more room: every word of HTML grows by 40 %.
export function longer_words() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest('svg')) continue;
    node.data = node.data.replace(/\p{L}+/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
  }
  for (const cell of document.querySelectorAll('[data-l]'))
    cell.dataset.l = cell.dataset.l.replace(/\p{L}+/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
}

// WCAG 1.4.12: a reader may set these, and nothing may be lost.
export function text_spacing() {
  const style = document.createElement('style');
  style.textContent = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`;
  document.head.append(style);
}

export function larger_text() {
  document.documentElement.style.fontSize = '200%';
}

export function greyed() {
  document.documentElement.style.filter = 'grayscale(1)';
}

export function sideways() {
  const found = [], wide = document.documentElement.clientWidth;
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`;
  if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('svg, .skip, style') || !parent.checkVisibility()) continue;
    let block = parent;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    if (getComputedStyle(block.closest('thead') ?? block).clipPath !== 'none') continue; // only to be heard
    const room = block.getBoundingClientRect(), range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects())
      if (line.right > room.right + 1 || line.left < room.left - 1 || line.right > wide + 1) found.push(`runs out of ${name(block)}`);
  }
  for (const element of document.querySelectorAll('body *:not(svg *)')) {
    const { overflowX, clipPath } = getComputedStyle(element);
    if (overflowX !== 'visible' && clipPath === 'none' && element.scrollWidth > element.clientWidth && element.tagName !== 'svg')
      found.push(`is clipped or scrolls: ${name(element)}`);
  }
  return [...new Set(found)];
}

// Letters of one drawing that meet one another or lie on a dot, and letters that leave their figure.
export function letters() {
  const found = [], pen = document.createElement('canvas').getContext('2d');
  const ink = (text) => {
    const style = getComputedStyle(text), at = text.getStartPositionOfChar(0).matrixTransform(text.getScreenCTM());
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(text.textContent);
    const { left, right } = text.getBoundingClientRect();
    const zoom = text.currentCSSZoom ?? 1;
    return { words: text.textContent, left, right, top: at.y - up * zoom, bottom: at.y + down * zoom };
  };
  const meet = (a, b, air) => a.left < b.right + air && b.left < a.right + air && a.top < b.bottom && b.top < a.bottom;
  for (const svg of document.querySelectorAll('svg.chart')) {
    const shown = [...svg.querySelectorAll('text')].filter((text) => text.checkVisibility() && text.textContent).map(ink);
    const dots = [...svg.querySelectorAll('circle.dot, circle.mk-none')].filter((dot) => dot.checkVisibility())
      .map((dot) => dot.getBoundingClientRect());
    const room = (svg.closest('figure') ?? document.body).getBoundingClientRect();
    shown.forEach((a, i) => {
      for (const b of shown.slice(i + 1)) if (meet(a, b, 2)) found.push(`“${a.words}” meets “${b.words}”`);
      for (const dot of dots) if (meet(a, dot, 0)) found.push(`“${a.words}” lies on a dot`);
      if (a.left < room.left + 2 || a.right > room.right - 2) found.push(`“${a.words}” leaves its figure`);
    });
    const axis = svg.querySelector('line.ax')?.getBoundingClientRect();
    for (const value of [...svg.querySelectorAll('text.b')].filter((text) => text.checkVisibility()).map(ink))
      if (value.bottom > axis.top) found.push(`the value “${value.words}” stands under the axis, like a date`);
    const box = svg.getBoundingClientRect();
    for (const a of shown) if (a.top < box.top - 1 || a.bottom > box.bottom + 1) found.push(`“${a.words}” leaves its drawing`);
  }
  return [...new Set(found)];
}

export function outline() {
  const found = [], all = (chosen) => [...document.querySelectorAll(chosen)];
  const once = (chosen) => all(chosen).length === 1 || found.push(`${all(chosen).length} of ${chosen}`);
  once('h1');
  once('main');
  once('head > title');
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(document.documentElement.lang)) found.push('the page has no language');
  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const here = Number(heading.tagName[1]);
    if (here > level + 1) found.push(`h${here} after h${level}: ${heading.textContent}`);
    level = here;
  }
  const ids = all('[id]').map(({ id }) => id);
  for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) found.push(`two of id ${id}`);
  for (const element of all('[aria-labelledby], [href]')) {
    const links = element.getAttribute('aria-labelledby')?.split(' ') ?? [element.getAttribute('href').replace(/^#/, '')];
    for (const id of links) if (!document.getElementById(id)) found.push(`nothing has the id ${id}`);
  }
  for (const element of all('p, li, h1, h2, h3, dt, dd, th, td, caption, summary, figure, section, ul, ol, dl'))
    if (!element.textContent.trim() && !element.matches('.axis')) found.push(`an empty ${element.tagName.toLowerCase()}`);
  for (const list of all('ul, ol')) if ([...list.children].some(({ tagName }) => tagName !== 'LI')) found.push('a list of something else');
  return found;
}

export function tables() {
  const found = [];
  for (const table of document.querySelectorAll('table')) {
    const caption = table.caption?.textContent ?? '';
    if (!caption) found.push('a table without a caption');
    for (const th of table.querySelectorAll('th'))
      if (th.scope !== (th.closest('thead') ? 'col' : 'row')) found.push(`${caption}: a heading without its scope`);
    for (const row of table.rows)
      if (row.cells.length !== table.rows[0].cells.length) found.push(`${caption}: rows of different length`);
    const roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell', TH: 'header' };
    for (const element of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')])
      if (!element.getAttribute('role')?.endsWith(roles[element.tagName]))
        found.push(`${caption}: ${element.tagName} loses its meaning on a phone`);
    for (let column = 1; column < table.rows[0].cells.length; column++) {
      const [head, ...cells] = [...table.rows].map((row) => row.cells[column]);
      const numbers = cells.filter(({ textContent }) => /^[+-]?[\d,]+(\.\d+)?$/.test(textContent)).length;
      for (const cell of [head, ...cells])
        if ((getComputedStyle(cell).textAlign === 'right') !== numbers > cells.length / 2)
          found.push(`${caption}: “${head.textContent}” does not stand where it should`);
    }
  }
  return found;
}

export function drawings() {
  const found = [], known = new Set(['svg', 'title', 'desc', 'text', 'line', 'circle', 'rect', 'g', 'defs', 'pattern']);
  for (const svg of document.querySelectorAll('svg:not(svg svg)')) {
    const [title, says] = (svg.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    if (svg.getAttribute('role') === 'img') {
      if (title?.tagName !== 'title' || !title.textContent) found.push('a drawing without a title');
      if (says?.tagName !== 'desc' || !says.textContent) found.push('a drawing without a description');
    } else if (svg.getAttribute('aria-hidden') !== 'true') found.push('a drawing that is neither told nor hidden');
    else if (!svg.closest('.axis, .defs, .mark') && !svg.parentElement.textContent.trim()) found.push('marks without a sentence');
    for (const piece of svg.querySelectorAll('*')) if (!known.has(piece.tagName)) found.push(`a <${piece.tagName}> in a chart`);
    if (/[\u2190-\u21ff\u25b2-\u25c5\u2b06-\u2b0d]/u.test(svg.textContent)) found.push(`an arrow in “${svg.textContent}”`);
  }
  return [...new Set(found)];
}

// Everything's colours are those of the style sheet's :root, and letters stand out from what is behind them.
export function colours(least) {
  const found = new Set(), root = getComputedStyle(document.documentElement);
  const rule = [...document.styleSheets[0].cssRules].find(({ selectorText }) => selectorText === ':root');
  const parts = (colour) => {
    const numbers = colour.match(/[\d.]+/g).map(Number);
    return /^rgba?\(/.test(colour) && numbers[3] !== 0 ? numbers : null;
  };
  const probe = document.body.appendChild(document.createElement('i'));
  const rgb = (colour) => { probe.style.color = colour; return getComputedStyle(probe).color; };
  const tokens = new Map([['#fff', rgb('#fff')]]);
  for (const name of rule.style) if (!/sans|serif/.test(name)) tokens.set(name, rgb(root.getPropertyValue(name)));
  probe.remove();
  for (const [name, colour] of tokens) {
    const [r, g, b] = parts(colour), most = Math.max(r, g, b), chroma = most - Math.min(r, g, b);
    if (chroma < 0.12 * 255) continue; // a grey, warm or cold
    const hue = 60 * (most === r ? ((g - b) / chroma + 6) % 6 : most === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4);
    if (hue < 195 || hue > 335) found.add(`${name} is neither blue nor plum`);
  }
  const allowed = new Set(tokens.values());
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  for (const element of document.querySelectorAll('body, body *')) {
    if (!element.checkVisibility() || element.closest('title, desc, defs') || element.tagName === 'g') continue;
    const style = getComputedStyle(element), name = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
    const painted = element instanceof SVGElement ? ['fill', 'stroke'] : ['color', 'backgroundColor',
      ...['Top', 'Right', 'Bottom', 'Left'].filter((side) => style[`border${side}Style`] !== 'none').map((side) => `border${side}Color`)];
    for (const kind of painted.filter((kind) => /^rgb/.test(style[kind]) && parts(style[kind])))
      if (!allowed.has(style[kind]) && !(element.tagName === 'svg' || kind === 'fill' && element.tagName === 'line'))
        found.add(`${name} has ${kind} ${style[kind]}`);
    if (style.opacity !== '1') found.add(`${name} is seen through`);
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    let behind = element;
    while (behind && (behind instanceof SVGElement || !parts(getComputedStyle(behind).backgroundColor))) behind = behind.parentElement;
    const pin = element.closest('.pin')?.querySelector('circle, rect');
    const ground = pin ? getComputedStyle(pin).fill : getComputedStyle(behind).backgroundColor;
    const of = contrast(parts(element.tagName === 'text' ? style.fill : style.color), parts(ground));
    if (of < least) found.add(`${name} “${element.textContent.trim().slice(0, 30)}”: contrast ${of.toFixed(2)}`);
  }
  return [...found];
}

// Where a reader sets the colours, what is drawn is drawn in theirs, and stands out; `.open` is the inside of a dot.
export function marks() {
  const found = new Set(), probe = document.body.appendChild(document.createElement('i'));
  const rgb = (colour) => { probe.style.color = colour; return getComputedStyle(probe).color; };
  const ink = rgb('CanvasText'), pale = rgb('GrayText'), allowed = new Set(['CanvasText', 'Canvas', 'GrayText', 'Highlight', 'LinkText'].map(rgb));
  probe.remove();
  for (const mark of document.querySelectorAll('svg:not(.defs) :is(line, circle, rect, path)')) {
    const { fill, stroke } = getComputedStyle(mark), name = `<${mark.tagName} class="${mark.getAttribute('class') ?? ''}">`;
    const painted = [stroke, mark.tagName === 'line' ? 'none' : fill].filter((colour) => /^rgb/.test(colour));
    for (const colour of painted) if (!allowed.has(colour)) found.add(`${name} keeps ${colour}`);
    if (!painted.includes(ink) && !painted.includes(pale) && !mark.matches('.open')) found.add(`${name} is not seen`);
  }
  return [...found];
}

// Notes that stand beside a chart are pinned to that one chart, each with a number that it has.
export function pins() {
  const found = [], told = document.querySelectorAll('ol.pins > li'), charts = document.querySelectorAll('svg.chart:has(.pin)');
  if (charts.length > 1) found.push('notes are pinned to several charts');
  if (told.length && !charts.length) found.push('notes are pinned to no chart');
  const last = [...document.querySelectorAll('svg.chart .pin text')].at(-1)?.textContent.trim().split('–').at(-1);
  if (last && Number(last) !== told.length) found.push(`pin ${last} where there are ${told.length} notes`);
  return found;
}

// What stands beside a part is not much longer than the part: the words of the page never end up in the margin.
export function margins() {
  const found = [];
  for (const beside of document.querySelectorAll('.part > .beside')) {
    const boxes = [...beside.parentElement.querySelectorAll(':scope > .main')].map((main) => main.getBoundingClientRect());
    const { left, top, bottom } = beside.getBoundingClientRect(), end = Math.max(...boxes.map((box) => box.bottom));
    if (left >= boxes[0].right && bottom - end > Math.max(300, end - top))
      found.push(`what is beside “${beside.parentElement.querySelector('h2').textContent}” goes on ${Math.round(bottom - end)} px below it`);
  }
  return found;
}

export function targets() {
  return [...document.querySelectorAll('a[href], summary')].filter((element) => element.checkVisibility())
    .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([words, { width, height }]) => `${words}: ${width.toFixed(1)} × ${height.toFixed(1)} px`);
}

// On paper nothing can be opened, so everything is, and marks keep their ink.
export function paper() {
  const found = [];
  for (const table of document.querySelectorAll('table'))
    if (!table.checkVisibility({ contentVisibilityAuto: true }) || table.getBoundingClientRect().height < 20)
      found.push(`“${table.caption.textContent}” is not there`);
  for (const element of document.querySelectorAll('summary, nav, .skip'))
    if (element.checkVisibility()) found.push(`“${element.textContent.trim().slice(0, 30)}” cannot be used on paper`);
  for (const svg of document.querySelectorAll('svg:not(.defs)'))
    if (getComputedStyle(svg).printColorAdjust !== 'exact') found.push(`<svg class="${svg.getAttribute('class')}"> may lose its marks`);
  for (const row of document.querySelectorAll('table.stack td'))
    if (getComputedStyle(row).display !== 'table-cell') found.push('a table is stacked on paper');
  for (const whole of document.querySelectorAll('.words, .rail > li, .pins li, .found > li, .rows > li, tr'))
    if (getComputedStyle(whole).breakInside !== 'avoid') found.push(`<${whole.tagName} class="${whole.className}"> may be cut in two`);
  for (const heading of document.querySelectorAll('h2, h3, caption'))
    if (getComputedStyle(heading).breakAfter !== 'avoid') found.push(`“${heading.textContent}” may be parted from what follows`);
  // What a lone row holds to itself is not another row but the picture after its table: half a sheet stays empty then.
  for (const lone of document.querySelectorAll('tbody tr:only-child, .rows > li:only-child'))
    if (getComputedStyle(lone).breakAfter === 'avoid') found.push(`a lone row, “${lone.textContent.trim().slice(0, 30)}”, holds what follows`);
  return [...new Set(found)];
}

export function reachable() {
  return [...document.querySelectorAll('a[href], summary')].filter((element) => element.checkVisibility())
    .map((element) => element.textContent.trim());
}

// The element that has the focus, and whether that is seen.
export function focused() {
  const element = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    words: element === document.body ? '' : element.textContent.trim(),
    outlined: outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3,
    inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
  };
}
