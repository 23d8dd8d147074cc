/** The formats in which a command can say what it found. */

/** `text` for people; the others for programs: `github` for the log of a workflow there. */
export const formats = ['text', 'json', 'sarif', 'github'] as const

export type Format = (typeof formats)[number]
