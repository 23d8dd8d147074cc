/** Where components get drawings from: the page hands over the reader, since `ui` knows no disk. */
import type { ChartPlan } from '../../core/chart/index.ts'
import type { Slide } from '../../core/deck/index.ts'
import type { Drawn } from '../../core/diagram/index.ts'
import type { ElementBlock } from '../../core/syntax/conventions/index.ts'

declare global {
  namespace App {
    interface Locals {
      /** Set by a page before it renders diagrams: Mermaid text to its drawing, if it was drawn. */
      readDrawing?: (text: string) => Drawn | undefined
      /** Set by a page before it renders charts; absent where the case has none. */
      drawChart?:
        | ((
            of: ElementBlock | ChartPlan,
            place: 'phone' | 'page' | 'upright' | 'slide' | Slide,
          ) => { readonly svg: string } | undefined)
        | undefined
    }
  }
}

const uses = new WeakMap<object, number>()

/** `drawing-1`, `drawing-2`, …: an id that no other drawing of the page has. */
export function nextDrawingId(page: object): string {
  const use = (uses.get(page) ?? 0) + 1
  uses.set(page, use)
  return `drawing-${use}`
}

/** The drawing of a text, where the page can read drawings and it was drawn. */
export function drawingOf(text: string, { readDrawing }: App.Locals): Drawn | undefined {
  return readDrawing?.(text)
}
