import { randomKey } from './random-key'

/**
 * The key of one action of one person. While its outcome is unknown (the answer never came) the same key goes out again, so
 * that a second click cannot do the work twice; a definite answer, success or refusal, ends the action.
 */
export class ActionKey {
  private key: string | null = null

  current(): string {
    this.key ??= randomKey()
    return this.key
  }

  settle(): void {
    this.key = null
  }
}
