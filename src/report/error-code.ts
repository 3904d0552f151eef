import type { MeshDiagnosis } from '#diagnosis/diagnosis.ts';
import type { Finding } from '#diagnosis/finding.ts';
import type { Texts } from '#i18n/texts.ts';
import { errorNameOf } from '#mesh/error-codes.ts';
import { flavourOf } from '#mesh/flavours.ts';

export interface MeshError {
  readonly code: string;
  readonly name: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** What the error code of a log finding means in the release at hand (facts §6); undefined for what has none known. */
export function meshErrorOf(
  { params }: Finding,
  { mesh }: MeshDiagnosis,
  texts: Texts,
): MeshError | undefined {
  if (!('errorCode' in params) || params.errorCode === '') return undefined;
  const name = errorNameOf(params.errorCode, flavourOf(mesh), mesh.version);
  return name === undefined ? undefined : { code: params.errorCode, name, ...texts.errorCodes[name] };
}
