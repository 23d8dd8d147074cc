/** The dialog of the deck with the code by which the audience comes in. */
import { bodyOf, makeModal } from '../../../ui/dialogs/modal.ts'
import { codeOf } from './code.ts'

/** Returns what opens it, and closes it again. */
export function dialogOfCode(address: string): () => void {
  const dialog = makeModal('room-dialog', 'Follow on your own device')
  bodyOf(dialog).append(codeOf(address, 'QR code that opens the room'))
  return () => (dialog.open ? dialog.close() : dialog.showModal())
}
