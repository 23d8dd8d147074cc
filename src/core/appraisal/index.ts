/** The economic case as one plan: the ledger, each option's appraisal, what matters most, what turns it. */
import { entriesOf } from '../estimates/ledger.ts'
import { type LedgerDoubt, type WorkedEstimates, workOut } from '../estimates/work-out.ts'
import type { Checkable } from '../model/assembled.ts'
import { baseYearOf, basisOf, discountingOf } from './basis.ts'
import { appraise } from './option-appraisal.ts'
import {
  chancesOf,
  comparedOf,
  NO_SUMS,
  type SampledOption,
  type SumContext,
  sumOptions,
} from './option-sums.ts'
import type { Ledger, OptionAppraisal } from './plan.ts'
import { switchingValuesOf, tornadoOf } from './sensitivity.ts'

type Whole = Pick<Checkable, 'graph' | 'settings'>

/** A ledger with what it was made from, for what is made of it again. */
interface MadeLedger {
  readonly ledger: Ledger
  readonly worked: WorkedEstimates
  /** By key of the option. */
  readonly sampled: ReadonlyMap<string, SampledOption>
}

const known = new WeakMap<Whole['graph'], MadeLedger>()

/** The ledger of a case; `undefined` where it has no estimate. */
export function ledgerOf(whole: Whole): Ledger | undefined {
  return madeOf(whole)?.ledger
}

function madeOf(whole: Whole): MadeLedger | undefined {
  if (whole.graph.estimates.size === 0) return undefined
  const made = known.get(whole.graph) ?? makeLedger(whole)
  known.set(whole.graph, made)
  return made
}

/**
 * The ledger with something taken otherwise: what the sums become where an estimate falls. What the
 * doubt does not reach is not worked out again, and what matters most is left out.
 */
export function ledgerInDoubt(
  whole: Whole,
  doubt: LedgerDoubt,
): Omit<Ledger, 'tornado' | 'switching'> {
  return makeLedger(whole, { doubt, made: madeOf(whole) }).ledger
}

/** The samples of a case: of each option that is compared, and of each estimate. */
export function samplesIn(whole: Whole): {
  readonly options: readonly { readonly key: string; readonly samples: Float64Array }[]
  readonly worked: WorkedEstimates
} {
  const { ledger, worked, sampled } = madeOf(whole) ?? nothingMade
  const options = ledger.options
    .filter(({ npsv, isBusinessAsUsual }) => npsv || isBusinessAsUsual)
    .map(({ key }) => ({ key, samples: sampled.get(key)?.totals.samples ?? NO_SUMS }))
  return { options, worked }
}

const nothingMade = { ledger: { options: [] }, worked: new Map(), sampled: new Map() }

/** What a ledger is made of again: what is taken otherwise, and the ledger without that. */
interface Again {
  readonly doubt?: LedgerDoubt | undefined
  readonly made?: MadeLedger | undefined
}

function makeLedger(whole: Whole, { doubt, made }: Again = {}): MadeLedger {
  const context = contextOf(whole, { doubt, made })
  const summed = sumOptions(context, made?.sampled)
  const compared = comparedOf(summed)
  const isPart = context.graph.hidden.options.length > 0 || summed.some(({ isHidden }) => isHidden)
  // The chance to be best is that of one among others, all of them whole.
  const chances = isPart || compared.length < 2 ? undefined : chancesOf(compared)
  const options = summed.map((one): OptionAppraisal => {
    const chanceOfBest = chances?.get(one.item.key)
    return { ...appraise(one, context), ...(chanceOfBest === undefined ? {} : { chanceOfBest }) }
  })
  const marked = options.find(({ isPreferred }) => isPreferred)
  const preferred = marked ?? (isPart ? undefined : bestOf(options))
  const isCompared = new Set(compared.map(({ item }) => item.key))
  const rivals = options.filter(({ key }) => isCompared.has(key))
  const ledger: Ledger = {
    basis: context.basis,
    estimates: context.entries,
    options,
    ...(preferred ? { preferred: preferred.key } : {}),
    ...(preferred && !marked ? { isPreferredGuessed: true } : {}),
    ...(isPart ? { isPart: true } : {}),
    ...(doubt ? { tornado: [], switching: [] } : sensitivityOf(preferred, rivals, context)),
  }
  const sampled = summed.flatMap(({ item, parts, totals }) =>
    totals ? [[item.key, { parts, totals }] as const] : [],
  )
  return { ledger, worked: context.worked, sampled: new Map(sampled) }
}

/** The estimates, worked out, and what all sums start from. */
function contextOf({ graph, settings: { economics } }: Whole, { doubt, made }: Again): SumContext {
  const worked = workOut(graph.estimates, economics.range, {
    ...{ ...doubt, known: made?.worked, hidden: graph.hidden.partOf },
  })
  const base = baseYearOf(graph, economics)
  const entries = entriesOf(graph, worked, { ...economics, base })
  const basis = basisOf(entries, base, economics)
  return { graph, economics, entries, worked, basis, discounting: discountingOf(economics, base) }
}

/** The option with the highest central value; undefined where none was appraised. */
function bestOf(options: readonly OptionAppraisal[]): OptionAppraisal | undefined {
  const appraised = options.filter(({ npsv }) => npsv)
  return appraised.toSorted(
    (one, other) => (other.npsv?.central ?? 0) - (one.npsv?.central ?? 0),
  )[0]
}

/** What matters most for the preferred option, and what turns it; nothing where its sums are not told. */
function sensitivityOf(
  preferred: OptionAppraisal | undefined,
  rivals: readonly OptionAppraisal[],
  { graph, entries }: SumContext,
): Pick<Ledger, 'tornado' | 'switching'> {
  if (!preferred || preferred.parts.length === 0 || !rivals.includes(preferred))
    return { tornado: [], switching: [] }
  const isWhole = ({ key }: OptionAppraisal) => !graph.hidden.partOf.has(key)
  // To be better than what costs and brings nothing is to be worth something.
  const others = rivals.filter((one) => one !== preferred && one.parts.length > 0 && isWhole(one))
  return {
    tornado: tornadoOf(preferred, entries),
    // Where a sum turns is only known of whole ones.
    switching: isWhole(preferred) ? switchingValuesOf([preferred, ...others], entries) : [],
  }
}
