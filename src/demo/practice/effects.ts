import { listAt, mapAt } from '../field.ts';
import type { KubeObject } from '../scenario.ts';
import { now } from '../writes/naming.ts';
import { fieldsOf } from '../writes/merge-patch.ts';
import { withWriter } from '../writes/managed-fields.ts';
import { makeAuthority } from './certificate.ts';
import type { Cluster } from './cluster.ts';
import type { Pod } from './objects.ts';
import { programOf } from './processes.ts';
import { CRDS, flagValue, MESH_CONFIGS, MUTATING, VALIDATING } from './release.ts';
import type { Process } from './run.ts';

/** What a program of the mesh writes to the API server when it starts. */
export function startEffects(process: Process): void {
  const program = programOf(process.container);
  if (program === 'bootstrap') ensureKinds(process);
  else if (program === 'controller') writeWebhook(process, VALIDATING, loadAuthority(process));
  else if (program === 'injector') writeWebhook(process, MUTATING, loadAuthority(process));
}

/** osm-bootstrap creates the CRDs and the MeshConfig where they are missing (facts §8). */
function ensureKinds({ cluster, pod }: Process): void {
  const { release, store } = cluster;
  for (const crd of release.crds) {
    if (!store.get(CRDS, '', crd.metadata.name)) put(cluster, CRDS, anew(crd), 'osm-bootstrap');
  }
  const namespace = pod.metadata.namespace ?? '';
  const config = anew(release.meshConfig);
  if (!store.get(MESH_CONFIGS, namespace, config.metadata.name))
    put(cluster, MESH_CONFIGS, { ...config, metadata: { ...config.metadata, namespace } }, 'osm-bootstrap');
}

function anew(object: KubeObject): KubeObject {
  const { labels, name, namespace } = object.metadata;
  const metadata = { name, ...(namespace !== undefined && { namespace }), ...(labels && { labels }) };
  return { ...object, metadata };
}

/**
 * The CA that the process works with from now on; tresor makes one where there is no Secret.
 * @returns `ca.crt` in Base64.
 */
function loadAuthority({ cluster, container, pod }: Process): string {
  const namespace = pod.metadata.namespace ?? '';
  const name = flagValue(container, '--ca-bundle-secret-name') || 'osm-ca-bundle';
  if (!cluster.store.get('secrets', namespace, name)) {
    const { certificate, key } = makeAuthority('osm-ca.openservicemesh.io', cluster.clock.now());
    const encode = (text: string): string => Buffer.from(text).toString('base64');
    const data = { 'ca.crt': encode(certificate), 'private.key': encode(key) };
    put(cluster, 'secrets', { metadata: { name, namespace }, type: 'Opaque', data }, container.name);
  }
  return adoptAuthority(cluster, pod, name);
}

/** Notes that the processes of a Pod serve with the CA of a Secret as it is now. */
export function adoptAuthority(cluster: Cluster, { metadata }: Pod, secretName: string): string {
  const secret = cluster.store.get('secrets', metadata.namespace ?? '', secretName);
  const authority = mapAt(secret, 'data')['ca.crt'] ?? '';
  cluster.serving.set(metadata.uid ?? '', authority);
  return authority;
}

/** Creates the webhook configuration of the mesh, or brings its CA bundle up to date (facts §3.3). */
function writeWebhook({ cluster, container, pod }: Process, key: string, authority: string): void {
  const { release, store } = cluster;
  const namespace = pod.metadata.namespace ?? '';
  const mesh = flagValue(container, '--mesh-name');
  const template = key === MUTATING ? release.mutatingWebhook : release.validatingWebhook;
  const flag = key === MUTATING ? '--webhook-config-name' : '--validator-webhook-config';
  const name = flagValue(container, flag) || template.metadata.name;
  const found = store.get(key, '', name) ?? forMesh(anew(template), name, mesh, namespace);
  const webhooks = listAt(found, 'webhooks').map((webhook) => {
    const fields = fieldsOf(webhook);
    return { ...fields, clientConfig: { ...fieldsOf(fields['clientConfig']), caBundle: authority } };
  });
  put(cluster, key, { ...found, webhooks }, container.name);
}

/** The recorded configuration is that of the mesh `osm` in `osm-system`. */
function forMesh(template: KubeObject, name: string, mesh: string, namespace: string): KubeObject {
  const { labels = {} } = template.metadata;
  const selected = listAt(template, 'webhooks').map((webhook) => {
    const fields = fieldsOf(webhook);
    const config = fieldsOf(fields['clientConfig']);
    return {
      ...fields,
      clientConfig: { ...config, service: { ...fieldsOf(config['service']), namespace } },
      namespaceSelector: {
        matchLabels: { 'openservicemesh.io/monitored-by': mesh },
        matchExpressions: [
          { key: 'openservicemesh.io/ignore', operator: 'DoesNotExist' },
          { key: 'name', operator: 'NotIn', values: [namespace] },
          { key: 'control-plane', operator: 'DoesNotExist' },
        ],
      },
    };
  });
  const metadata = { name, labels: { ...labels, 'app.kubernetes.io/instance': mesh } };
  return { ...template, metadata, webhooks: selected };
}

function put({ store }: Cluster, key: string, object: KubeObject, manager: string): void {
  const before = store.get(key, object.metadata.namespace ?? '', object.metadata.name);
  const writer = { manager, operation: 'Update', apiVersion: 'v1', time: now() } as const;
  const after = withWriter(before, object, writer);
  if (before === undefined || JSON.stringify(before) !== JSON.stringify(after)) store.put(key, after);
}
