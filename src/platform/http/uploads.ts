import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isRefusal, refuse, type Refusal } from '../store/refusal.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its form takes a file. */
    uploads?: true
  }
}

/** A file of a form, which is read into one of its values. */
export interface Upload {
  /** The name of the file in the form. */
  file: string
  /** The value that its text becomes. */
  into: string
  most: number
  read(file: Buffer): Promise<string | Refusal>
}

/** Forms with files are read only at the addresses that take one. */
export async function takeUploads(
  server: FastifyInstance,
  refused: (request: FastifyRequest, reply: FastifyReply) => unknown,
): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 40, parts: 41, headerPairs: 40 } })
  server.addHook('preHandler', async (request, reply) => {
    if (request.isMultipart() && !request.routeOptions.config.uploads) return refused(request, reply)
    return undefined
  })
}

interface Uploaded {
  body: Record<string, unknown>
  /** The reason why the file cannot be taken. */
  refused?: Refusal
}

const tooLarge = ({ most, file }: Upload) =>
  refuse(`This file has more than ${Math.floor(most / 1024 / 1024)} MB`, file)

/** The values of a form with its file read into one of them; what was typed is there even where the file is refused. */
export async function uploadedBody(request: FastifyRequest, upload: Upload): Promise<Uploaded> {
  if (!request.isMultipart()) return { body: (request.body ?? {}) as Record<string, unknown> }
  const body: Record<string, unknown> = {}
  let refused: Refusal | undefined
  try {
    for await (const part of request.parts({ limits: { fileSize: upload.most, fieldSize: 256 * 1024 } })) {
      if (part.type === 'field') body[part.fieldname] = part.value
      else {
        const read = await upload.read(await part.toBuffer())
        if (isRefusal(read)) refused = read
        else body[upload.into] = read
      }
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === undefined || !code.startsWith('FST_')) throw error
    refused = tooLarge(upload)
  }
  return { body, ...(refused && { refused }) }
}
