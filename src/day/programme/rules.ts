/** What a part of the day is; starting it starts what it stands for. */
export const itemKinds = ['talk', 'idea', 'reflection', 'ballot', 'pledges', 'rooms', 'break'] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemKindNames: Record<ItemKind, string> = {
  talk: 'Talk',
  idea: 'Change idea shown by its team',
  reflection: 'Reflection',
  ballot: 'Vote',
  pledges: 'Pledges',
  rooms: 'Breakout rooms',
  break: 'Break',
}
