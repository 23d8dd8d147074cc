/** The formats in which a command can say what it found. */

/** `text` for people; the others for programs, of which `github` and `gitlab` show them at a request. */
export const formats = ['text', 'json', 'sarif', 'github', 'gitlab'] as const

/** One of them. */
export type Format = (typeof formats)[number]
