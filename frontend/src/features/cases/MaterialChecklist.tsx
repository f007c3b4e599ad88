import { Button, Form, Radio, type FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemToAcceptQuery } from '@/gql/staff/graphql'
import { allOriginals, MATERIAL_STATES, type AcceptFields, type ItemToAccept } from './accept-form'

interface MaterialChecklistProps {
  item: ItemToAccept
  handling: Handling
  form: FormInstance<AcceptFields>
  /** where the clerk goes on after "all originals seen" */
  onAllSeen: () => void
}

export type Handling = ItemToAcceptQuery['itemHandling']

/** What the district does not allow for the item, or the list for the material, is not offered. */
const statesOf = ({ required, reuse }: ItemToAccept['materials'][number], handling: Handling) =>
  MATERIAL_STATES.filter(
    (state) =>
      !(required && state === 'OWED' && handling?.owableDays == null) &&
      !(state === 'PROMISED' && handling?.checkDays == null) &&
      !(reuse === 'NEVER' && state === 'REUSED'),
  )

export function MaterialChecklist({ item, handling, form, onAllSeen }: MaterialChecklistProps) {
  const { t } = useTranslation()
  if (item.materials.length === 0) return <p>{t('cases.noMaterials')}</p>

  const allSeen = () => {
    form.setFieldsValue({ materials: allOriginals(item) })
    void form.validateFields(item.materials.map(({ seq }) => ['materials', String(seq)]))
    onAllSeen()
  }

  return (
    <>
      <Button onClick={allSeen} aria-keyshortcuts="Alt+A">
        {t('cases.allOriginals')} <kbd>Alt+A</kbd>
      </Button>
      <ol className="checklist">
        {item.materials.map((material) => (
          <li key={material.id}>
            <Form.Item
              name={['materials', String(material.seq)]}
              label={material.name}
              rules={[{ required: material.required, message: t('cases.chooseState') }]}
            >
              <Radio.Group
                aria-label={material.name}
                optionType="button"
                buttonStyle="solid"
                options={statesOf(material, handling).map((state) => ({ value: state, label: t(`cases.materialStates.${state}`) }))}
              />
            </Form.Item>
          </li>
        ))}
      </ol>
    </>
  )
}
