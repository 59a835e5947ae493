import { readFileSync } from 'node:fs'

import tseslint from 'typescript-eslint'

/**
 * The zones of `scripts/importZones.json`, so that an editor shows a breach while one types. Lint sees
 * only what is written after `from`; `scripts/checkImports.ts` resolves it and has the last word.
 */
const packageZones = JSON.parse(
  readFileSync(new URL('scripts/importZones.json', import.meta.url), 'utf8'),
).flatMap(({ zone, in: folder, not, typesAllowed = false }) => {
  const packages = not.filter((pattern) => !pattern.includes('/') || pattern.startsWith('@'))
  const isPlainFolder = /^[\w/-]+\/$/.test(folder)
  if (!isPlainFolder || packages.length === 0) return []
  return [
    {
      files: [`${folder}**/*.{ts,tsx}`],
      ignores: ['**/*.spec.{ts,tsx}', '**/testSupport/**'],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: `^(?:${packages.join('|')})(?:/|$)`,
                message: `Forbidden here: ${zone}.`,
                allowTypeImports: typesAllowed,
              },
            ],
          },
        ],
      },
    },
  ]
})

const MUST_EXPORT_DEFAULT = [
  'payload.config.ts',
  '*.config.{js,ts}',
  'dev/app/**',
  'dev/*.config.mjs',
  'tests/support/globalSetup.ts',
  'tests/package/fixtures/**',
  'tests/guarantees/nightly/vitest.config.ts',
  'tests/package/support/host.setup.ts',
  'tests/package/vitest.config.ts',
]

const bans = {
  defaultExport: {
    selector: 'ExportDefaultDeclaration',
    message: 'Export it by name: a default export has another name in every file.',
  },
  rawHtml: {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text from models and people is shown as text.',
  },
}

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'coverage/**',
      '.data/**',
      'migrations/**',
      '**/.next/**',
      'dev/next-env.d.ts',
      'dev/payload-types.ts',
      'dev/app/(payload)/admin/importMap.js',
      '**/*.generated.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', bans.defaultExport, bans.rawHtml],
    },
  },
  {
    files: MUST_EXPORT_DEFAULT,
    rules: { 'no-restricted-syntax': ['error', bans.rawHtml] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      'src/plugins/workflows/providers/**',
      'src/admin-components/**',
      'src/exports/client.ts',
      'src/**/*.spec.{ts,tsx}',
    ],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only providers reach out, through their guarded fetch.' },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
  ...packageZones,
)
