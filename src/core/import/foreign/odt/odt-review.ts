/** What people put beside the words of an OpenDocument text: comments, and changes that are tracked. */
import {
  type DocumentComment,
  type DocumentPlace,
  signed,
  type TrackedChange,
} from '../document.ts'
import { attributeOf, childOf, childrenOf, nameOf, textIn, type Xml } from '../xml.ts'
import { wordsIn } from './odt-words.ts'

interface OpenChange {
  readonly sort: TrackedChange['sort']
  readonly by?: string
  readonly on?: string
  words: string
}

/** Tells of a remark, once all words of its paragraph are known. */
type Tell = (place: DocumentPlace) => void

/** Listens to a walk through a document. */
export class OdtReview {
  readonly comments: DocumentComment[] = []
  readonly changes: TrackedChange[] = []
  readonly #regions = new Map<string, OpenChange>()
  /** Words of comments and insertions that have begun and not ended. */
  readonly #open = new Map<string, string[]>()
  #waiting: Tell[] = []

  /** Begins a paragraph, which may stand in another; returns what that one waits for. */
  enter(): Tell[] {
    const outer = this.#waiting
    this.#waiting = []
    return outer
  }

  /** Ends a paragraph in another. */
  leave(outer: Tell[]): void {
    this.#waiting = outer
  }

  /** Tells of all that waits for its place. */
  tell(place: DocumentPlace): void {
    for (const each of this.#waiting.splice(0)) each(place)
  }

  /** Words of the document. */
  hear(text: string): void {
    for (const words of this.#open.values()) words.push(text)
  }

  annotationEnd(node: Xml): void {
    this.#open.delete(`annotation ${attributeOf(node, 'name')}`)
  }

  annotation(node: Xml): void {
    const words = [...childrenOf(node, 'p', 'list')]
      .map((each) => textIn(each).trim())
      .filter(Boolean)
      .join(' ')
    const name = attributeOf(node, 'name')
    const quoted: string[] = []
    if (name !== undefined) this.#open.set(`annotation ${name}`, quoted)
    if (words === '') return
    this.#waiting.push((place) => {
      const shown = name === undefined ? '' : quoted.join('').replace(/\s+/g, ' ').trim()
      this.comments.push({
        words,
        ...place,
        ...(shown === '' ? {} : { quoted: shown }),
        ...whoOf(node),
        ...(attributeOf(node, 'resolved') === 'true' ? { isDone: true as const } : {}),
      })
    })
  }

  readRegions(node: Xml): void {
    for (const region of childrenOf(node, 'changed-region')) {
      const [change] = childrenOf(region, 'insertion', 'deletion')
      if (!change) continue
      const info = childOf(change, 'change-info')
      const deleted = childrenOf(change).filter((each) => each !== info)
      this.#regions.set(attributeOf(region, 'id') ?? '', {
        sort: nameOf(change) === 'insertion' ? 'inserted' : 'deleted',
        words: deleted.map(wordsIn).join(' ').replace(/\s+/g, ' ').trim(),
        ...whoOf(info),
      })
    }
  }

  change(node: Xml): void {
    const id = attributeOf(node, 'change-id') ?? ''
    const region = this.#regions.get(id)
    if (!region) return
    const tell = (words: string): void => {
      this.#waiting.push((place) => {
        if (words.trim() !== '') this.changes.push({ ...region, words: words.trim(), ...place })
      })
    }
    if (nameOf(node) === 'change') tell(region.words)
    if (nameOf(node) === 'change-start') this.#open.set(`change ${id}`, [])
    if (nameOf(node) === 'change-end') {
      tell(this.#open.get(`change ${id}`)?.join('') ?? '')
      this.#open.delete(`change ${id}`)
    }
  }
}

function whoOf(node: Xml | undefined): Pick<DocumentComment, 'by' | 'on'> {
  return signed(textIn(childOf(node, 'creator')), textIn(childOf(node, 'date')))
}
