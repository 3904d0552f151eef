import { describe, expect, test } from 'vitest';
import { headline } from '#presentation/headline.ts';
import { diagnose } from '#diagnosis/diagnose.ts';
import { notInSnapshot } from '#snapshot/observed.ts';
import { textsOf } from '#steps/all-texts.ts';
import { catalogue } from '#steps/catalogue.ts';
import { failedCreation } from '../../support/admission-objects.ts';
import { type ClusterBuilder, healthyCluster, refusedFact } from '../../support/cluster-builder.ts';
import { webhookFailed } from '../../diagnosis/breakages.ts';
import { findingsOf, resultOf, told } from '../findings-of.ts';

const step = 'pod-events';
const timeout = webhookFailed('dial tcp 10.96.109.253:9090: i/o timeout');
const enrolled = (): ClusterBuilder => healthyCluster().withEnrolment('bookstore', 'osm', {});

describe('application Pods that cannot be created', () => {
  test('a workload that has its Pods by now: info', () => {
    const cluster = failedCreation(enrolled(), 'bookstore', { message: timeout, now: 'complete' });
    expect(told(step, cluster)).toEqual(['info app-create-rejected']);
  });

  test('whose workload could not be read: critical while its controller may try again, a warning later', () => {
    const of = (lastAgo: number) =>
      told(step, failedCreation(enrolled(), 'bookstore', { message: timeout, now: 'unread', lastAgo }));
    expect(of(300)).toEqual(['critical app-create-rejected']);
    expect(of(2400)).toEqual(['warning app-create-rejected']);
  });

  test('an unread workload is over where those that failed after it have their Pods', () => {
    const first = failedCreation(enrolled(), 'bookstore', {
      message: timeout,
      now: 'unread',
      lastAgo: 300,
    });
    const cluster = failedCreation(first, 'bookstore', {
      name: 'bookthief-1',
      message: timeout,
      now: 'complete',
      lastAgo: 200,
    });
    expect(told(step, cluster)).toEqual(['info app-create-rejected']);
  });

  test('one finding a namespace, with every workload that waits', () => {
    const one = failedCreation(enrolled(), 'bookstore', { message: timeout });
    const cluster = failedCreation(one, 'bookstore', { kind: 'Job', name: 'import', message: timeout });
    const [found, ...others] = findingsOf(step, cluster);
    expect(others).toEqual([]);
    expect(found?.params).toMatchObject({
      workloads: ['Job/import', 'ReplicaSet/bookbuyer-6c87f549b9'],
      count: 32,
    });
  });

  test('a namespace that is not enrolled any more is not asked about: over', () => {
    const cluster = failedCreation(healthyCluster(), 'bookstore', { message: timeout, now: 'unread' });
    expect(told(step, cluster)).toEqual(['info app-create-rejected']);
  });

  test('the injector had no Ready Pod, and has one now: over', () => {
    const message = webhookFailed('no endpoints available for service "osm-injector"');
    const cluster = failedCreation(enrolled(), 'bookstore', { message });
    expect(told(step, cluster)).toEqual(['info app-create-rejected']);
    expect(told(step, cluster.notReady('injector'))).toContain('critical app-create-rejected');
  });

  test.each([
    [
      'of other software',
      'Internal error occurred: failed calling webhook "validation.gatekeeper.sh": failed to call webhook: Post "https://gatekeeper-webhook-service.gatekeeper-system.svc:443/v1/admit?timeout=3s": context deadline exceeded',
    ],
    ['of another mesh', webhookFailed('i/o timeout', 'osm-system-2')],
    ['of no webhook', 'pods "x" is forbidden: exceeded quota: compute'],
  ])('the trouble %s is not ours', (_what, message) => {
    const cluster = failedCreation(enrolled().withMesh('osm2', 'osm-system-2'), 'bookstore', { message });
    expect(told(step, cluster)).toEqual([]);
  });
});

describe('when nobody may look', () => {
  test.each([
    ['refused', refusedFact('events')],
    ['of an old snapshot', notInSnapshot],
  ])('%s: healthy, exit 0, and the headline says what was not looked at', (_what, fact) => {
    const cluster = healthyCluster().withClusterFact('creationFailures', fact);
    const run = diagnose(cluster.snapshot(), catalogue);
    expect(run.verdict).toMatchObject({ status: 'healthy', exitCode: 0 });
    const check = resultOf(step, cluster).checks.find(({ id }) => id === 'application-pods');
    expect(check?.status).toBe('not-checked');
    const texts = textsOf('en');
    expect(headline(run, texts).text).toContain(`Not looked at: ${texts.reading.facts.creationFailures}.`);
    expect(headline(run, texts).text).not.toContain('all checks passed');
  });
});
