import { expect, test } from 'vitest';
import { errorCodes as en } from '#steps/error-logs/error-codes.en.ts';
import { errorCodes as ja } from '#steps/error-logs/error-codes.ja.ts';
import { allErrorNames, codeOf, emitterOf, errorCodesOf, errorNameOf } from '#mesh/error-codes.ts';
import { flavours } from '#mesh/flavours.ts';

const { fsm, osm, 'osm-edge': osmEdge } = flavours;

// facts §6: 96 codes in v1.3, 96 in v1.2, 99 in v1.1; FSM from the shift rules
test.each([
  [osmEdge, '1.3.9', 96],
  [osmEdge, '', 96],
  [osmEdge, '1.2.3', 96],
  [osmEdge, '1.1.3', 99],
  [osm, '1.2.4', 96],
  [osm, '1.1.0', 99],
  [fsm, '1.0.0', 96],
  [fsm, '1.1.4', 100],
  [fsm, '1.5.1', 99],
])('$id %s has its number of codes, each once', (flavour, version, count) => {
  const codes = errorCodesOf(flavour, version).map(({ code }) => code);
  expect(codes).toHaveLength(count);
  expect(new Set(codes).size).toBe(count);
});

// facts §6, "Shift rules" and single rows
test.each([
  ['E1003', osmEdge, '1.3.9', 'ErrFetchingControllerSvc'],
  ['E1003', osmEdge, '1.2.3', 'ErrFetchingInjectorPod'],
  ['E1006', osmEdge, '1.3.9', 'ErrStartingReconciler'],
  ['E1005', osmEdge, '1.2.3', 'ErrStartingReconciler'],
  ['E1006', osmEdge, '1.2.3', undefined],
  ['E2007', osmEdge, '1.3.0', 'ErrAddingRouteToOutboundTrafficPolicy'],
  ['E2007', osmEdge, '1.2.3', 'ErrMultipleSMISplitPerServiceUnsupported'],
  ['E2011', osmEdge, '1.2.3', 'ErrInvalidSourceKind'],
  ['E2011', osmEdge, '1.3.9', undefined],
  ['E4000', osmEdge, '1.3.9', 'ErrFetchingCertSecret'],
  ['E4150', osmEdge, '1.1.0', 'ErrMeshConfigInformerInitCache'],
  ['E4150', osmEdge, '1.2.0', 'ErrConfigInformerInitCache'],
  ['E5009', osmEdge, '1.1.3', 'ErrGettingServiceIdentity'],
  ['E5009', osmEdge, '1.2.0', 'ErrStartingADSServer'],
  ['E5010', osmEdge, '1.3.9', 'ErrMismatchedServiceAccount'],
  ['E5018', osmEdge, '1.3.9', 'ErrFetchingServiceList'],
  ['E5018', osmEdge, '1.1.3', 'ErrGettingDNSEgressCluster'],
  ['E5023', osmEdge, '1.1.3', 'ErrBuildingRBACPolicy'],
  ['E5027', osmEdge, '1.3.9', 'ErrSDSCertMismatch'],
  ['E5030', osmEdge, '1.1.3', 'ErrSDSCertMismatch'],
  ['E5028', osmEdge, '1.3.9', undefined],
  ['E6113', osmEdge, '', 'ErrCreatingMutatingWebhook'],
  ['E7005', osm, '1.2.0', 'ErrReconcilingDeletedValidatingWebhook'],
  ['E1005', fsm, '1.0.0', 'ErrStartingIngressClient'],
  ['E1005', fsm, '1.1.4', 'ErrFetchingConsulConnectorPod'],
  ['E1010', fsm, '1.1.4', 'ErrStartingReconciler'],
  ['E1006', fsm, '1.2.9', 'ErrFetchingConnectorPod'],
  ['E1009', fsm, '', 'ErrStartingReconciler'],
  ['E2007', fsm, '1.5.1', 'ErrAddingRouteToOutboundTrafficPolicy'],
] as const)('%s of %o %s', (code, flavour, version, name) => {
  expect(errorNameOf(code, flavour, version)).toBe(name);
  if (name) expect(codeOf(name, flavour, version)).toBe(code);
});

test.each(['', '4000', 'E400', 'E40000', 'e4000', 'constructor'])('%o is no code', (text) => {
  expect(errorNameOf(text, osmEdge, '1.3.9')).toBeUndefined();
});

test('every error has a meaning and a remedy in both languages, and an emitter row', () => {
  for (const texts of [en, ja]) {
    expect(Object.keys(texts).toSorted()).toEqual([...allErrorNames].toSorted());
    for (const { meaning, remedy } of Object.values(texts)) {
      expect(meaning).toMatch(/[.。)]$/);
      expect(remedy).toMatch(/[.。)]$/);
    }
  }
  for (const name of allErrorNames) expect(emitterOf(name)).toBeDefined();
});

test('the Japanese texts are Japanese, and the English ones are not', () => {
  const kana = /[\u3040-\u30ff]/;
  for (const text of Object.values(ja).flatMap(({ meaning, remedy }) => [meaning, remedy]))
    expect(text).toMatch(kana);
  for (const text of Object.values(en).flatMap(({ meaning, remedy }) => [meaning, remedy]))
    expect(text).not.toMatch(kana);
});

test('an emitter names processes and components', () => {
  expect(emitterOf('ErrRotatingCert')).toMatchObject({
    processes: ['controller', 'injector', 'bootstrap'],
    components: ['certificate'],
  });
  expect(emitterOf('ErrSettingLogLevel').processes).toEqual([]);
  expect(emitterOf('ErrParsingValidatingWebhookCert').onlyV11).toBe(true);
});
