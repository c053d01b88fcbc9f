// SPDX-License-Identifier: GPL-3.0-or-later
// Strings that would do something where they are not text: on a page, in a spreadsheet, on a terminal, in a query.
const html = [
  '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>',
  '<svg><script href="data:,alert(1)"/></svg>', '<svg><foreignObject><body onload=alert(1)>', '<svg><use href="data:image/svg+xml,x#x"/>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>', '<math><mtext></p><img src onerror=alert(1)>', '<iframe src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>', '<a href=" javascript:alert(1)">', '<base href="//evil.example/">', '<meta http-equiv="refresh" content="0">',
  '<link rel=stylesheet href=//evil.example>', '<style>*{display:none}</style>', '</style><p>x', '</title><p>x', '</textarea><p>x', '</head><body>',
  '<!-- x', '--> x', '<!--> x', '<!doctype x>', '<![CDATA[ x ]]>', ']]>', '<?xml version="1.0"?>', '<plaintext>', '<xmp>x', '<noscript><p>',
  '<template><p>', '<input autofocus onfocus=alert(1)>', '<details open ontoggle=alert(1)>', '<body onload=alert(1)>', '<video><source onerror=alert(1)>',
  '<form action=//evil.example><button>x', '<object data="data:text/html,x">', '<embed src="javascript:x">', '<marquee onstart=alert(1)>x',
  '<p/onclick=alert(1)>x', '<<p>p>x', '<p', '<', '>', '<>', '</', '</p>', '</p></div></section></main>', '<h1>x</h1>', '<table><tr><td>x',
  '"', "'", '`', '"><script>alert(1)</script>', "'><script>alert(1)</script>", '" onmouseover="alert(1)', "' onmouseover='alert(1)", '" style="x', '" autofocus x="',
  '&', '&lt;script&gt;', '&amp;', '&amp;lt;', '&#60;p&#62;', '&#x3C;p&#x3E;', '&lt', '&ltp', '&NewLine;', '&nbsp;', '&#0;', '&#xD800;', '&notit;', '&#128;',
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<p>x', 'vbscript:x', '//evil.example', 'url(javascript:x)', 'expression(alert(1))',
  '</ScRiPt><ScRiPt>x', '<scr<script>ipt>x', '＜script＞x＜/script＞', '\\u003cscript\\u003ex', '\\x3cscript\\x3ex', '%3Cscript%3Ex', '+ADw-script+AD4-',
];
const signs = [
  '{{title}}', '{{{title}}}', '{{#each sections}}', '{{/each}}', '{{>head}}', '{{^none x}}', '{{chart chart}}', '{{', '}}', '{{.}}', '{{ title }}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{% x %}', '$(id)', '`id`', '[[x]]', '[x{at.date}]', '{at.service}', '{}',
];
const csv = [
  '=1+1', '+1+1', '-1+1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://evil.example","x")', '=IMPORTXML("//evil.example","//a")', '+HYPERLINK("x")', '-2+3+cmd|x', '@x', '=', '+', '-', '@', '=A1', '==1', ' =1+1', '"=1+1"', "'=1+1", '＝1+1', '＋1+1', '－1+1', '＠x', '%0A=1+1', ';=1+1', ',=1+1', '|=1+1', 'a,b', 'a;b', 'a"b', '"a"', '""', 'a|b', '=DDE("x";"y")', '=WEBSERVICE("//x")',
];
const unseen = [
  '\u202Ex', 'x\u202D', '\u202A\u202B\u202Cx', '\u2066x\u2069', '\u2067x', '\u2068x', 'x\u200F', 'x\u200E', '\u061Cx', 'x\u200By', 'x\u200Cy', 'x\u200Dy', 'x\u2060y', '\uFEFFx', 'x\uFEFF', 'x\u00ADy', 'x\u180Ey', 'x\u2028y', 'x\u2029y', 'x\u0085y', 'x\u00A0y', 'x\u3164y', 'x\u115Fy', '\uFFF9x\uFFFAy\uFFFB', 'x\uFFFEy', 'x\uFFFFy', 'x\uFDD0y', 'x\u{1FFFE}y', 'x\u{10FFFF}y', 'x\u{E0041}y', 'x\uE000y', 'x\uFFFDy',
];
const terminal = [
  '\x1B[31mx', '\x1B[2Jx', '\x1B]0;x\x07', '\x1B]8;;http://evil.example\x07x\x1B]8;;\x07', '\x1B]52;c;eA==\x07', '\x1BPx\x1B\\', '\x1B_x\x1B\\', '\x1B^x\x1B\\', '\x1Bcx', '\x1B(0x', '\u009B31mx', '\u009D0;x\u009C', '\u0090x\u009C', '\u0084x', '\x07x', 'x\x08y', 'x\x0By', 'x\x0Cy', 'x\x0Ey', 'x\x7Fy', 'x\x01y', 'x\x1Ay', 'x\x04y', '\x1B', 'x\ry', 'x\r\ny', 'x\ny', 'x\ty', '\tx', '\rx', '\n=1+1',
];
const other = [
  "'; DROP TABLE person; --", '" OR 1=1 --', "x' UNION SELECT 1 --", 'x; --', '1; SELECT 1', '%n%n%n', '%s%s%s', '%99999d', '%', '%%', '\\', '\\n', '\\0', '\\"', '\\u0000', '\\ud800', '{"a":1}', '[1,2]', 'null', 'true', '"},{"x":"', '../../etc/passwd', '..\\..\\x', '/etc/passwd', 'file:///etc/passwd', 'C:\\x', '~', '-rf', '--help', '*', '?', 'NUL', 'CON', 'x'.repeat(3000), 'אבג דה'.repeat(40), 'مرحبا بالعالم', 'שלום <b>עולם</b>', 'e' + '\u0301'.repeat(200), 'Z̴͓̈A̷L̵G̸O̶', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿', '𝕏𝒴', '﷽', 'ﬀ', 'İı', 'ß', '007', '1e309', 'NaN', '-0', '１２３', 'unknown', 'declined',
];

export const strings = [...html, ...signs, ...csv, ...unseen, ...terminal, ...other];
