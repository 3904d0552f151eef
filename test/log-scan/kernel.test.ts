import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { window } from '#log-scan/kernel/assembly/layout.ts';
import { Kernel } from '#log-scan/kernel/kernel.ts';
import { createLogScanner } from '#log-scan/scanner.ts';
import { mask } from '#log-scan/tokens.ts';
import { compiledKernel, kernelCodeFile } from '../../scripts/compile-kernel.ts';
import { scan } from './scan.ts';
import { runs } from '../support/matrix.ts';

test('the kernel that is committed is what its sources compile to', async () => {
  expect(await compiledKernel()).toBe(readFileSync(kernelCodeFile, 'utf8'));
});

describe('shapes', () => {
  const kernel = new Kernel();
  const shapeOf = (text: string, at = 0): bigint => {
    // What stands around it must not matter.
    kernel.bytes.fill('7', window, window + 4096);
    const length = kernel.bytes.write(text, window + at);
    return kernel.run.shapeOf(window + at, window + at + length);
  };

  test('lines of one shape have the same masked text', () => {
    const part = fc.constantFrom('a', 'f', 'z', 'Z', '1', '22', '-', ' ', '.', '"', ':', 'sixteenlettersin');
    const word = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));
    const numbers = fc.array(fc.constantFrom('7', '66', '1234567890', '0x'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(word, word, numbers, (one, other, others) => {
        const renumbered = one.replace(/\d+/g, (_, at: number) => others[at % others.length] ?? '');
        for (const text of [other, renumbered]) {
          if (shapeOf(text) === shapeOf(one)) expect(mask(text)).toBe(mask(one));
        }
      }),
      runs(600),
    );
  });

  test('numbers of any length leave the shape as it is', () => {
    const texts = [
      'attempt 1 of 20',
      'attempt 123456789012345 of 3',
      'attempt 12 of 00000000000000000000000000',
    ];
    expect(new Set(texts.map((text) => shapeOf(text))).size).toBe(1);
    expect(shapeOf('attempt 1 of x')).not.toBe(shapeOf('attempt 1 of 20'));
  });

  test('the place in memory does not matter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(40), (text, at) => {
        expect(shapeOf(text, at)).toBe(shapeOf(text));
      }),
    );
  });
});

describe('phrases', () => {
  test('are found in the lines that hold them, and nowhere else', () => {
    const letter = fc.constantFrom('a', 'b', 'c');
    const phrase = fc.string({ unit: letter, minLength: 3, maxLength: 6 });
    const line = fc.string({ unit: letter, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { minLength: 1, maxLength: 12 }),
        fc.array(line, { maxLength: 8 }),
        (phrases, lines) => {
          const markers = phrases.map((each) => ({ id: each, phrase: each }));
          const found = scan(lines.map((each) => `${each}\n`).join(''), { markers }).markers;
          const counts = phrases.flatMap((each) => {
            const count = lines.filter((text) => text.includes(each)).length;
            return count > 0 ? [[each, count]] : [];
          });
          expect(Object.fromEntries(Object.entries(found).map(([id, { count }]) => [id, count]))).toEqual(
            Object.fromEntries(counts),
          );
        },
      ),
    );
  });

  test('what cannot be looked for is refused by name', () => {
    const scanner = (phrases: readonly string[]) => () =>
      createLogScanner({ timestamps: false, markers: phrases.map((phrase) => ({ id: phrase, phrase })) });
    expect(scanner(['ab'])).toThrow('3 to 128 bytes: ab');
    expect(scanner(Array.from({ length: 29 }, (_, i) => `phrase ${i}`))).toThrow('at most 28');
  });
});
