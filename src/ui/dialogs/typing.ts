/** Whether keys are words at the moment: then none of ours may fire. */

/** True for a field that takes text, and for text that can be edited. */
export function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
  )
}
