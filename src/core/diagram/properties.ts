/** Diagrams of an author, as a document keeps them beside their pictures: whoever imports it has them again. */

/** A picture of a diagram, by its alternative text. */
export interface PicturedDiagram {
  readonly alt: string
  /** Mermaid; `''` where an earlier picture has it. */
  readonly text: string
}

const NAME = 'throughline-diagram-'

/** As properties of a document. Comments in a diagram are its author's alone. */
export function diagramProperties(
  diagrams: readonly PicturedDiagram[],
): { readonly name: string; readonly value: string }[] {
  return diagrams.map(({ alt, text }, index) => {
    const lines = text.split('\n').filter((line) => !/^\s*%%(?!\{)/.test(line))
    return { name: `${NAME}${index + 1}`, value: [alt, ...lines].join('\n') }
  })
}

/** Whether a property of a document is a diagram, and says nothing of the document. */
export function isDiagramProperty(name = ''): boolean {
  return name.startsWith(NAME)
}

/** The same, read from the properties of a document; `undefined` for any other property. */
export function diagramInProperty(name: string, value: string): PicturedDiagram | undefined {
  if (!isDiagramProperty(name)) return undefined
  const [alt = '', ...lines] = value.split('\n')
  return { alt, text: lines.join('\n').trim() }
}
