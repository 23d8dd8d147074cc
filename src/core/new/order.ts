/** What can be asked for: a sprint, or an item of a kind. */
import type { Kind } from '../model/kinds.ts'

/** What someone wants to add. */
export type Addition =
  | { readonly what: 'sprint' }
  | {
      readonly what: 'item'
      readonly kind: 'decision'
      readonly text: string
      readonly sprint?: string
    }
  | {
      readonly what: 'item'
      readonly kind: 'evidence'
      readonly text: string
      readonly decision: string
    }
  | {
      readonly what: 'item'
      readonly kind: Exclude<Kind, 'decision' | 'evidence'>
      readonly text: string
    }
