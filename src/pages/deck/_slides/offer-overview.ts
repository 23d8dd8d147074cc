/** Opens the overview, which is loaded once somebody asks for it. */
import { holdKeys } from './held-keys.ts'
import type { Overview, OverviewWays } from './overview.ts'

/** The overview of a page. It stays as it is if it cannot be loaded, and the next key asks again. */
export function offerOverview(ways: OverviewWays): Overview {
  let loading: Promise<Overview> | undefined
  const load = async (): Promise<Overview> => (await import('./overview.ts')).makeOverview(ways)
  return {
    open() {
      loading ??= load()
      const release = holdKeys()
      loading
        .then(
          (overview) => overview.open(),
          () => {
            loading = undefined
          },
        )
        .finally(release)
    },
    close: () => void loading?.then((overview) => overview.close()),
  }
}
