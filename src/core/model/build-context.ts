/** What all pages of one build are made for. The program that builds says it once, as one value. */
import type { Audience } from './audience.ts'
import type { OwnRow } from './kinds.ts'
import { defaultTheme, isTheme, type ThemeName } from './themes.ts'

/** For whom, in which look and of which state pages are made. */
export interface BuildContext {
  /** Absolute path. */
  readonly caseFolder: string
  /** Where what is made of the case is kept, to be used again. Absolute path. */
  readonly store: string
  readonly audience: Audience
  readonly theme: ThemeName
  /** The kinds that the case brings, by name. */
  readonly ownKinds: Readonly<Record<string, OwnRow>>
  /** Path of the site on its host; starts and ends with a slash. */
  readonly base: string
  /** Whether pages may hold private notes: only what is for the speaker or the team alone. */
  readonly hasPrivateNotes: boolean
  /** Whether the server of the pages keeps what is asked: that of `present`. */
  readonly keepsQuestions: boolean
  /** Where the broker of a room is: an address, or a path on the server of the pages. Absent without a room. */
  readonly broker?: string
  /** Whether its server has the deck alone, as that of a room for its audience. */
  readonly isDeckAlone: boolean
  /**
   * Of the state of the case of which the pages are made: they refuse any other. Absent while the
   * case is being written, and pages show whatever it says now.
   */
  readonly fingerprint?: string
}

/**
 * Makes the context whole. What is not given, or has no value that is known, is filled in with what is
 * safest: for the public, and without private notes.
 * @throws where no case was named
 */
export function buildContext(given: Readonly<Partial<BuildContext>> | undefined): BuildContext {
  if (!given?.caseFolder || !given.store)
    throw new Error('Expected a case to make pages of: pages are made by build, dev and present.')
  const { caseFolder, store, audience, theme, ownKinds = {}, base = '/' } = given
  const { hasPrivateNotes, keepsQuestions, isDeckAlone, broker, fingerprint } = given
  return {
    caseFolder,
    store,
    ownKinds,
    audience: audience === 'internal' ? 'internal' : 'public',
    theme: isTheme(theme) ? theme : defaultTheme,
    base,
    hasPrivateNotes: hasPrivateNotes === true,
    keepsQuestions: keepsQuestions === true,
    isDeckAlone: isDeckAlone === true,
    ...(broker === undefined ? {} : { broker }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
}
