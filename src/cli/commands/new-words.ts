/** What `new` can make: a case, a sprint, and an item of each kind. */
import { builtInKinds, type Kind, rowOf, withinSentence } from '../../core/model/kinds.ts'
import type { Addition } from '../../core/new/index.ts'
import type { CommandRow, Print, WordRow } from '../usage/command-row.ts'
import type { Options } from '../usage/options.ts'

const TEXT: WordRow = { name: '"TEXT"', count: 'text', expected: 'its words' }

const WRITES = 'a line into a file of the case'

/** What `new` can make, by the word behind it. */
export const additions: Readonly<Record<string, CommandRow>> = {
  case: {
    summary: 'a case to start from, which asks its questions',
    writes: 'a case, with what its repository needs; nothing over what is there',
    words: [{ name: 'DIR', count: 'one', expected: 'a folder for the new case', isPath: true }],
    options: ['from'],
    examples: ['new case our-case', 'new case .'],
    run: async ({ from }, [folder = ''], print) =>
      (await import('./new-case.ts')).newCase({ folder, from }, print),
  },
  theme: {
    summary: 'a brand of your own, from its colours and its logo',
    writes: 'theme.yaml, its logo, and the line of case.yaml that names it',
    words: [
      { name: 'NAME', count: 'one', expected: 'what the brand is called' },
      { name: 'COLOUR|LOGO', count: 'many', expected: 'colours such as "#c1121f", and a logo' },
    ],
    options: ['case'],
    examples: ['new theme "Harbour Office" "#0b6e4f" logo.svg'],
    run: async ({ case: folder }, words, print) =>
      (await import('./new-theme.ts')).newTheme(folder, words, print),
  },
  sprint: {
    summary: 'the next sprint',
    writes: WRITES,
    options: ['case'],
    examples: ['new sprint'],
    run: (options, _, print) => add({ what: 'sprint' }, options, print),
  },
  ...Object.fromEntries([...builtInKinds.keys()].map((kind) => [kind, itemRow(kind)])),
  decision: {
    summary: 'the next decision of a sprint',
    writes: WRITES,
    words: [TEXT],
    options: ['case', 'sprint'],
    examples: ['new decision "We focused on people who book" --sprint 3'],
    run: (options, [text = ''], print) => {
      const { sprint } = options
      const order = { what: 'item', kind: 'decision', text } as const
      return add(sprint === undefined ? order : { ...order, sprint }, options, print)
    },
  },
  evidence: {
    summary: 'evidence for a decision, with the next free letter',
    writes: WRITES,
    words: [
      {
        name: 'DECISION',
        count: 'one',
        expected: 'the number of its decision, or "payments: 3"; the letter follows',
        pattern: /^(?:[^:]+:\s*)?\d+$/,
      },
      TEXT,
    ],
    options: ['case'],
    examples: ['new evidence 3 "Six of nine asked for it first"'],
    run: (options, [number = '', text = ''], print) => {
      const decision = number.replace(/0*(\d+)$/, '$1')
      return add({ what: 'item', kind: 'evidence', text, decision }, options, print)
    },
  },
}

function itemRow(kind: Kind): CommandRow {
  return {
    summary: `the next ${withinSentence(rowOf(kind, builtInKinds).label)}`,
    alike: 'the next of a kind',
    writes: WRITES,
    words: [TEXT],
    options: ['case'],
    examples: [`new ${kind} "Fewer people ask twice"`],
    run: (options, [text = ''], print) =>
      // Decision and evidence have rows of their own.
      add({ what: 'item', kind, text } as Addition, options, print),
  }
}

async function add(order: Addition, { case: folder }: Options, print: Print): Promise<number> {
  return (await import('./new.ts')).addToCase(folder, order, print)
}
