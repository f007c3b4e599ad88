import { mount } from '../Shell'
import { GuidePage } from './GuidePage'

mount(['办事指南', 'Service guide'], <GuidePage />)
