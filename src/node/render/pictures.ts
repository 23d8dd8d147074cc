/** The pictures of a case in an output: as they are, and in the sizes that pages ask for. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { ImageMetadata } from 'astro'
import type { BuildContext } from '../../core/model/build-context.ts'
import { keep } from '../store/atomic-write.ts'
import { readStored, storeFolder } from '../store/index.ts'
import { cleanedCopy } from './picture-copy.ts'
import type { AstroAsset, RendererModule, Transform } from './renderer-module.ts'
import type { WorkFolder } from './work-folder.ts'

/** Where they go in the output, beside what else pages load. */
const LOADED = '/_astro'

/** Of one output. */
interface OutputPictures {
  /** Puts a picture (absolute path in the work folder) into the output, and says how large it is. */
  readonly place: (path: string) => Promise<ImageMetadata>
  /** Makes the sizes that the pages have asked for since the last time. */
  readonly makeSmaller: () => Promise<void>
}

/** Answers Astro's components from now on. One output at a time: they ask the process. */
export function picturesFor(
  { imageConfig, imageMetadata, hashTransform, propsToFilename }: RendererModule,
  { work, folder, context }: { work: WorkFolder; folder: string; context: BuildContext },
): OutputPictures {
  const base = context.base.replace(/\/$/, '')
  const asked = new Map<string, { readonly from: string; readonly one: Transform }>()
  const asset: AstroAsset = {
    referencedImages: new Set(),
    addStaticImage: (one, by) => {
      const from = addressOf(one).slice(base.length)
      const hash = hashTransform(one, imageConfig.service.entrypoint, by)
      const path = propsToFilename(from, one, hash)
      asked.set(path, { from, one })
      return encodeURI(base + path)
    },
  }
  Object.assign(globalThis, { astroAsset: asset })
  return {
    place: async (path) => {
      const copy = await cleanedCopy(path, work, context.store)
      const bytes = await readFile(copy)
      const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8)
      const name = `${LOADED}/${basename(copy, extname(copy))}.${hash}${extname(copy)}`
      await write(join(folder, name), bytes)
      return { src: base + name, ...(await imageMetadata(bytes, copy)) }
    },
    makeSmaller: async () => {
      const store = storeFolder(context.store, 'pictures')
      for (const [path, { from, one }] of asked) {
        const stored = join(store, basename(path))
        const known = readStored(stored)
        const made = known ?? (await transform(await readFile(join(folder, from)), one))
        await write(join(folder, path), made)
        if (!known) await keep(stored, made)
      }
      asked.clear()
    },
  }

  async function transform(bytes: Uint8Array, one: Transform): Promise<Uint8Array> {
    const src = addressOf(one)
    const made = await asset.imageService?.transform(bytes, { ...one, src }, imageConfig, console)
    if (!made) throw new Error('Expected what makes pictures smaller')
    return made.data
  }
}

function addressOf({ src }: Transform): string {
  return typeof src === 'string' ? src : src.src
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
