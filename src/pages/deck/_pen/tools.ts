/** The row of tools while one draws. */
import type { Stroke } from '../../../core/ink/strokes.ts'
import { INK_COLOURS } from '../../../core/room/messages.ts'
import { buttonOf, make } from '../../../ui/dialogs/fields.ts'
import type { Chosen } from './surface.ts'

const TOOLS = { pen: 'Draw', marker: 'Highlight', eraser: 'Erase' } as const

const COLOURS: Readonly<Record<Stroke['colour'], string>> = {
  accent: 'Accent colour',
  text: 'Colour of the text',
  blue: 'Blue',
  green: 'Green',
}

interface ToolWays {
  undo(): void
  clear(): void
  /** Absent where nothing can keep a copy. */
  readonly keep?: (() => void) | undefined
  done(): void
}

interface PenTools {
  readonly element: HTMLElement
  chosen(): Chosen
  /** To the tool that is chosen. */
  focus(): void
  /** Says something to those who listen. */
  say(words: string): void
  /** Says something to all. */
  warn(words: string): void
  /** Whether there is something to undo, and to clear. */
  show(can: { readonly undo: boolean; readonly clear: boolean }): void
}

/** Makes the row of tools. */
export function makeTools(ways: ToolWays): PenTools {
  let chosen: Chosen = { tool: 'pen', colour: 'accent' }
  const element = make('div', { className: 'pen-tools screen-only' })
  element.setAttribute('role', 'toolbar')
  element.setAttribute('aria-label', 'Pen')
  const status = make('p', { className: 'unseen' })
  status.setAttribute('role', 'status')
  const choices = new Map<string, HTMLButtonElement>()
  const choose = (next: Partial<Chosen>): void => {
    chosen = { ...chosen, ...next }
    for (const [name, button] of choices)
      button.setAttribute(
        'aria-pressed',
        String(name === chosen.tool || (name === chosen.colour && chosen.tool !== 'eraser')),
      )
  }
  const tools = Object.entries(TOOLS).map(([tool, name]) => {
    const button = buttonOf(name, () => choose({ tool: tool as Chosen['tool'] })) // as in the table
    choices.set(tool, button)
    return button
  })
  const colours = INK_COLOURS.map((colour) => {
    const tool = (): Chosen['tool'] => (chosen.tool === 'eraser' ? 'pen' : chosen.tool)
    const button = buttonOf('', () => choose({ colour, tool: tool() }))
    button.className = 'pen-colour'
    button.dataset.colour = colour
    button.setAttribute('aria-label', COLOURS[colour])
    button.title = COLOURS[colour]
    choices.set(colour, button)
    return button
  })
  const undo = buttonOf('Undo', ways.undo)
  const clear = buttonOf('Clear slide', ways.clear)
  const keep = ways.keep ? [buttonOf('Keep …', ways.keep)] : []
  const done = buttonOf('Done', ways.done)
  done.className = 'pen-done'
  const groups = [tools, colours, [undo, clear, ...keep, done]].map((buttons) => {
    const group = make('div', {})
    group.append(...buttons)
    return group
  })
  element.append(...groups, status)
  const all = [...element.querySelectorAll('button')]
  // One stop of Tab, and arrows within (ARIA Authoring Practices, toolbar).
  const stopAt = (wanted: Element | undefined): void => {
    for (const button of all) button.tabIndex = button === wanted ? 0 : -1
  }
  element.addEventListener('focusin', ({ target }) => stopAt(target as Element)) // a button
  element.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const here = all.indexOf(event.target as HTMLButtonElement) // or it is none of them
    if (by === undefined || here < 0) return
    event.preventDefault()
    all.at((here + by) % all.length)?.focus()
  })
  choose({})
  stopAt(all[0])
  return {
    element,
    chosen: () => chosen,
    focus: () => choices.get(chosen.tool)?.focus(),
    say(words) {
      status.className = 'unseen'
      status.textContent = words
    },
    warn(words) {
      status.className = ''
      status.textContent = words
    },
    show(can) {
      undo.setAttribute('aria-disabled', String(!can.undo))
      clear.setAttribute('aria-disabled', String(!can.clear))
    },
  }
}
