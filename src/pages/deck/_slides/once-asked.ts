/** What is loaded once somebody asks for it. */
import { holdKeys } from './held-keys.ts'

interface OnceAsked<T> {
  /** A load that failed is tried again by whoever asks next. */
  load(): Promise<T>
  /** Uses it once it is there: keys that are pressed meanwhile are meant for it. */
  use(how: (loaded: T) => void, orElse?: () => void): void
}

/** @param make loads it, and makes what is used from then on */
export function onceAsked<T>(make: () => Promise<T>): OnceAsked<T> {
  let loading: Promise<T> | undefined
  const load = (): Promise<T> => {
    loading ??= make()
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  const use = (how: (loaded: T) => void, orElse?: () => void): void => {
    const release = holdKeys()
    load()
      .then(how, orElse ?? (() => undefined))
      .finally(release)
  }
  return { load, use }
}
