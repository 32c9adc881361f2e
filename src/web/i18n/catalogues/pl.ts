import { mergeCatalogues } from '../merge-catalogues.ts'

const files = import.meta.glob(['../locales/pl.po', '../../../features/*/web/locales/pl.po'], {
  eager: true,
})

export const messages = mergeCatalogues(files)
