/** In the browser: what the page calls. */
import { stripDrawing } from './drawing.mjs'
import { traceDrawing } from './trace.mjs'

Object.assign(globalThis, { traceDrawing, stripDrawing })
