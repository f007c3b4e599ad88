import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'

/** The materials of a draft, in the order in which they are listed. */
export function MaterialRows() {
  const { t } = useTranslation()
  const required = [{ required: true, message: t('refusals.required') }]
  return (
    <Form.List name={['content', 'materials']}>
      {(rows, { add, remove, move }) => (
        <>
          <ol className="material-rows">
            {rows.map((row, place) => (
              <li key={row.key} className="form-row">
                <Form.Item name={[row.name, 'name']} label={t('catalog.materialName', { no: place + 1 })} rules={required}>
                  <Input maxLength={300} />
                </Form.Item>
                <Form.Item name={[row.name, 'issuer']} label={t('catalog.issuer')}>
                  <Input maxLength={200} placeholder={t('catalog.issuerWhy')} />
                </Form.Item>
                <Form.Item name={[row.name, 'required']} valuePropName="checked" label={t('catalog.need')}>
                  <Checkbox>{t('catalog.required')}</Checkbox>
                </Form.Item>
                <Form.Item name={[row.name, 'reuse']} label={t('catalog.reuse')}>
                  <Select
                    options={(['NEVER', 'SAME_APPLICANT'] as const).map((value) => ({ value, label: t(`catalog.reuses.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[row.name, 'reuseDays']} label={t('catalog.reuseDays')}>
                  <InputNumber min={1} max={36600} precision={0} />
                </Form.Item>
                <p className="row-actions">
                  {place > 0 && <Button onClick={() => move(place, place - 1)}>{t('catalog.up')}</Button>}
                  <Button onClick={() => remove(row.name)}>{t('catalog.removeMaterial')}</Button>
                </p>
              </li>
            ))}
          </ol>
          <Button onClick={() => add({ name: '', required: true, issuer: '', reuse: 'NEVER' })}>{t('catalog.addMaterial')}</Button>
        </>
      )}
    </Form.List>
  )
}
