/** Writes a case that is far larger than any team's, to see how the build grows. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How much there is of what. */
export interface Size {
  readonly files: number
  readonly decisions: number
  readonly evidence: number
}

const FILES = 200
const DECISIONS_EACH = 5
const EVIDENCE_EACH = 5

/** Writes the case into a folder, which it makes. The same words every time. */
export async function writeSynthetic(folder: string, files = FILES): Promise<Size> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'case.yaml'), 'title: A very large case\ndeck: { slides: 100000 }\n')
  for (let file = 1; file <= files; file++)
    await writeFile(join(folder, `${file}-sprint.mdx`), sprint(file))
  const decisions = files * DECISIONS_EACH
  return { files, decisions, evidence: decisions * EVIDENCE_EACH }
}

function sprint(file: number): string {
  const title = file === 1 ? '# A very large case\n\n# Key decisions\n\n' : ''
  const first = (file - 1) * DECISIONS_EACH + 1
  const decisions = Array.from({ length: DECISIONS_EACH }, (_, index) => decision(first + index))
  return `${title}## Sprint ${file}\n\n${decisions.join('\n')}`
}

function decision(id: number): string {
  const cited = id > 1 ? ` It follows from an earlier one (${id - 1}).` : ''
  const evidence = Array.from({ length: EVIDENCE_EACH }, (_, index) => {
    const letter = String.fromCharCode('a'.charCodeAt(0) + index)
    return `Evidence ${id}${letter}: In ${id + index} of our talks, people told us the same.\n`
  })
  const words = `We chose the way that helps most people in place ${id}.${cited}`
  return [`Decision ${id}: ${words}\n`, ...evidence].join('\n')
}

/** Make 700 sheets of A4 and more. */
const SECTIONS = 370

/** Writes a case of prose, with few slides for its length. The same words every time. */
export async function writeLongRead(folder: string, sections = SECTIONS): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'case.yaml'), 'title: A very long read\n')
  const parts = Array.from({ length: sections }, (_, index) => reading(index + 1))
  await writeFile(join(folder, '1-read.mdx'), `# A very long read\n\n${parts.join('\n')}`)
}

function reading(number: number): string {
  const paragraphs = Array.from({ length: 10 }, (_, index) =>
    Array.from(
      { length: 6 },
      (_, sentence) =>
        `In talk ${number}.${index + 1}.${sentence + 1}, people told us once more that they fill in the same form in several places.`,
    ).join(' '),
  )
  return `## What talk ${number} taught us\n\n${paragraphs.join('\n\n')}\n`
}
