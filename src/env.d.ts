/// <reference types="astro/client" />

/** What the build says of itself; `node/read/context.ts` alone reads it. */
declare module 'throughline:context' {
  const context: import('./core/model/build-context.ts').BuildContext | undefined
  export default context
}

/** The case that a build has read; `node/read/open-case.ts` alone looks at it. */
declare module 'throughline:read' {
  const read: import('./node/read/read-case.ts').ReadCase | undefined
  export default read
}

/** What the texts of the case are compiled to, by file; `node/read/open-case.ts` alone loads them. */
declare module 'throughline:texts' {
  type Content = import('astro/runtime/server/index.js').AstroComponentFactory
  const texts: ReadonlyMap<string, () => Promise<{ readonly Content: Content }>>
  export default texts
}

/** The look of the theme that the build names. */
declare module 'throughline:look' {
  const look: import('./node/render/place-theme.ts').PageLook
  export default look
}
/** Its tokens, while a case is being written. */
declare module 'throughline:theme.css' {}
/** The fonts of emoji and formulas. */
declare module 'throughline:emoji.css' {}
declare module 'throughline:formulas.css' {}
/** Rules that follow from tables. */
declare module 'throughline:tables.css' {}

/** A font of some letters of another: its package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2' | 'truetype'
      /** What of a variable font no longer varies, and where it then stands. */
      readonly variationAxes?: Readonly<Record<string, number>>
    },
  ): Promise<Uint8Array>
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
    /** What stands on the narrative beside the author's words; set by the narrative alone. */
    plan: import('./core/narrative/index.ts').NarrativePlan
  }
}

/** It brings no types: what we use of it. */
declare module 'css-tree' {
  interface Item {
    readonly data: CssNode
  }
  interface List extends Iterable<CssNode> {
    readonly isEmpty: boolean
    remove(item: Item | null): void
  }
  export interface CssNode {
    readonly type: string
    name: string | { readonly name: string }
    readonly property: string
    value: unknown
    /** Of a length. */
    readonly unit?: string
    readonly important?: boolean | string
    readonly prelude: CssNode | null
    readonly block?: CssNode | null
    /** 1-based; where places were asked for. */
    readonly loc?: { readonly start: { readonly line: number; readonly column: number } } | null
    readonly children: List
  }
  export function parse(css: string, options?: Readonly<Record<string, unknown>>): CssNode
  export function generate(node: CssNode): string
  /** Without a list, the node is no item of one. */
  export function walk(
    node: CssNode,
    visit: (
      this: { readonly atrule: CssNode | null },
      node: CssNode,
      item: Item | null,
      list: List | null,
    ) => void,
  ): void
  /** All that CSS knows, in the grammars of its words. */
  export const lexer: { dump(): unknown }
}

/** They bring no types: what we use of them. */
declare module 'u8-mqtt-packet/esm/codec_v4_client.js' {
  const codec: object
  export default codec
}
declare module 'u8-mqtt-packet/esm/codec_bind.js' {
  interface Packet {
    /** The kind: MQTT 3.1.1, table 2.1. */
    readonly b0: number
    readonly reason?: object
    readonly topic?: string
    readonly payload?: Uint8Array
    readonly pkt_id?: number
    /** What became of each subscription: from 128 on, it was refused. */
    readonly answers?: readonly object[]
  }
  export function mqtt_pkt_ctx(
    level: 4,
    codec: object,
    ways: object,
  ): {
    encode_pkt(type: string, packet: object): Uint8Array<ArrayBuffer>
    /** Of one whole packet; undefined for one of another kind than a client hears. */
    decode_pkt(packet: Uint8Array): Packet | undefined
  }
}
declare module 'ws' {
  export interface Socket {
    send(message: string | Uint8Array): void
    terminate(): void
  }
  export class WebSocketServer {
    constructor(options: { readonly noServer: true; readonly maxPayload: number })
    readonly clients: ReadonlySet<Socket>
    handleUpgrade(
      request: import('node:http').IncomingMessage,
      socket: import('node:stream').Duplex,
      head: Buffer,
      done: (channel: Socket) => void,
    ): void
    close(): void
  }
  export function createWebSocketStream(channel: Socket): import('node:stream').Duplex
}
