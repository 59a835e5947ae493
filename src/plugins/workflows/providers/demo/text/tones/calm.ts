import type { Tone } from '../tone.js'

/** What is used when a brief names no tone: dry, warm, sure of itself. */
export const confident: Tone = {
  id: 'confident',
  words: /confident|neutral|direct|clear|bold|plain|simple|witty|dry/i,
  openers: ['Here is the thing:', 'In short:', 'One thought:', 'For the record:'],
  promises: [
    '{Name} can wait until you have seen it for yourself.',
    '{Audience} tend to notice on the second day.',
    'That is all there is to it, and it is plenty.',
    'You will know within a week whether we are right.',
    'Some things explain themselves once you hold them.',
    'There is a reason why {audience} come back.',
    'We could add an adjective here. We would rather show you.',
  ],
  endings: [
    'Come and see.',
    'Have a look for yourself.',
    'The rest is up to you.',
    'Start whenever you like.',
    'You know where to find us.',
    'Decide on the spot, or sleep on it.',
  ],
  adjectives: ['plain', 'well-made', 'honest', 'good', 'steady'],
  greeting: 'Hello,',
  signOff: 'See you soon,',
  emoji: [],
}

export const professional: Tone = {
  id: 'professional',
  words:
    /professional|formal|corporate|business|expert|authoritative|serious|informative|technical/i,
  openers: ['A practical note:', 'In practice:', 'For your planning:', 'Worth considering:'],
  promises: [
    '{Audience} rely on solutions that hold up under daily use.',
    'The result is a process you can plan with.',
    'Evaluate {name} against the requirements you have already.',
    'Reliability is the first feature, and everything else builds on it.',
    'It integrates with what your organisation has in place.',
    'The effort is known in advance, and so is the outcome.',
    'Decisions become easier when the groundwork is sound.',
  ],
  endings: [
    'Request the details.',
    'Arrange a short consultation.',
    'Review the options with us.',
    'Our team will be glad to advise you.',
    'Download the overview.',
    'Speak to a specialist.',
  ],
  adjectives: ['reliable', 'considered', 'efficient', 'proven', 'thorough'],
  greeting: 'Dear reader,',
  signOff: 'Kind regards,',
  emoji: [],
}

export const luxurious: Tone = {
  id: 'luxurious',
  words: /luxur\w*|elegant|premium|exclusive|refined|sophisticat\w*|high-?end|prestig\w*/i,
  openers: ['By candlelight:', 'Unhurried, as always:', 'A quiet word:', 'For the discerning:'],
  promises: [
    'Nothing about it is in a hurry, and neither should you be.',
    'There are details here that {audience} will find in their own time.',
    'Made slowly, in small numbers, by hands that care.',
    'True refinement rarely raises its voice.',
    'What remains is the feeling of having chosen well.',
    'An object of quiet beauty, at ease in any company.',
    'Reserved for those who notice the difference.',
  ],
  endings: [
    'Discover it in private.',
    'An invitation awaits you.',
    'Allow yourself the pleasure.',
    'Reserve yours with our compliments.',
    'We look forward to welcoming you.',
    'Experience it at your leisure.',
  ],
  adjectives: ['exquisite', 'rare', 'hand-finished', 'timeless', 'serene'],
  greeting: 'Good evening,',
  signOff: 'With our compliments,',
  emoji: [],
}
