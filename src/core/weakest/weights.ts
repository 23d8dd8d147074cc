/** How thin a claim may be, and how much each way counts: the one table of the ranking. */
import { REAFFIRM } from '../changes/stale-sentence.ts'

interface Weight {
  readonly points: number
  /** As a heading of the published table. */
  readonly name: string
  /** Why it counts so much. */
  readonly why: string
}

/** What makes support thin, with the points that it takes. */
export const weights = {
  none: {
    points: 5,
    name: 'No evidence',
    why: 'Nothing is written that a reader could follow: the first question has no answer.',
  },
  red: {
    points: 4,
    name: 'Red quality',
    why: 'The team itself says that all it has is opinion or a poor method.',
  },
  risky: {
    points: 3,
    name: 'Red quality and red impact',
    why: 'If it proves wrong, much falls with it, and little speaks for it. Counts on top of red quality.',
  },
  challenged: {
    points: 3,
    name: 'Challenged',
    why: 'A reader has doubted it in the open, and the team has not answered.',
  },
  stale: {
    points: 3,
    name: REAFFIRM,
    why: 'Evidence under it changed since it was last confirmed, so that “does it still stand?” is open.',
  },
  single: {
    points: 2,
    name: 'One source',
    why: 'One interview or one document can be doubted away.',
  },
  old: {
    points: 2,
    name: 'Old evidence',
    why: 'All of it is older than the limit in case.yaml, so that “has it changed since?” is open.',
  },
  closed: {
    points: 2,
    name: 'Closed evidence',
    why: 'Readers cannot open any of it: restricted, unpublished, or behind an account.',
  },
  opposed: {
    points: 2,
    name: 'Evidence against it',
    why: 'The case itself lists what speaks against it: “and what do you say to that?” is the next question.',
  },
  gap: {
    points: 2,
    name: 'A gap below it',
    why: 'Something it rests on has no evidence itself, or is still to be written.',
  },
  draft: {
    points: 2,
    name: 'Draft links alone',
    why: 'The team has not confirmed yet that it hangs together with the rest.',
  },
  countered: {
    points: 1,
    name: 'Answered evidence against it',
    why: 'The case lists what speaks against it, and its answer: readers will weigh both.',
  },
  unrated: {
    points: 1,
    name: 'Not rated',
    why: 'Of none of its evidence does the team say how good it is.',
  },
} as const satisfies Record<string, Weight>

/** The name of what makes support thin. */
export type WeaknessId = keyof typeof weights

/** Every way, the heaviest first. */
export const weaknessIds = Object.keys(weights) as readonly WeaknessId[]

/** The points of several ways together. */
export function pointsOf(thin: readonly WeaknessId[]): number {
  return thin.reduce((sum, id) => sum + weights[id].points, 0)
}
