import { capitalised } from '../../text/english.ts'
import { escape } from '../html.ts'
import { day } from '../dates.ts'
import { badgeOf, drawing, inOrder } from './drawing.ts'
import { byAttributes as paint, type Painted } from './paint.ts'
import { marker, meanings, tenth, type PointMeaning } from './marks.ts'
import type { ControlChartProps } from './props.ts'
import { assuranceSign, drawnSign, ringOf, variationSign, type Sign } from './signs.ts'

const width = 1000
const edge = 40
const room = { width: width - 2 * edge, height: 420, letters: 16, marker: 6.5, short: false }

/** A sheet that is filled from top to bottom. */
class Sheet {
  #markup = ''
  y = edge

  text(words: string, look: Painted, size: number, left = edge): void {
    for (const line of wrapped(words, (width - edge - left) / (size * (look === 'title' ? 0.58 : 0.52)))) {
      this.y += size
      this.#markup += `<text${paint(look)} x="${left}" y="${tenth(this.y)}" font-size="${size}">${escape(line)}</text>`
      this.y += size * 0.35
    }
  }

  space(height: number): void {
    this.y += height
  }

  /** Markup made for 0, 0, put where the sheet has come to. */
  put(markup: string, height: number, left = edge): void {
    this.#markup += `<g transform="translate(${left} ${tenth(this.y)})">${markup}</g>`
    this.y += height
  }

  toString(): string {
    return this.#markup
  }
}

/** Lines of at most so many letters. */
function wrapped(words: string, most: number): string[] {
  const lines = ['']
  for (const word of words.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + word.length + 1 > most) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

function signs({ signs: shown }: ControlChartProps): string {
  if (!shown) return ''
  const all = [
    variationSign(shown.variation, shown.direction),
    ...(shown.assurance ? [assuranceSign(shown.assurance)] : []),
  ]
  const one = (sign: Sign, at: number) =>
    `<g transform="translate(${at * 260} 0)">${ringOf(sign, paint)}${drawnSign(sign, paint)}` +
    `<text${paint('title')} x="56" y="29" font-size="18">${sign.words}</text></g>`
  return all.map(one).join('')
}

function key({ points }: ControlChartProps): string {
  const there = (Object.keys(meanings) as PointMeaning[]).filter((meaning) =>
    points.some(({ type, value }) => type === meaning && value !== null),
  )
  if (there.length === 1 && points.every(({ centre }) => centre === null)) return ''
  return there
    .map(
      (meaning, at) =>
        `${marker(meaning, at * 290 + 8, 10, 6.5, paint)}<text${paint('words')} x="${at * 290 + 24}" y="16" font-size="16">` +
        `${escape(capitalised(meanings[meaning]))}</text>`,
    )
    .join('')
}

/**
 * The whole chart as a file of its own, an SVG with colours, title, sentence, what happened and its source, so that it
 * survives in a paper, a presentation or a picture made of it.
 */
export function standaloneChart(props: ControlChartProps): string {
  const sheet = new Sheet()
  sheet.text(props.title, 'title', 26)
  sheet.space(10)
  if (props.signs) sheet.put(signs(props), 58)
  sheet.text(props.says, 'words', 19)
  sheet.space(18)
  sheet.put(drawing({ ...props, events: inOrder(props.events) }, room, paint), room.height + 14)
  const explained = key(props)
  if (explained) sheet.put(explained, 30)
  for (const [index, { on, text }] of inOrder(props.events).entries())
    sheet.text(`${badgeOf(index)}  ${day(on)}: ${text}`, 'words', 16)
  if (props.events?.length) sheet.space(8)
  for (const notice of props.notices ?? []) sheet.text(notice, 'quiet', 16)
  if (props.source) sheet.text(`Source: ${props.source}`, 'quiet', 16)
  const height = Math.ceil(sheet.y + edge / 2)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">` +
    `<title>${escape(props.title)}</title><desc>${escape(props.says)}</desc>` +
    `<rect${paint('ground')} width="${width}" height="${height}"/>${sheet.toString()}</svg>\n`
  )
}
