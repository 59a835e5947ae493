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
  topicInput({ label: 'Product', example: 'Fjord 3, an electric city bicycle' }),
  audienceInput({ example: 'City commuters who have never owned an electric bicycle' }),
  toneInput,
  lineInput({
    name: 'benefit',
    label: 'Main benefit',
    example: 'Arrive fresh, in ordinary clothes, at a time you can rely on',
    description: 'The one thing a visitor should remember. Leave it empty to have one chosen.',
  }),
  lineInput({
    name: 'action',
    label: 'What visitors should do',
    example: 'Book a test ride',
    description: 'What the button leads to.',
  }),
  detailsInput({
    example:
      'Weighs 17.9 kg with its battery. Belt instead of a chain, first service after 5,000 km. Range 95 km, in winter and headwind 60 km. From 2,890 euros.',
  }),
  countInput({ name: 'headline_count', label: 'Headlines', standard: 5, max: 10 }),
  countInput({ name: 'cta_count', label: 'Calls to action', standard: 3, max: 6 }),
] satisfies SystemTemplate['inputs']

const HEADLINE_PROMPT = `{%- assign ways = "says what the visitor gets|describes a moment in which everything is already better|names the problem and takes it away|puts one concrete fact first|says who it is for, so that the right people feel meant" | split: "|" -%}
{%- assign way = index | minus: 1 | modulo: 5 -%}
Write headline {{ index }} of {{ headline_count }} for the top of a landing page.

${BRIEF}{% if benefit != blank %}
Main benefit: {{ benefit }}{% endif %}

The team will choose one of them, so each should be a different way in. This one {{ ways[way] }}.

Title: the headline, at most eight words. Somebody who has never heard of the product must understand it within three seconds.
Body: the line below it, one or two sentences and at most 30 words. It adds what the headline leaves open: what it is, for whom, why that is true.`

const IMAGE_PROMPT = `{{ topic }}, in daily use.
The first picture of a landing page. Visitors: {{ audience }}.{% if benefit != blank %} What they should feel: {{ benefit }}.{% endif %} Mood: {{ tone }}. Wide format, the subject in the right half, the left half calm and even, because the headline stands there. One glance must be enough to see what it is about.
${PICTURE_RULES}`

const CTA_PROMPT = `{%- assign ways = "uses the plainest words there are|says what happens right after the click|speaks as the visitor would, in the first person|makes the first step sound as small as it is|names the benefit instead of the deed|answers the last doubt before the click" | split: "|" -%}
{%- assign way = index | minus: 1 | modulo: 6 -%}
Write call to action {{ index }} of {{ cta_count }} for a landing page.

${BRIEF}{% if action != blank %}
What visitors should do: {{ action }}{% endif %}

It stands below one of these headlines and must fit them all:
{% for headline in nodes.headlines.output.items %}- {{ headline.title }}
{% endfor %}
This one {{ ways[way] }}.

Title: the words on the button, two to five of them, beginning with a verb.
Body: the line below the button, at most 15 words. It takes away one worry: cost, time, obligation or effort. Promise nothing that the facts do not say.`

export const landingPageHero: SystemTemplate = {
  key: 'landing-page-hero',
  name: 'Landing Page Hero',
  description:
    'Five headlines with a hero image attached to each of them, and three calls to action to choose from.',
  category: 'Landing Pages',
  inputs,
  defaultParams: defaultsOf(inputs),
  graph: {
    nodes: [
      {
        id: 'headlines',
        type: 'generate_copy',
        label: 'Headlines',
        position: place({ column: 0, row: 0.5 }),
        config: {
          promptTemplate: HEADLINE_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: '{{headline_count}}',
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'hero_image',
        type: 'generate_image',
        label: 'Hero image',
        position: place({ column: 0, row: 1.5 }),
        config: {
          promptTemplate: IMAGE_PROMPT,
          style: 'minimalist',
          dimensions: '1920x1080',
          quantity: 1,
        },
      },
      {
        id: 'cta_copy',
        type: 'generate_copy',
        label: 'Calls to action',
        position: place({ column: 1, row: 0 }),
        config: {
          promptTemplate: CTA_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: '{{cta_count}}',
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'attach_hero',
        type: 'attach_to_document',
        label: 'Attach hero image',
        position: place({ column: 1, row: 1 }),
        config: {
          strategy: 'one_to_many',
          matchBy: 'position',
          copySourceNode: 'headlines',
          imageSourceNode: 'hero_image',
          setPrimary: true,
        },
      },
    ],
    edges: [
      connect('headlines', 'cta_copy'),
      connect('headlines', 'attach_hero'),
      connect('hero_image', 'attach_hero'),
    ],
  },
  examples: [
    {
      inputs: {
        topic: 'Fjord 3, an electric city bicycle',
        audience: 'City commuters who have never owned an electric bicycle',
        tone: 'warm',
        benefit: 'Arrive fresh, in ordinary clothes, at a time you can rely on',
        action: 'Book a test ride',
      },
      outputs: [
        {
          title: 'Arrive as you left',
          text: 'A light electric bicycle for the way to work: no chain oil, no sweat, and 95 km before it wants a socket.',
          image: { alt: 'Fjord 3, an electric city bicycle, in daily use' },
        },
        {
          title: '17.9 kg, and all of it helps',
          text: 'An electric city bicycle that you can carry to the second floor. From 2,890 euros.',
          image: { alt: 'Fjord 3, an electric city bicycle, in daily use' },
        },
        { title: 'Book a test ride', text: 'Bring your own hill. You owe us nothing afterwards.' },
        { title: 'Let me try it', text: 'Pick a day, ride it, decide later.' },
      ],
    },
  ],
}
