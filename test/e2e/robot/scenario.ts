/** What a scenario file may say. A field that is not here, or a scenario that cannot fail, is refused with its place. */
import { z } from 'zod';
import { languages } from '#i18n/texts.ts';
import { isKey, keyNames } from './keys.ts';

const size = z
  .string()
  .regex(/^\d+x\d+$/, 'a size is columns x rows, e.g. 80x24')
  .transform((text) => {
    const [columns = 0, rows = 0] = text.split('x').map(Number);
    return { columns, rows };
  });
export type Size = z.output<typeof size>;

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'mu');
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

/**
 * Words on the screen: as they are, one form a language (`en`, `ja`), or an entry of the text catalogue by its path
 * (`text: ui.help.title`). `with` is what the entry takes: the fields of a note, or a list of arguments.
 */
const words = z.preprocess(
  (given) => (typeof given === 'string' ? { en: given, ja: given } : given),
  z
    .strictObject({
      en: z.string().min(1).optional(),
      ja: z.string().min(1).optional(),
      text: z.string().min(1).optional(),
      with: z.union([z.array(z.json()), z.record(z.string(), z.json())]).optional(),
    })
    .refine(
      ({ en, ja, text }) => (text === undefined ? en !== undefined && ja !== undefined : en === undefined),
      {
        message: 'words are a text, both of en and ja, or the path of an entry of the catalogue (text)',
      },
    ),
);
export type Words = z.output<typeof words>;

/** Where it holds at all: on terminals at least as large, or less large. */
const where = { from: size.optional(), below: size.optional() };

const kinds = ['see', 'not', 'line', 'regex', 'not-regex', 'sent', 'read'] as const;
const expectation = z.preprocess(
  // The usual case, words that must be there, needs no name.
  (given) => (typeof given === 'string' || isBareWords(given) ? { see: given } : given),
  z
    .strictObject({
      see: words.optional(),
      not: words.optional(),
      /** A line of the screen that says this and nothing else. */
      line: words.optional(),
      regex: pattern.optional(),
      'not-regex': pattern.optional(),
      /** What the program sent since the last key, control sequences and all. */
      sent: pattern.optional(),
      /** Everything has been read: no step waits for an answer any more. */
      read: z.literal(true).optional(),
      ...where,
    })
    .refine(exactlyOne(kinds), { message: `an expectation is one of ${kinds.join(', ')}` }),
);
export type Expectation = z.output<typeof expectation>;

const expectations = listOf(expectation).refine(
  (all) => all.some((one) => one.not === undefined && one['not-regex'] === undefined),
  { message: 'what must not be there is not there yet, either: also name something that must be' },
);

const key = z.string().refine(isKey, { message: `a key is one of ${keyNames}` });

const fault = z.strictObject({
  kind: z.enum(['delay', 'hang', 'reset', 'status']),
  /** A part of the path with its query; all requests without it. */
  on: z.string().optional(),
  times: z.int().positive().optional(),
  /** Of a delay. */
  ms: z.int().positive().optional(),
  /** Of a status. */
  status: z.int().optional(),
});
export type ServerFault = z.output<typeof fault>;

const verbs = ['press', 'type', 'paste', 'expect', 'resize', 'signal', 'cluster'] as const;
const step = z
  .strictObject({
    press: listOf(key).optional(),
    /** Text in one piece, as a fast typist or a slow line brings it. */
    type: z.string().min(1).optional(),
    paste: z.string().min(1).optional(),
    /** Waits until all of it is on the screen at once. */
    expect: expectations.optional(),
    /** Seconds that an expectation may take. */
    within: z.number().positive().optional(),
    resize: size.optional(),
    signal: z.enum(['SIGTERM', 'SIGHUP']).optional(),
    /** The cluster changes behind the program's back; `faults` replace those there were. */
    cluster: z.strictObject({ becomes: z.string().optional(), faults: z.array(fault).optional() }).optional(),
    ...where,
  })
  .refine(exactlyOne(verbs), { message: `a step is one of ${verbs.join(', ')}` });
export type Step = z.output<typeof step>;

const server = z.strictObject({
  scenario: z.string(),
  faults: z.array(fault).optional(),
  /** What the reader may do; everything, if not said. */
  may: z.enum(['everything', 'nothing']).default('everything'),
  latencyMs: z.int().positive().optional(),
  /** The log of this container becomes this long, in lines of the log it has. */
  log: z.strictObject({ container: z.string(), lines: z.int().positive() }).optional(),
});
export type ServerStart = z.output<typeof server>;

const sources = ['demo', 'snapshot', 'server', 'unreachable', 'bare'] as const;
const start = z
  .strictObject({
    /** A scenario of the demo, run by `--demo`. */
    demo: z.string().optional(),
    /** The same, collected into a file first, and replayed by `--from`. */
    snapshot: z.string().optional(),
    /** A cluster behind a kubeconfig, which can be slow, refuse or change. */
    server: server.optional(),
    /** A kubeconfig whose server is not there. */
    unreachable: z.literal(true).optional(),
    /** No configuration at all. */
    bare: z.literal(true).optional(),
    args: z.array(z.string()).default([]),
    env: z.record(z.string(), z.string()).default({}),
    /** Files that are there already, in the folder in which the program runs. */
    files: z.record(z.string(), z.string()).default({}),
    /** From an interactive shell with job control, as a person does: for Ctrl-Z and fg. */
    shell: z.literal(true).optional(),
  })
  .refine(exactlyOne(sources), { message: `a start names one of ${sources.join(', ')}` });
export type Start = z.output<typeof start>;

const ending = z.strictObject({
  status: z.int(),
  /** On the normal screen, after the program. */
  prints: z.array(words).default([]),
  files: z.array(z.strictObject({ name: pattern, holds: z.array(z.string()).min(1) })).default([]),
});

/** States of the program and its surroundings that must each be shown by a scenario. */
export const states = [
  'demo',
  'snapshot',
  'several-meshes',
  'unreachable',
  'forbidden',
  'slow',
  'huge-log',
  'tiny',
  'no-color',
  'ascii',
  'dumb',
  'resized',
  'write-failed',
  'file-exists',
  'suspended',
  'interrupted',
  'terminated',
  'hung-up',
  'full-width',
  'fast-typing',
  'pasted',
] as const;

export const scenarioSchema = z
  .strictObject({
    title: z.string().min(1),
    shows: z.array(z.enum(states)).default([]),
    sizes: z
      .array(size)
      .min(1)
      .default(() => [
        { columns: 80, rows: 24 },
        { columns: 60, rows: 15 },
      ]),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .default(() => [...languages]),
    start,
    steps: z.array(step),
    /** Without it the robot leaves by Ctrl-C, and the status must be 130. */
    ends: ending.optional(),
    /** What the program must never send. */
    never: z.array(pattern).default([]),
  })
  .refine(({ steps }) => steps.some((one) => one.expect !== undefined), {
    message: 'a scenario that expects nothing cannot fail',
    path: ['steps'],
  });
export type Scenario = z.output<typeof scenarioSchema>;

/** One, or a list of them. */
function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(item).min(1));
}

function exactlyOne<Name extends string>(names: readonly Name[]) {
  return (given: Readonly<Partial<Record<Name, unknown>>>): boolean =>
    names.filter((name) => given[name] !== undefined).length === 1;
}

function isBareWords(given: unknown): boolean {
  return typeof given === 'object' && given !== null && ('text' in given || 'en' in given || 'ja' in given);
}
