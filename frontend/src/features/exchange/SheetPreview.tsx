import { useTranslation } from 'react-i18next'
import { Choice } from '@/components/Choice'
import type { Line } from './mapping'

const SHOWN = 10

interface Header {
  first: number
  last: number
}

interface SheetPreviewProps {
  lines: readonly Line[]
  header: Header
  onHeader: (header: Header) => void
}

/** The file's first lines, and which of them are the header. */
export function SheetPreview({ lines, header, onHeader }: SheetPreviewProps) {
  const { t } = useTranslation()
  const width = Math.max(...lines.slice(0, SHOWN).map((line) => line.cells.length))
  return (
    <>
      <div className="filters">
        <Choice
          label={t('exchange.headerFrom')}
          value={String(header.first)}
          onChange={(value) => onHeader({ first: Number(value), last: Number(value) })}
        >
          {lines.map((line) => (
            <option key={line.number} value={line.number}>
              {t('exchange.lineNumber', { number: line.number })}
            </option>
          ))}
        </Choice>
        <Choice label={t('exchange.headerTo')} value={String(header.last)} onChange={(value) => onHeader({ ...header, last: Number(value) })}>
          {[header.first, header.first + 1].map((number) => (
            <option key={number} value={number}>
              {t('exchange.lineNumber', { number })}
            </option>
          ))}
        </Choice>
      </div>
      <div className="sheet-preview" role="region" aria-label={t('exchange.firstLines')} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{t('exchange.firstLines')}</caption>
          <tbody>
            {lines.slice(0, SHOWN).map((line) => (
              <tr key={line.number} className={line.number >= header.first && line.number <= header.last ? 'is-header' : undefined}>
                <th scope="row">{line.number}</th>
                {Array.from({ length: width }, (_, index) => (
                  <td key={index}>{line.cells[index] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
