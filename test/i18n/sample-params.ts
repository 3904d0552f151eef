import type { CauseCode, CauseParams, FindingCode, FindingParams } from '#diagnosis/registry.ts';
import { causeDefinition, findingDefinition } from '#steps/catalogue.ts';

/** Words for the params that an example leaves empty, since they are not always known. */
const known: Readonly<Record<string, string>> = {
  errorCode: 'E4000',
  setAt: '2026-11-23T09:15:35Z',
  finishedAt: '2026-11-23T09:15:35Z',
  path: '/health/alive',
  failure: 'not-found',
  subProbe: 'SMI',
};

function filled<P extends object>(example: P): P {
  return Object.fromEntries(
    Object.entries(example).map(([param, value]) => [
      param,
      value === '' ? (known[param] ?? `some ${param}`) : value,
    ]),
  ) as P;
}

/** The examples of a finding, with everything known. */
export function sampleFindings<C extends FindingCode>(code: C): readonly FindingParams[C][] {
  return findingDefinition(code).examples.map((example) => filled(example as FindingParams[C] & object));
}

/** The first of them. */
export function sampleFinding<C extends FindingCode>(code: C): FindingParams[C] {
  return sampleFindings(code)[0]!;
}

/** The example of a cause, with everything known. */
export function sampleCause<C extends CauseCode>(code: C): CauseParams[C] {
  return filled(causeDefinition(code).example as unknown as CauseParams[C] & object);
}
