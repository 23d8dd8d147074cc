/** Writes a deck as slides that can be edited. */

import { el } from '../../../core/text/xml.ts'
import { describe, pack } from '../office.ts'
import type { Fonts } from '../palette.ts'
import { layouts, type SlideLayout } from './layouts.ts'
import { layoutPart, masterPart, OTHER_TEXT } from './master.ts'
import { notesMasterPart } from './notes.ts'
import { idOf, type Media, type PackagePart, packageOf } from './package.ts'
import type { ReadySheet } from './ready.ts'
import { emu, NAMESPACES } from './shapes.ts'
import { pictureXml, type SlideLook, slideParts } from './slide.ts'
import { themeXml } from './theme.ts'

interface DeckOrder extends SlideLook {
  readonly sheets: readonly ReadySheet[]
  readonly fonts: Fonts
}

/** The bytes of the file; the same order gives the same bytes. */
export async function writeDeck(order: DeckOrder): Promise<Uint8Array> {
  const { sheets, about, palette, fonts } = order
  const { language } = about
  const media: Media = new Map()
  const xml = themeXml(palette, fonts)
  const parts = [
    presentationPart(sheets.length),
    masterPart(language),
    ...Object.values(layouts).map((layout, index) => {
      const part = layoutPart(layout, index + 1, { language, palette })
      return 'dot' in layout ? withLogo(part, layout, { order, media }) : part
    }),
    notesMasterPart(language),
    // Each master has a theme of its own.
    { path: 'ppt/theme/theme1.xml', xml },
    { path: 'ppt/theme/theme2.xml', xml },
    ...sheets.flatMap((sheet, index) =>
      slideParts(sheet, index + 1, { ...order, media, font: fonts.named }),
    ),
  ]
  return pack(describe(await packageOf(parts, media), about))
}

/** Where the logo stands on a layout with a dot on the thread, px. */
const LOGO = { right: 1184, y: 48, w: 280, h: 48 }

/** A layout with the logo of the brand, where it has one. */
function withLogo(
  part: PackagePart,
  { ground }: SlideLayout,
  { order, media }: { readonly order: DeckOrder; readonly media: Media },
): PackagePart {
  const logo = order.logos?.[ground ?? '']
  if (!logo) return part
  const name = ['logo', ...(ground ? [ground] : [])].join('-')
  const relations = [...(part.relations ?? [])]
  const embed = (extension: string, bytes: Uint8Array): string => {
    media.set(`ppt/media/${name}.${extension}`, bytes)
    return idOf(relations, `../media/${name}.${extension}`)
  }
  const scale = Math.min(LOGO.w / logo.width, LOGO.h / logo.height)
  const [w, h] = [Math.round(logo.width * scale), Math.round(logo.height * scale)]
  const box = { x: LOGO.right - w, y: LOGO.y, w, h }
  const xml = part.xml.replace(
    '</p:spTree>',
    () => `${pictureXml(logo, { id: 50, box, embed })}</p:spTree>`,
  )
  return { ...part, xml, relations }
}

/** What ids start from, as the format asks. */
const FIRST_SLIDE = 256
const FIRST_MASTER = 2_147_483_648

function presentationPart(count: number): PackagePart {
  const relations = ['theme/theme1.xml']
  const master = idOf(relations, 'slideMasters/slideMaster1.xml')
  const notes = idOf(relations, 'notesMasters/notesMaster1.xml')
  const slides = Array.from({ length: count }, (_, index) =>
    el('p:sldId', {
      id: FIRST_SLIDE + index,
      'r:id': idOf(relations, `slides/slide${index + 1}.xml`),
    }),
  )
  const xml = el(
    'p:presentation',
    { ...NAMESPACES, saveSubsetFonts: 1, autoCompressPictures: 0 },
    el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: FIRST_MASTER, 'r:id': master })),
    el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': notes })),
    el('p:sldIdLst', {}, ...slides),
    el('p:sldSz', { cx: emu(1280), cy: emu(720) }),
    el('p:notesSz', { cx: emu(720), cy: emu(960) }),
    el('p:defaultTextStyle', {}, OTHER_TEXT),
  )
  return { path: 'ppt/presentation.xml', xml, relations }
}
