/**
 * The wizard as it is, on a recorded cluster whose step 2 found as many things as it is told: the findings of the
 * recording, again and again, each on a pod of its own. No cluster would have them; every list must bear them.
 *
 *   node ui-program.js ROWS
 */
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { loadTexts } from '#language/load.ts';
import { runWizard } from '#wizard/run-wizard.tsx';
import { portsOf } from '../src/cli/ports.ts';
import { openSource } from '../src/cli/source.ts';

const rows = Number(process.argv[2]);
const scenario = '03-liveness-503';
const source = await openSource({ demo: scenario }, { env: process.env, isTerminal: true });
const ports = portsOf(source, [['en', await loadTexts('en')]]);

const exit = await runWizard(
  { ...ports, diagnose: (snapshot) => withFindings(ports.diagnose(snapshot)) },
  {
    language: 'en',
    demo: scenario,
    ascii: false,
    noColor: false,
    linear: false,
    dumb: false,
    links: false,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: {},
  },
);
await source.close();
process.exitCode = exit.code;

function withFindings(diagnosis: Diagnosis): Diagnosis {
  const [mesh, ...others] = diagnosis.meshes;
  if (mesh === undefined || mesh.verdict.soFar) return diagnosis;
  const step = mesh.steps['pod-events'];
  const findings = Array.from({ length: rows }, (_, index) => renamed(step.findings, index));
  return {
    ...diagnosis,
    meshes: [{ ...mesh, steps: { ...mesh.steps, 'pod-events': { ...step, findings } } }, ...others],
  };
}

/** Evidence is a copy too, as it is when each finding was made from facts of its own. */
function renamed(findings: readonly Finding[], index: number): Finding {
  const finding = findings[index % findings.length];
  if (finding === undefined) throw new Error(`${scenario} has no findings in step 2`);
  const name = `${finding.subject.workload ?? finding.subject.name}-${index.toString(36).padStart(5, '0')}`;
  return {
    ...finding,
    subject: { ...finding.subject, name },
    evidence: finding.evidence.map((evidence) => ({ ...evidence })),
  };
}
