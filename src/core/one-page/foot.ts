/** The foot of the handout of one page. */

import type { Readers } from '../model/audience.ts'
import { cautionsOf, editionWords } from '../publish/page-margins.ts'
import type { Settings } from '../settings/case-yaml.ts'

/** What stands at the foot beside the QR code. */
export interface SheetFoot {
  readonly caveat?: string | undefined
  /** `Version 0.3, 14 March 2020`. */
  readonly state?: string | undefined
  readonly address?: string | undefined
}

/** The words at the foot of a case in one state. */
export function footOf(read: State): SheetFoot {
  return {
    caveat: cautionsOf(read).join('. ') || undefined,
    state: editionWords(read) || undefined,
    address: read.settings.address,
  }
}

interface State {
  readonly audience?: Readers['audience']
  readonly settings: Settings
  readonly version?: string
  /** ISO dates. */
  readonly dates: { readonly published?: string | undefined; readonly updated?: string | undefined }
}
