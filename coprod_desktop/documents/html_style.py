"""How a statement looks on a screen, in light and dark, and when it is printed from there."""

STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1d1f; --sunken: #f3f0ea; --edge: #767c82;
  --paid: #0b666a; --unpaid: #944710; --hatch: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --ink: #ecedee; --sunken: #272b30; --edge: #7c858e;
    --paid: #5cc3c0; --unpaid: #f0a46b; --hatch: #17191c;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 46rem;
  background: var(--paper); color: var(--ink);
  font: 1.1875rem/1.5 "Atkinson Hyperlegible Next", "Segoe UI", "Noto Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul { margin: 0; }
h1 { font-size: 2.1rem; line-height: 1.25; margin-top: 1rem; }
h2 { font-size: 1.5rem; line-height: 1.3; margin-bottom: 0.5rem; }
h3 { font-size: 1.1875rem; }
p + p { margin-top: 0.5rem; }
.from, .strong { font-weight: 600; }
.name { font-size: 1.5rem; font-weight: 600; }
.script { font-weight: 400; margin-left: 0.5em; }
.small { font-size: 1.125rem; margin-top: 0; }
header p + p { margin-top: 0.1rem; }
section { margin-top: 1.75rem; }
ul { padding-left: 1.3em; }
.replaces { border: solid var(--ink); border-width: 2px 0; margin-top: 1.25rem;
  padding: 0.75rem 0; }
.summary { border: 2px solid var(--ink); }
.top { padding: 1rem 1.25rem; }
.top h2 { font-size: 2rem; line-height: 1.25; }
.pair { display: grid; grid-template-columns: 1fr 1fr; border-top: 1px solid var(--ink); }
.figure { padding: 0.75rem 1.25rem; min-width: 0; }
.figure + .figure { border-left: 1px solid var(--ink); }
.amount { font-size: 1.5rem; font-weight: 700; margin: 0; font-variant-numeric: tabular-nums; }
.bar { display: flex; height: 1.5rem; forced-color-adjust: none; }
.bar span { flex-basis: 0; }
.key { display: inline-block; width: 0.95em; height: 0.95em; vertical-align: -0.1em;
  forced-color-adjust: none; }
.paid { background: var(--paid); }
.unpaid { border: 1px solid var(--unpaid);
  background: repeating-linear-gradient(135deg,
    var(--unpaid) 0 2px, var(--hatch) 2px 6px); }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--paid); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: 1.125rem; line-height: 1.4; }
caption { text-align: left; padding-bottom: 0.25rem; }
th { text-align: left; vertical-align: bottom; font-weight: 600; }
td { vertical-align: top; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--edge); }
thead th { border-bottom: 2px solid var(--ink); }
tfoot th, tfoot td { border: 0; font-weight: 700; vertical-align: top; }
tfoot tr:first-child > * { border-top: 2px solid var(--ink); }
.n { text-align: right; font-variant-numeric: tabular-nums; }
th.n:last-child, td.n:last-child { padding-right: 0; }
time { white-space: nowrap; }
@media (max-width: 34rem) {
  .pair { grid-template-columns: 1fr; }
  .figure + .figure { border-left: 0; border-top: 1px solid var(--ink); }
}
@media screen and (max-width: 34rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tfoot, tr, td, tfoot th { display: block; width: 100%; }
  tbody tr { border-bottom: 1px solid var(--edge); padding: 0.5rem 0; }
  tbody td, tfoot tr:first-child > *, tfoot th, tfoot td {
    border: 0; padding: 0; text-align: left; }
  tfoot tr:first-child { border-top: 2px solid var(--ink); padding-top: 0.5rem; }
  td[data-name]::before { content: attr(data-name) ": "; font-weight: 600; }
  .n { text-align: left; }
  td:empty { display: none; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --edge: #000000;
    --paid: #0f5f63; --unpaid: #7a3710; --hatch: #ffffff; }
  @page { size: A4; margin: 20mm; }
  body { padding: 0; max-width: none; font-size: 14pt; }
  table, .small { font-size: 12pt; }
  .bar, .key { print-color-adjust: exact; }
  tr, .summary, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
}
"""
