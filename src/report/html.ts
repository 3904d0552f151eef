import { blocksHtml } from './html-blocks.ts';
import { styleSheet } from './html-style.ts';
import { Markup, markup } from './html-tag.ts';
import { markSigns } from './mark-signs.ts';
import { headingDepth, type ReportDocument, type ReportSection } from './report-document.ts';
import { topBlocks } from './top-blocks.ts';
import { timelineSvg } from './timeline-svg.ts';

// Nothing may be fetched or run, whatever the page holds: it is mailed around and opened from disk.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The report as one page without scripts, fonts or pictures from elsewhere; readable on a phone, in the dark, and in print. */
export function htmlReport(report: ReportDocument): string {
  const { language, texts, title } = report;
  const page = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="osm-edge-doctor">
<title>${report.verdict} · ${title}</title>
<style>${new Markup(styleSheet)}</style>
</head>
<body>
<header>
${demoBanner(report)}<h1>${title}</h1>
<p class="badge ${report.mark}"><span aria-hidden="true">${markSigns[report.mark]}</span> ${report.verdict}</p>
${blocksHtml(topBlocks(report), texts, () => 2)}
<dl class="facts">
${report.facts.map(({ label, value }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>
${blocksHtml(report.summary, texts, () => 2)}</header>
<nav aria-label="${texts.report.contents}">
<h2>${texts.report.contents}</h2>
<ul>
${report.sections.map(contentsEntry)}</ul>
</nav>
<main>
${report.sections.map((section) => sectionHtml(section, report))}</main>
</body>
</html>
`;
  return page.text;
}

function demoBanner({ demo }: ReportDocument): Markup | '' {
  return demo === undefined ? '' : markup`<p class="demo" role="note">${demo}</p>\n`;
}

function contentsEntry({ id, level, mark, title }: ReportSection): Markup {
  const sign =
    mark === undefined
      ? ''
      : markup`<span class="mark ${mark}" aria-hidden="true">${markSigns[mark]}</span> `;
  return markup`<li class="level-${level}">${sign}<a href="#${id}">${title}</a></li>\n`;
}

function sectionHtml(section: ReportSection, report: ReportDocument): Markup {
  const { id, level, mark, title } = section;
  const { texts } = report;
  const sign =
    mark === undefined
      ? ''
      : markup`<span class="mark ${mark}" role="img" aria-label="${texts.report.marks[mark]}">${markSigns[mark]}</span> `;
  const picture = section.timeline === undefined ? '' : timelineSvg(section.timeline, report);
  return markup`<section id="${id}">
${new Markup(`<h${level}>`)}${sign}${title}${new Markup(`</h${level}>`)}
${picture}${blocksHtml(section.blocks, texts, (depth) => level + headingDepth(section, depth))}</section>
`;
}
