import { mergeCatalogues } from '../merge-catalogues.ts'

/** The shell and the slices that make the start page. */
export const messages = mergeCatalogues(
  import.meta.glob(
    ['../locales/pl.po', '../../../features/{catalogue,learning}/web/locales/pl.po'],
    { eager: true },
  ),
)
