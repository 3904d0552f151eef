/** The guide's own commands of a step, each an argv with the real names of this cluster. */
export interface GuideCommands {
  readonly guideCommands: readonly (readonly string[])[];
}
