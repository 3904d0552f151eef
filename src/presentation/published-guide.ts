import type { ScreenId } from '#i18n/types/steps.ts';
import type { FlavourId } from '#mesh/identity.ts';

/** Where the guide is published for each product, and the anchor of its part on the probes; the steps share another. */
const pages: Readonly<Record<FlavourId, { readonly page: string; readonly probes: string }>> = {
  'osm-edge': {
    page: 'https://osm-edge-docs.flomesh.io/docs/guides/health_checks/control_plane_health_probes/',
    probes: 'how-to-verify-osm-edge-health',
  },
  osm: {
    page: 'https://release-v1-1.docs.openservicemesh.io/docs/guides/health_checks/control_plane_health_probes/',
    probes: 'how-to-verify-osm-health',
  },
  fsm: {
    page: 'https://fsm-docs.flomesh.io/guides/health_checks/control_plane_health_probes/',
    probes: 'how-to-verify-fsm-health',
  },
};

/** The section of the published guide that a screen follows; in English, its only language. */
export function publishedGuide(screen: ScreenId, flavour: FlavourId): string {
  const { page, probes } = pages[flavour];
  return `${page}#${screen === 'health' ? probes : 'troubleshooting'}`;
}
