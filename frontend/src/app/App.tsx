import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import { Provider } from 'urql'
import { createClient } from '@/lib/client'
import { usePreferences } from '@/lib/preferences'
import { Gate } from './Gate'
import { StyleVariables } from './StyleVariables'
import { themeOf } from './theme'

export function App() {
  const preferences = usePreferences()
  const [client] = useState(createClient)
  return (
    <ConfigProvider
      theme={themeOf(preferences)}
      locale={preferences.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <StyleVariables />
      <Provider value={client}>
        <Gate />
      </Provider>
    </ConfigProvider>
  )
}
