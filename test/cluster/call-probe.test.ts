import { describe, expect, test } from 'vitest';
import { callProbe } from '#cluster/call-probe.ts';
import type { ProbeTarget } from '#cluster/probe-targets.ts';
import { probeTargets, proxyPath } from '#cluster/probe-targets.ts';
import type { RecordedAnswer } from '#demo/scenario.ts';
import type { FaultyServer, FaultyServerOptions } from '../support/faulty-server.ts';
import { pod as podSchema } from '#snapshot/kubernetes.ts';
import type { Pod } from '#snapshot/kubernetes.ts';
import type { Observed } from '#snapshot/observed.ts';
import type { ProbeCall } from '#snapshot/probe-call.ts';
import { connected, served } from './connected.ts';

function podWith(
  containers: readonly object[],
  status: object = { phase: 'Running', podIP: '10.0.0.1' },
): Pod {
  return podSchema.parse({ metadata: { name: 'p', namespace: 'ns' }, spec: { containers }, status });
}

describe('probes come from the pod itself', () => {
  test('ports by name, scheme, path, headers and time-outs', () => {
    const [liveness, readiness, ...others] = probeTargets(
      podWith([
        {
          name: 'c',
          ports: [{ name: 'health', containerPort: 9090 }],
          livenessProbe: {
            httpGet: { port: 'health', scheme: 'HTTPS', path: 'healthz' },
            timeoutSeconds: 5,
            failureThreshold: 2,
          },
          readinessProbe: {
            httpGet: {
              port: 15902,
              httpHeaders: [
                { name: 'Original-Http-Port', value: '9091' },
                { name: 'Host', value: 'x' },
              ],
            },
          },
        },
        {
          name: 'd',
          livenessProbe: { tcpSocket: { port: 1 } },
          readinessProbe: { exec: { command: ['true'] } },
        },
        {
          name: 'e',
          livenessProbe: { httpGet: { port: 80, host: 'example.test' } },
          readinessProbe: { httpGet: { port: 'none' } },
        },
      ]),
    );
    expect(others).toEqual([]);
    expect(liveness).toMatchObject({
      container: 'c',
      probe: 'liveness',
      scheme: 'https',
      port: 9090,
      path: '/healthz',
      timeoutSeconds: 5,
      failureThreshold: 2,
    });
    expect(readiness).toMatchObject({
      scheme: 'http',
      port: 15902,
      path: '/',
      headers: { 'original-http-port': '9091' },
      timeoutSeconds: 1,
      failureThreshold: 3,
    });
    expect(liveness && proxyPath(liveness)).toBe('/api/v1/namespaces/ns/pods/https:p:9090/proxy/healthz');
  });

  test('a pod that does not run is not called', () => {
    const container = { name: 'c', livenessProbe: { httpGet: { port: 80 } } };
    expect(probeTargets(podWith([container], { phase: 'Pending' }))).toEqual([]);
  });
});

describe('what a call gives', () => {
  const controller = ({ store }: FaultyServer): string =>
    store.list('pods').find(({ metadata }) => metadata.labels?.['app'] === 'osm-controller')?.metadata.name ??
    '';

  async function call(
    answer: RecordedAnswer | undefined,
    options: Partial<FaultyServerOptions> & { change?: Partial<ProbeTarget> } = {},
  ): Promise<{ fact: Observed<ProbeCall>; server: FaultyServer }> {
    const { change, ...rest } = options;
    const server = await served(rest);
    const pod = controller(server);
    for (const path of ['/health/alive', '/health/ready', '/metrics'])
      server.store.setProxy('osm-system', pod, 9091, path, undefined);
    if (answer) server.store.setProxy('osm-system', pod, 9091, '/health/alive', answer);
    const target: ProbeTarget = {
      namespace: 'osm-system',
      pod,
      container: 'osm-controller',
      probe: 'liveness',
      scheme: 'http',
      port: 9091,
      path: '/health/alive',
      headers: {},
      timeoutSeconds: 1,
      failureThreshold: 3,
      ...change,
    };
    const fact = await callProbe(
      target,
      { transport: await connected(server) },
      { repeatMs: 1, allowanceMs: 0 },
    );
    return { fact, server };
  }
  const text = (status: number, body: string): RecordedAnswer => ({
    status,
    body,
    contentType: 'text/plain; charset=utf-8',
  });

  test('a success is called once', async () => {
    const { fact, server } = await call(text(200, 'Service is alive'));
    expect(fact).toMatchObject({
      state: 'read',
      value: { attempts: [{ kind: 'answered', status: 200, body: 'Service is alive' }] },
    });
    expect(server.requests).toHaveLength(1);
  });

  test("the pod's own 503 is an answer, and is asked for failureThreshold times", async () => {
    const body = 'Liveness probe for SMI indicates it is not alive';
    const { fact } = await call(text(503, body));
    const attempt = { kind: 'answered', status: 503, body };
    expect(fact).toMatchObject({ state: 'read', value: { attempts: [attempt, attempt, attempt] } });
  });

  test('a closed port is refused, although the API server says 503 too', async () => {
    const { fact } = await call(undefined, { change: { failureThreshold: 1 } });
    expect(fact).toMatchObject({
      value: {
        attempts: [{ kind: 'refused', message: expect.stringContaining('connection refused') as string }],
      },
    });
  });

  test('http to a port that speaks TLS is an answer of the pod', async () => {
    const { fact, server } = await call(undefined, { change: { failureThreshold: 1, port: 9443 } });
    expect(fact).toMatchObject({ value: { attempts: [{ kind: 'refused' }] } });
    server.store.setProxy('osm-system', controller(server), 'https:9443', '/', text(200, 'ok'));
    const target = {
      namespace: 'osm-system',
      pod: controller(server),
      container: 'c',
      probe: 'liveness',
      scheme: 'http',
      port: 9443,
      path: '/',
    } as const;
    const more = { headers: {}, timeoutSeconds: 1, failureThreshold: 1 };
    const again = await callProbe(
      { ...target, ...more },
      { transport: await connected(server) },
      { repeatMs: 1, allowanceMs: 0 },
    );
    expect(again).toMatchObject({ value: { attempts: [{ kind: 'answered', status: 400 }] } });
    const tls = await callProbe(
      { ...target, ...more, scheme: 'https' },
      { transport: await connected(server) },
      { repeatMs: 1, allowanceMs: 0 },
    );
    expect(tls).toMatchObject({ value: { scheme: 'https', attempts: [{ kind: 'answered', status: 200 }] } });
  });

  test('no answer within timeoutSeconds', async () => {
    const { fact } = await call(
      { ...text(200, 'late'), latencyMs: 5000 },
      { change: { timeoutSeconds: 0.1, failureThreshold: 2 } },
    );
    expect(fact).toMatchObject({
      value: { attempts: [{ kind: 'no-answer', afterSeconds: 0.1 }, { kind: 'no-answer' }] },
    });
  });

  test('a flapping endpoint: the first success ends the calls', async () => {
    const faults = [{ kind: 'status', status: 500, message: 'the proxy is ill', times: 1 }] as const;
    const { fact } = await call(text(200, 'Service is alive'), { faults });
    expect(fact).toMatchObject({
      value: {
        attempts: [
          { kind: 'proxy-failed', status: 500, message: 'the proxy is ill' },
          { kind: 'answered', status: 200 },
        ],
      },
    });
  });

  test('a pod that is gone, or has no address, says nothing about its probe', async () => {
    const { fact } = await call(undefined, { change: { pod: 'gone', failureThreshold: 1 } });
    expect(fact).toMatchObject({ value: { attempts: [{ kind: 'proxy-failed', status: 404 }] } });
  });

  test('who may not use the proxy', async () => {
    const { fact } = await call(text(200, 'ok'), { rbac: { rules: [] } });
    expect(fact).toMatchObject({
      state: 'refused',
      verb: 'get',
      resource: 'pods/proxy',
      group: '',
      namespace: 'osm-system',
    });
  });
});
