import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/test-app'
import { SheetButton } from './SheetButton'

const job = vi.hoisted(() => ({ write: vi.fn<(wanted: { listing: string; columns: string[] }) => Promise<string>>() }))
const sheet = vi.hoisted(() => ({ download: vi.fn<() => Promise<string>>() }))
vi.mock('./use-export-job', () => ({ useExportJob: () => ({ job: null, write: job.write, stop: () => undefined }) }))
vi.mock('@/lib/sheet', async (original) => ({ ...(await original<object>()), downloadSheet: sheet.download }))

const columns = [{ key: 'number', title: '编号', text: (row: number) => String(row) }]

/** A list of so many rows, read page by page as long as it is asked to go on. */
async function take(length: number, here: boolean): Promise<void> {
  const rest = (onRows: (count: number) => boolean) => {
    const rows: number[] = []
    while (rows.length < length) {
      rows.push(...Array.from({ length: Math.min(200, length - rows.length) }, (_, place) => rows.length + place))
      if (!onRows(rows.length)) break
    }
    return Promise.resolve(rows)
  }
  show(<SheetButton name="清单" columns={columns} rows={[1]} rest={rest} long={{ listing: 'some-list', filters: {}, here, words: {} }} />, 'waiting')
  await userEvent.click(screen.getByRole('button', { name: '导出' }))
  await userEvent.click(await screen.findByText('CSV'))
  await waitFor(() => expect(job.write.mock.calls.length + sheet.download.mock.calls.length).toBe(1))
}

describe('who writes a list', () => {
  beforeEach(() => {
    job.write.mockReset().mockResolvedValue('已生成并下载')
    sheet.download.mockReset().mockResolvedValue('DONE')
  })

  it('is the browser up to 2,000 rows, and the server from there on', async () => {
    await take(2_000, false)
    expect(sheet.download).toHaveBeenCalledOnce()
  })

  it('is the server above, by its own name and in the columns shown', async () => {
    await take(2_001, false)
    expect(job.write).toHaveBeenCalledWith(expect.objectContaining({ listing: 'some-list', columns: ['number'], format: 'CSV' }))
    expect(screen.queryByText(/原有的顺序/)).toBeNull()
  })

  it('is the browser as far as it can where it alone knows the order', async () => {
    await take(20_000, true)
    expect(sheet.download).toHaveBeenCalledOnce()
  })

  it('and above that the server, which says that the order is the usual one', async () => {
    await take(20_001, true)
    expect(job.write).toHaveBeenCalledOnce()
    await screen.findByText(/已生成并下载.*原有的顺序/)
  })
})
