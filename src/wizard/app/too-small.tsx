import { plainLine } from '#components/line.ts';
import { Lines } from '#components/lines.ts';
import { wrapText } from '#presentation/wrap.ts';
import type { Texts } from '#i18n/texts.ts';
import { least, type Size } from '../layout/geometry.ts';

/** What stands there while the terminal is too small for a screen; keys work on. */
export function TooSmall({ size, texts }: { readonly size: Size; readonly texts: Texts }) {
  const said = texts.ui.tooSmall(size.columns, size.rows, least.columns, least.rows);
  const lines = said.flatMap((text) => wrapText(text, size.columns)).map((text) => plainLine(text));
  return <Lines lines={lines.slice(0, size.rows)} width={size.columns} height={size.rows} />;
}
