import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { ScreenState } from '@/components/ScreenStates'
import { ToldWhenSaved } from '@/components/ToldWhenSaved'
import { NoticePreferenceDocument, NoticeSettingsDocument } from '@/gql/staff/graphql'
import { useViewer } from '@/lib/viewer'
import { DistrictForm } from './DistrictForm'
import { PreferenceForm } from './PreferenceForm'
import { Ways } from './Ways'

/** What one wishes to be told by SMS; for the administrator, what the district sets and its ways out. */
export default function NoticesScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const administers = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  const [{ data, fetching, error }, ask] = useQuery({ query: NoticePreferenceDocument })
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <Page title={t('outbox.settings')}>
      <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload}>
        {() =>
          data && (
            <ToldWhenSaved onSaved={reload}>
              {(onSaved) => (
                <PreferenceForm
                  key={data.noticePreference.version}
                  kinds={data.noticeKinds}
                  preference={data.noticePreference}
                  onReload={reload}
                  onSaved={onSaved}
                />
              )}
            </ToldWhenSaved>
          )
        }
      </ScreenState>
      {administers && <OfDistrict />}
    </Page>
  )
}

function OfDistrict() {
  const [{ data, fetching, error }, ask] = useQuery({ query: NoticeSettingsDocument })
  const reload = () => ask({ requestPolicy: 'network-only' })
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload}>
      {() =>
        data && (
          <>
            <ToldWhenSaved onSaved={reload}>
              {(onSaved) => (
                <DistrictForm key={data.noticeSetting.version} kinds={data.noticeKinds} setting={data.noticeSetting} onReload={reload} onSaved={onSaved} />
              )}
            </ToldWhenSaved>
            <Ways kinds={data.noticeKinds} ways={data.noticeChannels} onSaved={reload} />
          </>
        )
      }
    </ScreenState>
  )
}
