/** Which files of a case are feedback, by their names. */

/**
 * Whether a file holds what readers answered: `feedback.json` of a code host, or one for each other source,
 * so that none writes over another: `feedback/2026-11-30-room.yaml`.
 */
export function isFeedback(file: string): boolean {
  return /^feedback(?:\/[^/.][^/]*)?\.(?:json|ya?ml)$/.test(file)
}
