/** Steps of a diagram that show no part of it. */
import { flowBoxes } from '../diagram/flow-boxes.ts'
import type { Found } from '../model/finding.ts'
import { stepsIn } from '../syntax/conventions/diagram-steps.ts'
import { allBlocks, type DiagramBlock } from '../syntax/conventions/index.ts'
import { nearest } from '../text/nearest.ts'
import type { Check } from './shared/check.ts'

export const unknownStep: Check = ({ documents }) =>
  documents
    .flatMap(({ blocks }) => [...allBlocks(blocks)])
    .flatMap((block): readonly Found[] => {
      if (block.type === 'diagram') return unknownIn(block)
      const { show } = block.type === 'element' && block.name === 'Step' ? block.attributes : {}
      if (show === undefined) return []
      const message = `Unexpected <Step show="${show}"> without a diagram right above it, expected it below the diagram whose boxes it names`
      return [{ message, place: block.place }]
    })

function unknownIn({ text, place }: DiagramBlock): readonly Found[] {
  const steps = stepsIn(text)
  if (steps.length === 0) return []
  const boxes = flowBoxes(text)
  if (!boxes)
    return [
      {
        message:
          'Unexpected <Step show="…"> below a diagram that is no flowchart, expected a flowchart: of others all is shown at once',
        place,
      },
    ]
  const known = new Set([...boxes].flat().map((one) => one.toLowerCase()))
  const words = [...new Set(boxes.values())]
  return steps.flat().flatMap((name) => {
    if (known.has(name.toLowerCase())) return []
    const message = `Unexpected step "${name}", which no box of the diagram says, expected ${nearest(
      name,
      words,
    )
      .map((one) => `"${one}"`)
      .join(' or ')}`
    return [{ message, place }]
  })
}
