import { everyStateIsFitAt } from './gallery.ts'

everyStateIsFitAt(1280)
