import { admission } from './admission.ts';
import { moments } from './moments.ts';
import { settings } from './settings.ts';
import type { Variant } from './variant.ts';
import { images, versions } from './versions.ts';

/** Every healthy control plane: nothing above info may be said of them. */
export const variants: readonly Variant[] = [...versions, ...images, ...settings, ...moments, ...admission];
