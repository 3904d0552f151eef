import { expect, test } from 'vitest';
import { healthyCluster } from '../support/cluster-builder.ts';
import { diagnosisOf } from './breakages.ts';

const oneOfTwo = () =>
  healthyCluster().withReplicas('injector', 2).withContainer('injector', 'osm-injector', { ready: false }, 1);

test('one replica that fails beside another that serves is the subject, by its Pod', () => {
  const [cause] = diagnosisOf(oneOfTwo()).causes;
  expect(cause?.subject).toMatchObject({
    kind: 'Pod',
    name: 'osm-injector-847c965c-bbbbb',
    workload: 'osm-injector',
  });
});

test('the only replica, or all of them, leave the Deployment as the subject', () => {
  const alone = diagnosisOf(healthyCluster().notReady('injector'));
  const both = diagnosisOf(oneOfTwo().notReady('injector'));
  for (const { causes } of [alone, both]) {
    expect(causes[0]?.subject).toMatchObject({ kind: 'Deployment', name: 'osm-injector' });
  }
});

test('the steps agree on the severity of one replica of two', () => {
  const { steps } = diagnosisOf(
    oneOfTwo().withLog('injector', ['exec /osm-injector: exec format error'], { replica: 1 }),
  );
  const severities = Object.values(steps)
    .flatMap(({ findings }) => findings)
    .filter(({ subject }) => subject.name.endsWith('bbbbb'))
    .map(({ severity }) => severity);
  expect(new Set(severities)).toEqual(new Set(['warning']));
});
