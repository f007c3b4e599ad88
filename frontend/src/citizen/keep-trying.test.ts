// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AskFailed } from './ask'
import { keepTrying } from './keep-trying'

const offline = () => Promise.reject(new AskFailed('OFFLINE'))

describe('a request on a flaky network', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is sent again until somebody answers', async () => {
    const send = vi.fn().mockImplementationOnce(offline).mockImplementationOnce(offline).mockResolvedValue('receipt')
    const waiting = vi.fn()
    const { answer } = keepTrying<string>(send, waiting)
    await vi.advanceTimersByTimeAsync(60_000)
    await expect(answer).resolves.toBe('receipt')
    expect(send).toHaveBeenCalledTimes(3)
    expect(waiting).toHaveBeenCalledTimes(2)
  })

  it('is sent at once when the network comes back', async () => {
    const send = vi.fn().mockImplementationOnce(offline).mockResolvedValue('receipt')
    const { answer } = keepTrying<string>(send, () => undefined)
    await vi.advanceTimersByTimeAsync(0)
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    await expect(answer).resolves.toBe('receipt')
  })

  it('is sent at once when somebody taps “try now”', async () => {
    const send = vi.fn().mockImplementationOnce(offline).mockResolvedValue('receipt')
    const trying = keepTrying<string>(send, () => undefined)
    await vi.advanceTimersByTimeAsync(0)
    trying.now()
    await vi.advanceTimersByTimeAsync(0)
    await expect(trying.answer).resolves.toBe('receipt')
  })

  it('is not sent again when the server has refused it', async () => {
    const send = vi.fn().mockRejectedValue(new AskFailed('INTERNAL'))
    const { answer } = keepTrying(send, () => undefined)
    await expect(answer).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('ends with its page', async () => {
    const send = vi.fn().mockImplementation(offline)
    const trying = keepTrying(send, () => undefined)
    const ended = expect(trying.answer).rejects.toMatchObject({ code: 'OFFLINE' })
    await vi.advanceTimersByTimeAsync(0)
    trying.stop()
    await ended
    await vi.advanceTimersByTimeAsync(120_000)
    expect(send).toHaveBeenCalledTimes(1)
  })
})
