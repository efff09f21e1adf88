import { classes, element, type Decoration } from './element.ts'
import type { Html } from './html.ts'
import type { Words } from './text.ts'

export type TagColour =
  'white' | 'grey' | 'green' | 'aqua-green' | 'blue' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow'

export type TagProps = Decoration & { text: Words; colour?: TagColour | false; border?: false }

export const tag = (props: TagProps): Html =>
  element(
    'strong',
    {
      class: classes(
        'nhsuk-tag',
        props.colour && `nhsuk-tag--${props.colour}`,
        props.colour === false && 'nhsuk-tag--no-colour',
        props.border === false && 'nhsuk-tag--no-border',
        props.classes,
      ),
      id: props.id,
      ...props.attributes,
    },
    props.text,
  )
