/** Where readers answer to a section or an item. */

import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/core/assemble.ts'
import {
  type AnswerSubject,
  LONGEST,
  type Ways,
  waysToAnswer,
} from '../../../src/core/feedback/ways.ts'
import type { Outside } from '../../../src/core/model/assembled.ts'

const GITHUB = 'repository: https://github.com/team/case\n'
const CONTACT = 'contact: team@example.org\n'

const decision: AnswerSubject = {
  key: 'decision-5',
  name: 'Decision 5',
  text: 'We start with clinics & ask "why?".',
  place: { file: 'für alle/40 key#1.mdx', line: 12, column: 1 },
}

function waysTo(yaml: string, answered: AnswerSubject = decision, outside: Outside = {}): Ways {
  const settings = { file: 'case.yaml', text: yaml }
  const read = assemble([{ file: 'a.mdx', text: '# A case' }], settings, outside)
  return waysToAnswer(read)(answered)
}

const checkout = { prefix: 'slides/', branch: 'main' }

/** The words that an address writes into an issue or a letter. */
function writtenBy(address = '', body = 'body', title = 'title'): readonly (string | null)[] {
  const { searchParams } = new URL(address)
  return [searchParams.get(title), searchParams.get(body)]
}

const BODY = `About Decision 5 (decision-5), version a1b2c3d, für alle/40 key#1.mdx, line 12

> We start with clinics & ask "why?".

What is wrong or in doubt, and why?

`

describe('waysToAnswer', () => {
  it('leads to the file and line on the branch that git has checked out', () => {
    expect(waysTo(GITHUB, decision, { checkout }).suggest).toBe(
      'https://github.com/team/case/edit/main/slides/f%C3%BCr%20alle/40%20key%231.mdx#L12',
    )
  })

  it('quotes nothing of a build for the team in an issue, which others can read', () => {
    const inside = { checkout, audience: 'internal' } as const
    expect(waysTo(GITHUB, decision, inside).challenge).toBeUndefined()
    expect(waysTo(GITHUB + CONTACT, decision, inside).challenge).toMatch(/^mailto:team@/)
    expect(waysTo(GITHUB, decision, inside).suggest).toContain('/edit/main/')
  })

  it('takes the branch of case.yaml before git’s, and main without either', () => {
    const bare = { checkout: { prefix: '' } }
    const named = waysTo(`${GITHUB}branch: fix/words\n`, decision, { checkout }).suggest
    expect(named).toContain('/edit/fix/words/slides/')
    expect(waysTo(GITHUB, decision, bare).suggest).toContain('/edit/main/f%C3%BCr')
  })

  it('opens an issue with title, key, version, place and the quoted words', () => {
    const { challenge } = waysTo(GITHUB, decision, { checkout, version: 'a1b2c3d' })
    expect(writtenBy(challenge)).toEqual(['Challenge: Decision 5', BODY])
  })

  it('suggests no change where git does not know the path of the file', () => {
    expect(Object.keys(waysTo(GITHUB))).toEqual(['challenge'])
  })

  it('writes to the contact where there is no repository', () => {
    const { suggest, challenge } = waysTo(CONTACT, decision, { version: 'a1b2c3d' })
    expect(challenge).toMatch(
      /^mailto:team@example\.org\?subject=Challenge%3A%20Decision%205&body=/,
    )
    expect(challenge).not.toContain('+')
    expect(writtenBy(challenge, 'body', 'subject')[1]).toBe(BODY.replaceAll('\n', '\r\n'))
    expect(suggest).toContain('subject=Change%3A%20Decision%205')
  })

  it('writes to the contact where the host takes no issue from an address', () => {
    const yaml = `repository: https://bitbucket.org/team/case\n${CONTACT}`
    const { suggest, challenge } = waysTo(yaml, decision, { checkout })
    expect(suggest).toMatch(/^https:\/\/bitbucket\.org\//)
    expect(challenge).toMatch(/^mailto:/)
  })

  it('gives no way where nothing is known', () => {
    expect(waysTo('ask: Fund it.\n')).toEqual({})
    expect(waysTo('repository: https://code.example.org/a/b\n', decision, { checkout })).toEqual({})
  })

  it.each([
    ['plain words', 'word '.repeat(2000)],
    ['one long word', 'x'.repeat(10_000)],
    ['letters of nine characters each', '証拠が必要です。 '.repeat(500)],
    ['emoji', '👩‍👩‍👧 '.repeat(900)],
    ['emoji without a space', `x${'😀'.repeat(900)}`],
    ['half characters and controls', '\ud800\u202e\u0000 a\r\nb '.repeat(900)],
  ])('keeps an address below the limit with %s', (_, text) => {
    for (const yaml of [GITHUB, CONTACT, `${GITHUB}host: gitlab\n`]) {
      const { challenge = '' } = waysTo(yaml, { ...decision, name: text, text })
      expect(challenge.length).toBeLessThanOrEqual(LONGEST)
      expect(challenge).toContain('decision-5')
    }
  })

  it('leaves the place out where its path alone is too long, and what hides in it', () => {
    const at = (file: string) =>
      waysTo(GITHUB, { ...decision, place: { file, line: 1 } }).challenge ?? ''
    expect(at('für/'.repeat(500)).length).toBeLessThanOrEqual(LONGEST)
    expect(writtenBy(at('für/'.repeat(500)))[1]).toMatch(/^About Decision 5 \(decision-5\), \n/)
    expect(writtenBy(at('a\n@team\u202eb.mdx'))[1]).toContain(', a @teamb.mdx, line 1\n')
  })

  it('shortens the name where a key in letters of nine characters takes the room', () => {
    const name = '証'.repeat(100)
    for (const yaml of [GITHUB, CONTACT]) {
      const { challenge = '' } = waysTo(yaml, { ...decision, key: name, name })
      expect(challenge.length).toBeLessThanOrEqual(LONGEST)
      expect(decodeURIComponent(challenge)).toContain(`(${name})`)
    }
  })

  it('cuts quoted words at a word, and says so', () => {
    const { challenge } = waysTo(GITHUB, { ...decision, text: 'alpha beta '.repeat(400) })
    expect(writtenBy(challenge)[1]).toMatch(/\n> alpha beta .*(?:alpha|beta) …\n/)
    expect(challenge?.length).toBeGreaterThan(LONGEST - 100)
  })
})
