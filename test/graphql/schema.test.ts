import { readFile } from 'node:fs/promises';
import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { EXAMPLE } from '../../src/graphql/example.js';
import { sdl } from '../../src/graphql/sdl.js';
import { type Service, startService } from '../support/service.js';

describe('the schema', () => {
  let service: Service;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    service = await startService();
    schema = service.app.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => service.stop());

  it('is the one in schema/schema.graphql (if it should change, run `npm run schema`)', async () => {
    expect(sdl(service.app)).toBe(await readFile('schema/schema.graphql', 'utf8'));
  });

  it('has everything that the first example asks for', () => {
    expect(validate(schema, parse(EXAMPLE))).toEqual([]);
  });

  it('explains every type', () => {
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const ours = types.filter(
      (type) => isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) || isEnumType(type),
    );
    expect(ours.filter(({ name, description }) => name !== 'Query' && !description).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('explains every field and argument', () => {
    const silent: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)))
        continue;
      for (const field of Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
        for (const arg of 'args' in field ? field.args : [])
          if (!arg.description) silent.push(`${type.name}.${field.name}(${arg.name})`);
      }
    }
    expect(silent).toEqual([]);
  });
});
