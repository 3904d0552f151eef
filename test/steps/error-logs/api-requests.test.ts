import { describe, expect, test } from 'vitest';
import { failedApiRequest } from '../../../steps/error-logs/api-requests.ts';

const get = (url: string, why: string): string => `Get "${url}": ${why}`;
const pods = 'https://10.96.0.1:443/api/v1/pods?limit=500';

describe('a request to the API server that did not arrive', () => {
  test.each([
    ['refused', 'dial tcp 10.96.0.1:443: connect: connection refused'],
    ['timeout', 'dial tcp 10.96.0.1:443: i/o timeout'],
    ['timeout', 'net/http: TLS handshake timeout'],
    ['timeout', 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'],
    ['no-route', 'dial tcp 10.96.0.1:443: connect: no route to host'],
    ['no-route', 'dial tcp 10.96.0.1:443: connect: network is unreachable'],
    ['dns', 'dial tcp: lookup api.example.com on 10.96.0.10:53: no such host'],
    [
      'dns',
      'dial tcp: lookup api.example.com on 10.96.0.10:53: read udp 10.244.0.3:4->10.96.0.10:53: i/o timeout',
    ],
    ['tls', 'x509: certificate has expired or is not yet valid'],
    ['tls', 'remote error: tls: internal error'],
    ['closed', 'unexpected EOF'],
    ['closed', 'read tcp 10.244.0.3:5->10.96.0.1:443: read: connection reset by peer'],
    ['closed', 'http2: client connection lost'],
  ] as const)('says why: %s', (failure, why) => {
    expect(failedApiRequest(get(pods, why))).toEqual({ host: '10.96.0.1:443', failure });
  });

  test.each([
    [
      'the words of old Go, without quotes',
      'Get https://[fd00::1]:443/api?timeout=32s: dial tcp [fd00::1]:443: i/o timeout',
    ],
    ['a write', 'Post "https://[fd00::1]:443/apis/coordination.k8s.io/v1/leases": dial tcp: i/o timeout'],
    [
      'a text around it',
      'failed to list *v1.Pod: Get "https://[fd00::1]:443/api/v1/pods": dial tcp: i/o timeout, retrying',
    ],
  ])('is known by %s', (_what, text) => {
    expect(failedApiRequest(text)).toEqual({ host: '[fd00::1]:443', failure: 'timeout' });
  });

  test.each([
    [
      'the repo server in the Pod',
      get('http://127.0.0.1:6060/api/v1/repo//', 'dial tcp 127.0.0.1:6060: connect: connection refused'),
    ],
    ['Vault', get('https://vault.vault:8200/v1/pki/issue/osm', 'dial tcp: i/o timeout')],
    [
      'a conversion webhook that the API server called',
      'conversion webhook for config.openservicemesh.io/v1alpha1 failed: Post "https://osm-bootstrap.osm-system.svc:443/convert/meshconfig?timeout=30s": dial tcp: i/o timeout',
    ],
    ['an answer', get(pods, 'the server could not find the requested resource')],
    ['a refusal', get(pods, 'pods is forbidden: User "a" cannot list resource "pods"')],
  ])('is not %s', (_what, text) => {
    expect(failedApiRequest(text)).toBeUndefined();
  });
});
