import type { ChangeCounts, RunTexts } from '#i18n/types/runs.ts';
import { count } from './words.ts';

function counts({ fixed, fresh, notAgain, still }: ChangeCounts): string {
  const parts = [
    fixed === 0 ? '' : `${fixed} fixed`,
    still === 0 ? '' : `${still} still there`,
    fresh === 0 ? '' : `${fresh} new`,
    notAgain === 0 ? '' : `${notAgain} not rechecked`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no findings, as before' : parts.join(', ');
}

export const runs: RunTexts = {
  changes: {
    still: 'still',
    new: 'new',
    'not-read-again': 'not refreshed',
    'not-checked-before': 'not checked before',
  },
  fixed: 'fixed',
  notCheckedAgain: 'not rechecked',
  fixedDetail: (before) => `Found in the reading of ${before}; checked again and no longer found.`,
  fixedByMedium: 'It was based only on events or logs, which expire. Make sure that the step is also clear.',
  notCheckedAgainDetail: (before) =>
    `Found in the reading of ${before}. It could not be checked this time, so it may still be there.`,
  sentence: (all, before, [from, to]) =>
    `Compared with the reading of ${before}: ${counts(all)}. ${
      from === to ? `The verdict is still "${to}".` : `The verdict changed from "${from}" to "${to}".`
    }`,
  counts,
  kept: (time) => `not refreshed, from ${time}`,
  keptFacts: (facts, oldest) =>
    `${count(facts, 'fact')} ${facts === 1 ? 'was' : 'were'} not refreshed; the oldest is from ${oldest}.`,
  history: {
    title: 'Verdicts of this session',
    columns: {
      time: 'TIME',
      context: 'CONTEXT',
      verdict: 'ROLE',
      findings: 'FINDINGS',
      fixed: 'FIXED',
      fresh: 'NEW',
      headline: 'HEADLINE',
    },
    until: (from, to, times) => `${from} to ${to} (${times} readings)`,
    dropped: (readings) => `${count(readings, 'earlier reading')} not shown.`,
  },
  read: {
    again: (age) => `refreshing, shown: ${age} ago`,
    keptAll: (age) => `not refreshed: ${age} ago`,
    keptSome: (age) => `partly refreshed: ${age} ago`,
  },
  slow: (what, waited, done, total, seconds) => {
    const [first = '', ...others] = what;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${done} of ${total} requests, ${seconds} s · ${waited} s for ${first}${more}`;
  },
  failed: (what) => `The last reading failed: ${what}`,
  watch: {
    label: 'watching',
    nextIn: (seconds) => `next in ${seconds} s`,
    verdictAge: (age) => `last verdict ${age} ago`,
  },
  picker: {
    title: 'Select a mesh or a context',
    filter: 'Type to filter',
    shown: (shown, all) => `${shown} of ${all}`,
    meshes: (number) => `Meshes of this cluster (${number})`,
    contexts: (number) => `Contexts of the kubeconfig (${number})`,
    scenarios: (number) => `DEMO: other scenarios (${number})`,
    noMeshes: 'No mesh was found in this cluster.',
    meshesLater: 'Shown once the cluster has been read.',
    noMatch: 'Nothing matches; Esc clears the filter.',
    current: 'current',
    loading: 'Reading the kubeconfig…',
    inSnapshot: 'A snapshot file contains one cluster, so there is no other context.',
    inCluster: 'Running in a Pod with its ServiceAccount: there is no kubeconfig.',
    chooseContext: 'The kubeconfig has no current context: select one.',
    chooseMesh: (number) => `${number} meshes: the most severe so far is marked.`,
    thenWalk: 'Select one. → next step, Enter opens a row, ? all keys.',
    scenarioTitles: {
      '01-healthy': 'a healthy mesh',
      '02-two-meshes': 'a second mesh injected its sidecar into the control plane of the first',
      '03-liveness-503': 'the liveness probe of osm-controller returns 503',
      '03b-readiness-503': 'the readiness probe of osm-controller returns 503',
      '04b-image-pull': 'the image of osm-controller cannot be pulled',
      '05-injector-errors': 'osm-injector logs thousands of errors and panics',
      '06b-crashloop-fatal': 'osm-controller repeatedly exits with a fatal error',
      '10-no-mesh': 'no control plane: the mesh was uninstalled, its CRDs are left over',
      '11-scaled-to-zero': 'osm-controller is scaled to 0 replicas',
      '12-oom-killed': 'osm-controller is repeatedly killed because of memory',
      '13-unschedulable': 'no node has enough resources for osm-controller',
      'r1-webhook-timeout': 'the API server cannot reach osm-injector: no new application Pods',
      'r2-api-server-unreachable': 'the control plane cannot reach the API server',
      'r3-liveness-timeouts': 'osm-controller is too busy to answer its liveness probe in time',
      'r4-pod-security': 'the namespace enforces PodSecurity restricted',
      'r5-exec-format': 'the image of osm-bootstrap is built for another CPU architecture',
      'r6-init-dns': 'the cluster DNS does not resolve osm-bootstrap',
      'r7-disk-pressure': 'the node is under disk pressure: Pods are evicted',
      'r8-own-webhook': 'the control plane is enrolled in its own mesh and cannot start again',
    },
  },
};
