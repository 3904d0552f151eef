import { signature } from './signature.ts';
import type { PresentationTexts } from '#i18n/types/presentation.ts';
import { columns, coverage, labels } from './presentation-labels.ts';
import { instant } from '../instant.ts';
import { capital, count, list } from './words.ts';

export const presentation: PresentationTexts = {
  headline: {
    healthy: (mesh, namespace, since) =>
      `The control plane of ${meshOf(mesh)} in ${namespace} is healthy: every check was made and passed${since === undefined ? '' : `; of logs only lines since ${instant(since)} were read`}.`,
    notChecked: (missing) =>
      `No trouble in what could be read, but not everything was checked: ${list(missing)}.`,
    nothingChecked: (missing) => `Nothing could be checked: ${list(missing)} could not be read.`,
    foundButNotChecked: (found, missing) => `${ended(found)} Not checked: ${list(missing)}.`,
    noControlPlane: (namespace, mesh) => {
      const place = namespace === undefined ? 'in this cluster' : `in namespace ${namespace}`;
      return mesh === undefined
        ? `No control plane of osm-edge, OSM or FSM was found ${place}.`
        : `No control plane of mesh ${mesh} was found ${place}.`;
    },
    reading: () => 'The cluster is being read; nothing wrong was seen so far.',
    soFar: (sentence) => `So far: ${sentence}`,
    ofMesh: (mesh, namespace, sentence) => `${mesh === '' ? '-' : mesh} @ ${namespace}: ${sentence}`,
    finding: (subject, title) => ended(`${subject} ${title}`),
    thenMore: (commands) => `then ${commands} more`,
    otherCauses: (causes) => count(causes, 'further root cause'),
  },
  noControlPlane: {
    nothingToCheck: 'Nothing to check: there is no control plane.',
    lookedFor: (apps, namespace) =>
      `Looked ${namespace === undefined ? 'in all namespaces' : `in namespace ${namespace}`} for Deployments with the label app=${apps.join(' or app=')}, and for webhook configurations and enrolled namespaces of a mesh: there are none.`,
    list: 'List the controllers of every mesh.',
    rightCluster: (context) =>
      `Is ${context} the right cluster? Start again with --context and another name from this list.`,
    install: 'If a mesh should be here, it was uninstalled or never installed: install it, then check again.',
  },
  labels,
  columns,
  coverage,
  severities: { critical: 'critical', warning: 'warning', info: 'info' },
  verdicts: {
    critical: 'critical',
    warning: 'warnings',
    healthy: 'healthy',
    'not-checked': 'not everything checked',
    'no-control-plane': 'no control plane found',
  },
  confidence: {
    certain: {
      name: 'certain',
      why: (requires, supports) =>
        supports === 0
          ? `What was seen proves it (${count(requires, 'finding')}).`
          : `Everything that it needs was seen (${count(requires, 'finding')}), and ${count(supports, 'further finding')} ${supports === 1 ? 'speaks' : 'speak'} for it.`,
    },
    likely: {
      name: 'likely',
      why: (requires, supports, contradicts) =>
        [
          `What it needs was seen (${count(requires, 'finding')})`,
          supports === 0
            ? 'nothing further speaks for it'
            : `${supports} more ${supports === 1 ? 'speaks' : 'speak'} for it`,
          contradicts === 0 ? 'nothing seen speaks against it' : `${contradicts} against it`,
        ].join('; ') + '.',
    },
    possible: {
      name: 'possible',
      why: (requires, supports, contradicts) =>
        contradicts > 0
          ? `${capital(count(requires + supports, 'finding'))} ${requires + supports === 1 ? 'speaks' : 'speak'} for it, but ${contradicts} against it.`
          : `${capital(count(requires + supports, 'finding'))} ${requires + supports === 1 ? 'speaks' : 'speak'} for it; that is no proof.`,
    },
  },
  probes: { liveness: 'liveness', readiness: 'readiness', startup: 'startup' },
  probeVerdicts: {
    passes: 'passes',
    fails: 'fails',
    flaps: 'fails now and then',
    'not-checked': 'not checked',
    pending: 'being called',
  },
  containerVerdicts: {
    expected: 'control plane',
    'repo-server': 'Pipy repo: expected',
    sidecar: 'stray sidecar',
    'other-product': 'sidecar of another product',
    'pipy-unknown': 'Pipy image, origin unknown',
    unexpected: 'not of the control plane',
  },
  timelineKinds: {
    'label-change': 'label set',
    rollout: 'rollout',
    'pod-created': 'Pod created',
    'container-start': 'started',
    'container-end': 'ended',
    'probe-failure': 'probe failed',
    event: 'event',
    log: 'log',
  },
  looked: {
    health: (replicas, probes, services) =>
      `Looked at ${count(replicas, 'replica')}, ${count(probes, 'probe')} and ${count(services, 'Service')}.`,
    sidecar: (pods, containers, meshes, namespaces) =>
      `Looked at ${count(pods, 'Pod')}, ${count(containers, 'container')}, ${count(meshes, 'mesh', 'meshes')}, ${count(namespaces, 'enrolled namespace')}.`,
    events: (events, containers) =>
      `Looked at ${count(events, 'event')} and at the state of ${count(containers, 'container')}.`,
    logs: (logs, lines, since) =>
      `Looked at ${count(logs, 'log')} with ${count(lines, 'line')}${since === undefined ? '' : ` since ${instant(since)}`}.`,
    verdict: (findings, causes) =>
      `Put together from ${count(findings, 'finding')}: ${count(causes, 'root cause')}.`,
    open: (notChecked, pending) =>
      [
        notChecked === 0 ? '' : `${count(notChecked, 'check')} could not be made.`,
        pending === 0
          ? ''
          : `${count(pending, 'check')} still ${pending === 1 ? 'waits' : 'wait'} for the cluster.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
  },
  signature,
  rows: {
    notChecked: (question, facts = []) =>
      facts.length === 0
        ? `Not checked: ${question}`
        : `Not checked (${list(facts, 2)} not read): ${question}`,
    waiting: (question, facts) => `Waiting for ${list(facts)}: ${question}`,
    replica: (ready, status, restarts, age) =>
      `${ready} ${status}, ${count(restarts, 'restart')}, age ${age}`,
    probe: (probe, container, answer) => `${probe} ${answer}, ${container}`,
    answered: (status, milliseconds) => `${status} in ${milliseconds} ms`,
    repeated: (answer, failed, attempts) => `${answer}, ${failed} of ${attempts} failed`,
    refused: 'connection refused',
    noAnswer: (seconds) => `no answer in ${seconds} s`,
    proxyFailed: 'not reached through the API server',
    repoServer: (container) => `${container} is part of the mesh: expected`,
    signature: (number, what, previous, message) =>
      `${what} x${number}${previous ? ' (previous log)' : ''}: ${message}`,
    log: (container, previous, lines, errors) =>
      `${previous ? 'log before the last restart' : 'log'} of ${container}: ${count(lines, 'line')}${errors === '0' ? '' : `, ${errors}`}`,
    benign: (text) => `harmless: ${text}`,
    stepStatus: (step, status) => `${step}: ${status}`,
    stepStatuses: {
      critical: 'something critical was found',
      warning: 'warnings were found',
      clear: 'every check passed',
      'not-checked': 'not everything could be checked',
      pending: 'still being read',
    },
    unexplained: (title) => `no root cause known: ${title}`,
    otherMesh: (mesh, namespace, verdict) => `${meshOf(mesh)} in ${namespace}: ${verdict}`,
    cleanPod: (containers) => `no container out of place: ${list(containers)}`,
  },
};

function meshOf(mesh: string): string {
  return mesh === '' ? 'an unnamed mesh' : `mesh ${mesh}`;
}

function ended(sentence: string): string {
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}
