import type { ComponentProps } from 'preact'

interface FieldProps extends Omit<ComponentProps<'input'>, 'onInput'> {
  id: string
  label: string
  hint?: string
  fault?: string
  value: string
  onText: (text: string) => void
}

/** A labelled input with its hint and its fault, tied together for a screen reader. */
export function Field({ id, label, hint, fault, onText, ...input }: FieldProps) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      <input
        {...input}
        id={id}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
