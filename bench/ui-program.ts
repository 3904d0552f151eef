/**
 * The wizard on a recorded cluster that is made larger. `findings`: step 2 has NUMBER findings, those of the recording
 * repeated, each on its own Pod. `lines`: the live logs have NUMBER lines in the format of osm-edge. The code that draws
 * is that of the program.
 *
 *   node ui-program.js findings|lines NUMBER
 */
import { setImmediate } from 'node:timers/promises';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import { loadTexts } from '#steps/load-texts.ts';
import type { LogLine, LogPort } from '#wizard/ports/ports.ts';
import { runWizard } from '#wizard/run-wizard.tsx';
import { portsOf } from '../src/cli/ports.ts';
import { keepHeapSmall } from '../src/cli/small-heap.ts';
import { openSource } from '../src/cli/open-source.ts';
import { zerologLines } from './logs/zerolog-lines.ts';

const [what, number] = process.argv.slice(2);
const scenario = what === 'lines' ? '05-injector-errors' : '03-liveness-503';
// As the command line does.
keepHeapSmall();
const source = await openSource({ demo: scenario }, { env: process.env, isTerminal: true });
const ports = portsOf(source, [['en', await loadTexts('en')]]);

const exit = await runWizard(
  what === 'lines'
    ? { ...ports, logs: logsOf(Number(number)) }
    : { ...ports, diagnose: (snapshot) => withFindings(ports.diagnose(snapshot), Number(number)) },
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

function withFindings(diagnosis: Diagnosis, count: number): Diagnosis {
  const [mesh, ...others] = diagnosis.meshes;
  if (mesh === undefined || mesh.verdict.soFar) return diagnosis;
  const step = mesh.steps['pod-events'];
  const findings = Array.from({ length: count }, (_, index) => renamed(step.findings, index));
  const steps = { ...mesh.steps, 'pod-events': { ...step, findings } };
  return { ...diagnosis, meshes: [{ ...mesh, steps }, ...others] };
}

/** Evidence is copied too, as it is when each finding has its own facts. */
function renamed(findings: readonly Finding[], index: number): Finding {
  const finding = findings[index % findings.length];
  if (finding === undefined) throw new Error(`${scenario} has no findings in step 2`);
  const { workload, name: known } = finding.subject;
  // In one list, as a cluster returns it.
  const name = [workload ?? known, index.toString(36).padStart(5, '0')].join('-');
  return {
    ...finding,
    subject: { ...finding.subject, name },
    evidence: finding.evidence.map((evidence) => ({ ...evidence })),
  };
}

/** Lines in chunks, as a cluster sends them, with increasing times. */
function logsOf(count: number): LogPort {
  return {
    async read(_, { from }, onLines, signal) {
      const start = from === undefined ? Date.now() : Date.parse(from) + 1_000;
      let read = 0;
      for (const block of zerologLines(0.01, false)) {
        const texts = block
          .toString()
          .trimEnd()
          .split('\n')
          .slice(0, count - read);
        onLines(texts.map((text, index) => lineOf(text, start + read + index)));
        read += texts.length;
        if (read >= count || signal.aborted) return {};
        await setImmediate();
      }
      return {};
    },
  };
}

/** The kubelet's time stamp, a space, the line. */
function lineOf(text: string, at: number): LogLine {
  return { at: new Date(at).toISOString(), text: text.slice(text.indexOf(' ') + 1) };
}
