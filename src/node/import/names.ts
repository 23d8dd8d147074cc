/** Gives imported files their names in the case. */
import { relative, sep } from 'node:path'
import { inReadingOrder } from '../paths/reading-order.ts'
import { folderOf, type Input } from './find-inputs.ts'

/** An input and its name in the case, with forward slashes. */
export interface NamedInput extends Input {
  readonly name: string
}

/**
 * Names each input: its own name with `.mdx`, in its own sub-folder. Where two have the same name,
 * the name of the folder goes in front. A README gets a number in front, so that it is read first.
 *
 * @returns the inputs in reading order
 */
export function nameInputs(inputs: readonly Input[]): readonly NamedInput[] {
  const taken = new Set<string>()
  const named = inputs.map((input) => {
    const path = relative(input.root, input.path).split(sep).map(safeName).join('/')
    const name = freeName(path.replace(/\.[^./]+$/, '.mdx'), folderOf(input), taken)
    taken.add(name.toLowerCase())
    return { ...input, name }
  })
  const first = readmesFirst(named)
  const order = inReadingOrder(first.map(({ name }) => name))
  return first.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
}

/** A name that is not taken, on systems too that ignore capitals. */
export function freeName(name: string, prefix: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name
  const at = name.lastIndexOf('/') + 1
  const inFront = (words: string): string => `${name.slice(0, at)}${words}-${name.slice(at)}`
  const long = inFront(safeName(prefix))
  if (!taken.has(long.toLowerCase())) return long
  let number = 2
  while (taken.has(inFront(`${safeName(prefix)}-${number}`).toLowerCase())) number += 1
  return inFront(`${safeName(prefix)}-${number}`)
}

/** A part of a path without characters that are not allowed in addresses or on other systems. */
export function safeName(part: string): string {
  return part.replace(/[<>:"|?*\\#%{}[\]\p{Cc}\uFFFD]+/gu, '-').replace(/^[._]+(?=.)/, '')
}

const RE_README = /^readme\.mdx$/i

function readmesFirst(named: readonly NamedInput[]): readonly NamedInput[] {
  return named.map((input) => {
    const parts = input.name.split('/')
    const file = parts.at(-1) ?? ''
    if (!RE_README.test(file)) return input
    const folder = parts.slice(0, -1)
    const beside = named.flatMap(({ name }) => besideIn(name.split('/'), folder))
    const others = new Set(beside.filter((other) => other !== file))
    return { ...input, name: [...folder, firstAmong(file, others)].join('/') }
  })
}

/** The first part of a path below a folder; none where the path is not in it. */
function besideIn(parts: readonly string[], folder: readonly string[]): readonly string[] {
  const isIn = folder.every((part, index) => parts[index] === part)
  return isIn ? parts.slice(folder.length, folder.length + 1) : []
}

/** `README.mdx` → `0-README.mdx`, where another file would be read before it. */
function firstAmong(file: string, others: ReadonlySet<string>): string {
  const isFirst = (name: string): boolean => inReadingOrder([name, ...others])[0] === name
  let name = file
  for (let turn = 0; turn < 5 && !isFirst(name); turn += 1) name = `0-${name}`
  return name
}
