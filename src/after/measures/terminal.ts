import { z } from 'zod'
import { done, Wrong, type Verb } from '../../platform/terminal/verb.ts'
import { runChart } from './rules/run-chart.ts'
import { shewhart, type ShewhartInput } from './rules/shewhart.ts'
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

/** A run chart, or one with limits: the same questions to all, as qicharts2 asks them. */
const RunCase = z.object({
  chart: z.enum(['run', 'i', 'mr', 'p', 'pp', 'u', 'up', 'c', 'g', 't']),
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

const Case = z.discriminatedUnion(
  'chart',
  [XmrCase, RunCase],
  'must be "xmr", "run", "i", "mr", "p", "pp" (P′), "u", "up" (U′), "c", "g" or "t"',
)

/** One case as JSON in, its chart as JSON out. */
export function answerCase(text: string): string {
  const parsed = Case.safeParse(jsonIn(text))
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    throw new Wrong(path.length === 0 ? 'The case must be a JSON object' : `${path.join('.')} ${message}`)
  }
  try {
    return JSON.stringify(chartOfCase(parsed.data), undefined, 2)
  } catch (error) {
    if (error instanceof RangeError) throw new Wrong(error.message)
    throw error
  }
}

function chartOfCase(given: z.infer<typeof Case>) {
  if (given.chart === 'xmr') {
    const { chart: _chart, ruleSet, ...input } = given
    return xmr(input, ruleSet)
  }
  const { chart, ...input } = given
  return chart === 'run'
    ? runChart({ chart, ...input })
    : shewhart({ chart, ...input } satisfies ShewhartInput)
}

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
    says: 'Read one chart of any kind as JSON from standard input and print its points, limits and signals as JSON',
    examples: ['< case.json'],
    async run(terminal) {
      terminal.say(answerCase((await terminal.read()).toString('utf8')))
      return done
    },
  },
]
