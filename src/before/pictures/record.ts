import { record, text, type ColumnsOf } from '../../platform/form/record.ts'

/** The words of a picture, for whoever does not see it. */
export const pictureFields = record({
  alt: text({
    label: 'What does it show?',
    hint: 'For people who do not see it, in one sentence. Show nobody who has not agreed to it.',
    most: 300,
    missing: 'Enter what the picture shows',
    says: 'What the picture shows, for people who do not see it',
  }),
})

export type PictureColumns = ColumnsOf<typeof pictureFields>
