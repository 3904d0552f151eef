/** Colours are told apart by words as well. Fonts are those of the machine; Japanese ones are named, since few defaults have them. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2128; --dim: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --link: #0550ae;
  --critical: #b3261e; --warning: #8a5300; --ok: #1a6b32; --unknown: #6639ba; --info: #59636e; --pending: #59636e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e3e8ee; --dim: #9ea9b5; --line: #39424d; --soft: #1e242b; --link: #79b8ff;
    --critical: #ff8a80; --warning: #f0b429; --ok: #6fd08c; --unknown: #c8a6ff; --info: #9ea9b5; --pending: #9ea9b5;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 66rem; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Sans", "Hiragino Kaku Gothic ProN",
    "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", "Noto Sans JP", "Noto Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 1.6em 0 .5em; }
h1 { font-size: 1.6rem; margin-top: .4rem; }
h2 { font-size: 1.3rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.15rem; }
h4, h5, h6 { font-size: 1rem; }
h5, h6 { color: var(--dim); }
p, ul, dl, figure { margin: .6em 0; }
a { color: var(--link); }
small, .dim, figcaption { color: var(--dim); font-size: .875rem; }
.strong { font-weight: 600; }
.demo { margin: 0 0 1rem; padding: .5rem .8rem; border: 2px dashed var(--warning); border-radius: 6px; font-weight: 600; }
.badge {
  display: inline-block; margin: 0 0 .4rem; padding: .15rem .8rem; border: 2px solid currentColor;
  border-radius: 99px; font-weight: 700;
}
.critical { --tone: var(--critical); } .warning { --tone: var(--warning); } .ok { --tone: var(--ok); }
.unknown { --tone: var(--unknown); } .info { --tone: var(--info); } .pending { --tone: var(--pending); }
.badge, .mark { color: var(--tone); }
.mark { font-weight: 700; }
header > ul.items:first-of-type { font-size: 1.15rem; font-weight: 600; }
ul.items { list-style: none; padding: 0; }
ul.items li { display: grid; grid-template-columns: 1.5em 1fr; margin: .3em 0; }
ul.items small { display: block; }
.facts { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .9rem; background: var(--soft); font-size: .9375rem; }
.facts div { display: grid; grid-template-columns: 10rem 1fr; gap: 0 1rem; }
.facts dt { color: var(--dim); } .facts dd { margin: 0; overflow-wrap: anywhere; }
nav h2 { border: 0; padding: 0; font-size: 1rem; margin-bottom: .2em; }
nav ul { list-style: none; padding: 0; } nav li { padding-left: 1.4em; text-indent: -1.4em; } nav .level-3 { padding-left: 2.8em; }
section { scroll-margin-top: 1rem; }
pre, code, table { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono CJK JP", monospace; }
pre {
  margin: .3em 0; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 6px; background: var(--soft);
  font-size: .875rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere;
}
pre.shell { border-left: 4px solid var(--link); user-select: all; -webkit-user-select: all; }
pre.quote { border-left: 4px solid var(--line); }
figure { margin-left: 0; margin-right: 0; }
.command { margin: 1em 0; } .command p { margin: .3em 0; }
.number { display: inline-block; min-width: 1.6em; text-align: center; border-radius: 99px; background: var(--link); color: var(--paper); }
.scroll { overflow-x: auto; margin: .6em 0; border: 1px solid var(--line); border-radius: 6px; }
.scroll:focus-visible { outline: 2px solid var(--link); }
table { border-collapse: collapse; font-size: .8125rem; line-height: 1.45; min-width: 100%; }
th, td { padding: .3rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
th { color: var(--dim); white-space: nowrap; background: var(--soft); }
td { max-width: 34rem; min-width: 4.5rem; overflow-wrap: break-word; }
td:nth-child(n+5):last-child { min-width: 15rem; }
th.sign, td.sign { min-width: 0; width: 1.5rem; padding-right: 0; }
svg.timeline { display: block; min-width: 44rem; width: 100%; height: auto; font-family: inherit; }
svg.timeline .kind { fill: var(--ink); font-size: 13px; }
svg.timeline .tick { fill: var(--dim); font-size: 11px; }
svg.timeline .label { fill: var(--ink); font-size: 11px; }
svg.timeline .grid { stroke: var(--line); } svg.timeline .now { stroke: var(--ink); stroke-dasharray: 3 3; }
svg.timeline .plain { fill: var(--link); } svg.timeline .caution { fill: var(--warning); } svg.timeline .trouble { fill: var(--critical); }
@media (max-width: 40rem) {
  body { padding: 1rem .8rem 3rem; font-size: 15px; }
  h1 { font-size: 1.35rem; } h2 { font-size: 1.15rem; }
  .facts div { grid-template-columns: 1fr; margin: .3em 0; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --dim: #444; --line: #bbb; --soft: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, h5, h6, figcaption { break-after: avoid; }
  .command, tr, figure, svg { break-inside: avoid; }
  .scroll { overflow: visible; border: 0; }
  .number { color: #000; background: none; border: 1px solid #000; }
}
`;
