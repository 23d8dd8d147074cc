/** What is made for the team in a repository is never committed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hideFromGit } from '../../../src/node/git/hide.ts'
import { makeRepository } from '../repository.ts'

it('has git ignore the folder in which a path lies, and no other', async () => {
  const repository = makeRepository()
  try {
    const out = join(repository.folder, '.throughline', 'internal')
    await hideFromGit(out)
    mkdirSync(out)
    writeFileSync(join(out, 'index.html'), 'For the team')
    expect(repository.git('status', '--porcelain', '--untracked-files=all')).toBe('')
    expect(readFileSync(join(out, '..', '.gitignore'), 'utf8')).toBe('*\n')
    await hideFromGit(join(repository.folder, 'dist'))
    expect(existsSync(join(repository.folder, 'dist'))).toBe(false)
  } finally {
    repository.remove()
  }
})
