import { describe, expect, test } from 'vitest';
import { programIn, startFailureOf } from '../../../steps/shared/start-failure.ts';

describe('why a program cannot be executed', () => {
  test.each([
    ['architecture', 'exec /osm-bootstrap: exec format error'],
    ['architecture', 'standard_init_linux.go:228: exec user process caused: exec format error'],
    ['architecture', 'failed to start container: exec user process caused "exec format error"'],
    ['not-found', 'OCI runtime create failed: exec: "osm": executable file not found in $PATH: unknown'],
    ['not-found', 'exec: "/osm": stat /osm: no such file or directory: unknown'],
    ['not-executable', 'runc create failed: exec: "/osm": permission denied: unknown'],
  ] as const)('%s: %s', (failure, text) => {
    expect(startFailureOf(text)).toBe(failure);
  });

  test.each([
    'error mounting "/var/lib/kubelet/x" to rootfs at "/etc/x": no such file or directory',
    'failed to prepare subPath for volumeMount "config" of container "osm-controller"',
    'open /etc/osm/config.yaml: no such file or directory',
    'container name "osm-controller" is already in use',
    '',
  ])('says nothing of a program: %s', (text) => {
    expect(startFailureOf(text)).toBeUndefined();
  });

  test('the program is named as the runtime names it', () => {
    expect(programIn('exec: "/osm": stat /osm: no such file or directory')).toBe('/osm');
    expect(programIn('exec /osm-bootstrap: exec format error')).toBe('/osm-bootstrap');
    expect(programIn('exec format error')).toBe('');
  });
});
