import type { z } from 'zod';
import type { Fault } from './faults.js';
import { jsonSchemaOf, type WrittenFile } from './seed-files.js';

/**
 * What zod found wrong in one file, in words for the person who keeps the file.
 *
 * zod says "expected string, received undefined"; the reader needs the entry, the field and what to
 * write there, which the schema's own descriptions say. The printed JSON Schema is asked for them,
 * because it is plain data where zod's inside is not.
 *
 * @param path  the file, below `seeds/knowledge`
 * @param value what the file holds
 */
export function explained(file: WrittenFile, path: string, value: unknown, error: z.ZodError): Fault[] {
  const root = jsonSchemaOf(file);
  return error.issues.flatMap(innermost).map((issue) => {
    const { entry, rest } = entryAt(value, issue.path);
    const last = issue.path.at(-1);
    const missing = valueAt(value, issue.path) === undefined && typeof last === 'string';
    return {
      file: path,
      entry,
      field: fieldName(rest),
      message: missing
        ? sentenceOf('is missing.', adviceAt(root, issue.path))
        : problem(issue, root, valueAt(value, issue.path)),
    };
  });
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Schema = Record<string, unknown>;

/** Where several forms are allowed, the one that was nearly met tells most. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const nearly = issue.errors.filter(
    (branch) => !branch.some((one) => one.path.length === 0 && one.code !== 'unrecognized_keys'),
  );
  const [branch] = nearly;
  if (branch === undefined) return [issue];
  return branch.flatMap((one) => innermost({ ...one, path: [...issue.path, ...one.path] }));
}

function problem(issue: Issue, root: Schema, value: unknown): string {
  const advice = adviceAt(root, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, knownFields(root, issue.path))).join(' ');
    case 'custom':
      return issue.message;
    case 'too_small':
    case 'too_big':
      return sentenceOf(`${shown(value)}is too ${issue.code === 'too_small' ? 'little' : 'much'}.`, advice);
    default:
      return sentenceOf(`${shown(value)}cannot be read.`, advice);
  }
}

/** A short value as it stands in the file; a long one would hide the advice. */
function shown(value: unknown): string {
  const plainValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return plainValue && String(value).length <= LONGEST_SHOWN ? `${JSON.stringify(value)} ` : '';
}

const LONGEST_SHOWN = 60;

function unknownField(key: string, known: readonly string[]): string {
  const meant = known.find((name) => plain(name) === plain(key));
  if (meant !== undefined) return `has a field "${key}"; it is written "${meant}".`;
  return `has an unknown field "${key}". Take it out, or mend its name: ${known.join(', ')}.`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function sentenceOf(what: string, advice: string | undefined): string {
  return advice === undefined ? what : `${what} ${advice}`;
}

/** The entry that a path lies in: the first element of a list, by its id or, without one, its place. */
function entryAt(value: unknown, path: Path): { entry: string | undefined; rest: Path } {
  const index = path.findIndex((step) => typeof step === 'number');
  if (index < 0) return { entry: undefined, rest: path };
  const entry = valueAt(value, path.slice(0, index + 1));
  const id = valueAt(entry, ['id']) ?? valueAt(entry, ['code']) ?? valueAt(entry, ['tag']);
  const place = `entry ${Number(path[index]) + 1}`;
  return { entry: typeof id === 'string' && id !== '' ? id : place, rest: path.slice(index + 1) };
}

/** A path as people count: `cases 2, holdHours`. */
function fieldName(path: Path): string | undefined {
  let name = '';
  for (const step of path) {
    if (typeof step === 'number') name += ` ${step + 1}`;
    else name += `${name === '' ? '' : ', '}${String(step)}`;
  }
  return name === '' ? undefined : name.trim();
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

/** The description nearest to a path, looking outward from the field itself. */
function adviceAt(root: Schema, path: Path): string | undefined {
  for (let length = path.length; length > 0; length--) {
    for (const schema of schemasAt(root, path.slice(0, length)).flatMap((one) => alternatives(root, one))) {
      if (typeof schema['description'] === 'string') return schema['description'];
    }
  }
  return undefined;
}

function knownFields(root: Schema, path: Path): string[] {
  return schemasAt(root, path)
    .flatMap((schema) => alternatives(root, schema))
    .flatMap((schema) => Object.keys((schema['properties'] ?? {}) as Schema));
}

/** The schemas that a path may lead to: several where several forms are allowed. */
function schemasAt(root: Schema, path: Path): Schema[] {
  let here: Schema[] = [root];
  for (const step of path) {
    here = here.flatMap((schema) => alternatives(root, schema)).flatMap((schema) => below(schema, step));
  }
  return here;
}

function below(schema: Schema, step: PropertyKey): Schema[] {
  const next =
    typeof step === 'number'
      ? ((schema['prefixItems'] as Schema[] | undefined)?.[step] ?? schema['items'])
      : ((schema['properties'] as Schema | undefined)?.[String(step)] ?? schema['additionalProperties']);
  return typeof next === 'object' && next !== null ? [next as Schema] : [];
}

function alternatives(root: Schema, schema: Schema): Schema[] {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = valueAt(root, reference.replace(/^#\/?/, '').split('/').filter(Boolean));
    return alternatives(root, target as Schema); // zod prints no reference without its target
  }
  const several = [...asList(schema['anyOf']), ...asList(schema['oneOf']), ...asList(schema['allOf'])];
  return [schema, ...several.flatMap((one) => alternatives(root, one))];
}

function asList(value: unknown): Schema[] {
  return Array.isArray(value) ? (value as Schema[]) : [];
}
