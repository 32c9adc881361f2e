import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Appearance } from './appearance.ts'

export const themeNames: Record<Appearance['theme'], MessageDescriptor> = {
  system: msg`As the device`,
  light: msg`Light`,
  dark: msg`Dark`,
  contrast: msg`High contrast`,
}

export const textSizeNames: Record<Appearance['textSize'], MessageDescriptor> = {
  normal: msg`Normal`,
  large: msg`Large`,
  largest: msg`Largest`,
}
