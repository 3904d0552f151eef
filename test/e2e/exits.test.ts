import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asItWas, leftOn } from './left-on.ts';
import { cleanEnvironment, program } from './program.ts';
import type { Session } from './session.ts';
import { run, temporaryFolder } from './terminal.ts';

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
  expect(leftOn(session.output())).toEqual(asItWas);
}

/** Ctrl-Z gives the terminal to the shell as it was; fg takes it back. */
async function stopAndGoOn(session: Session): Promise<void> {
  session.press('\u001A');
  await session.shows('Stopped');
  expect(leftOn(session.output())).toEqual(asItWas);
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
    expect(leftOn(session.output())).toEqual(asItWas);
  });
});

// The robot's scenarios terminated and hung-up have the other signals on the full screen.
test.each([
  ['SIGINT', 'on the full screen', 130, []],
  ['SIGINT', 'in the linear mode', 130, ['--screen-reader']],
  ['SIGHUP', 'in the linear mode', 129, ['--screen-reader']],
  ['SIGTERM', 'in the linear mode', 143, ['--screen-reader']],
] as const)('%s %s leaves the terminal as it was', async (signal, _, exitCode, args) => {
  const session = await healthy(args);
  session.signal(signal);
  expect(await session.ended).toMatchObject({ exitCode });
  expect(leftOn(session.output())).toEqual(asItWas);
});

test.each([
  ['on the full screen', []],
  ['in the linear mode', ['--screen-reader']],
] as const)('a terminal that is gone ends the program, which leaves nothing running: %s', async (_, args) => {
  const session = await healthy(args);
  session.hangUp();
  await expect.poll(() => existsSync(`/proc/${session.pid}`), { timeout: 30_000, interval: 20 }).toBe(false);
});

/** The program on a healthy cluster, which it has read. */
async function healthy(args: readonly string[]): Promise<Session> {
  const folder = await temporaryFolder();
  const session = run(process.execPath, [program, '--demo', '01-healthy', ...args], {
    cwd: folder,
    env: cleanEnvironment(folder),
  });
  await session.shows('is healthy');
  return session;
}
