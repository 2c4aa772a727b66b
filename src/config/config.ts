import { statSync } from 'node:fs';
import { z } from 'zod';

/** sysexits.h calls 78 a configuration error; a supervisor can tell it from a crash and need not retry. */
export const EXIT_CONFIG = 78;

/** Where the catalog lives: a file (or memory) that we open, or a server that we ask. */
export type DatabaseAddress =
  { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'postgres'; readonly url: string };

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseAddress;
  readonly logLevel: string;
  readonly seed: 'demo' | 'none';
  /** path of the clinic's protocol; undefined: Salve's own hours alone */
  readonly protocol: string | undefined;
  /** Whether this is a developer's machine: GraphiQL is served, and anyone may ask for the schema. */
  readonly development: boolean;
}

export class ConfigError extends Error {
  /** @param faults one sentence per variable that cannot be used: what is wrong and what to write instead */
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .transform((text, context) => databaseAddress(text) ?? context.addIssue('unreadable') ?? z.NEVER)
    .default({ kind: 'sqlite', path: './data/salve.sqlite' }),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SEED: z.enum(['demo', 'none']).default('demo'),
  PROTOCOL: z
    .string()
    .refine((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
});

/** What to say of each variable that cannot be used. Values are not repeated: an address may hold a password. */
const FAULT: Record<keyof z.infer<typeof Environment>, string> = {
  PORT: 'is not a port. Write a whole number from 1 to 65535, such as 4000, or 0 for any free port.',
  HOST: 'is not a host. Write a name or address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for every network.',
  DATABASE_URL:
    'is not a database address. Write sqlite:./data/salve.sqlite, sqlite::memory: or postgres://user:password@host:5432/name.',
  LOG_LEVEL: `is not a log level. Write one of ${LOG_LEVELS.join(', ')}.`,
  SEED: 'is not a choice. Write demo to fill an empty database with the demo shop, or none to leave it empty.',
  PROTOCOL: "is not a file. Write the path of the clinic's protocol, JSON or YAML, or leave it out.",
  NODE_ENV: 'is not a choice. Write development, test or production.',
};

/**
 * Reads the configuration, and reports every fault at once, so that a deployment is mended in one go.
 *
 * @param env the environment's variables; an empty value counts as not set
 * @throws ConfigError naming each variable that cannot be used
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = Environment.safeParse(given);
  if (!read.success) {
    const names = new Set(read.error.issues.map((issue) => issue.path[0] as keyof typeof FAULT));
    throw new ConfigError([...names].map((name) => `${name} ${FAULT[name]}`));
  }

  const { PORT, HOST, DATABASE_URL, LOG_LEVEL, SEED, PROTOCOL, NODE_ENV } = read.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    database: Object.freeze(DATABASE_URL),
    logLevel: LOG_LEVEL,
    seed: SEED,
    protocol: PROTOCOL,
    development: NODE_ENV !== 'production',
  });
}

/** The configuration of this process; with faults it says what they are and ends the process with code 78. */
export function configOfThisProcess(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(
      `Salve cannot start with this configuration:\n${error.faults.map((fault) => `  ${fault}\n`).join('')}`,
    );
    process.exit(EXIT_CONFIG);
  }
}

function databaseAddress(text: string): DatabaseAddress | undefined {
  const path = /^sqlite:(?<path>.+)$/.exec(text)?.groups?.['path'];
  if (path !== undefined) return { kind: 'sqlite', path };

  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  return url && isPostgres && url.hostname !== '' && url.pathname.length > 1
    ? { kind: 'postgres', url: text }
    : undefined;
}
