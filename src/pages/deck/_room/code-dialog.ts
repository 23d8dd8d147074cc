/** The dialog of the deck with the code by which the audience comes in, and what it says without one. */
import { ENDED, OFFLINE } from '../../../core/room/words.ts'
import { bodyOf, makeModal } from '../../../ui/dialogs/modal.ts'
import { onceAsked } from '../_slides/once-asked.ts'

/** Returns what opens it and closes it again, and what takes the code away once the room has ended. */
export function dialogOfCode(address: string): { toggle(): void; end(): void } {
  let dialog: HTMLDialogElement | undefined
  let isOver = false
  const shown = document.createElement('div')
  // A room that has ended may have gone with what would be loaded for it.
  const code = onceAsked(async () => (await import('./code.ts')).codeOf)
  const open = (what: Node | string): void => {
    dialog ??= makeModal('room-dialog', 'Follow on your own device')
    bodyOf(dialog).append(shown)
    shown.replaceChildren(what)
    dialog.showModal()
  }
  return {
    toggle() {
      if (dialog?.open) dialog.close()
      else if (isOver) open(ENDED)
      else
        code.use(
          (codeOf) => open(codeOf(address, 'QR code that opens the room')),
          () => open(OFFLINE),
        )
    },
    end() {
      isOver = true
      shown.replaceChildren(ENDED)
    },
  }
}
