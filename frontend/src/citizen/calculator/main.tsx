import { mount } from '../Shell'
import { CalculatorPage } from './CalculatorPage'

mount(['期限计算器', 'Due date calculator'], <CalculatorPage />)
