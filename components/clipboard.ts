/** What of the surroundings decides how the terminal's clipboard is reached. */
export interface ClipboardEnvironment {
  readonly tmux: boolean;
  readonly screen: boolean;
}

/** Terminals drop longer sequences without a word (xterm's limit is the smallest that is still in use). */
export const longestCopy = 74_000;

/**
 * OSC 52: asks the terminal to put a text on the clipboard; nothing comes back. Inside tmux it is sent twice: plain,
 * which tmux takes when `set-clipboard` is on, and wrapped, which it passes through to the terminal outside. GNU screen
 * passes on what is wrapped, but takes only short strings: it gets it in pieces.
 */
export function clipboardSequence(text: string, environment: ClipboardEnvironment): string {
  const plain = `\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`;
  if (environment.tmux) return `${plain}\u001BPtmux;${plain.replaceAll('\u001B', '\u001B\u001B')}\u001B\\`;
  return environment.screen
    ? piecesOf(plain)
        .map((piece) => `\u001BP${piece}\u001B\\`)
        .join('')
    : plain;
}

/** GNU screen drops strings of more than 768 bytes; the sequence is ASCII, so bytes are characters. */
const longestPiece = 700;

function piecesOf(sequence: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < sequence.length; from += longestPiece)
    pieces.push(sequence.slice(from, from + longestPiece));
  return pieces;
}
