import { Console } from 'node:console';
import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import { expect, test } from 'vitest';
import type { ListRow } from '#presentation/blocks.ts';
import type { WizardPorts } from '#wizard/ports/ports.ts';
import type { WizardExit } from '#wizard/options.ts';
import { runWizard } from '#wizard/run-wizard.tsx';
import { fakePorts, row } from './fakes.ts';

// Ink makes a console of its own; the one that vitest puts in place cannot be made.
Object.assign(console, { Console });

/** A terminal emulator behind the streams that the program gets. */
class Terminal extends EventEmitter {
  readonly isTTY = true;
  columns = 80;
  rows = 24;
  raw = false;
  bytes = '';
  readonly #screen = new xterm.Terminal({ cols: 80, rows: 24, allowProposedApi: true, convertEol: true });
  #typed: string[] = [];

  write(text: string, done?: () => void): boolean {
    this.bytes += text;
    this.#screen.write(text, done);
    return true;
  }

  type(bytes: string): void {
    this.#typed.push(bytes);
    this.emit('readable');
  }

  read(): string | null {
    return this.#typed.shift() ?? null;
  }

  setRawMode(on: boolean): void {
    this.raw = on;
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.#screen.resize(columns, rows);
    this.emit('resize');
  }

  get isAlternate(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  get lines(): readonly string[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.rows }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
  }

  isWrapped(row: number): boolean {
    return this.#screen.buffer.active.getLine(row)?.isWrapped ?? false;
  }

  setEncoding(): void {}
  ref(): void {}
  unref(): void {}
}

function run(
  terminal: Terminal,
  change: Partial<WizardPorts> = {},
  rows?: readonly ListRow[],
): Promise<WizardExit> {
  return runWizard(fakePorts(change, rows), {
    language: 'en',
    ascii: false,
    noColor: false,
    linear: false,
    dumb: false,
    links: true,
    docs: 'file://host/docs/',
    stdin: terminal as unknown as NodeJS.ReadStream,
    stdout: terminal as unknown as NodeJS.WriteStream,
    stderr: new Terminal() as unknown as NodeJS.WriteStream,
    environment: { TMUX: '/tmp/tmux' },
  });
}

async function shows(terminal: Terminal, text: string): Promise<void> {
  await expect.poll(() => terminal.lines.join('\n'), { timeout: 5_000, interval: 5 }).toContain(text);
}

async function expectGivenBack(terminal: Terminal): Promise<void> {
  await expect.poll(() => terminal.isAlternate).toBe(false);
  expect(terminal.raw).toBe(false);
  expect(terminal.lines.join('').trim()).toBe('');
  // Cursor shown, bracketed paste off: each was the last word on its matter.
  expect(terminal.bytes.lastIndexOf('\u001B[?25h')).toBeGreaterThan(
    terminal.bytes.lastIndexOf('\u001B[?25l'),
  );
  expect(terminal.bytes.lastIndexOf('\u001B[?2004l')).toBeGreaterThan(
    terminal.bytes.lastIndexOf('\u001B[?2004h'),
  );
}

test('the screen follows keys and sizes line by line, and q gives the terminal back', async () => {
  const terminal = new Terminal();
  const ending = run(terminal);
  await shows(terminal, 'read just now');
  expect(terminal.isAlternate).toBe(true);
  expect(terminal.raw).toBe(true);
  terminal.type('jj\r');
  await shows(terminal, 'Detail of c');
  terminal.resize(60, 15);
  await shows(terminal, '1–5 of 37');
  expect(terminal.lines[0]).toMatch(/^osm-edge-doctor/u);
  expect(terminal.lines[14]).toMatch(/Esc close$/u);
  terminal.resize(120, 40);
  await shows(terminal, '│ ━━ OED101');
  expect(terminal.lines[39]).toMatch(/Esc close$/u);
  terminal.type('qq');
  const exit = await ending;
  expect(exit).toMatchObject({ reason: 'quit', code: 0, reports: [], language: 'en' });
  expect(exit.diagnosis?.meshes).toHaveLength(1);
  await expectGivenBack(terminal);
});

test('c asks the terminal for its clipboard, through tmux too', async () => {
  const terminal = new Terminal();
  const ending = run(terminal);
  await shows(terminal, 'read just now');
  terminal.type('c');
  await shows(terminal, "Sent to the terminal's clipboard");
  const encoded = Buffer.from('kubectl -n osm-system get pod a').toString('base64');
  expect(terminal.bytes).toContain(`\u001B]52;c;${encoded}\u0007\u001BPtmux;`);
  terminal.type('\u0003');
  expect(await ending).toMatchObject({ reason: 'interrupted', code: 130 });
  await expectGivenBack(terminal);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('%s ends it with %i', async (signal, code) => {
  const terminal = new Terminal();
  const ending = run(terminal);
  await shows(terminal, 'read just now');
  process.emit(signal);
  expect(await ending).toMatchObject({ reason: 'signal', code });
  await expectGivenBack(terminal);
});

test('a lost terminal ends it', async () => {
  const terminal = new Terminal();
  const ending = run(terminal);
  await shows(terminal, 'read just now');
  terminal.emit('error', Object.assign(new Error('read EIO'), { code: 'EIO' }));
  expect(await ending).toMatchObject({ reason: 'input-closed', code: 129 });
});

test('the end of its input ends it, and the terminal is given back', async () => {
  const terminal = new Terminal();
  const ending = run(terminal);
  await shows(terminal, 'read just now');
  terminal.emit('end');
  expect(await ending).toMatchObject({ reason: 'input-closed', code: 129 });
  await expectGivenBack(terminal);
});

test('a fault in the program ends it with 70, after the terminal is given back', async () => {
  const terminal = new Terminal();
  const error = new Error('no such row');
  const exit = await run(terminal, {
    diagnose: () => {
      throw error;
    },
  });
  expect(exit).toMatchObject({ reason: 'crashed', code: 70, error });
  await expectGivenBack(terminal);
});

test('a fault while drawing ends it with 70, too', async () => {
  const terminal = new Terminal();
  const exit = await run(terminal, {
    headline: () => {
      throw new Error('no such cause');
    },
  });
  expect(exit).toMatchObject({ reason: 'crashed', code: 70 });
  await expectGivenBack(terminal);
});

test('the guide links to where it is published, and what is drawn stays in its place', async () => {
  const terminal = new Terminal();
  const ending = run(terminal);
  await shows(terminal, 'read just now');
  terminal.type('o');
  await shows(terminal, 'Guide of Health');
  terminal.type('G');
  await shows(terminal, 'h_probes/#how-to-verify-osm-edge-health');
  const url =
    'https://osm-edge-docs.flomesh.io/docs/guides/health_checks/control_plane_health_probes/#how-to-verify-osm-edge-health';
  // eslint-disable-next-line no-control-regex -- OSC 8 is made of controls.
  const links = [...terminal.bytes.matchAll(/\u001B\]8;(id=\w+);([^\u0007]*)\u0007(.*?)\u001B\]8;;\u0007/gu)];
  expect(links.length).toBeGreaterThan(1);
  expect(new Set(links.map(([, id, address]) => `${id} ${address}`)).size).toBe(1);
  expect(links[0]?.[2]).toBe(url);
  // Opened and closed on each line: nothing after it is part of the link.
  expect(terminal.bytes.split('\u001B]8;id=').length).toBe(terminal.bytes.split('\u001B]8;;\u0007').length);
  const words = terminal.lines.map((line) => line.trim()).join('');
  expect(words).toContain(url);
  expect(terminal.lines.join('')).not.toMatch(/\]8;|id=/u);
  terminal.type('\u0003');
  await ending;
  await expectGivenBack(terminal);
});

test('a long command shown to be selected is one line to the terminal', async () => {
  const terminal = new Terminal();
  const long = `kubectl -n osm-system get pod ${'osm-controller-'.repeat(8)} -o yaml`;
  const ending = run(terminal, {}, [row({ key: 'a', commands: [long] })]);
  await shows(terminal, 'read just now');
  terminal.type('cc');
  await shows(terminal, long.slice(-10));
  const first = terminal.lines.findIndex((line) => line.startsWith('kubectl'));
  await expect.poll(() => terminal.isWrapped(first + 1)).toBe(true);
  expect(terminal.isWrapped(first)).toBe(false);
  expect(terminal.lines[first]).toBe(long.slice(0, 80));
  expect(terminal.lines[first + 1]?.trimEnd()).toBe(long.slice(80));
  terminal.type('\u001B');
  await shows(terminal, 'Overview');
  expect(terminal.lines.join('\n')).not.toContain('osm-controller-osm-controller');
  terminal.type('q');
  await ending;
  await expectGivenBack(terminal);
});
