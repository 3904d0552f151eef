export const stepIds = ['health', 'stray-sidecar', 'pod-events', 'error-logs'] as const;
/** The steps that diagnose, in the order of the walk. The verdict is a screen, not a step of this kind. */
export type StepId = (typeof stepIds)[number];
