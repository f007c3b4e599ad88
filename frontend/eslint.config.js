import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import { readdirSync } from 'node:fs'
import tseslint from 'typescript-eslint'

const rooms = readdirSync('src/features', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const citizenPages = 'The citizen pages are Preact and stay under their size limit.'

/** Rooms never import each other; what two of them need lives in components/ or lib/. */
const roomWalls = rooms.map((room) => ({
  files: [`src/features/${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: rooms.filter((other) => other !== room).map((other) => `@/features/${other}/*`),
            message: 'A room does not import another room: share through src/components or src/lib.',
          },
          { group: ['@/app/*', '../../*'], message: 'A room imports only itself, components and lib.' },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/gql/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: ['error', 'smart'],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['build/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.tsx'], rules: { 'max-lines': ['error', { max: 250 }] } },
  {
    files: ['src/{components,lib}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/features/*', '@/app/*'], message: 'Shared code knows no room.' }] },
      ],
    },
  },
  ...roomWalls,
  {
    files: ['src/citizen/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['react', 'react-dom', 'antd', 'urql', 'graphql'].map((name) => ({ name, message: citizenPages })),
          patterns: [{ group: ['antd/*', '@/features/*', '@/app/*'], message: citizenPages }],
        },
      ],
    },
  },
)
