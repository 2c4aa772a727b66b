import { columnMap, readPairs } from '../../src/intake/column-map.js';
import type { ImportRefused } from '../../src/intake/fault.js';

const HEADINGS = ['', 'Label', 'Brand', 'Name', 'Price', 'Ingredients', 'Price'];

function mapped(headings: readonly string[], text?: string, brandGiven = false): Record<string, string> {
  const pairs = readPairs(text === undefined ? [] : [text]);
  const map = columnMap(headings, pairs as Parameters<typeof columnMap>[1], brandGiven);
  return Object.fromEntries([...map].map(([field, { index }]) => [field, headings[index] ?? '']));
}

function faults(headings: readonly string[], text: string): readonly { code: string; message: string }[] {
  try {
    mapped(headings, text);
    return [];
  } catch (error) {
    return (error as ImportRefused).faults;
  }
}

describe('--map', () => {
  it('names the columns, without regard to capitals', () => {
    expect(mapped(HEADINGS, 'name=Name, brand=brand,category=Label')).toMatchObject({
      name: 'Name',
      brand: 'Brand',
      category: 'Label',
    });
  });

  it('keeps a comma that belongs to a heading', () => {
    expect(readPairs(['price=Price, with tax,name=Name=1'])).toEqual([
      { field: 'price', heading: 'Price, with tax' },
      { field: 'name', heading: 'Name=1' },
    ]);
  });

  it.each(['name', '=Name', 'name=', ''])('refuses %j and shows how it is written', (text) => {
    expect(readPairs([text])).toEqual([
      { code: 'MAP_UNREADABLE', message: expect.stringContaining('field=Column') as string },
    ]);
  });

  it('is not needed for headings that say what they are', () => {
    expect(mapped(['Title', 'Vendor', 'Type', 'Variant Price', 'Barcode', 'INCI', 'Rinse-off', 'image_url'])).toEqual({
      name: 'Title',
      brand: 'Vendor',
      category: 'Type',
      price: 'Variant Price',
      gtin: 'Barcode',
      ingredients: 'INCI',
      rinseOff: 'Rinse-off',
      imageUrl: 'image_url',
    });
  });

  it('prevails over what a heading says', () => {
    expect(mapped(['Name', 'Brand', 'Title'], 'name=Title')).toMatchObject({ name: 'Title' });
  });

  it('is not replaced by headings that mean different things in different shops', () => {
    expect(mapped(['name', 'brand', 'id', 'description', 'label'])).toEqual({ name: 'name', brand: 'brand' });
  });

  it('is told every fault at once, with the nearest name and the columns that exist', () => {
    expect(faults(HEADINGS, 'nmae=Name,ingredients=Ingrediens,price=Price,brand=Brand,brand=Name')).toEqual([
      { code: 'FIELD_UNKNOWN', message: expect.stringContaining('Did you mean name?') as string },
      {
        code: 'COLUMN_UNKNOWN',
        message: expect.stringMatching(/Did you mean "Ingredients"\? The columns are "Label", "Brand"/) as string,
      },
      { code: 'COLUMN_TWICE', message: expect.stringContaining('"Price"') as string },
      { code: 'FIELD_TWICE', message: expect.stringContaining('brand') as string },
    ]);
  });

  it('is asked for when nothing holds the name or the brand', () => {
    expect(faults(['A', 'B'], 'price=A')).toEqual([
      { code: 'FIELD_UNMAPPED', message: expect.stringContaining('name=…,brand=…') as string },
    ]);
    expect(() => mapped(['Name'], 'name=Name')).toThrow('--brand');
    expect(mapped(['Name'], 'name=Name', true)).toEqual({ name: 'Name' });
  });
});
