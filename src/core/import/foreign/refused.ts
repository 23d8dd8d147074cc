/** Why a document is not taken at all. */

/** Thrown for a document that can't be read, or that is larger or deeper than any that people write. */
export class RefusedDocument extends Error {}

/** Levels of nesting: people write no more than some twenty, and a deeper tree is no document. */
export const DEEPEST = 200

/** Cells, paragraphs and other parts of one document. */
export const MOST_PARTS = 400_000
