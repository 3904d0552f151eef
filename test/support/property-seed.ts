/** Loaded before every test file: properties always try the same values, so that the same code has the same result. */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: 20_261_123 });
