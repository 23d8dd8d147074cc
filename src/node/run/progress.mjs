/** Says on stderr what is taking its time, for the set-up (plain JavaScript) and the build. */

/** Milliseconds after which a step is worth a line. */
const NOTICEABLE = 1000

/**
 * Runs `work`; if it takes over a second, prints `name …`, and `name: 3.2 s` at its end.
 * @template T
 * @param {string} name What is being done: `Drawing diagrams`.
 * @param {() => T | Promise<T>} work
 * @param {{ now?: boolean, say?: (line: string) => void }} [options] `now`: known to be long, so
 *   the first line comes at once. `say`: where lines go.
 * @returns {Promise<T>} What `work` returns; what it throws is thrown, after a line that it stopped.
 */
export async function step(name, work, { now = false, say = writeOnStderr } = {}) {
  const start = performance.now()
  let announced = false
  const announce = () => {
    if (!announced) say(`${name} …`)
    announced = true
  }
  if (now) announce()
  const timer = setTimeout(announce, NOTICEABLE)
  try {
    const result = await work()
    const elapsed = performance.now() - start
    // Work without a pause does not let the timer fire.
    if (announced || elapsed > NOTICEABLE) say(`${name}: ${seconds(elapsed)}`)
    return result
  } catch (error) {
    if (announced) say(`${name}: stopped after ${seconds(performance.now() - start)}`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** @param {string} line */
export function writeOnStderr(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
