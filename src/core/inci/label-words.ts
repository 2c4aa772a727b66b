/**
 * The words by which a label's parts are told apart.
 *
 * None of them is knowledge about skin: they say what is a name and what is
 * talk around names. A word stands here only if the EU inventory of names does
 * not use it, or uses it in that very role.
 */

import { nth } from './nth.js';

/** Roles of a word; a word may have several, as bits. */
export const ROLE = {
  /** stands only in sentences */
  TALK: 1,
  /** stands in sentences and rarely elsewhere: two of them make a sentence */
  SMALL: 2,
  /** begins a sentence that may be glued to the end of a list */
  OPENER: 4,
  /** speaks of the list or the pack: a disclaimer, not a praise */
  PACK: 8,
  /** the part of a plant, or what was made of it: never the first word of a name */
  FORM: 16,
  /** ends a name and never begins one */
  TAIL: 32,
  /** names a kind of product: a heading, not a name */
  PRODUCT: 64,
  /** what a footnote says about marked names */
  NOTE: 128,
  /** praise that stands alone between names: "vegan" */
  CLAIM: 256,
  /** what an active is for, in a Drug Facts panel */
  PURPOSE: 512,
  /** what the following names do in the product: a heading inside a list */
  FUNCTION: 1024,
  /** says that something is not inside */
  NEGATES: 2048,
  /** water in the languages of labels */
  WATER: 4096,
  /** a name so general that brackets after it hold a list */
  GENERAL: 8192,
  /** leads into an aside: "derived from coconut" */
  ASIDE: 16384,
  /** joins two names */
  JOIN: 32768,
  /** the first word of "may contain" */
  MAYBE: 65536,
  /** "ingredients" in the languages of labels */
  INGREDIENTS: 131072,
  /** says that the list goes on elsewhere: "etc" */
  AND_SO_ON: 262144,
} as const;

const ROLES: readonly (readonly [number, string])[] = [
  [
    ROLE.TALK,
    `the your our you we they their them it its this these those that which whose who what when while where is are was
    were be been being has have had can could will would should might must do does did than then so such very more
    most any every each other out off up down over between within through during before after until also only just even
    still helps help helping provide provides providing create creates creating protect protects protecting absorb absorbs
    soothe soothes soothing nourish nourishes nourishing minimize minimizes improve improves improving increase increases
    reduce reduces reducing support supports supporting promote promotes restore restores renew renews boost boosts
    boosting firms tones calms calm cools plump plumps smooth smooths smoothes soften softens tighten tightens brighten
    brightens brightening hydrates moisturize moisturizes moisturise moisturises exfoliate
    exfoliates detoxify detoxifies purify purifies balance balances refresh refreshes revitalize revitalizes
    energize energizes repair repairs fight fights fighting defend defends prevent prevents delay delays diminish
    diminishes decrease decreases enhance enhances maintain maintains strengthen strengthens stimulate stimulates
    regulate regulates deliver delivers offer offers allow allows make makes making leave leaves-skin look looks looking
    feel feels appear appears appearance act acts assist assists counteract counteracts optimize optimizes known designed
    formulated developed proven suitable ideal perfect gentle gently deeply instantly visibly visible healthy healthier
    radiant radiance glow glowing youthful complexion wrinkle wrinkles texture elasticity firmness suppleness dullness
    imperfections blemishes breakouts pores puffiness tone discoloration discolorations irritation redness dryness
    aging ageing protection hydration hydrator texturizer powerful potent lightweight luxurious
    unique exclusive advanced innovative revolutionary formula formulas technology boutique store website
    product products packaging cosmetics effect effects benefit benefits properties feeling sensation radicals
    against please refer aware change changes vary varies subject differ receive list lists contact consult visit click
    apply rinse use using used avoid keep store warning caution directions children reach external eyes doctor
    physician ask stop discontinue occurs persists manufactured distributed made imported tested dermatologist
    dermatologically ophthalmologically clinically irritants veuillez cette liste peut varier bitte siehe verpackung
    voir emballage absorbs reveals reveal leaving ensures ensure targets target treats treat
    captures capture illuminates illuminate locks lock works work slows slow evens 
    removes remove eliminates eliminate cleanses cleansing unclogs refines refine lifts controls control mattifies
    clarifies invigorates shields shield guards guard neutralizes neutralize combats combat quenches replenishes
    replenish rejuvenates rejuvenate retexturizes conditions coats softening tightening lifting purifying detoxifying
    nourishment clinical addition listed available unavailable provided coming soon advertised accurate accuracy`,
  ],
  [
    ROLE.SMALL,
    `to for with in on by at an if but into per about around under without because due own how why skin face lips`,
  ],
  [
    ROLE.OPENER,
    `please this these the always consult refer note warning caution directions made manufactured distributed`,
  ],
  [
    ROLE.PACK,
    `please ingredient ingredients list lists change changes vary varies packaging package pack label box carton refer
    aware warning caution avoid external children reach keep manufactured distributed made subject accurate differ
    directions store website contact consult apply cette liste varier emballage verpackung voir siehe veuillez bitte`,
  ],
  [
    ROLE.FORM,
    `oil oils extract extracts ext butter seed seeds leaf leaves flower flowers fruit fruits root roots bark peel stem stems
    stalk wood herb kernel nut germ bran bud buds sprout sprouts rhizome bulb resin gum wax juice water powder meal flour
    starch sap pulp shell husk hull needle needles branch twig cone pollen callus culture cell cells ferment filtrate
    lysate distillate hydrosol absolute concrete tincture mucilage fiber fibers bean beans berry petal petals blossom
    tuber whole plant aerial seedcake esters protein skin shoot thallus`,
  ],
  [
    ROLE.TAIL,
    `copolymer crosspolymer polymer acid acids alcohol alcohols glycol chloride hydrochloride hcl oxide dioxide hydroxide
    sulfate sulphate sulfonate phosphate carbonate silicate nitrate citrate triglyceride triglycerides glycerides glyceride
    edta dimethicone methicone ether diol triol amide hydantoin hydroxide betaine glucoside isethionate taurate
    sarcosinate filtrate lysate mea dea silylate violet lake`,
  ],
  [
    ROLE.PRODUCT,
    `serum cream creme crème lotion cleanser toner mask masque balm gel moisturizer moisturiser treatment mist essence
    scrub pads pad wipes sunscreen shampoo conditioner foundation primer concealer concentrate emulsion ampoule
    ampoules patch patches soap wash foam exfoliator kit set step part phase stick spray hydrator booster bar gelée lait
    tonic toning facial capsule capsules liquid spf sheet tint palette moisturizing makeup cushion compact
    peel masks serums creams sachet jar tube bottle`,
  ],
  [
    ROLE.NOTE,
    `organic organically certified natural naturally plant essential fragrance fragrances fragrant denotes indicates
    indicate component components constituent constituents origin ingredient ingredients from derived bio biologique
    issu issus aus kontrolliert wild wildcrafted fair fairtrade vegan contained occurring ecocert cosmos allergen
    allergens parfum perfume aroma flavor flavour napiers formula farming agriculture means contains present traces
    trace biodynamic demeter`,
  ],
  [
    ROLE.CLAIM,
    `vegan organic natural hypoallergenic noncomedogenic recyclable unscented biodegradable
    halal kosher ecocert`,
  ],
  [
    ROLE.PURPOSE,
    `sunscreen acne protectant antiseptic antiperspirant analgesic anesthetic astringent antifungal medication antidandruff
    antibacterial`,
  ],
  [
    ROLE.FUNCTION,
    `preservative preservatives emulsifier emulsifiers surfactant surfactants colorant colorants colors colours colour
    color dyes pigment pigments allergens allergen parfum fragrance fragrances perfume contains contain containing
    thickener thickeners solvent humectant humectants emollient emollients antioxidant antioxidants stabilizer vitamins
    minerals botanicals extracts oils actives base vehicle excipients carrier other others`,
  ],
  [ROLE.NEGATES, `free no not never zero nor without sans ohne senza excludes excluding`],
  [ROLE.JOIN, `and und et`],
  [ROLE.AND_SO_ON, `etc more others`],
  [ROLE.MAYBE, `may maycontain peut kann puede pode può puo`],
  [
    ROLE.INGREDIENTS,
    `ingredients ingredient ingrédients ingredienti ingredientes ingrediënten inhaltsstoffe zutaten bestandteile inci composition`,
  ],
  [ROLE.WATER, `water aqua eau wasser agua acqua`],
  [
    ROLE.GENERAL,
    `fragrance parfum perfume aroma flavor flavour blend complex mixture extracts oils botanicals preservative
    preservatives colorants colors pigments minerals vitamins contains oxides base`,
  ],
  [ROLE.ASIDE, `that which who helps known used found derived obtained sourced for to as`],
];

const WORD_ROLES: ReadonlyMap<string, number> = rolesByWord();

/** The roles of a word, as bits of {@link ROLE}; 0 for a word that may be a name. */
export function rolesOf(lowerCaseWord: string): number {
  return WORD_ROLES.get(lowerCaseWord) ?? 0;
}

/**
 * The roles of the word between two places of a text in lower case. Most words
 * have none: their first letter and length mostly tell, before they are cut out.
 */
export function rolesAt(lower: string, start: number, end: number): number {
  const lengths = LENGTHS[lower.charCodeAt(start)] ?? 0;
  return (lengths & (1 << (end - start))) === 0 ? 0 : rolesOf(lower.slice(start, end));
}

/** For each first letter the lengths of the words that have roles, as bits; beyond thirty-one they only look shorter. */
const LENGTHS = lengthsByLetter();

function lengthsByLetter(): Int32Array {
  const lengths = new Int32Array(0x100);
  for (const word of WORD_ROLES.keys()) {
    const letter = word.charCodeAt(0);
    lengths[letter] = nth(lengths, letter) | (1 << word.length);
  }
  return lengths;
}

function rolesByWord(): Map<string, number> {
  const roles = new Map<string, number>();
  for (const [role, words] of ROLES) {
    for (const word of words.split(/\s+/)) roles.set(word, (roles.get(word) ?? 0) | role);
  }
  return roles;
}
