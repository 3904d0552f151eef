/** Whether the text begins as zerolog's do: `{"level":"`. */
export function beginsWithLevel(at: i32): bool {
  return load<u64>(at) == 0x226c6576656c227b && load<u16>(at, 8) == 0x223a; // {"level" :"
}

/**
 * The rank (0 trace, 1 debug, 2 info) of a line that is one of the many of no interest, told from its first bytes as zerolog
 * writes them (facts §5.1: `level` comes first), or -1: then the line must be parsed. 16 bytes are read of a text that
 * `beginsWithLevel`.
 */
export function quickLevel(at: i32): i32 {
  const word = load<u32>(at, 10);
  if (word == 0x6f666e69) return load<u8>(at, 14) == 0x22 ? 2 : -1; // info
  if (word == 0x75626564) return load<u16>(at, 14) == 0x2267 ? 1 : -1; // debu g"
  if (word == 0x63617274) return load<u16>(at, 14) == 0x2265 ? 0 : -1; // trac e"
  return -1;
}
