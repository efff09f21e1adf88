import { everyStateIsFitAt } from './gallery.ts'

everyStateIsFitAt(390)
