import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, zh } from './words'

void i18n.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'zh',
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
})

export default i18n
