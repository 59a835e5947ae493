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
    label: 'Topic',
    example: 'How to choose an electric bicycle for the city',
  }),
  audienceInput({ example: 'Returning cyclists who worry about hills' }),
  toneInput,
  lineInput({
    name: 'search_phrase',
    label: 'Search phrase',
    example: 'electric bicycle for the city',
    description: 'What people type to find this post. Leave it empty if it does not matter.',
  }),
  detailsInput({
    example:
      'Weight decides whether it can be carried upstairs: 18 kg is light, 25 kg is not. A belt lasts about 25,000 km and needs no oil. Range falls by a third in winter and headwind. It assists up to 25 km/h.',
  }),
  {
    name: 'word_count',
    label: 'Length in words',
    type: 'slider',
    required: true,
    default: 900,
    min: 300,
    max: 2_000,
  },
  countInput({ name: 'snippet_count', label: 'Social snippets', standard: 5, max: 10 }),
] satisfies SystemTemplate['inputs']

const POST_PROMPT = `Write a blog post of about {{ word_count }} words.

${BRIEF}{% if search_phrase != blank %}
Search phrase: {{ search_phrase }}. Use it in the title or the first paragraph and in one heading, as a person would say it.{% endif %}

Title: what the reader will know or be able to do afterwards, at most 60 characters.
Body, in Markdown:
- Begin with the reader's situation, in two or three sentences. No "In this post we will".
- Three to five sections, each with a ## heading that says its point and not only its subject.
- One list where things are compared or done in order, elsewhere full paragraphs.
- Say for whom or when the advice does not hold.
- End with one small thing the reader can do today.`

const IMAGE_PROMPT = `The picture at the head of an article called “{{ item.title }}”.
The article begins: {{ item.text | normalize_whitespace | truncate: 200 }}
Show a moment in which its reader ({{ audience }}) would recognise themselves, not a symbol of the subject. Mood: {{ tone }}. Wide format, with the subject off the centre.
${PICTURE_RULES}`

const SNIPPET_PROMPT = `{%- assign channels = "LinkedIn|Facebook|Instagram|X|Newsletter" | split: "|" -%}
{%- assign forms = "80 to 120 words, one thought a paragraph, ending with a question to colleagues|40 to 60 words, like a note to a friend who asked|50 to 80 words with a first line of at most 125 characters, then three to five hashtags|at most 260 characters in one or two sentences, no hashtags|40 to 60 words that end in the middle of the interesting part, with a reason to click" | split: "|" -%}
{%- assign points = "the most useful piece of advice|the sentence most readers will disagree with at first|the small thing to do today|one figure, and what it means|the mistake that costs the most" | split: "|" -%}
{%- assign at = index | minus: 1 | modulo: 5 -%}
{%- assign turn = index | minus: 1 | divided_by: 5 | floor -%}
{%- assign point = at | plus: turn | modulo: 5 -%}
Write snippet {{ index }} of {{ snippet_count }} that brings readers to the blog post below. This one is for {{ channels[at] }}.

Reader: {{ audience }}
Tone: {{ tone }}

Build it on this part of the post and leave the rest to the other snippets: {{ points[point] }}. It must be worth reading for somebody who never clicks. Everything it says stands in the post.

Title: “{{ channels[at] }}: ” and three to six words that name the thought.
Body: {{ forms[at] }}.

The post:
"""
{{ nodes.post.output.text }}
"""`

export const blogPostWithSocial: SystemTemplate = {
  key: 'blog-post-with-social',
  name: 'Blog Post with Social',
  description:
    'A full post with a featured image, plus five snippets ready for your social channels.',
  category: 'Blog Content',
  inputs,
  defaultParams: defaultsOf(inputs),
  graph: {
    nodes: [
      {
        id: 'post',
        type: 'generate_copy',
        label: 'Blog post',
        position: place({ column: 0, row: 0.5 }),
        config: {
          promptTemplate: POST_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: 1,
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'featured_image',
        type: 'generate_image',
        label: 'Featured image',
        position: place({ column: 1, row: 0 }),
        config: {
          promptTemplate: IMAGE_PROMPT,
          style: 'realistic',
          dimensions: '1920x1080',
          quantity: 1,
          copySourceNode: 'post',
        },
      },
      {
        id: 'social_snippets',
        type: 'generate_copy',
        label: 'Social snippets',
        position: place({ column: 1, row: 1 }),
        config: {
          promptTemplate: SNIPPET_PROMPT,
          systemPrompt: BRAND_VOICE,
          quantity: '{{snippet_count}}',
          contextMode: 'inherit',
          outputStatus: 'draft',
        },
      },
      {
        id: 'attach_image',
        type: 'attach_to_document',
        label: 'Attach image',
        position: place({ column: 2, row: 0 }),
        config: {
          strategy: 'one_to_one',
          matchBy: 'position',
          copySourceNode: 'post',
          imageSourceNode: 'featured_image',
          setPrimary: true,
        },
      },
    ],
    edges: [
      connect('post', 'featured_image'),
      connect('post', 'social_snippets'),
      connect('featured_image', 'attach_image'),
    ],
  },
  examples: [
    {
      inputs: {
        topic: 'How to choose an electric bicycle for the city',
        audience: 'Returning cyclists who worry about hills',
        tone: 'warm',
        search_phrase: 'electric bicycle for the city',
        word_count: 900,
      },
      outputs: [
        {
          title: 'How to choose an electric bicycle for the city',
          text: 'You have not ridden for ten years, and the way to work has a hill. Both are good reasons to read on, and neither is a reason to spend more than you planned.\n\n## Lift it before you ride it\n\nMost city bicycles live behind a staircase. Eighteen kilograms can be carried to a second floor; twenty-five stay in the yard.',
          image: { alt: 'How to choose an electric bicycle for the city' },
        },
        {
          title: 'LinkedIn: Lift before you ride',
          text: 'The first question in the shop is usually about range. The better one is: can you carry it?\n\nA bicycle that has to stay in the yard is a bicycle you will not take on Thursday when it rains.\n\nWhat did you find out only after you bought yours?',
        },
        {
          title: 'X: The hill is not the problem',
          text: 'If you worry about the hill, look at the stairs. Eighteen kilograms go up to the second floor with you. Twenty-five do not.',
        },
      ],
    },
  ],
}
