import { defineCheck, type StepDefinition } from '#diagnosis/check.ts';
import { checkContainers } from './containers.ts';
import { sidecarDetail } from './detail.ts';
import { checkEnrolment } from './enrolment.ts';
import { sidecarFindings } from './findings.ts';
import { checkOtherMeshes } from './other-meshes.ts';

/** Step 1: does a control-plane pod run a stray sidecar, and which mesh put it there? */
export const sidecarStep = {
  id: 'stray-sidecar',
  findings: sidecarFindings,
  checks: [
    defineCheck({
      id: 'containers',
      required: ['pods'],
      supporting: ['deployments', 'namespace', 'enrolledNamespaces'],
      run: checkContainers,
    }),
    // The namespace itself tells whether it is enrolled, so the cluster-wide list may be refused (facts §10).
    defineCheck({
      id: 'enrolment',
      required: ['namespace', 'pods'],
      supporting: ['enrolledNamespaces'],
      run: checkEnrolment,
    }),
    defineCheck({
      id: 'other-meshes',
      required: ['pods'],
      supporting: ['deployments'],
      run: checkOtherMeshes,
    }),
  ],
  detail: sidecarDetail,
} satisfies StepDefinition<'stray-sidecar'>;
