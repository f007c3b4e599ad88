import { Button, Form, Input, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { Page } from '@/components/Page'
import { RecordTable, type Column } from '@/components/RecordTable'
import { Refusals } from '@/components/Refusals'
import { ScreenState } from '@/components/ScreenStates'
import { useRefusalWords } from '@/components/use-refusal-words'
import { SheetButton } from '@/components/SheetButton'
import { ListDraftOpenDocument, ListVersionsDocument, type ListHeadFragment, type ListKind } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { useViewer } from '@/lib/viewer'
import { ListViews } from '@/components/ListViews'
import { useColumns } from '@/lib/use-columns'
import { useSorted } from '@/lib/use-sort'

/** Power, negative and responsibility lists with all their versions. */
export default function ListsScreen() {
  const { t } = useTranslation()
  const { viewer } = useViewer()
  const [founding, setFounding] = useState(false)
  const [{ data, fetching, error }, ask] = useQuery({ query: ListVersionsDocument, variables: {} })
  const drafts = viewer.posts.some(({ role }) => role === 'DISTRICT_ADMIN')
  const every: Column<ListHeadFragment>[] = [
    { key: 'kind', title: t('catalog.listKind'), text: (one) => t(`catalog.listKinds.${one.kind}`) },
    {
      key: 'title',
      title: t('catalog.listTitle'),
      text: (one) => `${one.title} · ${t('catalog.versionNo', { no: one.no })}`,
      render: (one) => (
        <Link to={`/list-versions/${one.id}`}>
          {one.title} · {t('catalog.versionNo', { no: one.no })}
        </Link>
      ),
    },
    {
      key: 'state',
      title: t('catalog.state'),
      text: (one) => [t(`catalog.states.${one.state}`), one.inForce && t('catalog.inForce')].filter(Boolean).join(' '),
      render: (one) => (
        <>
          {t(`catalog.states.${one.state}`)} {one.inForce && <Tag color="blue">{t('catalog.inForce')}</Tag>}
        </>
      ),
    },
    { key: 'document', title: t('catalog.document'), text: (one) => one.trail.documentNo ?? '—' },
    { key: 'published', title: t('catalog.published'), text: (one) => one.trail.effectiveOn ?? '—' },
  ]
  const columns = useColumns(every)
  const list = useSorted(every, data?.listVersions ?? [])
  return (
    <Page
      title={t('app.lists')}
      actions={
        <>
          <SheetButton name={t('app.lists')} columns={columns} rows={list.rows} />
          {drafts && (
            <Button type="primary" onClick={() => setFounding(true)}>
              {t('catalog.newList')}
            </Button>
          )}
        </>
      }
    >
      <ListViews list="lists" columns={every} />
      <ScreenState
        fetching={fetching && !data}
        error={data ? undefined : error}
        retry={() => ask({ requestPolicy: 'network-only' })}
        empty={data?.listVersions.length === 0}
        emptyText={t('catalog.noLists')}
      >
        {() => <RecordTable caption={t('app.lists')} columns={columns} rows={list.rows} rowKey={(one) => one.id} order={list.order} />}
      </ScreenState>
      {founding && <FoundList onClose={() => setFounding(false)} />}
    </Page>
  )
}

function FoundList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const [form] = Form.useForm<{ kind: ListKind; title: string }>()
  const open = useFormAction(ListDraftOpenDocument, form, useRefusalWords())
  const found = async (fields: { kind: ListKind; title: string }) => {
    const result = await open.submit(fields)
    if (result) await go(`/list-versions/${result.version?.id}`)
  }
  return (
    <Modal
      open
      title={t('catalog.newList')}
      okText={t('actions.confirm')}
      cancelText={t('actions.cancel')}
      confirmLoading={open.running}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ kind: 'POWER' }} onFinish={(fields) => void found(fields)}>
        <Form.Item name="kind" label={t('catalog.listKind')}>
          <Select options={(['POWER', 'NEGATIVE', 'RESPONSIBILITY'] as const).map((value) => ({ value, label: t(`catalog.listKinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('catalog.listTitle')} rules={[{ required: true, message: t('refusals.required') }]}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      <Refusals errors={open.refused.errors} fault={open.refused.fault} />
    </Modal>
  )
}
