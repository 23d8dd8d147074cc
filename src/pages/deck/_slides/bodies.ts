/** What stands below the headline, by layout. */
import type { Slide } from '../../../core/deck/index.ts'
import type { Layout } from '../../../core/deck/layouts.ts'
import Nothing from '../../../ui/components/Nothing.astro'
import Box from './bodies/Box.astro'
import Chapters from './bodies/Chapters.astro'
import Code from './bodies/Code.astro'
import Decision from './bodies/Decision.astro'
import Drawn from './bodies/Drawn.astro'
import Entries from './bodies/Entries.astro'
import Estimate from './bodies/Estimate.astro'
import Figure from './bodies/Figure.astro'
import Large from './bodies/Large.astro'
import Lead from './bodies/Lead.astro'
import Ledger from './bodies/Ledger.astro'
import Matrix from './bodies/Matrix.astro'
import Options from './bodies/Options.astro'
import Rows from './bodies/Rows.astro'
import Running from './bodies/Running.astro'
import Ways from './bodies/Ways.astro'

/** The component that sets a body; `box` is the class of one that needs no component of its own. */
interface Body {
  readonly Component: typeof Box
  readonly box?: string
}

const BODIES = {
  title: { Component: Lead },
  chapter: { Component: Chapters },
  topic: { Component: Nothing },
  statement: { Component: Large },
  amount: { Component: Figure },
  quote: { Component: Large },
  list: { Component: Entries },
  columns: { Component: Box, box: 'beside' },
  comparison: { Component: Box, box: 'beside' },
  table: { Component: Rows },
  image: { Component: Box, box: 'shown' },
  figure: { Component: Box, box: 'shown' },
  diagram: { Component: Drawn },
  matrix: { Component: Matrix },
  chart: { Component: Drawn },
  estimate: { Component: Estimate },
  options: { Component: Options },
  ledger: { Component: Ledger },
  decision: { Component: Decision },
  evidence: { Component: Running },
  free: { Component: Box, box: 'free' },
  more: { Component: Entries },
  gaps: { Component: Entries },
  ask: { Component: Ways },
} satisfies Readonly<Record<Layout, Body>>

/** How a slide's body is set. Rows and code are what they are, whatever the layout. */
export function bodyOf({ layout, body: [first] }: Slide): Body {
  if (first?.type === 'row') return { Component: Rows }
  return first?.type === 'code' ? { Component: Code } : BODIES[layout]
}
