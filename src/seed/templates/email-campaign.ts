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
  topicInput({
    label: 'What the mail is about',
    example: 'Fjord 3, a test ride that comes to your door',
  }),
  audienceInput({ example: 'City riders who read our newsletter but have not tried it yet' }),
  toneInput,
  lineInput({
    name: 'offer',
    label: 'Offer',
    example: 'A whole weekend of test riding, brought to your door in eleven cities',
    description: 'Mentioned word for word. Leave it empty if there is none.',
  }),
  lineInput({
    name: 'action',
    label: 'What readers should do',
    example: 'Choose a weekend for your test ride',
    description: 'One thing. It becomes the button of the mail.',
  }),
  detailsInput({
    example:
      'Frame fits riders from 1.55 m to 1.95 m. Battery comes out with one key and one hand. Every order until 31 July comes with a city kit worth 310 euros.',
  }),
  countInput({ name: 'subject_count', label: 'Subject lines', standard: 5, max: 10 }),
] satisfies SystemTemplate['inputs']

const BODY_PROMPT = `Write the body of a marketing email to people who asked to get mail.

${BRIEF}{% if offer != blank %}
Offer, to be mentioned once and word for word: {{ offer }}{% endif %}{% if action != blank %}
What readers should do: {{ action }}{% endif %}

Title: a name for this mail that only the team sees, at most 60 characters.
Body, 120 to 180 words in Markdown, as one person writes to another:
- First sentence: something the reader knows from their own day. No greeting, no "we are excited to".
- One idea only, with one fact that proves it. Short paragraphs, at most one list.
- Be open about one thing that is not perfect or not for everybody.
{% if action != blank %}- Last line: “{{ action }}” in bold, alone on its line.{% else %}- End on the thought that should stay.{% endif %}
Nothing that only a sender can know, such as first names, order numbers or signatures.`

const SUBJECT_PROMPT = `{%- assign ways = "says plainly what is inside|asks the question that the mail answers|names one concrete detail of the mail|begins with what the reader gets out of it|has four words at most" | split: "|" -%}
{%- assign way = index | minus: 1 | modulo: 5 -%}
Write subject line {{ index }} of {{ subject_count }} for the email below. Later one of them is chosen, so they should differ in more than words. This one {{ ways[way] }}.

Reader: {{ audience }}
Tone: {{ tone }}

Title: the subject line, at most 45 characters. It promises what the mail keeps: no "Re:", no false hurry, no riddles.
Body: the preview text that stands behind it in the inbox, one sentence of 40 to 90 characters. It goes on where the subject line stops and repeats none of its words.

The email:
"""
{{ nodes.email_body.output.text }}
"""`

const IMAGE_PROMPT = `The header picture of an email: {{ topic }}.
The email begins: {{ item.text | normalize_whitespace | truncate: 200 }}
Show the moment it speaks of, as its reader ({{ audience }}) could live it. Mood: {{ tone }}. Wide and shallow: everything that matters lies in the middle third, because mail programs cut the top and the bottom.
${PICTURE_RULES}`

export const emailCampaign: SystemTemplate = {
  key: 'email-campaign',
  name: 'Email Campaign',
  description:
    'A mail in your brand voice, five subject lines to choose from, and a header image that is attached to the mail.',
  category: 'Email Campaigns',
  inputs,
  defaultParams: defaultsOf(inputs),
  graph: {
    nodes: [
      {
        id: 'email_body',
        type: 'generate_copy',
        label: 'Email body',
        position: place({ column: 0, row: 0.5 }),
        config: {
          promptTemplate: BODY_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: 1,
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'subject_lines',
        type: 'generate_copy',
        label: 'Subject lines',
        position: place({ column: 1, row: 0 }),
        config: {
          promptTemplate: SUBJECT_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: '{{subject_count}}',
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'header_image',
        type: 'generate_image',
        label: 'Header image',
        position: place({ column: 1, row: 1 }),
        config: {
          promptTemplate: IMAGE_PROMPT,
          style: 'realistic',
          dimensions: '1920x1080',
          quantity: 1,
          copySourceNode: 'email_body',
        },
      },
      {
        id: 'attach_header',
        type: 'attach_to_document',
        label: 'Attach header',
        position: place({ column: 2, row: 1 }),
        config: {
          strategy: 'one_to_one',
          matchBy: 'position',
          copySourceNode: 'email_body',
          imageSourceNode: 'header_image',
          setPrimary: true,
        },
      },
    ],
    edges: [
      connect('email_body', 'subject_lines'),
      connect('email_body', 'header_image'),
      connect('header_image', 'attach_header'),
    ],
  },
  examples: [
    {
      inputs: {
        topic: 'Fjord 3, a test ride that comes to your door',
        audience: 'City riders who read our newsletter but have not tried it yet',
        tone: 'warm',
        offer: 'A whole weekend of test riding, brought to your door in eleven cities',
        action: 'Choose a weekend for your test ride',
      },
      outputs: [
        {
          title: 'Test ride weekend, summer',
          text: 'Ten minutes around a shop’s car park tell you very little about a bicycle. Your hill does, and your stairs, and Monday morning.\n\nSo we bring it to you: a whole weekend of test riding, brought to your door in eleven cities. The frame fits riders from 1.55 m to 1.95 m, so you may share it.\n\n**Choose a weekend for your test ride**',
          image: { alt: 'Test ride weekend, summer' },
        },
        {
          title: 'Try it on your own hill',
          text: 'A whole weekend, at your door, in eleven cities.',
        },
        {
          title: 'What does a car park tell you?',
          text: 'Very little. That is why the bicycle comes to where you live.',
        },
        { title: 'Your stairs decide', text: 'Carry it up once before you make up your mind.' },
      ],
    },
  ],
}
