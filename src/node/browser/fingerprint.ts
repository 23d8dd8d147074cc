/** Which browser there is, without starting it: what it made is kept under that. */
import { statSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'

/** Tells browsers and their versions apart without starting one; `''` where there is none. */
export function browserFingerprint(): string {
  const path = findBrowser()
  if (path === undefined) return ''
  const { size, mtimeMs } = statSync(path)
  return `${path} ${size} ${Math.round(mtimeMs)}`
}
