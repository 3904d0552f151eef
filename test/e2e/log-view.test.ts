import { expect, test } from 'vitest';
import { cleanEnvironment, program, run, type Session, temporaryFolder } from './terminal.ts';

async function opened(scenario: string, language: string): Promise<Session> {
  const home = await temporaryFolder();
  return run(process.execPath, [program, '--demo', scenario, '--lang', language], {
    cwd: home,
    env: cleanEnvironment(home),
  });
}

test('opens the log of an error, reads what is missing from the cluster, and follows it', async () => {
  const session = await opened('05-injector-errors', 'en');
  await session.shows('read just now', 60);
  session.press('4');
  await session.shows('OED309');
  session.press('\r');
  await session.shows('⏎ log');
  session.press('\r');
  await session.shows('━━ log of osm-injector');
  await session.shows('◆ the record in question');
  await session.shows(/… \d+ lines not kept …/);
  session.press('g');
  await session.shows(/▸ ── … \d+ lines? not kept …|▸ {2}/);
  // Down into the log, and on where lines are missing.
  session.press('\r');
  await session.shows(/\d+ more lines?|There are no more lines now|start of the log/);
  session.press('w');
  await session.shows('following');
  await session.shows('New lines come in here.');
  session.press('q');
  await session.shows('⏎ log');
  session.press('qq');
  expect((await session.ended).exitCode).toBe(0);
});

test('p shows what the run before the restart said last, in Japanese too', async () => {
  const session = await opened('06b-crashloop-fatal', 'ja');
  await session.shows('読み取り: たった今', 60);
  session.press('4');
  await session.shows('OED301');
  session.press('\r');
  await session.shows('⏎ ログ');
  session.press('\r');
  await session.shows('osm-controller の再起動前のログ');
  expect(session.screen()).toMatch(/▸◆ fatal/u);
  session.press('p');
  await session.shows('━━ osm-controller のログ');
  session.press('p');
  await session.shows(/▸◆ fatal/u);
});
