import { markOf } from '../../before/networks/rules.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import { done, misused, Wrong, type Verb } from '../../platform/terminal/verb.ts'
import { postMarkdown } from './rules/markdown.ts'
import { postMarkup } from './rules/markup.ts'
import { writtenOf } from './store/draft.ts'

/** Prints the news post about an event: as it was edited, or else as the records write it. */
const report: Verb = {
  name: 'report',
  takes: 'NETWORK/EVENT [--html]',
  says: 'Write the news post about an event, in Markdown or HTML',
  places: 1,
  options: { html: { type: 'boolean' } },
  async run(terminal, { places, options }) {
    const [network, event, ...more] = (places[0] ?? '').split('/')
    if (!network || !event || more.length > 0) {
      terminal.complain('Say which event: report NETWORK/EVENT, such as report adult-psychosocial/day')
      return misused
    }
    const store = await terminal.store()
    const written = await writtenOf(store.db, { network, event }, store.seal)
    if (!written) throw new Wrong(`There is no event ${network}/${event} here`)
    const mark = markOf((await networkById(store.db, network))!.kind)
    const post = { title: written.title, body: written.body, mark }
    const base = terminal.config.publicUrl
    terminal.say((options['html'] ? postMarkup(post, base) : postMarkdown(post, base)).trimEnd())
    return done
  },
}

export const reportVerbs: Verb[] = [report]
