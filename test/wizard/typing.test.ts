import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { modeOf } from '#wizard/state/mode.ts';
import type { WizardState } from '#wizard/state/state.ts';
import { openWizard, type OpenWizard } from '../support/frame.tsx';
import { fakeDiagnosis, fakeMesh, fakePorts, row, rows } from './fakes.ts';

/** The same cases in every run. */
const seed = 20_261_123;

const many = [...rows, ...Array.from({ length: 30 }, (_, index) => row({ key: `r${index}`, mark: 'info' }))];
const meshes = [fakeMesh('osm'), fakeMesh('osm2', 'osm-system-2')];

async function open(): Promise<OpenWizard> {
  const diagnosis = fakeDiagnosis(meshes);
  const wizard = await openWizard(fakePorts({ diagnose: () => diagnosis }, many));
  onTestFinished(wizard.close);
  return wizard;
}

/** Types pieces one behind the other, without a pause in which anything could be taken for a lone key. */
async function typePieces(wizard: OpenWizard, pieces: readonly string[]): Promise<WizardState> {
  await Promise.all(pieces.map((piece) => wizard.type(piece)));
  return wizard.state();
}

const up = '\u001B[A';
const arrows = [
  up,
  '\u001B[B',
  '\u001B[C',
  '\u001B[D',
  '\u001B[6~',
  '\u001B[5~',
  '\u001B[H',
  '\u001B[F',
  '\u001B[Z',
];
const letters = Array.from('jkgGhl]135?omef/qcyL n+-\r\t\u007F\u0015ｊ？ｑ名');
const keys = fc.array(fc.constantFrom(...arrows, ...letters), { maxLength: 200 });

describe('keys', () => {
  test('of a burst end where they end one by one, and wherever the line cuts their sequences', async () => {
    await fc.assert(
      fc.asyncProperty(
        keys,
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        async (typed, lengths) => {
          const [single, burst, cut] = [await open(), await open(), await open()];
          const expected = await typePieces(single, typed);
          const whole = typed.join('');
          const pieces: string[] = [];
          for (let at = 0, turn = 0; at < whole.length; turn += 1) {
            const length = lengths[turn % lengths.length] ?? 1;
            pieces.push(whole.slice(at, at + length));
            at += length;
          }
          expect(await typePieces(burst, [whole])).toEqual(expected);
          expect(await typePieces(cut, pieces)).toEqual(expected);
          expect(burst.frame()).toBe(single.frame());
          for (const wizard of [single, burst, cut]) wizard.close();
        },
      ),
      { numRuns: 25, seed },
    );
  }, 120_000);

  test('two hundred of them in one write move two hundred rows', async () => {
    const wizard = await openWizard(
      fakePorts(
        {},
        Array.from({ length: 500 }, (_, index) => row({ key: `r${index}` })),
      ),
    );
    onTestFinished(wizard.close);
    await wizard.type('j'.repeat(200));
    expect(wizard.state().positions.health.key).toBe('r200');
    await wizard.type(up.repeat(150));
    expect(wizard.state().positions.health.key).toBe('r50');
  });

  test('of the keyboard protocols and replies that nobody asked for do nothing', async () => {
    const wizard = await open();
    const before = wizard.state();
    // Focus in and out, a cursor report, device attributes, a mouse click.
    await wizard.type('\u001B[I\u001B[O\u001B[5;7R\u001B[?62;22c\u001B[<0;10;5M');
    expect(wizard.state()).toEqual(before);
  });
});

describe('pasted text', () => {
  const start = '\u001B[200~';
  const end = '\u001B[201~';

  test('goes into a field, line breaks are spaces there, and nothing in it is a key', async () => {
    const wizard = await open();
    await wizard.type('e\r\u0015');
    await wizard.type(`${start}/tmp/a\nb\rq\u0003.md${end}`);
    expect(modeOf(wizard.state())).toBe('entry');
    expect(wizard.frame()).toContain('/tmp/a b q .md');
    expect(wizard.left).toEqual([]);
  });

  test('leaves behind what reorders or hides text', async () => {
    const wizard = await open();
    await wizard.type('/');
    await wizard.type(`${start}osm\u202E\u200B-系${end}`);
    expect(wizard.state().search).toMatchObject({ field: { value: 'osm-系' } });
  });

  test('goes into a search', async () => {
    const wizard = await open();
    await wizard.type('/');
    await wizard.type(`${start}osm-\ncontroller${end}`);
    expect(wizard.state().search).toMatchObject({ field: { value: 'osm- controller' } });
  });

  test('may come in pieces, cut inside of its marks', async () => {
    const wizard = await open();
    await wizard.type('e\r\u0015');
    await typePieces(wizard, ['\u001B[20', '0~/tm', 'p/x.md\u001B', '[201', '~']);
    expect(wizard.frame()).toContain('/tmp/x.md');
  });

  test('is refused where no text is asked for, whole', async () => {
    const wizard = await open();
    const { screen, positions } = wizard.state();
    await wizard.type(`${start}5jjq\r${end}`);
    expect(wizard.state()).toMatchObject({ screen, positions });
    expect(wizard.frame()).toContain('Pasted text is accepted only in a text field');
    expect(wizard.left).toEqual([]);
  });
});
