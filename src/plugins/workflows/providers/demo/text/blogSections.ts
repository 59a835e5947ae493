import type { Some } from './domain.js'

/** A heading and a paragraph of 55 to 85 words. Slots as in domain.ts, and `{moment}`, `{hook}`, `{detail}`. */
export type Section = readonly [heading: string, text: string]

/** Thirteen, because four of thirteen can be chosen so that no two posts share more than one. */
export const SECTIONS: Some<Section> = [
  [
    'Begin with an ordinary day',
    'Forget the feature list for a minute and picture {moment}. {hook} That is the test worth taking, because {audience} rarely have a spare hour to be impressed. If something helps on a day when nothing goes to plan, it will do well on all the others. We suggest you start there, with one day and one honest look at what gets in the way.',
  ],
  [
    'What people get wrong at first',
    'The most common mistake is to expect everything at once. People read three reviews, make a plan with eleven steps and give up at the second one. It goes better the other way round: choose {name} for a single purpose, use it until it feels natural, and only then look left and right. {detail} Small habits survive busy weeks. Grand plans seldom do.',
  ],
  [
    'The part nobody tells you',
    'There is a moment, usually in the second week, when the new thing stops being new. It is a little disappointing, and it is exactly what you want. {hook} From then on you no longer think about {name}; you think about what you are doing with it. Our favourite letters come from people who noticed this on a Thursday, on the way to something else.',
  ],
  [
    'A short word about money',
    'Cheap is what you pay; expensive is what you replace. Before comparing prices, count how often something is used and how long it lasts. For {audience}, that number is usually higher than expected. {detail} Write the two figures on the back of an envelope and look at them again after a night’s sleep. The decision tends to make itself.',
  ],
  [
    'Ask these questions before you decide',
    'Who will use it on a bad day? Where will it live when nobody needs it? What happens if it breaks on a Friday at five? If the answers come easily, you are nearly there. If they do not, that is useful too. {hook} A good choice does not need persuading, only a few plain questions and somebody who is willing to answer them.',
  ],
  [
    'How it looks after a month',
    'We asked around, and nobody mentioned the things we were proudest of. They spoke about {moment}, about fewer small decisions, about one argument less at breakfast. {detail} It seems that {name} can disappear into the day, and that this is the highest praise there is. The spectacular part is over quickly. The useful part stays.',
  ],
  [
    'For those who have tried before',
    'Perhaps you have been here already and it did not last. That says less about you than about the timing. Try again with half the ambition and twice the patience, and tie it to something you do anyway. {hook} Those who come back to {name} after a break often stay the longest, because this time they know what they do not need.',
  ],
  [
    'What we left out, and why',
    'Every addition sounds sensible in a meeting. Together they make a thing that is tiring to look at. So we kept a list of ideas that were good but not good enough, and it grew much longer than the other one. {detail} What remains can be explained in a sentence, and {audience} have told us that this is why they remember it.',
  ],
  [
    'A small experiment for this week',
    'Here is an experiment that costs nothing. On Monday, notice how {moment} really goes, without changing it. On Wednesday, change one thing only. On Friday, ask someone who lives or works with you whether they saw a difference. {hook} If they did, keep it. If they did not, you have learned something in five days that others argue about for months.',
  ],
  [
    'When it is not for you',
    'Let us be fair: there are weeks in which {name} will not help. If you are moving house, changing jobs or looking after a newborn, leave it on the list and be kind to yourself. {detail} We would rather have you back in autumn with a clear head than lose you in spring to a bad start. Good things can wait a little.',
  ],
  [
    'The view from the other side',
    'We like to hear from the people who stand next to our readers: partners, colleagues, neighbours. They see what has changed before anyone else does. “You are in a better mood,” one of them wrote, “and you talk about it less.” {hook} Perhaps that is the best measure of all. What truly works does not need to be announced.',
  ],
  [
    'Make it a habit, not a project',
    'Projects have an end, and afterwards everything slides back. Habits have a place and a time. Put {name} where you cannot overlook it, connect it with {moment}, and forgive yourself the days you miss. {detail} Three times in one week are enough to begin. By the tenth time your hands know what to do, and your head is free for other things.',
  ],
  [
    'What comes next',
    'Nobody can promise what the next year will bring, but a few things are on the bench already: a simpler start, a quieter middle and better answers when something goes wrong. {hook} We build these together with {audience}, slowly and in the open. If you would like to have a say, write to us. The most useful letters are rarely the polite ones.',
  ],
]

/** Headings for the list that every post has. */
export const LIST_HEADINGS: Some<string> = [
  'Worth keeping in mind',
  'The short version',
  'Four notes for the fridge door',
  'If you only remember a few things',
  'A checklist for the impatient',
]

/** Last sentences. */
export const CLOSINGS: Some<string> = [
  'Start small, stay curious, and let {moment} be the judge.',
  'The best time to begin was last spring. The next best is before lunch.',
  'Whatever you decide about {name}, decide it on a good day.',
  'And if you find a better way, please tell us. We will happily write the next post about it.',
  'You do not need to change everything. One good Tuesday is a fine beginning.',
  'Keep what works, leave the rest, and give the whole thing a week.',
  'That is all we know so far. The remainder is up to {audience}.',
]
