import type { Oklch } from './colour.js'

/** Colours that go together, before a hue is turned a little. */
export interface Scheme {
  sky: [Oklch, Oklch]
  land: [Oklch, Oklch]
  sun: Oklch
  ground: Oklch
  accent: Oklch
  /** Hues of the strong colours. */
  pops: [number, number, number, number, number]
}

/** Chosen by eye; neighbours differ, since the images of one node take neighbours. */
export const SCHEMES: readonly [Scheme, ...Scheme[]] = [
  {
    sky: [
      [0.88, 0.06, 200],
      [0.95, 0.03, 195],
    ],
    land: [
      [0.72, 0.09, 205],
      [0.36, 0.08, 215],
    ],
    sun: [0.98, 0.02, 100],
    ground: [0.91, 0.06, 85],
    accent: [0.72, 0.17, 45],
    pops: [200, 45, 90, 255, 20],
  },
  {
    sky: [
      [0.8, 0.13, 50],
      [0.9, 0.08, 75],
    ],
    land: [
      [0.68, 0.17, 15],
      [0.3, 0.11, 320],
    ],
    sun: [0.94, 0.07, 85],
    ground: [0.26, 0.08, 310],
    accent: [0.86, 0.13, 85],
    pops: [15, 60, 320, 285, 90],
  },
  {
    sky: [
      [0.9, 0.07, 130],
      [0.95, 0.05, 115],
    ],
    land: [
      [0.74, 0.1, 142],
      [0.34, 0.08, 160],
    ],
    sun: [0.96, 0.07, 98],
    ground: [0.28, 0.06, 165],
    accent: [0.76, 0.15, 65],
    pops: [145, 95, 30, 190, 60],
  },
  {
    sky: [
      [0.86, 0.06, 262],
      [0.94, 0.03, 255],
    ],
    land: [
      [0.74, 0.1, 258],
      [0.36, 0.13, 265],
    ],
    sun: [0.99, 0.01, 90],
    ground: [0.28, 0.1, 268],
    accent: [0.78, 0.16, 70],
    pops: [262, 70, 25, 205, 340],
  },
  {
    sky: [
      [0.94, 0.05, 75],
      [0.9, 0.06, 60],
    ],
    land: [
      [0.8, 0.1, 60],
      [0.42, 0.11, 35],
    ],
    sun: [0.7, 0.18, 40],
    ground: [0.93, 0.04, 80],
    accent: [0.56, 0.09, 195],
    pops: [40, 75, 195, 15, 110],
  },
  {
    sky: [
      [0.9, 0.07, 168],
      [0.96, 0.03, 160],
    ],
    land: [
      [0.82, 0.1, 165],
      [0.38, 0.08, 180],
    ],
    sun: [0.97, 0.05, 95],
    ground: [0.32, 0.07, 185],
    accent: [0.72, 0.16, 20],
    pops: [170, 20, 90, 225, 130],
  },
  {
    sky: [
      [0.84, 0.08, 300],
      [0.92, 0.06, 340],
    ],
    land: [
      [0.72, 0.11, 305],
      [0.32, 0.12, 285],
    ],
    sun: [0.95, 0.07, 80],
    ground: [0.26, 0.09, 285],
    accent: [0.84, 0.13, 75],
    pops: [305, 75, 350, 260, 165],
  },
  {
    sky: [
      [0.3, 0.08, 270],
      [0.52, 0.11, 285],
    ],
    land: [
      [0.45, 0.11, 280],
      [0.18, 0.05, 270],
    ],
    sun: [0.95, 0.05, 95],
    ground: [0.16, 0.04, 265],
    accent: [0.82, 0.14, 75],
    pops: [280, 75, 200, 330, 250],
  },
]
