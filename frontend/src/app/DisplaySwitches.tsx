import { useTranslation } from 'react-i18next'
import { usePreferences } from '@/lib/preferences'

/** Language, print size and brightness: one press each, remembered in this browser. */
export function DisplaySwitches() {
  const { t } = useTranslation()
  const { language, largePrint, dark, change } = usePreferences()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="switches" role="group" aria-label={t('app.display')}>
      <button type="button" aria-pressed={largePrint} onClick={() => change({ largePrint: !largePrint })}>
        {t('app.largePrint')}
      </button>
      <button type="button" aria-pressed={dark} onClick={() => change({ dark: !dark })}>
        {t('app.dark')}
      </button>
      <button type="button" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => change({ language: other })}>
        {t('app.language')}
      </button>
    </div>
  )
}
