import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createSupportsHyperlinks } from 'supports-hyperlinks';

/**
 * Whether the terminal supports links (OSC 8), judged by the environment. tmux supports them from 3.4 on, and drops
 * them when its terminal does not; GNU screen does not. `FORCE_HYPERLINK` overrides everything else.
 */
export function hasLinks(stdout: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  const known = createSupportsHyperlinks(stdout);
  if (environment['FORCE_HYPERLINK'] !== undefined) return known;
  if (environment['STY'] !== undefined || !stdout.isTTY) return false;
  return known || (environment['TERM_PROGRAM'] === 'tmux' && isTmuxWithLinks(environment));
}

function isTmuxWithLinks({ TERM_PROGRAM_VERSION: version = '' }: NodeJS.ProcessEnv): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return major > 3 || (major === 3 && minor >= 4);
}

/**
 * The `file:` URL of the documentation folder. It has the host name, so that a terminal on another machine does not open
 * a local file of its own. Undefined when the documentation is not installed.
 */
export function docsAddress(): string | undefined {
  // Two folders up, both from the source and from the bundle's chunks.
  const folder = new URL('../../docs/', import.meta.url);
  if (!existsSync(fileURLToPath(new URL('findings.md', folder)))) return undefined;
  return folder.href.replace('file:///', `file://${hostname()}/`);
}
