import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment, program } from './program.ts';
import type { Session } from './session.ts';
import { run, temporaryFolder } from './terminal.ts';

const escape = '\u001B';

/** What a terminal is left in: its private modes that are on, keyboard protocols that were pushed, a style that lasts. */
function leftIn(output: string): {
  readonly modes: readonly string[];
  readonly keyboard: number;
  readonly style: string;
} {
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

const asItWas = { modes: ['25'], keyboard: 0, style: '' };

/** An interactive shell with job control, as a person has it. */
async function shell(): Promise<Session> {
  const folder = await temporaryFolder();
  const env = { ...cleanEnvironment(folder), PS1: 'ready> ', PROMPT_COMMAND: '' };
  // Without line editing: readline sets modes of its own.
  const session = run('/bin/bash', ['--norc', '--noprofile', '--noediting', '-i'], { cwd: folder, env });
  await session.shows('ready>');
  return session;
}

const started = (args: string): string => `"${process.execPath}" "${program}" ${args}\r`;

/** Waits until the shell asks for the next command. */
async function prompted(session: Session): Promise<void> {
  await expect.poll(() => session.output().endsWith('ready> '), { timeout: 30_000, interval: 20 }).toBe(true);
}

async function expectCooked(session: Session, mark: string): Promise<void> {
  session.press(`stty -a; echo ${mark}-$((1+1))\r`);
  await session.shows(`${mark}-2`);
  const told = session.output().slice(session.output().lastIndexOf('speed '));
  expect(told).toMatch(/(?<!-)icanon/u);
  expect(told).toMatch(/(?<!-)isig/u);
  expect(told).toMatch(/(?<!-)echo\b/u);
}

/** q gives the terminal back to the shell as it was. */
async function expectQuit(session: Session): Promise<void> {
  session.press('q');
  await prompted(session);
  await expectCooked(session, 'after');
  expect(leftIn(session.output())).toEqual(asItWas);
}

/** Ctrl-Z gives the terminal to the shell as it was; fg takes it back. */
async function stopAndGoOn(session: Session): Promise<void> {
  session.press('\u001A');
  await session.shows('Stopped');
  expect(leftIn(session.output())).toEqual(asItWas);
  await expectCooked(session, 'cooked');
  session.press('fg\r');
  await session.shows('Resumed');
}

describe('Ctrl-Z gives the terminal to the shell, and fg brings everything back', () => {
  test('on the full screen', async () => {
    const session = await shell();
    session.press(started('--demo 02-two-meshes --mesh osm'));
    await session.shows('read just now');
    session.press('2j');
    await session.shows('Does a control-plane Pod');
    const before = session.screen();
    await stopAndGoOn(session);
    expect(session.screen().split('\n').slice(0, 12)).toEqual(before.split('\n').slice(0, 12));
    await expectQuit(session);
  });

  test('in the linear mode', async () => {
    const session = await shell();
    session.press(started('--demo 02-two-meshes --mesh osm --screen-reader'));
    await session.shows('critical: Mesh osm2');
    await stopAndGoOn(session);
    session.press('2');
    await session.shows('Step 2 of 5');
    await expectQuit(session);
  });

  test('also when the shell has drawn over it meanwhile', async () => {
    const session = await shell();
    session.press(started('--demo 01-healthy'));
    await session.shows('read just now');
    session.press('\u001A');
    await session.shows('Stopped');
    session.press('clear; fg\r');
    await session.shows('Resumed');
    await session.shows('read just now');
    session.press('\u0003');
    await prompted(session);
    expect(leftIn(session.output())).toEqual(asItWas);
  });
});

describe.each([
  ['on the full screen', []],
  ['in the linear mode', ['--screen-reader']],
] as const)('%s', (_, args) => {
  test.each([
    ['SIGHUP', 129],
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ])('%s leaves the terminal as it was', async (signal, exitCode) => {
    const folder = await temporaryFolder();
    const session = run(process.execPath, [program, '--demo', '01-healthy', ...args], {
      cwd: folder,
      env: cleanEnvironment(folder),
    });
    await session.shows('is healthy');
    session.signal(signal);
    expect(await session.ended).toMatchObject({ exitCode });
    expect(leftIn(session.output())).toEqual(asItWas);
  });

  test('a terminal that is gone ends the program, which leaves nothing running', async () => {
    const folder = await temporaryFolder();
    const session = run(process.execPath, [program, '--demo', '01-healthy', ...args], {
      cwd: folder,
      env: cleanEnvironment(folder),
    });
    await session.shows('is healthy');
    session.hangUp();
    await expect
      .poll(() => existsSync(`/proc/${session.pid}`), { timeout: 30_000, interval: 20 })
      .toBe(false);
  });
});
