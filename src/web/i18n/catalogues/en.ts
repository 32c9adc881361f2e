import { mergeCatalogues } from '../merge-catalogues.ts'

const files = import.meta.glob(['../locales/en.po', '../../../features/*/web/locales/en.po'], {
  eager: true,
})

export const messages = mergeCatalogues(files)
