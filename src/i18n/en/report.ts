import type { LeftOutWords, ReportTexts } from '#i18n/types/report.ts';
import { instant } from '../instant.ts';
import { count } from './words.ts';

/** `2 findings (OED101 ×2)`; '' for none. */
function leftOutWords({ count: number, ids }: LeftOutWords, one: string, many: string): string {
  return number === 0 ? '' : `${count(number, one, many)} (${ids.join(', ')})`;
}

export const report: ReportTexts = {
  title: 'Health of the osm-edge control plane',
  contents: 'Contents',
  leftOut: {
    item: (id) => `${id}: excluded manually`,
    findings: (findings) => `Excluded manually: ${leftOutWords(findings, 'finding', 'findings')}.`,
    sentence: (findings, causes) => {
      const parts = [leftOutWords(findings, 'finding', 'findings'), leftOutWords(causes, 'cause', 'causes')];
      return `Excluded manually: ${parts.filter((part) => part !== '').join(', ')}. The verdict still takes them into account.`;
    },
  },
  firstCommand: 'Run this first:',
  firstFix: 'The first command that fixes it:',
  facts: {
    readAt: 'Read at',
    context: 'Context',
    kubeconfig: 'Kubeconfig',
    server: 'API server',
    scenario: 'Demo scenario',
    narrowed: 'Limited to',
    mesh: 'Mesh',
    verdict: 'Verdict',
  },
  narrowedTo: ({ mesh, namespace }, { since, logBytes }) =>
    [
      mesh === undefined ? '' : `mesh ${mesh}`,
      namespace === undefined ? '' : `namespace ${namespace}`,
      since === undefined ? '' : `log lines since ${instant(since)}`,
      logBytes === undefined ? '' : `the first ${count(logBytes, 'byte')} of each log`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  exitCode: (code) => `exit code ${code}`,
  meshIn: (mesh, namespace) =>
    mesh === '' ? `Unnamed mesh in ${namespace}` : `Mesh ${mesh} in ${namespace}`,
  meshColumns: { mesh: 'MESH', namespace: 'NAMESPACE', product: 'PRODUCT', verdict: 'VERDICT' },
  sections: {
    causes: 'Root causes and what to run',
    step: (number, tab) => (number === 0 ? tab : `Step ${number} · ${tab}`),
    unexplained: 'Findings without a known cause',
    checks: 'What was checked',
    seen: 'Observed state',
    notChecked: 'What could not be checked',
    reproduce: 'Create this report again',
    more: 'More details',
    about: 'About this report',
  },
  seeFindings: (question) => `${question} See the findings below.`,
  noCause: 'No root cause was found.',
  noCauseInPart: 'No root cause was found in what could be read.',
  mendThenCheck: 'Fix it, then check again with the command at the end of this report.',
  allChecked: 'Nothing is missing: all checks were completed.',
  soFar: 'The cluster was still being read when this report was written: it contains what was known so far.',
  reproduce: {
    again: 'Check again and print the result.',
    everything: 'Write a report with all evidence, tables and the timeline.',
    wizard: 'Go through the same steps in the wizard.',
    file: 'Save what was read, to analyze it later or elsewhere.',
  },
  about: [
    'The program only reads: every request is a GET, and nothing in the cluster was changed.',
    'Tokens, passwords and private keys were removed before anything was stored or evaluated. Control characters in text from the cluster are shown by name.',
    'All times are in UTC; ages are relative to the time of reading.',
  ],
  timeline: {
    picture: (entries, from, to) => `${count(entries, 'entry', 'entries')} from ${from} to ${to}`,
    before: (age) => `${age} before`,
    readNow: 'read',
  },
  marks: {
    critical: 'critical',
    warning: 'warning',
    ok: 'OK',
    unknown: 'unknown',
    info: 'note',
    pending: 'being read',
  },
};
