/**
 * The directions between rooms. A room may use what it is given here, itself, and packages; nothing else.
 * A new room gets a line when it earns its first file.
 *
 * @type {Record<string, string[]>}
 */
const mayUse = {
  core: [],
  config: [],
  knowledge: ['core'],
  database: ['config'],
  graphql: ['core', 'config'],
  health: [],
  catalog: ['core', 'graphql'],
  shelf: ['core', 'knowledge', 'catalog', 'graphql', 'health'],
  intake: ['core', 'knowledge', 'catalog', 'config'],
  review: ['core', 'knowledge', 'catalog', 'intake'],
  reference: ['core', 'knowledge', 'graphql'],
  pairing: ['core', 'knowledge', 'catalog', 'shelf', 'reference', 'graphql', 'config'],
  regimen: ['core', 'knowledge', 'catalog', 'shelf', 'reference', 'graphql', 'config'],
  access: ['config', 'database', 'graphql'],
  console: ['core', 'knowledge', 'catalog', 'shelf', 'reference', 'pairing', 'regimen', 'access', 'graphql', 'config'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or one of them is in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody uses should go.',
      severity: 'error',
      from: { orphan: true, pathNot: ['^src/(main|cli)\\.ts$'] },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-is-pure',
      comment: 'The core imports nothing outside itself: no package, no file system, no other room.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'known-room',
      comment: 'Every room stands in the table of directions.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: Object.keys(mayUse).map((room) => `^src/${room}/`) },
      to: {},
    },
    {
      name: 'nothing-uses-the-joints',
      comment: 'main, cli and app.module join the rooms; a room does not know the house.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    ...Object.entries(mayUse).map(([room, others]) => ({
      name: `${room}-direction`,
      comment: `src/${room} may use ${others.length > 0 ? others.join(', ') : 'no other room'}.`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/[^/]+/', pathNot: [room, ...others].map((other) => `^src/${other}/`) },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
