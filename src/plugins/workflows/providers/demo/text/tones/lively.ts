import type { Tone } from '../tone.js'

export const friendly: Tone = {
  id: 'friendly',
  words:
    /friendly|warm|casual|conversational|approachable|helpful|caring|empath\w*|relaxed|cosy|cozy/i,
  openers: ['Between us:', 'Good to know:', 'Psst:', 'A little secret:'],
  promises: [
    'Honestly, we think you and {name} will get along.',
    'Take your time, ask us anything, we are happy to help.',
    'It is the kind of thing {audience} tell each other about.',
    'No rush, no pressure, just a nice idea.',
    'We have a feeling this one could make your week.',
    'Come as you are; we will sort out the rest together.',
    'If it is not for you, no hard feelings.',
  ],
  endings: [
    'Drop by and say hello.',
    'Come on over.',
    'Let us know what you think.',
    'We saved you a spot.',
    'Shall we show you around?',
    'Give it a go.',
  ],
  adjectives: ['lovely', 'easy', 'kind', 'cheerful', 'handy'],
  greeting: 'Hi there,',
  signOff: 'Warmly,',
  emoji: ['🙂', '👋', '☀️', '🌿'],
}

export const playful: Tone = {
  id: 'playful',
  words: /playful|fun\b|funny|humou?r\w*|quirky|cheeky|energetic|young|lively|entertaining/i,
  openers: ['Plot twist:', 'Breaking news:', 'Spoiler:', 'Rumour has it:'],
  promises: [
    'Side effects may include humming.',
    'Warning: {audience} have been seen grinning at traffic lights.',
    'Our cat remains unimpressed. Everybody else said wow.',
    'It is basically cheating, only allowed.',
    'Boring had a good run. Bye, boring.',
    'Ten out of ten would do a tiny dance again.',
    'Tell {name} we sent you, and wink.',
  ],
  endings: [
    'Go on, you know you want to.',
    'Tap it. We dare you.',
    'Come and play.',
    'Last one there brings cake!',
    'Ready, steady, you!',
    'Poke the button, see what happens.',
  ],
  adjectives: ['cheeky', 'ridiculously good', 'sunny', 'bouncy', 'wild'],
  greeting: 'Hey you,',
  signOff: 'High five,',
  emoji: ['🎉', '😎', '🙌', '🍋'],
}

export const urgent: Tone = {
  id: 'urgent',
  words:
    /urgen\w*|scarcity|fomo|time-?sensitive|last[- ]chance|persuasive|sales\w*|promotional|exciting/i,
  openers: ['Now:', 'Today:', 'Before it is gone:', 'Quick:'],
  promises: [
    'When they are gone, they are gone, and that tends to be soon.',
    'Do not leave {name} for next week.',
    'Every day you wait is a day you could have had it.',
    'The clock is running, and {audience} are faster than you think.',
    'Now is cheaper than later, in every sense.',
    'Tomorrow the list will be longer. Today you are on top of it.',
    'Only a handful are left at this moment.',
  ],
  endings: [
    'Secure yours now.',
    'Act today.',
    'Do not miss it.',
    'Grab it before midnight.',
    'Claim your place right away.',
    'Hurry: the door is still open.',
  ],
  adjectives: ['limited', 'final', 'immediate', 'last', 'fast'],
  greeting: 'Quick note,',
  signOff: 'Do not wait,',
  emoji: ['⏳', '⚡', '🔥', '🏃'],
}

export const inspirational: Tone = {
  id: 'inspirational',
  words:
    /inspir\w*|motivat\w*|uplifting|visionary|empower\w*|hopeful|aspirational|optimistic|storytelling|emotional/i,
  openers: ['Imagine:', 'Some day is today:', 'It begins like this:', 'Picture it:'],
  promises: [
    'You are closer to it than you believe.',
    'Great journeys start with a very small yes.',
    'For {audience} who still believe that things can be better.',
    'One brave morning can turn a whole year around.',
    'What you begin today will carry you further than you can see.',
    'Let {name} be the first page of a new chapter.',
    'Courage is rarely loud; often it is simply a beginning.',
  ],
  endings: [
    'Take the first step.',
    'Begin today.',
    'Dare to find out.',
    'Make it your story.',
    'Rise to it.',
    'Your moment is here.',
  ],
  adjectives: ['brave', 'bright', 'boundless', 'hopeful', 'radiant'],
  greeting: 'Dear dreamer,',
  signOff: 'Onwards,',
  emoji: ['✨', '🌅', '💫', '🌱'],
}
