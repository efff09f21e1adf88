import { fileUpload } from '../file-upload.ts'
import { longText, type Sample } from './sample.ts'

export const sample: Sample = {
  of: ['file-upload.ts'],
  states: {
    plain: fileUpload({ name: 'file-plain', label: 'Network file' }),
    'with a hint': fileUpload({ name: 'file-hint', label: 'Network file', hint: 'It ends in .json' }),
    'with an error': fileUpload({ name: 'file-error', label: 'Network file', error: 'Choose a file' }),
    disabled: fileUpload({ name: 'file-disabled', label: 'Network file', disabled: true }),
    'long words': fileUpload({ name: 'file-long', label: longText }),
  },
}
