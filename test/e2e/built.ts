import { execFileSync } from 'node:child_process';

/** The terminal tests drive what is published, so it is built anew before any of them runs. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
}
