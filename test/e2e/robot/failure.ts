import stringWidth from 'string-width';
import { stringify } from 'yaml';
import type { Language } from '#i18n/texts.ts';
import type { Session } from '../session.ts';
import type { Size, Step } from './scenario.ts';
import type { ScenarioFile } from './read-scenarios.ts';

/** A scenario went wrong. The message holds all that a person needs to see why. */
export class RobotError extends Error {
  constructor(
    scenario: ScenarioFile,
    { size, language }: { readonly size: Size; readonly language: Language },
    index: number,
    wanted: readonly string[],
    session: Session,
  ) {
    const { title, name, steps } = scenario;
    const where = `${size.columns}x${size.rows}, ${language}`;
    const step = steps[index];
    const at = step === undefined ? 'After the last step' : `Step ${index + 1} of ${steps.length}`;
    super(
      [
        `"${title}" (${name}.yaml, ${where})`,
        `${at} expected, in vain: ${wanted.join('; ')}`,
        `The steps before: ${steps.slice(0, index).map(inShort).join(' › ') || 'none'}`,
        'The screen:',
        picture(session),
      ].join('\n'),
    );
    this.name = 'RobotError';
    // Where in the robot it was noticed tells nothing.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** A step on one line. */
export function inShort({ press, expect, ...other }: Step): string {
  if (press !== undefined) return press.join(' ');
  if (expect !== undefined) return 'seen';
  return stringify(other)
    .trim()
    .replaceAll(/\s*\n\s*/gu, ' ');
}

/** The screen in a frame, so that what is empty can be told from what is missing. */
export function picture(session: Session): string {
  const { columns } = session.size();
  const rule = '─'.repeat(columns);
  const rows = session.screen().split('\n');
  return [
    `┌${rule}┐`,
    ...rows.map((row) => `│${row}${' '.repeat(Math.max(0, columns - stringWidth(row)))}│`),
    `└${rule}┘`,
  ].join('\n');
}
