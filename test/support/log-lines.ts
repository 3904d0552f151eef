import { createLogScanner } from '#log-scan/scanner.ts';
import type { LogRead } from '#snapshot/log-summary.ts';
import { ago } from './times.ts';

/** Lines as the mesh's processes write them (facts §5.1). */
export function zerolog(
  level: string,
  component: string,
  message: string,
  more: { readonly error?: string; readonly code?: string; readonly reason?: string } = {},
): string {
  const { error, code, reason } = more;
  return JSON.stringify({
    level,
    component,
    ...(error === undefined ? {} : { error }),
    ...(code === undefined ? {} : { error_code: code }),
    ...(reason === undefined ? {} : { reason }),
    time: '2026-11-23T08:58:00Z',
    file: 'main.go:1',
    message,
  });
}

/** A klog line of client-go, e.g. of its reflector. */
export function klog(letter: 'I' | 'W' | 'E' | 'F', text: string): string {
  return `${letter}1123 08:58:00.000000       1 ${text}`;
}

/** A log as the program would have read it: through the real scanner, a second between the lines from `firstAgo` on. */
export function logOf(parts: Omit<LogRead, 'summary'>, lines: readonly string[], firstAgo = 590): LogRead {
  const isRepo = parts.container.endsWith('pipy-repo');
  const scanner = createLogScanner({ timestamps: true, ...(isRepo ? { format: 'pipy' as const } : {}) });
  const text = lines.map((line, i) => `${ago(firstAgo - i)} ${line}\n`).join('');
  scanner.write(new TextEncoder().encode(text));
  return { ...parts, summary: scanner.end() };
}

/** What each container of a healthy control plane logs. */
export function healthyLog(container: string): readonly string[] {
  if (container.startsWith('init-')) return ['Health OK'];
  if (container.endsWith('pipy-repo'))
    return ['2026-11-23 08:50:10.000 [INF] [admin] Starting admin service...'];
  return [
    klog('W', 'client_config.go:614] Neither --kubeconfig nor --master was specified.'),
    zerolog('info', `${container}/main`, `Starting ${container} v1.3.9; a; b`),
    zerolog('info', '', 'Waiting for MeshConfig informer cache sync...'),
    zerolog('info', '', 'Caches for [MeshConfig] synced successfully'),
    zerolog('info', 'http-server', 'Starting API Server on 9091'),
  ];
}
