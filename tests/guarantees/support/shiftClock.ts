/** Sets the clock of this process, as a machine whose time is wrong would: `Date`, not the monotonic clock. */
export function shiftClock(byMs: number): void {
  const real = Date.now.bind(Date)
  Date.now = () => real() + byMs
  globalThis.Date = new Proxy(Date, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length > 0 ? args : [target.now()]) as Date,
    apply: (target) => new target(target.now()).toString(),
  })
}
