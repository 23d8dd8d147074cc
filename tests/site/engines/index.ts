/** The engines that the pages are proved in, besides Chromium: those that are found installed. */
import type { RunningEngine } from './engine.ts'
import { hasFirefox, startFirefox } from './firefox.ts'
import { hasWebKit, startWebKit } from './webkit.ts'

export interface Engine {
  readonly name: string
  /** Packages of Debian and Ubuntu that bring it. */
  readonly packages: readonly string[]
  readonly isHere: () => boolean
  readonly start: () => Promise<RunningEngine>
}

/** All that can be driven. Another engine is a row. */
export const engines: readonly Engine[] = [
  {
    name: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    isHere: hasWebKit,
    start: startWebKit,
  },
  { name: 'Firefox', packages: ['firefox-esr'], isHere: hasFirefox, start: startFirefox },
]
