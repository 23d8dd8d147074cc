/** The classes that bodies of slides share. */
import type { Slide } from '../../../../core/deck/index.ts'

/** The size of its words, of those in `sizes.css`: `size-36`. */
export function sizeOf({ bodySize }: Slide): string | undefined {
  return bodySize > 0 ? `size-${bodySize}` : undefined
}

/** Set where the whole body comes with one press. */
export function stepOf({ body }: Slide): string | undefined {
  return body.some(({ step }) => step) ? 'step' : undefined
}
