import type { ImageRequest } from '../../types.js'
export async function drawDemoImage(_: { request: ImageRequest; seed: string }): Promise<Buffer> {
  return Buffer.alloc(0)
}
