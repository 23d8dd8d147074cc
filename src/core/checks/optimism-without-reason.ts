/** Costs of projects without a word on how far such projects go over, or without a reason for it. */
import type { Ledger } from '../appraisal/plan.ts'
import { formatNumber } from '../estimates/format.ts'
import type { Found } from '../model/finding.ts'
import { placeInYaml } from '../settings/yaml.ts'
import { ofLedger, placeOfAppraised } from './shared/of-ledger.ts'

export const optimismWithoutReason = ofLedger((ledger, { settings, settingsSource, graph }) => {
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const { optimism } = settings.economics
  const bare = Object.entries(optimism)
    .filter(([, said]) => said.class === undefined || said.reason === undefined)
    .map(([id]) => ({
      message: `Unexpected optimism bias of ${id} without ${optimism[id]?.class === undefined ? 'a class' : 'a reason'}, expected of which sort of project it is taken, and why so much here`,
      place: placeInYaml(text, file, ['economics', 'optimism', id]),
    }))
  const works = new Set(
    ledger.estimates.flatMap(({ flow, rhythm, option, isMoney }) =>
      flow === 'cost' && rhythm === 'one-off' && isMoney ? (option ?? []) : [],
    ),
  )
  const silent = ledger.options
    .filter(
      ({ key, id, fate }) => works.has(key) && optimism[id] === undefined && fate !== 'discounted',
    )
    .map((option) => ({
      message: `Unexpected costs of option ${option.id} without a word on optimism bias, expected in case.yaml how far over such projects usually go, or "works: 0%" with the reason`,
      place: placeOfAppraised(option, graph),
    }))
  return [...silent, ...bare, ...askedWithout(ledger, settings.ask ?? '', { file, text })]
})

// Matches words of an ask that say that plans go over.
const RE_OVER = /\b(?:optimism|contingency|go(?:es)? over|overruns?|risk)\b/i

/** An ask for what an estimate comes to, where the sums count more of it: the money runs out. */
function askedWithout(
  { estimates, options }: Ledger,
  ask: string,
  { file, text }: { readonly file: string; readonly text: string },
): readonly Found[] {
  if (RE_OVER.test(ask)) return []
  const cited = [...ask.matchAll(/\bEST-?0*(\d{1,5})\b/gi)].map(([, number]) => `EST${number}`)
  return estimates.flatMap(
    ({ id, flow, option: of, rhythm, value, told, unit }): readonly Found[] => {
      const option = options.find(({ key, counted }) => key === of && counted.length > 0)
      const { works = 0, running = 0 } = option?.optimism ?? {}
      const added = rhythm === 'one-off' ? works : running
      if (!cited.includes(id) || flow !== 'cost' || !option || !value || !told || added <= 0)
        return []
      const counted = formatNumber(value.central * (1 + added), unit, 3)
      return [
        {
          message: `Unexpected ask for ${told.central} (${id}) without what is added for optimism, expected a word on it: the sums of ${option.id} count ${counted}`,
          mend: `The ask names ${told.central} (${id}), and the sums of ${option.id} count ${counted} for it, since such projects go over. Ask for that too, or say in the ask who bears it: "${told.central} (${id}), ${counted} with optimism"`,
          place: placeInYaml(text, file, ['ask']),
        },
      ]
    },
  )
}
