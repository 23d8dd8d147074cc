/** A flowchart that runs sideways, set from top to bottom: for what is narrower or higher than it. */

/**
 * The same text with its direction turned; undefined for what is no flowchart, runs down already, or
 * has parts of the author's own direction.
 */
export function stackedText(text: string): string | undefined {
  if (RE_DIRECTION.test(text)) return undefined
  const turned = text.replace(
    RE_SIDEWAYS,
    (_, start: string, way: string) => `${start}${TURNED[way]}`,
  )
  return turned === text ? undefined : turned
}

const TURNED: Readonly<Record<string, string>> = { LR: 'TB', RL: 'TB' }

// Matches "flowchart LR", "graph RL;", "flowchart-elk LR" where a line begins.
const RE_SIDEWAYS = /^(\s*(?:flowchart|graph)(?:-elk)?[ \t]+)(LR|RL)(?=[\s;]|$)/m

// Matches "direction TB" of a subgraph.
const RE_DIRECTION = /^\s*direction\s/m
