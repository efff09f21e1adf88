import { eventSections } from '../../../before/events/store.ts'
import { networkSections } from '../../../before/networks/store/networks.ts'
import { peopleSection } from '../../../before/networks/store/people.ts'
import { signUpSections } from '../../../before/sign-ups/store/file.ts'
import { ideaSections } from '../../../before/ideas/store.ts'
import { askSections } from '../../../day/asks/store.ts'
import { pledgeSections } from '../../../day/pledges/store.ts'
import { programmeSections } from '../../../day/programme/store/items.ts'
import { planSections } from '../../../after/plans/store.ts'
import { reportSections } from '../../../after/reports/store/reports.ts'
import { reviewSections } from '../../../after/reviews/store/sections.ts'
import { reflectionSections } from '../../../day/reflections/store.ts'
import { ballotSections } from '../../../day/ballots/store/file.ts'
import { roomSections } from '../../../day/rooms/store/notes.ts'
import { feedbackSections } from '../../../day/feedback/store/file.ts'
import type { Section } from '../../../platform/store/section.ts'

/** What a network file holds, in the order of the story: what a record names stands before it. */
export const sections: Section[] = [
  ...networkSections,
  peopleSection,
  ...ideaSections,
  ...eventSections,
  ...signUpSections,
  ...reflectionSections,
  ...ballotSections,
  ...pledgeSections,
  ...askSections,
  ...roomSections,
  ...feedbackSections,
  ...programmeSections,
  ...planSections,
  ...reviewSections,
  ...reportSections,
]

/** Tables with rows of a network that do not leave with it, and why. */
export const staying: Record<string, string> = {
  journal: 'It is the audit trail of this server, chained under its own topics; an import is a new beginning',
  desk_steps: 'They are for taking back what was just done; what came of it stands in the programme',
  presenter_notes: 'It is a word of the moment to whoever presents',
  day_links: 'They open the screens of this server, until they expire',
  tablets: 'They are devices that are signed in to this server',
  words: 'They are made again from the texts',
  arrivals: 'It says that a network is not there yet',
  removed: 'It was taken away: whoever did so can put it back on this server, for a week',
  event_changes: 'It is what this server still has to tell those who signed up, by mail',
  rehearsals: 'A rehearsal is played on this server alone, and cleared',
}
