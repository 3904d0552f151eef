import { healthyCluster, running, terminated } from '../../support/cluster-builder.ts';
import {
  answers503,
  type Case,
  crashing,
  fatal,
  forbidden,
  notServed,
  waitingForBootstrap,
  zerolog,
} from '../breakages.ts';

const informers = fatal('Error creating informer collection', 'failed initial cache sync for informers');

const smiGone = () =>
  answers503(
    healthyCluster()
      .withApi('split.smi-spec.io/v1alpha4', undefined)
      .withoutCrd('trafficsplits.split.smi-spec.io')
      .notReady('controller', {
        restartCount: 4,
        lastState: terminated(0, 'Completed', 20),
        state: running(18),
      })
      .withEvent('controller', {
        reason: 'Unhealthy',
        message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
        container: 'osm-controller',
        count: 12,
      })
      .withLog('controller', [
        zerolog('error', 'Error getting resources for groupVersion split.smi-spec.io/v1alpha4', {
          component: 'smi-mesh-spec',
          error: 'the server could not find the requested resource',
        }),
        zerolog('warn', 'Liveness probe for SMI indicates it is not alive', { component: 'health' }),
      ]),
    'SMI',
  );

/** Between the processes and the API server: CRDs, RBAC, MeshConfig (facts §2.3, §8, §9). */
export const apiAccessCases: readonly Case[] = [
  {
    what: 'an SMI CRD was deleted: the controller answers 503 and is restarted',
    row: 'SMI CRD deleted or wrong generation after up/downgrade',
    cluster: smiGone,
    root: 'smi-api-missing',
    roots: ['smi-api-missing'],
    exitCode: 3,
    command: 'rollout restart deployment/osm-bootstrap',
    confidence: 'certain',
  },
  {
    what: 'the CRDs are of the older generation after a downgrade',
    row: 'SMI CRD deleted or wrong generation after up/downgrade',
    cluster: () =>
      answers503(
        healthyCluster()
          .withApi('split.smi-spec.io/v1alpha4', undefined)
          .withApi('split.smi-spec.io/v1alpha2', ['TrafficSplit']),
        'SMI',
      ),
    root: 'smi-api-missing',
    exitCode: 3,
    command: 'rollout restart deployment/osm-bootstrap',
  },
  {
    what: 'SMI failed, was restored, and the controller is Ready again',
    cluster: () =>
      healthyCluster()
        .withContainer('controller', 'osm-controller', {
          restartCount: 2,
          lastState: terminated(0, 'Completed', 300),
          state: running(299),
        })
        .withLog(
          'controller',
          [
            zerolog('error', 'Error getting resources for groupVersion split.smi-spec.io/v1alpha4', {
              component: 'smi-mesh-spec',
              error: 'the server could not find the requested resource',
            }),
          ],
          { previous: true },
        ),
    root: 'smi-api-missing',
    exitCode: 2,
    command: 'get --raw /apis/split.smi-spec.io/v1alpha4',
    active: false,
  },
  {
    what: 'a watched CRD is missing: the controller never gets to its probes',
    row: 'Any watched CRD missing at start',
    cluster: () =>
      crashing(healthyCluster().withoutCrd('egresses.policy.openservicemesh.io'), 'controller', [
        notServed('v1alpha1.Egress', 'egresses.policy.openservicemesh.io'),
        informers,
      ]),
    root: 'watched-crd-missing',
    roots: ['watched-crd-missing'],
    exitCode: 3,
    command: 'get crds -l app.kubernetes.io/name in (flomesh.io,openservicemesh.io)',
    confidence: 'likely',
  },
  {
    what: 'the ClusterRole is gone',
    row: 'RBAC removed (ClusterRole/Binding named after release)',
    cluster: () =>
      crashing(healthyCluster(), 'controller', [
        forbidden('v1.Namespace', 'namespaces', 'osm-system:osm'),
        informers,
      ]),
    root: 'rbac-missing',
    roots: ['rbac-missing'],
    exitCode: 3,
    command: 'auth can-i list namespaces --as=system:serviceaccount:osm-system:osm --all-namespaces',
  },
  {
    what: 'the account may not read the CA Secret: the question has the same verb and place',
    row: 'RBAC removed (ClusterRole/Binding named after release)',
    cluster: () =>
      crashing(healthyCluster(), 'injector', [
        zerolog('error', 'Failed to fetch certificate from Kubernetes', {
          component: '',
          error_code: 'E4000',
          error:
            'secrets "osm-ca-bundle" is forbidden: User "system:serviceaccount:osm-system:osm" cannot get resource "secrets" in API group "" in the namespace "osm-system"',
        }),
        fatal('Error initializing certificate manager of kind tresor', 'manager initialization timed out', {
          reason: 'FatalInvalidCertificateManager',
        }),
      ]),
    root: 'rbac-missing',
    exitCode: 3,
    command: 'auth can-i get secrets --as=system:serviceaccount:osm-system:osm -n osm-system',
  },
  {
    what: 'the MeshConfig was deleted',
    row: 'MeshConfig deleted',
    cluster: () =>
      crashing(healthyCluster().withMeshConfig(undefined), 'controller', [
        zerolog(
          'warn',
          'MeshConfig osm-system/osm-mesh-config does not exist. Default config values will be used.',
          {
            component: 'configurator',
          },
        ),
        zerolog('error', 'Pipy Repo is not UP:', {
          component: 'flomesh-pipy',
          error:
            'Get "http://127.0.0.1:15128/api/v1/repo//": dial tcp 127.0.0.1:15128: connect: connection refused',
        }),
        fatal(
          'Error initializing proxy control server',
          'Get "http://127.0.0.1:15128/api/v1/repo//": dial tcp 127.0.0.1:15128: connect: connection refused',
        ),
      ]),
    root: 'mesh-config-missing',
    roots: ['mesh-config-missing'],
    exitCode: 3,
    command: 'rollout restart deployment/osm-bootstrap',
    effects: ['repo-server-down'],
    confidence: 'certain',
  },
  {
    what: 'the conversion webhook of the CRD is gone',
    row: 'CRD conversion webhook on meshconfigs unreachable during upgrade from ≤1.1',
    cluster: () =>
      waitingForBootstrap(
        crashing(healthyCluster(), 'bootstrap', [
          zerolog(
            'fatal',
            'Error setting up default MeshConfig osm-mesh-config from ConfigMap preset-mesh-config',
            {
              component: 'osm-bootstrap',
              error:
                'conversion webhook for config.openservicemesh.io/v1alpha1, Kind=MeshConfig failed: Post "https://osm-bootstrap.osm-system.svc:443/convert/meshconfig?timeout=30s": no service port 443 found for service "osm-bootstrap"',
            },
          ),
        ]),
      ),
    root: 'crd-conversion-webhook',
    roots: ['crd-conversion-webhook'],
    exitCode: 3,
    command: 'get crd meshconfigs.config.openservicemesh.io',
    fix: 'patch crd meshconfigs.config.openservicemesh.io --type=merge -p {"spec":{"conversion":{"strategy":"None","webhook":null}}}',
    effects: ['bootstrap-not-ready'],
  },
  {
    what: 'two versions fight over the CRDs with the reconciler on',
    row: 'Two versions with reconciler on',
    cluster: () =>
      healthyCluster().withLog('bootstrap', [
        zerolog('error', 'Error updating CRD: trafficsplits.split.smi-spec.io', {
          component: 'reconciler',
          error: 'the object has been modified',
          error_code: 'E7000',
        }),
      ]),
    root: 'logged-errors',
    exitCode: 2,
    command: 'logs osm-bootstrap',
  },
];
