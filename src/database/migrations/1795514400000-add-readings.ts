import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

/**
 * With which version of the catalog a product last changed, and how its label was read, so that whoever keeps
 * something compiled of the catalog need not begin anew.
 */
export class AddReadings1795514400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // SQLite's part of the Table API would rebuild the table, and the offers would go with the old one when it goes
    await runner.query('ALTER TABLE product ADD COLUMN revision integer NOT NULL DEFAULT 0');
    await runner.query('UPDATE product SET revision = (SELECT version FROM catalog_state WHERE id = 1)');
    await runner.createIndex(
      'product',
      new TableIndex({ name: 'ix_product_revision', columnNames: ['revision', 'id'] }),
    );

    await runner.createTable(
      new Table({
        name: 'product_reading',
        columns: [
          { name: 'product_id', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_product_reading' },
          { name: 'knowledge', type: 'varchar', length: '64' },
          { name: 'revision', type: 'integer' },
          { name: 'body', type: 'text' },
        ],
        foreignKeys: [
          {
            name: 'fk_product_reading_product',
            columnNames: ['product_id'],
            referencedTableName: 'product',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('product_reading');
    await runner.dropIndex('product', 'ix_product_revision');
    await runner.query('ALTER TABLE product DROP COLUMN revision');
  }
}
