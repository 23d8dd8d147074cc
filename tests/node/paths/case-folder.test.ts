/** Where a case is looked for when nobody names one, and to which repository it belongs. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { caseRepository, findCase, outputsOf } from '../../../src/node/paths/case-folder.ts'
import { root } from '../../../src/node/paths/index.ts'

let place: string

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'places in späces-')))
})
afterEach(() => rmSync(place, { recursive: true }))

/** Makes empty files, and folders for names that end with a slash. */
function make(...paths: readonly string[]): void {
  for (const path of paths) {
    const whole = join(place, path)
    mkdirSync(path.endsWith('/') ? whole : dirname(whole), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(whole, '')
  }
}

/** What is found from a folder, relative to the place; `checkout` for the checkout's own. */
function found(from: string): string {
  const folder = findCase(join(place, from))
  return folder === join(root, 'slides') ? 'checkout' : (folder ?? '').replace(`${place}/`, '')
}

describe('a case that nobody names', () => {
  it('is found from everywhere in its repository', () => {
    make('repo/.git/', 'repo/slides/1.mdx', 'repo/slides/more/2.mdx', 'repo/notes/deep/')
    for (const from of ['repo', 'repo/slides', 'repo/slides/more', 'repo/notes/deep'])
      expect(found(from)).toBe('repo/slides')
  })

  it('may have any name, and its writing in folders of its own', () => {
    make('repo/.git', 'repo/slides/1.mdx', 'repo/board/case.yaml', 'repo/board/parts/1.mdx')
    expect(found('repo/board')).toBe('repo/board')
    expect(found('repo/board/parts')).toBe('repo/board')
    make('repo/plain/1.mdx', 'repo/plain/parts/2.mdx')
    expect(found('repo/plain/parts')).toBe('repo/plain')
  })

  it('may be the repository itself', () => {
    make('repo/.git/', 'repo/case.yaml', 'repo/1.mdx', 'repo/notes/')
    expect(found('repo/notes')).toBe('repo')
  })

  it('is looked for no further than its repository, and without one in the folder alone', () => {
    make('slides/1.mdx', 'repo/.git/', 'repo/notes/', 'loose/notes/')
    expect(found('.')).toBe('slides')
    for (const from of ['repo', 'repo/notes', 'loose/notes']) expect(found(from)).toBe('checkout')
  })
})

describe('the repository of a case', () => {
  it('is the top of its working tree, else the folder around it', () => {
    make('repo/.git', 'repo/cases/board/1.mdx', 'loose/slides/1.mdx')
    expect(caseRepository(join(place, 'repo/cases/board'))).toBe(join(place, 'repo'))
    expect(caseRepository(join(place, 'repo'))).toBe(join(place, 'repo'))
    expect(caseRepository(join(place, 'loose/slides'))).toBe(join(place, 'loose'))
  })

  it('is the folder of its package.json, where several teams share a working tree', () => {
    make('repo/.git', 'repo/package.json', 'repo/ours/package.json', 'repo/ours/slides/1.mdx')
    expect(caseRepository(join(place, 'repo/ours/slides'))).toBe(join(place, 'repo/ours'))
    make('package.json', 'other/.git', 'other/slides/1.mdx')
    expect(caseRepository(join(place, 'other/slides'))).toBe(join(place, 'other'))
  })

  it('holds the outputs, only one of which is for everyone', () => {
    expect(outputsOf(join(root, 'slides'))).toEqual({
      public: join(root, 'dist'),
      private: join(root, '.throughline', 'present'),
      internal: join(root, '.throughline', 'internal'),
    })
  })
})
