import { Field, Float, HideField, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import type { Formula } from '../core/formula.js';
import { CATEGORY, type Category } from '../core/vocabulary.js';
import { Node, nodeId } from '../graphql/node.js';
import { DateTime } from '../graphql/scalars.js';
import { AVAILABILITY, type Availability } from './availability.js';
import { Money } from './money.js';

/** Ingredient name → share of the finished product, 0 to 1, where the brand states it. */
export type Shares = Readonly<Record<string, number>>;

@ObjectType({ implements: () => [Node], description: 'A retail skincare product, as its pack describes it.' })
@Entity('product')
@Unique('ux_product_source_key', ['sourceKey'])
@Index('ix_product_revision', ['revision', 'rowId'])
export class Product implements Formula, Node {
  @HideField()
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id', primaryKeyConstraintName: 'pk_product' })
  rowId!: number;

  /** What the product is called where it came from; the same key again is the same product. */
  @HideField()
  @Column({ type: 'varchar', length: 500, name: 'source_key' })
  sourceKey!: string;

  @Field({ description: 'The brand, as printed.' })
  @Column({ type: 'varchar', length: 200 })
  brand!: string;

  @Field({ description: 'The name, as printed.' })
  @Column({ type: 'varchar', length: 300 })
  name!: string;

  @Field(() => CATEGORY, { description: 'What kind of product it is.' })
  @Column({ type: 'varchar', length: 20 })
  category!: Category;

  @Field(() => String, { nullable: true, description: 'Its form in words, such as "gel" or "sheet mask".' })
  @Column({ type: 'varchar', length: 100, nullable: true })
  form!: string | null;

  @Field({ description: 'Whether it is washed off after use.' })
  @Column({ type: 'boolean', name: 'rinse_off' })
  rinseOff!: boolean;

  @Field({
    description:
      'The ingredient list exactly as printed; empty when there is none. What it means is read from it and never typed by hand.',
  })
  @Column({ type: 'text' })
  label!: string;

  /** Marketing text and directions of the pack. It may only raise severity, and is not shown. */
  @HideField()
  @Column({ type: 'text', nullable: true })
  claims!: string | null;

  @HideField()
  @Column({ type: 'text', name: 'declared_shares', nullable: true, transformer: { to: sharesJson, from: fromJson } })
  declaredShares!: Shares | null;

  @Field(() => Float, { nullable: true, description: 'The pH, 0 to 14, where the brand states it.' })
  @Column({ type: 'double precision', nullable: true })
  ph!: number | null;

  @Field(() => Int, { nullable: true, description: 'The sun protection factor, where the pack states one.' })
  @Column({ type: 'integer', nullable: true })
  spf!: number | null;

  @Field({ description: 'Whether it has a US Drug Facts panel, in whose lists the order says nothing of amounts.' })
  @Column({ type: 'boolean', name: 'drug_facts' })
  drugFacts!: boolean;

  @Field({ description: 'Whether it is sold sterile, in single doses.' })
  @Column({ type: 'boolean' })
  sterile!: boolean;

  @Field(() => String, { nullable: true, description: 'The market that the pack was made for, such as "US" or "EU".' })
  @Column({ type: 'varchar', length: 20, nullable: true })
  market!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number under the barcode (GTIN-8, -12, -13 or -14), digits only.',
  })
  @Index('ix_product_gtin')
  @Column({ type: 'varchar', length: 14, nullable: true })
  gtin!: string | null;

  @Field(() => String, { nullable: true, description: 'The address of a picture.' })
  @Column({ type: 'varchar', length: 2000, name: 'image_url', nullable: true })
  imageUrl!: string | null;

  @Field(() => String, { nullable: true, description: "The address of the brand's page about it." })
  @Column({ type: 'varchar', length: 2000, nullable: true })
  url!: string | null;

  /** Brand and name, folded for searching; see `foldText`. */
  @HideField()
  @Column({ type: 'text', name: 'search_text' })
  searchText!: string;

  @Field(() => DateTime, { description: 'When anything about it last changed.' })
  @Column({ type: 'varchar', length: 24, name: 'updated_at', transformer: { to: toIso, from: fromIso } })
  updatedAt!: Date;

  /** The version of the catalog with which it, or any of its offers, last changed. */
  @HideField()
  @Column({ type: 'integer', default: 0 })
  revision!: number;

  /** In the order of channel, then SKU. */
  @HideField()
  @OneToMany(() => Offer, (offer) => offer.product)
  offers!: Offer[];

  @Field(() => ID, { description: 'An opaque id, the same for ever, and unique among all types.' })
  get id(): string {
    return nodeId('Product', this.rowId);
  }

  /** @param channel null for every channel */
  offersOn(channel: string | null | undefined): readonly Offer[] {
    return channel ? this.offers.filter((offer) => offer.channel === channel) : this.offers;
  }

  /** The lowest price on a channel, or over all of them; of several currencies, that of the first offer decides. */
  lowestPrice(channel: string | null | undefined): Money | null {
    const offers = this.offersOn(channel);
    const comparable = offers.filter((offer) => offer.currency === offers[0]?.currency);
    return comparable.reduce<Money | null>(
      (least, { price }) => (least && least.minor <= price.minor ? least : price),
      null,
    );
  }
}

@ObjectType({ description: 'What one channel sells a product for.' })
@Entity('offer')
@Unique('ux_offer_channel_sku', ['channel', 'sku'])
export class Offer {
  @HideField()
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id', primaryKeyConstraintName: 'pk_offer' })
  rowId!: number;

  @HideField()
  @Index('ix_offer_product')
  @Column({ type: 'integer', name: 'product_id' })
  productRowId!: number;

  @HideField()
  @ManyToOne(() => Product, (product) => product.offers, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'product_id', foreignKeyConstraintName: 'fk_offer_product' })
  product!: Relation<Product>;

  @Field({ description: 'The storefront or clinic that sells it.' })
  @Column({ type: 'varchar', length: 100 })
  channel!: string;

  @Field({ description: "The channel's own number for it." })
  @Index('ix_offer_sku')
  @Column({ type: 'varchar', length: 100 })
  sku!: string;

  /** In the smallest unit of the currency, such as cents: money is never a fraction. */
  @HideField()
  @Column({ type: 'integer', name: 'price_minor' })
  priceMinor!: number;

  /** ISO 4217 */
  @HideField()
  @Column({ type: 'varchar', length: 3 })
  currency!: string;

  @Field(() => AVAILABILITY, { description: 'Whether it can be had now.' })
  @Column({ type: 'varchar', length: 20 })
  availability!: Availability;

  @Field(() => String, { nullable: true, description: "The address of the channel's page about it." })
  @Column({ type: 'varchar', length: 2000, nullable: true })
  url!: string | null;

  @Field(() => Money, { description: 'The price of one piece, with what taxes the channel includes.' })
  get price(): Money {
    return new Money(this.priceMinor, this.currency);
  }
}

/** Keys in order, so that equal statements are equal bytes. */
export function sharesJson(shares: Shares | null | undefined): string | null {
  return shares
    ? JSON.stringify(Object.fromEntries(Object.entries(shares).sort(([a], [b]) => (a < b ? -1 : 1))))
    : null;
}

function fromJson(text: string | null): Shares | null {
  return text === null ? null : (JSON.parse(text) as Shares);
}

function toIso(moment: Date | undefined): string | undefined {
  return moment?.toISOString();
}

function fromIso(text: string): Date {
  return new Date(text);
}
