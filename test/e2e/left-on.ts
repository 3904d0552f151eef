const escape = '\u001B';

/** What a program leaves switched on in its terminal. */
export interface LeftOn {
  /** Private modes, e.g. 25 (visible cursor), 1049 (alternate screen), 2004 (bracketed paste). */
  readonly modes: readonly string[];
  /** Keyboard protocols that were pushed and not popped. */
  readonly keyboard: number;
  /** Bold, dim, underline, inverse and colour that last. */
  readonly style: string;
}

/** A terminal as a shell has it: a visible cursor, and nothing else. */
export const asItWas: LeftOn = { modes: ['25'], keyboard: 0, style: '' };

/** What is on after all that was sent to a terminal. */
export function leftOn(output: string): LeftOn {
  const on = new Set(['25']);
  for (const [, mode = '', sign] of output.matchAll(new RegExp(`${escape}\\[\\?(\\d+)([hl])`, 'gu'))) {
    if (sign === 'h') on.add(mode);
    else on.delete(mode);
  }
  const pushed = output
    .split(`${escape}[>`)
    .slice(1)
    .filter((rest) => /^\d*u/u.test(rest)).length;
  const popped = output
    .split(`${escape}[<`)
    .slice(1)
    .filter((rest) => /^\d*u/u.test(rest)).length;
  const styles: string[] = [];
  for (const [, codes = ''] of output.matchAll(new RegExp(`${escape}\\[([\\d;]*)m`, 'gu')))
    styles.push(codes);
  return { modes: [...on].toSorted(), keyboard: pushed - popped, style: styleAfter(styles) };
}

/** Which of bold, dim, underline, inverse and colour are still on. */
function styleAfter(codes: readonly string[]): string {
  const on = new Set<string>();
  for (const code of codes.flatMap((all) => (all === '' ? ['0'] : all.split(';')))) {
    if (code === '0') on.clear();
    else if (code === '22') for (const style of ['1', '2']) on.delete(style);
    else if (code === '24') on.delete('4');
    else if (code === '27') on.delete('7');
    else if (code === '39') on.delete('colour');
    else on.add(/^3\d$/u.test(code) ? 'colour' : code);
  }
  return [...on].join(' ');
}
