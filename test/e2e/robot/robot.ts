/**
 * The keyboard robot: drives the built program through a scenario as a person would, in a pseudo-terminal, and waits
 * for the screen instead of for time to pass.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Language, languages } from '#i18n/texts.ts';
import { textsOf } from '#steps/all-texts.ts';
import { least } from '#wizard/layout/geometry.ts';
import type { Mode } from '#wizard/keys/mode.ts';
import type { Session } from '../session.ts';
import type { Pressed } from './coverage.ts';
import { checkEnding } from './ending.ts';
import { RobotError } from './failure.ts';
import { bytesOf } from './keys.ts';
import { type Launched, launch } from './launch.ts';
import { modesOnScreen } from './mode-on-screen.ts';
import type { Expectation, Size, Step } from './scenario.ts';
import type { ScenarioFile } from './read-scenarios.ts';
import { isMeant, squeezed, unmet } from './see.ts';
import { faultOf, type Ground, prepare } from './start.ts';
import { loadScenario } from '#demo/scenarios.ts';

export interface Run {
  readonly size: Size;
  readonly language: Language;
  /** Seconds that the screen may take to show what is expected, unless the step says otherwise. */
  readonly patience?: number;
  /** Is told each step when it is done, and what the screen shows then. */
  readonly onStep?: (step: Step, session: Session) => void;
}

const locales = { en: 'en_US.UTF-8', ja: 'ja_JP.UTF-8' } as const satisfies Record<Language, string>;

/** Runs one scenario once. @throws {RobotError} what was expected, and the screen as it was */
export async function runScenario(scenario: ScenarioFile, run: Run): Promise<readonly Pressed[]> {
  const ground = await prepare(scenario.start, { LANG: locales[run.language] });
  const launched = launch(ground, run.size, { isInteractive: scenario.start.shell === true });
  try {
    return await walk(scenario, run, ground, launched);
  } finally {
    launched.session.close();
    await ground.clear();
  }
}

async function walk(
  scenario: ScenarioFile,
  { language, patience = 30, onStep, ...run }: Run,
  ground: Ground,
  launched: Launched,
): Promise<readonly Pressed[]> {
  const { session } = launched;
  const pressed: Pressed[] = [];
  /** The modes that the last expectation has seen; a key after it is pressed in them. */
  let modes: readonly Mode[] = [];
  let since = 0;
  /** The screen before the first key since the last expectation. */
  let before = '';
  for (const [index, step] of scenario.steps.entries()) {
    if (!isMeant(step, run.size)) continue;
    const fail = (wanted: readonly string[]): RobotError =>
      new RobotError(scenario, { ...run, language }, index, wanted, session);
    if (step.expect !== undefined) {
      await waitFor(step.expect, step.within ?? patience, fail);
      modes = modesOnScreen(session.screen());
      before = session.screen();
      onStep?.(step, session);
      continue;
    }
    since = session.output().length;
    if (step.press !== undefined) pressed.push({ modes, keys: step.press });
    modes = [];
    await act(step, launched, ground);
    onStep?.(step, session);
  }
  if (scenario.ends === undefined) {
    pressed.push({ modes, keys: ['Ctrl-C'] });
    session.press(bytesOf('Ctrl-C'));
  }
  const ends = scenario.ends ?? { status: 130, prints: [], files: [] };
  const wrong = await checkEnding(ends, scenario.never, launched, {
    folder: ground.folder,
    language,
    patience,
  });
  if (wrong.length > 0)
    throw new RobotError(scenario, { ...run, language }, scenario.steps.length, wrong, session);
  return pressed;

  async function waitFor(
    wanted: readonly Expectation[],
    seconds: number,
    fail: (wanted: readonly string[]) => RobotError,
  ): Promise<void> {
    const missing = (): readonly string[] => {
      const seen = {
        screen: session.screen(),
        sent: session.output().slice(since),
        language,
        size: session.size(),
      };
      // What was there before the key proves nothing about it.
      const isAnswered =
        wanted.some(({ sent }) => sent !== undefined) || ageless(seen.screen) !== ageless(before);
      const answer = isAnswered ? [] : ['anything new on the screen since the last key'];
      return [...wanted.flatMap((one) => unmet(one, seen) ?? []), ...framed(session), ...answer];
    };
    await session.until(() => missing().length === 0, seconds);
    const left = missing();
    if (left.length > 0) throw fail(session.isOver() ? [...left, 'the program to be there still'] : left);
  }
}

/** The screen without what changes by itself: ages, the words for "read just now", and how a line makes room for them. */
function ageless(screen: string): string {
  return readLabels.reduce((rest, label) => rest.replaceAll(label, ''), withoutAges(screen));
}

function withoutAges(text: string): string {
  return squeezed(text.replaceAll(/\d+(?:[smhd](?![a-z])| ?(?:秒|分|時間|日))/gu, ''));
}

const readLabels = languages.flatMap((language) => {
  const { justNow, over, ago } = textsOf(language).ui.read;
  return [justNow, over('10s'), ago('1m')].map(withoutAges);
});

/** Whatever is shown on the full screen stands below the header: nothing has scrolled it away. */
function framed(session: Session): readonly string[] {
  const { columns, rows } = session.size();
  const isFramed =
    !session.isFullScreen() ||
    columns < least.columns ||
    rows < least.rows ||
    session.screen().startsWith('osm-edge-doctor');
  return isFramed ? [] : ['the header in the first line'];
}

async function act(step: Step, { session, pid }: Launched, { server }: Ground): Promise<void> {
  for (const key of step.press ?? []) {
    session.press(bytesOf(key));
    // What follows at once would make another key of it.
    if (key === 'Esc') await sleep(40);
  }
  if (step.type !== undefined) session.press(step.type);
  if (step.paste !== undefined) session.press(`\u001B[200~${step.paste}\u001B[201~`);
  if (step.resize !== undefined) session.resize(step.resize.columns, step.resize.rows);
  if (step.signal !== undefined) process.kill(await pid(), step.signal);
  const { cluster } = step;
  if (cluster === undefined) return;
  if (server === undefined) throw new Error('only a cluster started by "server" can change');
  if (cluster.becomes !== undefined) server.setScenario(await loadScenario(cluster.becomes));
  if (cluster.faults === undefined) return;
  server.faults.clear();
  server.faults.add(...cluster.faults.map(faultOf));
}
