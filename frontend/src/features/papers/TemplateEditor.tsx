import { Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusals } from '@/components/Refusals'
import { useRefusalWords } from '@/components/use-refusal-words'
import { PaperPreviewDocument, PaperTemplateSaveDocument, type PaperTemplatesQuery } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { inNames, inWords } from './field-words'
import { TemplateVersions } from './TemplateVersions'

interface TemplateEditorProps {
  template: PaperTemplatesQuery['paperTemplates'][number]
  fields: PaperTemplatesQuery['paperFields']
  onReload: () => void
  onSaved: () => void
}

interface Text {
  title: string
  body: string
}

/** One text with its named fields, seen as the paper it makes before it is saved. */
export function TemplateEditor({ template, fields, onReload, onSaved }: TemplateEditorProps) {
  const { t, i18n } = useTranslation()
  const [form] = Form.useForm<Text>()
  const words = useRefusalWords()
  const save = useFormAction(PaperTemplateSaveDocument, form, words)
  const preview = useFormAction(PaperPreviewDocument, form, words)
  const [picture, setPicture] = useState<string | null>(null)
  const body = useRef<{ resizableTextArea?: { textArea: HTMLTextAreaElement } }>(null)
  const { kind, version } = template
  // English screens have the names: they are English words
  const english = i18n.language === 'en'
  const shown = ({ title, body }: Text): Text => (english ? { title, body: body.trim() } : { title: inWords(title, fields), body: inWords(body.trim(), fields) })
  const kept = ({ title = '', body = '' }: Partial<Text>): Text => ({ title: inNames(title, fields), body: inNames(body, fields) })

  const look = async () => {
    const result = await preview.submit({ kind, ...kept(form.getFieldsValue()) })
    if (result?.png) setPicture(result.png)
  }
  const keep = async (text: Text) => {
    if (await save.submit({ kind, expectedVersion: version, ...kept(text) })) onSaved()
  }
  const insert = (name: string) => {
    const area = body.current?.resizableTextArea?.textArea
    const text: string = form.getFieldValue('body') ?? ''
    const at = area?.selectionStart ?? text.length
    form.setFieldValue('body', `${text.slice(0, at)}{${name}}${text.slice(area?.selectionEnd ?? at)}`)
    area?.focus()
  }

  return (
    <div className="template">
      <Form form={form} layout="vertical" requiredMark={false} initialValues={shown(template)} onFinish={(text) => void keep(text)}>
        <p className="note">{version === 1 ? t('papers.builtIn') : t('papers.version', { version })} · {t('papers.keepsVersion')}</p>
        <Form.Item name="title" label={t('papers.title')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="body" label={t('papers.body')} extra={t('papers.bodyHint')} rules={[{ required: true, whitespace: true, message: t('refusals.required') }]}>
          <Input.TextArea ref={body as never} rows={14} maxLength={6000} />
        </Form.Item>
        <fieldset className="fields">
          <legend>{t('papers.fields')}</legend>
          {fields.map((field) => (
            <Button key={field.name} size="small" onClick={() => insert(english ? field.name : field.label)}>
              {english ? field.name : field.label}
            </Button>
          ))}
        </fieldset>
        <Refusals errors={[...save.refused.errors, ...preview.refused.errors]} fault={save.refused.fault ?? preview.refused.fault} onReload={onReload} />
        <div className="row-actions">
          <Button onClick={() => void look()} loading={preview.running}>
            {t('papers.preview')}
          </Button>
          <Button type="primary" htmlType="submit" loading={save.running}>
            {t('papers.saveAs', { version: version + 1 })}
          </Button>
        </div>
      </Form>
      <figure aria-live="polite">
        {picture ? <img src={picture} alt={t('papers.previewOf', { title: t(`papers.kinds.${kind}`) })} /> : <figcaption>{t('papers.previewWhy')}</figcaption>}
      </figure>
      <TemplateVersions kind={kind} current={{ version, ...shown(template) }} shown={shown} onTake={(text) => form.setFieldsValue(text)} />
    </div>
  )
}
