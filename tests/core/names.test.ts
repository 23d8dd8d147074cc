/** One name, one type: who searches for a type finds the one that is meant. */
import { describe, expect, it } from 'vitest'
import { files, textOf } from './imports.ts'

// Matches "export interface Step extends Dated {", "export type Run = …" and "export abstract class A {".
const RE_EXPORTED_TYPE = /^\s*export (?:declare |abstract )*(?:interface|type|class) (\w+)/gm

/** Exported types by name, each with the files that have one: `Step: core/a.ts, node/b.ts`. */
const exported = Map.groupBy(
  files.filter((file) => /\.(?:ts|astro|mjs)$/.test(file)).flatMap(typesIn),
  ({ name }) => name,
)

describe('exported types', () => {
  it('are found', () => {
    const filesOf = (name: string) => exported.get(name)?.map(({ file }) => file)
    expect(filesOf('Finding')).toEqual(['core/model/finding.ts'])
    expect(filesOf('Check')).toEqual(['core/checks/shared/check.ts'])
    expect(filesOf('UsageError')).toEqual(['node/run/usage-error.ts'])
  })

  it('have each a name of their own', () => {
    const shared = [...exported].filter(([, types]) => types.length > 1)
    expect(
      shared.map(([name, types]) => `${name}: ${types.map(({ file }) => file).join(', ')}`),
    ).toEqual([])
  })
})

function typesIn(file: string): readonly { readonly name: string; readonly file: string }[] {
  return [...textOf(file).matchAll(RE_EXPORTED_TYPE)].map(([, name = '']) => ({ name, file }))
}
