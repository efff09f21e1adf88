import { asText, harmless } from './harmless.ts'
import type { Block, Piece } from '../../../before/events/report.ts'
import type { Post } from './post.ts'

/** Text that somebody wrote, escaped so that Markdown shows it as it is. */
const plain = (text: string): string => escaped(text).replace(/^(\s*)([#+-]|\d+(?=[.)]))/, '$1\\$2')

const piece = (one: Piece): string =>
  typeof one === 'string' ? escaped(one) : `[${escaped(one.text).trim()}](${one.href})`

const escaped = (text: string): string => asText(text.replace(/\s+/g, ' '))

const line = (pieces: Piece[]): string => {
  const text = pieces.map(piece).join('').trim()
  return typeof pieces[0] === 'string' ? text.replace(/^([#+-]|\d+(?=[.)]\s))/, '\\$1') : text
}

function blockMarkdown(block: Block): string {
  if (block.kind === 'heading') return `## ${plain(block.text)}`
  if (block.kind === 'paragraph') return line(block.pieces)
  return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${line(item)}`).join('\n')
}

/** The body of a post as Markdown, which an organiser edits. Its headline stands apart. */
export const markdownOf = (post: Post): string => `${post.blocks.map(blockMarkdown).join('\n\n')}\n`

export interface Written {
  title: string
  body: string
  /** Says that a network is a demonstration or a rehearsal. It stands in the post itself, above and below. */
  mark?: string | undefined
}

/** The whole post as Markdown, harmless; `base` makes its links whole, so that it can stand anywhere. */
export function postMarkdown({ title, body, mark }: Written, base = ''): string {
  const whole = harmless(body)
    .trim()
    .replace(/\]\(\//g, `](${base}/`)
  const framed = mark ? [`**${mark}**`] : []
  return `${[...framed, `# ${plain(title)}`, whole, ...framed].join('\n\n')}\n`
}
