/** Whether the web pages to which a case leads are there: asked only when somebody wants to know. */

import { isRestricted } from '../../core/audience/access.ts'
import { findingOf } from '../../core/findings/finding-of.ts'
import type { Place } from '../../core/model/case.ts'
import type { Finding } from '../../core/model/finding.ts'
import { placesInYaml } from '../../core/settings/yaml.ts'
import { parse } from '../../core/syntax/parse.ts'
import { walk } from '../../core/syntax/tree.ts'
import type { ReadCase } from './read-case.ts'

/** How many are asked at a time, so that no host takes it for an attack. */
const AT_A_TIME = 8

/** How long an answer may take, ms. */
const PATIENCE = 10_000

/** An address, and where it is written. */
interface Written {
  readonly address: string
  readonly place: Place
}

/**
 * A warning for each address without a page, at its first place. Hosts that ask for an
 * account are left out. A host that refuses programs counts as one that has the page.
 *
 * @param patience how long an answer may take, ms
 */
export async function deadLinks(read: ReadCase, patience = PATIENCE): Promise<readonly Finding[]> {
  const groups = [...Map.groupBy(linksOf(read), ({ address }) => address.replace(/#.*$/, ''))]
  const findings: Finding[] = []
  const left = groups.values()
  const work = async (): Promise<void> => {
    for (const [address, places] of left) {
      const why = await whyDead(address, patience)
      if (why !== undefined) findings.push(...findingFor(address, why, places))
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  return findings
}

function findingFor(address: string, why: string, places: readonly Written[]): readonly Finding[] {
  const [first, ...others] = places.map(({ place }) => place)
  if (!first) return []
  return [
    findingOf('dead-link', {
      message: `Unexpected ${why} from ${address}, expected a page: mend the address, or leave it out`,
      place: first,
      ...(others.length > 0 ? { related: others } : {}),
    }),
  ]
}

/** Every web address that readers may follow and that is open to all. */
function linksOf(read: ReadCase): readonly Written[] {
  const inTexts = read.sources.flatMap(({ file, text }) => {
    const { tree } = parse(text, file)
    return [...(tree ? walk(tree) : [])].flatMap(({ type, url, position }): readonly Written[] => {
      if ((type !== 'link' && type !== 'definition') || !url || !position) return []
      const { line, column } = position.start
      return [{ address: url, place: { file, line, column } }]
    })
  })
  return [...inTexts, ...inSettings(read)].filter(
    ({ address }) =>
      /^https?:\/\//i.test(address) &&
      URL.canParse(address) &&
      read.settings.links[address] === undefined &&
      !isRestricted(address, read.settings.restricted),
  )
}

function inSettings({ settings, settingsSource }: ReadCase): readonly Written[] {
  const { repository, feedback = [], accessibility } = settings
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const placeOf = placesInYaml(text, file)
  const fields: readonly (readonly [string | undefined, readonly PropertyKey[]])[] = [
    [repository, ['repository']],
    [accessibility.contact, ['accessibility', 'contact']],
    ...feedback.map(({ url }, index) => [url, ['feedback', index, 'url']] as const),
  ]
  return fields.flatMap(([address, path]) =>
    address === undefined ? [] : [{ address, place: placeOf(path) }],
  )
}

/** Why there is no page; `undefined` where there is one. Some hosts answer only whole requests. */
async function whyDead(address: string, patience: number): Promise<string | undefined> {
  const asked = await ask(address, 'HEAD', patience)
  if (typeof asked === 'number' && asked < 400) return undefined
  const answer = await ask(address, 'GET', patience)
  if (typeof answer === 'string') return answer
  const isGone = answer === 404 || answer === 410 || answer >= 500
  return isGone ? `answer ${answer}` : undefined
}

/** The status of the answer, after all redirections, or why there was none. */
async function ask(
  address: string,
  method: 'HEAD' | 'GET',
  patience: number,
): Promise<number | string> {
  try {
    const signal = AbortSignal.timeout(patience)
    const { status, body } = await fetch(address, { method, signal, redirect: 'follow' })
    await body?.cancel()
    return status
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return isLate ? `silence of ${patience / 1000} s` : 'failure to connect'
  }
}
