/** What a build is made for: named for a case, and as safe as it can be where nothing was said. */
import { expect, it } from 'vitest'
import { type BuildContext, buildContext } from '../../../src/core/model/build-context.ts'
import { OWN } from '../own-kinds.ts'

it('is for the public, without private notes, unless something else was said', () => {
  expect(buildContext({ caseFolder: '/case', store: '/kept' })).toEqual({
    ...{ caseFolder: '/case', store: '/kept', audience: 'public', theme: 'thread', base: '/' },
    ...{ ownKinds: {}, hasPrivateNotes: false, keepsQuestions: false, isDeckAlone: false },
  })
})

it('takes words that it does not know for none', () => {
  const said: unknown = {
    ...{ caseFolder: '/case', store: '/kept', audience: 'whole', hasPrivateNotes: 'yes' },
  }
  const context = buildContext(said as BuildContext)
  expect(context).toMatchObject({ audience: 'public', hasPrivateNotes: false })
})

it('keeps what was said', () => {
  const said: BuildContext = {
    ...{ caseFolder: '/case', store: '/kept', audience: 'internal', theme: 'folio', base: '/b/' },
    ...{ ownKinds: OWN, hasPrivateNotes: true, keepsQuestions: true, isDeckAlone: true },
    fingerprint: 'abc',
  }
  expect(buildContext(said)).toEqual(said)
})

it('refuses to be of no case, in plain words', () => {
  for (const said of [undefined, {}, { audience: 'internal' as const }])
    expect(() => buildContext(said)).toThrow('Expected a case to make pages of')
})
