import { theme, type ThemeConfig } from 'antd'
import type { Preferences } from '@/lib/preferences'

/** Tuned until axe finds no contrast fault: antd's own text and state colours are too pale for WCAG AA. */
const light: ThemeConfig['token'] = {
  colorPrimary: '#0958d9',
  colorPrimaryHover: '#003eb3',
  colorInfo: '#0958d9',
  colorLink: '#0958d9',
  colorLinkHover: '#003eb3',
  colorError: '#cf1322',
  colorErrorText: '#a8071a',
  colorSuccess: '#237804',
  colorSuccessText: '#135200',
  colorWarning: '#ad4e00',
  colorWarningText: '#873800',
  colorTextSecondary: 'rgba(0,0,0,.75)',
  colorTextTertiary: 'rgba(0,0,0,.65)',
  colorTextDescription: 'rgba(0,0,0,.65)',
  colorTextPlaceholder: 'rgba(0,0,0,.60)',
  colorBgLayout: '#f4f6f9',
}

const dark: ThemeConfig['token'] = {
  colorPrimary: '#1668dc',
  colorPrimaryHover: '#1554ad',
  colorInfo: '#4c97f0',
  colorLink: '#7ab8ff',
  colorLinkHover: '#a9d1ff',
  colorError: '#ff7875',
  colorErrorText: '#ffa39e',
  colorSuccess: '#73d13d',
  colorSuccessText: '#95de64',
  colorWarning: '#ffc53d',
  colorWarningText: '#ffd666',
  colorTextSecondary: 'rgba(255,255,255,.80)',
  colorTextTertiary: 'rgba(255,255,255,.70)',
  colorTextDescription: 'rgba(255,255,255,.70)',
  colorTextPlaceholder: 'rgba(255,255,255,.62)',
}

/** Where antd writes text in the button colour, which is too dark for text on black. */
const darkParts: ThemeConfig['components'] = {
  Button: { defaultHoverColor: '#a9d1ff', defaultHoverBorderColor: '#7ab8ff', defaultActiveColor: '#a9d1ff' },
}

const normalPrint: ThemeConfig['token'] = { fontSize: 15, fontSizeSM: 13, controlHeight: 38, controlHeightLG: 44 }

/** GB/T 37668 and the elder rules: 18 px text, 48 to 60 px targets. */
const largePrint: ThemeConfig['token'] = {
  fontSize: 18,
  fontSizeSM: 16,
  controlHeight: 48,
  controlHeightLG: 60,
  controlHeightSM: 44,
  lineHeight: 1.6,
}

const isStill = () => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches

export function themeOf(preferences: Preferences): ThemeConfig {
  return {
    algorithm: preferences.dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      borderRadius: 6,
      motion: !isStill(),
      fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif',
      ...(preferences.dark ? dark : light),
      ...(preferences.largePrint ? largePrint : normalPrint),
    },
    components: preferences.dark ? darkParts : {},
  }
}
