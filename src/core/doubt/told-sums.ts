/** Sums in doubt, as plain data in words: they travel to the page that shows them. */

/** An option whose sum or place changes. Money is the net present value, in words. */
export interface OptionInDoubt {
  readonly key: string
  /** Central values; absent where nothing was, or nothing is left to be counted. */
  readonly was?: string
  readonly is?: string
  /** `£1 to £3 million, 8 in 10 likely`. */
  readonly range?: string
  /** Its place among the options, from 1; absent where it has none. */
  readonly wasAt?: number
  readonly isAt?: number
}

/** What becomes of the preferred option. */
export interface PreferredState {
  /** It holds; another is better now; it brings no more than it costs; nobody can say what it comes to. */
  readonly state: 'holds' | 'not best' | 'nil' | 'unknown'
  /** Key of the option that is better. */
  readonly other?: string
}

/** An option with what it comes to; `undefined` where that is not known. */
export interface RankedOption {
  readonly key: string
  readonly value?: number
}

/** What the sums become. */
export interface DoubtSums {
  /** Those that change, in the order of the case. */
  readonly options: readonly OptionInDoubt[]
  /** Estimates that come to something else, where a value was replaced. */
  readonly estimates: readonly {
    readonly key: string
    readonly name: string
    readonly was: string
    readonly is: string
  }[]
  /** Estimates that come to nothing because of a value that was put in, and why. */
  readonly unworked: readonly { readonly name: string; readonly fault: string }[]
  /** Set where they mix prices of several years: `prices of 2024 and 2026, which are mixed`. */
  readonly mixed?: string
  /** Absent where no option is marked as preferred. */
  readonly preferred?: PreferredState
}
