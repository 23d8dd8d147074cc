/** Questions in the speaker view: what they need is loaded once there may be some, or somebody keeps one. */
import type { PanelWays, QuestionsPanel } from '../_questions/panel.ts'

/** Key as in the deck. */
const KEEP = 'n'

interface Questions {
  load(): Promise<QuestionsPanel>
  /** What a key does; undefined for one of others. */
  key(name: string): (() => void) | undefined
}

/**
 * Offers them; where `present` serves the page, or the browser has some, they show at once. A load that
 * failed is tried again by the next key.
 */
export function offerQuestions(ways: PanelWays): Questions {
  let loading: Promise<QuestionsPanel> | undefined
  const load = (): Promise<QuestionsPanel> => {
    loading ??= import('../_questions/panel.ts').then(({ makeQuestions }) => makeQuestions(ways))
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  if (ways.post !== undefined || hasSome(ways.folder)) void load()
  return {
    load,
    key: (name) =>
      name === KEEP ? () => void load().then(({ openNote }) => openNote()) : undefined,
  }
}

function hasSome(folder: string): boolean {
  try {
    return localStorage.getItem(`throughline questions ${new URL(folder).pathname}`) !== null
  } catch {
    return false
  }
}
