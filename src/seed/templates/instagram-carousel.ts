import type { SystemTemplate } from '../types.js'

import { connect, place } from '../graphParts.js'
import {
  audienceInput,
  countInput,
  defaultsOf,
  detailsInput,
  lineInput,
  toneInput,
  topicInput,
} from '../inputs.js'
import { BRAND_VOICE, BRIEF, PICTURE_RULES } from '../promptParts.js'

const inputs = [
  topicInput({ example: 'Fjord 3, an electric bicycle for the school run' }),
  audienceInput({ example: 'Parents who do the school run and the shopping in one loop' }),
  toneInput,
  lineInput({
    name: 'look',
    label: 'Look of the images',
    example: 'Early light, wet streets, deep blue and ice with a little coral',
    description: 'What all slides have in common: light, places, colours.',
  }),
  detailsInput({
    example:
      'Front rack on the frame carries 15 kg. Child-seat mount. Silent below 20 km/h. Lights that see round corners.',
  }),
  countInput({ name: 'image_count', label: 'Slides', standard: 10, min: 2, max: 20 }),
] satisfies SystemTemplate['inputs']

const CAPTION_PROMPT = `Write the caption of an Instagram carousel with {{ image_count }} slides.

${BRIEF}

Title: a name for this post that only the team sees, at most 60 characters.
Body: the caption, 150 to 220 words.
- The first line is shown above "more". It has at most 125 characters and gives a reason to read on without promising more than the post keeps.
- Then tell one small story from beginning to end, in short paragraphs with a blank line between them. The slides show the same story, so write what pictures cannot show: sounds, thoughts, what it was like before.
- Close with one open question that a reader can answer in a sentence.
- Last line: five to eight hashtags, specific ones before popular ones.
No headings and no lists.`

// The caption is read by name and not item by item: each slide then gets an alt text of its own.
const SLIDE_PROMPT = `{{ topic }}, slide {{ index }} of {{ image_count }}: {% if index == 1 %}the opening, one striking view{% elsif index == image_count %}the closing, a quiet last look{% else %}{% assign views = "a person in the middle of what they do|a close look at one detail|the place around it, seen from afar|hands at work|something that just happened, seen from the side|a pause between two moments|a view from above" | split: "|" %}{% assign view = index | minus: 2 | modulo: 7 %}{{ views[view] }}{% endif %}.
A square picture for an Instagram carousel. Readers: {{ audience }}. Mood: {{ tone }}.{% if look != blank %} Look of all slides: {{ look }}.{% endif %}
The slides tell this story in order; show what happens about {{ index | times: 100 | divided_by: image_count | round }} % of the way through it:
"""
{{ nodes.caption.output.text | truncate: 1500 }}
"""
Keep people, clothes, weather and colours the same on all slides, so that they read as one series.
${PICTURE_RULES}`

export const instagramCarousel: SystemTemplate = {
  key: 'instagram-carousel',
  name: 'Instagram Carousel',
  description: 'One long caption and ten square images in a single visual line, attached in order.',
  category: 'Social Media',
  inputs,
  defaultParams: defaultsOf(inputs),
  graph: {
    nodes: [
      {
        id: 'caption',
        type: 'generate_copy',
        label: 'Caption',
        position: place({ column: 0, row: 0 }),
        config: {
          promptTemplate: CAPTION_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: 1,
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'slides',
        type: 'generate_image',
        label: 'Slides',
        position: place({ column: 1, row: 0 }),
        config: {
          promptTemplate: SLIDE_PROMPT,
          style: 'vibrant',
          dimensions: '1080x1080',
          quantity: '{{image_count}}',
        },
      },
      {
        id: 'attach_slides',
        type: 'attach_to_document',
        label: 'Attach slides',
        position: place({ column: 2, row: 0 }),
        config: {
          strategy: 'many_to_one',
          matchBy: 'position',
          copySourceNode: 'caption',
          imageSourceNode: 'slides',
          setPrimary: true,
        },
      },
    ],
    edges: [connect('caption', 'slides'), connect('slides', 'attach_slides')],
  },
  examples: [
    {
      inputs: {
        topic: 'Fjord 3, an electric bicycle for the school run',
        audience: 'Parents who do the school run and the shopping in one loop',
        tone: 'warm',
        look: 'Early light, wet streets, deep blue and ice with a little coral',
      },
      outputs: [
        {
          title: 'Twenty minutes, one puddle',
          text: 'Twenty minutes, one forgotten lunch box, and the best conversation of the day.\n\nIt rained at seven. By ten to eight there was only one puddle left, and of course we went through it. The motor makes no sound at that speed, so you hear everything: the joke from the back seat, the tyres, the bakery opening its door.\n\nWhat do you talk about on the way to school?\n\n#schoolrun #citycycling #cargobikelife #bikecommute #fjord3',
        },
        {
          title: 'Slide 1',
          image: {
            alt: 'Fjord 3, an electric bicycle for the school run, slide 1 of 10: the opening, one striking view',
          },
        },
        {
          title: 'Slide 2',
          image: {
            alt: 'Fjord 3, an electric bicycle for the school run, slide 2 of 10: a person in the middle of what they do',
          },
        },
        {
          title: 'Slide 10',
          image: {
            alt: 'Fjord 3, an electric bicycle for the school run, slide 10 of 10: the closing, a quiet last look',
          },
        },
      ],
    },
  ],
}
