/** Decks that are too long for a talk, of which slides are left out. */
import { isOverBudget } from '../deck/budget.ts'
import { planTimedDeck } from '../deck/routes.ts'
import { placesInYaml } from '../settings/yaml.ts'
import type { Check } from './shared/check.ts'

export const longDeck: Check = (checked) => {
  const { settings, settingsSource } = checked
  const { slides } = planTimedDeck(checked)
  if (!isOverBudget(slides, settings)) return []
  const most = settings.deck.slides
  const { file, text } = settingsSource ?? { file: 'case.yaml', text: '' }
  const message = `Unexpected ${slides.length.toLocaleString('en-GB')} slides, expected about ${most}: the deck shows the ${most} strongest at most, and counts what it leaves out`
  const place = text.includes('deck') ? placesInYaml(text, file)(['deck', 'slides']) : { file }
  return [{ message, place }]
}
