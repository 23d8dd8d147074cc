/** Whether what is being built is for the speaker alone, and may hold private notes. */

/** As a variable, since the pages of a build are told nothing else. */
const NAME = 'THROUGHLINE_PRIVATE_NOTES'

/** Says it of all that this process builds from now on. */
export function allowPrivateNotes(isAllowed: boolean): void {
  if (isAllowed) process.env[NAME] = 'yes'
  else delete process.env[NAME]
}

/** Never true unless the command that builds has said so. */
export function hasPrivateNotes(): boolean {
  return process.env[NAME] === 'yes'
}
