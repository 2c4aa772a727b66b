import * as fc from 'fast-check';
import { buildSchema, getVariableValues, type GraphQLScalarType, type OperationDefinitionNode, parse } from 'graphql';
import { DateTime } from '../../src/graphql/scalars.js';
import { readVariables } from '../../src/graphql/variables.js';

const schema = buildSchema(`
  enum Mood { CALM WILD }
  scalar DateTime
  input Age { years: Int = 3 months: Int! mood: Mood = WILD since: DateTime }
  input Where { age: Age ages: [Age!] names: [String!] = ["Mio"] not: Where deep: [[Float]!] id: ID ok: Boolean! = true }
  input One @oneOf { a: Int b: String }
  type Query { said(a: Int): String }
`);
const { parseValue, parseLiteral, serialize } = DateTime;
Object.assign(schema.getType('DateTime') as GraphQLScalarType, { parseValue, parseLiteral, serialize });

const TYPES = [
  'Int',
  'Int!',
  'Float',
  'String!',
  'Boolean',
  'ID',
  'Mood',
  'DateTime',
  '[Mood!]',
  '[[Int]!]!',
  'Age',
  'Where',
  'Where!',
  '[Where]',
  'One',
];
const DEFAULTS: Readonly<Record<string, string>> = {
  Int: ' = 7',
  Mood: ' = CALM',
  '[Mood!]': ' = [WILD]',
  Age: ' = { months: 2 }',
  Where: ' = { age: { months: 1, years: null } }',
};

/** Values that are nearly what the types take. */
const { value } = fc.letrec<{ value: unknown; input: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      null,
      1,
      -7,
      1.5,
      2 ** 31,
      NaN,
      'CALM',
      'WILD',
      'SAD',
      '',
      '12',
      true,
      '2026-11-24T08:00:00Z',
      undefined,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('input'),
  ),
  input: fc.dictionary(
    fc.constantFrom(
      'years',
      'months',
      'mood',
      'since',
      'age',
      'ages',
      'names',
      'not',
      'deep',
      'id',
      'ok',
      'a',
      'b',
      'other',
      '__proto__',
    ),
    tie('value'),
    { maxKeys: 4 },
  ),
}));
const variable = fc.record({
  type: fc.constantFrom(...TYPES),
  isDefaulted: fc.boolean(),
  given: fc.option(value, { nil: undefined }),
});

describe('variables', () => {
  it('are read as graphql-js reads them, or not at all', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(variable, { minLength: 1, maxLength: 3 }), (variables) => {
        const declarations = variables.map(
          ({ type, isDefaulted }, n) => `$v${n}: ${type}${isDefaulted ? (DEFAULTS[type] ?? '') : ''}`,
        );
        const [operation] = parse(`query (${declarations.join()}) { __typename }`).definitions as [
          OperationDefinitionNode,
        ];
        const given = Object.fromEntries(
          variables.flatMap(({ given }, n) => (given === undefined ? [] : [[`v${n}`, given]])),
        );
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
        const ours = readVariables(schema, operation, given);
        if (ours === undefined) {
          // only what is never asked for here is left to graphql-js
          expect(coerced === undefined || variables.some(({ type }) => type === 'One')).toBe(true);
          return;
        }
        read++;
        expect(JSON.stringify(ours)).toBe(JSON.stringify(coerced));
        expect(ours).toEqual({ ...coerced });
      }),
      { numRuns: 10_000, seed: 24 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it.each(['__proto__', 'constructor', 'toString'])('named $%s are left to graphql-js', (name) => {
    const [operation] = parse(`query ($${name}: Int) { __typename }`).definitions as [OperationDefinitionNode];
    expect(readVariables(schema, operation, { [name]: 1 })).toBeUndefined();
  });
});
