import { fitLine, lineText } from '#components/line.ts';
import { asciiSymbols, unicodeSymbols } from '#components/symbols.ts';
import type { Diagnosis } from '#diagnosis/diagnosis.ts';
import { textsOf } from '#steps/all-texts.ts';
import type { Language } from '#i18n/texts.ts';
import { headline } from '#presentation/headline.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import type { Effect } from '#wizard/state/message.ts';
import { createStore, type WizardStore } from '#wizard/store/store.ts';
import { screenLines } from '#wizard/view/screen-lines.ts';
import { screens } from '../../src/cli/walk.ts';

/** What a cluster was found to be; nothing is read while a test runs. */
export interface Read {
  readonly snapshot: Snapshot;
  readonly diagnosis: Diagnosis;
}

/** The program's own screens, without a terminal: the lines that it would draw. */
export interface OpenScreen {
  readonly store: WizardStore;
  /** Names of keys, with spaces between: `5 enter j space`. */
  readonly press: (keys: string) => void;
  /** The lines as they are drawn: cut to the width of the terminal, without spaces at their ends. */
  readonly lines: () => readonly string[];
  readonly frame: () => string;
}

export interface ScreenOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly language?: Language;
  readonly ascii?: boolean;
  readonly demo?: string;
}

/** Opens it at the moment when everything was read, or before anything was. */
export function openScreen(read: Read | undefined, now: Date, options: ScreenOptions = {}): OpenScreen {
  const { columns = 80, rows = 24, language = 'en', ascii = false, demo } = options;
  const symbols = ascii ? asciiSymbols : unicodeSymbols;
  const store = createStore({
    ports: { texts: textsOf, headline, screens, now: () => now },
    language,
    symbols,
    size: { columns, rows },
    ...(demo === undefined ? {} : { demo }),
    perform: answer,
  });
  if (read !== undefined) {
    store.send({ kind: 'diagnosed', run: 1, ...read });
    store.send({ kind: 'read', run: 1, seconds: '1.0', headline: { en: '', ja: '' } });
  }
  const lines = (): readonly string[] => {
    const { view } = store.frame();
    return screenLines(view, symbols).map((line) =>
      symbols.show(lineText(fitLine(line, view.size.columns, symbols.ellipsis))).trimEnd(),
    );
  };
  return {
    store,
    lines,
    frame: () => lines().join('\n'),
    press(keys) {
      for (const key of keys.split(' ').filter((part) => part !== '')) {
        const name = key === 'space' ? ' ' : key;
        store.press([{ name, ...(name.length === 1 ? { text: name } : {}) }]);
        while (store.isSearching()) store.send({ kind: 'search-on' });
      }
    },
  };

  /** The world at its simplest: every report can be written, and there is no other context. */
  function answer(effect: Effect): void {
    if (effect.kind === 'export') store.send({ kind: 'exported', file: effect.file });
    if (effect.kind === 'list-contexts')
      store.send({ kind: 'contexts', contexts: { kind: 'none', why: 'snapshot' } });
  }
}
