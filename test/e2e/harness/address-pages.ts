/** Pages on which an address stands, is hidden, or only seems to be: what is right to find on each, in any browser. */

export const JANE = 'jane.roe@lake.example.ca';
const TRAP = 'trap@lake.example.ca';
/** How the address stands on the page, its markup, and the addresses that are right where it is not Jane's alone. */
export type AddressCase = readonly [how: string, html: string, right?: readonly string[]];
export const HIDDEN: readonly AddressCase[] = [
  ['by a class', `<style>.h{display:none}</style><p>${JANE}</p><p class=h>${TRAP}</p>`],
  [
    'by no opacity, or hardly any',
    `<p>${JANE}</p><p style="opacity:0">${TRAP}</p><p style="opacity:.05">${TRAP}</p>`,
  ],
  ['by visibility', `<p>${JANE}</p><p style="visibility:hidden">${TRAP}</p>`],
  [
    'by visibility, though something in it is shown',
    `<div style="visibility:hidden"><p style="visibility:visible">${JANE}</p>${TRAP}</div>`,
  ],
  ['by a font without a size', `<p>${JANE}</p><p style="font-size:0">${TRAP}</p>`],
  ['by no colour', `<p>${JANE}</p><p style="color:transparent">${TRAP}</p>`],
  ['by an indent', `<p>${JANE}</p><p style="text-indent:-9999px">${TRAP}</p>`],
  ['to the left of the page', `<p>${JANE}</p><p style="position:absolute;left:-9999px">${TRAP}</p>`],
  ['above the window', `<p>${JANE}</p><p style="position:fixed;top:-9999px">${TRAP}</p>`],
  ['by a margin', `<p>${JANE}</p><p style="margin-left:-9999px">${TRAP}</p>`],
  ['by a relative place', `<p>${JANE}</p><p style="position:relative;left:-9999px">${TRAP}</p>`],
  ['by a transform', `<p>${JANE}</p><p style="position:absolute;transform:translateX(-9999px)">${TRAP}</p>`],
  ['by a clip', `<p>${JANE}</p><p style="position:absolute;clip:rect(0,0,0,0)">${TRAP}</p>`],
  ['by a clip path', `<p>${JANE}</p><p style="clip-path:inset(50%)">${TRAP}</p>`],
  ['by an empty polygon', `<p>${JANE}</p><p style="clip-path:polygon(0 0,0 0,0 0)">${TRAP}</p>`],
  ['in a box of one pixel', `<p>${JANE}</p><p style="width:1px;height:1px;overflow:hidden">${TRAP}</p>`],
  ['in a box without a height', `<p>${JANE}</p><div style="height:0;overflow:hidden">${TRAP}</div>`],
  [
    'in a box without a greatest height',
    `<p>${JANE}</p><div style="max-height:0;overflow:hidden">${TRAP}</div>`,
  ],
  ['by a scale', `<p>${JANE}</p><p style="transform:scale(0)">${TRAP}</p>`],
  ['by a scale of its width', `<p>${JANE}</p><p style="transform:scaleX(0)">${TRAP}</p>`],
  [
    'beside the box that cuts it off',
    `<p>${JANE}</p><div style="overflow:hidden;position:relative;height:50px"><p style="position:absolute;left:9999px">${TRAP}</p></div>`,
  ],
  ['by the hidden attribute', `<p>${JANE}</p><p hidden>${TRAP}</p>`],
  ['by content-visibility', `<p>${JANE}</p><div style="content-visibility:hidden">${TRAP}</div>`],
  ['behind a link that nobody sees', `<p>${JANE}</p><a href="mailto:${TRAP}" style="display:none">x</a>`],
  ['behind an empty link', `<p>${JANE}</p><a href="mailto:${TRAP}"></a>`],
  [
    'behind a menu',
    `<style>.h{display:none}</style><nav><a href="#">Home</a></nav><p class=h>${TRAP}</p><p>${JANE}</p>`,
  ],
  [
    'in a form',
    `<style>.h{display:none}</style><form><label for=q>Name</label><input id=q><div class=h>Leave this: ${TRAP}</div><button>Send</button></form><p>${JANE}</p>`,
  ],
  [
    'in a frame that nobody sees',
    `<p>${JANE}</p><iframe style="display:none" srcdoc="<p>${TRAP}</p>"></iframe>`,
  ],
  [
    'in a password or a hidden field',
    `<input value="${JANE}"><input type=password value="${TRAP}"><input type=hidden value="${TRAP}">`,
  ],
  [
    'where no slot shows it',
    `<x-s><p slot=a>${JANE}</p><p>${TRAP}</p></x-s><script>customElements.define('x-s',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<slot name=a></slot>'}})</script>`,
  ],
  [
    'for screen readers alone',
    `<p>${JANE}</p><span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">${TRAP}</span>`,
  ],
  ['for browsers without scripts', `<noscript>${TRAP}</noscript><p>${JANE}</p>`],
  ['in a comment', `<!-- ${TRAP} --><p>${JANE}</p>`],
  ['in a choice', `<select><option>${TRAP}</option></select><p>${JANE}</p>`],
  ['in a tooltip', `<p title="${TRAP}">${JANE}</p>`],
  ['in the colour of its ground', `<p>${JANE}</p><p style="color:#fff;background:#fff">${TRAP}</p>`],
  [
    'in the name of an icon that was moved away',
    `<p>${JANE}</p><button aria-label="Copy ${TRAP}" style="position:absolute;left:-9999px"><svg width=16 height=16></svg></button>`,
  ],
  [
    'in something that was moved away',
    `<p>${JANE}</p><div style="position:absolute;left:-5000px"><div><p>${TRAP}</p></div></div>`,
  ],
];
const ICON = '<svg width=16 height=16><path d="M0 0h16v16z"/></svg>';
export const SHOWN: readonly AddressCase[] = [
  [
    'with a drawing of the sign',
    '<p>jane.roe<svg role="img" aria-label="at" width="12" height="12"><circle cx="6" cy="6" r="5"/></svg>lake.example.ca</p>',
  ],
  [
    'in the words of a link that answers to a list',
    `<b>Jane Roe</b> <a href="mailto:board%40lists.example.org?Subject=Re%3A%20Minutes">jane.roe at lake.example.ca</a>`,
  ],
  [
    'in the words of a link copied from the card above',
    `<p><a href="mailto:ann@lake.example.ca">ann@lake.example.ca</a></p><p><a href="mailto:ann@lake.example.ca">${JANE}</a></p>`,
    ['ann@lake.example.ca', JANE],
  ],
  [
    'behind words that mislead robots',
    `<a href="mailto:${JANE}">jane.roe-nospam@lake.example.ca</a>, <a href="mailto:${JANE}">jane.roe@remove.lake.example.ca</a>`,
  ],
  ['behind an icon without words', `<a href="mailto:${JANE}" aria-label="Email Jane Roe">${ICON}</a>`],
  [
    'behind a picture whose words have no colour',
    `<a href="mailto:${JANE}" style="display:block;width:16px;height:16px;color:transparent;background:url(data:,)">e</a>`,
  ],
  ['in the name of an icon', `<button aria-label="Copy ${JANE}">${ICON}</button>`],
  [
    'in pieces, each in a box of its own',
    `<style>b{display:inline-block}</style><p>Jane <b>jane</b><b>.</b><b>roe</b><b>@lake</b><b>.example.ca</b></p>`,
  ],
  [
    'in pieces between flex items',
    `<div style="display:flex"><span>jane.roe</span><span>@</span><span>lake.example.ca</span></div>`,
  ],
  [
    'spelled in a cell',
    '<table><tr><td>Roe</td><td>jane.roe(at)lake.example.ca</td><td>Clerk</td></tr></table>',
  ],
  ['with an ampersand', '<p>Research: r&amp;d@lake.example.ca</p>', ['r&d@lake.example.ca']],
  [
    'with a hidden piece in it',
    '<style>.h{display:none}</style><p>jane.roe<span class=h>.null</span>@lake.example.ca</p>',
  ],
  ['with a comment in it', '<p>jane.roe<!-- x -->@lake.example.ca</p>'],
  [
    'turned round by CSS',
    '<style>.r{unicode-bidi:bidi-override;direction:rtl}</style><p class=r>ac.elpmaxe.ekal@eor.enaj</p>',
  ],
  [
    'in both spellings of its domain',
    '<a href="mailto:jean.roy@xn--cole-9oa.example">jean.roy@école.example</a>',
    ['jean.roy@xn--cole-9oa.example'],
  ],
  [
    'in an open shadow root',
    `<x-card></x-card><script>customElements.define('x-card',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<p>${JANE}</p>'}})</script>`,
  ],
  [
    'covered by Cloudflare',
    '<a href="/cdn-cgi/l/email-protection" data-cfemail="5a303b343f7428353f1a363b313f743f223b372a363f74393b">[email&#160;protected]</a>',
  ],
  [
    'in two halves until a script joins them',
    '<a href="#" data-user="jane.roe" data-domain="lake.example.ca">e-mail</a>',
  ],
  [
    'in a box whose font has no size',
    `<div style="font-size:0"><span style="font-size:16px">${JANE}</span></div>`,
  ],
  ['in a float that leaves its box', `<div style="height:0"><div style="float:left">${JANE}</div></div>`],
  ['hidden from screen readers alone', `<p aria-hidden=true>${JANE}</p>`],
  [
    'far down a long page',
    `<div style="height:3000px"></div><div style="content-visibility:auto"><p>${JANE}</p></div>`,
  ],
  [
    'with decoys in it',
    `<style>.d{display:none}</style><a href="mailto:${JANE}">jane.roe<b class=d>-nospam</b>@<i class=d>not.</i>lake.example.ca</a>`,
  ],
  ['in a frame of the page itself', `<iframe srcdoc="<p>Jane ${JANE}</p>"></iframe>`],
  ['in a frame of the same site', `<iframe src="/f"></iframe>`, ['in.frame@lake.example.ca']],
  ['in a text area', `<textarea>Jane Roe, ${JANE}</textarea>`],
  [
    'in the attribute of a web mail, but not that of the reader',
    `<span email="${JANE}" name="Jane Roe">Jane Roe</span> to <span email="me@own.example.ca">me</span>`,
  ],
  [
    'behind a link of a drawing',
    `<svg width=200 height=40><a xlink:href="mailto:${JANE}"><text y=20>Jane</text></a></svg>`,
  ],
  [
    'behind a newer link of a drawing',
    `<svg width=200 height=40><a href="mailto:${JANE}"><text y=20>Jane</text></a></svg>`,
  ],
  ['in a drawing', `<svg width=400 height=40><text y=20>${JANE}</text></svg>`],
  ['in the query of a link', `<a href="mailto:?to=jane.roe%40lake.example.ca&subject=x@y.example">us</a>`],
  [
    'behind an area of a picture',
    `<img usemap="#m" width=100 height=100><map name=m><area shape=rect coords="0,0,50,50" href="mailto:${JANE}"></map>`,
  ],
  ['under a name', `<p><strong>Réal Gagné</strong><br>${JANE}</p>`],
  ['between cells', `<table><tr><td>Jane</td><td>${JANE}</td><td>Clerk</td></tr></table>`],
  [
    'between flex items',
    `<div style="display:flex"><span>Director</span><span>${JANE}</span><span>Tel</span></div>`,
  ],
  [
    'between grid items',
    `<div style="display:grid"><span>Director</span><span>${JANE}</span><span>Tel</span></div>`,
  ],
  [
    'between inline blocks',
    `<div><span style="display:inline-block">Director</span><span style="display:inline-block">${JANE}</span><span style="display:inline-block">Tel</span></div>`,
  ],
  ['beside a float', `<div><span style="float:left">Director</span><span>${JANE}</span></div>`],
  ['between blocks', `<style>b{display:block}</style><div><b>Director</b>${JANE}<b>Tel</b></div>`],
  ['between list items', `<ul><li>Director</li><li>${JANE}</li></ul>`],
  [
    'in a list on one line',
    `<ul><li style="display:inline">Jane</li><li style="display:inline"> ${JANE}</li></ul>`,
  ],
  [
    'in a table of CSS',
    `<div style="display:table"><div style="display:table-row"><div style="display:table-cell">Jane</div><div style="display:table-cell">${JANE}</div><div style="display:table-cell">Clerk</div></div></div>`,
  ],
  [
    'in a table of ARIA',
    `<div role=table><div role=row><span role=cell style="display:inline-block">Jane</span><span role=cell style="display:inline-block">${JANE}</span></div></div>`,
  ],
  ['where it may break', `<p>jane.roe@<wbr>lake.example.ca</p>`],
  ['with a soft hyphen', `<p>jane.roe@lake&shy;.example.ca</p>`],
  ['with a blank of no width', `<p>jane.roe@&#8203;lake.example.ca</p>`],
  ['with a wide sign', `<p>jane.roe＠lake.example.ca</p>`],
  ['with a picture of the sign', `<p>jane.roe<img alt="@" width=10 height=10>lake.example.ca</p>`],
  [
    'written by a style sheet',
    `<style>.a::before{content:"jane.roe"}.a::after{content:"lake.example.ca"}</style><p><span class=a>@</span></p>`,
  ],
  [
    'written by a style sheet from attributes',
    `<style>.e::before{content:attr(data-u) "@" attr(data-d)}</style><p>Write to <span class=e data-u="jane.roe" data-d="lake.example.ca"></span></p>`,
  ],
  ['in a box that is none', `<div style="display:contents"><p>${JANE}</p></div>`],
  [
    'scrolled out of a box',
    `<div id=s style="height:50px;overflow:auto"><p style="position:relative">${JANE}</p><div style="height:2000px"></div></div><script>document.getElementById('s').scrollTop=500</script>`,
  ],
  ['in preformatted text', `<pre>Jane\n${JANE}\nJoe</pre>`],
  ['on a button', `<button>${JANE}</button>`],
  [
    'beside an example in a field',
    `<input placeholder="you@example.com" aria-label="Such as ann@lake.example.ca"><p>${JANE}</p>`,
  ],
  ['whose sign is set apart', `<p>jane.roe<span style="display:inline-block">@</span>lake.example.ca</p>`],
  ['beside ruby', `<p><ruby>jane<rt>x</rt></ruby> ${JANE}</p>`],
  ['before a raised number', `<p>${JANE}<sup>1</sup></p>`],
];
const FOLDED: readonly AddressCase[] = [
  ['closed details', `<details><summary>More</summary><p>Jane Roe ${JANE}</p></details>`],
  [
    'closed details, though not the trap in them',
    `<details><summary>More</summary><p>Jane Roe ${JANE}</p><p style="display:none">${TRAP}</p></details>`,
  ],
  [
    'a tab',
    `<div role=tablist><button role=tab aria-controls=p1>A</button></div><div id=p1 role=tabpanel hidden>Jane ${JANE}</div>`,
  ],
  [
    'an accordion with ARIA',
    `<style>.c{display:none}</style><h3><button aria-expanded=false aria-controls=sec>Office</button></h3><div id=sec class=c><p>Jane ${JANE}</p></div>`,
  ],
  [
    'a collapsed part',
    `<style>.collapse{display:none}</style><a data-bs-toggle=collapse href="#cc">Office</a><div id=cc class=collapse>Jane ${JANE}</div>`,
  ],
  [
    'an older collapsed part',
    `<style>.collapse{display:none}</style><div data-toggle=collapse data-target="#cc">Office</div><div id=cc class=collapse>Jane ${JANE}</div>`,
  ],
  [
    'an accordion without any mark',
    `<style>.panel{max-height:0;overflow:hidden}</style><button class=accordion>Section 1</button><div class=panel><p>Write to Jane Roe: ${JANE}</p></div>`,
  ],
  [
    'a tab opened by a script',
    `<style>.tabcontent{display:none}</style><div class=tab><button onclick="openCity(event,'London')">London</button></div><div id=London class=tabcontent><p>Jane ${JANE}</p></div>`,
  ],
  [
    'a tab behind a link',
    `<div id=tabs><ul><li><a href="#tabs-1">One</a><li><a href="#tabs-2">Two</a></ul><div id=tabs-1>hello</div><div id=tabs-2 style="display:none">Jane ${JANE}</div></div>`,
  ],
  [
    'an accordion whose headings are tabs',
    `<h3 class=ui-accordion-header role=tab aria-controls=z>Sec</h3><div style="display:none">Jane Roe, clerk ${JANE}</div>`,
  ],
  [
    'a part opened by a check box',
    `<style>.c{display:none} input:checked~.c{display:block}</style><input type=checkbox id=k><label for=k>More</label><div class=c>Write to Jane ${JANE}</div>`,
  ],
  [
    'a part that is not visible',
    `<button aria-controls=p>More</button><div id=p style="visibility:hidden"><p>Jane ${JANE}</p></div>`,
  ],
  [
    'a part without opacity or height',
    `<button aria-controls=p>More</button><div id=p style="opacity:0;height:0;overflow:hidden"><p>Jane ${JANE}</p></div>`,
  ],
  ['a part hidden until it is found', `<div hidden=until-found><p>Jane ${JANE}</p></div>`],
  [
    'a picture of a carousel',
    `<div style="overflow:hidden;width:300px"><div style="display:flex;width:900px;transform:translateX(-300px)"><div style="width:300px;position:relative">Jane Roe ${JANE}</div><div style="width:300px">now</div></div></div>`,
  ],
  [
    'a part under a heading to click',
    `<style>h4{cursor:pointer}.b{display:none}</style><h4>Office hours</h4><div class=b>Reach Jane Roe at ${JANE}</div>`,
  ],
  [
    'an answer to a question',
    `<dl><dt><a href="#">Who do I ask?</a></dt><dd style="display:none">Ask Jane Roe: ${JANE}</dd></dl>`,
  ],
  [
    'a box that a button opens',
    `<button data-bs-target="#m1">Jane</button><div id=m1 class=modal style="display:none"><p>Jane Roe ${JANE}</p></div>`,
  ],
  [
    'a dialog',
    `<button commandfor=d command=show-modal>Jane</button><dialog id=d><p>Jane Roe ${JANE}</p></dialog>`,
  ],
  ['a popover', `<button popovertarget=d>Jane</button><div popover id=d><p>Jane Roe ${JANE}</p></div>`],
  [
    'details in a tab',
    `<button aria-controls=p>T</button><div id=p hidden><details><summary>x</summary>Jane ${JANE}</details></div>`,
  ],
  [
    'a tab, though not the trap in it',
    `<style>.hp{display:none}</style><div role=tabpanel style="display:none"><p>Jane ${JANE}</p><p class=hp>${TRAP}</p></div>`,
  ],
];
export const NO_ADDRESS: readonly AddressCase[] = [
  ['a handle', '<p>@example follow us</p>', []],
  ['a price', '<p>3 @ 5.00</p>', []],
  ['a domain without an end', '<p>root@localhost</p>', []],
  ['a version', '<p>preact@11.2.0</p>', []],
  ['a script', '<script>var x = "a@example.ca"</script>', []],
  ['a link elsewhere', '<a href="https://example.ca/a@example.ca">map</a>', []],
  ['a sentence', '<p>Meet us at the fair (at noon), a dot on the map</p>', []],
];

/** Each at the path of its place here. */
export const ADDRESS_CASES = [...NO_ADDRESS, ...HIDDEN, ...SHOWN, ...FOLDED];

export const addressPages = [
  ...ADDRESS_CASES.map(([how, html], at) => ({ path: `/${at}`, title: how, html })),
  { path: '/f', title: 'Frame', html: '<p>Bea in.frame@lake.example.ca</p>' },
];
