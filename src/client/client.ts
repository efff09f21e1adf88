import { announceParts } from './announce.ts'
import { autoSubmit } from './auto-submit.ts'
import { behave, copyAddresses, showPlace } from './behaviours.ts'
import { countDown } from './countdown.ts'
import { keepCopies } from './page-copies.ts'
import { keepDrafts } from './drafts.ts'
import { isShared, leaveNoTrail } from './shared-device.ts'
import { jot } from './jotting.ts'
import { keepFresh } from './live.ts'
import { afterMorph, watchWaiting } from './morph.ts'
import { bearOffline } from './offline.ts'
import { pressAndSay } from './button-posting.ts'
import { rank } from './ranking.ts'
import { keepAndSend } from './queue.ts'
import { freshKeys } from './queued-form.ts'
import { enterSends } from './after-sending.ts'
import { makeSecrets } from './secret.ts'
import { listWaiting } from './waiting-list.ts'

document.documentElement.dataset['scripts'] = 'on'
behave()
afterMorph(behave)
showPlace()
copyAddresses()
announceParts()
watchWaiting()
makeSecrets()
if (document.body.dataset['lastKnown'] !== undefined) freshKeys()
addEventListener('pageshow', ({ persisted }) => persisted && freshKeys())
keepDrafts()
jot()
rank()
countDown()
bearOffline()
keepFresh()
keepAndSend()
enterSends()
autoSubmit()
pressAndSay()
leaveNoTrail()
// The unsent things of a device's owner are nobody’s business who votes on it.
if (!isShared()) void listWaiting().catch(() => {})
void keepCopies().catch(() => {})
