"""How a page looks: in light, in dark, in a person's own colours, on any width and on paper.

What has room for columns asks for them; a screen without room, or an old browser, shows lists.
Widths are in em, so that large letters count as a narrow screen.
"""

_COLOURS = """\
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1d1f; --edge: #767c82; --link: #23487f;
  --paid: #0b666a; --unpaid: #944710; --hatch: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --ink: #ecedee; --edge: #7c858e; --link: #9cbdf0;
    --paid: #5cc3c0; --unpaid: #f0a46b; --hatch: #17191c;
  }
}
@media (forced-colors: active) {
  :root { --paid: CanvasText; --unpaid: CanvasText; --hatch: Canvas; --edge: CanvasText; }
}
"""

_WORDS = """\
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.1875rem/1.5 "Atkinson Hyperlegible Next", "Segoe UI", "Noto Sans", Arial, sans-serif;
  overflow-wrap: break-word;
}
body.large, body.easy-read { font-size: 1.5rem; }
.paper, nav { margin: 0 auto; padding: 1.5rem 1rem; max-width: 44rem; }
.large .paper, .easy-read .paper, .large nav, .easy-read nav { max-width: 48rem; }
nav + main > .paper + .paper { border-top: 2px solid var(--ink); }
.paper { container-type: inline-size; }
h1, h2, h3, h4, p, ul, dl, dd, figure { margin: 0; }
h1, h2, h3, h4 { line-height: 1.3; font-weight: 700; text-wrap: balance; }
.title { font-size: 1.714em; line-height: 1.25; margin-top: 0.6em; }
.letter .title { font-size: 1.25em; }
h2 { font-size: 1.286em; margin: 1.4em 0 0.3em; }
h3, article h3 { font-size: 1.15em; margin: 1em 0 0.25em; }
article h2.title { font-size: 1.714em; margin: 0.6em 0 0; }
article h3 { font-size: 1.286em; margin: 1.4em 0 0.3em; }
.large h2, .easy-read h2, .large article h3, .easy-read article h3 { font-size: 1.222em; }
.large .title, .easy-read .title { font-size: 1.556em; }
p + p { margin-top: 0.5em; }
p + ul, ul + p, p + table, ul + ul, .title + p, .summary + table { margin-top: 0.5em; }
table + p, .records + p, .signature + p, .summary + .ticks, .line + .blank {
  margin-top: 1em; }
ul { padding-left: 1.3em; }
ul[role="list"] { list-style: none; padding: 0; }
strong, .strong, .from, .name { font-weight: 600; }
.small { font-size: 0.947em; }
.large .small, .easy-read .small { font-size: 1em; }
.name { font-size: 1.286em; }
.from { display: flex; align-items: center; }
.script { display: inline-block; font-weight: 400; margin-left: 0.4em; }
.line { display: flex; flex-wrap: wrap; gap: 0 1.5em; justify-content: space-between;
  align-items: baseline; }
.line p + p { margin: 0; }
address { font-style: normal; }
.letter header { border-bottom: 1px solid var(--ink); padding-bottom: 0.75em; }
.letter main > .line, .letter > .line { margin-top: 1em; }
footer { display: flex; flex-wrap: wrap; gap: 0 1.5em; justify-content: space-between;
  border-top: 1px solid var(--ink); margin-top: 2em; padding-top: 0.5em; }
footer p + p { margin: 0; }
section { border-top: 1px solid var(--edge); margin-top: 1.4em; }
section > h2, section > h3, article section > h3 { margin-top: 0.6em; }
.notice { border: solid var(--ink); border-width: 2px 0; margin-top: 1.25em; padding: 0.75em 0; }
.notice > h2, .notice > h3 { font-size: 1em; margin: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
a { color: var(--link); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5em; }
nav a { display: inline-block; padding: 0.4em 0; }
a:focus-visible, article:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
"""

_FIGURES = """\
.summary { border: 2px solid var(--ink); margin-top: 1.25em; container-type: inline-size;
  box-decoration-break: clone; }
.summary > div { padding: 0.75em 1em; position: relative; }
.summary h2, article .summary h3 { font-size: 1.429em; margin: 0; }
.pair { border-top: 1px solid var(--ink); }
.summary > .pair:first-child { border-top: 0; }
.pair > div { padding: 0.6em 1em; min-width: 0; }
.pair > div + div { border-top: 1px solid var(--ink); }
.pair dt { font-weight: 600; }
.amount { font-size: 1.286em; font-weight: 700; line-height: 1.35; }
@container (min-width: 29em) {
  .pair { display: grid; grid-template-columns: 1fr 1fr; }
  .pair > div + div { border-top: 0; border-left: 1px solid var(--ink); }
}
.bar, .stripe { display: flex; height: 1.25em; forced-color-adjust: none; }
.bar { margin-top: 0.5em; }
.large .bar, .large .stripe, .easy-read .bar, .easy-read .stripe { height: 1.5em; }
.key { display: inline-block; width: 0.95em; height: 0.95em; margin-right: 0.3em;
  vertical-align: -0.1em; forced-color-adjust: none; }
.paid { background: var(--paid); }
.unpaid { border: 1px solid var(--unpaid); background: repeating-linear-gradient(135deg,
  var(--unpaid) 0 2px, var(--hatch) 2px 6px); }
.chart li { margin-top: 0.6em; }
.chart figcaption { margin-bottom: 0.3em; }
.picture svg { display: block; width: 6em; height: 6em; stroke: currentColor; }
.pictured { margin-top: 1.5em; }
.figure { font-size: 1.556em; font-weight: 700; line-height: 1.3; }
@container (min-width: 20em) {
  .pictured { display: grid; grid-template-columns: 6em 1fr; gap: 1.4em; align-items: center; }
}
.logo { max-width: 9em; max-height: 3.5em; margin-right: 0.6em; vertical-align: middle; }
.signed { display: block; max-width: 14em; max-height: 4.5em; }
.logo, .signed { background: #ffffff; }
.code { margin-top: 1em; }
.code svg { display: block; width: 9em; height: 9em; forced-color-adjust: none; }
"""

_LISTS = """\
.records li { border-top: 1px solid var(--ink); padding: 0.6em 0; }
.records .total { border-top-width: 2px; }
.records p + p { margin-top: 0; }
.records dl div { display: flex; flex-wrap: wrap; gap: 0 1em; padding-left: 1.5em; }
.records dt { min-width: 6em; }
.records .key { margin-left: -1.5em; margin-right: 0.3em; }
table { width: 100%; border-collapse: collapse; line-height: 1.4; font-size: 0.947em; }
table, caption, tbody, tr, td, th { display: block; text-align: left; }
thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
tr { border-top: 1px solid var(--edge); padding: 0.5em 0; }
.totals { font-weight: 600; }
.totals tr:first-child { border-top: 2px solid var(--ink); }
td[data-name]::before { content: attr(data-name) ": "; content: attr(data-name) ": " / "";
  font-weight: 600; }
td:empty { display: none; }
tr.more { border: 0; padding-top: 0; }
tr.with-more { padding-bottom: 0; }
.figures { font-variant-numeric: tabular-nums; }
@container (min-width: 34em) {
  table { display: table; font-size: 0.9em; }
  .unseen { display: block; }
  thead { display: table-header-group; position: static; clip-path: none; }
  tbody { display: table-row-group; }
  tr, .totals tr:first-child { display: table-row; border: 0; }
  th, td, td:empty { display: table-cell; vertical-align: top; padding: 0.35em 0.6em 0.35em 0;
    padding-left: var(--gap, 0); border-bottom: 1px solid var(--edge); }
  th:last-child, td:last-child { padding-right: 0; }
  thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); }
  .right { text-align: right; }
  .open { overflow-wrap: anywhere; }
  td[data-name]::before { content: none; }
  tbody:not(.totals) tr:last-child > * { border-bottom: 2px solid var(--ink); }
  .totals tr > * { border-bottom: 0; }
  tr.with-more > * { border-bottom: 0; padding-bottom: 0; }
}
.room { display: inline-block; border: 1.5px solid var(--ink); padding: 0.3em 0.6em;
  min-width: min(10em, 100%); min-height: calc(var(--lines, 1) * 2.1em); vertical-align: middle; }
.box { display: inline-block; width: 1.1em; height: 1.1em; border: 2px solid var(--ink);
  vertical-align: -0.15em; margin-right: 0.4em; }
.ticks li { margin: 0.5em 0; padding-left: 1.75em; text-indent: -1.75em; }
.ticks li > * { text-indent: 0; }
.blank { display: flex; flex-wrap: wrap; gap: 0.25em 0.75em; align-items: center;
  padding-right: 1px; }
.blank + .blank { margin-top: 0.5em; }
.blank .room { flex: 1 1 12em; }
@container (min-width: 30em) { .blank .strong { min-width: 9.5em; } }
.signature { margin-top: 1em; }
.line-to-sign { display: block; max-width: 18em; height: 3em; border-bottom: 1px solid var(--ink); }
.signature p + p { margin: 0; }
"""

_PRINT = """\
@page { size: A4; margin: 20mm; font: 14pt "Atkinson Hyperlegible Next", "Segoe UI", sans-serif; }
@media print {
  :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --edge: #000000;
    --paid: #0f5f63; --unpaid: #7a3710; --hatch: #ffffff; --link: #000000; }
  html { font-size: 14pt; }
  body { font-size: 14pt; line-height: 1.36; }
  body.large, body.easy-read { font-size: 18pt; line-height: 1.42; }
  .standard .letter { font-size: 12pt; }
  .paper, .large .paper, .easy-read .paper { padding: 0; max-width: none; }
  nav, footer { display: none; }
  nav + main > .paper + .paper { break-before: page; border: 0; }
  .room { min-height: calc(var(--lines, 1) * 1.9em); padding: 0.2em 0.6em; }
  .ticks li { margin: 0.35em 0; }
  .standard .small { font-size: 0.857em; }
  .standard table { font-size: 12pt; }
  .standard .letter table { font-size: 11.5pt; }
  .bar, .stripe, .key { print-color-adjust: exact; }
  .line, .title, .notice, .summary, .pictured, .chart li, .records li, .ticks, .blank,
  .signature, .code, tr { break-inside: avoid; }
  .large .summary, .easy-read .summary { break-inside: auto; }
  .summary > *, .pair > div { break-inside: avoid; }
  h2, h3, h4, figcaption, figcaption + p, thead, tr.with-more { break-after: avoid; }
  tr.more, .totals, .signature { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
}
"""

STYLE = _COLOURS + _WORDS + _FIGURES + _LISTS + _PRINT
