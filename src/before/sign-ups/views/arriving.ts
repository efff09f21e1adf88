import type { Html } from '../../../platform/face/html.ts'
import { autoSubmittedForm, type FormToken } from '../../../platform/face/command-form.ts'
import { paths } from '../../../paths.ts'
import type { AtEvent } from '../../events/rules.ts'

/** On pages of the day, for whoever has signed up and is not noted as arrived: that they have it open says it. */
export const arrivalButton = ({ network, event }: AtEvent, sending: FormToken): Html =>
  autoSubmittedForm({ action: paths.arrival({ network, event }), sending }, 'I am here')
