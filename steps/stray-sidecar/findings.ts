import { finding } from '#diagnosis/finding-definition.ts';
import { container, image, meshPlace, namespaceSubject } from '#steps/shared/placeholders.ts';

/** How the injecting mesh of a sidecar was told (facts §1.4, "Which mesh injected it"). */
export type InjectorBasis = 'mesh-name-env' | 'repo-url' | 'namespace-label' | 'unknown';

/** Step 1, stray sidecar: OED1xx. */
export const sidecarFindings = {
  'stray-sidecar': finding<{
    container: string;
    image: string;
    /** '' when unknown. */
    injector: string;
    injectorNamespace: string;
    basis: InjectorBasis;
    marks: string[];
    /** Is the namespace still enrolled in the injecting mesh? */
    enrolment: 'active' | 'removed' | 'ignored' | 'unknown';
  }>({
    id: 'OED101',
    severities: ['critical'],
    identity: ['container'],
    examples: [
      {
        container,
        image,
        injector: '<mesh>',
        injectorNamespace: '<its namespace>',
        basis: 'repo-url',
        marks: [],
        enrolment: 'active',
      },
      {
        container,
        image,
        injector: '',
        injectorNamespace: '',
        basis: 'unknown',
        marks: [],
        enrolment: 'unknown',
      },
    ],
  }),
  'foreign-mesh-sidecar': finding<{ container: string; product: string; image: string }>({
    id: 'OED102',
    severities: ['critical'],
    identity: ['product'],
    examples: [{ container, product: '<product>', image }],
  }),
  'injection-label-only': finding<{ label: string }>({
    id: 'OED103',
    severities: ['info'],
    identity: ['label'],
    examples: [{ label: '<label>' }],
  }),
  'namespace-enrolled': finding<{
    mesh: string;
    /** The raw annotation value; '' when absent. */
    injection: string;
    injectionEnabled: boolean;
    setBy: string;
    setAt: string;
  }>({
    id: 'OED104',
    severities: ['critical', 'warning', 'info'],
    identity: ['mesh'],
    examples: [
      { mesh: '<mesh>', injection: 'enabled', injectionEnabled: true, setBy: '', setAt: '' },
      { mesh: '<mesh>', injection: '', injectionEnabled: false, setBy: '', setAt: '' },
    ],
    exampleSubject: namespaceSubject,
  }),
  /** `guardedBy`: the label that keeps the webhook away; '' for none. */
  'namespace-enrolled-in-own-mesh': finding<{ mesh: string; guardedBy: string }>({
    id: 'OED105',
    severities: ['warning', 'info'],
    identity: ['mesh'],
    examples: [
      { mesh: '<mesh>', guardedBy: '' },
      { mesh: '<mesh>', guardedBy: '<label>' },
    ],
    exampleSubject: namespaceSubject,
  }),
  'invalid-injection-annotation': finding<{ value: string; key: string }>({
    id: 'OED106',
    severities: ['warning', 'info'],
    identity: [],
    examples: [{ value: '<value>', key: '<annotation>' }],
    exampleSubject: namespaceSubject,
  }),
  'pipy-image-in-unknown-container': finding<{ container: string; image: string }>({
    id: 'OED107',
    severities: ['warning'],
    identity: [],
    examples: [{ container, image }],
  }),
  'unexpected-container': finding<{ container: string; image: string }>({
    id: 'OED108',
    severities: ['info'],
    identity: [],
    examples: [{ container, image }],
  }),
  /** `containers`: all that belong to it, init containers too. */
  'sidecar-in-template': finding<{ container: string; image: string; containers: string[] }>({
    id: 'OED109',
    severities: ['critical'],
    identity: [],
    examples: [{ container, image, containers: [container] }],
    exampleSubject: { ...meshPlace, kind: 'Deployment', name: '<workload>', workload: '<workload>' },
  }),
};
