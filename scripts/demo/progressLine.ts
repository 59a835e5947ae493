import { Presets, SingleBar } from 'cli-progress'

export interface Shown {
  percent: number
  itemsDone: number
  itemsTotal: number
  doing: string
}

export interface ProgressLine {
  show: (shown: Shown) => void
  stop: () => void
}

/** A bar where a person looks, else a line for each step, so that logs stay readable. */
export const createProgressLine = (): ProgressLine => (process.stdout.isTTY ? bar() : lines())

const bar = (): ProgressLine => {
  const line = new SingleBar(
    {
      format: '  {bar} {percentage}% · {itemsDone}/{itemsTotal} items · {doing}',
      hideCursor: true,
      barsize: 30,
    },
    Presets.shades_classic,
  )
  line.start(100, 0, { itemsDone: 0, itemsTotal: 0, doing: '' })
  return {
    show: ({ percent, ...rest }) => line.update(Math.round(percent), rest),
    stop: () => line.stop(),
  }
}

const lines = (): ProgressLine => {
  let last = ''
  return {
    show: ({ percent, itemsDone, itemsTotal, doing }) => {
      const text = `  ${String(Math.round(percent)).padStart(3)} % · ${itemsDone}/${itemsTotal} items · ${doing}`
      if (text !== last) console.log(text)
      last = text
    },
    stop: () => {},
  }
}
