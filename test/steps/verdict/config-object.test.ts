import { expect, test } from 'vitest';
import { configObjectIn } from '../../../steps/verdict/causes/config-object.ts';

test.each([
  ['secret "osm-ca-bundle" not found', 'Secret', 'osm-ca-bundle', ''],
  ['MountVolume.SetUp failed for volume "ca" : secret "ca-2" not found', 'Secret', 'ca-2', ''],
  ['MountVolume.SetUp failed for volume "c" : configmap "preset" not found', 'ConfigMap', 'preset', ''],
  ["couldn't find key ca.crt in Secret osm-system/osm-ca-bundle", 'Secret', 'osm-ca-bundle', 'ca.crt'],
  [
    'MountVolume.SetUp failed for volume "ca" : references non-existent secret key: ca.crt',
    'volume',
    'ca',
    'ca.crt',
  ],
  ['persistentvolumeclaim "data" not found', 'PersistentVolumeClaim', 'data', ''],
  ['MountVolume.SetUp failed for volume "data" : rpc error', 'volume', 'data', ''],
  ['Unable to attach or mount volumes: timed out waiting for the condition', 'volume', '', ''],
])('%s: %s "%s", key "%s"', (message, kind, name, key) => {
  expect(configObjectIn(message)).toEqual({ kind, name, key });
});
