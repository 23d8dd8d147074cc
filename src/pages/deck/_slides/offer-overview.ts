/** Opens the overview, which is loaded once somebody asks for it. */
import { onceAsked } from './once-asked.ts'
import type { Overview, OverviewWays } from './overview.ts'

/** The overview of a page. It stays as it is if it cannot be loaded, and the next key asks again. */
export function offerOverview(ways: OverviewWays): Overview {
  let overview: Overview | undefined
  const { use } = onceAsked(async () => {
    overview = (await import('./overview.ts')).makeOverview(ways)
    return overview
  })
  return { open: () => use(({ open }) => open()), close: () => overview?.close() }
}
