/**
 * Runs in every page that `dev` serves: says which state of the case it shows, and keeps the page
 * up, with a note, while the case cannot be read. Plain JavaScript, since it is loaded as it stands.
 */

const hot = import.meta.hot

hot?.on('throughline:unreadable', ({ why }) => note(why))

// A page that was asked for before the last change would never hear of it.
hot?.send('throughline:seen', { since: performance.timeOrigin })

/** @param {string} why Lines for people. */
function note(why) {
  const id = 'throughline-unreadable'
  const found = document.getElementById(id)
  const box = found ?? document.createElement('pre')
  box.id = id
  box.setAttribute('role', 'alert')
  box.textContent = `This page shows the case as it was, since now it cannot be read:\n${why}`
  Object.assign(box.style, {
    position: 'fixed',
    inset: 'auto 0 0 0',
    zIndex: '1000',
    margin: '0',
    padding: '1rem 1.5rem',
    maxHeight: '40vh',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    font: '16px/1.5 system-ui, sans-serif',
    color: '#fff',
    background: '#7d0f18',
  })
  if (!found) document.body.append(box)
}
