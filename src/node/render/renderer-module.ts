/** What we use of a renderer: `make-renderer.ts` says which module has it. */
import type { ImageMetadata } from 'astro'
import type { refuseChanged, textCompiler, writeTexts } from './texts.ts'

/** One page or file that Astro can render. */
export interface Rendered {
  /** Below the base: `/`, `/deck/board-20`, `/case.json`. */
  readonly pathname: string
  readonly route: Route
}

interface Route {
  readonly route: string
  readonly component: string
  /** Absent where it has parameters. */
  readonly pathname?: string
  readonly type: 'page' | 'endpoint' | 'redirect' | 'fallback'
}

/** A picture in another size or format. */
export interface Transform {
  readonly src: Pick<ImageMetadata, 'src'> | string
  readonly format?: string
}

/** Astro's app of our pages, what of it makes pictures smaller, and what compiles the texts of a case. */
export interface RendererModule {
  readonly refuseChanged: typeof refuseChanged
  readonly textCompiler: typeof textCompiler
  readonly writeTexts: typeof writeTexts
  readonly app: {
    readonly setInternals: (internals: unknown) => void
    readonly setOptions: (options: unknown) => void
    /** What it knows of the paths of routes. */
    readonly routeCache: { readonly clearAll: () => void }
    readonly render: (request: Request, options: { readonly routeData: Route }) => Promise<Response>
  }
  readonly manifest: {
    readonly routes: readonly { readonly routeData: Route; readonly styles: readonly unknown[] }[]
  }
  readonly StaticPaths: new (
    app: RendererModule['app'],
  ) => { readonly getAll: () => Promise<readonly Rendered[]> }
  readonly imageConfig: { readonly service: { readonly entrypoint: string } }
  readonly imageMetadata: (bytes: Uint8Array, path: string) => Promise<Omit<ImageMetadata, 'src'>>
  readonly hashTransform: (one: Transform, service: string, by: readonly string[]) => string
  readonly propsToFilename: (path: string, one: Transform, hash: string) => string
}

/** What components of Astro ask of the program around them. */
export interface AstroAsset {
  readonly referencedImages: Set<string>
  readonly addStaticImage: (one: Transform, by: readonly string[]) => string
  /** Set by the first picture. */
  readonly imageService?: {
    readonly transform: (
      bytes: Uint8Array,
      one: Transform,
      config: unknown,
      logger: unknown,
    ) => Promise<{ readonly data: Uint8Array }>
  }
}
