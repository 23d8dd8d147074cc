/**
 * Runs in every page that `dev` serves: says which state of the case it shows, and shows what the
 * checks say of it. Plain JavaScript, since it is loaded as it stands.
 */
import { showFindings } from './panel.mjs'

const hot = import.meta.hot

hot?.on('throughline:findings', showFindings)

// A page that was asked for before the last change would never hear of it.
hot?.send('throughline:seen', { since: performance.timeOrigin })
