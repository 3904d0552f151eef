import { randomBytes } from 'node:crypto';
import { json, text } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { recordedDiscovery } from '../discovery.ts';
import type { KubeRequest } from '../request.ts';
import { resourceKey } from '../scenario.ts';
import type { KubeObject } from '../scenario.ts';
import { loadScenario } from '../scenarios.ts';
import { startServer } from '../server.ts';
import type { DemoServer } from '../server.ts';
import { groupOf } from '../discovery.ts';
import { answerWrite } from '../writes/answer-write.ts';
import { admittedOrRefused } from './admission.ts';
import { makeAuthority } from './certificate.ts';
import { FastClock } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { servedDiscovery } from './crds.ts';
import { Engine } from './engine.ts';
import { knownImages } from './images.ts';
import type { Pod } from './objects.ts';
import { releaseFrom } from './release.ts';
import { seeded } from './seed.ts';
import type { World } from './world.ts';
import { WORLDS } from './worlds.ts';

/** How much faster than a real cluster the practice cluster is, unless somebody says so. */
const SPEED = 10;
/** Turns before anybody looks: what was not recorded (the cluster DNS) starts in them. */
const WARM_UP = 40;

export interface PracticeOptions {
  readonly speed?: number;
  /** In place of the scenario's own hidden truth. */
  readonly world?: World;
  /** Do not keep the process alive. */
  readonly unref?: boolean;
}

export interface PracticeServer extends DemoServer {
  readonly engine: Engine;
  readonly cluster: Cluster;
}

/**
 * Starts an API server for practice: a scenario of the demo in which kubectl may write, and which heals when the right
 * thing was done. Only who has its kubeconfig can talk to it.
 * @throws {UnknownScenarioError}
 */
export async function startPracticeServer(
  name: string,
  options: PracticeOptions = {},
): Promise<PracticeServer> {
  const now = new Date();
  const [scenario, healthy] = await Promise.all([loadScenario(name, now), loadScenario('01-healthy', now)]);
  const world = options.world ?? WORLDS[name] ?? {};
  const release = releaseFrom(healthy);
  const discovery = recordedDiscovery();
  const token = randomBytes(16).toString('hex');
  const authority = makeAuthority('practice', now.getTime(), [127, 0, 0, 1]);
  const clock = new FastClock(options.speed ?? SPEED);
  // Everything below needs the store, which the server makes.
  let cluster: Cluster | undefined;
  const server = await startServer({
    scenario: seeded(scenario, world),
    token,
    // kubectl sends a token over TLS only.
    tls: { key: authority.key, cert: authority.certificate },
    logEveryMs: 1000,
    ...(options.unref !== undefined && { unref: options.unref }),
    adjustDiscovery: servedDiscovery,
    intercept: ({ request, store }, answer) => {
      if (request.path === '/openapi/v2') return openApi(request);
      if (request.method === 'GET' && request.attributes.subresource !== 'scale') return answer();
      if (!request.attributes.isResource) return answer();
      const admit = (key: string, before: KubeObject | undefined, object: KubeObject): KubeObject =>
        key === 'pods' && before === undefined && cluster
          ? admittedOrRefused(cluster, object as Pod)
          : object;
      return answerWrite({ store, discovery: servedDiscovery(discovery, store), admit }, request);
    },
  });
  const { store } = server;
  cluster = {
    store,
    world,
    release,
    images: knownImages(scenario, release, world),
    clock,
    serving: new Map(),
  };
  const engine = new Engine(cluster, namespacedKeys());
  engine.adopt();
  warmUp(engine, clock);
  engine.start();
  return {
    ...server,
    engine,
    cluster,
    kubeconfig: (overrides = {}) => server.kubeconfig({ context: `practice-${name}`, ...overrides }),
    close: async () => {
      engine.stop();
      await server.close();
    },
  };

  function namespacedKeys(): readonly string[] {
    return Object.entries(discovery.resources).flatMap(([groupVersion, resources]) =>
      resources
        .filter((resource) => resource.namespaced && resource.verbs.includes('delete'))
        .map((resource) => resourceKey(groupOf(groupVersion), resource.name))
        // The events of both groups are the same objects.
        .filter((key) => key !== 'events.events.k8s.io'),
    );
  }
}

/** Lets some time pass that nobody sees: it ends now. */
function warmUp(engine: Engine, clock: FastClock): void {
  for (let left = WARM_UP; left >= 0; left -= 1) {
    clock.setBehind(left * clock.duration(5));
    engine.turn();
  }
}

/**
 * A description of the API without any types in it: kubectl then checks nothing on its own, and the server does. kubectl
 * reads it as protobuf (openapi.v2.Document, of which only `swagger: "2.0"` is there).
 */
function openApi(request: KubeRequest): Answer {
  if (!request.accept.includes('protobuf')) return json({ swagger: '2.0', info: {}, paths: {} });
  return text('\u000a\u00032.0', 200, 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf');
}
