import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { ProblemError } from '#errors/problem.ts';
import { redactText } from '#snapshot/redact.ts';
import { isInCluster, kubeconfigFiles, serviceAccountFiles } from './kubeconfig-location.ts';
import type { Environment } from './kubeconfig-location.ts';
import { readKubeconfig } from './kubeconfig-file.ts';
import type { Configuration, ContextChoice } from './connection.ts';
import type { ClusterConfig, ContextConfig, Kubeconfig, UserConfig } from './kubeconfig.ts';
import { authorityTrouble, isFolder, missingHalf } from './validate-credentials.ts';

export interface ConfigurationOptions {
  /** `--kubeconfig` */
  readonly kubeconfig?: string;
  /** `--context`; default: the configuration's current context. */
  readonly context?: string;
  readonly env: Environment;
}

interface Named<T> {
  readonly name: string;
  readonly value: T;
  readonly file: string;
}

interface Merged {
  readonly currentContext: string | undefined;
  readonly clusters: readonly Named<ClusterConfig>[];
  readonly users: readonly Named<UserConfig>[];
  readonly contexts: readonly Named<ContextConfig>[];
  readonly files: readonly string[];
}

/**
 * Finds the configuration as kubectl does: `--kubeconfig`, else the files of KUBECONFIG merged (the first value of a
 * name wins, missing files are skipped), else ~/.kube/config, else the service account of the pod this runs in.
 * @throws {ProblemError} kubeconfig-missing, kubeconfig-malformed, unknown-context, no-current-context, context-incomplete, no-configuration.
 */
export async function loadConfiguration(options: ConfigurationOptions): Promise<Configuration> {
  const merged = await readAll(options);
  if (merged === undefined || (merged.contexts.length === 0 && options.context === undefined)) {
    if (isInCluster(options.env)) return inClusterConfiguration(options.env);
    if (merged === undefined) throw new ProblemError({ kind: 'no-configuration' });
  }
  return chooseContext(merged, options);
}

async function readAll({ kubeconfig, env }: ConfigurationOptions): Promise<Merged | undefined> {
  const { from, files } = kubeconfigFiles(env, kubeconfig);
  const read = await Promise.all(files.map(async (file) => ({ file, config: await readKubeconfig(file) })));
  const found = read.filter(
    (entry): entry is { file: string; config: Kubeconfig } => entry.config !== undefined,
  );
  if (found.length > 0) return merge(found);
  if (from === 'home') return undefined;
  throw new ProblemError({ kind: 'kubeconfig-missing', files, from });
}

function merge(found: readonly { readonly file: string; readonly config: Kubeconfig }[]): Merged {
  const all = <T>(pick: (config: Kubeconfig) => readonly Named<T>[]): readonly Named<T>[] => {
    const byName = new Map<string, Named<T>>();
    for (const { file, config } of found) {
      for (const entry of pick(config))
        if (!byName.has(entry.name)) byName.set(entry.name, { ...entry, file });
    }
    return [...byName.values()];
  };
  const empty = {} as const;
  return {
    currentContext: found.map(({ config }) => config['current-context']).find(Boolean),
    clusters: all((config) =>
      config.clusters.map(({ name, cluster }) => ({
        name,
        value: cluster ?? (empty as ClusterConfig),
        file: '',
      })),
    ),
    users: all((config) => config.users.map(({ name, user }) => ({ name, value: user ?? noUser, file: '' }))),
    contexts: all((config) =>
      config.contexts.map(({ name, context }) => ({
        name,
        value: context ?? (empty as ContextConfig),
        file: '',
      })),
    ),
    files: found.map(({ file }) => file),
  };
}

/** A user of whom nothing is known: anonymous. */
const noUser = { 'as-groups': [] } as unknown as UserConfig;

async function chooseContext(merged: Merged, options: ConfigurationOptions): Promise<Configuration> {
  const known = merged.contexts.map(({ name }) => name).toSorted();
  const wanted = options.context ?? merged.currentContext;
  const file = merged.files[0] ?? '';
  if (wanted === undefined) {
    if (known.length > 0) throw new ProblemError({ kind: 'no-current-context', file, known });
    throw new ProblemError({ kind: 'context-incomplete', context: '', file, missing: 'current-context' });
  }
  const context = merged.contexts.find(({ name }) => name === wanted);
  if (!context) {
    if (options.context !== undefined || known.length > 0) {
      throw new ProblemError({ kind: 'unknown-context', context: wanted, known });
    }
    throw new ProblemError({ kind: 'context-incomplete', context: wanted, file, missing: 'contexts' });
  }
  const incomplete = (missing: string, where = context.file, cause?: unknown): ProblemError =>
    new ProblemError({ kind: 'context-incomplete', context: wanted, file: where, missing }, cause);
  const { cluster: clusterName, user: userName, namespace } = context.value;
  if (!clusterName) throw incomplete('cluster');
  const cluster = merged.clusters.find(({ name }) => name === clusterName);
  if (!cluster) throw incomplete(`clusters: ${clusterName}`);
  const { server } = cluster.value;
  if (!server) throw incomplete(`clusters: ${clusterName}: server`, cluster.file);
  if (!URL.canParse(server) || !/^https?:/i.test(server)) {
    throw malformed(
      cluster.file,
      `clusters: ${clusterName}: server: ${redactText(server)} is no http or https URL`,
    );
  }
  const trouble = authorityTrouble({ cluster: cluster.value });
  if (trouble !== undefined) throw malformed(cluster.file, `clusters: ${clusterName}: ${trouble}`);
  const user = userName ? merged.users.find(({ name }) => name === userName) : undefined;
  if (userName && !user) throw incomplete(`users: ${userName}`);
  const files = [
    ...certificateFiles(
      cluster.value,
      [['certificate-authority', 'certificate-authority-data']],
      cluster.file,
    ),
    ...(user ? certificateFiles(user.value, userFiles, user.file) : []),
  ];
  for (const { path, from } of files) {
    await access(path, constants.R_OK).catch((error: unknown) => {
      throw incomplete(path, from, error);
    });
    if (await isFolder(path)) throw malformed(from, `${path} is a folder, not a file`);
  }
  const half = user && !user.value.exec ? missingHalf(user.value) : undefined;
  if (half !== undefined) throw incomplete(`users: ${userName}: ${half}`, user?.file);
  return {
    context: wanted,
    ...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig }),
    server: server.replace(/\/+$/, ''),
    ...(namespace !== undefined && { namespace }),
    contexts: choices(merged, wanted),
    cluster: cluster.value,
    user: user?.value ?? noUser,
    env: options.env,
  };
}

const userFiles = [
  ['client-certificate', 'client-certificate-data'],
  ['client-key', 'client-key-data'],
  ['tokenFile', 'token'],
] as const;

/** The files that will be needed: data given inline comes before a file of the same meaning. */
function certificateFiles(
  config: ClusterConfig | UserConfig,
  pairs: readonly (readonly [file: string, inline: string])[],
  from: string,
): { readonly path: string; readonly from: string }[] {
  const values = config as Readonly<Record<string, unknown>>;
  return pairs.flatMap(([file, inline]) => {
    const path = values[file];
    return typeof path === 'string' && path !== '' && !values[inline] ? [{ path, from }] : [];
  });
}

function malformed(file: string, reason: string): ProblemError {
  return new ProblemError({ kind: 'kubeconfig-malformed', file, reason });
}

/**
 * Every context of the configuration, to choose from; none in a cluster.
 * @param current The one in use; by default the configuration's current context.
 * @throws {ProblemError} kubeconfig-missing, kubeconfig-malformed.
 */
export async function listContexts(
  options: ConfigurationOptions,
  current?: string,
): Promise<readonly ContextChoice[]> {
  const merged = await readAll(options);
  return merged === undefined ? [] : choices(merged, current ?? merged.currentContext);
}

function choices(merged: Merged, chosen: string | undefined): ContextChoice[] {
  const servers = new Map(merged.clusters.map(({ name, value }) => [name, placeOf(value.server ?? '')]));
  return merged.contexts.map(({ name, value }) => ({
    name,
    cluster: value.cluster ?? '',
    user: value.user ?? '',
    server: servers.get(value.cluster ?? '') ?? '',
    ...(value.namespace !== undefined && { namespace: value.namespace }),
    isCurrent: name === chosen,
  }));
}

/** A URL without scheme, credentials, query and default port. */
function placeOf(server: string): string {
  if (!URL.canParse(server)) return '';
  const { host, pathname } = new URL(server);
  return host + pathname.replace(/\/+$/, '');
}

async function inClusterConfiguration(env: Environment): Promise<Configuration> {
  const host = env['KUBERNETES_SERVICE_HOST'] ?? '';
  const namespace = await readFile(serviceAccountFiles.namespace, 'utf8').catch(() => '');
  return {
    server: `https://${host.includes(':') ? `[${host}]` : host}:${env['KUBERNETES_SERVICE_PORT'] ?? '443'}`,
    ...(namespace.trim() !== '' && { namespace: namespace.trim() }),
    contexts: [],
    cluster: { 'certificate-authority': serviceAccountFiles.ca } as ClusterConfig,
    user: { ...noUser, tokenFile: serviceAccountFiles.token },
    env,
  };
}
