import type { AtEvent } from '../../../before/events/rules.ts'
import type { Site, RequestContext } from '../../../platform/http/site.ts'
import { paths } from '../../../paths.ts'
import { completePledge, itsPledgeLead, releasePledge, reopenPledge, takeBackPledge } from '../commands.ts'
import { wordsNotRecorded } from '../rules.ts'
import type { PledgeRow } from '../store.ts'
import { releaseCheck, releaseForm } from '../views/form.ts'
import { readPledge } from './beginning.ts'

/** Outcomes of a pledge, and the way back from each. */
export function outcomes(site: Site): void {
  const toPledge = ({ nouns }: { nouns: AtEvent & { pledge: string } }) => paths.pledge(nouns)
  site.form({
    at: paths.pledgeRelease,
    who: itsPledgeLead,
    command: releasePledge,
    read: readPledge,
    show: ({ pledge, team }, form, visit) => ({
      title: 'Release this pledge',
      back: { href: paths.pledge(visit.nouns), text: 'Back to the pledge' },
      body: releaseForm({ ...releasing(visit, pledge), form, team: team.name }),
    }),
    check: ({ pledge, team }, form, visit) => ({
      title: 'Check before you release the pledge',
      back: { href: paths.pledge(visit.nouns), text: 'Back to the pledge' },
      body: releaseCheck({ ...releasing(visit, pledge), form, team: team.name }),
    }),
    then: (_outcome, visit) => toPledge(visit),
    done: 'Pledge released',
  })
  const one = { then: (_outcome: unknown, visit: never) => toPledge(visit), back: toPledge }
  site.button({ at: paths.takeBackPledge, command: takeBackPledge, ...one, done: 'Pledge taken back' })
  site.button({ at: paths.pledgeCompletion, command: completePledge, ...one, done: 'Pledge completed' })
  site.button({ at: paths.reopenPledge, command: reopenPledge, ...one, done: 'Pledge reopened' })
}

const releasing = (visit: RequestContext<AtEvent & { pledge: string }>, pledge: PledgeRow) => ({
  action: paths.pledgeRelease(visit.nouns),
  sending: visit,
  what: pledge.what ?? wordsNotRecorded,
})
