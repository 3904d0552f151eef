import { describe, expect, test } from 'vitest';
import type { CauseCode, CauseParams, FindingCode, FindingParams } from '#diagnosis/registry.ts';
import { causeCodes, findingCodes } from '#steps/catalogue.ts';
import {
  catalogues,
  causeTexts,
  type DiagnosisTexts,
  findingTexts,
  namespace,
  otherTexts,
  pod,
  problemText,
  type Rendered,
} from './rendered.ts';
import { endpointOf } from '#i18n/ports.ts';
import { sampleGaps, sampleProblems } from './sample-commands.ts';
import { sampleCause, sampleFinding, sampleFindings } from './sample-params.ts';
import { variants } from './variants.ts';

const languages = Object.entries(catalogues);
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

function allFindingTexts(texts: DiagnosisTexts): readonly Rendered[] {
  return findingCodes.flatMap((code) =>
    variants(code, sampleFinding(code)).flatMap((params) => [
      ...findingTexts(texts, code, params),
      ...findingTexts(texts, code, params, namespace),
    ]),
  );
}

function allCauseTexts(texts: DiagnosisTexts): readonly Rendered[] {
  return causeCodes.flatMap((code) =>
    [...variants(code, sampleCause(code)), ...(unknownInCauses[code] ? [unknownInCauses[code]] : [])].flatMap(
      (params) => [...causeTexts(texts, code, params), ...causeTexts(texts, code, params, pod)],
    ),
  );
}

/** Causes are told from findings that may not know container, path or URL. */
const unknownInCauses: Partial<CauseParams> = {
  'bootstrap-not-ready': { init: 'init-osm-controller, init-osm-injector' },
  'slow-start': { container: '' },
  'liveness-answers-503': { subProbe: '', path: '', container: '' },
  'readiness-answers-503': { subProbe: '', path: '', container: '' },
  'probe-endpoint-unreachable': { url: '', container: '', status: 0 },
  'process-ends': { container: '', exitCode: 1, lastWords: '', errorCode: '' },
  'failed-before': { container: '', reason: '', restarts: 0 },
  'not-ready-unexplained': { status: '' },
};

function allTexts(texts: DiagnosisTexts): readonly Rendered[] {
  return [...allFindingTexts(texts), ...allCauseTexts(texts), ...otherTexts(texts)];
}

/** The wrong ones, each once. */
function failing(texts: readonly Rendered[], isWrong: (text: string) => boolean): readonly string[] {
  return [...new Set(texts.filter(([, text]) => isWrong(text)).map(([path, text]) => `${path}: ${text}`))];
}

describe.each(languages)('every text in %s', (_, texts) => {
  test('says something, and nothing of the machine room', () => {
    const wrong = /undefined|\bnull\b|NaN|\[object|=>/u;
    expect(failing(allTexts(texts), (text) => text.trim() === '' || wrong.test(text))).toEqual([]);
  });

  test('holds no control characters, no doubled spaces and nothing where a value should be', () => {
    const wrong = /\p{Cc}|\p{Cf}|\S {2}|""|「」|\(\)|（）|: \.|\.\.(?!\.)(?<!\.\.\.)/u;
    const core = '[""]';
    expect(failing(allTexts(texts), (text) => wrong.test(text.replace(core, '[]')))).toEqual([]);
  });

  test('is calm', () => {
    expect(failing(allTexts(texts), (text) => /!|！|please|sorry|下さい/iu.test(text))).toEqual([]);
  });

  test('is a sentence where a sentence is due', () => {
    const due = [...allFindingTexts(texts), ...allCauseTexts(texts)].filter(
      ([path]) => !path.endsWith('.title'),
    );
    expect(failing(due, (text) => !/(?:[.。]|[.!?]")$/u.test(text))).toEqual([]);
  });

  test('never says that all of nothing passed', () => {
    const passed = allTexts(texts).filter(([path]) => path.endsWith('.passed(0)'));
    expect(passed.length).toBeGreaterThan(10);
    expect(failing(passed, (text) => /0/u.test(text))).toEqual([]);
  });

  test('cuts the words of a message that is a page long', () => {
    const message = 'word '.repeat(2_000);
    const long = findingCodes.flatMap((code) => {
      const params = sampleFinding(code);
      return 'message' in params ? findingTexts(texts, code, { ...params, message }) : [];
    });
    expect(long.length).toBeGreaterThan(30);
    expect(failing(long, (text) => text.length > 900)).toEqual([]);
    const titles = long.filter(([path]) => path.endsWith('.title'));
    expect(failing(titles, (text) => text.length > 200)).toEqual([]);
  });
});

describe('Japanese texts', () => {
  const commandLine = /^(?:osm-edge-doctor|kubectl|aws) | {2}\S+/u;
  const termsAlone = /^(?:facts\.\w+|[\w-]+\.title)$/u;

  test('are Japanese, but for commands and terms', () => {
    const texts = allTexts(catalogues.ja).filter(
      ([path, text]) => !termsAlone.test(path) && !commandLine.test(text),
    );
    expect(failing(texts, (text) => !japanese.test(text))).toEqual([]);
    const titles = findingCodes.flatMap((code) =>
      findingTexts(catalogues.ja, code, sampleFinding(code)).slice(0, 1),
    );
    expect(failing(titles, (text) => !japanese.test(text))).toEqual([]);
  });

  test('have a space between Japanese and Latin words, and none within Japanese', () => {
    const letter = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]`;
    const missing = new RegExp(`${letter}[A-Za-z0-9]|[A-Za-z0-9]${letter}`, 'u');
    const needless = new RegExp(`${letter} ${letter}|[」。、] |[^:。] 「`, 'u');
    expect(failing(allTexts(catalogues.ja), (text) => missing.test(text) || needless.test(text))).toEqual([]);
  });

  test('have full-width parentheses and question marks, and a space behind each colon', () => {
    const letter = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]`;
    const wrong = new RegExp(String.raw`${letter}[()?]|[()]${letter}|${letter}:(?! |$)`, 'u');
    expect(failing(allTexts(catalogues.ja), (text) => wrong.test(text))).toEqual([]);
  });

  test('have tabs of at most six characters', () => {
    for (const { tab } of Object.values(catalogues.ja.steps)) expect(tab.length).toBeLessThanOrEqual(6);
  });
});

describe('English texts', () => {
  test('need no more than ASCII', () => {
    expect(failing(allTexts(catalogues.en), (text) => /[^\u0020-\u007e]/u.test(text))).toEqual([]);
  });

  test('have titles that fit a list row, but for words of the cluster', () => {
    const titles = findingCodes.flatMap((code) => {
      const params = sampleFinding(code);
      const own =
        'message' in params
          ? { ...params, message: 'words' }
          : 'remains' in params
            ? { ...params, remains: ['Namespace/x'] }
            : params;
      return findingTexts(catalogues.en, code, own).slice(0, 1);
    });
    expect(failing(titles, (text) => text.length > 76)).toEqual([]);
  });

  test('count in the singular and in the plural', () => {
    const title = (count: number): string =>
      catalogues.en.findings['probe-event-status'].title(
        { container: 'c', probe: 'liveness', status: 503, count },
        pod,
      );
    expect(title(1)).toBe('liveness returned 503, 1 time (c)');
    expect(title(2)).toBe('liveness returned 503, 2 times (c)');
    const wrong =
      /(?<![\d.-])1 (?:[A-Z]*[a-z]+ ){0,2}(?:times|restarts|Pods|replicas|errors|kinds|panics|probes|CRDs|events|containers|logs|Services|Deployments|configurations|lines|items)\b|\b[02-9] (?:time|restart|Pod|replica|error|panic|probe|event|container|log|Service|Deployment|line|item)\b/u;
    expect(failing(allTexts(catalogues.en), (text) => wrong.test(text))).toEqual([]);
  });
});

/** Names without which a title or headline says nothing. */
const namesInTitles: { readonly [C in FindingCode]?: readonly (keyof FindingParams[C] & string)[] } = {
  'stray-sidecar': ['injector'],
  'foreign-mesh-sidecar': ['container'],
  'namespace-enrolled': ['mesh'],
  'namespace-enrolled-in-own-mesh': ['mesh'],
  'invalid-injection-annotation': ['value'],
  'image-pull': ['image'],
  'volume-mount': ['volume'],
  'probe-event-status': ['probe', 'container', 'status', 'count'],
  'probe-event-refused': ['probe', 'container', 'port'],
  'crash-loop': ['container', 'restarts'],
  'out-of-memory': ['container', 'limit'],
  'container-terminated': ['container', 'exitCode', 'reason'],
  'create-rejected': ['webhook'],
  'mesh-fatal-event': ['reason', 'message'],
  'init-not-done': ['container', 'exitCode'],
  'log-fatal': ['message', 'count'],
  'log-error': ['errorCode', 'message'],
  'log-missing-resource': ['resource'],
  'log-port-in-use': ['port'],
  'log-level-silences': ['level'],
  'component-missing': ['component'],
  'no-pods': ['component', 'wanted'],
  'component-down': ['ready', 'wanted'],
  'replica-not-ready': ['ready', 'status'],
  'probe-status': ['probe', 'status', 'subProbe'],
  'probe-refused': ['probe', 'url'],
  'service-without-endpoints': ['service'],
  'stale-webhook': ['service'],
  'smi-kind-not-served': ['kind', 'groupVersion'],
  'crd-missing': ['crd'],
  'mesh-config-absent': ['name'],
};
const namesInHeadlines: { readonly [C in CauseCode]?: readonly (keyof CauseParams[C] & string)[] } = {
  'injected-by-other-mesh': ['injector', 'injectorNamespace', 'workloads'],
  'injected-by-other-product': ['workloads'],
  'image-not-pullable': ['image'],
  'smi-api-missing': ['missing'],
  'watched-crd-missing': ['missing'],
  'rbac-missing': ['resources', 'account'],
  'stale-webhook-configuration': ['configurations', 'service', 'namespaces'],
  'own-webhook-dead-lock': ['mesh', 'namespace', 'webhook'],
  'webhook-unreachable': ['webhook', 'mesh', 'port', 'namespaces'],
  'webhook-not-listening': ['webhook', 'mesh', 'port', 'namespaces'],
  'pod-security-rejects-pods': ['namespace', 'object'],
  'quota-exceeded': ['object', 'workloads'],
  'priority-class-not-admitted': ['object', 'workloads'],
  'priority-class-missing': ['object', 'workloads'],
  'service-account-missing': ['object', 'workloads'],
  'limit-range-rejects-pods': ['object', 'workloads'],
  'namespace-terminating': ['namespace'],
  'webhook-ca-not-valid': ['objects', 'time'],
  'webhook-ca-expires-soon': ['objects', 'until'],
  'mesh-has-two-cas': ['objects'],
  'crd-conversion-webhook': ['crds', 'service'],
  'ca-secret-broken': ['secret', 'errorCode'],
  'liveness-answers-503': ['container', 'path', 'subProbe'],
  'process-ends': ['container', 'exitCode', 'errorCode'],
  'failed-before': ['container', 'restarts', 'reason'],
  'enrolled-in-other-mesh': ['mesh', 'namespace'],
};

describe.each(languages)('names in %s', (_, texts) => {
  test.each(Object.entries(namesInTitles))('stand in a title of %s', (code, keys) => {
    const titles = sampleFindings(code as FindingCode).map((params) => {
      const [[, title] = ['', '']] = findingTexts(texts, code as FindingCode, params);
      const values = new Map(Object.entries(params));
      return { title, names: keys.map((key) => endpointOf(String(values.get(key)))) };
    });
    expect(titles).toSatisfy(() =>
      titles.some(({ title, names }) => names.every((name) => title.includes(name))),
    );
  });

  test.each(Object.entries(namesInHeadlines))('stand in the headline of %s', (code, keys) => {
    const params = sampleCause(code as CauseCode);
    const [[, headline] = ['', '']] = causeTexts(texts, code as CauseCode, params);
    const values = new Map(Object.entries(params));
    for (const key of keys) expect(headline).toContain(String(values.get(key)));
  });

  test('a title leaves out the name that its subject has', () => {
    const subject = { ...pod, kind: 'Deployment', name: 'osm-injector' } as const;
    const title = texts.findings['component-missing'].title({ component: 'osm-injector' }, subject);
    expect(title).not.toContain('osm-injector');
  });

  test('a refused fact names the rule to add', () => {
    const refused = sampleGaps
      .filter(({ observed }) => observed.state === 'refused')
      .map((gap) => texts.reading.gap(gap));
    expect(refused[0]).toContain('apiGroups ["apps"] resources ["deployments"] verbs ["list"]');
    expect(refused[0]).toContain('docs/rbac.yaml');
    expect(refused[1]).toContain('apiGroups [""] resources ["pods/log"] verbs ["get"]');
    expect(refused[1]).toContain('osm-system');
  });

  test('a problem names its input and the way out', () => {
    const context = problemText(texts, sampleProblems['unknown-context']);
    expect(context.what).toContain('prod');
    expect(context.wayOut).toEqual([expect.any(String), '  prod-tokyo', '  prod-osaka']);
    const plugin = problemText(texts, sampleProblems['exec-plugin-failed']);
    expect(plugin.what).toContain('Token has expired');
    expect(plugin.what).not.toContain('sso login');
    expect(plugin.wayOut).toContain("aws eks get-token --cluster-name 'prod tokyo'");
    const none = problemText(texts, sampleProblems['no-configuration']).wayOut.join('\n');
    for (const option of ['--kubeconfig FILE', '--demo NAME', '--from FILE']) expect(none).toContain(option);
    expect(problemText(texts, sampleProblems.unreachable).wayOut).toContain(
      'kubectl --context prod-tokyo get --raw /readyz',
    );
  });
});
