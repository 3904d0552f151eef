import { count } from '#i18n/en/words.ts';
import type { StepTexts } from '#i18n/types/steps.ts';

/** The words of the tables and the screen. */
const words = {
  looked: (findings: number, causes: number) =>
    `Based on ${count(findings, 'finding')}: ${count(causes, 'root cause')}.`,
  labels: {
    otherMeshes: 'Other meshes of the cluster',
    exportHint: 'Press e to export a report: Markdown, HTML, JSON or text.',
  },
  rows: {
    unexplained: (title: string) => `no known root cause: ${title}`,
    otherMesh: (mesh: string, namespace: string, verdict: string) =>
      `${meshOf(mesh)} in ${namespace}: ${verdict}`,
  },
};

export type VerdictTexts = StepTexts<never, never, typeof words>;

export const texts: VerdictTexts = {
  tab: 'Verdict',
  question: 'What is the root cause, and what fixes it?',
  guide: {
    title: 'From the findings to the root cause',
    paragraphs: [
      'Each step of the guide ends in the same way: fix the errors, then check the health again. If a probe keeps failing, continue with the next step.',
      'The order follows the dependencies: the bootstrap, a wait in an init container, an injected sidecar, image and scheduling, the last log lines of a process that exited, CRDs and RBAC, certificates, and the reason for a 503.',
      'A problem early in this order explains the problems after it. Fix the first cause, then refresh.',
    ],
    stale: [
      'The guide does not distinguish a 503 from a refused connection. A 503 points to the SMI API and its CRDs. A refused connection points to the start of the process, fatal lines in the log, or a sidecar.',
    ],
  },
  findings: {},
  checks: {},
  words,
};

function meshOf(mesh: string): string {
  return mesh === '' ? 'an unnamed mesh' : `mesh ${mesh}`;
}
