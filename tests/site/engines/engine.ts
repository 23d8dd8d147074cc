/** Another engine than Chromium, driven as a person would: one window, keys, and what is then on screen. */

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** One window of a browser. */
export interface EngineWindow {
  /** Loads a page whole, its fonts too. */
  open(address: string): Promise<void>
  /** Asks the page; `ask` runs in it, and may use its arguments alone. */
  read<T, Args extends readonly unknown[]>(ask: (...args: Args) => T, ...args: Args): Promise<T>
  /** Runs a text of JavaScript, past the page's policy. */
  run(script: string): Promise<void>
  /** Presses a key, by its name as in `KeyboardEvent.key`; letters one by one. */
  press(...keys: readonly string[]): Promise<void>
  click(selector: string): Promise<void>
  /** Of the page itself, px. */
  resize(width: number, height: number): Promise<void>
  /** As a PNG. */
  picture(): Promise<Buffer>
  back(): Promise<void>
  close(): Promise<void>
}

/** A browser that runs. */
export interface RunningEngine {
  readonly window: EngineWindow
  /** Does what opens a window, and gives that window once there is one. */
  opened(act: () => Promise<void>): Promise<EngineWindow>
  close(): Promise<void>
}

/** The full path of a program on the PATH; `undefined` where it is not installed. */
export function programOf(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
