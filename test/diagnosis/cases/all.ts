import type { Case } from '../breakages.ts';
import { apiAccessCases } from './api-access.ts';
import { beforeStartCases } from './before-start.ts';
import { certificateCases } from './certificates.ts';
import { editCases } from './edits.ts';
import { healthCases } from './health.ts';
import { injectionCases } from './injection.ts';
import { networkCases } from './network.ts';
import { policyCases } from './policies.ts';
import { processCases } from './process.ts';
import { nodeCases } from './nodes.ts';
import { programCases } from './program.ts';
import { versionCases } from './versions.ts';
import { webhookCases } from './webhooks.ts';

/** Every failure with its expected diagnosis. */
export const cases: readonly Case[] = [
  ...injectionCases,
  ...beforeStartCases,
  ...apiAccessCases,
  ...networkCases,
  ...processCases,
  ...programCases,
  ...nodeCases,
  ...editCases,
  ...versionCases,
  ...webhookCases,
  ...certificateCases,
  ...policyCases,
  ...healthCases,
];

/**
 * The rows of facts §9, by their first column, that facts of the control plane can show. Left out: "ebpf interceptor outside
 * osm-system", whose DaemonSet has no probes and is not read.
 */
export const factRows: readonly string[] = [
  'Stray sidecar from another mesh',
  'osm-bootstrap down / CRDs not applied',
  '`curlimages/curl` not pullable (air gap, rate limit)',
  'Control-plane or Pipy image not pullable',
  'SMI CRD deleted or wrong generation after up/downgrade',
  'Any watched CRD missing at start',
  'RBAC removed (ClusterRole/Binding named after release)',
  'MeshConfig deleted',
  'osm-pipy-repo crashed / slow / OOM',
  '6060 or 9091 or 9093 already used in the pod',
  'CA Secret broken (keys missing, not PEM, hand-made)',
  'CA or Vault token expired, cert-manager absent',
  'caBundle of webhook ≠ CA of serving cert (Secret replaced, only one deployment restarted; two meshes with one name)',
  'Stale webhook config of a removed mesh',
  'Network policy / firewall blocks API server→9090',
  'Injector or controller OOM',
  'Controller memory growth before 1.3.5 (certificate publish blocking)',
  'Node too small (controller 0.5 cpu + injector/bootstrap 0.3 each)',
  'Node arch/os outside linux amd64/arm64',
  'Chart/CLI and image version differ',
  'CRD conversion webhook on meshconfigs unreachable during upgrade from ≤1.1',
  'Two versions with reconciler on',
  'API server slow / start > 30 s',
  'Invalid injection annotation on the control-plane namespace of an enrolled ns',
  'Second mesh refused',
];
