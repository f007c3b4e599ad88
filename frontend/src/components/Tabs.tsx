import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface Tab {
  key: string
  label: string
  content: () => ReactNode
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  /** the open tab's key, where the screen keeps it (in its address); otherwise the tabs do */
  chosen?: string | null
  onChoose?: (key: string) => void
}

/** Tabs by the ARIA pattern: arrows move between them, and they wrap on a phone instead of hiding in a menu. */
export function Tabs({ label, tabs, chosen: named, onChoose }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<string | null>(null)
  const key = onChoose ? named : own
  const chosen = Math.max(0, tabs.findIndex((tab) => tab.key === key))
  const current = tabs[chosen]
  const choose = (place: number) => (onChoose ?? setOwn)(tabs[place]?.key ?? '')

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = (chosen + step + tabs.length) % tabs.length
    choose(next)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="tabs" onKeyDown={move}>
        {tabs.map((tab, place) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={place === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={place === chosen ? 0 : -1}
            onClick={() => choose(place)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.key}`} key={current?.key}>
        {current?.content()}
      </div>
    </>
  )
}
