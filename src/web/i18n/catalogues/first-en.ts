import { mergeCatalogues } from '../merge-catalogues.ts'

/** The shell and the slices that make the start page. */
export const messages = mergeCatalogues(
  import.meta.glob(
    ['../locales/en.po', '../../../features/{catalogue,learning}/web/locales/en.po'],
    { eager: true },
  ),
)
