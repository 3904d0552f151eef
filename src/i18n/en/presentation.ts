import type { PresentationTexts } from '#i18n/types/presentation.ts';
import { columns, coverage, labels } from './presentation-labels.ts';
import { instant } from '../instant.ts';
import { count, list } from './words.ts';

export const presentation: PresentationTexts = {
  headline: {
    healthy: (mesh, namespace, since, missing) => {
      const checks = missing.length === 0 ? 'all checks passed' : 'every required check passed';
      const lines = since === undefined ? '' : `; only log lines since ${instant(since)} were read`;
      const open = missing.length === 0 ? '' : ` Not looked at: ${list(missing)}.`;
      return `The control plane of ${meshOf(mesh)} in ${namespace} is healthy: ${checks}${lines}.${open}`;
    },
    notChecked: (missing) =>
      `No problem was found, but not everything could be checked. Not read: ${list(missing)}.`,
    nothingChecked: (missing) => `Nothing could be checked. Not read: ${list(missing)}.`,
    foundButNotChecked: (found, missing) => `${ended(found)} Not checked: ${list(missing)}.`,
    noControlPlane: (namespace, mesh) => {
      const place = namespace === undefined ? 'in this cluster' : `in namespace ${namespace}`;
      return mesh === undefined
        ? `No control plane of osm-edge, OSM or FSM was found ${place}.`
        : `No control plane of mesh ${mesh} was found ${place}.`;
    },
    reading: () => 'Reading the cluster; no problem found so far.',
    soFar: (sentence) => `So far: ${sentence}`,
    ofMesh: (mesh, namespace, sentence) => `${mesh === '' ? '-' : mesh} @ ${namespace}: ${sentence}`,
    finding: (subject, title) => ended(`${subject} ${title}`),
    thenMore: (commands) => `then ${commands} more`,
    otherCauses: (causes) => count(causes, 'further root cause'),
  },
  noControlPlane: {
    nothingToCheck: 'There is no control plane to check.',
    lookedFor: (apps, namespace) =>
      `There are no Deployments with the label app=${apps.join(' or app=')}${namespace === undefined ? '' : ` in namespace ${namespace}`}, and no webhook configurations or enrolled namespaces of a mesh.`,
    list: 'List the controllers of all meshes.',
    rightCluster: (context) =>
      `If ${context} is not the right context, run the program again with --context and another name from this list.`,
    install: 'If a mesh should be here, it was uninstalled or never installed. Install it, then check again.',
  },
  labels,
  columns,
  coverage,
  severities: { critical: 'critical', warning: 'warning', info: 'info' },
  verdicts: {
    critical: 'critical',
    warning: 'warnings',
    healthy: 'healthy',
    'not-checked': 'not fully checked',
    'no-control-plane': 'no control plane found',
  },
  confidence: {
    certain: {
      name: 'certain',
      why: (requires, supports) =>
        supports === 0
          ? `The evidence (${count(requires, 'finding')}) proves it.`
          : `Required evidence found; ${supportedBy(supports)}.`,
    },
    likely: {
      name: 'likely',
      why: (_, supports, contradicts) =>
        `Required evidence found; ${supportedBy(supports)}, ${contradicts === 0 ? 'and nothing contradicts it' : `but ${contradictedBy(contradicts)}`}.`,
    },
    possible: {
      name: 'possible',
      why: (requires, supports, contradicts) =>
        `${count(requires + supports, 'finding')} ${requires + supports === 1 ? 'supports' : 'support'} it, but ${
          contradicts === 0 ? 'that is no proof' : contradictedBy(contradicts)
        }.`,
    },
  },
  probes: { liveness: 'liveness', readiness: 'readiness', startup: 'startup' },
  timelineKinds: {
    'label-change': 'label set',
    edit: 'changed',
    rollout: 'rollout',
    'pod-created': 'Pod created',
    'container-start': 'started',
    'container-end': 'ended',
    'probe-failure': 'probe failed',
    event: 'event',
    log: 'log',
  },
  looked: {
    open: (notChecked, pending) =>
      [
        notChecked === 0 ? '' : `${count(notChecked, 'check')} could not be completed.`,
        pending === 0
          ? ''
          : `${count(pending, 'check')} still ${pending === 1 ? 'waits' : 'wait'} for the cluster.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  rows: {
    notChecked: (question, facts = []) =>
      facts.length === 0
        ? `Not checked: ${question}`
        : `Not checked (${list(facts, 2)} not read): ${question}`,
    waiting: (question, facts) => `Waiting for ${list(facts)}: ${question}`,
    stepStatus: (step, status) => `${step}: ${status}`,
    stepStatuses: {
      critical: 'critical findings',
      warning: 'warnings',
      clear: 'all checks passed',
      'not-checked': 'not fully checked',
      pending: 'still being read',
    },
  },
};

/** What supports a cause besides what it requires; a clause. */
function supportedBy(supports: number): string {
  return supports === 0
    ? 'no other finding supports it'
    : `${count(supports, 'more finding')} ${supports === 1 ? 'supports' : 'support'} it`;
}

function contradictedBy(findings: number): string {
  return `${count(findings, 'finding')} ${findings === 1 ? 'contradicts' : 'contradict'} it`;
}

function meshOf(mesh: string): string {
  return mesh === '' ? 'an unnamed mesh' : `mesh ${mesh}`;
}

function ended(sentence: string): string {
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}
