/**
 * Draws the pictures in README.md and the guides anew: `npm run docs:frames`, after a build. Each stands in a code block
 * under a comment such as `<!-- frame: en 80x24 02-two-meshes 2 -->`, which names language, size, demo scenario and the
 * keys that lead to it, apart by spaces (`Enter` or one sign each). The built program draws them in a real pseudo-terminal.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

const files = ['README.md', 'docs/guide.md', 'docs/guide.ja.md'];
const block = /(<!-- frame: (en|ja) (\d+)x(\d+) (\S+) ?([^>]*?) -->\n+```text\n)[^]*?(```)/g;

for (const file of files) {
  const path = new URL(`../${file}`, import.meta.url);
  const before = await readFile(path, 'utf8');
  let after = '';
  let end = 0;
  for (const match of before.matchAll(block)) {
    const [all, head = '', language = 'en', columns, rows, scenario = '', keys = '', tail = ''] = match;
    const frame = await drawn({ language, columns: Number(columns), rows: Number(rows), scenario, keys });
    after += `${before.slice(end, match.index)}${head}${frame}\n${tail}`;
    end = match.index + all.length;
  }
  after += before.slice(end);
  if (after !== before) await writeFile(path, after);
  process.stdout.write(`${file}: ${after === before ? 'as it was' : 'drawn anew'}\n`);
}

interface Picture {
  readonly language: string;
  readonly columns: number;
  readonly rows: number;
  readonly scenario: string;
  readonly keys: string;
}

/** What a person sees once the cluster is read and the keys are pressed. */
async function drawn({ language, columns, rows, scenario, keys }: Picture): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'frames-'));
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(process.execPath, ['dist/cli.js', '--demo', scenario, '--lang', language], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: process.cwd(),
    env: { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm-256color', LANG: 'en_US.UTF-8' },
  });
  child.onData((data) => terminal.write(data));
  const visible = (): readonly string[] => {
    const { active } = terminal.buffer;
    return Array.from({ length: rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    );
  };
  const ended = new Promise<void>((done) => {
    child.onExit(() => done());
  });
  const isRead = (): boolean => /read just now|読み取り: たった今/.test(visible().join('\n'));
  for (let waited = 0; !isRead() && waited < 20_000; waited += 100) await pause(100);
  for (const key of keys.split(' ')) {
    child.write(key === 'Enter' ? '\r' : key);
    await pause(300);
  }
  const lines = visible();
  child.write('\u0003');
  await ended;
  terminal.dispose();
  await rm(home, { recursive: true, force: true });
  return lines.join('\n').trimEnd();
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
