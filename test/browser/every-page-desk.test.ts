import { everyPageIsFitFor } from './every-page.ts'

// Beside that at the other width, each a process of its own: they take the longest of all tests.
everyPageIsFitFor({ who: 'an organiser at a desk', width: 1280, actor: (people) => people.organiser })
