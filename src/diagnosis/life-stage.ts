/**
 * Where in a pod's life a cause acts; an earlier one explains a later one of the same workload (facts §9, last line).
 */
export const lifeStages = [
  'admission',
  'scheduling',
  'image-config-sandbox',
  'injected',
  'init-wait',
  'crash',
  'api-access',
  'certificates',
  'probe-answer',
  'errors',
] as const;
export type LifeStage = (typeof lifeStages)[number];
