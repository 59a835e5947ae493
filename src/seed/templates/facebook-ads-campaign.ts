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
  audienceInput({ example: 'City commuters, 28 to 45, tired of parking and delays' }),
  toneInput,
  lineInput({
    name: 'offer',
    label: 'Offer',
    example: 'A city kit worth 310 euros with every order until 31 July',
    description: 'Mentioned word for word. Leave it empty if there is none.',
  }),
  detailsInput({
    example:
      'Weighs 17.9 kg with its battery. Belt instead of a chain. Range 95 km, in winter and headwind 60 km. From 2,890 euros.',
  }),
  {
    name: 'call_to_action',
    label: 'Button',
    type: 'select',
    required: true,
    default: 'Book now',
    options: ['Learn more', 'Shop now', 'Book now', 'Sign up', 'Get offer', 'Contact us'].map(
      (label) => ({ label, value: label }),
    ),
    description: 'The button under each ad.',
  },
  countInput({ name: 'ad_count', label: 'Ads', standard: 10, max: 20 }),
  countInput({
    name: 'image_count',
    label: 'Images',
    standard: 5,
    max: 20,
    description: 'Each ad gets one. If there are fewer images than ads, they take turns.',
  }),
] satisfies SystemTemplate['inputs']

// Ads and images walk through the same five ideas, and images are dealt out in turn: so the image an
// ad gets shows the ad's own idea, and neither has to wait for the other.
const AD_PROMPT = `{%- comment -%} Ads that share an image share its idea; the opening then differs. {%- endcomment -%}
{%- assign ideas = "a small moment of an ordinary day in which it helps|the nuisance it takes away, in the reader's own words|one concrete fact, and what it means for the reader|a doubt the reader may have, answered honestly|what happens to somebody who tries it this week" | split: "|" -%}
{%- assign openings = "a scene|a question|a fact|a short, dry remark" | split: "|" -%}
{%- assign place = index | minus: 1 -%}
{%- assign images = image_count | at_most: 5 -%}
{%- assign idea = place | modulo: image_count | modulo: 5 -%}
{%- assign turn = place | divided_by: images | floor -%}
{%- assign opening = idea | plus: turn | modulo: 4 -%}
Write Facebook ad {{ index }} of {{ ad_count }}.

${BRIEF}{% if offer != blank %}
Offer, to be mentioned once and word for word: {{ offer }}{% endif %}
Button below the ad: {{ call_to_action }}

The ads of this campaign run side by side, so no two may sound alike. The idea of this one: {{ ideas[idea] }}. It opens with {{ openings[opening] }}.

Title: the headline below the picture, at most 40 characters.
Body: the text above the picture, 30 to 60 words in one or two short paragraphs. The first 125 characters must make sense alone, because Facebook folds the rest away. The last sentence leads to the button. No headings, no lists, no hashtags.`

const IMAGE_PROMPT = `{%- assign scenes = "in use, in the middle of an ordinary day|the calm just after a nuisance is gone|a close look at the one detail that matters|somebody trying it for the first time, at ease|ready and waiting in early light" | split: "|" -%}
{%- assign scene = index | minus: 1 | modulo: 5 -%}
{{ topic }}: {{ scenes[scene] }}.
Image {{ index }} of {{ image_count }} for Facebook ads. Readers: {{ audience }}. Mood: {{ tone }}. Choose a place, a light and a distance that the other images of the set are unlikely to have.
${PICTURE_RULES}`

export const facebookAdsCampaign: SystemTemplate = {
  key: 'facebook-ads-campaign',
  name: 'Facebook Ads Campaign',
  description:
    'Ten ads and five images from one brief. Both follow the same five ideas, so each ad gets an image that fits it. All ads are saved as drafts.',
  category: 'Paid Ads',
  inputs,
  defaultParams: defaultsOf(inputs),
  graph: {
    nodes: [
      {
        id: 'make_both',
        type: 'parallel',
        label: 'Make both',
        position: place({ column: 0, row: 0.5 }),
        config: { maxConcurrent: 20, waitForAll: true, continueOnError: false },
      },
      {
        id: 'ad_copy',
        type: 'generate_copy',
        label: 'Ad copy',
        position: place({ column: 1, row: 0 }),
        config: {
          promptTemplate: AD_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: '{{ad_count}}',
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'ad_images',
        type: 'generate_image',
        label: 'Ad images',
        position: place({ column: 1, row: 1 }),
        config: {
          promptTemplate: IMAGE_PROMPT,
          style: 'professional_marketing',
          dimensions: '1080x1080',
          quantity: '{{image_count}}',
        },
      },
      {
        id: 'attach_images',
        type: 'attach_to_document',
        label: 'Attach images',
        position: place({ column: 2, row: 0.5 }),
        config: {
          strategy: 'round_robin',
          matchBy: 'position',
          copySourceNode: 'ad_copy',
          imageSourceNode: 'ad_images',
          setPrimary: true,
        },
      },
    ],
    edges: [
      connect('make_both', 'ad_copy'),
      connect('make_both', 'ad_images'),
      connect('ad_copy', 'attach_images'),
      connect('ad_images', 'attach_images'),
    ],
  },
  examples: [
    {
      inputs: {
        topic: 'Fjord 3, an electric city bicycle',
        audience: 'City commuters, 28 to 45',
        tone: 'warm',
        offer: 'A city kit worth 310 euros with every order until 31 July',
      },
      outputs: [
        {
          title: 'Arrive before the coffee is cold',
          text: 'Ten past eight. The tram is late again, and you are already locking up at the office, jacket dry, breath calm. Fjord 3 pushes like a good tailwind and then keeps quiet about it. A city kit worth 310 euros with every order until 31 July. Choose a weekend for your test ride.',
          image: {
            alt: 'Fjord 3, an electric city bicycle: in use, in the middle of an ordinary day',
          },
        },
        {
          title: 'Nobody looks for parking here',
          text: 'How much of last week went into finding a space? Fjord 3 stands by your door, and its belt asks for no oil, so your trousers stay clean. A city kit worth 310 euros with every order until 31 July. Book a ride and get those minutes back.',
          image: {
            alt: 'Fjord 3, an electric city bicycle: the calm just after a nuisance is gone',
          },
        },
        {
          title: 'Light enough for the second floor',
          text: '17.9 kg with the battery in. That is a bicycle you carry up two flights of stairs, and a motor you do not have to carry it for. A city kit worth 310 euros with every order until 31 July. Book a test ride and lift it yourself.',
          image: {
            alt: 'Fjord 3, an electric city bicycle: a close look at the one detail that matters',
          },
        },
        {
          title: 'And in February?',
          text: 'In deep winter and against the wind the range is 60 km, not 95. For most people that is still a week of going to work. We would rather say it now than have you find out in February. A city kit worth 310 euros with every order until 31 July. Ask us anything on a test ride.',
          image: {
            alt: 'Fjord 3, an electric city bicycle: somebody trying it for the first time, at ease',
          },
        },
      ],
    },
  ],
}
