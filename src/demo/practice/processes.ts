import { bytesOrCores } from '../quantity.ts';
import { startCurl } from './curl.ts';
import { pipy, plain } from './log-lines.ts';
import { startBootstrap, startController, startInjector } from './mesh-programs.ts';
import type { Container } from './objects.ts';
import { fails, runs } from './run.ts';
import type { Process, Run } from './run.ts';
import type { Defect } from './world.ts';

/** What a process of the practice cluster is. */
export type Program = 'controller' | 'injector' | 'bootstrap' | 'repo' | 'curl' | 'task' | 'other';

/** Tells programs by the last part of the image's name, whatever registry, tag or base image it has. */
export function programOf({ image, name, args = [] }: Container): Program {
  const segment = imageName(image);
  const [, part] = /-(controller|injector|bootstrap)$/.exec(segment) ?? [];
  if (part === 'controller' || part === 'injector' || part === 'bootstrap') return part;
  if (segment === 'curl') return 'curl';
  if (segment.endsWith('sidecar-init')) return 'task';
  const isRepo = segment.startsWith('pipy') && !args.some((argument) => argument.includes('://'));
  return isRepo || name === 'osm-pipy-repo' ? 'repo' : 'other';
}

/** `osm-edge-controller` of `quay.io/flomesh/osm-edge-controller-ubi8:1.3.9`. */
export function imageName(image: string): string {
  const path = image.split('@')[0] ?? '';
  const last = path.split('/').at(-1) ?? '';
  return (last.split(':')[0] ?? '').replace(/-ubi8$/, '');
}

/** Decides how a run of a container goes that starts now. */
export function startRun(process: Process): Run {
  const { cluster, container } = process;
  const foreign = architectureFault(process);
  if (foreign) return foreign;
  const run = startProgram(process);
  const memory = cluster.world.needs?.[container.name]?.memory;
  if (run.end === undefined && memory !== undefined && isBelow(container, 'memory', memory)) {
    return { ...run, cause: 'memory', end: { afterSeconds: 20, exitCode: 137, reason: 'OOMKilled' } };
  }
  const defect = defectOf(process);
  return run.cause === '' && defect ? { ...run, cause: `defect ${defect.env}` } : run;
}

function startProgram(process: Process): Run {
  const program = programOf(process.container);
  switch (program) {
    case 'controller':
      return startController(process);
    case 'injector':
      return startInjector(process);
    case 'bootstrap':
      return startBootstrap(process);
    case 'curl':
      return startCurl(process);
    case 'repo':
      return runs([
        pipy('[admin] Starting admin service...'),
        pipy('[listener] Listening on TCP port 6060 at 0.0.0.0'),
      ]);
    case 'task':
      return {
        cause: '',
        log: [],
        listens: false,
        end: { afterSeconds: 1, exitCode: 0, reason: 'Completed' },
      };
    case 'other':
      return runs([]);
    default:
      return program satisfies never;
  }
}

/** An image for another architecture than the node's: the kernel cannot run it. */
function architectureFault({ cluster, container, pod }: Process): Run | undefined {
  const platforms = cluster.world.platforms?.[container.image];
  const node = cluster.store.get('nodes', '', pod.spec.nodeName ?? '');
  const architecture = node?.metadata.labels?.['kubernetes.io/arch'] ?? 'amd64';
  if (platforms === undefined || platforms.includes(architecture)) return undefined;
  const command = container.command?.[0] ?? `/${container.name}`;
  return fails('architecture', [plain(`exec ${command}: exec format error`)], 0, 255);
}

/** Whether a container may use less of a resource than its process needs. */
export function isBelow({ resources }: Container, resource: 'cpu' | 'memory', needed: string): boolean {
  const limit = resources?.limits?.[resource];
  return limit !== undefined && bytesOrCores(limit) < bytesOrCores(needed);
}

/** The fault of a process that its environment switches on. */
export function defectOf({ cluster, container }: Process): Defect | undefined {
  return cluster.world.defects?.find(
    (defect) =>
      defect.container === container.name && container.env?.some(({ name }) => name === defect.env) === true,
  );
}
