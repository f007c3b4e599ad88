import { mount } from '../Shell'
import { ProgressPage } from './ProgressPage'

mount(['办件进度', 'Case progress'], <ProgressPage />)
