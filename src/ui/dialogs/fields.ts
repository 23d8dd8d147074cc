/** Parts of forms and dialogs, for scripts that make them. */

/** An element with what it has from the start. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  of: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), of)
}

/** A field with its name above it. */
export function fieldOf(words: string, field: HTMLElement): HTMLLabelElement {
  const label = make('label', {})
  label.append(make('span', { textContent: words }), field)
  return label
}

/** A button that does something. */
export function buttonOf(words: string, run: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', textContent: words })
  button.addEventListener('click', run)
  return button
}
