import { readdirSync } from 'node:fs'

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
            group: rooms.filter((other) => other !== room).map((other) => `@/features/${other}/**`),
            message: 'A room does not import another room: share through src/components or src/lib.',
          },
          { group: ['@/app/**', '../../**'], message: 'A room imports only itself, components and lib.' },
        ],
      },
    ],
  },
}))

const all = (names) => Object.fromEntries(names.trim().split(/\s+/).map((name) => [name, 'error']))

/** What is wrong or useless whatever the types say is the category; the compiler knows no-undef and the like itself. */
export default {
  plugins: ['typescript', 'react'],
  categories: { correctness: 'error' },
  ignorePatterns: ['dist/', 'node_modules/', 'src/gql/'],
  env: { browser: true, node: true, es2024: true },
  rules: {
    ...all(`no-case-declarations no-constant-condition no-empty no-empty-static-block no-fallthrough no-global-assign
      no-misleading-character-class no-nonoctal-decimal-escape no-prototype-builtins no-redeclare no-regex-spaces
      no-shadow-restricted-names no-undef no-unexpected-multiline no-useless-assignment no-useless-escape no-var prefer-const
      preserve-caught-error prefer-rest-params prefer-spread`),
    ...all(`typescript/ban-ts-comment typescript/consistent-type-imports typescript/no-array-constructor
      typescript/no-dynamic-delete typescript/no-empty-object-type typescript/no-explicit-any typescript/no-extraneous-class
      typescript/no-invalid-void-type typescript/no-namespace typescript/no-non-null-asserted-nullish-coalescing
      typescript/no-non-null-assertion typescript/no-require-imports typescript/no-unnecessary-type-constraint
      typescript/no-unsafe-function-type typescript/prefer-literal-enum-member typescript/prefer-namespace-keyword
      typescript/unified-signatures typescript/no-useless-constructor no-unused-expressions no-unused-vars`),
    // React Compiler's analysis runs once a file for all of its rules
    ...all(`react/rules-of-hooks react/exhaustive-deps react/static-components react/use-memo react/void-use-memo
      react/preserve-manual-memoization react/incompatible-library react/immutability react/globals react/refs
      react/set-state-in-effect react/error-boundaries react/purity react/set-state-in-render react/unsupported-syntax`),
    'no-console': ['error', { allow: ['error'] }],
    eqeqeq: ['error', 'smart'],
  },
  overrides: [
    { files: ['**/*.{ts,tsx}'], rules: { 'no-undef': 'off', 'no-redeclare': 'off' } },
    { files: ['build/**'], rules: { 'no-console': 'off' } },
    { files: ['**/*.tsx'], rules: { 'max-lines': ['error', { max: 250 }] } },
    {
      files: ['src/{components,lib}/**/*.{ts,tsx}'],
      rules: {
        'no-restricted-imports': [
          'error',
          { patterns: [{ group: ['@/features/**', '@/app/**'], message: 'Shared code knows no room.' }] },
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
            patterns: [{ group: ['antd/**', '@/features/**', '@/app/**'], message: citizenPages }],
          },
        ],
      },
    },
  ],
}
