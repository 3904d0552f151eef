/**
 * Converts recordings of a real API server into the scenarios of the demo.
 *
 *     node scripts/make-scenarios.ts RECORDINGS_DIR     writes src/demo/scenarios/*.json and src/demo/discovery.json
 *     node scripts/make-scenarios.ts --show NAME        prints a scenario unpacked
 */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { packScenario, packScenarios } from '#demo/pack.ts';
import { logKey, proxyKey, resourceKey } from '#demo/scenario.ts';
import type { KubeObject, RecordedAnswer, RecordedLog, Scenario } from '#demo/scenario.ts';
import { readScenario, recordingTitle } from '#demo/scenarios.ts';

interface RecordedRequest {
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly file: string;
}

interface RecordingIndex {
  readonly recordedAt: string;
  readonly requests: readonly RecordedRequest[];
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const target = join(import.meta.dirname, '../src/demo');

const [argument, scenarioName] = process.argv.slice(2);
if (argument === '--show' && scenarioName !== undefined) {
  console.log(JSON.stringify(await readScenario(scenarioName), null, 2));
} else if (argument !== undefined && !argument.startsWith('-')) {
  await convertAll(argument);
} else {
  console.error('usage: make-scenarios.ts RECORDINGS_DIR | --show NAME');
  process.exitCode = 64;
}

/** Converts the recordings of a folder, and the reported cases in its folder `reported`. */
async function convertAll(folder: string): Promise<void> {
  for (const name of await folders(folder)) {
    if (name === 'discovery' || name === 'reported') continue;
    await save(name, packScenario(await convertRecording(join(folder, name), name)));
  }
  const reported = join(folder, 'reported');
  const cases: Scenario[] = [];
  for (const name of await folders(reported)) cases.push(await convertRecording(join(reported, name), name));
  await save('reported', packScenarios(cases));
  const text = JSON.stringify(await convertDiscovery(join(folder, 'discovery')));
  await writeFile(join(target, 'discovery.json'), await format(text, { parser: 'json', printWidth: 110 }));
}

async function folders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

async function save(name: string, packed: object): Promise<void> {
  const text = `${JSON.stringify(packed, null, 1)}\n`;
  await writeFile(join(target, 'scenarios', `${name}.json`), text);
  console.log(`${name}  ${text.length} bytes`);
}

async function convertRecording(folder: string, scenario: string): Promise<Scenario> {
  const index = await readJson<RecordingIndex>(join(folder, 'index.json'));
  const objects = new Map<string, Map<string, KubeObject>>();
  const logs: Record<string, RecordedLog> = {};
  const proxies: Record<string, RecordedAnswer> = {};
  let resourceVersion = 0;
  for (const request of index.requests) {
    const url = new URL(request.path, 'http://recorded');
    const body = await readFile(join(folder, request.file), 'utf8');
    const [, namespace, pod, port, path] =
      /\/namespaces\/([^/]+)\/pods\/([^/:]+):([^/]+)\/proxy(\/.*)$/.exec(url.pathname) ?? [];
    const [, logNamespace, logPod] = /\/namespaces\/([^/]+)\/pods\/([^/]+)\/log$/.exec(url.pathname) ?? [];
    if (namespace !== undefined && pod !== undefined && port !== undefined && path !== undefined) {
      const answer = {
        status: request.status,
        contentType: request.contentType,
        body: asRecorded(body, request),
      };
      proxies[proxyKey(namespace, pod, port, path)] = answer;
    } else if (logNamespace !== undefined && logPod !== undefined) {
      const container = url.searchParams.get('container');
      // The default container follows from the Pod.
      if (container === null) continue;
      const key = logKey(logNamespace, logPod, container, url.searchParams.get('previous') === 'true');
      logs[key] =
        request.status === 200
          ? { text: body }
          : { status: request.status, message: (JSON.parse(body) as { message: string }).message };
    } else if (request.status === 200 && url.searchParams.has('limit')) {
      const list = JSON.parse(body) as { metadata: { resourceVersion: string }; items: KubeObject[] };
      resourceVersion = Math.max(resourceVersion, Number(list.metadata.resourceVersion));
      addObjects(objects, url.pathname, list.items);
    }
  }
  return {
    name: scenario,
    title: recordingTitle(scenario),
    recordedAt: index.recordedAt,
    resourceVersion: String(resourceVersion),
    objects: Object.fromEntries([...objects].map(([key, byName]) => [key, [...byName.values()]])),
    logs,
    proxies,
  };
}

/** JSON bodies were indented by the recorder. The API server writes them in one line, a Status ends with a line feed. */
function asRecorded(body: string, request: RecordedRequest): string {
  return request.contentType === 'application/json' ? `${JSON.stringify(JSON.parse(body))}\n` : body;
}

function addObjects(
  objects: Map<string, Map<string, KubeObject>>,
  path: string,
  items: readonly KubeObject[],
): void {
  const [, group = '', plural = ''] =
    /^\/(?:api|apis\/([^/]+))\/[^/]+(?:\/namespaces\/[^/]+)?\/([^/]+)$/.exec(path) ?? [];
  // The same events as those of the core group, with other field names.
  if (group === 'events.k8s.io') return;
  const key = resourceKey(group, plural);
  const byName = objects.get(key) ?? new Map<string, KubeObject>();
  objects.set(key, byName);
  for (const item of items)
    byName.set(`${item.metadata.namespace ?? ''}/${item.metadata.name}`, clean(key, item));
}

function clean(key: string, object: KubeObject): KubeObject {
  const { kind: _kind, apiVersion: _apiVersion, metadata, ...rest } = object;
  const { annotations = {}, ...meta } = metadata;
  const { [LAST_APPLIED]: lastApplied, ...kept } = annotations;
  return {
    metadata: {
      ...meta,
      ...(Object.keys(kept).length > 0 && { annotations: kept }),
    },
    ...rest,
    ...(key.startsWith('customresourcedefinitions.') && definition(lastApplied, meta.creationTimestamp)),
  };
}

/** Only the metadata of CRDs was recorded; the rest is from the applied manifest, without the schemas (100 KiB). */
function definition(
  lastApplied: string | undefined,
  createdAt: string | undefined,
): Pick<KubeObject, string> {
  if (lastApplied === undefined) return {};
  const { spec } = JSON.parse(lastApplied) as {
    spec: Record<string, unknown> & { versions: Record<string, unknown>[] };
  };
  const condition = (type: string, reason: string, message: string): object => {
    return { type, status: 'True', lastTransitionTime: createdAt, reason, message };
  };
  return {
    spec: { ...spec, versions: spec.versions.map(({ schema: _schema, ...version }) => version) },
    status: {
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
      ],
      acceptedNames: spec['names'],
      storedVersions: spec.versions
        .filter(({ storage }) => storage === true)
        .map(({ name: version }) => version),
    },
  };
}

async function convertDiscovery(folder: string): Promise<object> {
  const read = <T>(file: string): Promise<T> => readJson<T>(join(folder, file));
  const index = await read<RecordingIndex>('index.json');
  const resources: Record<string, object[]> = {};
  for (const { path, status, file } of index.requests) {
    const [, groupVersion] = /^\/(?:api|apis)\/(.+)$/.exec(path) ?? [];
    if (groupVersion === undefined || status !== 200) continue;
    const list = await read<{ resources: Record<string, unknown>[] }>(file);
    resources[groupVersion] = list.resources.map(({ storageVersionHash: _hash, ...resource }) => resource);
  }
  const { groups } = await read<{ groups: object[] }>('apis.json');
  return { version: await read<object>('version.json'), groups, resources };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
