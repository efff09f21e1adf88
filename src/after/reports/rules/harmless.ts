import { parse, postprocess, preprocess } from 'micromark'

type Token = ReturnType<typeof tokensOf>[number]

interface Edit {
  start: number
  end: number
  text: string
}

/** The tokens of Markdown, each with its place in the text. */
const tokensOf = (markdown: string) =>
  postprocess(
    parse()
      .document()
      .write(preprocess()(markdown, 'utf8', true)),
  )
    .filter(([way]) => way === 'enter')
    .map(([, { type, start, end }]) => ({ type: type as string, start: start.offset, end: end.offset }))

/** The colon of an address that runs something, in text where it leads nowhere; a careless reader may take it for one. */
const running = /\b(javascript|vbscript)(\s*):/gi

/** Text that Markdown shows as it is, wherever it stands in a line. */
export const asText = (text: string): string =>
  text.replace(/[\\`*_~[\]<>&]/g, (one) => (one === '<' ? '&lt;' : `\\${one}`)).replace(running, '$1$2\\:')

/** Beginnings of addresses that lead to a page or a letter box. */
const leadsSomewhere = /^(https?:\/\/|mailto:|[/#?]|[\w.~-][^:&\\]*$)/i

/** A picture of this service itself. */
const own = /^\/(?![/\\])/

const addressIn = (markdown: string, { start, end }: Token): string =>
  markdown.slice(start, end).replace(/^<|>$/g, '')

/** The pictures that would be fetched from elsewhere, without those called by reference. */
function picturesIn(markdown: string, tokens: readonly Token[]): Set<Token> {
  const addresses = new Map<number, string>()
  let resource: Token | undefined
  for (const token of tokens) {
    if (token.type === 'resource') resource = token
    if (token.type === 'resourceDestination') addresses.set(resource!.end, addressIn(markdown, token))
  }
  return new Set(tokens.filter(({ type, end }) => type === 'image' && !own.test(addresses.get(end) ?? '')))
}

function editOf(markdown: string, token: Token, pictures: Set<Token>): Edit | undefined {
  const { type, start, end } = token
  const text = markdown.slice(start, end)
  switch (type) {
    case 'htmlFlowData':
    case 'htmlTextData':
      return { start, end, text: asText(text) }
    case 'autolink':
      return /^<(https?:\/\/|mailto:|[^:]+@)/i.test(text)
        ? undefined
        : { start, end, text: asText(text.slice(1, -1)) }
    case 'resourceDestination':
    case 'definitionDestination':
      return leadsSomewhere.test(addressIn(markdown, token)) ? undefined : { start, end, text: '#' }
    case 'image':
      return pictures.has(token) ? { start, end: start + 1, text: '' } : undefined
    case 'data':
      return {
        start,
        end,
        text: text.replace(/<(?=[a-z/!?])/gi, '&lt;').replace(running, '$1$2\\:'),
      }
    default:
      return undefined
  }
}

function madeHarmless(markdown: string): string {
  const tokens = tokensOf(markdown)
  const pictures = picturesIn(markdown, tokens)
  let [made, at] = ['', 0]
  for (const token of tokens) {
    const edit = editOf(markdown, token, pictures)
    // An edit inside a part that was replaced is gone with it.
    if (!edit || edit.start < at) continue
    made += markdown.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return made + markdown.slice(at)
}

const mostRounds = 10

/**
 * Markdown that is safe to show, even for a site that lets markup through: markup is text in it, no link runs anything,
 * and a picture from elsewhere is a link. It is repeated until there is nothing to do, because text beside a part that
 * was taken out may now mean something else.
 */
export function harmless(markdown: string): string {
  let text = markdown.replace(/^\uFEFF/, '')
  for (let round = 0; round < mostRounds; round += 1) {
    const made = madeHarmless(text)
    if (made === text) return text
    text = made
  }
  return text.split('\n').map(asText).join('\n')
}

/** The first picture from elsewhere, as it was typed. */
export function pictureFromElsewhere(markdown: string): string | undefined {
  if (!markdown.includes('![')) return undefined
  const text = markdown.replace(/^\uFEFF/, '')
  const [first] = picturesIn(text, tokensOf(text))
  return first && text.slice(first.start, first.end)
}
