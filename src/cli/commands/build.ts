/** `build`: builds a case and prints all findings; where nothing has changed since, it says them again. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { amountOf } from '../../core/text/phrases.ts'
import { shown, typedIn } from '../../node/paths/index.ts'
import { commandLine } from '../../node/report/command-line.ts'
import { onTerminal } from '../../node/report/paint.ts'
import { hashOfInputs, keepTold, toldBefore } from '../../node/site/unchanged.ts'
import type { Options } from '../usage/options.ts'
import type { BuildOutcome, Built } from './build-anew.ts'

/** Builds, and says where the output is. Resolves to the exit code. */
export async function buildOnce(options: Options): Promise<number> {
  const { code, files } = await buildAndReport(options)
  if (!files) return code
  const offline = Object.entries(OFFLINE).filter(([file]) => files.includes(file))
  const lines = offline.map(async ([file, meaning]) => {
    const { size } = await stat(join(options.out, file))
    return `${shown(join(options.out, file))}  ${kilobytes(size)}  ${meaning}`
  })
  const pdfs = amountOf(files.filter((file) => file.endsWith('.pdf')).length, 'PDF')
  const made = `Built ${shown(options.out)}, with ${pdfs} in ${shown(join(options.out, 'handouts'))}`
  const next = `See it: ${commandLine('present', options.case)}`
  console.log([made, ...(await Promise.all(lines)), next].join('\n'))
  return code
}

/** What each file is for that works without a server or a network. */
const OFFLINE: Readonly<Record<string, string>> = {
  'offline/narrative.html': 'the narrative in one file',
  'offline/deck.html': 'the deck in one file; beside the other, their links meet',
  'offline/case.zip': 'the whole site: unpack it, then open index.html',
}

/** 1 kB is 1000 bytes. */
function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}

/**
 * Builds and prints findings. A case that cannot be read whole is not built: the previous output
 * stays. An output that is made of what is there now, and that nobody has touched, stays too, and
 * nothing is made.
 * @throws NoCaseError, UsageError, and whatever rendering throws.
 */
export async function buildAndReport(options: Options): Promise<BuildOutcome> {
  const { case: folder, out, base, audience } = options
  const { paint, columns } = onTerminal()
  const also = { base, audience, from: typedIn(), look: [paint('strong', ''), columns] }
  const order = { case: folder, out, also }
  const inputs = await hashOfInputs(order)
  const before = inputs === undefined ? undefined : await toldBefore<Built>(order, inputs)
  // What was changed while it was read is perhaps not in it.
  let after: ReturnType<typeof hashOfInputs> | undefined
  const ask = () => {
    after = hashOfInputs(order)
    // Who keeps what was told hears of it.
    after.catch(() => undefined)
  }
  const built = before ?? (await (await import('./build-anew.ts')).buildAnew(options, ask))
  console.log(built.report)
  const { files } = built.outcome
  const isNew = before === undefined && files !== undefined && built.isLasting
  if (isNew && inputs !== undefined && inputs === (await after))
    await keepTold(order, inputs, built)
  return built.outcome
}
