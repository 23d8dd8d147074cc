/** One text as four tools want it: 38 slides, 3,900 words, a diagram on every ninth. All of it is invented. */

/** A slide, or a section of a page. */
export interface Part {
  readonly title: string
  readonly points: readonly string[]
  readonly prose: string
  /** In Mermaid. */
  readonly diagram?: string
}

const SLIDES = 38

const SENTENCES = [
  'People told us that they fill in the same form in several places, and wait for weeks until somebody reads it.',
  'Two of the five offices that we visited keep their letters on paper, and nobody knows how many are lost on the way.',
  'A service that joins up what is known would save each of them an hour a week, as far as we can tell from eleven talks.',
  'We have tried it with one team for a month, and would now like to try it with three others before the summer.',
]

/** The same every time. */
export const parts: readonly Part[] = Array.from({ length: SLIDES }, (_, at) => {
  const n = at + 1
  return {
    title: `What office ${n} needs`,
    points: [1, 2, 3].map((point) => `Office ${n}.${point} asks for less paper`),
    prose: SENTENCES.map((sentence, place) =>
      place === n % 4 ? `In office ${n}: ${sentence}` : sentence,
    ).join(' '),
    ...(n % 9 === 0 && {
      diagram: `flowchart LR\n  a[Office ${n}] --> b[One form]\n  b --> c[One answer]`,
    }),
  }
})

/** Of all of it. */
export const words = parts.flatMap(({ title, points, prose }) =>
  [title, ...points, prose].join(' ').split(/\s+/),
).length

export function caseText(): string {
  const body = parts.map((part) => `## ${part.title}\n\n${inMarkdown(part)}\n`)
  return `# An invented case of many offices\n\n${body.join('\n')}`
}

export function slidevText(): string {
  const slides = parts.map(
    ({ title, points, prose, diagram }) =>
      `# ${title}\n\n${listOf(points)}\n\n${diagram ? fenced(diagram) : ''}\n\n<!--\n${prose}\n-->\n`,
  )
  return `---\ntheme: default\ntitle: An invented case\n---\n\n${slides.join('\n---\n\n')}`
}

/** @param draw The drawing of a Mermaid text, as SVG: what a plugin would put there at build time. */
export function starlightText(draw: (mermaid: string) => string): string {
  const body = parts.map(
    ({ diagram, ...part }) =>
      `## ${part.title}\n\n${inMarkdown(part)}\n\n${diagram ? inLine(draw(diagram)) : ''}\n`,
  )
  return `---\ntitle: An invented case of many offices\n---\n\n${body.join('\n')}`
}

/** What anyone would write by its documentation. */
export function revealPage(draw: (mermaid: string) => string): string {
  const slides = parts.map(
    ({ title, points, prose, diagram }) =>
      `<section><h2>${title}</h2><ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul>
${diagram ? draw(diagram) : ''}<aside class="notes">${prose}</aside></section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An invented case</title>
<link rel="stylesheet" href="reset.css"><link rel="stylesheet" href="reveal.css"><link rel="stylesheet" href="theme/white.css"></head>
<body><div class="reveal"><div class="slides">${slides.join('\n')}</div></div>
<script src="reveal.js"></script><script>Reveal.initialize({ hash: true })</script></body></html>\n`
}

function inMarkdown({ points, prose, diagram }: Omit<Part, 'title'>): string {
  return [listOf(points), ...(diagram ? [fenced(diagram)] : []), prose].join('\n\n')
}

function listOf(points: readonly string[]): string {
  return points.map((point) => `- ${point}`).join('\n')
}

function fenced(mermaid: string): string {
  return `\`\`\`mermaid\n${mermaid}\n\`\`\``
}

/** Markdown ends HTML at an empty line. */
function inLine(svg: string): string {
  return `<div>${svg.replace(/\s*\n\s*/g, ' ')}</div>`
}
