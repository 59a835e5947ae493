import { describe, expect, it } from 'vitest'

import { providersFromEnv } from './fromEnv.js'

describe('providersFromEnv', () => {
  it.each([[{}], [{ OPENAI_API_KEY: ' ' }], [{ OPENAI_BASE_URL: 'https://llm.example.com/v1' }]])(
    'should offer only the demo for %o',
    (env) => {
      expect(providersFromEnv(env).map(({ id }) => id)).toEqual(['demo'])
    },
  )

  it('should put the real provider first, with the models of the environment', () => {
    const [openai, demo] = providersFromEnv({
      OPENAI_API_KEY: 'sk-x',
      OPENAI_MODEL: 'gpt-6-sol',
      OPENAI_IMAGE_MODEL: 'gpt-image-2.5-flare',
    })
    expect(openai).toMatchObject({
      id: 'openai',
      label: 'OpenAI',
      isDemo: false,
      textModel: 'gpt-6-sol',
      imageModel: 'gpt-image-2.5-flare',
      capabilities: { tokenParam: 'max_completion_tokens', structured: 'json_schema' },
    })
    expect(demo?.id).toBe('demo')
  })

  it('should take compatible defaults, and http on this machine', () => {
    const env = { OPENAI_API_KEY: 'x', OPENAI_BASE_URL: 'http://localhost:11434/v1' }
    expect(providersFromEnv(env)[0]).toMatchObject({
      label: 'localhost:11434',
      textModel: 'gpt-5.4-mini',
      capabilities: { tokenParam: 'max_tokens', systemRole: 'system', structured: 'json_schema' },
    })
  })

  it('should refuse http to any other machine', () => {
    const env = { OPENAI_API_KEY: 'x', OPENAI_BASE_URL: 'http://llm.example.com/v1' }
    expect(() => providersFromEnv(env)).toThrow('not encrypted')
  })
})
