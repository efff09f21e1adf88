import { markOf } from '../../before/networks/rules.ts'
import { networkById } from '../../before/networks/store/networks.ts'
import { asJson, done, Misused, Wrong, type Verb } from '../../platform/terminal/verb.ts'
import { postMarkdown } from './rules/markdown.ts'
import { postMarkup } from './rules/markup.ts'
import { writtenOf } from './store/draft.ts'

/** Prints the news post about an event: as it was edited, or else as the records write it. */
const report: Verb = {
  name: 'report',
  says: 'Write the news post about an event: as it was edited, or as the records write it',
  places: { 'NETWORK/EVENT': 'the event, as it stands in its address' },
  options: {
    html: { says: 'Write HTML instead of Markdown' },
    json: asJson('the title, the text in Markdown or HTML, and the mark of a demonstration'),
  },
  examples: [
    'adult-psychosocial/spread-a-thon-2023',
    'adult-psychosocial/spread-a-thon-2023 --html > post.html',
  ],
  async run(terminal, { places, options }) {
    const [network, event, ...more] = (places[0] ?? '').split('/')
    if (!network || !event || more.length > 0) {
      throw new Misused('Say which event: report NETWORK/EVENT, such as report adult-psychosocial/day')
    }
    const store = await terminal.store()
    const written = await writtenOf(store.db, { network, event }, store.keyedHash)
    if (!written) throw new Wrong(`There is no event ${network}/${event} here`)
    const mark = markOf((await networkById(store.db, network))!.kind)
    const post = { title: written.title, body: written.body, mark }
    const base = terminal.config.publicUrl
    const text = (options['html'] ? postMarkup(post, base) : postMarkdown(post, base)).trimEnd()
    terminal.say(options['json'] ? JSON.stringify({ title: post.title, mark: mark ?? null, text }) : text)
    return done
  },
}

export const verbs: Verb[] = [report]
