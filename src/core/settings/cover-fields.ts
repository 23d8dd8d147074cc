/** What the fields of `case.yaml` are called at the head of a document: written there, and read back. */
export const COVER_FIELDS = {
  ask: 'What we ask',
  team: 'Team',
  period: 'Covers',
  caveat: 'Figures',
  address: 'Address',
  repository: 'Sources',
} as const

/** What stands there too, and is nobody's words. */
export const COVER_DATES = { published: 'Published', updated: 'Updated' } as const

/** Fields as a document has them. */
export type CoverValues = Readonly<Partial<Record<keyof typeof COVER_FIELDS, string>>>
