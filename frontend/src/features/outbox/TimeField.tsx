import { Form, Input } from 'antd'

/** A time of the day as each user's system asks for it. */
export function TimeField({ name, label, required }: { name: string; label: string; required?: boolean }) {
  return (
    <Form.Item name={name} label={label} rules={required ? [{ required: true, message: label }] : undefined}>
      <Input type="time" />
    </Form.Item>
  )
}
