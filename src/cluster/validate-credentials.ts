import { stat } from 'node:fs/promises';
import type { Configuration, Tls } from './connection.ts';
import type { UserConfig } from './kubeconfig.ts';

/**
 * Throws, in words that name what is wrong, when credentials cannot be sent at all. Left alone they would end as a network error
 * of every request, or, if empty, as requests of nobody.
 */
export function checkToken(token: string, from: string): string {
  if (token === '') throw new Error(`${from} is empty`);
  // What may stand in a header; a line end in the middle is mostly a file with two tokens.
  if (!/^[\x21-\x7e\x80-\xff]+$/.test(token))
    throw new Error(`${from} holds a character that no token has, such as a space or a line end`);
  return token;
}

/** @throws when Node cannot use the certificate, or the key is not its key. */
export async function checkCertificate({ cert, key }: Tls): Promise<void> {
  if (!cert || !key) return;
  // Slow to load, and the first frame waits for this file.
  const { createSecureContext } = await import('node:tls');
  try {
    createSecureContext({ cert, key });
  } catch (error) {
    throw new Error(`the client certificate or its key is unusable: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Which half of a client certificate the user lacks; a plugin may bring both. */
export function missingHalf(user: UserConfig): string | undefined {
  const hasCertificate = Boolean(user['client-certificate-data'] || user['client-certificate']);
  const hasKey = Boolean(user['client-key-data'] || user['client-key']);
  if (hasCertificate === hasKey) return undefined;
  return hasCertificate ? 'client-key' : 'client-certificate';
}

/** Why the certificate authority cannot be one, before the server's certificate is blamed for it. */
export function authorityTrouble({ cluster }: Pick<Configuration, 'cluster'>): string | undefined {
  const data = cluster['certificate-authority-data'];
  if (!data || Buffer.from(data, 'base64').includes('-----BEGIN')) return undefined;
  return 'certificate-authority-data: no PEM certificate in base64';
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
