/** What people call the look of a case. */
import type { Brand } from '../../core/brand/theme-yaml.ts'
import { pathOfBrand, type ThemeName } from '../../core/model/themes.ts'

/** The name of a theme of ours, or that of the case's brand. */
export function lookName(read: {
  readonly settings: { readonly theme: ThemeName }
  readonly brand?: Brand
}): string {
  const { theme } = read.settings
  return pathOfBrand(theme) === undefined ? theme : (read.brand?.name ?? 'brand')
}
