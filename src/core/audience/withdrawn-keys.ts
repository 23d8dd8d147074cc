/** What `withdrawn` in `case.yaml` names, however it is written. */
import { keyOf, keysOfId } from '../model/ids.ts'
import type { KindTable } from '../model/kinds.ts'
import { readLabel } from '../syntax/conventions/label.ts'

// Matches what stands around an id: "(3a)", "3a:", quotation marks.
const RE_AROUND = /^[\s("'“‘[]+|(?<![\s)"'”’\].:])[\s)"'”’\].:]+$/g
// Matches a key: "evidence-3a".
const RE_KEY = /^(.{1,60})-[^-]{1,20}$/

/** All keys that a name may mean: `Evidence 3a`, `(3a)`, `3 a`, `evidence-3a`; `[]` for what names nothing. */
export function withdrawnKeys(typed: string, kinds: KindTable): readonly string[] {
  const bare = typed.replace(RE_AROUND, '')
  const label = readLabel(`${bare}:`, kinds, true)
  const [, kind = ''] = RE_KEY.exec(bare.toLowerCase()) ?? []
  return [
    ...new Set([
      ...keysOfId(bare, kinds),
      ...keysOfId(bare.replace(/\s+/g, ''), kinds),
      ...(label ? [keyOf(label.kind, label.id, kinds)] : []),
      ...([...kinds.keys()].some((one) => one === kind) ? [bare.toLowerCase()] : []),
    ]),
  ]
}
