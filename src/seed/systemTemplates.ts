import type { SystemTemplate } from './types.js'

import { blogPostWithSocial } from './templates/blog-post-with-social.js'
import { emailCampaign } from './templates/email-campaign.js'
import { facebookAdsCampaign } from './templates/facebook-ads-campaign.js'
import { instagramCarousel } from './templates/instagram-carousel.js'
import { landingPageHero } from './templates/landing-page-hero.js'

/** The templates every site has, in the order of the gallery. Safe to load in a browser. */
export const systemTemplates: readonly SystemTemplate[] = [
  facebookAdsCampaign,
  instagramCarousel,
  blogPostWithSocial,
  emailCampaign,
  landingPageHero,
]

/** For what is not stored, such as the examples of the preview. */
export function findSystemTemplate(key: string | null | undefined): SystemTemplate | null {
  return systemTemplates.find((template) => template.key === key) ?? null
}
