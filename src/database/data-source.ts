import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { DatabaseAddress } from '../config/config.js';
import { CreateCatalog1795478400000 } from './migrations/1795478400000-create-catalog.js';
import { AddReadings1795514400000 } from './migrations/1795514400000-add-readings.js';

/** Every change to the tables, oldest first. The tables come from these alone; nothing is synchronised. */
const MIGRATIONS = [CreateCatalog1795478400000, AddReadings1795514400000];

/** The part of better-sqlite3's handle that is used here. */
interface SqliteHandle {
  pragma(text: string): unknown;
}

/**
 * Describes a database without opening it; `initialize()` opens it.
 *
 * SQLite writes ahead and syncs at checkpoints: readers go on while an import writes, and a power cut may lose
 * the last transaction but never the file.
 *
 * @param entities the stored classes of every room; the module that joins the rooms knows them
 */
export function dataSource(address: DatabaseAddress, entities: readonly EntityTarget<ObjectLiteral>[]): DataSource {
  const shared = { entities: [...entities] as never[], migrations: MIGRATIONS, migrationsTableName: 'migration' };

  return address.kind === 'postgres'
    ? new DataSource({ ...shared, type: 'postgres', url: address.url })
    : new DataSource({
        ...shared,
        type: 'better-sqlite3',
        database: address.path,
        enableWAL: true,
        prepareDatabase: (handle: SqliteHandle) => void handle.pragma('synchronous = NORMAL'),
      });
}
