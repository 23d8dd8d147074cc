/** Why a film is not shown. */

/** Thrown while a film is read; its message goes on from "Unexpected". */
export class FilmFault extends Error {
  override name = 'FilmFault'
}

/** Of a file that says something impossible of itself. */
const DAMAGED = 'film that is damaged, or written in a way that nobody here knows'

/** Stops the reading of a film. */
export function refuse(why: string = DAMAGED): never {
  throw new FilmFault(why)
}

/** Makes sure of what is needed to understand the rest. */
export function expectFilm(holds: boolean): void {
  if (!holds) refuse()
}
