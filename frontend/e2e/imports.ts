import type { Page } from 'playwright-core'
import type { FileForUpload } from './real-files'

const TRIED = '试算完成，尚未写入'

/** Uploads a file of a kind and lets it be tried with the columns as they were recognised. */
export async function tryFile(page: Page, kind: string, file: FileForUpload): Promise<void> {
  await page.goto(`/imports?kind=${kind}`)
  await page.getByLabel(/把文件拖到这里/).setInputFiles(file)
  await page.waitForURL(/\/imports\/.+/)
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor()
  await page.getByRole('button', { name: '试算', exact: true }).click()
  await page.getByText(TRIED).waitFor({ timeout: 120_000 })
}

/** How many lines the import has of a name in its facts: 新增, 更新, 有错 …; 0 when the fact is not there. */
export async function counted(page: Page, name: string): Promise<number> {
  const facts = page.getByRole('region', { name: '状态' })
  const term = facts.locator('dt', { hasText: new RegExp(`^${name}$`) })
  return (await term.count()) === 0 ? 0 : Number(await term.locator('xpath=following-sibling::dd[1]').innerText())
}

/** Writes the good lines. */
export async function writeGood(page: Page, patience = 120_000): Promise<void> {
  await page.getByRole('button', { name: /^只导入无误的 \d+ 行/ }).click()
  await page.getByText('已导入', { exact: true }).waitFor({ timeout: patience })
}

/** Saves what a press of a link or button hands the browser; answers the file's path. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return file.path()
}
