import { type ConfigError, readConfig } from '../../src/config/config.js';

function faults(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
}

describe('the configuration', () => {
  it('needs nothing: a local server on port 4000 with a database in a file and the demo shop', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      database: { kind: 'sqlite', path: './data/salve.sqlite' },
      logLevel: 'info',
      seed: 'demo',
      protocol: undefined,
      development: true,
    });
  });

  it('takes an empty value as not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toEqual(readConfig({}));
  });

  it('takes a PostgreSQL server, a file, or memory', () => {
    const database = (url: string) => readConfig({ DATABASE_URL: url }).database;
    expect(database('postgres://u:p@db:5432/salve')).toEqual({ kind: 'postgres', url: 'postgres://u:p@db:5432/salve' });
    expect(database('postgresql://db/salve')).toEqual({ kind: 'postgres', url: 'postgresql://db/salve' });
    expect(database('sqlite:/var/lib/salve.sqlite')).toEqual({ kind: 'sqlite', path: '/var/lib/salve.sqlite' });
    expect(database('sqlite::memory:')).toEqual({ kind: 'sqlite', path: ':memory:' });
  });

  it('takes the path of a protocol that is there', () => {
    expect(readConfig({ PROTOCOL: 'package.json' }).protocol).toBe('package.json');
  });

  it('is a developer’s in every environment but production', () => {
    expect(readConfig({ NODE_ENV: 'production' }).development).toBe(false);
    expect(readConfig({ NODE_ENV: 'test' }).development).toBe(true);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://db/salve'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'postgres://db'],
    ['LOG_LEVEL', 'loud'],
    ['SEED', 'shop'],
    ['PROTOCOL', 'no/such/file.json'],
    ['PROTOCOL', '.'],
    ['NODE_ENV', 'prod'],
  ])('refuses %s=%s and says what to write', (name, value) => {
    expect(faults({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} is not a .*\\. Write `))]);
  });

  it('reports every fault at once', () => {
    expect(faults({ PORT: 'x', DATABASE_URL: 'x', LOG_LEVEL: 'x', SEED: 'x' })).toHaveLength(4);
  });

  it('never repeats an address, which may hold a password', () => {
    expect(faults({ DATABASE_URL: 'mysql://root:hunter2@db/salve' }).join()).not.toContain('hunter2');
  });

  it('cannot be changed once read', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config) && Object.isFrozen(config.database)).toBe(true);
  });
});
