/** The languages whose code is coloured: what teams of services show. Any other code stands as it is. */
import type { LanguageInput } from 'shiki/core'

interface Language {
  /** As authors name it behind the fence, in small letters; first as Shiki does. */
  readonly names: readonly [string, ...string[]]
  readonly grammar: LanguageInput
}

export const LANGUAGES: readonly Language[] = [
  {
    names: ['bash', 'sh', 'shell', 'zsh', 'console'],
    grammar: () => import('shiki/langs/bash.mjs'),
  },
  { names: ['css'], grammar: () => import('shiki/langs/css.mjs') },
  { names: ['csharp', 'cs', 'c#'], grammar: () => import('shiki/langs/csharp.mjs') },
  { names: ['diff', 'patch'], grammar: () => import('shiki/langs/diff.mjs') },
  { names: ['docker', 'dockerfile'], grammar: () => import('shiki/langs/docker.mjs') },
  { names: ['go', 'golang'], grammar: () => import('shiki/langs/go.mjs') },
  { names: ['graphql', 'gql'], grammar: () => import('shiki/langs/graphql.mjs') },
  { names: ['terraform', 'tf', 'hcl'], grammar: () => import('shiki/langs/terraform.mjs') },
  { names: ['html', 'htm', 'njk', 'nunjucks'], grammar: () => import('shiki/langs/html.mjs') },
  { names: ['http'], grammar: () => import('shiki/langs/http.mjs') },
  { names: ['java'], grammar: () => import('shiki/langs/java.mjs') },
  { names: ['jsx', 'javascript', 'js', 'mjs'], grammar: () => import('shiki/langs/jsx.mjs') },
  { names: ['jsonc', 'json', 'json5', 'geojson'], grammar: () => import('shiki/langs/jsonc.mjs') },
  { names: ['markdown', 'md', 'mdx'], grammar: () => import('shiki/langs/markdown.mjs') },
  { names: ['php'], grammar: () => import('shiki/langs/php.mjs') },
  { names: ['python', 'py'], grammar: () => import('shiki/langs/python.mjs') },
  { names: ['r'], grammar: () => import('shiki/langs/r.mjs') },
  { names: ['ruby', 'rb'], grammar: () => import('shiki/langs/ruby.mjs') },
  {
    names: ['sql', 'postgres', 'postgresql', 'mysql'],
    grammar: () => import('shiki/langs/sql.mjs'),
  },
  { names: ['toml', 'ini'], grammar: () => import('shiki/langs/toml.mjs') },
  { names: ['tsx', 'typescript', 'ts'], grammar: () => import('shiki/langs/tsx.mjs') },
  { names: ['xml', 'svg', 'xsd', 'bpmn'], grammar: () => import('shiki/langs/xml.mjs') },
  { names: ['yaml', 'yml'], grammar: () => import('shiki/langs/yaml.mjs') },
]
