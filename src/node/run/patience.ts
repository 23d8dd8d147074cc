/** How long is waited for what another program does. */

/** The variable by which all limits of time are multiplied. */
export const PATIENCE = 'THROUGHLINE_PATIENCE'

/** How many times as long as usual is waited; 1 where nobody says so. */
export function patience(env: NodeJS.ProcessEnv = process.env): number {
  const said = Number(env[PATIENCE])
  return said > 0 ? said : 1
}
