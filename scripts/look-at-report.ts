/** Renders the HTML report of the demo in Chromium, and fails when it is not readable there. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = resolve('.test-output');
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the page holds once the browser has parsed it. */
async function dumpedPage(file: string, profile: string): Promise<string> {
  const { stdout } = await run(
    'chromium',
    [...quiet, `--user-data-dir=${profile}`, '--dump-dom', pathToFileURL(file).href],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout;
}

await mkdir(folder, { recursive: true });
for (const language of ['en', 'ja']) {
  const file = join(folder, `report-${language}.html`);
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  await rm(file, { force: true });
  const check = ['dist/cli.js', 'check', '--demo', '02-two-meshes', '--lang', language, '--report', file];
  // The verdict of this scenario is critical, which is exit status 3.
  await run(process.execPath, check).catch((error: { code?: number }) => {
    if (error.code !== 3) throw error;
  });
  const page = await dumpedPage(file, profile);
  const wanted = ['osm namespace remove osm-system --mesh-name osm2', '<svg', 'DEMO', `lang="${language}"`];
  const missing = wanted.filter((text) => !page.includes(text));
  if (missing.length > 0) throw new Error(`${file} lacks in the browser: ${missing.join(', ')}`);
  for (const width of [1200, 400]) {
    const picture = join(folder, `report-${language}-${width}.png`);
    await rm(picture, { force: true });
    await run('chromium', [
      ...quiet,
      `--user-data-dir=${profile}`,
      `--window-size=${width},1600`,
      `--screenshot=${picture}`,
      pathToFileURL(file).href,
    ]);
    const { size } = await stat(picture);
    if (size < 10_000) throw new Error(`${picture} is almost empty: ${size} bytes`);
  }
  await rm(profile, { recursive: true, force: true });
  process.stdout.write(`${language}: the report reads in the browser at 1200 and 400 pixels\n`);
}
