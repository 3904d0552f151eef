/**
 * What FSM numbers otherwise than osm-edge v1.3, in v1.1 and from v1.2 on (facts §6, "Shift rules"); null where the
 * line does not have it. The table cites v1.1.4 and v1.2.9; releases between them are taken for their minor line.
 */
export const fsmErrorNumbers = {
  ErrFetchingConsulConnectorPod: [1005, null],
  ErrFetchingConsulService: [1006, 1005],
  ErrFetchingConnectorPod: [null, 1006],
  ErrFetchingEurekaConnectorPod: [1007, null],
  ErrFetchingEurekaService: [1008, 1007],
  ErrStartingIngressClient: [1009, 1008],
  ErrStartingReconciler: [1010, 1009],
} as const satisfies Record<string, readonly [number | null, number | null]>;
