/** In the browser: what the page calls. */
import { stripDrawing } from './drawing.mjs'
import { wrapLabels } from './wrap.mjs'

Object.assign(globalThis, { stripDrawing, wrapLabels })
