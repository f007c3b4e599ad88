import { Alert, Button, Form, Input, InputNumber } from 'antd'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Facts } from '@/components/Facts'
import { Page } from '@/components/Page'
import { Refusals } from '@/components/Refusals'
import { NoPermission, ScreenState } from '@/components/ScreenStates'
import { useRefusalWords } from '@/components/use-refusal-words'
import { StorageLimitsDocument, StorageLimitsSetDocument, type LimitsFragment } from '@/gql/staff/graphql'
import { formatBytes } from '@/lib/bytes'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'

const MEGA = 1024 * 1024
const GIGA = 1024 * MEGA

/** How much a district may keep: the operator's to say. */
export default function LimitsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [code, setCode] = useQueryState('district', parseAsString)
  return (
    <Page title={t('files.limitsTitle')}>
      {viewer.posts.some(({ role }) => role === 'PLATFORM_OPERATOR') ? (
        <>
          <p className="note">{t('files.limitsWhy')}</p>
          <Form layout="vertical" className="narrow" initialValues={{ code }} onFinish={(typed: { code: string }) => void setCode(typed.code.trim())}>
            <Form.Item name="code" label={t('files.districtCode')} rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: t('files.sixDigits') }]}>
              <Input inputMode="numeric" maxLength={6} autoComplete="off" />
            </Form.Item>
            <Button type="primary" htmlType="submit">
              {t('files.showLimits')}
            </Button>
          </Form>
          {code && <LimitsOf key={code} code={code} />}
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  )
}

function LimitsOf({ code }: { code: string }) {
  const { t } = useTranslation()
  const [{ data, fetching, error }, ask] = useQuery({ query: StorageLimitsDocument, variables: { code }, requestPolicy: 'network-only' })
  const reload = () => ask({ requestPolicy: 'network-only' })
  const limits = data?.storageLimits
  return (
    <ScreenState fetching={fetching && !data} error={data ? undefined : error} retry={reload} empty={!limits} emptyText={t('files.noDistrict')}>
      {() => limits && <LimitsForm limits={limits} onReload={reload} />}
    </ScreenState>
  )
}

interface Fields {
  quotaBytes: number | null
  fileLimitBytes: number | null
}

function LimitsForm({ limits, onReload }: { limits: LimitsFragment; onReload: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [saved, setSaved] = useState(limits)
  const shown = saved.version > limits.version ? saved : limits
  const [done, setDone] = useState(false)
  const { submit, running, refused } = useFormAction(StorageLimitsSetDocument, form, useRefusalWords())
  const finish = async ({ quotaBytes, fileLimitBytes }: Fields) => {
    setDone(false)
    const result = await submit({
      districtCode: limits.districtCode,
      quotaBytes: quotaBytes === null ? null : Math.round(quotaBytes * GIGA),
      fileLimitBytes: fileLimitBytes === null ? null : Math.round(fileLimitBytes * MEGA),
      expectedVersion: shown.version,
    })
    if (!result?.limits) return
    setSaved(result.limits)
    setDone(true)
  }
  const setBy = (own: boolean) => t(own ? 'files.ownLimit' : 'files.defaultLimit')
  return (
    <section className="card" aria-label={shown.districtName}>
      <h2>{shown.districtName}</h2>
      <Facts
        facts={[
          [t('files.used'), t('files.usedOf', { used: formatBytes(shown.usedBytes), quota: formatBytes(shown.quotaBytes) })],
          [t('files.count'), String(shown.usedFiles)],
          [t('files.quota'), t('pairs.beside', { name: formatBytes(shown.quotaBytes), value: setBy(shown.ownQuota) })],
          [t('files.fileLimit'), t('pairs.beside', { name: formatBytes(shown.fileLimitBytes), value: setBy(shown.ownFileLimit) })],
        ]}
      />
      <Form<Fields>
        form={form}
        layout="vertical"
        className="narrow"
        initialValues={{ quotaBytes: limits.ownQuota ? limits.quotaBytes / GIGA : null, fileLimitBytes: limits.ownFileLimit ? limits.fileLimitBytes / MEGA : null }}
        onFinish={(fields) => void finish(fields)}
      >
        <Form.Item name="quotaBytes" label={t('files.quotaGiga')} extra={t('files.emptyIsDefault')}>
          <InputNumber min={0.01} step={1} />
        </Form.Item>
        <Form.Item name="fileLimitBytes" label={t('files.fileLimitMega')} extra={t('files.emptyIsDefault')}>
          <InputNumber min={1} step={10} />
        </Form.Item>
        <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
        {done && <Alert type="success" showIcon role="status" title={t('files.limitsSaved')} />}
        <Button type="primary" htmlType="submit" loading={running}>
          {t('files.saveLimits')}
        </Button>
      </Form>
    </section>
  )
}
