import { AnswerError, badRequest, notFound, statusAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { at, listAt, textAt } from './field.ts';
import type { LogGrowth } from './log-growth.ts';
import { readLogOptions, selectLines } from './log-options.ts';
import type { LogOptions } from './log-options.ts';
import type { KubeRequest } from './request.ts';
import type { KubeObject, LongLog, RecordedLog } from './scenario.ts';
import type { Store } from './store.ts';

const CHUNK = 64 * 1024;

/** Answers `GET …/pods/NAME/log`. */
export function answerLog(store: Store, request: KubeRequest, growth?: LogGrowth): Answer {
  const { namespace, name } = request.attributes;
  const options = readLogOptions(name, request.query, Date.now());
  const pod = store.get('pods', namespace, name);
  if (!pod) return notFound('', 'pods', name);
  const container = resolveContainer(pod, options.container);
  const log =
    store.log(namespace, name, container, options.previous) ??
    logFromStatus(pod, container, options.previous);
  if ('blocks' in log) return logAnswer(blocksOf(log, options), options);
  if (!('text' in log)) return statusAnswer(log.status, log.message);
  const parts =
    options.follow && !options.previous
      ? follow({ store, request, container, initial: log.text, growth }, options)
      : [selectLines(log.text, options)];
  return logAnswer(parts, options);
}

function logAnswer(parts: AsyncIterable<Buffer> | Iterable<Buffer>, options: LogOptions): Answer {
  return { status: 200, contentType: 'text/plain', body: limited(parts, options), compressible: false };
}

function* blocksOf({ blocks }: LongLog, options: LogOptions): Generator<Buffer> {
  const isWhole = options.timestamps && options.since === undefined && options.tailLines === undefined;
  for (const block of options.tailLines === undefined ? blocks : blocks.slice(-1)) {
    yield isWhole ? block : selectLines(block.toString(), options);
  }
}

/** The only container when none is named; init containers do not count. */
function resolveContainer(pod: KubeObject, asked: string): string {
  const names = (path: string): string[] => listAt(pod, path).map((container) => textAt(container, 'name'));
  const containers = names('spec.containers');
  const all = [...names('spec.initContainers'), ...containers, ...names('spec.ephemeralContainers')];
  const { name } = pod.metadata;
  if (asked === '') {
    const [only] = containers;
    if (only !== undefined && containers.length === 1) return only;
    const message = `a container name must be specified for pod ${name}, choose one of: [${all.join(' ')}]`;
    throw new AnswerError(badRequest(message));
  }
  if (!all.includes(asked))
    throw new AnswerError(badRequest(`container ${asked} is not valid for pod ${name}`));
  return asked;
}

const PULL_REASONS: Readonly<Record<string, string>> = {
  ErrImagePull: "image can't be pulled",
  ImagePullBackOff: 'trying and failing to pull image',
};

/** What the kubelet answers for a container of which no log is stored; follows `validateContainerLogStatus`. */
function logFromStatus(pod: KubeObject, container: string, previous: boolean): RecordedLog {
  // Nobody has a log of a pod that is on no node: the answer is empty.
  if (textAt(pod, 'spec.nodeName') === '') return { text: '' };
  const status = statusOf(pod, container);
  const subject = `container "${container}" in pod "${pod.metadata.name}"`;
  const refused = (message: string): RecordedLog => ({ status: 400, message });
  if (status === undefined) return refused(`${subject} is not available`);
  const hasRunBefore = textAt(status, 'lastState.terminated.containerID') !== '';
  if (previous) return hasRunBefore ? { text: '' } : refused(`previous terminated ${subject} not found`);
  if (at(status, 'state.running') !== undefined || hasRunBefore) return { text: '' };
  if (at(status, 'state.terminated') !== undefined) {
    return textAt(status, 'state.terminated.containerID')
      ? { text: '' }
      : refused(`${subject} is terminated`);
  }
  const reason = textAt(status, 'state.waiting.reason');
  if (reason === '') return refused(`${subject} is waiting to start - no logs yet`);
  return refused(`${subject} is waiting to start: ${PULL_REASONS[reason] ?? reason}`);
}

function statusOf(pod: KubeObject, container: string): unknown {
  return ['initContainerStatuses', 'containerStatuses', 'ephemeralContainerStatuses']
    .flatMap((list) => listAt(pod, `status.${list}`))
    .find((status) => textAt(status, 'name') === container);
}

/** Cuts at the byte limit, also in the middle of a character. */
async function* limited(
  parts: AsyncIterable<Buffer> | Iterable<Buffer>,
  { limitBytes = Infinity }: LogOptions,
): AsyncGenerator<Buffer> {
  let left = limitBytes;
  for await (const part of parts) {
    for (let start = 0; start < part.length && left > 0; start += CHUNK) {
      const chunk = part.subarray(start, Math.min(start + CHUNK, start + left));
      left -= chunk.length;
      yield chunk;
    }
    if (left <= 0) return;
  }
}

/**
 * Sends what there is, then what is added to the stored log, until the client leaves or the container's run ends. A text
 * that does not go on with what there was is the file after a rotation, and is sent whole.
 */
async function* follow(
  {
    store,
    request,
    container,
    initial,
    growth,
  }: {
    readonly store: Store;
    readonly request: KubeRequest;
    readonly container: string;
    /** The log when it was asked for. */
    readonly initial: string;
    readonly growth: LogGrowth | undefined;
  },
  options: LogOptions,
): AsyncGenerator<Buffer> {
  const { namespace, name } = request.attributes;
  const { signal } = request;
  const run = runOf(store.get('pods', namespace, name), container);
  let wake = (): void => {};
  const unsubscribe = [
    store.onLog(() => wake()),
    store.onChange(() => wake()),
    ...(growth && run !== '' ? [growth.follow(namespace, name, container)] : []),
  ];
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    yield selectLines(initial, options);
    let sent = initial;
    while (!signal.aborted) {
      const isSameRun = run !== '' && runOf(store.get('pods', namespace, name), container) === run;
      const log = store.log(namespace, name, container, false);
      if (isSameRun && log && 'text' in log && log.text !== sent) {
        const added = log.text.startsWith(sent) ? log.text.slice(sent.length) : log.text;
        sent = log.text;
        yield selectLines(added, { ...options, tailLines: undefined });
      } else if (isSameRun) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else {
        return;
      }
    }
  } finally {
    for (const end of unsubscribe) end();
    signal.removeEventListener('abort', onAbort);
  }
}

/** Tells the runs of a container apart; empty when it does not run. */
function runOf(pod: KubeObject | undefined, container: string): string {
  const status = pod && statusOf(pod, container);
  if (at(status, 'state.running') === undefined) return '';
  return `${String(at(status, 'restartCount'))} ${textAt(status, 'state.running.startedAt')}`;
}
