/** What a gallery is sorted into: the values of APIs and files. People see `categoryWords`. */
export const TEMPLATE_CATEGORIES = [
  'Social Media',
  'Paid Ads',
  'Blog Content',
  'Email Campaigns',
  'SEO',
  'Landing Pages',
  'Custom',
] as const

export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number]

/** `social_media`, `Social-Media` and `Social Media` all name the same category. */
export function parseCategory(value: string): TemplateCategory | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  return TEMPLATE_CATEGORIES.find((category) => plain(category) === plain(value)) ?? null
}
