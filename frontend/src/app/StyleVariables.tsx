import { theme } from 'antd'
import { useEffect } from 'react'
import { usePreferences } from '@/lib/preferences'

/** Hands antd's tokens to our own style sheet, so that both always agree. */
export function StyleVariables() {
  const { token } = theme.useToken()
  const { dark, largePrint } = usePreferences()

  useEffect(() => {
    const root = document.documentElement
    const variables: Record<string, string> = {
      '--text': token.colorText,
      '--text-weak': token.colorTextSecondary,
      '--link': token.colorLink,
      '--primary': token.colorPrimary,
      '--primary-bg': token.colorPrimaryBg,
      '--surface': token.colorBgContainer,
      '--ground': token.colorBgLayout,
      '--line': token.colorBorderSecondary,
      '--line-strong': token.colorBorder,
      '--error': token.colorErrorText,
      '--font-size': `${token.fontSize}px`,
      '--font-size-small': `${token.fontSizeSM}px`,
      '--line-height': `${token.lineHeight}`,
      '--control': `${token.controlHeight}px`,
      '--font': token.fontFamily,
    }
    for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value)
    root.dataset.theme = dark ? 'dark' : 'light'
    root.dataset.print = largePrint ? 'large' : 'normal'
    root.style.colorScheme = dark ? 'dark' : 'light'
  }, [token, dark, largePrint])

  return null
}
