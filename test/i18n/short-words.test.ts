import { describe, expect, test } from 'vitest';
import { withoutPanicLead } from '#i18n/clip.ts';
import { endpointOf } from '#i18n/ports.ts';

describe('words that a list row has no room for', () => {
  test('a recovered panic opens with its reason', () => {
    const line =
      '2026/11/23 17:08:34 http: panic serving 10.244.0.1:40075: runtime error: nil pointer dereference';
    expect(withoutPanicLead(line)).toBe('runtime error: nil pointer dereference');
    expect(withoutPanicLead('http: panic serving <*>: boom')).toBe('boom');
  });

  test('other messages stay whole', () => {
    expect(withoutPanicLead('http: Server closed')).toBe('http: Server closed');
  });

  test('an endpoint names its scheme only where it is not plain HTTP', () => {
    expect(endpointOf('http://:9091/health/alive')).toBe(':9091/health/alive');
    expect(endpointOf('https://:9090/healthz')).toBe('https://:9090/healthz');
    expect(endpointOf('http://other:80/x')).toBe('http://other:80/x');
  });
});
