/** What an internal build says of itself. */
import type { Readers } from '../model/audience.ts'

/** What every page of an internal build says, in words; `undefined` for other readers. */
export function noticeOf({
  audience,
}: {
  readonly audience?: Readers['audience']
}): string | undefined {
  return audience === 'internal' ? 'Internal: not for publication' : undefined
}
