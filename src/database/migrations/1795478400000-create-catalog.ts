import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const id = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
} as const;

/** Products, what channels offer them for, and a counter that tells whether anything has changed. */
export class CreateCatalog1795478400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'product',
        columns: [
          { ...id, primaryKeyConstraintName: 'pk_product' },
          { name: 'source_key', type: 'varchar', length: '500' },
          { name: 'brand', type: 'varchar', length: '200' },
          { name: 'name', type: 'varchar', length: '300' },
          { name: 'category', type: 'varchar', length: '20' },
          { name: 'form', type: 'varchar', length: '100', isNullable: true },
          { name: 'rinse_off', type: 'boolean' },
          { name: 'label', type: 'text' },
          { name: 'claims', type: 'text', isNullable: true },
          { name: 'declared_shares', type: 'text', isNullable: true },
          { name: 'ph', type: 'double precision', isNullable: true },
          { name: 'spf', type: 'integer', isNullable: true },
          { name: 'drug_facts', type: 'boolean' },
          { name: 'sterile', type: 'boolean' },
          { name: 'market', type: 'varchar', length: '20', isNullable: true },
          { name: 'gtin', type: 'varchar', length: '14', isNullable: true },
          { name: 'image_url', type: 'varchar', length: '2000', isNullable: true },
          { name: 'url', type: 'varchar', length: '2000', isNullable: true },
          { name: 'search_text', type: 'text' },
          { name: 'updated_at', type: 'varchar', length: '24' },
        ],
        indices: [{ name: 'ix_product_gtin', columnNames: ['gtin'] }],
        uniques: [{ name: 'ux_product_source_key', columnNames: ['source_key'] }],
      }),
    );

    await runner.createTable(
      new Table({
        name: 'offer',
        columns: [
          { ...id, primaryKeyConstraintName: 'pk_offer' },
          { name: 'product_id', type: 'integer' },
          { name: 'channel', type: 'varchar', length: '100' },
          { name: 'sku', type: 'varchar', length: '100' },
          { name: 'price_minor', type: 'integer' },
          { name: 'currency', type: 'varchar', length: '3' },
          { name: 'availability', type: 'varchar', length: '20' },
          { name: 'url', type: 'varchar', length: '2000', isNullable: true },
        ],
        indices: [
          { name: 'ix_offer_product', columnNames: ['product_id'] },
          { name: 'ix_offer_sku', columnNames: ['sku'] },
        ],
        uniques: [{ name: 'ux_offer_channel_sku', columnNames: ['channel', 'sku'] }],
        foreignKeys: [
          {
            name: 'fk_offer_product',
            columnNames: ['product_id'],
            referencedTableName: 'product',
            referencedColumnNames: ['id'],
            onDelete: 'CASCADE',
          },
        ],
      }),
    );

    await runner.createTable(
      new Table({
        name: 'catalog_state',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, primaryKeyConstraintName: 'pk_catalog_state' },
          { name: 'version', type: 'integer' },
        ],
      }),
    );
    await runner.query('INSERT INTO catalog_state (id, version) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('catalog_state');
    await runner.dropTable('offer');
    await runner.dropTable('product');
  }
}
