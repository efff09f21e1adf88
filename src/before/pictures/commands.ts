import { z } from 'zod'
import { Id } from '../../platform/form/fields.ts'
import { command, refuse, type Refusal } from '../../platform/store/command.ts'
import { ideaById, ideaKeepers } from '../ideas/store.ts'
import { pictureFields } from './record.ts'
import { largestPicture, mostPictures, plainPicture, typeOf, whyNoPicture } from './rules.ts'
import { addPictureRow, pictureAt, picturesOf, removePictureRow } from './store.ts'

type Done = Promise<{ id: string } | Refusal>

const topic = ({ network }: { network: string }) => `network:${network}`
const OfIdea = { network: Id, idea: Id }
const OfPicture = { ...OfIdea, picture: Id }
const gone = refuse('This picture is not there any more')
const tooMany = refuse(`An idea has at most ${mostPictures} pictures. Take one off first.`)

/** A file as text: four letters for three bytes. */
const Content = z
  .string('Choose a picture')
  .min(1, 'Choose a picture')
  .max(Math.ceil(largestPicture / 3) * 4, 'The picture has more than 1 MB. Save it smaller.')

export const addPicture = command('pictures.addPicture', {
  said: 'added a picture to an idea',
  input: z.object({ ...OfIdea, ...pictureFields.input, content: Content }),
  topic,
  who: ideaKeepers,
  async run(tx, { network, idea, content, ...given }, { id, now }): Done {
    if (!(await ideaById(tx, network, idea))) return refuse('This idea is not there any more')
    if ((await picturesOf(tx, network, idea)).length >= mostPictures) return tooMany
    const file = Buffer.from(content, 'base64url')
    const why = whyNoPicture(file)
    if (why) return refuse(why, 'content')
    const picture = id()
    await addPictureRow(tx, {
      network_id: network,
      id: picture,
      idea_id: idea,
      ...pictureFields.columns(given),
      type: typeOf(file)!,
      content: plainPicture(file)!.toString('base64url'),
      added_at: now,
    })
    return { id: picture }
  },
})

export const removePicture = command('pictures.removePicture', {
  said: 'took a picture off an idea',
  input: z.object(OfPicture),
  topic,
  who: ideaKeepers,
  async run(tx, at, { now }): Done {
    const row = await pictureAt(tx, at)
    if (!row || row.removed_at) return gone
    await removePictureRow(tx, row, now)
    return { id: row.id }
  },
})

export const restorePicture = command('pictures.restorePicture', {
  said: 'put a picture of an idea back',
  input: z.object(OfPicture),
  topic,
  who: ideaKeepers,
  async run(tx, at): Done {
    const row = await pictureAt(tx, at)
    if (!row?.removed_at) return gone
    if ((await picturesOf(tx, at.network, at.idea)).length >= mostPictures) return tooMany
    await removePictureRow(tx, row, null)
    return { id: row.id }
  },
})

export const pictureCommands = [addPicture, removePicture, restorePicture]
