import type { FindingTexts } from '#i18n/types/findings.ts';
import { healthFindings } from './findings/health.ts';
import { logEndFindings } from './findings/log-ends.ts';
import { logErrorFindings } from './findings/log-errors.ts';
import { podRunFindings } from './findings/pod-run.ts';
import { podStartFindings } from './findings/pod-start.ts';
import { straySidecarFindings } from './findings/stray-sidecar.ts';

export const findings = {
  ...straySidecarFindings,
  ...podStartFindings,
  ...podRunFindings,
  ...logEndFindings,
  ...logErrorFindings,
  ...healthFindings,
} satisfies FindingTexts;
