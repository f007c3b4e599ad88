import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PartnerDocumentsSetDocument, type RegisteredFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'

interface Fields {
  documents: string[]
}

/** All of a client's documents; what is wrong with one stands at that one, and nothing is replaced then. */
export function DocumentsForm({ registered, onReload }: { registered: RegisteredFragment; onReload: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const [done, setDone] = useState(false)
  const [saved, setSaved] = useState(registered)
  const newest = saved.version > registered.version ? saved : registered
  const { submit, running, refused } = useFormAction(PartnerDocumentsSetDocument, form, useRefusalWords())
  const finish = async ({ documents }: Fields) => {
    setDone(false)
    const result = await submit({ clientId: registered.clientId, documents: documents ?? [], expectedVersion: newest.version })
    if (!result?.registered) return
    setSaved(result.registered)
    setDone(true)
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ documents: registered.documents.map(({ text }) => text) }}
      onValuesChange={() => setDone(false)}
      onFinish={(fields) => void finish(fields)}
    >
      <Form.List name="documents">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 && <p>{t('partners.noDocuments')}</p>}
            {rows.map((row, index) => (
              <div key={row.key} className="card">
                <Form.Item
                  name={row.name}
                  label={t('partners.document', { no: index + 1 })}
                  rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}
                >
                  <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} maxLength={20_000} spellCheck={false} className="code" />
                </Form.Item>
                <Hash at={index} registered={newest} />
                <Button danger onClick={() => remove(row.name)}>
                  {t('partners.removeDocument')}
                  <span className="visually-hidden"> {index + 1}</span>
                </Button>
              </div>
            ))}
            <p>
              <Button onClick={() => add('')}>{t('partners.addDocument')}</Button>
            </p>
          </>
        )}
      </Form.List>
      <Refusals errors={refused.errors} fault={refused.fault} onReload={onReload} />
      {done && <Alert type="success" showIcon role="status" title={t('partners.documentsSaved')} />}
      <Button type="primary" htmlType="submit" loading={running}>
        {t('partners.saveDocuments')}
      </Button>
    </Form>
  )
}

/** What the partner names in its request; of a text that is not registered as it stands there is none. */
function Hash({ at, registered }: { at: number; registered: RegisteredFragment }) {
  const { t } = useTranslation()
  const text = Form.useWatch<string | undefined>(['documents', at])
  const hash = registered.documents.find((one) => one.text === text)?.sha256
  return (
    <p>
      sha256:{' '}
      {hash ? <code className="url">{hash}</code> : <span className="note">{t('partners.hashLater')}</span>}
    </p>
  )
}
