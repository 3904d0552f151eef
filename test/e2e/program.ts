import { resolve } from 'node:path';

/** What is published. */
export const program = resolve(import.meta.dirname, '../../dist/cli.js');

/** An environment without the person's own cluster, language and colours. */
export function cleanEnvironment(home: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
    ...more,
  };
}
