// SPDX-License-Identifier: GPL-3.0-or-later
// A strict reader of HTML: what a browser would silently mend is an error here. It knows the elements that reports
// are made of, and no others.

const VOID = new Set(['meta', 'br', 'hr', 'link', 'img', 'input']);
const WORDS = 'a abbr b br code em i q small span strong svg'; // what may stand in a sentence
const FLOW = `${WORDS} aside blockquote details div dl figure footer h1 h2 h3 h4 header main nav ol p section table ul`;
const SHAPES = 'circle desc g line pattern rect svg text title';
const holds = Object.fromEntries(Object.entries({
  '': 'html', html: 'head body', head: 'meta style title', body: FLOW, title: '', style: '', desc: '', text: '',
  main: FLOW, section: FLOW, header: FLOW, footer: FLOW, nav: FLOW, aside: FLOW, figure: FLOW, blockquote: FLOW,
  div: `${FLOW} dt dd`, li: FLOW, dd: FLOW, td: FLOW, th: WORDS, details: `summary ${FLOW}`,
  p: WORDS, h1: WORDS, h2: WORDS, h3: WORDS, h4: WORDS, a: WORDS, span: WORDS, strong: WORDS, em: WORDS, b: WORDS, i: WORDS,
  q: WORDS, small: WORDS, abbr: WORDS, code: WORDS, summary: WORDS, dt: WORDS, caption: WORDS,
  ul: 'li', ol: 'li', dl: 'div dt dd', table: 'caption thead tbody', thead: 'tr', tbody: 'tr', tr: 'th td',
  svg: `defs ${SHAPES}`, defs: SHAPES, pattern: SHAPES, g: SHAPES, line: '', circle: '', rect: '',
}).map(([name, words]) => [name, new Set(words.split(' '))]));
const SILENT = new Set(['', 'html', 'head', 'ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tr', 'svg', 'defs', 'pattern', 'g', 'line', 'circle', 'rect']);
const SVG_LEAVES = new Set(['circle', 'line', 'rect']);

function attributes(words, complain) {
  const names = new Set();
  let rest = words;
  while (rest.trim()) {
    const one = /^\s+([a-zA-Z][\w:-]*)(?:="([^"<]*)")?(?=\s|$)/.exec(rest);
    if (!one) return complain(`attributes that cannot be read: ${rest.trim().slice(0, 40)}`);
    if (names.has(one[1])) complain(`two of the attribute ${one[1]}`);
    if (one[1] === 'style' || one[1].startsWith('on')) complain(`the attribute ${one[1]}`);
    if (one[1] === 'id' && !/^[A-Za-z][\w-]*$/.test(one[2] ?? '')) complain(`the id "${one[2]}"`);
    characters(one[2] ?? '', complain);
    names.add(one[1]);
    rest = rest.slice(one[0].length);
  }
}

function characters(words, complain) {
  if (/&(?!(amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-f]+);)/i.test(words)) complain(`a bare & in “${words.trim().slice(0, 40)}”`);
  if (/[<>]/.test(words)) complain(`a bare < or > in “${words.trim().slice(0, 40)}”`);
}

// Gives a list of sentences, each with its line.
export function markup_faults(source) {
  const found = [], open = [];
  let at = 0;
  const complain = (words) => found.push(`line ${source.slice(0, at).split('\n').length}: ${words}`);
  const inside = () => open.at(-1) ?? '';
  if (!source.startsWith('<!doctype html>\n')) complain('no doctype');
  const pattern = /<!doctype html>|<(\/?)([a-zA-Z][\w]*)((?:"[^"]*"|[^">])*?)(\/?)>|([^<]+)|</g;
  for (let piece; (piece = pattern.exec(source)); at = pattern.lastIndex) {
    const [whole, closing, name, rest, closed, words] = piece;
    if (whole.startsWith('<!doctype')) continue;
    if (words !== undefined) {
      if (inside() !== 'style') characters(words, complain);
      if (words.trim() && SILENT.has(inside())) complain(`words in <${inside()}>: ${words.trim().slice(0, 40)}`);
    } else if (!name) complain('a bare <');
    else if (closing) {
      if (inside() !== name) complain(`</${name}> where <${inside()}> is open`);
      else open.pop();
    } else {
      attributes(rest, complain);
      if (!holds[inside()]?.has(name)) complain(`<${name}> in <${inside()}>`);
      if (closed && !SVG_LEAVES.has(name)) complain(`<${name}/> does not close itself`);
      if (!closed && !VOID.has(name)) open.push(name);
    }
  }
  if (open.length) complain(`<${inside()}> is never closed`);
  return found;
}
