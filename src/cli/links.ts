import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createSupportsHyperlinks } from 'supports-hyperlinks';

/**
 * Whether the terminal shows links (OSC 8), as far as its environment tells. tmux has them from 3.4 on, and leaves
 * them out by itself for a terminal without; GNU screen has none. `FORCE_HYPERLINK` decides before anything else.
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
 * The folder of our documents as an address with the name of this host, so that a terminal elsewhere does not open a
 * file of its own; undefined where they were not installed.
 */
export function docsAddress(): string | undefined {
  // Two folders up, both from the source and from the bundle's chunks.
  const folder = new URL('../../docs/', import.meta.url);
  if (!existsSync(fileURLToPath(new URL('findings.md', folder)))) return undefined;
  return folder.href.replace('file:///', `file://${hostname()}/`);
}
