/**
 * Opens a file by a link that must be asked for first. The window is opened at once, inside the click, or the browser
 * would block it; it shows nothing of ours and cannot reach back.
 */
export async function openLink(title: string, ask: () => Promise<string | null | undefined>): Promise<void> {
  const shown = window.open('', '_blank')
  if (shown) {
    shown.opener = null
    shown.document.title = title
  }
  const url = await ask()
  if (!url) shown?.close()
  else if (shown) shown.location.replace(url)
  else location.assign(url)
}
