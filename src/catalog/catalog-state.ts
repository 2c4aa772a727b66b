import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that tells whether anything in the catalog has changed since one last looked. */
@Entity('catalog_state')
export class CatalogState {
  @PrimaryColumn({ type: 'integer', name: 'id', primaryKeyConstraintName: 'pk_catalog_state' })
  rowId!: number;

  /** Goes up by one with every write that changed something. */
  @Column({ type: 'integer' })
  version!: number;
}
