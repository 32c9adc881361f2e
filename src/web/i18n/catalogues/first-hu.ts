import { mergeCatalogues } from '../merge-catalogues.ts'

/** The shell and the slices that make the start page. */
export const messages = mergeCatalogues(
  import.meta.glob(
    ['../locales/hu.po', '../../../features/{catalogue,learning}/web/locales/hu.po'],
    { eager: true },
  ),
)
