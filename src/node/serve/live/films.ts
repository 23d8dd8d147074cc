/** Answers for the films of a case while it is written: cleaned, and in parts, as browsers ask for them. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Plugin } from 'vite'
import type { BuildContext } from '../../../core/model/build-context.ts'
import { FILMS } from '../../../core/syntax/films.ts'
import { filmFiles, readFilm } from '../../read/films.ts'
import type { WorkFolder } from '../../render/work-folder.ts'
import { pathOf } from '../gate.ts'
import { sendFile } from '../send-file.ts'

// Matches what stands behind the path of a film: ".mp4" of "clip.mov.mp4", ".vtt", ".jpg".
const RE_BEHIND = /(?:\.mp4)?(?:\.(?:vtt|jpe?g|png|webp|svg))?$/i

export function withFilms(work: WorkFolder, { caseFolder, store, base }: BuildContext): Plugin {
  return {
    name: 'throughline:films',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = pathOf(request.url ?? '/') ?? '/'
        const asked = path.startsWith(base) ? path.slice(base.length) : path.slice(1)
        const bytes = asked.startsWith(FILMS) ? bytesOf(asked) : undefined
        if (!bytes) return next()
        const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
        const file = join(work.root, 'films', `${hash}${extname(asked)}`)
        mkdirSync(join(work.root, 'films'), { recursive: true })
        if (!existsSync(file)) writeFileSync(file, bytes)
        void sendFile(file, 200, { request, response })
      })
    },
  }

  function bytesOf(name: string): Buffer | undefined {
    const whole = name.slice(FILMS.length)
    const paths = [
      whole,
      whole.replace(/\.(?:vtt|jpe?g|png|webp|svg)$/i, ''),
      whole.replace(RE_BEHIND, ''),
    ]
    const files = paths.flatMap((path) => {
      const film = readFilm(encodeURI(path), '', { folder: caseFolder, store })
      return film ? filmFiles(film) : []
    })
    return files.find((file) => file.name === name)?.bytes
  }
}
