/** Where it is from: api.md, "Graphs: at most 1,000 nodes, 5,000 edges, depth 32". */
export const MAX_NODES = 1_000
export const MAX_EDGES = 5_000
export const MAX_JSON_DEPTH = 32
/** Sticky notes of one canvas: more is a text, not a drawing. */
export const MAX_NOTES = 200
/** Of a sticky note and of what is noted at a node: about a printed page. */
export const MAX_NOTE_CHARACTERS = 5_000

/** features.md T034. */
export const MAX_COPIES = 100
export const MAX_IMAGES = 50
export const MAX_PROMPT_CHARACTERS = 20_000
export const MAX_TOKENS = 32_000
export const MAX_TEMPERATURE = 2

/** Agent jobs of a node whose type says nothing: as many as copies. */
export const MAX_JOBS_OF_A_NODE = MAX_COPIES

/** Fields of one launch form. More than this is no form; it also bounds what a message lists. */
export const MAX_INPUTS = 100
/** Choices of one select: what a person can still scroll through. */
export const MAX_OPTIONS = 500

/**
 * Names in the tags of one prompt. Finding where each stands costs up to 40 µs, so a hostile graph of
 * 1 MB would take 8 s to check (measured) without; prompts that people write have some 20.
 */
export const MAX_PROMPT_NAMES = 300

/** niche-and-parts.md 7.1: what one prompt may cost to render. */
export const RENDER_LIMIT_MS = 250
export const RENDER_MEMORY_LIMIT = 2e6
/** About 50,000 tokens, more than a prompt of any model we call should have. */
export const MAX_RENDERED_CHARACTERS = 200_000
