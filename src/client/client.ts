import { announceParts } from './announce.ts'
import { behave } from './behaviours.ts'
import { countDown } from './countdown.ts'
import { keepDrafts } from './drafts.ts'
import { keepFresh } from './live.ts'
import { afterMorph, watchWaiting } from './morph.ts'
import { makeSecrets } from './secret.ts'

document.documentElement.dataset['scripts'] = 'on'
behave()
afterMorph(behave)
announceParts()
watchWaiting()
makeSecrets()
keepDrafts()
countDown()
keepFresh()
