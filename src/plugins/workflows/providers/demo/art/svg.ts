import type { Random } from '../random.js'
import type { Palette } from './palette.js'

/** What a scene paints on. Everything is in px of the finished image. */
export interface Canvas {
  width: number
  height: number
  /** A hundredth of the shorter side: sizes in units look alike in every format. */
  unit: number
  random: Random
  palette: Palette
  /** Walk of life of the prompt, for scenes that show an object. */
  subject: string
}

export type Point = readonly [x: number, y: number]

/** Draws one composition as SVG elements. No text: fonts differ from machine to machine. */
export type Scene = (canvas: Canvas) => string

export function rect(x: number, y: number, width: number, height: number, paint: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" ${attrs(paint)}/>`
}

export function circle(x: number, y: number, radius: number, paint: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${attrs(paint)}/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, paint: string): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" ${attrs(paint)}/>`
}

export function path(d: string, paint: string): string {
  return `<path d="${d}" ${attrs(paint)}/>`
}

/** A line without fill. */
export function stroke(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

/** Moves, turns and scales what is inside. */
export function group(transform: string, content: string): string {
  return `<g transform="${transform}">${content}</g>`
}

/** `colour`, or `colour opacity`. */
function attrs(paint: string): string {
  const [fill, opacity] = paint.split(' ')
  return `fill="${fill}"${opacity ? ` fill-opacity="${opacity}"` : ''}`
}

/** Two decimals: shorter files, and the same ones on every processor. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}
