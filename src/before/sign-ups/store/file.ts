import { fields, maybe, section, type Section } from '../../../platform/store/section.ts'
import { refuseAddress } from '../../networks/store/people.ts'
import { codeHashOf, livedExperienceAnswers, personalCode } from '../rules.ts'

const kept = { ...maybe, private: true } as const

export const signUpSections: Section[] = [
  section('attendees', {
    says: 'Who signed up for an event. Left out of files unless asked for',
    fields: {
      id: fields.id(),
      event: fields.reference('events', 'The event'),
      name: fields.text('Their name'),
      email: fields.text('Their e-mail address', kept),
      team: fields.reference('teams', 'The team they come with', maybe),
      profession: fields.text('Their profession', kept),
      livedExperience: fields.choice(livedExperienceAnswers, 'Whether they come as a representative', {
        otherwise: 'none',
        private: true,
      }),
      accessNeeds: fields.text('What they need to take part', kept),
      signedUpAt: fields.instant('When they signed up', { otherwise: 'now' }),
      signedUpBy: fields.choice(['self', 'organiser'], 'Who signed them up', { otherwise: 'organiser' }),
      teamSaidAt: fields.instant('When they last said themselves which team they come with', maybe),
      arrivedAt: fields.instant('When they arrived', maybe),
      cancelledAt: fields.instant('When the sign-up was cancelled', maybe),
    },
    derived: {
      code_hash: (row, keyedHash) =>
        codeHashOf(keyedHash, personalCode(keyedHash, String(row['network_id']), String(row['id']))),
    },
    unique: [['event', 'email']],
    taken: ['codes'],
    refuses: ({ email }) => refuseAddress(email),
  }),
]
