import { mergeCatalogues } from '../merge-catalogues.ts'

const files = import.meta.glob(['../locales/hu.po', '../../../features/*/web/locales/hu.po'], {
  eager: true,
})

export const messages = mergeCatalogues(files)
