import { z } from 'zod'
import { done, Wrong, type Verb } from '../../platform/terminal/verb.ts'
import { runChart } from './rules/run-chart.ts'
import { xmr } from './rules/xmr.ts'

const Value = z.number('must be a number or null').nullable()
const Day = z.iso.date('must be a day such as 2023-04-18')

const XmrCase = z.object({
  chart: z.literal('xmr'),
  ruleSet: z.enum(['nhsr', 'mdc'], 'must be "nhsr" or "mdc"').default('nhsr'),
  points: z.array(z.object({ date: Day, value: Value }), 'must be a list of { "date", "value" }'),
  improvementDirection: z.enum(
    ['increase', 'decrease', 'neutral'],
    'must be "increase", "decrease" or "neutral"',
  ),
  target: Value.default(null),
  rebaseDates: z.array(Day).default([]),
  fixAfterNPoints: z.int('must be a whole number or null').nullable().default(null),
  screenOutliers: z.boolean('must be true or false').default(true),
})

const Position = z.int('must be a whole number').positive('must be 1 or more')

const RunCase = z.object({
  chart: z.literal('run'),
  y: z.array(Value, 'must be a list of numbers and nulls'),
  n: z.array(Value).nullable().default(null),
  freeze: Position.nullable().default(null),
  partAfter: z.array(Position).default([]),
  exclude: z.array(Position).default([]),
  target: Value.default(null),
  centreLine: Value.default(null),
  multiply: z.number('must be a number').default(1),
  method: z.string().default('anhoej'),
  screenMovingRanges: z.boolean('must be true or false').default(true),
})

const Case = z.discriminatedUnion('chart', [XmrCase, RunCase], 'must be "xmr" or "run"')

/** One case as JSON in, its chart as JSON out. */
export function answerCase(text: string): string {
  const parsed = Case.safeParse(jsonIn(text))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new Wrong(path.length === 0 ? 'The case must be a JSON object' : `${path.join('.')} ${message}`)
  }
  const { chart, ...input } = parsed.data
  try {
    const answer = chart === 'run' ? runChart({ chart, ...(input as RunRest) }) : xmrOf(input as XmrRest)
    return JSON.stringify(answer, undefined, 2)
  } catch (error) {
    if (error instanceof RangeError) throw new Wrong(error.message)
    throw error
  }
}

type RunRest = Omit<z.infer<typeof RunCase>, 'chart'>
type XmrRest = Omit<z.infer<typeof XmrCase>, 'chart'>

const xmrOf = ({ ruleSet, ...input }: XmrRest) => xmr(input, ruleSet)

function jsonIn(text: string): unknown {
  if (text.trim() === '') throw new Wrong('Nothing came on standard input: give one case as JSON')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Wrong(`What came on standard input is not JSON: ${(error as Error).message}`)
  }
}

export const verbs: Verb[] = [
  {
    name: 'spc',
    says: 'Read one chart as JSON from standard input and print its points, limits and signals as JSON',
    examples: ['< case.json'],
    async run(terminal) {
      terminal.say(answerCase((await terminal.read()).toString('utf8')))
      return done
    },
  },
]
