import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Scenario } from './scenario.ts';

/**
 * A scenario as it lies on disk. What is large (objects of many kinds that repeat the same pod template, a log of
 * thousands of similar lines) is JSON, compressed with Brotli, in Base64: all of them together take less than one of them unpacked.
 * `node scripts/make-scenarios.ts --show NAME` prints one.
 */
export interface PackedScenario {
  readonly name: string;
  readonly title: string;
  readonly recordedAt: string;
  readonly resourceVersion: string;
  readonly packed: string;
}

export function packScenario(scenario: Scenario): PackedScenario {
  const { name, title, recordedAt, resourceVersion, ...content } = scenario;
  const text = Buffer.from(JSON.stringify(content));
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  return { name, title, recordedAt, resourceVersion, packed: packed.toString('base64') };
}

export function unpackScenario(scenario: PackedScenario): Scenario {
  const { packed, ...head } = scenario;
  const text = brotliDecompressSync(Buffer.from(packed, 'base64')).toString();
  return { ...head, ...(JSON.parse(text) as Pick<Scenario, 'objects' | 'logs' | 'proxies'>) };
}
