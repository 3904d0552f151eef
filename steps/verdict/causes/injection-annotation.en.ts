import type { CauseTexts } from '#i18n/types/causes.ts';
import type { injectionAnnotationCauses } from './injection-annotation.ts';

export const texts = {
  'invalid-injection-annotation': {
    headline: ({ value, namespace }) =>
      `The injection annotation in namespace ${namespace} ${value === '' ? 'is invalid' : `has the invalid value "${value}"`}, and Pods are rejected.`,
    explanation: () =>
      'The injector of the mesh in which the namespace is enrolled accepts enabled, yes, true, disabled, no and false. With any other value, on the namespace or on the Pod, it denies the request, so new Pods are not created. Running Pods are not affected.',
  },
} satisfies Pick<CauseTexts, keyof typeof injectionAnnotationCauses>;
