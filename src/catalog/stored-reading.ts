import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Product } from './product.js';

/** How a product's label was read, kept so that a start need not read it again. The catalog does not look inside. */
@Entity('product_reading')
export class StoredReading {
  /** of the product */
  @PrimaryColumn({ type: 'integer', name: 'product_id', primaryKeyConstraintName: 'pk_product_reading' })
  rowId!: number;

  @OneToOne(() => Product, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'fk_product_reading_product' })
  product!: Relation<Product>;

  /** stamp of the knowledge and the reader with which it was read, in hexadecimal */
  @Column({ type: 'varchar', length: 64 })
  knowledge!: string;

  /** the product's revision when it was read; with another one it says nothing of the product */
  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'text' })
  body!: string;
}
