import { useTranslation } from 'react-i18next'
import type { BoardQuery } from '@/gql/staff/graphql'

/** What each figure means and which share of the district's work it contains. */
export function FigureNotes({ notes }: { notes: BoardQuery['board']['notes'] }) {
  const { t, i18n } = useTranslation()
  const english = i18n.language === 'en'
  if (notes.length === 0) return null
  return (
    <footer className="notes">
      <h2>{t('supervision.notes')}</h2>
      <ol>
        {notes.map((note) => (
          <li key={note.figure}>
            {english ? note.definitionEn : note.definition}
            <br />
            <span className="note">
              {t('supervision.coverage', { share: english ? note.coverageEn : note.coverage })}
            </span>
          </li>
        ))}
      </ol>
    </footer>
  )
}
