/** Remembers what a function has made of a text: the same words come again, in each state of a case. */

/** Longer texts hardly come twice. */
const LONGEST = 2000
/** Memory is bounded. */
const MOST = 10_000

/** The same function of a text, which does not do its work twice. What it gives is not to be changed. */
export function remember<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, { readonly made: Made }>()
  return (text) => {
    const before = known.get(text)
    if (before) return before.made
    const made = make(text)
    if (text.length > LONGEST) return made
    if (known.size >= MOST) known.clear()
    known.set(text, { made })
    return made
  }
}
