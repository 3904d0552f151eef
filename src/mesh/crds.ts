import type { Flavour } from './flavour.ts';
import type { FlavourId, Role } from './identity.ts';
import { isBefore, valueFor } from './version.ts';

/** A CRD without which informers wait for ever (facts §8, second table). */
export interface RequiredCrd {
  /** e.g. `meshconfigs.config.openservicemesh.io` */
  readonly name: string;
  /** The version that must be served. */
  readonly version: string;
  /** The components whose informers wait for it. */
  readonly usedBy: readonly Role[];
}

interface CrdRow {
  readonly plurals: readonly string[];
  readonly group: string;
  readonly version: string;
  readonly flavours: readonly FlavourId[];
  /** First release that needs it; absent when all do. */
  readonly from?: string;
  readonly usedBy: readonly Role[];
}

const both: readonly Role[] = ['controller', 'injector'];
const osmOnly: readonly FlavourId[] = ['osm', 'osm-edge'];

/** facts §8. The multicluster CRDs of v1.1 are left out: only a feature flag makes the controller need them. */
const rows: readonly CrdRow[] = [
  {
    plurals: ['meshrootcertificates'],
    group: 'config.openservicemesh.io',
    version: 'v1alpha2',
    flavours: osmOnly,
    from: '1.2.0',
    usedBy: both,
  },
  {
    plurals: ['egresses', 'ingressbackends', 'retries', 'upstreamtrafficsettings'],
    group: 'policy.openservicemesh.io',
    version: 'v1alpha1',
    flavours: osmOnly,
    usedBy: both,
  },
  {
    plurals: ['accesscontrols', 'accesscerts', 'egressgateways'],
    group: 'policy.openservicemesh.io',
    version: 'v1alpha1',
    flavours: ['osm-edge'],
    from: '1.2.0',
    usedBy: both,
  },
  {
    plurals: ['plugins', 'pluginchains', 'pluginconfigs'],
    group: 'plugin.flomesh.io',
    version: 'v1alpha1',
    flavours: ['osm-edge'],
    from: '1.3.0',
    usedBy: ['controller'],
  },
  {
    plurals: ['serviceexports', 'serviceimports', 'globaltrafficpolicies'],
    group: 'flomesh.io',
    version: 'v1alpha1',
    flavours: ['osm-edge'],
    from: '1.3.0',
    usedBy: ['controller'],
  },
];

/**
 * The CRDs that must be served for the control plane to start. For FSM only those are told that are known: the
 * MeshConfig and SMI (facts §8, §11.1); an unknown version is taken for the newest line.
 */
export function requiredCrds(flavour: Flavour, version: string): readonly RequiredCrd[] {
  const { meshConfig } = flavour;
  const isOld = flavour.family === 'osm' && isBefore(version, '1.2.0');
  // facts §8, last paragraph of the table: the v1.1 injector needs only meshconfigs
  const users: readonly Role[] = isOld ? ['controller'] : both;
  const own = rows
    .filter((row) => row.flavours.includes(flavour.id) && !(row.from && isBefore(version, row.from)))
    .flatMap((row) => row.plurals.map((plural) => ({ ...row, name: `${plural}.${row.group}` })))
    .map(({ name, version: served, usedBy }) => ({ name, version: served, usedBy: isOld ? users : usedBy }));
  return [
    {
      name: `${meshConfig.plural}.${meshConfig.group}`,
      version: valueFor(meshConfig.version, version),
      usedBy: both,
    },
    ...own,
    { name: 'httproutegroups.specs.smi-spec.io', version: 'v1alpha4', usedBy: users },
    { name: 'tcproutes.specs.smi-spec.io', version: 'v1alpha4', usedBy: users },
    { name: 'traffictargets.access.smi-spec.io', version: 'v1alpha3', usedBy: users },
    {
      name: 'trafficsplits.split.smi-spec.io',
      version: valueFor(flavour.trafficSplit, version),
      usedBy: users,
    },
  ];
}
