import { mount } from '../Shell'
import { RatePage } from './RatePage'

mount(['评价', 'Rate a service'], <RatePage />)
