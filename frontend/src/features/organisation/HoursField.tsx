import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { OFFICE_HOURS } from './hours-text'

/** One line a span; a day with a lunch break has two. */
export function HoursField() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: t(`organisation.weekdays.${value}`) }))
  return (
    <fieldset className="card">
      <legend>{t('organisation.openingHours')}</legend>
      <Form.List name="openingHours">
        {(spans, { add, remove }) => (
          <>
            {spans.map((span) => (
              <div key={span.key} className="hours-line">
                <Form.Item name={[span.name, 'weekday']} noStyle>
                  <Select options={days} aria-label={t('organisation.weekday')} />
                </Form.Item>
                <Form.Item name={[span.name, 'opens']} noStyle>
                  <Input type="time" aria-label={t('organisation.opens')} />
                </Form.Item>
                <Form.Item name={[span.name, 'closes']} noStyle>
                  <Input type="time" aria-label={t('organisation.closes')} />
                </Form.Item>
                <Button onClick={() => remove(span.name)}>{t('organisation.removePart')}</Button>
              </div>
            ))}
            <div className="row-actions">
              <Button onClick={() => add({ weekday: 1, opens: '09:00', closes: '17:00' })}>{t('organisation.addHours')}</Button>
              <Button onClick={() => form.setFieldValue('openingHours', OFFICE_HOURS)}>{t('organisation.officeHours')}</Button>
            </div>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
