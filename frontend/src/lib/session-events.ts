/** Told by the transport, heard by the app shell: the session has ended, or a new password or a second factor is due. */
export type SessionEvent = 'UNAUTHENTICATED' | 'MUST_CHANGE_PASSWORD' | 'MUST_ENROL_SECOND_FACTOR'

type Listener = (event: SessionEvent) => void

const listeners = new Set<Listener>()

export const sessionEvents = {
  tell(event: SessionEvent): void {
    for (const listener of listeners) listener(event)
  },
  hear(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
