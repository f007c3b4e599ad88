/** The asynchronous clipboard needs https; without it the text is selected and copied, or stays selected. */
export async function copyOf(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.innerText)
    return true
  } catch {
    getSelection()?.selectAllChildren(element)
    return document.execCommand('copy')
  }
}
