/** Reviews on one page of their list: as many as the badge's own request brings, so that the page needs none. */
export const REVIEWS_SHOWN = 20
