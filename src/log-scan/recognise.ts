import { parseConsole } from './console-line.ts';
import { parsePanicHead } from './go-panic.ts';
import { parseKlog } from './klog.ts';
import { parsePipy } from './pipy.ts';
import { parsePlain } from './plain-lines.ts';
import type { LogFormat, LogRecord } from './record.ts';
import { parseZerolog } from './zerolog.ts';

// Colours of the human-readable mode (facts §5.1), and the NULs a crashed node leaves in front of a line.
// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[[0-9;]*m/g;
// oxlint-disable-next-line no-control-regex
const leadingNoise = /^[\u0000\s]+(?=\S)/;

/** The line without colours and leading NULs: what recognisers read. Leading tabs stay, they mark a stack. */
export function cleaned(line: string): string {
  const text = line.includes('\u001b') ? line.replace(colours, '') : line;
  return text.startsWith('\u0000') ? text.replace(leadingNoise, '') : text;
}

/**
 * The record that begins with this line (cleaned, without the kubelet's time stamp), if one does.
 * Pipy's containers never hold zerolog lines and the other way round (facts §5.5, end): `format` keeps them apart.
 */
export function recognise(text: string, format: LogFormat | undefined, cut: boolean): LogRecord | undefined {
  if (format !== 'pipy' && jsonStart.test(text)) return parseZerolog(text, cut);
  return (
    parsePanicHead(text) ??
    (format === 'pipy' ? undefined : (parseKlog(text) ?? parseConsole(text))) ??
    (format === 'zerolog' ? undefined : parsePipy(text)) ??
    parsePlain(text)
  );
}

const jsonStart = /^\s*\{/;
