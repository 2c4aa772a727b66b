/**
 * What a column can mean, with the headings that mean it without being told. A heading that several shops use for
 * different things ("id", "description", "label") is not among them: those have to be named with --map.
 */
export const FIELDS = {
  name: ['name', 'title', 'product', 'product name', 'product title', 'item name'],
  brand: ['brand', 'brand name', 'vendor', 'manufacturer'],
  category: ['category', 'product category', 'product type', 'type', 'google product category'],
  price: ['price', 'variant price', 'regular price'],
  currency: ['currency', 'currency code', 'price currency'],
  ingredients: ['ingredients', 'inci', 'ingredient list', 'ingredients inci', 'inci list', 'full ingredients'],
  key: ['key', 'source key'],
  sku: ['sku', 'variant sku', 'item number'],
  gtin: ['gtin', 'ean', 'upc', 'barcode', 'variant barcode'],
  url: ['url', 'link', 'product url', 'product link'],
  imageUrl: ['image', 'image url', 'image link', 'image src'],
  size: ['size'],
  form: ['form', 'texture'],
  ph: ['ph', 'ph value'],
  spf: ['spf'],
  rinseOff: ['rinse off', 'rinseoff'],
  drugFacts: ['drug facts', 'drugfacts'],
  claims: ['claims'],
  market: ['market'],
  availability: ['availability', 'stock status'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];
