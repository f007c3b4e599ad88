import { useId } from 'react'

interface MonthFieldProps {
  label: string
  /** 2026-11, as it stands in the address */
  value: string | null
  onChange: (month: string | null) => void
}

export function MonthField({ label, value, onChange }: MonthFieldProps) {
  const id = useId()
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="month" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />
    </div>
  )
}
