import type { Category } from '../core/vocabulary.js';

/** What shops call their shelves. Singular and plural, capitals and accents make no difference. */
export const SHELF_WORDS: Readonly<Record<Category, readonly string[]>> = {
  SERUM: list('serum, face serum, essence, ampoule, concentrate, booster, face drops, elixir'),
  CREAM: list('cream, creme, face cream, day cream, night cream, gel cream, neck cream'),
  MOISTURIZER: list(`
    moisturizer, moisturiser, moisturizing, moisturising, hydrator, lotion, emulsion, after sun, aftersun
  `),
  CLEANSER: list(`
    cleanser, cleansing, cleansing oil, cleansing balm, face wash, facial wash, wash, soap, micellar water,
    makeup remover, make up remover
  `),
  TONER: list('toner, tonic, astringent, mist, face mist, pad, wipe'),
  SUNSCREEN: list(`
    sunscreen, sun screen, sunblock, sun cream, sun protect, sun protection, sun care, suncare, spf, uv protection, sun
  `),
  MASK: list('mask, masque, face mask, sheet mask, sleeping mask'),
  OIL: list('oil, face oil, facial oil'),
  BALM: list('balm, lip balm, lip care, lip treatment, ointment, salve'),
  EXFOLIANT: list('exfoliant, exfoliator, exfoliating, exfoliation, scrub, peel, peeling, gommage, polish'),
  EYE_CARE: list('eye, eye care, eye cream, eye treatment, eye serum, eye mask, under eye'),
  BODY_CARE: list(`
    body, body care, body wash, body lotion, body cream, body butter, body oil, body scrub, shower gel, shower,
    hand care, hand cream, hand wash, hand soap, foot care, foot cream
  `),
  MAKEUP: list(`
    makeup, make up, eye makeup, lip makeup, foundation, concealer, primer, face primer, blush, mascara, lipstick,
    lip gloss, eyeliner, eyeshadow, bb cream, cc cream, setting spray
  `),
  DEVICE: list(`
    device, tool, beauty tool, brush, gua sha, derma roller, dermaroller, face roller, massager, led mask, extractor
  `),
  OTHER: list(`
    hair, hair care, haircare, hair mask, hair removal, shampoo, conditioner, fragrance, perfume, eau de parfum,
    eau de toilette, nail, nail polish, nail care, lash, brow, eyelash, eyebrow, candle, home fragrance, supplement,
    gift card, bath, bath oil, bath salt, bath bomb, deodorant, toothpaste, oral care, self tan, self tanner, tanning,
    shaving, jewelry, apparel, accessories, eyeglasses, other
  `),
};

/** Shelves that hold everything: what stands there is filed by its name, and without a telling name as given here. */
export const VAGUE_SHELF_WORDS: Readonly<Partial<Record<Category, readonly string[]>>> = {
  SERUM: list('treatment, face treatment, facial treatment'),
  OTHER: list(`
    skincare, skin care, face care, facial care, facial skincare, facial, face, set, gift set, kit, bundle, duo,
    anti aging
  `),
};

/** Of several shelves in one word, such as "Masks & Peels", the first of these that is among them, unless the name tells. */
export const STRICTEST_FIRST: readonly Category[] = [
  'OTHER',
  'DEVICE',
  'MAKEUP',
  'EXFOLIANT',
  'MASK',
  'BODY_CARE',
  'TONER',
  'SERUM',
  'EYE_CARE',
  'OIL',
  'BALM',
  'CREAM',
  'MOISTURIZER',
  'SUNSCREEN',
  'CLEANSER',
];

/** A name that tells what a product is better than the shelf it stands on. */
export interface NameRule {
  readonly to: Category;
  /** clear shelves that the name may overrule; a vague shelf it always may */
  readonly from: readonly Category[];
  /** phrases, any of them; a star stands for any ending */
  readonly says: readonly string[];
  /** phrases that make the name mean something else */
  readonly unless?: readonly string[];
  /** too weak to tell what stands on a vague shelf */
  readonly clearOnly?: boolean;
  /** the phrase counts only as the last word, sizes aside: "Argan Oil 30 ml", but not "Cream with Argan Oil" */
  readonly last?: boolean;
}

const FACE_CARE: readonly Category[] = ['SERUM', 'CREAM', 'MOISTURIZER', 'TONER', 'OIL', 'BALM'];

/**
 * The first rule that fits decides. A rule overrules a clear shelf only towards the stricter side, or where the name
 * leaves no doubt that the shelf is wrong (a "cleansing oil" among the oils).
 */
export const NAME_RULES: readonly NameRule[] = [
  {
    to: 'OTHER',
    from: [...FACE_CARE, 'MASK', 'SUNSCREEN', 'EYE_CARE', 'BODY_CARE'],
    says: list(`
      supplement, gummies, gummy, hair, shampoo, lash, lashes, eyelash, brow, eyebrow, nail, perfume, eau de parfum,
      eau de toilette, candle, pillow mist, pillow spray, deodorant, gift card
    `),
    unless: list('remov*, cleans*'),
  },
  {
    to: 'OTHER',
    from: ['CLEANSER', 'TONER'],
    says: list(`
      supplement, shampoo, blotting, cotton pad, facial cotton, makeup remover cloth, muslin cloth, gift card
    `),
  },
  {
    // what a clinic does rather than sells
    to: 'OTHER',
    from: [],
    says: list('session, course, waxing, threading, voucher, consultation, appointment, iv drip, iv drop, training'),
  },
  {
    to: 'DEVICE',
    from: [...FACE_CARE, 'CLEANSER', 'MASK', 'EYE_CARE', 'EXFOLIANT'],
    says: list(`
      device, massager, led, light therapy, light pen, gua sha, derma roller, dermaroller, jade roller, brush,
      attachment head
    `),
  },
  {
    to: 'MAKEUP',
    from: [...FACE_CARE, 'SUNSCREEN', 'EYE_CARE'],
    says: list(`
      concealer, foundation, primer, bb, cc, dd cream, beauty balm, cushion compact, mascara, lipstick, lip gloss,
      blush, bronzer, eyeliner, eyeshadow, setting spray, setting mist, setting powder, makeup, make up
    `),
    unless: list('remov*, cleans*, self tan*'),
  },
  { to: 'MOISTURIZER', from: ['SUNSCREEN'], says: list('after sun, aftersun') },
  {
    to: 'EXFOLIANT',
    from: [...FACE_CARE, 'CLEANSER', 'MASK'],
    says: list(`
      scrub*, exfoli*, polish*, microderm*, micro dermabrasion, dermabrasion, gommage, resurfac*, grain, peeling gel,
      peel gel, strip
    `),
  },
  { to: 'EXFOLIANT', from: [...FACE_CARE, 'CLEANSER', 'MASK'], says: list('peel, peeling'), unless: list('peel off') },
  { to: 'MASK', from: [...FACE_CARE, 'CLEANSER'], says: list('mask, masque, masking, sleeping pack') },
  {
    to: 'BODY_CARE',
    from: [...FACE_CARE, 'CLEANSER', 'MASK'],
    says: list('body, hand, foot, feet'),
    unless: list('face, facial, visage'),
  },
  {
    to: 'SUNSCREEN',
    from: [],
    says: list(`
      sunscreen, sun screen, sunblock, sun cream, sun lotion, sun protection, broad spectrum, uv protector
    `),
  },
  {
    // a kit among the cleansers is washed off only if all of it is, and nobody says so
    to: 'OTHER',
    from: ['CLEANSER'],
    says: list('set, kit, duo, trio, system, collection, bundle, must have'),
    clearOnly: true,
  },
  { to: 'CLEANSER', from: ['CLEANSER'], says: list('cleans*, wash, remover, micellar, soap'), clearOnly: true },
  {
    to: 'CLEANSER',
    from: ['SERUM', 'CREAM', 'MOISTURIZER', 'OIL', 'BALM'],
    says: list('cleans*, face wash, facial wash, wash, makeup remover, make up remover, micellar, soap'),
    unless: list('serum, essence, concentrate, treatment, moisturizer, moisturiser, toner, wash off'),
  },
  { to: 'EYE_CARE', from: ['SERUM', 'CREAM', 'MOISTURIZER', 'OIL', 'BALM'], says: list('eye, undereye') },
  {
    to: 'TONER',
    from: ['CLEANSER', 'CREAM', 'MOISTURIZER'],
    says: list('toner, tonic, tonique, toning, mist, pad'),
  },
  { to: 'TONER', from: ['CLEANSER'], says: list('essence, softener, lotion'), clearOnly: true },
  {
    to: 'SERUM',
    from: ['CLEANSER'],
    says: list(`
      serum, concentrate, treatment, facial, babyfacial, liquid, elixir, drop, ampoule, booster, infuser
    `),
    clearOnly: true,
  },
  {
    to: 'SERUM',
    from: [],
    says: list('serum, essence, concentrate, ampoule, booster, drop, elixir, solution, infusion'),
  },
  {
    to: 'OIL',
    from: ['SERUM', 'CREAM', 'MOISTURIZER'],
    says: list('face oil, facial oil, beauty oil, treatment oil, night oil, oil elixir'),
    unless: list('oil free'),
  },
  { to: 'OIL', from: ['SERUM', 'CREAM', 'MOISTURIZER'], says: list('oil'), last: true },
  { to: 'BALM', from: [], says: list('balm, salve, ointment') },
  { to: 'CREAM', from: [], says: list('cream, creme') },
  { to: 'MOISTURIZER', from: [], says: list('moisturizer, moisturiser, lotion, emulsion, hydrator') },
];

/** Words of a name that is washed off, when it stood among the cleansers or in body care. */
export const WASHED_OFF = list(
  'scrub*, cleans*, wash, polish*, foam*, rinse, grain, powder, dermabrasion, microderm*, shower, bath gel, soap, bar',
);

/** Words of a name that stays on the skin, wherever it stood. */
export const LEFT_ON = list(
  'wipe, pad, towelette*, cloth, swipey, mist, no rinse, rinse free, without rinsing, leave on',
);

function list(text: string): readonly string[] {
  return text.trim().split(/,\s*/);
}
