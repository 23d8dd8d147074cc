/** Which paths bundlers take as they are. */

// Matches "/home/Zoë/my case (2)", and not "50%", "C#", "it's": what code and addresses take as it is.
const RE_PLAIN = /^[\p{L}\p{M}\p{N} ._~/\\:@+=,()-]*$/u

/** Whether no code and no address has to write any of it in another way. @param {string} path */
export function isPlain(path) {
  return RE_PLAIN.test(path)
}
