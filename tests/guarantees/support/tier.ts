/** How thoroughly the guarantee tests look: in each `npm test`, every night, before a release. */
export type Tier = 'test' | 'nightly' | 'release'

const TIERS: readonly Tier[] = ['test', 'nightly', 'release']

export const tier: Tier =
  TIERS.find((known) => known === process.env.GUARANTEE_TIER) ?? TIERS[0] ?? 'test'

/** Rounds of this tier. No failure in n rounds bounds its probability at 3/n (95 %). */
export const rounds = (counts: Record<Tier, number>): number => counts[tier]
