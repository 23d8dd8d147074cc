/** The dialog of the deck with the code by which the audience comes in. */
import { bodyOf, makeModal } from '../../../ui/dialogs/modal.ts'
import { codeOf } from './code.ts'

/** Returns what opens it and closes it again, and what takes the code away once the room has ended. */
export function dialogOfCode(address: string): { toggle(): void; end(): void } {
  const dialog = makeModal('room-dialog', 'Follow on your own device')
  const code = codeOf(address, 'QR code that opens the room')
  bodyOf(dialog).append(code)
  return {
    toggle: () => (dialog.open ? dialog.close() : dialog.showModal()),
    end: () => code.replaceChildren('The room has ended.'),
  }
}
