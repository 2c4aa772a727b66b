import fc from 'fast-check';
import { Offer, Product } from '../../src/catalog/product.js';
import type { ImportRefused } from '../../src/intake/fault.js';
import { importFile, type ImportOptions, ImportStopped } from '../../src/intake/import-file.js';
import type { ImportReport } from '../../src/intake/report.js';
import { onEachDatabase } from '../support/databases.js';
import { knowledge } from '../support/world.js';
import { type CatalogFile, catalogFile, csv, MONDAY } from './catalog-file.js';

const HEADINGS = ['Brand', 'Name', 'Category', 'Price', 'Ingredients'];
const GOOD = ['Lindgrove', 'Calm Cream', 'Moisturizer', '24.00', 'Aqua, Glycerin, Panthenol, Phenoxyethanol'];
const OTHER = ['Lindgrove', 'Oat Balm', 'Balm', '18.50', 'Petrolatum, Avena Sativa Kernel Oil'];

let catalog: CatalogFile;
beforeEach(async () => {
  catalog = await catalogFile();
});
afterEach(() => catalog.close());

const sum = ({ created, updated, unchanged, rejected }: ImportReport) => created + updated + unchanged + rejected;

describe('a shop’s file', () => {
  it('becomes products with one offer each, and a report that adds up', async () => {
    const report = await catalog.bring(csv(HEADINGS, GOOD, OTHER), { channel: 'clinic' });

    expect(report).toMatchObject({
      channel: 'clinic',
      dryRun: false,
      columns: { name: 'Name', brand: 'Brand', category: 'Category', price: 'Price', ingredients: 'Ingredients' },
      rowsIn: 2,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      lists: { complete: 2, incomplete: 0, missing: 0 },
      names: { recognised: 6, unrecognised: 0, share: 1 },
      unrecognisedNames: [],
      categories: [
        { category: 'BALM', rows: 1 },
        { category: 'MOISTURIZER', rows: 1 },
      ],
      warnings: [],
      rejectedRows: [],
    });
    expect(await catalog.products()).toMatchObject([
      {
        brand: 'Lindgrove',
        name: 'Calm Cream',
        category: 'MOISTURIZER',
        rinseOff: false,
        label: GOOD[4],
        updatedAt: MONDAY,
        offers: [
          {
            channel: 'clinic',
            sku: 'lindgrove | calm cream',
            priceMinor: 2400,
            currency: 'USD',
            availability: 'IN_STOCK',
          },
        ],
      },
      { name: 'Oat Balm', category: 'BALM' },
    ]);
  });

  it('may say everything that the catalog holds', async () => {
    await catalog.bring(
      csv(
        [
          'key',
          'name',
          'brand',
          'size',
          'sku',
          'gtin',
          'url',
          'image url',
          'form',
          'pH',
          'SPF',
          'rinse-off',
          'drug facts',
          'market',
          'availability',
          'price',
          'currency',
          'claims',
        ],
        [
          '77',
          ' Day  Fluid ',
          'Lindgrove',
          '50 ml',
          'L-77',
          '4006381333931',
          'https://example.org/77',
          'https://example.org/77.png',
          'fluid',
          '5.5',
          '50+',
          'no',
          'yes',
          'US',
          'pre-order',
          '12,50 €',
          'EUR',
          '<p>Rinse &amp; go</p>',
        ],
      ),
    );
    expect(await catalog.products()).toMatchObject([
      {
        sourceKey: 'shop: 77',
        name: 'Day Fluid, 50 ml',
        form: 'fluid',
        ph: 5.5,
        spf: 50,
        rinseOff: false,
        drugFacts: true,
        market: 'US',
        gtin: '4006381333931',
        url: 'https://example.org/77',
        imageUrl: 'https://example.org/77.png',
        claims: 'Rinse & go',
        offers: [
          { sku: 'L-77', priceMinor: 1250, currency: 'EUR', availability: 'PREORDER', url: 'https://example.org/77' },
        ],
      },
    ]);
  });

  it('keeps the ingredient list exactly as printed', async () => {
    const label = 'Ingredients: Aqua/Water/Eau,\r\n"1,2-Hexanediol";  Parfum*\t…';
    await catalog.bring(csv(HEADINGS, [...GOOD.slice(0, 4), label]));
    expect((await catalog.products())[0]?.label).toBe(label);
  });

  it.each([
    ['semicolons', 'Brand;Name\nLindgrove;Calm, Cream\n'],
    ['tabs', 'Brand\tName\r\nLindgrove\tCalm, Cream\r\n'],
    ['JSON on each line', '{"Brand":"Lindgrove","Name":"Calm, Cream"}\n'],
    ['a mark before it', '\uFEFFBrand,Name\nLindgrove,"Calm, Cream"'],
  ])('may be written with %s', async (_how, text) => {
    expect(await catalog.bring(text)).toMatchObject({ rowsIn: 1, created: 1 });
    expect(await catalog.products()).toMatchObject([{ brand: 'Lindgrove', name: 'Calm, Cream' }]);
  });

  it('in an old encoding is read, and says so', async () => {
    const report = await catalog.bring(Buffer.from('Brand,Name,Ingredients\nL\xeele,Cr\xe8me,Aqua\n', 'latin1'));
    expect(await catalog.products()).toMatchObject([{ brand: 'Lîle', name: 'Crème' }]);
    expect(report.warnings[0]).toMatchObject({
      code: 'ENCODING',
      message: expect.stringContaining('2 bytes') as string,
    });
  });

  it('without a price makes no offer, and of one brand takes it from the command', async () => {
    await catalog.bring('Name,Price\nCalm Cream,\n', { brand: 'Lindgrove' });
    expect(await catalog.products()).toMatchObject([{ brand: 'Lindgrove', offers: [] }]);
  });

  it('of headings alone brings nothing', async () => {
    expect(await catalog.bring(csv(HEADINGS))).toMatchObject({ rowsIn: 0, names: { share: null } });
  });

  it('with empty rows does not count them, and says so', async () => {
    const report = await catalog.bring(csv(HEADINGS, GOOD) + '\n,,,,\n , ,"",,\n');
    expect(report).toMatchObject({ rowsIn: 1, warnings: [{ code: 'EMPTY_ROWS', rows: 2 }] });
  });

  it('that brings the same again changes nothing; what it says anew is updated', async () => {
    await catalog.bring(csv(HEADINGS, GOOD, OTHER));
    expect(await catalog.bring(csv(HEADINGS, OTHER, GOOD))).toMatchObject({ created: 0, updated: 0, unchanged: 2 });

    const dearer = [...GOOD.slice(0, 3), '25.00', ...GOOD.slice(4)];
    expect(await catalog.bring(csv(HEADINGS, dearer, OTHER))).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
  });

  it('knows a product again by brand and name, however they are capitalised, or by the shop’s own key', async () => {
    await catalog.bring(csv(HEADINGS, GOOD));
    expect(await catalog.bring(csv(HEADINGS, ['LINDGROVE', 'Cálm  cream ', ...GOOD.slice(2)]))).toMatchObject({
      created: 0,
    });

    const keyed = (name: string, channel: string) =>
      catalog.bring(csv(['key', 'brand', 'name'], ['7', 'Lindgrove', name]), { channel });
    expect(await keyed('Old Name', 'a')).toMatchObject({ created: 1 });
    expect(await keyed('New Name', 'a')).toMatchObject({ updated: 1 });
    expect(await keyed('New Name', 'b')).toMatchObject({ created: 1 });
  });

  it('longer than a batch goes in whole', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) => ['Lindgrove', `Cream ${index}`, 'Cream', '9.00', 'Aqua']);
    expect(await catalog.bring(csv(HEADINGS, ...rows))).toMatchObject({ rowsIn: 1203, created: 1203 });
    expect(await catalog.database.manager.countBy(Offer, {})).toBe(1203);
  });
});

describe('two rows of one product', () => {
  it('that say the same are one, and the second is unchanged', async () => {
    expect(await catalog.bring(csv(HEADINGS, GOOD, GOOD))).toMatchObject({ rowsIn: 2, created: 1, unchanged: 1 });
  });

  it('that contradict each other: the first counts, and both are named', async () => {
    const report = await catalog.bring(csv(HEADINGS, OTHER, GOOD, [...GOOD.slice(0, 4), 'Aqua']));
    expect(report).toMatchObject({
      created: 2,
      rejectedRows: [
        { row: 3, line: 4, code: 'KEY_TWICE', message: expect.stringContaining('Rows 2 and 3') as string },
      ],
    });
    expect((await catalog.products()).map(({ label }) => label)).toContain(GOOD[4]);
  });

  it('are told apart by size or by key', async () => {
    expect(await catalog.bring(csv([...HEADINGS, 'Size'], [...GOOD, '15 ml'], [...GOOD, '50 ml']))).toMatchObject({
      created: 2,
    });
    expect(await catalog.bring(csv([...HEADINGS, 'Key'], [...GOOD, '1'], [...GOOD, '2']))).toMatchObject({
      created: 2,
    });
  });

  it('and one SKU or one barcode for two products is no guess', async () => {
    const report = await catalog.bring(
      csv(
        [...HEADINGS, 'SKU', 'GTIN'],
        [...GOOD, 'A', '96385074'],
        [...OTHER, 'A', ''],
        ['Lindgrove', 'Third', '', '1', '', 'B', '0000096385074'],
      ),
    );
    expect(report).toMatchObject({
      created: 2,
      rejectedRows: [{ row: 2, code: 'SKU_TWICE', message: expect.stringContaining('Rows 1 and 2') as string }],
    });
    expect(report.warnings).toContainEqual({
      code: 'GTIN_TWICE',
      message: expect.stringContaining('(3)') as string,
      rows: 1,
    });
    expect((await catalog.products()).map(({ gtin }) => gtin)).toEqual(['96385074', null]);
  });
});

describe('a shop system’s export', () => {
  it('writes more pictures of a product below it: they are passed over, and said to be', async () => {
    const report = await catalog.bring(
      'Handle,Title,Vendor,Image Src\na,Calm,Lindgrove,https://x.org/1.png\na,,,https://x.org/2.png\nb,,,https://x.org/3.png\n',
      { map: ['key=Handle'] },
    );
    expect(report).toMatchObject({ rowsIn: 3, created: 1 });
    expect(report.rejectedRows.map(({ row, code, excerpt }) => [row, code, excerpt])).toEqual([
      [2, 'CONTINUATION', 'a'],
      [3, 'REQUIRED', ''],
    ]);
  });
});

describe('a row that cannot be used', () => {
  const cells = (changes: Partial<Record<string, string>>, ...more: string[]) => {
    const headings = [...HEADINGS, ...more];
    const good = new Map(HEADINGS.map((heading, index) => [heading, GOOD[index] ?? '']));
    return csv(
      headings,
      headings.map((heading) => changes[heading] ?? good.get(heading) ?? ''),
      headings.map((heading) => (heading === 'Name' ? 'Next' : (good.get(heading) ?? ''))),
    );
  };

  it.each<[string, string, string | null, string]>([
    ['no name', cells({ Name: '' }), 'Name', 'REQUIRED'],
    ['no brand', cells({ Brand: ' ' }), 'Brand', 'REQUIRED'],
    [
      'an empty key',
      cells({}, 'Key')
        .replace('\n', '\n')
        .replace(/,\n(?=Lindgrove,Next)/, ',\n')
        .replace(/,\n$/, ',7\n'),
      'Key',
      'REQUIRED',
    ],
    ['a name that a spreadsheet broke', cells({ Name: '#NAME?' }), 'Name', 'SPREADSHEET_ERROR'],
    ['a NUL', cells({ Ingredients: 'Aqua\0, Retinol' }), 'Ingredients', 'NUL_CHARACTER'],
    ['a control character', cells({ Name: 'Calm\u0007 Cream' }), 'Name', 'CONTROL_CHARACTER'],
    ['text turned round', cells({ Name: 'Calm \u202eCream' }), 'Name', 'REVERSED_TEXT'],
    ['a name of 301 letters', cells({ Name: 'x'.repeat(301) }), 'Name', 'TOO_LONG'],
    ['a brand of 201 letters', cells({ Brand: 'x'.repeat(201) }), 'Brand', 'TOO_LONG'],
    ['a label of 50 001 letters', cells({ Ingredients: 'x'.repeat(50_001) }), 'Ingredients', 'TOO_LONG'],
    ['two prices', cells({ Price: '12.00 - 18.00' }), 'Price', 'PRICE_TWICE'],
    ['a price below nothing', cells({ Price: '-1' }), 'Price', 'PRICE_NEGATIVE'],
    ['a price beyond numbers', cells({ Price: '1e309' }), 'Price', 'PRICE_UNREADABLE'],
    ['a price that is none', cells({ Price: 'NaN' }), 'Price', 'PRICE_UNREADABLE'],
    ['a price of two readings', cells({ Price: '1,234' }), 'Price', 'PRICE_AMBIGUOUS'],
    ['a price in another currency', cells({ Price: '£5' }), 'Price', 'CURRENCY_MISMATCH'],
    ['an unknown currency', cells({ Currency: 'DUCAT' }, 'Currency'), 'Currency', 'CURRENCY_UNKNOWN'],
    ['a pH in words', cells({ pH: 'acidic' }, 'pH'), 'pH', 'PH_UNREADABLE'],
    ['an SPF in words', cells({ SPF: 'high' }, 'SPF'), 'SPF', 'SPF_UNREADABLE'],
    ['a doubtful yes', cells({ 'Rinse off': 'perhaps' }, 'Rinse off'), 'Rinse off', 'NOT_YES_OR_NO'],
    ['an SKU too long', cells({ SKU: 'x'.repeat(101) }, 'SKU'), 'SKU', 'TOO_LONG'],
    [
      'a comma too many',
      `${HEADINGS.join()}\nLindgrove,Calm,Cream,24.00,Aqua, Glycerin\n${GOOD.slice(0, 4).join()},Aqua\n`,
      null,
      'TOO_MANY_CELLS',
    ],
    [
      'its end missing',
      `${HEADINGS.join()}\nLindgrove,Calm,Cream,24.00\n${GOOD.slice(0, 4).join()},Aqua\n`,
      null,
      'TOO_FEW_CELLS',
    ],
    [
      'a list cut by a line break',
      `Brand,Name,Ingredients,Rank\nLindgrove,Calm,Aqua\nLindgrove,Next,Aqua,1\n`,
      null,
      'TOO_FEW_CELLS',
    ],
    ['the headings again', csv(HEADINGS, HEADINGS, GOOD), null, 'HEADER_AGAIN'],
    [
      'an open quote',
      `${HEADINGS.join()}\nLindgrove,"Calm,Cream,24.00,Aqua\n${GOOD.slice(0, 4).join()},Aqua\n`,
      null,
      'BAD_QUOTE',
    ],
    [
      'half a character',
      '{"brand":"Lindgrove","name":"Calm \\ud83d"}\n{"brand":"Lindgrove","name":"Next"}',
      'name',
      'BROKEN_CHARACTER',
    ],
    [
      'a thing instead of a text',
      '{"brand":"Lindgrove","name":{"en":"Calm"}}\n{"brand":"Lindgrove","name":"Next"}',
      'name',
      'NOT_TEXT',
    ],
    ['no JSON', '{"brand":"Lindgrove","name":"Calm"\n{"brand":"Lindgrove","name":"Next"}', null, 'NOT_JSON'],
  ])('because of %s is reported, and the next goes in', async (_what, text, column, code) => {
    const report = await catalog.bring(text);
    expect(report).toMatchObject({ rowsIn: 2, created: 1, rejected: 1 });
    const [rejected] = report.rejectedRows;
    expect(rejected).toMatchObject({ row: 1, column, code });
    expect(rejected?.excerpt.length).toBeLessThanOrEqual(60);
    expect(rejected?.message).toMatch(/^[A-Z"].*[.…]$/s);
  });

  it('says where it stands: its number and its line', async () => {
    const report = await catalog.bring(
      csv(HEADINGS, [...GOOD.slice(0, 4), 'Aqua,\nGlycerin\n'], [...OTHER.slice(0, 3), 'x', '']),
    );
    expect(report.rejectedRows).toEqual([
      {
        row: 2,
        line: 5,
        column: 'Price',
        excerpt: 'x',
        code: 'PRICE_UNREADABLE',
        message: expect.any(String) as string,
      },
    ]);
  });

  it('shows no more than sixty letters, on one line, and nothing that moves a cursor', async () => {
    const report = await catalog.bring(csv(HEADINGS, [...GOOD.slice(0, 3), `a\n\u001b[31m${'b'.repeat(100)}`, '']));
    expect(report.rejectedRows[0]?.excerpt).toMatch(/^a �\[31mb{52}…$|^.{1,60}$/u);
    expect(report.rejectedRows[0]?.excerpt).not.toContain('\u001b');
  });
});

describe('what only helps to find or sell a product', () => {
  it('is left out with a warning, and the product goes in', async () => {
    const report = await catalog.bring(
      csv(
        [...HEADINGS, 'GTIN', 'URL', 'Image URL', 'Availability'],
        [...GOOD, '4006381333932', 'javascript:alert(1)', 'ftp://x', 'soon'],
      ),
    );
    expect(report.warnings.map(({ code, rows }) => [code, rows])).toEqual([
      ['GTIN_INVALID', 1],
      ['URL_INVALID', 2],
      ['AVAILABILITY_UNKNOWN', 1],
    ]);
    expect(await catalog.products()).toMatchObject([
      { gtin: null, url: null, imageUrl: null, offers: [{ availability: 'OUT_OF_STOCK' }] },
    ]);
  });
});

describe('the report', () => {
  it('counts lists by how complete they are, and names that nobody knows', async () => {
    const label = (text: string, name: string) => [...GOOD.slice(0, 1), name, 'Cream', '1', text];
    const report = await catalog.bring(
      csv(
        HEADINGS,
        label('Aqua, Glycerin, Zzyzx Quuxate', 'A'),
        label('Aqua, Zzyzx Quuxate, Frobnicatol', 'B'),
        label('No Info', 'C'),
        label('', 'D'),
      ),
    );
    expect(report.lists).toEqual({ complete: 2, incomplete: 0, missing: 2 });
    expect(report.unrecognisedNames).toEqual([
      { name: 'Zzyzx Quuxate', count: 2 },
      { name: 'Frobnicatol', count: 1 },
    ]);
    expect(report.names).toEqual({ recognised: 3, unrecognised: 3, share: 0.5 });
  });

  it('says which category it did not know, and that such products are never ranked', async () => {
    const shelf = (category: string, name: string) => ['Lindgrove', name, category, '1', 'Aqua'];
    const { warnings, refiled } = await catalog.bring(
      csv(HEADINGS, shelf('Wellness', 'A'), shelf('Wellness', 'B'), shelf('', 'C'), shelf('Treatment', 'Scrub')),
    );
    expect(warnings).toEqual([
      {
        code: 'CATEGORY_UNKNOWN',
        rows: 2,
        message: 'the category "Wellness" is not known or says too little; filed as OTHER, which is never ranked.',
      },
      { code: 'CATEGORY_UNKNOWN', rows: 1, message: expect.stringContaining('never ranked') as string },
    ]);
    expect(refiled).toEqual([{ shelf: 'Treatment', category: 'EXFOLIANT', rows: 1 }]);
  });

  it('warns when no column holds ingredients', async () => {
    expect((await catalog.bring('Brand,Name\nA,B\n')).warnings[0]).toMatchObject({ code: 'NO_INGREDIENTS' });
  });
});

describe('a file or options that cannot be used', () => {
  const faultsOf = async (options: ImportOptions): Promise<string[]> => {
    try {
      await importFile(options, { database: catalog.database, knowledge, at: MONDAY });
      return [];
    } catch (error) {
      return (error as ImportRefused).faults.map(({ code }) => code);
    }
  };

  it.each<[string, string | Buffer, Partial<ImportOptions>, string[]]>([
    ['an Excel workbook', Buffer.from('PK\x03\x04rest'), {}, ['BINARY']],
    ['UTF-16', Buffer.from('\uFEFFBrand,Name\n', 'utf16le'), {}, ['NOT_UTF8']],
    ['nothing in it', '', {}, ['FILE_EMPTY']],
    ['an open quote among the headings', '"Brand,Name\nA,B\n', {}, ['HEADER_UNREADABLE']],
    ['JSON over several lines', '{\n  "name": "A"\n}\n', {}, ['NOT_A_TABLE']],
    ['prose', 'Dear shop,\nplease find attached\n', {}, ['FIELD_UNMAPPED']],
    ['an unknown currency', 'Brand,Name\n', { currency: 'DUCAT' }, ['CURRENCY_UNKNOWN']],
    ['no name for the channel', 'Brand,Name\n', { channel: ' ' }, ['CHANNEL_UNUSABLE']],
    [
      'several things at once',
      'Brand,Name\n',
      { map: ['name'], currency: 'X', channel: '' },
      ['MAP_UNREADABLE', 'CURRENCY_UNKNOWN', 'CHANNEL_UNUSABLE'],
    ],
    ['unknown columns', 'Brand,Name\n', { map: ['nmae=Name,price=Cost'] }, ['FIELD_UNKNOWN', 'COLUMN_UNKNOWN']],
  ])('are refused before anything is written: %s', async (_what, content, options, codes) => {
    expect(await faultsOf({ ...options, file: await catalog.write(content) })).toEqual(codes);
    expect(await catalog.products()).toEqual([]);
  });

  it('are refused if there is no file', async () => {
    expect(await faultsOf({ file: `${catalog.folder}/none.csv` })).toEqual(['FILE_MISSING']);
    expect(await faultsOf({ file: catalog.folder })).toEqual(['NOT_A_FILE']);
  });
});

describe('an import that the database stops', () => {
  it('keeps the batches before, says so, and goes on when it is run again', async () => {
    const rows = Array.from({ length: 700 }, (_, index) => ['Lindgrove', `Cream ${index}`, 'Cream', '9.00', 'Aqua']);
    const text = csv(HEADINGS, ...rows);
    await catalog.database.query(
      "CREATE TRIGGER full BEFORE INSERT ON product WHEN NEW.name = 'Cream 600' BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    await expect(catalog.bring(text)).rejects.toThrow(ImportStopped);
    expect(await catalog.database.manager.countBy(Product, {})).toBe(500);

    await catalog.database.query('DROP TRIGGER full');
    expect(await catalog.bring(text)).toMatchObject({ created: 200, unchanged: 500 });
  });
});

onEachDatabase((emptyDatabase) => {
  it('a dry run gives the same numbers and writes nothing', async () => {
    const shop = await catalogFile(await emptyDatabase());
    try {
      await shop.bring(csv(HEADINGS, GOOD, ['Lindgrove', 'Third', 'Oil', '3', 'Squalane']));
      const before = await shop.products();
      const text = csv(
        HEADINGS,
        [...GOOD.slice(0, 3), '25', 'Aqua'],
        OTHER,
        OTHER,
        ['Lindgrove', 'Third', 'Oil', '3', 'Squalane'],
        ['', '', '', '', 'x'],
      );

      const rehearsed = await shop.bring(text, { dryRun: true });
      expect(rehearsed).toMatchObject({ dryRun: true, rowsIn: 5, created: 1, updated: 1, unchanged: 2, rejected: 1 });
      expect(await shop.products()).toEqual(before);

      const { file: _file, seconds: _seconds, dryRun: _dryRun, ...numbers } = rehearsed;
      expect(await shop.bring(text)).toMatchObject(numbers);
    } finally {
      await shop.close();
    }
  });
});

describe('any file', () => {
  const word = fc.constantFrom(
    'Lindgrove',
    'Calm Cream',
    'Crème',
    '',
    ' ',
    '7',
    '#NAME?',
    '12.00',
    '1,234',
    '-1',
    '"',
    'a"b',
    'x\ny',
    '\0',
    '\u202e',
    'Aqua, Retinol',
    'No Info',
    '__proto__',
    '=1+1',
  );
  const cell = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  );
  const line = fc.oneof(
    { weight: 6, arbitrary: fc.array(cell, { minLength: 4, maxLength: 7 }).map((cells) => csv(cells)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 30 }).map((text) => `${text}\n`) },
  );
  const file = fc
    .array(line, { maxLength: 12 })
    // a file of NUL characters is no text, and is refused as that
    .map(
      (lines) =>
        csv(['name', 'brand', 'category', 'price', 'ingredients', 'gtin']) + lines.join('').replaceAll('\0', ''),
    );

  it('adds up, is rehearsed truly, and brought in again changes nothing', async () => {
    const wipe = async () => {
      await catalog.database.manager.clear(Offer);
      await catalog.database.query('DELETE FROM product');
    };
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        await wipe();
        const rehearsed = await catalog.bring(text, { dryRun: true });
        const first = await catalog.bring(text);
        const stored = await catalog.products();
        const second = await catalog.bring(text);

        for (const report of [rehearsed, first, second]) {
          const { rowsIn, rejected, lists, names } = report;
          expect(sum(report)).toBe(rowsIn);
          expect(lists.complete + lists.incomplete + lists.missing).toBe(rowsIn - rejected);
          expect(report.rejectedRows).toHaveLength(rejected);
          expect(report.categories.reduce((total, { rows }) => total + rows, 0)).toBe(rowsIn - rejected);
          expect(names.share === null).toBe(names.recognised + names.unrecognised === 0);
        }
        expect([rehearsed.created, rehearsed.updated, rehearsed.unchanged, rehearsed.rejectedRows]).toEqual([
          first.created,
          first.updated,
          first.unchanged,
          first.rejectedRows,
        ]);
        expect(second).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: first.created + first.unchanged,
          rejectedRows: first.rejectedRows,
        });
        expect(stored).toHaveLength(first.created);
        expect(await catalog.products()).toEqual(stored);
      }),
      { numRuns: 200, seed: 20261125 },
    );
  }, 60_000);
});
