import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Scenario, scenarioSchema } from './scenario.ts';

export interface ScenarioFile extends Scenario {
  /** Name of the file without its ending. */
  readonly name: string;
}

/** All scenarios of a folder, in the order of their names. @throws what is wrong with a file, and where in it */
export async function readScenarios(folder: string): Promise<readonly ScenarioFile[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted();
  return Promise.all(
    files.map(async (file) => readScenario(await readFile(join(folder, file), 'utf8'), file)),
  );
}

/** @throws what is wrong with the text, and where in it */
export function readScenario(text: string, file: string): ScenarioFile {
  const read = scenarioSchema.safeParse(parse(text));
  if (!read.success) throw new Error(`${file}:\n${z.prettifyError(read.error)}`);
  return { ...read.data, name: basename(file, '.yaml') };
}

export const scenarioFolder = resolve(import.meta.dirname, '../scenarios');
