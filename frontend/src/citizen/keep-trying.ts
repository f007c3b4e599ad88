import { passes } from './ask'

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

export interface Trying<T> {
  answer: Promise<T>
  /** tries now instead of waiting for the end of the pause */
  now: () => void
  stop: () => void
}

/**
 * Sends the same thing again and again until somebody answers; the pauses grow to 30 s and end early when the
 * network comes back. Only for requests with an idempotency key.
 *
 * @param waiting told before each pause, so that the page can say that it still tries
 */
export function keepTrying<T>(send: () => Promise<T>, waiting: () => void): Trying<T> {
  let stopped = false
  let wake: () => void = () => undefined

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => wake(), ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const now = () => wake()
  window.addEventListener('online', now)

  async function run(): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await send()
      } catch (failure) {
        if (stopped || !passes(failure)) throw failure
        waiting()
        await pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0)
        if (stopped) throw failure
      }
    }
  }

  const end = () => window.removeEventListener('online', now)
  const answer = run()
  answer.then(end, end)
  return {
    answer,
    now,
    stop: () => {
      stopped = true
      wake()
    },
  }
}
