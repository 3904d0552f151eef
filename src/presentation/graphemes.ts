/**
 * Printable characters that are a grapheme each, whatever stands beside them, and as wide as their East Asian width
 * says: Latin letters, punctuation, arrows, box drawing, signs, kana, Chinese characters. None joins another (no marks,
 * joiners, variation selectors, Hangul parts, surrogates).
 */
const plain =
  '\\x20-\\x7e\\xa1-\\xac\\xae-\\xff\\u2010-\\u2027\\u2030-\\u205e\\u2190-\\u2bff\\u3000-\\u3029\\u3030-\\u303f\\u3041-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff5e';
const plainGrapheme = new RegExp(`^[${plain}]$`);
/** With control characters; but a carriage return may join a line feed. */
const plainText = new RegExp(`^[\\x00-\\x0c\\x0e-\\x1f\\x7f${plain}]*$`);

const plainGraphemes = new RegExp(`^[${plain}]*$`);

const printableAscii = /^[\x20-\x7e]*$/;

/** Most texts are: each character is one grapheme, one column, and needs no cleaning. */
export function isPrintableAscii(text: string): boolean {
  return printableAscii.test(text);
}

/** No control characters, and none that joins another. */
export function hasOnlyPlainGraphemes(text: string): boolean {
  return plainGraphemes.test(text);
}

export function isPlainGrapheme(grapheme: string): boolean {
  return plainGrapheme.test(grapheme);
}

let segmenter: Intl.Segmenter | undefined;

/**
 * Graphemes as `Intl.Segmenter` finds them. That one takes 8 ms to make, which is long beside a first frame, and most
 * texts hold nothing that it is needed for. The bundle makes Ink and its packages use this, too.
 */
export const graphemes: Pick<Intl.Segmenter, 'segment'> = {
  segment(input) {
    if (plainText.test(input)) return plainSegments(input);
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    return segmenter.segment(input);
  },
};

function plainSegments(input: string): Intl.Segments {
  const at = (index: number): Intl.SegmentData => ({ segment: input.charAt(index), index, input });
  return {
    containing: (index = 0) => (index >= 0 && index < input.length ? at(Math.trunc(index)) : undefined),
    *[Symbol.iterator]() {
      for (let index = 0; index < input.length; index += 1) yield at(index);
    },
  } as Intl.Segments;
}
