import { shortDay } from '../../../platform/face/dates.ts'
import type { GlyphName } from '../../../platform/face/glyph.ts'
import type { Html } from '../../../platform/face/html.ts'
import { tag, type TagColour } from '../../../platform/face/tag.ts'
import { track, type TrackState } from '../../../platform/face/track.ts'
import { heightOf, isExit, rungs, stageNames, type AdoptionStage } from '../rules/ladder.ts'

const glyphs: Record<(typeof rungs)[number], GlyphName> = {
  interested: 'bulb',
  pledged: 'flag',
  planning: 'calendar',
  testing: 'flask',
  adapting: 'answer',
  implementing: 'tick',
  adopted: 'sprout',
  sustained: 'chart',
}

export interface ShownMove {
  id: string
  stage: AdoptionStage
  onDay: string
  evidence: string | null
  source: string | null
  reason: string | null
  test: { href: string; text: string } | undefined
}

/** The ladder as one line: the rungs that were climbed, each with its last day, and where it stands. */
export function ladderTrack(stage: AdoptionStage | undefined, moves: readonly ShownMove[]): Html {
  const left = stage !== undefined && isExit(stage)
  const last = moves.findLast((move) => !isExit(move.stage))?.stage
  const height = heightOf(left ? last : stage) ?? -1
  const stateOf = (at: number): TrackState => {
    if (at > height) return 'later'
    if (at < height) return 'done'
    return left ? 'stopped' : stage === 'sustained' || stage === 'adopted' ? 'done' : 'now'
  }
  return track({
    label: 'The ladder',
    steps: rungs.map((rung, at) => {
      const state = stateOf(at)
      const move = moves.findLast((one) => one.stage === rung)
      return {
        name: stageNames[rung],
        glyph: glyphs[rung],
        state,
        note: left && at === height ? stageNames[stage] : move && at <= height ? shortDay(move.onDay) : '',
      }
    }),
  })
}

const colours: Record<AdoptionStage, TagColour> = {
  interested: 'white',
  pledged: 'blue',
  planning: 'blue',
  testing: 'aqua-green',
  adapting: 'aqua-green',
  implementing: 'aqua-green',
  adopted: 'green',
  sustained: 'green',
  paused: 'yellow',
  declined: 'grey',
  abandoned: 'grey',
}

export const stageTag = (stage: AdoptionStage): Html =>
  tag({ text: stageNames[stage], colour: colours[stage] })
