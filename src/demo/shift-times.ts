import type { KubeObject, RecordedAnswer, RecordedLog, Scenario } from './scenario.ts';

/**
 * `2026-11-23T08:59:29`, `2026-11-23 08:59:29` (Pipy) and `2026/11/23 09:15:35` (Go's log package). Fraction and zone
 * follow the match and stay as they are, so that precision and format are preserved.
 */
const DATE_AND_TIME = /\b(\d{4})([-/])(\d{2})\2(\d{2})([T ])(\d{2}:\d{2}:\d{2})(?!\d)/g;

/** `E1123 09:15:35.123456`: klog writes no year. */
const KLOG_TIME = /(?<=^|[\s"])([IWEF])(\d{2})(\d{2}) (\d{2}:\d{2}:\d{2})(?=\.\d{6})/gm;

/**
 * Moves every time stamp of a scenario: in objects (also inside managedFields and messages), before log lines, inside
 * log lines and inside answers. Names are left alone, as no name can hold a time stamp of these formats.
 * @param deltaMs Rounded down to whole seconds: many stamps carry no fraction, and would otherwise change their order
 *   relative to those that do.
 */
export function shiftTimes(scenario: Scenario, deltaMs: number): Scenario {
  const shift = shifter(scenario.recordedAt, deltaMs);
  return {
    ...scenario,
    recordedAt: shift(scenario.recordedAt),
    objects: mapValues(scenario.objects, (list) => list.map((object) => walk(object, shift) as KubeObject)),
    logs: mapValues(scenario.logs, (log): RecordedLog =>
      'text' in log ? { text: shift(log.text) } : { ...log, message: shift(log.message) },
    ),
    proxies: mapValues(scenario.proxies, (answer): RecordedAnswer => ({
      ...answer,
      body: shift(answer.body),
    })),
  };
}

/**
 * Makes the function that moves all time stamps in a text.
 * @param reference Tells the year of those stamps that have none (klog).
 */
export function shifter(reference: string, deltaMs: number): (text: string) => string {
  const delta = Math.floor(deltaMs / 1000) * 1000;
  const year = reference.slice(0, 4);
  // A log repeats few seconds many thousand times.
  const known = new Map<string, string>();
  const move = (date: string, time: string): string => {
    const key = `${date}T${time}Z`;
    let moved = known.get(key);
    if (moved === undefined) {
      const instant = Date.parse(key);
      moved = Number.isNaN(instant) ? key : new Date(instant + delta).toISOString();
      known.set(key, moved);
    }
    return moved;
  };
  return (text) =>
    text
      .replace(
        DATE_AND_TIME,
        (_, y: string, dash: string, m: string, d: string, gap: string, time: string) => {
          const moved = move(`${y}-${m}-${d}`, time);
          return moved.slice(0, 10).replaceAll('-', dash) + gap + moved.slice(11, 19);
        },
      )
      .replace(KLOG_TIME, (_, level: string, m: string, d: string, time: string) => {
        const moved = move(`${year}-${m}-${d}`, time);
        return `${level}${moved.slice(5, 7)}${moved.slice(8, 10)} ${moved.slice(11, 19)}`;
      });
}

function walk(value: unknown, shift: (text: string) => string): unknown {
  if (typeof value === 'string') return shift(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, shift));
  if (typeof value !== 'object' || value === null) return value;
  return mapValues(value as Record<string, unknown>, (field) => walk(field, shift));
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  const result: Record<string, To> = {};
  for (const [key, value] of Object.entries(record)) result[key] = map(value);
  return result;
}
