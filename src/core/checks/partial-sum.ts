/** Sums that would be told without a part that stays inside. */
import { ofLedger } from './shared/of-ledger.ts'

/** Sums that would be told without a part of them. */
export const partialSum = ofLedger(({ options }, { graph, settings }) => {
  const { partOf, options: inside } = graph.hidden
  const isSaid = (id: string) => settings.economics.partial.includes(id)
  const parts = options
    .filter(({ id }) => !isSaid(id))
    .flatMap(({ id, key }) =>
      (partOf.get(key) ?? []).map((part) => ({
        message: `Unexpected ${part.id} that stays inside and is a part of option ${id}, expected the whole of its sums for everyone, or none: pages for everyone tell no sum of ${id}, nor which option is best`,
        mend: `Pages for everyone tell no sum of ${id}, nor which option is best, since ${part.id} stays inside. Let everyone read ${part.id}, or take ${id} out of it. Else write "partial: [${id}]" under economics in case.yaml: then pages tell its sums without ${part.id}, and say that a part is left out`,
        place: part.place,
      })),
    )
  const rivals = inside
    .filter(({ id }) => !isSaid(id))
    .map(({ id, place }) => ({
      message: `Unexpected option ${id} that stays inside with its estimates, expected all options for everyone: pages for everyone do not say which option is best`,
      mend: `Pages for everyone do not say which option is best, since ${id} stays inside. Let everyone read ${id}, or write "partial: [${id}]" under economics in case.yaml if that is as you want it`,
      place,
    }))
  return [...parts, ...rivals]
})
