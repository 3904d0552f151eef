/** What a Pod refers to and does not find. */
export type ConfigKind = 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim' | 'volume';

export interface ConfigObject {
  readonly kind: ConfigKind;
  readonly name: string;
  /** The key that is missing in it; '' when the object itself is. */
  readonly key: string;
}

const kinds: Readonly<Record<string, ConfigKind>> = {
  secret: 'Secret',
  configmap: 'ConfigMap',
  persistentvolumeclaim: 'PersistentVolumeClaim',
};

/**
 * The object of the kubelet's words: `secret "a" not found`, `couldn't find key k in ConfigMap ns/a`,
 * `references non-existent secret key: k`, `MountVolume.SetUp failed for volume "v" : …`.
 */
export function configObjectIn(message: string): ConfigObject {
  const [, key = '', holder = '', inKey = ''] =
    /couldn't find key (\S+) in (Secret|ConfigMap) [^/\s]+\/([\w.-]+)/i.exec(message) ?? [];
  if (inKey !== '') return { kind: kindOf(holder), name: inKey, key };
  const [, absent = '', name = ''] =
    /(secret|configmap|persistentvolumeclaim) "([^"]+)" not found/i.exec(message) ?? [];
  if (name !== '') return { kind: kindOf(absent), name, key: '' };
  const volume = /volume "([^"]+)"/i.exec(message)?.[1] ?? '';
  const missingKey = /references non-existent (?:secret|config) key: (\S+)/i.exec(message)?.[1] ?? '';
  return { kind: 'volume', name: volume, key: missingKey };
}

function kindOf(word: string): ConfigKind {
  return kinds[word.toLowerCase()] ?? 'volume';
}
