/** Every generated document, by its path from the top of the project. */
import { findingsPage } from './findings.ts';
import { keysPage } from './keys.ts';

export function generatedDocuments(): Readonly<Record<string, string>> {
  return {
    'docs/findings.md': findingsPage('en'),
    'docs/findings.ja.md': findingsPage('ja'),
    'docs/keys.md': keysPage('en'),
    'docs/keys.ja.md': keysPage('ja'),
  };
}
