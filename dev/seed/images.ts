import type { File } from 'payload'
import sharp from 'sharp'

import { harbourAtDawn, parkInSummer, rainyEvening, studioPortrait } from './artwork/scenes.js'

interface SeedImage {
  filename: string
  alt: string
  caption: string
  draw: () => string
}

export const images: SeedImage[] = [
  {
    filename: 'fjord-3-harbour-dawn.jpg',
    alt: 'White Fjord 3 on a quay at dawn, the town and mountains behind it',
    caption: 'First light, nobody about: the picture for the launch page.',
    draw: harbourAtDawn,
  },
  {
    filename: 'fjord-3-studio.jpg',
    alt: 'Deep blue Fjord 3 from the side on a pale background',
    caption: 'For shops and price lists.',
    draw: studioPortrait,
  },
  {
    filename: 'fjord-3-rainy-evening.jpg',
    alt: 'Ice blue Fjord 3 on a wet street in the evening, its light on',
    caption: 'Lights that see round corners.',
    draw: rainyEvening,
  },
  {
    filename: 'fjord-3-park.jpg',
    alt: 'Coral Fjord 3 on a path through a summer park',
    caption: 'For everything about weekends.',
    draw: parkInSummer,
  },
]

export const drawImage = async ({ filename, draw }: SeedImage): Promise<File> => {
  const data = await sharp(Buffer.from(draw())).jpeg({ quality: 88 }).toBuffer()
  return { data, mimetype: 'image/jpeg', name: filename, size: data.byteLength }
}
