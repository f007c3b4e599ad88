import type { ComponentChildren } from 'preact'

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  name: string
  chosen: boolean
  onChoose: (chosen: boolean) => void
  children: ComponentChildren
  described?: string
}

/** A whole line to tap. */
export function Choice({ type, name, chosen, onChoose, children, described }: ChoiceProps) {
  return (
    <label class={`choice${chosen ? ' chosen' : ''}`}>
      <input
        type={type}
        name={name}
        checked={chosen}
        aria-describedby={described}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  )
}

interface SelectProps {
  id: string
  label: string
  fault?: string
  value: string
  options: { value: string; label: string }[]
  onValue: (value: string) => void
}

export function Select({ id, label, fault, value, options, onValue }: SelectProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault && `${id}-fault`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
