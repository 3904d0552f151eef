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

/** Scenarios that have most of their text in common, in one piece: it takes little more room than one of them. */
export interface PackedScenarios {
  readonly packed: string;
}

export function packScenario(scenario: Scenario): PackedScenario {
  const { name, title, recordedAt, resourceVersion, ...content } = scenario;
  return { name, title, recordedAt, resourceVersion, packed: pack(content) };
}

export function unpackScenario(scenario: PackedScenario): Scenario {
  const { packed, ...head } = scenario;
  return { ...head, ...(unpack(packed) as Pick<Scenario, 'objects' | 'logs' | 'proxies'>) };
}

export function packScenarios(scenarios: readonly Scenario[]): PackedScenarios {
  return { packed: pack(scenarios) };
}

export function unpackScenarios({ packed }: PackedScenarios): readonly Scenario[] {
  return unpack(packed) as readonly Scenario[];
}

function pack(content: object): string {
  const text = Buffer.from(JSON.stringify(content));
  return brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  }).toString('base64');
}

function unpack(packed: string): unknown {
  return JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());
}
