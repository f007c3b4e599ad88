import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Choice } from '@/components/Choice'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { ToldWhenSaved } from '@/components/ToldWhenSaved'
import { PaperTemplatesDocument, type PaperKind } from '@/gql/staff/graphql'
import { TemplateEditor } from './TemplateEditor'

/** The district's texts of its papers. */
export default function TemplatesScreen() {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: PaperTemplatesDocument })
  const [kind, setKind] = useState<PaperKind>('RECEIPT')
  const reload = () => ask({ requestPolicy: 'network-only' })
  const template = data?.paperTemplates.find((one) => one.kind === kind)

  return (
    <Page title={t('app.paperTemplates')}>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload}>
        {() =>
          template && (
            <>
              <div className="filters no-print">
                <Choice label={t('papers.paper')} value={kind} onChange={(chosen) => setKind(chosen as PaperKind)}>
                  {data?.paperTemplates.map((one) => (
                    <option key={one.kind} value={one.kind}>
                      {t('pairs.beside', { name: t(`papers.kinds.${one.kind}`), value: t('papers.version', { version: one.version }) })}
                    </option>
                  ))}
                </Choice>
              </div>
              <ToldWhenSaved key={kind} onSaved={reload}>
                {(onSaved) => <TemplateEditor key={template.version} template={template} fields={data?.paperFields ?? []} onReload={reload} onSaved={onSaved} />}
              </ToldWhenSaved>
            </>
          )
        }
      </ScreenState>
    </Page>
  )
}
