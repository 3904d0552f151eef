import { afterEach, describe, expect, test } from 'vitest';
import { selectableRows, wrapSequence } from '#components/selectable.ts';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import { fakePorts, row } from './fakes.ts';

const command = `kubectl --context prod-tokyo -n osm-system get pod ${'osm-controller-'.repeat(8)}x -o yaml`;
const shown = [
  row({ key: 'a', commands: [command], evidence: 'first\nsecond' }),
  row({ key: 'b', commands: ['one', 'two'], evidence: '証'.repeat(50) }),
  row({ key: 'd', commands: [], evidence: 'alive\u001B[201~\nrm -rf .\r\u202E' }),
  row({ key: 'c', commands: [], evidence: 'x'.repeat(80_000) }),
];
let wizard: OpenWizard;

async function opened(options: OpenOptions = {}): Promise<OpenWizard> {
  wizard = await openWizard(fakePorts({}, shown), options);
  return wizard;
}

function body(): readonly string[] {
  const lines = wizard.frame().split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('━━ ')) + 1, -2);
}

afterEach(() => {
  wizard.close();
});

describe('what was copied', () => {
  test('is shown to be selected by hand when it is asked for once more, and sent again', async () => {
    await opened();
    await wizard.type('c');
    expect(wizard.frame()).toContain('Overview');
    await wizard.type('c');
    expect(wizard.copied).toEqual([command, command]);
    expect(body().slice(0, 3)).toEqual([command.slice(0, 80), command.slice(80, 160), command.slice(160)]);
    await wizard.type('\u001B');
    expect(wizard.frame()).toContain('Overview');
  });

  test('holds nothing that a terminal obeys when it is pasted', async () => {
    await opened();
    await wizard.type('Gky');
    expect(wizard.copied).toEqual(['alive\nrm -rf .␍<U+202E>']);
  });

  test('is not shown when something else is asked for', async () => {
    await opened();
    await wizard.type('cy');
    expect(wizard.frame()).toContain('Overview');
    await wizard.type('y');
    expect(body().slice(0, 3)).toEqual(['first', 'second', '']);
  });

  test('is one of the commands that are listed: c says there how to take one', async () => {
    await opened();
    await wizard.type('jc');
    await wizard.type('c');
    expect(wizard.frame()).toContain('Enter or a number copies one of these commands');
    expect(wizard.frame()).not.toContain('is not available here');
    expect(wizard.copied).toEqual([]);
  });

  test('is chosen again among several, which Enter shows', async () => {
    await opened();
    await wizard.type('jc2');
    await wizard.type('c\r');
    expect(wizard.copied).toEqual(['two', 'two']);
    expect(body()[0]).toBe('two');
  });

  test('is shown at once when it is too long for terminals', async () => {
    await opened();
    await wizard.type('Gy');
    expect(wizard.copied).toEqual([]);
    expect(body()[0]).toBe('x'.repeat(80));
    expect(wizard.frame()).toContain('select it here, or export it');
    await wizard.type('G');
    expect(body().at(-1)).toBe('x'.repeat(80));
    await wizard.type('j');
    expect(wizard.frame()).toContain('Bottom of list');
  });

  test('has nothing beside it on a wide terminal, either', async () => {
    await opened({ columns: 120, rows: 40 });
    await wizard.type('cc');
    expect(body().slice(0, 2)).toEqual([command.slice(0, 120), command.slice(120)]);
  });
});

describe('a text to be selected', () => {
  test('is broken where a terminal wraps: between characters, and before a wide one that does not fit', () => {
    expect(selectableRows('abcde\n証証証', 5)).toEqual([
      { text: 'abcde', continues: false },
      { text: '証証', continues: false },
      { text: '証', continues: true },
    ]);
  });

  test('is written once more in one piece where it was broken, and the cursor comes back', () => {
    const rows = selectableRows('short\nabcdefgh', 5);
    expect(wrapSequence(rows, 7)).toBe('\u001B7\u001B[8;1Habcdefgh\u001B8');
    expect(wrapSequence(selectableRows('short', 5), 7)).toBe('');
  });

  test('has nothing in it that a terminal obeys', () => {
    expect(selectableRows('a\u001B[2Jb\u202Ec', 80)).toEqual([{ text: 'ab<U+202E>c', continues: false }]);
  });
});
