import { mount } from '../Shell'
import { PhotoPage } from './PhotoPage'

mount(['拍照上传', 'Send photos'], <PhotoPage />)
