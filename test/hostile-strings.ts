/** Hostile strings: text in a name or on a page that tries to do more than be read. */

const MARKUP = [
  '<img src=x onerror=hostile()>',
  '<script>hostile()</script>',
  '<svg/onload=hostile()>',
  '"><b id=hostile>',
  '</textarea><iframe src="javascript:hostile()">',
  '<a href="javascript:hostile()">x</a>',
  '<style>*{display:none}</style>',
  '<link rel=stylesheet href=http://elsewhere.example/x.css>',
  '<img src="http://elsewhere.example/x.png">',
  '<template><form><math><mtext></form><style><!--</style><img onerror=hostile() src=x>',
  '<!-- ]]> -->',
  '&lt;img src=x onerror=hostile()&gt;',
  '&#x3c;script&#x3e;hostile()',
];
const HANDLERS = [
  '" onmouseover="hostile()" x="',
  "' autofocus onfocus='hostile()",
  '` onclick=hostile() `',
  'javascript:hostile()',
  'data:text/html,<script>hostile()</script>',
];
const FORMULAS = [
  '=HYPERLINK("http://elsewhere.example","x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '"=1+1',
];
const TEMPLATES = [
  "{{constructor.constructor('hostile()')()}}",
  `\${hostile()}`,
  '{name}{count}{email}',
  '<%= hostile() %>',
  '%s%n%x',
  '$&$1$`',
];
const QUERIES = [
  '][$ne',
  'a&filter[$or][0][email][$ne]=x',
  '[$regex]',
  '.*',
  '(a+)+$',
  '\\',
  '%5D%5B%24ne%5D=',
  'x&limit=1000#',
  "' OR 1=1; --",
];
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'null',
  '[object Object]',
  'undefined',
  'valueOf',
  'hasOwnProperty',
];
const INVISIBLE = [
  '\u202eexe.gnp',
  '\u2066\u2067\u2069',
  '\u200b\u200c\u200d',
  '\ufeff',
  '\u0000',
  '\u0007\u001b[31m',
  '\u2028\u2029',
  'e\u0301'.repeat(60),
  '\ud800',
  '\udfffx',
  '👩‍👩‍👧‍👦',
];
const HUGE = ['A'.repeat(4_000), '<b>'.repeat(700), ' '.repeat(500), '@'.repeat(500)];

const FRAMES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `Noémie ${text}`,
  (text) => `${text} Gagnon`,
  (text) => `O'Quill, ${text}`,
  (text) => text + text,
  (text) => text.toUpperCase(),
  (text) => `\u202e${text}`,
  (text) => `\u2067${text}\u2069`,
  (text) => `\ufeff${text}`,
  (text) => `\u0000${text}`,
  (text) => `${text}\n${text}`,
  (text) => ` ${text} `,
  (text) => `"${text}"`,
  (text) => `<${text}>`,
  (text) => `${text}\ud83d`,
  (text) => Array.from(text.slice(0, 60)).join('\u200b'),
];

const KINDS = [MARKUP, HANDLERS, FORMULAS, TEMPLATES, QUERIES, WORDS, INVISIBLE, HUGE];

/** A thousand and more, each once. */
export function hostileStrings(): string[] {
  return [...new Set(KINDS.flat().flatMap((text) => FRAMES.map((frame) => frame(text))))];
}

/** A few of every kind, no longer than a page or a form would hold. */
export function someHostileStrings(): string[] {
  return KINDS.flat()
    .flatMap((text, at) => [text, FRAMES[at % FRAMES.length]?.(text) ?? text])
    .filter((text) => text.length < 200)
    .filter((_, at) => at % 2 === 0);
}
