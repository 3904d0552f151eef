import { textAt } from '../field.ts';
import type { KubeObject, Scenario } from '../scenario.ts';
import type { Container, PodSpec } from './objects.ts';

/** What a release of the mesh brings: taken from a recording of a healthy installation. */
export interface Release {
  /** CRDs, which osm-bootstrap creates where they are missing. */
  readonly crds: readonly KubeObject[];
  readonly meshConfig: KubeObject;
  readonly mutatingWebhook: KubeObject;
  readonly validatingWebhook: KubeObject;
  /** Flags that the programs know, by container name: `--verbosity`. */
  readonly flags: ReadonlyMap<string, ReadonlySet<string>>;
  readonly images: readonly string[];
}

export const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';
export const MESH_CONFIGS = 'meshconfigs.config.openservicemesh.io';
export const MUTATING = 'mutatingwebhookconfigurations.admissionregistration.k8s.io';
export const VALIDATING = 'validatingwebhookconfigurations.admissionregistration.k8s.io';

/** Releases whose images are in the public registry (osm-edge tags). */
const VERSIONS = [
  '1.1.0',
  '1.1.1',
  '1.2.0',
  '1.2.1',
  '1.2.2',
  '1.2.3',
  ...Array.from({ length: 10 }, (_, n) => `1.3.${n}`),
];
const NAMES = ['controller', 'injector', 'bootstrap', 'crds', 'preinstall', 'healthcheck', 'sidecar-init'];

/** @throws {Error} when the scenario is no healthy installation. */
export function releaseFrom({ objects }: Scenario): Release {
  const only = (key: string): KubeObject => {
    const [object] = objects[key] ?? [];
    if (!object) throw new Error(`the healthy recording has no ${key}`);
    return object;
  };
  const specs = (objects['deployments.apps'] ?? []).map((deployment) => templateSpec(deployment));
  const containers = specs.flatMap((spec) => [...(spec.initContainers ?? []), ...spec.containers]);
  return {
    crds: objects[CRDS] ?? [],
    meshConfig: only(MESH_CONFIGS),
    mutatingWebhook: only(MUTATING),
    validatingWebhook: only(VALIDATING),
    flags: new Map(containers.map((container) => [container.name, new Set(flagsOf(container))])),
    images: [
      ...containers.map(({ image }) => image),
      ...(objects['pods'] ?? []).flatMap(({ spec }) =>
        (spec as PodSpec).containers.map(({ image }) => image),
      ),
      ...VERSIONS.flatMap((version) => NAMES.map((name) => `flomesh/osm-edge-${name}:${version}`)),
    ],
  };
}

/** The flags on a command line, without their values. */
export function flagsOf({ args = [] }: Container): string[] {
  return args.filter((argument) => argument.startsWith('--')).map((argument) => argument.split('=')[0] ?? '');
}

/** The value of a flag, in either form: `--name value`, `--name=value`; '' when it is not given. */
export function flagValue({ args = [] }: Container, flag: string): string {
  const index = args.findIndex((argument) => argument === flag || argument.startsWith(`${flag}=`));
  const found = args[index] ?? '';
  return found.includes('=') ? found.slice(flag.length + 1) : (args[index + 1] ?? '');
}

function templateSpec(deployment: KubeObject): PodSpec {
  return (deployment['spec'] as { template: { spec: PodSpec } }).template.spec;
}

/** The mesh that an object belongs to: its label `app.kubernetes.io/instance`. */
export function instanceOf(object: KubeObject): string {
  return textAt({ labels: object.metadata.labels?.['app.kubernetes.io/instance'] }, 'labels');
}
