import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '@/components/use-refusal-words'
import { InPlaceProofSetDocument, type InPlaceFactsFragment } from '@/gql/staff/graphql'
import { useFormAction } from '@/lib/use-form-action'
import { FormModal } from './FormModal'
import { ProofFiles } from './ProofFiles'

type Department = InPlaceFactsFragment['batches'][number]['units'][number]
export type Proof = Department['proofs'][number]

interface Fields {
  holds: boolean
  documentNo?: string
  documentDate?: string
  note?: string
}

interface ProofModalProps {
  unit: Department['unit']
  proof: Proof
  files: InPlaceFactsFragment['files']
  onFiles: () => void
  onReload: () => void
  onSaved: () => void
  onClose: () => void
}

/** A proof that holds has a paper: number and date. */
export function ProofModal({ unit, proof, files, onFiles, onReload, onSaved, onClose }: ProofModalProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const { submit, running, refused } = useFormAction(InPlaceProofSetDocument, form, useRefusalWords())

  const save = async ({ holds, documentNo, documentDate, note }: Fields) => {
    const result = await submit({
      unitId: unit.id,
      kind: proof.kind,
      expectedVersion: proof.version ?? null,
      holds,
      documentNo: documentNo ?? '',
      documentDate: documentDate || null,
      note: note ?? '',
    })
    if (result) onSaved()
  }

  return (
    <FormModal
      title={`${unit.name}: ${t(`organisation.proofs.${proof.kind}`)}`}
      form={form}
      initial={{ holds: proof.holds, documentNo: proof.documentNo, documentDate: proof.documentDate ?? undefined, note: proof.note }}
      running={running}
      refused={refused}
      onSubmit={(fields) => void save(fields)}
      onReload={onReload}
      onClose={onClose}
    >
      <Form.Item name="holds" valuePropName="checked">
        <Checkbox>{t('organisation.holds')}</Checkbox>
      </Form.Item>
      <Form.Item name="documentNo" label={t('organisation.documentNo')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="documentDate" label={t('organisation.documentDate')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="note" label={t('organisation.note')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <ProofFiles unitId={unit.id} kind={proof.kind} files={files} mayEdit onChanged={onFiles} />
    </FormModal>
  )
}
