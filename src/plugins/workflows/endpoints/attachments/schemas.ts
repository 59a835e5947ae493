import { z } from 'zod'

import { idSchema } from '../parseInput.js'

/**
 * How many there may be is the operation's to say, with a code of its own; this only keeps a body of
 * a hundred thousand ids from becoming a query.
 */
const imageIds = z.array(idSchema).min(1).max(1000)

export const attachSchema = z.object({
  imageIds,
  setFirstAsPrimary: z.boolean().nullish(),
})

export const orderSchema = z.object({ imageIds })

/** As long as its field in the collection. */
export const captionSchema = z.object({ caption: z.string().max(500).nullable() })
