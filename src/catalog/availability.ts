import { registerEnumType } from '@nestjs/graphql';

/** schema.org's ItemAvailability, as far as a shop with a shelf needs it. */
export const AVAILABILITY = {
  IN_STOCK: 'IN_STOCK',
  LIMITED: 'LIMITED',
  PREORDER: 'PREORDER',
  BACKORDER: 'BACKORDER',
  OUT_OF_STOCK: 'OUT_OF_STOCK',
  DISCONTINUED: 'DISCONTINUED',
} as const;
export type Availability = keyof typeof AVAILABILITY;

/** What counts as "in stock": it can be taken home today. */
export const IN_STOCK: readonly Availability[] = ['IN_STOCK', 'LIMITED'];

registerEnumType(AVAILABILITY, {
  name: 'Availability',
  description: "Whether an offer can be had, in schema.org's terms.",
});
