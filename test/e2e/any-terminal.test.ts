import { describe, expect, test } from 'vitest';
import { cleanEnvironment, program } from './program.ts';
import type { Session } from './session.ts';
import { run, temporaryFolder } from './terminal.ts';

const escape = '\u001B';
const sgr = new RegExp(`${escape}\\[([\\d;:]*)m`, 'gu');
const bracketedPaste = new RegExp(`${escape}\\[\\?2004[hl]`, 'gu');

async function open(
  args: readonly string[],
  env: Record<string, string> = {},
  size: { columns?: number; rows?: number } = {},
): Promise<Session> {
  const folder = await temporaryFolder();
  return run(process.execPath, [program, ...args], {
    ...size,
    cwd: folder,
    env: cleanEnvironment(folder, env),
  });
}

/** Waits for what has been written, wherever a screen would show it. */
async function writes(session: Session, text: RegExp): Promise<void> {
  await expect.poll(() => session.output(), { timeout: 30_000, interval: 20 }).toMatch(text);
}

/** Through every kind of screen there is; Esc leaves what a key has opened, and is harmless where none has. */
const everyScreen =
  `j|\r|\t|ESC|2|3|f|f|4|j|\r|\r|z|t|ESC|ESC|/osm\r|n|ESC|5|\t\t|k|+|ESC|?|ESC|o|ESC|e|\r|ESC|ESC|c|ESC|m|ESC|y|ESC|L`
    .replaceAll('ESC', escape)
    .split('|');

async function walk(session: Session): Promise<void> {
  await session.shows('read just now');
  for (const keys of everyScreen) {
    session.press(keys);
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
  }
  await session.shows('日本語（L: English）');
}

/** All SGR parameters that were sent, and whether dim ever met a colour. */
function styles(output: string): { readonly codes: ReadonlySet<string>; readonly dimColour: boolean } {
  const codes = new Set<string>();
  let dim = false;
  let colour = false;
  let dimColour = false;
  for (const [, parameters = ''] of output.matchAll(sgr)) {
    for (const code of parameters === '' ? ['0'] : parameters.split(';')) {
      codes.add(code);
      if (code === '2') dim = true;
      if (code === '22' || code === '0') dim = false;
      if (/^3[0-7]$/u.test(code)) colour = true;
      if (code === '39' || code === '0') colour = false;
      dimColour ||= dim && colour;
    }
  }
  return { codes, dimColour };
}

describe('colours', () => {
  const bold = ['1', '22'];
  const allowed = new Set([...bold, '0', '2', '4', '24', '7', '27', '31', '32', '35', '39']);

  test('are red, magenta and green, with bold, dim, underline and inverse; nothing else is ever sent', async () => {
    const session = await open(
      ['--demo', '06b-crashloop-fatal'],
      { COLORTERM: 'truecolor', CI: 'true' },
      { columns: 120, rows: 40 },
    );
    await walk(session);
    const { codes, dimColour } = styles(session.output());
    expect([...codes].filter((code) => !allowed.has(code))).toEqual([]);
    expect([...codes]).toEqual(expect.arrayContaining(['1', '2', '7', '31', '32', '39']));
    expect(dimColour).toBe(false);
  });

  // The robot's scenario no-color has the variable NO_COLOR.
  test('go with --no-color, and bold stays', async () => {
    const session = await open(['--demo', '02-two-meshes', '--mesh', 'osm', '--no-color']);
    await session.shows('✘');
    const { codes } = styles(session.output());
    expect([...codes].filter((code) => /^[349]\d$/u.test(code))).toEqual([]);
    expect([...codes]).toEqual(expect.arrayContaining(bold));
  });
});

// The robot's scenarios ascii and dumb have the option and the C locale.
test('the console of Linux has no Unicode: what is drawn is ASCII alone', async () => {
  const session = await open(['--demo', '06b-crashloop-fatal'], { TERM: 'linux' });
  await session.shows('read just now');
  session.press('5');
  await session.shows('CA Secret');
  session.press('\t\t');
  await session.shows('== Timeline');
  // The name of the other language stands in its own script.
  expect(session.screen().replaceAll('日本語', '')).toMatch(/^[\n\x20-\x7E]*$/u);
});

describe('for a screen reader', () => {
  test.each([
    ['--screen-reader', ['--screen-reader'], {}],
    ['INK_SCREEN_READER', [], { INK_SCREEN_READER: 'true' }],
  ] as const)('%s says line by line, draws nothing, moves no cursor, and leaves', async (_, args, env) => {
    const session = await open(['--demo', '02-two-meshes', '--mesh', 'osm', ...args], env);
    await writes(session, /critical: Mesh osm2 .* injected its sidecar/u);
    await writes(session, /1 of \d+: OK: /u);
    session.press('2');
    await writes(session, /Step 2 of 5, Sidecar: critical\./u);
    session.press('j');
    await writes(session, /2 of \d+: critical: OED101 /u);
    session.press('\r');
    await writes(session, /Command 2: kubectl .*monitored-by-/u);
    session.press('q');
    session.press('q');
    expect(await session.ended).toMatchObject({ exitCode: 0 });
    const said = session.output();
    expect(said.replaceAll(bracketedPaste, '')).not.toContain(escape);
    expect(said.endsWith(`${escape}[?2004h`)).toBe(false);
    expect(said).not.toMatch(/[\u2500-\u259F▸✘⚠✔]/u);
    // Said once: nothing is drawn again.
    expect(said.match(/Step 2 of 5/gu)).toHaveLength(1);
  });

  test('a dumb terminal gets the same words and no control sequence at all, in ASCII', async () => {
    const session = await open(['--demo', '02-two-meshes', '--mesh', 'osm'], { TERM: 'dumb' });
    await writes(session, /critical: Mesh osm2 .* injected its sidecar/u);
    session.press('5');
    await writes(session, /Step 5 of 5, Verdict: critical\./u);
    session.press('\t\t');
    await writes(session, /Entries: label set \d/u);
    session.press('\u0003');
    expect(await session.ended).toMatchObject({ exitCode: 130 });
    expect(session.output()).not.toContain(escape);
    expect(session.output().slice(0, session.output().lastIndexOf('\r\nosm'))).toMatch(/^[\r\n\x20-\x7E]*$/u);
  });
});
