import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface MessageProps {
  title: string
  children: ComponentChildren
}

/** A page that is one message. It takes the focus, so that a screen reader says it. */
export function Message({ title, children }: MessageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </section>
  )
}
