import { afterEach, describe, expect, test } from 'vitest';
import { openWizard, type OpenOptions, type OpenWizard } from '../support/frame.tsx';
import { fakePorts, row, rows } from './fakes.ts';

const escape = '\u001B';
const enter = '\r';
const many = [
  ...rows,
  ...Array.from({ length: 40 }, (_, index) =>
    row({
      key: `r${index}`,
      mark: 'info',
      id: 'OED900',
      text: index % 10 === 5 ? 'has panicked' : 'is well',
    }),
  ),
];
let wizard: OpenWizard;

async function opened(options: OpenOptions = {}, shown = many): Promise<OpenWizard> {
  wizard = await openWizard(fakePorts({}, shown), options);
  return wizard;
}

function status(): string {
  return wizard.frame().split('\n').at(-2) ?? '';
}

function footer(): string {
  return wizard.frame().split('\n').at(-1) ?? '';
}

function selected(): string {
  return (
    wizard
      .frame()
      .split('\n')
      .find((line) => /^[▸▹>-] /u.test(line)) ?? ''
  );
}

afterEach(() => {
  wizard.close();
});

describe('/ in the list', () => {
  test('goes to the first match while the words are typed', async () => {
    await opened();
    await wizard.type('/pan');
    expect(selected()).toContain('osm-controller-r5');
    expect(status()).toMatch(/^\/pan +match 1 of 4$/u);
    expect(footer()).toContain('Esc close');
  });

  test('Enter keeps the matches, n and N go on, round the end too, and it is said', async () => {
    await opened();
    await wizard.type(`/pan${enter}`);
    expect(status()).toContain('/pan: match 1 of 4');
    await wizard.type('nn');
    expect(selected()).toContain('osm-controller-r25');
    expect(status()).toContain('/pan: match 3 of 4');
    await wizard.type('nn');
    expect(selected()).toContain('osm-controller-r5');
    expect(status()).toContain('match 1 of 4, continued from the top');
    await wizard.type('N');
    expect(selected()).toContain('osm-controller-r35');
    expect(status()).toContain('match 4 of 4, continued from the bottom');
  });

  test('Esc while typing goes back to where one was', async () => {
    await opened();
    await wizard.type('j/pan');
    expect(selected()).toContain('osm-controller-r5');
    await wizard.type(escape);
    expect(selected()).toContain('osm-controller-b');
    expect(status()).not.toContain('pan');
  });

  test('Esc while other words are typed goes back to the matches from before', async () => {
    await opened();
    await wizard.type(`/pan${enter}/osm`);
    await wizard.type(escape);
    expect(status()).toContain('/pan: match 1 of 4');
  });

  test('Esc on the step ends the search before anything else, as the footer says', async () => {
    await opened();
    await wizard.type(`/pan${enter}`);
    expect(footer()).toContain('Esc end search');
    await wizard.type(escape);
    expect(status()).toMatch(/^─+$/u);
    expect(footer()).not.toContain('end search');
    await wizard.type('n');
    expect(status()).toContain('No search yet');
  });

  test('without a match one stays where one was, and it is said', async () => {
    await opened();
    await wizard.type('j/panx');
    expect(selected()).toContain('osm-controller-b');
    expect(status()).toMatch(/no match$/u);
    await wizard.type(enter);
    expect(status()).toContain('No match for panx');
    expect(selected()).toContain('osm-controller-b');
  });

  test('erasing goes back to the match of what is left', async () => {
    await opened();
    await wizard.type('/panicked\u007F\u007F');
    expect(status()).toMatch(/^\/panick +match 1 of 4$/u);
  });

  test('letters that are commands elsewhere, spaces and pasted words are words', async () => {
    await opened();
    await wizard.type('/has q');
    expect(wizard.left).toEqual([]);
    expect(status()).toMatch(/^\/has q/u);
    await wizard.type('\u007F');
    await wizard.type('\u001B[200~panicked\n\u001B[201~');
    expect(status()).toMatch(/^\/has panicked +match 1 of 4$/u);
  });

  test('opens from a full-width slash, and finds full-width letters', async () => {
    await opened();
    await wizard.type('／ｐａｎ');
    expect(selected()).toContain('osm-controller-r5');
  });

  test('the arrows go on while the words are typed', async () => {
    await opened();
    await wizard.type('/pan\u001B[B');
    expect(selected()).toContain('osm-controller-r15');
    expect(status()).toMatch(/match 2 of 4$/u);
  });
});

describe('/ elsewhere', () => {
  test('an open row is searched line by line, and scrolled to the match', async () => {
    await opened();
    await wizard.type(`${enter}/line 17${enter}`);
    expect(wizard.frame()).toContain('• line 17');
    expect(status()).toContain('/line 17: match 1 of 1');
    await wizard.type(escape);
    expect(wizard.frame()).toContain('• line 17');
    await wizard.type(escape);
    expect(wizard.frame()).toContain('Overview');
  });

  test('the overview, the keys and the guide are searched, too', async () => {
    await opened();
    await wizard.type(`\t/mend${enter}`);
    expect(wizard.frame()).toContain('Mend, then check again');
    await wizard.type(escape);
    await wizard.type(`?/suspend${enter}`);
    expect(wizard.frame()).toContain('Ctrl-Z');
    expect(status()).toContain('match 1 of 1');
    await wizard.type('\u001B');
    await wizard.type('\u001B');
    await wizard.type(`o/port${enter}`);
    expect(status()).toContain('/port: match 1 of 1');
  });

  test('where there is nothing to be searched, it says so', async () => {
    await opened({}, []);
    await wizard.type('/');
    expect(status()).toContain('There is nothing to search here');
  });
});

describe('matches', () => {
  test('are bracketed where a terminal may not be able to draw them otherwise', async () => {
    await opened({ ascii: true });
    await wizard.type(`/PAN${escape}`);
    await wizard.type(`/pan${enter}`);
    expect(selected()).toContain('has [pan]icked');
    expect(
      wizard
        .frame()
        .split('\n')
        .every((line) => line.length <= 80),
    ).toBe(true);
  });

  test('are marked where the focus is, and nowhere else', async () => {
    await opened({ ascii: true });
    await wizard.type(`/osm${enter}`);
    expect(wizard.frame()).toContain('[osm]-controller');
    await wizard.type('\t');
    expect(wizard.frame().split('\n').slice(7, 12).join('')).not.toContain('[osm]');
  });
});
