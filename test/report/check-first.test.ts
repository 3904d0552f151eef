import { expect, test } from 'vitest';
import { textsOf } from '#steps/all-texts.ts';
import { render } from '#report/render.ts';
import { buildCause, buildMeshDiagnosis, buildRemedyStep, buildRun } from '../support/diagnosis-builder.ts';

const listReleases = ['helm', 'list', '--namespace', 'osm-system'];
const cause = buildCause(
  'mesh-config-missing',
  { name: 'osm-mesh-config' },
  {
    remedy: [
      buildRemedyStep({
        before: [
          {
            code: 'release-exists',
            params: { release: 'osm' },
            answer: 'check-first',
            command: listReleases,
          },
        ],
      }),
    ],
  },
);
const run = buildRun([buildMeshDiagnosis({ verdict: { status: 'critical', exitCode: 3 }, causes: [cause] })]);

test.each([
  ['text', /^ +helm list --namespace osm-system$/mu],
  ['markdown', /```sh\n +helm list --namespace osm-system\n/u],
  ['html', /<pre class="shell"><code>helm list --namespace osm-system<\/code><\/pre>/u],
] as const)('the command that checks first stands alone on its line, to be copied (%s)', (format, line) => {
  expect(render(format, run, textsOf('en'), 'en')).toMatch(line);
});
