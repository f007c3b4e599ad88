import { mount } from '../Shell'
import { ApplyPage } from './ApplyPage'

mount(['网上申请', 'Apply online'], <ApplyPage />)
