import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'

/** Presses something that downloads, and reads the file that comes as a table: one record a row, by heading. */
export async function downloadCsv(page: Page, press: Locator): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()])
  return parse<Record<string, string>>(readFileSync(await download.path(), 'utf8'), {
    bom: true,
    columns: true,
    delimiter: ';',
    skipEmptyLines: true,
  })
}
