import { z } from 'zod';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);
const names = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

const execConfig = z.object({
  apiVersion: text,
  command: z.string(),
  args: names,
  env: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullish()
    .transform((value) => value ?? []),
  installHint: text,
  provideClusterInfo: z.boolean().nullish(),
  interactiveMode: text,
});

export const clusterConfig = z.object({
  server: text,
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': z.boolean().nullish(),
  'tls-server-name': text,
  'proxy-url': text,
});

export const userConfig = z.object({
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
  token: text,
  tokenFile: text,
  username: text,
  password: text,
  as: text,
  'as-uid': text,
  'as-groups': names,
  'as-user-extra': z.record(z.string(), names).nullish(),
  'auth-provider': z.looseObject({ name: z.string() }).nullish(),
  exec: execConfig.nullish(),
});

const contextConfig = z.object({ cluster: text, user: text, namespace: text });

/** An empty entry (`user: {}` left out) is legal, and means that nothing is set. */
const entries = <K extends string, T extends z.ZodType>(key: K, value: T) =>
  z
    .array(
      z.object({ name: z.string(), [key]: value.nullish() } as Record<'name', z.ZodString> &
        Record<K, z.ZodOptional<z.ZodNullable<T>>>),
    )
    .nullish()
    .transform((list) => list ?? []);

/** What a kubeconfig may say; what this program does not use is left out. */
export const kubeconfig = z.object({
  'current-context': text,
  clusters: entries('cluster', clusterConfig),
  users: entries('user', userConfig),
  contexts: entries('context', contextConfig),
});

export type ExecConfig = z.infer<typeof execConfig>;
export type ClusterConfig = z.infer<typeof clusterConfig>;
export type UserConfig = z.infer<typeof userConfig>;
export type ContextConfig = z.infer<typeof contextConfig>;
export type Kubeconfig = z.infer<typeof kubeconfig>;
