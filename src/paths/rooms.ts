import { path } from '../platform/http/path.ts'

const event = '/networks/:network/events/:event'

/** Addresses of the rooms of a day. */
export const roomPaths = {
  rooms: path(`${event}/rooms`),
  newRoom: path(`${event}/rooms/new`),
  allocateRooms: path(`${event}/rooms/allocation`),
  myRoom: path(`${event}/rooms/mine`),
  roomChoice: path(`${event}/rooms/mine/choice`),
  room: path(`${event}/rooms/:room`),
  editRoom: path(`${event}/rooms/:room/edit`),
  roomRemoval: path(`${event}/rooms/:room/removal`),
  roomLive: path(`${event}/rooms/:room/live`),
  newNote: path(`${event}/rooms/:room/notes`),
  removeNote: path(`${event}/rooms/:room/notes/:note/removal`),
  keepNote: path(`${event}/rooms/:room/notes/:note/restoration`),
  roomSummary: path(`${event}/rooms/:room/summary`),
  roomPlace: path(`${event}/rooms/:room/places`),
  roomTimer: path(`${event}/rooms/:room/timer`),
  roomTimerExtension: path(`${event}/rooms/:room/timer/extension`),
  roomTimerEnd: path(`${event}/rooms/:room/timer/end`),
  roomTimerGoOn: path(`${event}/rooms/:room/timer/end/removal`),
} as const
