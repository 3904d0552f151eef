import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { kubectlWith, whyNoKubectl } from '../support/kubectl.ts';
import type { Outcome } from '../support/kubectl.ts';
import { started } from './started.ts';

const whyNot = whyNoKubectl();
if (whyNot) console.warn(`test/demo/kubectl.test.ts is skipped: ${whyNot}`);

/** A kubectl that knows of nothing but a demo server. */
async function kubectlFor(scenario: string): Promise<{
  kubectl: (...parameters: readonly string[]) => Promise<Outcome>;
  pod: (app: string) => string;
}> {
  const { kubeconfig, pod } = await started({ scenario });
  const home = await mkdtemp(join(tmpdir(), 'demo-kubectl-'));
  onTestFinished(() => rm(home, { recursive: true }));
  const config = join(home, 'config');
  await writeFile(config, kubeconfig());
  const run = kubectlWith(home, config);
  return { kubectl: (...parameters) => run(parameters), pod };
}

const SYSTEM = ['-n', 'osm-system'] as const;

describe.skipIf(whyNot)('kubectl', () => {
  test('get: the tables of every type, with ages that make sense', async () => {
    const { kubectl, pod } = await kubectlFor('03-liveness-503');
    const all = await kubectl('get', 'pods', '-A');
    expect(all).toMatchObject({ code: 0, err: '' });
    const controller = all.out.split('\n').find((line) => line.includes('osm-controller'));
    expect(controller).toMatch(/^osm-system +osm-controller-\S+ +2\/2 +Running +3 \(\d\ds ago\) +1\d\ds$/);
    const wide = await kubectl('get', 'pods', '-o', 'wide', ...SYSTEM);
    expect(wide.out).toMatch(/NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS GATES/);
    const many = await kubectl('get', 'deploy,rs,svc,events', ...SYSTEM);
    expect(many).toMatchObject({ code: 0, err: '' });
    expect(many.out).toContain('deployment.apps/osm-controller   1/1     1            1');
    expect(many.out).toMatch(
      /service\/osm-controller +ClusterIP +[\d.]+ +<none> +6060\/TCP,9092\/TCP,9091\/TCP/,
    );
    expect(many.out).toMatch(/Warning +Unhealthy +pod\/osm-controller-\S+ +Liveness probe failed/);
    expect(many.out + wide.out).not.toMatch(/<invalid>|<unknown>/);
    const one = await kubectl('get', 'pod', pod('osm-injector'), ...SYSTEM, '-o', 'jsonpath={.status.phase}');
    expect(one).toMatchObject({ code: 0, out: 'Running' });
  });

  test('get namespaces by label, with labels as columns', async () => {
    const { kubectl } = await kubectlFor('02-two-meshes');
    const label = 'openservicemesh.io/monitored-by';
    const { code, out } = await kubectl('get', 'ns', '-l', label, '-L', label);
    expect(code).toBe(0);
    expect(out).toMatch(/NAME +STATUS +AGE +MONITORED-BY/);
    expect(out).toMatch(/osm-system +Active +\S+ +osm2/);
  });

  test('describe: containers, conditions and events', async () => {
    const { kubectl, pod } = await kubectlFor('06b-crashloop-fatal');
    const { code, out } = await kubectl('describe', 'pod', ...SYSTEM, pod('osm-controller'));
    expect(code).toBe(0);
    expect(out).toMatch(
      /State: +Waiting\n +Reason: +CrashLoopBackOff\n +Last State: +Terminated\n +Reason: +Error/,
    );
    expect(out).toMatch(
      /Warning +BackOff +\d+s \(x9 over \d+s\) +kubelet +Back-off restarting failed container/,
    );
  });

  test('logs of a container, of its last run, of the end, since a time', async () => {
    const { kubectl, pod } = await kubectlFor('03-liveness-503');
    const controller = [...SYSTEM, pod('osm-controller')];
    const fallback = await kubectl('logs', ...controller);
    expect(fallback.err).toContain(
      'Defaulted container "osm-pipy-repo" out of: osm-pipy-repo, osm-controller',
    );
    expect(fallback.out).toContain('[listener] Listening on TCP port 6060');
    const container = [...controller, '-c', 'osm-controller'];
    const current = await kubectl('logs', ...container);
    const previous = await kubectl('logs', ...container, '--previous');
    expect(current).toMatchObject({ code: 0, err: '' });
    expect(previous.out).toContain('Stopping osm-controller');
    expect(previous.out).not.toBe(current.out);
    const tail = await kubectl('logs', ...container, '--tail=2', '--timestamps');
    const stamps = tail.out.split('\n').map((line) => line.split(' ')[0] ?? '');
    expect(stamps).toHaveLength(3);
    const since = await kubectl('logs', ...container, `--since-time=${stamps[1]}`, '--timestamps');
    expect(since.out).toBe(tail.out.split('\n').slice(1).join('\n'));
    expect(since.out).not.toBe('');
  });

  test('logs that cannot be had: the words of the real server', async () => {
    const { kubectl, pod } = await kubectlFor('04b-image-pull');
    const container = [...SYSTEM, pod('osm-controller'), '-c', 'osm-controller'];
    const subject = `container "osm-controller" in pod "${pod('osm-controller')}"`;
    expect(await kubectl('logs', ...container)).toMatchObject({
      code: 1,
      err: `Error from server (BadRequest): ${subject} is waiting to start: trying and failing to pull image\n`,
    });
    expect(await kubectl('logs', ...container, '--previous')).toMatchObject({
      code: 1,
      err: `Error from server (BadRequest): previous terminated ${subject} not found\n`,
    });
  });

  test('get --raw through the proxy of a pod', async () => {
    const { kubectl, pod } = await kubectlFor('03b-readiness-503');
    const proxy = `/api/v1/namespaces/osm-system/pods/${pod('osm-controller')}:9091/proxy/health`;
    expect(await kubectl('get', '--raw', `${proxy}/alive`)).toMatchObject({
      code: 0,
      out: 'Service is alive',
    });
    expect(await kubectl('get', '--raw', `${proxy}/ready`)).toMatchObject({
      code: 1,
      err: 'Error from server (ServiceUnavailable): the server is currently unable to handle the request\n',
    });
  });

  test('what is not there, and what is not allowed', async () => {
    const { kubectl } = await kubectlFor('01-healthy');
    expect(await kubectl('get', 'hpa', '-A')).toMatchObject({ code: 0, err: 'No resources found\n' });
    expect((await kubectl('get', 'foos')).err).toContain(`the server doesn't have a resource type "foos"`);
    expect((await kubectl('get', 'pod', 'nope')).err).toBe(
      'Error from server (NotFound): pods "nope" not found\n',
    );
    expect((await kubectl('delete', 'ns', 'default')).err).toContain('(MethodNotAllowed)');
  });

  test('get -w shows what there is and waits', async () => {
    const { kubectl } = await kubectlFor('01-healthy');
    const { out } = await kubectl('get', 'pods', ...SYSTEM, '-w', '--request-timeout=1s');
    expect(out.match(/Running/g)).toHaveLength(3);
  });
});
