import { bytesForCode, readableCode } from '../../../platform/auth/codes.ts'
import { paths } from '../../../paths.ts'
import { codeLength } from './sign-in.ts'
import type { KeyedHash } from '../../../platform/store/keyed-hash.ts'

/** The token in a link. It follows from the link's id and the server's secret, and is stored nowhere. */
export const tokenOf = (keyedHash: KeyedHash, link: string): string => keyedHash('sign-in-link', link)

export function codeOf(keyedHash: KeyedHash, link: string): string {
  const bytes = Buffer.from(keyedHash('sign-in-code', link), 'base64url')
  return readableCode(bytes.subarray(0, bytesForCode(codeLength)), codeLength)
}

/** The path of a link's landing page. */
export const signInAddress = (keyedHash: KeyedHash, link: string): string =>
  paths.signInLink({ link, token: tokenOf(keyedHash, link) })
