import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const bannedCalls = [
  {
    selector: "MemberExpression[property.name=/^toLocale(Date|Time)?String$/]",
    message: 'Numbers and times are formatted in src/ui/format.ts alone.',
  },
  {
    selector: "NewExpression[callee.name='EventSource']",
    message: 'EventSource cannot send a header; use src/api/eventStream.ts.',
  },
];

// The canvas is one of the ways to build an app: it stands on the feature that has apps, which does not know it.
const standsOn = { flow: ['apps'] };

/** Holds the floors: app → features → (ui, api, i18n), and no feature knows another but those that it stands on. */
const floors = {
  meta: { type: 'problem', schema: [], messages: { up: '{{from}} may not import from {{to}}.' } },
  create(context) {
    const place = context.filename.split('/src/')[1]?.split('/') ?? [];
    const check = (source, report) => {
      if (!source.startsWith('.')) return;
      const target = [...place.slice(0, -1)];
      for (const step of source.split('/')) {
        if (step === '..') target.pop();
        else if (step !== '.') target.push(step);
      }
      const [from, to] = [place[0], target[0]];
      const otherFeature = from === 'features' && to === 'features' && place[1] !== target[1]
        && !standsOn[place[1]]?.includes(target[1]);
      const upwards = (from === 'features' && to === 'app')
        || (from === 'ui' && (to === 'app' || to === 'features'))
        || ((from === 'api' || from === 'i18n') && (to === 'app' || to === 'features' || to === 'ui'));
      if (otherFeature || upwards) report(target.slice(0, 2).join('/'));
    };
    const visit = (node) => {
      const { source } = node;
      if (typeof source?.value !== 'string') return;
      check(source.value, (to) => context.report({
        node, messageId: 'up', data: { from: place.slice(0, 2).join('/'), to },
      }));
    };
    return {
      ImportDeclaration: visit, ExportNamedDeclaration: visit, ExportAllDeclaration: visit, ImportExpression: visit,
    };
  },
};

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.gen.ts', 'public', 'e2e-results'] },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { middeck: { rules: { floors } } },
    rules: {
      'middeck/floors': 'error',
      // Says what React Compiler would skip; we do not use it.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...bannedCalls],
      'no-restricted-imports': ['error', {
        paths: [
          { name: 'echarts', message: 'Import from echarts/core, echarts/charts and echarts/components.' },
          { name: 'antd', importNames: ['message', 'notification'], message: 'Use useToast: the static ones miss theme and locale.' },
        ],
      }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    files: ['src/ui/format.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
