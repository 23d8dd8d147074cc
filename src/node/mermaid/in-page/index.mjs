/** In the browser: what the page calls. */
import { readColumns } from './columns.mjs'
import { stripDrawing } from './drawing.mjs'

Object.assign(globalThis, { readColumns, stripDrawing })
