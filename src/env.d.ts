/// <reference types="astro/client" />

/** The tokens of the theme that the build names, and the address of its font. */
declare module 'throughline:theme.css' {}
declare module 'throughline:theme-paper' {
  const paper: { readonly light: string; readonly dark: string }
  export default paper
}
declare module 'throughline:theme-font?url' {
  const url: string
  export default url
}

declare namespace App {
  interface Locals {
    /** What components look up; set by the page before it renders the case. */
    lookup: import('./core/graph/lookup.ts').Lookup
    /** Rendered pieces by key; the deck sets its slides from them. */
    pieces: Map<string, string>
    /** Set by the speaker view alone, in a build that is for nobody else. */
    withPrivateNotes?: boolean
    /** From a page with slides to the narrative; `../` if left out. */
    narrative?: string
    /** Numbers and addresses of the notes; set by a page that has notes on paper. */
    endnotes?: import('./core/narrative/endnotes.ts').Endnotes
    /** The sections and items that the narrative sets out: those of the case, or of a part of it. */
    told: import('./core/model/case.ts').Case
    /** Generated diagrams by the `at` of the block before them; set by the narrative. */
    diagramsAfter?: ReadonlyMap<string, readonly import('./core/diagram/index.ts').Diagram[]>
    /** What changed in the latest week, by key; set by a page that says so. */
    changed?: ReadonlyMap<string, import('./core/changes/latest.ts').LastChange>
    /** Keys of the sections of which slides tell; set by a page that links to them. */
    onSlides?: ReadonlySet<string>
    /** Where readers answer; set by the page on which they do. */
    waysTo?: (
      answered: import('./core/feedback/ways.ts').Answered,
    ) => import('./core/feedback/ways.ts').Ways
  }
}
