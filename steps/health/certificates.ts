import type { CheckInput, CheckRun } from '#diagnosis/check.ts';
import type { FindingDraft } from '#diagnosis/finding.ts';
import type { Subject } from '#diagnosis/subject.ts';
import { bundleValidity } from '#mesh/certificate-validity.ts';
import { flavourOf } from '#mesh/flavours.ts';
import type { FactName } from '#mesh/mesh-facts.ts';
import type { CaBundle, ClientConfig } from '#snapshot/client-config.ts';
import { valueOf } from '#snapshot/observed.ts';
import { isInstalled } from '#steps/shared/presence.ts';
import { clusterSubject, evidenceOf, finding, subjectOf } from '#steps/shared/subjects.ts';

type Input = CheckInput<'mutatingWebhooks' | 'validatingWebhooks' | 'customResourceDefinitions'>;

/** A bundle with which the API server trusts a webhook of this control plane. */
interface Place {
  readonly fact: FactName;
  readonly subject: Subject;
  /** The entry of a webhook configuration; '' for a conversion. */
  readonly webhook: string;
  readonly path: string;
  readonly bundle: CaBundle;
}

/**
 * Are the CA bundles of the mesh's webhooks valid, do they stay so for a while, and are they of one CA? They are public: no
 * Secret is read (facts §3.3, §8; issue 11).
 */
export function checkCertificates(input: Input): CheckRun {
  if (!isInstalled(input.mesh)) return { findings: [], looked: 0 };
  const places = placesOf(input);
  return {
    findings: [...places.flatMap((place) => validity(place, input.readAt)), ...differing(input, places)],
    looked: places.length,
  };
}

function placesOf(input: Input): readonly Place[] {
  const { mesh, facts } = input;
  const ofConfigurations = (
    [
      ['mutatingWebhooks', 'MutatingWebhookConfiguration'],
      ['validatingWebhooks', 'ValidatingWebhookConfiguration'],
    ] as const
  ).flatMap(([fact, kind]) =>
    (valueOf(facts[fact]) ?? []).flatMap(({ metadata, webhooks }) =>
      webhooks.flatMap(({ name, clientConfig }) => {
        const subject = clusterSubject(mesh, kind, metadata.name);
        const path = `webhooks[${name}].clientConfig.caBundle`;
        return placeOf(input, clientConfig, { fact, subject, webhook: name, path });
      }),
    ),
  );
  const ofConversions = (valueOf(facts.customResourceDefinitions) ?? []).flatMap(({ metadata, spec }) => {
    const subject = clusterSubject(mesh, 'CustomResourceDefinition', metadata.name);
    const path = 'spec.conversion.webhook.clientConfig.caBundle';
    const { conversion } = spec ?? {};
    const config = conversion?.strategy === 'Webhook' ? conversion.webhook?.clientConfig : undefined;
    return placeOf(input, config, { fact: 'customResourceDefinitions', subject, webhook: '', path });
  });
  return [...ofConfigurations, ...ofConversions];
}

/** Only what calls a Service of this control plane is its own; leftovers of others have a check of their own. */
function placeOf(
  { mesh }: Input,
  config: ClientConfig | undefined,
  place: Omit<Place, 'bundle'>,
): readonly Place[] {
  const { services } = flavourOf(mesh);
  const { service, caBundle } = config ?? {};
  const isOurs =
    service?.namespace === mesh.namespace &&
    [services.injector, services.validator, services.bootstrap].includes(service.name);
  return isOurs && caBundle !== undefined ? [{ ...place, bundle: caBundle }] : [];
}

function validity({ fact, subject, webhook, path, bundle }: Place, readAt: string): readonly FindingDraft[] {
  const found = bundleValidity(bundle, readAt);
  switch (found.state) {
    case 'valid':
      return [];
    case 'expires-soon': {
      const { certificate, secondsLeft } = found;
      const params = {
        webhook,
        until: certificate.notAfter,
        days: Math.floor(secondsLeft / (24 * 3600)),
        certificate: certificate.subject,
      };
      const evidence = [evidenceOf(fact, subject, path, lifeOf(certificate))];
      return [finding('ca-bundle-expires-soon', 'warning', subject, params, evidence)];
    }
    case 'expired':
    case 'not-yet-valid': {
      const { state, certificate } = found;
      const time = state === 'expired' ? certificate.notAfter : certificate.notBefore;
      const params = { webhook, state, time, certificate: certificate.subject };
      const evidence = [evidenceOf(fact, subject, path, lifeOf(certificate))];
      return [finding('ca-bundle-not-valid', 'critical', subject, params, evidence)];
    }
    case 'unreadable': {
      const params = { webhook, state: 'unreadable', time: '', certificate: '' } as const;
      const evidence = [evidenceOf(fact, subject, path, found.message || 'no certificate')];
      return [finding('ca-bundle-not-valid', 'critical', subject, params, evidence)];
    }
    default:
      return found satisfies never;
  }
}

function lifeOf({ subject, notBefore, notAfter }: CaBundle['certificates'][number]): string {
  return `${subject}: ${notBefore} to ${notAfter}`;
}

/** Bundles that share a certificate are of one CA, or of one that is being replaced. */
function differing({ mesh }: Input, places: readonly Place[]): readonly FindingDraft[] {
  const [first, ...others] = places.filter(({ bundle }) => bundle.certificates.length > 0);
  if (first === undefined) return [];
  const odd = others.filter(({ bundle }) => !shareCertificate(bundle, first.bundle));
  if (odd.length === 0) return [];
  const all = [first, ...odd];
  const objects = [...new Set(all.map(({ subject }) => subject.name))].toSorted();
  const evidence = all.map(({ fact, subject, path, bundle }) =>
    evidenceOf(fact, subject, path, bundle.certificates.map(({ sha256 }) => sha256).join(', ')),
  );
  return [finding('ca-bundles-differ', 'warning', subjectOf(mesh, 'Mesh', mesh.name), { objects }, evidence)];
}

function shareCertificate(a: CaBundle, b: CaBundle): boolean {
  const known = new Set(a.certificates.map(({ sha256 }) => sha256));
  return b.certificates.some(({ sha256 }) => known.has(sha256));
}
