import type { Discovery } from '../discovery.ts';
import type { KubeObject } from '../scenario.ts';
import type { Store } from '../store.ts';

/** What a write may change, and who has a say in it. */
export interface WriteContext {
  readonly store: Store;
  readonly discovery: Discovery;
  /**
   * Admission: returns the object that is to be stored.
   * @param before undefined when the object is created.
   * @throws {AnswerError} when it is refused.
   */
  readonly admit: (key: string, before: KubeObject | undefined, object: KubeObject) => KubeObject;
}
