import { z } from 'zod'
import { record, text, type ColumnsOf } from '../../platform/form/record.ts'
import { Named, named, whyNoSlides } from './rules.ts'

/** The fields on the card of an idea. */
export const ideaFields = record({
  title: text({
    label: 'The idea in one line',
    hint: 'For example, one conversation instead of three assessments',
    most: 150,
    missing: 'Enter the idea in one line',
    says: 'The idea in one line',
    searched: true,
    rehearsed: true,
  }),
  problem: text({
    label: 'The problem',
    hint: 'What was wrong, and for whom',
    most: 2000,
    rows: 3,
    says: 'What was wrong',
    searched: true,
    rehearsed: true,
  }),
  changes: text({
    label: 'What changes',
    hint: 'What is done differently now. What must stay the same elsewhere, and what may be adapted.',
    most: 4000,
    rows: 5,
    says: 'What the team does differently',
    searched: true,
    rehearsed: true,
  }),
  evidence: text({
    label: 'Evidence',
    hint: 'What got better, by how much and for how long. Say so if it is too early to know.',
    called: 'The evidence',
    most: 4000,
    rows: 4,
    says: 'How it is known to help',
    searched: true,
    rehearsed: true,
  }),
  needs: text({
    label: 'What it needs',
    hint: 'People, time, tools or agreements without which it cannot be tested',
    most: 2000,
    rows: 3,
    says: 'What a team needs to test it',
    searched: true,
    rehearsed: true,
  }),
  cameFrom: text({
    label: 'Where it comes from, if you did not begin it',
    hint: 'A programme, another trust, a paper, a patient group',
    called: 'Where it comes from',
    most: 300,
    says: 'Where it comes from, if its team did not begin it',
    searched: true,
    rehearsed: true,
  }),
  slidesUrl: text({
    label: 'Web address of slides',
    hint: 'It starts with https://',
    called: 'The address of the slides',
    most: 500,
    web: true,
    fits: whyNoSlides,
    says: 'The web address of slides',
    rehearsed: true,
  }),
})

export type IdeaCard = ColumnsOf<typeof ideaFields>

/** An idea as pages and programs are given it. What is null was not recorded. */
export const ShownIdeaSchema = z
  .object({ id: z.string(), team: Named, ...ideaFields.shown, updatedAt: z.string() })
  .meta({ id: 'Idea' })
export type ShownIdea = z.infer<typeof ShownIdeaSchema>

interface KeptIdea extends IdeaCard {
  id: string
  team_id: string
  updated_at: string
}

export const shownIdea = (idea: KeptIdea, teams: readonly Named[]): ShownIdea => ({
  id: idea.id,
  team: named(teams, idea.team_id),
  ...ideaFields.shows(idea),
  updatedAt: idea.updated_at,
})
