/** Questions about what the case has no longer, or what has another number since. */
import type { Check } from './shared/check.ts'

export const misplacedQuestion: Check = ({
  feedback,
  outside: { moved = [] },
  settings,
  graph,
}) => {
  const lost = feedback.lost.map(({ file, id = 'question' }) => ({
    message: `Unexpected ${id} about what the case has no longer, expected an item or a section of now: for the team alone until then`,
    place: { file },
  }))
  const byKey = new Map(
    [...feedback.about].flatMap(([about, own]) =>
      own.map((one) => [one.key, { ...one, about }] as const),
    ),
  )
  const left = moved.flatMap(({ challenge, from, to }) => {
    const found = byKey.get(challenge)
    if (found?.about !== from || settings.aliases[from] !== undefined) return []
    if (!graph.items.has(to)) return []
    return {
      message: `Unexpected ${found.id ?? 'question'} about ${from}, expected ${to}: what it was asked about has that number now`,
      mend: `Write "about: ${to}" in its entry`,
      place: { file: found.asked?.file ?? 'feedback.json' },
    }
  })
  return [...lost, ...left]
}
