/** A browser that forbids storage (private mode, old WeChat) still works; it only forgets. */
export function recall<T>(store: 'localStorage' | 'sessionStorage', key: string): Partial<T> {
  try {
    return JSON.parse(window[store].getItem(key) || '{}') as Partial<T>
  } catch {
    return {}
  }
}

export function remember(store: 'localStorage' | 'sessionStorage', key: string, value: unknown): void {
  try {
    window[store].setItem(key, JSON.stringify(value))
  } catch {
    // See above.
  }
}
