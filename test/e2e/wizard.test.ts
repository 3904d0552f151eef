import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEnvironment, program, run, type Session, temporaryFolder } from './terminal.ts';

const leaveAlternateScreen = '\u001B[?1049l';
const showCursor = '\u001B[?25h';

/** The program in a shell on a real terminal, so that what it leaves behind can be looked at. */
async function inShell(
  args: string,
  size: { columns?: number; rows?: number } = {},
  env: Record<string, string> = {},
): Promise<{ session: Session; folder: string; pid: () => number }> {
  const folder = await temporaryFolder();
  const line = `"${process.execPath}" "${program}" ${args}; echo "status=$?"; stty -a; echo done`;
  const session = run('/bin/sh', ['-c', line], { ...size, cwd: folder, env: cleanEnvironment(folder, env) });
  const pid = (): number =>
    Number(readFileSync(`/proc/${session.pid}/task/${session.pid}/children`, 'utf8').trim().split(' ')[0]);
  return { session, folder, pid };
}

function expectRestored(session: Session, status: number): void {
  const output = session.output();
  expect(output).toContain(`status=${status}`);
  expect(output.lastIndexOf(leaveAlternateScreen)).toBeGreaterThan(output.lastIndexOf('\u001B[?1049h'));
  expect(output.lastIndexOf(showCursor)).toBeGreaterThan(output.lastIndexOf('\u001B[?25l'));
  // Canonical mode with echo is what the shell had; raw mode shows as -icanon -echo.
  expect(output).toMatch(/(?<!-)icanon/);
  expect(output).toMatch(/(?<!-)echo\b/);
}

test('walks the demo, opens a finding, exports Markdown and HTML, and leaves the terminal as it was', async () => {
  const { session, folder } = await inShell('');
  await session.shows('DEMO');
  await session.shows('injected its sidecar into osm-bootstrap');
  session.press('2');
  await session.shows('Does a control-plane Pod run a stray Pipy sidecar?');
  await session.shows('OED101');
  session.press('\r');
  await session.shows('Esc close');
  await session.shows('━━ OED101');
  session.press('\u001B');
  await session.shows('q quit');
  for (const [key, question] of [
    ['3', 'Did Kubernetes meet errors'],
    ['4', 'Did the processes log errors'],
    ['5', 'What is the root cause'],
  ] as const) {
    session.press(key);
    await session.shows(question);
  }
  for (const [choice, ending] of [
    ['1', '.md'],
    ['2', '.html'],
  ] as const) {
    session.press('e');
    await session.shows('Which format?');
    session.press(choice);
    await session.shows(ending);
    session.press('\r');
    await session.shows('Written');
    session.press('\r');
    await session.shows('q quit');
  }
  session.press('q');
  await session.shows('done');
  expect((await session.ended).exitCode).toBe(0);
  expectRestored(session, 0);
  const farewell = session.output().slice(session.output().lastIndexOf(leaveAlternateScreen));
  expect(farewell).toContain('osm namespace remove osm-system --mesh-name osm2');

  const files = readdirSync(folder).toSorted();
  expect(files.map((file) => file.replace(/.*\./, '.')).toSorted()).toEqual(['.html', '.md']);
  for (const file of files) {
    const path = join(folder, file);
    const report = readFileSync(path, 'utf8');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(report).toContain('osm2');
    expect(report).toContain('DEMO');
    expect(farewell).toContain(`Report saved: ${path}`);
  }
});

test('Ctrl-C leaves at once with 130', async () => {
  const { session } = await inShell('--demo 03-liveness-503');
  await session.shows('Health');
  session.press('\u0003');
  await session.shows('done');
  expectRestored(session, 130);
});

test('SIGTERM gives the terminal back and ends with 143', async () => {
  const { session, pid } = await inShell('--demo 01-healthy');
  await session.shows('Health');
  process.kill(pid(), 'SIGTERM');
  await session.shows('done');
  expectRestored(session, 143);
});

test('--exit-code makes q end with the verdict', async () => {
  const { session } = await inShell('--demo 04b-image-pull --exit-code');
  await session.shows('cannot be pulled');
  session.press('q');
  await session.shows('status=3');
});

test('speaks Japanese by the locale, and fits 60 columns and 15 rows', async () => {
  const { session } = await inShell(
    '--demo 02-two-meshes',
    { columns: 60, rows: 15 },
    { LANG: 'ja_JP.UTF-8' },
  );
  await session.shows('サイドカー');
  await session.shows('osm2');
  session.press('5');
  await session.shows('根本原因');
  session.press('L');
  await session.shows('root cause');
  session.press('q');
  await session.shows('done');
  expectRestored(session, 0);
});

test('survives resizing while a finding is open', async () => {
  const { session } = await inShell('--demo 02-two-meshes', { columns: 120, rows: 40 });
  await session.shows('injected its sidecar');
  session.press('2');
  await session.shows('OED101');
  session.press('\r');
  await session.shows('Esc close');
  session.resize(60, 15);
  await session.shows('2 Sidecar');
  session.resize(40, 10);
  await session.shows('60');
  session.resize(80, 24);
  await session.shows('OED101');
  session.press('q');
  session.press('q');
  await session.shows('done');
  expectRestored(session, 0);
});

test('a cluster that cannot be reached is said on the screen and after it, with 69', async () => {
  const gone = join(await temporaryFolder(), 'gone');
  await writeFile(
    gone,
    'apiVersion: v1\nkind: Config\ncurrent-context: prod-tokyo\nclusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]\ncontexts: [{name: prod-tokyo, context: {cluster: c}}]\n',
  );
  const { session } = await inShell(`--kubeconfig ${gone}`);
  await session.shows('cannot be reached');
  expect(session.screen()).toContain('R tries again');
  session.press('q');
  await session.shows('done');
  expectRestored(session, 69);
  const after = session.output().slice(session.output().lastIndexOf(leaveAlternateScreen));
  expect(after).toContain('127.0.0.1:1');
});
