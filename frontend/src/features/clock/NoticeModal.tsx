import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Day } from '@/components/Day'
import { RecordTable } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { NationalNoticeForecastDocument, NationalNoticePublishDocument } from '@/gql/staff/graphql'
import type { ServerFault } from '@/lib/graphql-error'
import { useAction, type UserError } from '@/lib/use-action'
import { noticeOf, type Notice } from './notice-file'

interface NoticeModalProps {
  onPublished: (year: number) => void
  onClose: () => void
}

/** Takes in the State Council's yearly notice: what it changes is shown before it is published. */
export function NoticeModal({ onPublished, onClose }: NoticeModalProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [refused, setRefused] = useState<{ errors: UserError[]; fault?: ServerFault }>({ errors: [] })
  const publish = useAction(NationalNoticePublishDocument)
  const notice = noticeOf(text)

  const confirm = async () => {
    if (!notice) return
    const outcome = await publish.run({ notice })
    if (outcome.done) onPublished(notice.year)
    else setRefused({ errors: outcome.userErrors, fault: outcome.fault })
  }

  return (
    <Modal
      open
      width={720}
      title={t('clock.publishNotice')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('actions.cancel')}
        </Button>,
        <Button key="publish" type="primary" disabled={!notice} loading={publish.running} onClick={() => void confirm()}>
          {t('clock.publish')}
        </Button>,
      ]}
    >
      <p>{t('clock.noticeWhy')}</p>
      <p>
        <label>
          {t('clock.noticeFile')}{' '}
          <input type="file" accept=".json,application/json" onChange={(event) => void event.target.files?.[0]?.text().then(setText)} />
        </label>
      </p>
      <Input.TextArea rows={4} aria-label={t('clock.noticeText')} placeholder={t('clock.noticeText')} value={text} onChange={(event) => setText(event.target.value)} />
      {text !== '' && !notice && <Alert type="error" showIcon title={t('clock.noNotice')} />}
      {notice && <Changed notice={notice} />}
      <Refusals errors={refused.errors} fault={refused.fault} />
    </Modal>
  )
}

function Changed({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: NationalNoticeForecastDocument, variables: { notice }, requestPolicy: 'network-only' })
  const forecast = data?.nationalNoticeForecast
  if (fetching || !forecast)
    return (
      <ScreenState fetching={fetching} error={error} retry={() => ask({ requestPolicy: 'network-only' })}>
        {() => null}
      </ScreenState>
    )
  const kind = (off: boolean) => t(off ? 'clock.offDay' : 'clock.ordinary')
  return (
    <section>
      <h3>{t('clock.noticeChanges', { year: notice.year, count: forecast.changed.length })}</h3>
      {forecast.alreadyPublished && <p className="warn">{t('clock.alreadyPublished')}</p>}
      <div className="scroller short" role="region" aria-label={t('clock.publishNotice')} tabIndex={0}>
        <RecordTable
          caption={t('clock.publishNotice')}
          rows={forecast.changed}
          rowKey={(day) => day.day}
          columns={[
            { key: 'day', title: t('clock.day'), text: (day) => day.day, render: (day) => <Day day={day.day} /> },
            { key: 'name', title: t('clock.dayName'), text: (day) => day.name },
            { key: 'now', title: t('clock.now'), text: (day) => kind(day.offNow) },
            { key: 'then', title: t('clock.then'), text: (day) => (day.dropped ? t('clock.dropped', { kind: kind(day.off) }) : day.off ? t('clock.offDay') : t('clock.makeUpDay')) },
          ]}
        />
      </div>
      <p>
        {t('clock.wouldMoveIn', { count: forecast.movedDuties, districts: forecast.districts.length })}
        {!forecast.complete && t('clock.andMore')}
      </p>
      {forecast.districts.length > 0 && (
        <div className="scroller short" role="region" aria-label={t('clock.movedByDistrict')} tabIndex={0}>
          <RecordTable
            caption={t('clock.movedByDistrict')}
            rows={forecast.districts}
            rowKey={(district) => district.code}
            columns={[
              { key: 'district', title: t('clock.district'), text: (district) => `${district.name} ${district.code}` },
              { key: 'moved', title: t('clock.moved'), text: (district) => String(district.movedDuties), numeric: true },
            ]}
          />
        </div>
      )}
    </section>
  )
}
