import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { readSheet } from 'read-excel-file/node'
import { openHouse } from '../../../../test/house.ts'
import { peopleOf } from '../../../../test/people.ts'
import { errorsOn, wordsOn } from '../../../../test/visitor.ts'
import { paths } from '../../../paths.ts'
import { workbookOf } from '../../../platform/sheets/written.ts'
import { orThrow } from '../../../platform/store/store.ts'
import { addMeasure } from '../commands/measures.ts'
import { readingsOfSeries } from '../store/readings.ts'

const boundary = 'a-line-between-parts'

/** A form with a file, as a browser sends it. */
const formWith = (values: Record<string, string>, file: Buffer, name: string): Buffer =>
  Buffer.concat([
    ...Object.entries(values).map(([key, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

async function opened(t: TestContext) {
  const house = await openHouse(t, { database: 'sqlite' })
  const { network, lead: actor } = await peopleOf(house.store)
  const asked = { name: 'Waits', kind: 'outcome', counted: 'number', people: 'no', direction: 'decrease' }
  const made = await house.store.dispatch(addMeasure, { network, team: 'brent', ...asked }, { actor })
  const at = { network, team: 'brent', measure: (orThrow(made) as { id: string }).id }
  const lead = await house.as(actor)
  const url = paths.pasteReadings(at)
  const kept = async () =>
    (await readingsOfSeries(house.store.db, network, at.measure, 'brent')).map((one) => [
      one.taken_on,
      one.value,
      one.note,
    ])
  async function sends(file: Buffer, name = 'waits.xlsx', to = url) {
    const hidden = /name="_token" value="([^"]+)"/.exec((await lead.get(url)).text)![1]!
    const { statusCode, payload } = await house.app.server.inject({
      method: 'POST',
      url: to,
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        cookie: lead.cookies,
        origin: 'http://localhost:80',
        host: 'localhost:80',
      },
      payload: formWith({ _token: hidden }, file, name),
    })
    return { status: statusCode, text: payload }
  }
  const bytes = async (url: string) => (await house.app.server.inject({ url })).rawPayload
  const pasted = (text: string) => /name="pasted" value="([^"]*)"/.exec(text)?.[1] ?? ''
  return { ...house, at, lead, url, kept, sends, pasted, bytes }
}

const rows = [
  [{ day: '2023-01-02' }, 31.5, 'New form'],
  [{ day: '2023-01-09' }, 29, null],
  [{ day: '2023-01-16' }, null, null],
] as const

test('a workbook is read by what is in it, looked at, and kept when it is confirmed', async (t) => {
  const { lead, url, kept, sends, pasted } = await opened(t)
  const workbook = await workbookOf('Waits', ['Week', 'Days', 'Notes'], rows)
  const looked = await sends(workbook, 'waits.txt')
  equal(looked.status, 200)
  match(wordsOn(looked.text), /3 readings can be kept/)
  deepEqual(await kept(), [])
  const text = pasted(looked.text)
  equal((await lead.submit(url, { pasted: text, _step: 'confirmed' })).status, 303)
  deepEqual(await kept(), [
    ['2023-01-02', 31.5, 'New form'],
    ['2023-01-09', 29, null],
    ['2023-01-16', null, null],
  ])
})

test('what leaves as CSV comes in again as it was; the sheet has the same figures', async (t) => {
  const { lead, at, url, kept, sends, visitor, bytes } = await opened(t)
  const text = '02/01/2023\t31.5\t=Ring "first", then write\n09/01/2023\t29\t\n16/01/2023\t\t'
  await lead.submit(url, { pasted: `Date\tValue\tNotes\n${text}`, _step: 'confirmed' })
  const before = await kept()
  equal(before.length, 3)
  const csv = await visitor().get(paths.readingsFile(at))
  match(String(csv.headers['content-type']), /text\/csv/)
  ok(csv.text.startsWith('\uFEFFDate,Value,Notes\r\n2023-01-02,31.5,"\'=Ring ""first"", then write"'))
  const again = await sends(Buffer.from(csv.text), 'readings.csv')
  match(wordsOn(again.text), /3 readings can be kept/)
  const sheet = await bytes(paths.readingsSheet(at))
  const [head, first] = (await readSheet(sheet)) as unknown[][]
  equal(head![1], 'Reading')
  equal(first![1], 31.5)
})

test('the chart leaves as a drawing and as a picture with letters in it', async (t) => {
  const { lead, at, url, bytes } = await opened(t)
  const many = Array.from({ length: 20 }, (_, day) => `${day + 1}/01/2023\t${20 + (day % 5)}`).join('\n')
  await lead.submit(url, { pasted: `Date\tDays\n${many}`, _step: 'confirmed' })
  const svg = await lead.get(paths.chartDrawing(at))
  match(svg.text, /^<svg[^>]*>.*Waits, Brent/s)
  const png = await bytes(paths.chartPicture(at))
  deepEqual([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(''), 'PNG')
  ok(png.length > 20_000)
})

test('a bomb, a lie, a file too large and what is no sheet are refused, and nothing is kept', async (t) => {
  const { kept, sends, at } = await opened(t)
  const zeros = deflateRawSync(Buffer.alloc(60 * 1024 * 1024))
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(zeros.length, 18)
  local.writeUInt32LE(1000, 22)
  local.writeUInt16LE(name.length, 26)
  const held = Buffer.concat([local, name, zeros])
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(zeros.length, 20)
  central.writeUInt32LE(1000, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(held.length, 16)
  const bomb = Buffer.concat([held, central, name, end])
  for (const [file, why] of [
    [bomb, /cannot be read as a spreadsheet/],
    [Buffer.from('PK\u0003\u0004 and no more'), /cannot be read as a spreadsheet/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /cannot be read as a spreadsheet/],
    [Buffer.alloc(3 * 1024 * 1024, 'a'), /more than 2 MB/],
    [Buffer.alloc(0), /Choose a file/],
  ] as const) {
    const answer = await sends(file)
    equal(answer.status, 422)
    match(errorsOn(answer.text)[0]!, why)
  }
  equal((await sends(Buffer.from('a,b'), 'x.csv', paths.newReading(at))).status, 415)
  deepEqual(await kept(), [])
})
