import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { listAt, textAt } from '#demo/field.ts';
import type { Pod, PodSpec, Workload } from '#demo/practice/objects.ts';
import { startPracticeServer } from '#demo/practice/server.ts';
import type { PracticeOptions, PracticeServer } from '#demo/practice/server.ts';
import type { KubeObject } from '#demo/scenario.ts';
import { mergePatch } from '#demo/writes/merge-patch.ts';

const SYSTEM = 'osm-system';

/** A practice cluster whose objects a test changes directly, without an API client. */
export interface PractisedCluster {
  readonly server: PracticeServer;
  /** Changes an object by a merge patch. */
  readonly patch: (key: string, name: string, patch: object, namespace?: string) => void;
  readonly remove: (key: string, name: string, namespace?: string) => void;
  readonly put: (key: string, object: KubeObject) => void;
  /** Gives Deployments of the control plane new Pods. */
  readonly restart: (...names: readonly string[]) => void;
  /** Changes the Pod template of a Deployment of the control plane. */
  readonly template: (name: string, change: (spec: PodSpec) => PodSpec) => void;
  /** Waits until nothing changes any more by itself. */
  readonly settled: () => Promise<void>;
  /** The newest Pod of an app of the control plane, if there is one. */
  readonly pod: (app: string) => Pod | undefined;
  /** All that a person could read of an app of the control plane: events, states, logs. */
  readonly evidence: (app: string) => string;
}

export async function practised(name: string, options: PracticeOptions = {}): Promise<PractisedCluster> {
  const server = await startPracticeServer(name, { speed: 2000, ...options });
  onTestFinished(() => server.close());
  const { engine, store } = server;
  let revision = 0;
  const podsOfApp = (app: string): Pod[] =>
    (store.list('pods') as Pod[])
      .filter(({ metadata }) => metadata.namespace === SYSTEM && metadata.labels?.['app'] === app)
      .toSorted((a, b) =>
        (a.metadata.creationTimestamp ?? '').localeCompare(b.metadata.creationTimestamp ?? ''),
      );
  const template = (workload: string, change: (spec: PodSpec) => PodSpec): void =>
    store.update('deployments.apps', SYSTEM, workload, (object) => {
      const { spec } = object as Workload;
      return {
        ...object,
        spec: { ...spec, template: { ...spec.template, spec: change(spec.template.spec) } },
      };
    });
  return {
    server,
    put: (key, object) => store.put(key, object),
    remove: (key, object, namespace = '') => store.remove(key, namespace, object),
    patch: (key, object, patch, namespace = '') =>
      store.update(key, namespace, object, (before) => mergePatch(before, patch) as KubeObject),
    template,
    restart: (...names) => {
      for (const workload of names) {
        revision += 1;
        const annotations = { restarted: String(revision) };
        store.update('deployments.apps', SYSTEM, workload, (before) => {
          const patch = { spec: { template: { metadata: { annotations } } } };
          return mergePatch(before, patch) as KubeObject;
        });
      }
    },
    settled: async () => {
      const patience = Date.now() + 20_000;
      do {
        engine.turn();
        await sleep(5);
        if (Date.now() > patience) throw new Error('the practice cluster did not settle');
      } while (!engine.isSettled());
    },
    pod: (app) => podsOfApp(app).at(-1),
    evidence: (app) => evidenceOf(server, app, podsOfApp(app)),
  };
}

function evidenceOf({ store }: PracticeServer, app: string, pods: readonly Pod[]): string {
  const events = store
    .list('events')
    .filter((event) => textAt(event, 'involvedObject.name').startsWith(app))
    .map((event) => `${event['reason'] as string}: ${event['message'] as string}`);
  const states = pods.flatMap(({ status }) =>
    [...listAt(status, 'initContainerStatuses'), ...listAt(status, 'containerStatuses')].map((entry) =>
      JSON.stringify(entry),
    ),
  );
  const logs = pods.flatMap(({ metadata, spec }) =>
    [...(spec.initContainers ?? []), ...spec.containers].flatMap(({ name }) =>
      [false, true].map((isPrevious) => {
        const log = store.log(SYSTEM, metadata.name, name, isPrevious);
        return log && 'text' in log ? log.text : '';
      }),
    ),
  );
  return [...events, ...states, ...logs].join('\n');
}
