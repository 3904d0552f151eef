import { describe, expect, test } from 'vitest';
import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import { firstFix } from '#diagnosis/remedy.ts';
import { catalogue, causeCodes, findingCodes, findingDefinition } from '#steps/catalogue.ts';
import { retiredIds } from '#steps/retired-ids.ts';
import { diagnosisOf } from '../../diagnosis/breakages.ts';
import { cases, factRows } from '../../diagnosis/cases/all.ts';

const told = ({ causes }: MeshDiagnosis): string =>
  causes
    .map(({ code, effectOf, severity }) => `${effectOf === undefined ? '' : '  '}${severity} ${code}`)
    .join('\n');

describe('each failure has its root cause on top', () => {
  test.each(cases)('$what: $root', ({ cluster, root, exitCode, command, confidence, active }) => {
    const diagnosis = diagnosisOf(cluster());
    const [first] = diagnosis.causes;
    expect(first?.code, told(diagnosis)).toBe(root);
    expect(first?.effectOf).toBeUndefined();
    const remedy = first?.remedy ?? [];
    const deciding = [remedy[0], firstFix(remedy)].map((step) => step?.argv.join(' ') ?? '');
    expect(deciding.join('\n')).toContain(command);
    expect(diagnosis.verdict.exitCode).toBe(exitCode);
    if (confidence !== undefined) expect(first?.confidence).toBe(confidence);
    if (active !== undefined) expect(first?.active).toBe(active);
  });

  test.each(cases.filter(({ fix }) => fix !== undefined))(
    '$what: the first command that changes something',
    ({ cluster, fix }) => {
      const [root] = diagnosisOf(cluster()).causes;
      const change = root?.remedy.find(({ changes }) => changes.length > 0);
      if (fix === null) expect(change?.argv.join(' ')).toBeUndefined();
      else expect(change?.argv.join(' ')).toContain(fix);
    },
  );

  test.each(cases.filter(({ roots }) => roots !== undefined))(
    '$what: no other root',
    ({ cluster, roots }) => {
      const diagnosis = diagnosisOf(cluster());
      const found = diagnosis.causes.filter(({ effectOf }) => effectOf === undefined);
      expect(
        found.map(({ code }) => code),
        told(diagnosis),
      ).toEqual(roots);
    },
  );

  test.each(cases.filter(({ effects }) => effects !== undefined))(
    '$what: its effects are folded under it',
    ({ cluster, effects = [] }) => {
      const diagnosis = diagnosisOf(cluster());
      const [root] = diagnosis.causes;
      const folded = diagnosis.causes.filter(({ effectOf }) => effectOf === (root && root.key));
      expect(folded.map(({ code }) => code)).toEqual(expect.arrayContaining([...effects]));
    },
  );

  test.each(cases)('$what: every finding above info belongs to a cause', ({ cluster }) => {
    const { causes, steps } = diagnosisOf(cluster());
    const explained = new Set(
      causes.flatMap(({ requires, supports, effects }) => [...requires, ...supports, ...effects]),
    );
    const left = Object.values(steps)
      .flatMap(({ findings }) => findings)
      .filter((finding) => finding.severity !== 'info' && !explained.has(finding));
    expect(left.map(({ code, subject }) => `${code} ${subject.name}`)).toEqual([]);
  });
});

describe('the table of causes is whole', () => {
  test('every row of facts §9 is a case', () => {
    const rows = new Set(cases.map(({ row }) => row));
    expect(factRows.filter((row) => !rows.has(row))).toEqual([]);
    expect([...rows].filter((row) => row !== undefined && !factRows.includes(row))).toEqual([]);
  });

  test('every cause of the catalogue is the first root of a case, but for the wait that always is an effect', () => {
    const roots = new Set<string>(cases.map(({ root }) => root));
    const left = causeCodes.filter((code) => !roots.has(code));
    expect(left).toEqual(['bootstrap-not-ready']);
    expect(cases.flatMap(({ effects = [] }) => effects)).toContain('bootstrap-not-ready');
  });

  test('a cause only leads to causes that there are', () => {
    const known = new Set<string>(causeCodes);
    const named = catalogue.causes.flatMap(({ leadsTo }) => leadsTo.map(({ cause }) => cause));
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });

  test('no two causes or findings share an id, and none has one that is retired', () => {
    const ids = [...catalogue.causes, ...findingCodes.map(findingDefinition)].map(({ id }) => id);
    expect(new Set([...ids, ...retiredIds]).size).toBe(ids.length + retiredIds.length);
  });
});
