import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
} from 'graphql';
import { type Service, startService } from '../support/service.js';

/** What clients were promised: names, types and defaults. The schema may hold more, and must hold this. */
const PROMISED = `
  enum Concern { ACNE_SCARS STRETCH_MARKS FINE_LINES BLEMISHES TEXTURE PIGMENTATION FIRMNESS RADIANCE HYDRATION PORES SUN_PROTECTION SOOTHING }
  enum Phase { PREPARATION OPEN_CHANNELS EARLY_RECOVERY LATE_RECOVERY REINTRODUCTION REMODELLING MAINTENANCE }
  enum Verdict { IDEAL SUITABLE CAUTION UNVERIFIED AVOID }
  enum Category { SERUM CREAM MOISTURIZER CLEANSER TONER SUNSCREEN MASK OIL BALM EXFOLIANT EYE_CARE BODY_CARE MAKEUP DEVICE OTHER }
  enum Device { ROLLER STAMP PEN RADIOFREQUENCY }
  enum EvidenceGrade { A B C D N }
  enum Certainty { EXACT ALIAS NEAR UNKNOWN }
  enum Performer { PRACTITIONER AT_HOME UNKNOWN }
  enum Area { FACE NECK BODY SCALP }
  enum SkinType { DRY NORMAL COMBINATION OILY }
  enum Condition { PREGNANT BREASTFEEDING ISOTRETINOIN KELOID ACTIVE_INFECTION ACTIVE_ACNE COLD_SORES ROSACEA ECZEMA METAL_ALLERGY IMMUNOSUPPRESSED ANTICOAGULANT }
  enum Symptom { INCREASING_PAIN SPREADING_REDNESS PUS FEVER BLISTERS HIVES SWELLING FIRM_BUMPS NUMBNESS WEEPING PERSISTENT_REDNESS }
  enum Indicator { INFO WARNING CRITICAL }
  enum Urgency { ROUTINE SAME_DAY EMERGENCY }

  input TreatmentInput { device: Device = PEN needleDepthMm: Float treatedAt: DateTime hoursSince: Float performedBy: Performer = UNKNOWN area: Area = FACE }
  input SkinProfileInput { fitzpatrick: Int sensitive: Boolean skinType: SkinType acneProne: Boolean conditions: [Condition!] = [] symptoms: [Symptom!] = [] avoid: [String!] = [] }
  input ConcernInput { concern: Concern! weight: Float = 1 }
  input ProductFilter { categories: [Category!] brands: [String!] maxPrice: DecimalString inStock: Boolean fragranceFree: Boolean text: String tags: [String!] excludeIds: [ID!] }
  input ProductRef { id: ID sku: String gtin: String label: LabelInput }
  input LabelInput { ingredients: String! category: Category name: String }

  type Query {
    pairings(concerns: [ConcernInput!]!, treatment: TreatmentInput!, profile: SkinProfileInput, filter: ProductFilter, channel: String, first: Int = 10, after: String): PairingConnection!
    assess(product: ProductRef!, treatment: TreatmentInput!, profile: SkinProfileInput): Assessment!
    assessAll(products: [ProductRef!]!, treatment: TreatmentInput!, profile: SkinProfileInput): [Assessment!]!
    readLabel(ingredients: String!): Label!
    products(filter: ProductFilter, channel: String, first: Int = 20, after: String): ProductConnection!
    product(id: ID, sku: String, gtin: String): Product
    ingredients(text: String, tag: String, first: Int = 20, after: String): IngredientConnection!
    ingredient(inci: String!): Ingredient
    concerns: [ConcernInfo!]!
    phases(treatment: TreatmentInput!, profile: SkinProfileInput): [PhaseWindow!]!
    knowledge: KnowledgeVersion!
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
  }

  type PairingConnection {
    edges: [PairingEdge!]! nodes: [Pairing!]! pageInfo: PageInfo! totalCount: Int!
    phase: PhaseWindow! counts: VerdictCounts! facets: [Facet!]!
    leftOut(first: Int = 20, after: String, verdicts: [Verdict!]): AssessmentConnection!
    referral: Referral notices: [Notice!]! knowledge: KnowledgeVersion!
  }
  type Pairing { product: Product! verdict: Verdict! score: Float! contributions: [Contribution!]! reasons: [Reason!]! untilPhase: Phase }
  type Contribution { ingredient: Ingredient! concern: Concern points: Float! grade: EvidenceGrade! sources: [Source!]! }
  type Assessment { product: Product label: Label verdict: Verdict! phase: PhaseWindow! reasons: [Reason!]! referral: Referral notices: [Notice!]! usableFromHour: Float usableFrom: DateTime swap: Product completeness: Float! }
  type Reason { code: ReasonCode! message: String! ingredient: Ingredient printed: String rule: ID! untilHour: Float until: DateTime policy: String sources: [Source!]! }
  type Source { id: ID! kind: SourceKind! title: String! year: Int url: String }
  type PhaseWindow { phase: Phase! fromHour: Float! toHour: Float from: DateTime to: DateTime advice: [Advice!]! }
  type KnowledgeVersion { version: String! sha256: String! reviewedOn: String! }
  type Label { tokens: [LabelToken!]! warnings: [String!]! recognised: Int! unrecognised: Int! complete: Boolean! }
  type LabelToken { position: Int! printed: String! start: Int! end: Int! ingredient: Ingredient certainty: Certainty! minShare: Float! maxShare: Float! tags: [String!]! }
  type Money { amount: DecimalString! currencyCode: String! }
  type Product implements Node {
    id: ID! brand: String! name: String! category: Category! form: String rinseOff: Boolean! label: String! reading: Label! completeness: Float!
    gtin: String spf: Int ph: Float sterile: Boolean! imageUrl: String url: String
    offers(channel: String): [Offer!]! price(channel: String): Money updatedAt: DateTime!
  }
  type Offer { channel: String! sku: String! price: Money! availability: Availability! url: String }
  type Ingredient implements Node { id: ID! inci: String! aliases: [String!]! tags: [Tag!]! cas: String }
  type Tag { code: String! name: String! summary: String! holds: [Hold!]! sources: [Source!]! }
  type Hold { depth: String! hours: Float! policy: String sources: [Source!]! otherViews: [String!]! }
  type VerdictCounts { ideal: Int! suitable: Int! caution: Int! unverified: Int! avoid: Int! considered: Int! }
  type Notice { code: String! summary: String! detail: String indicator: Indicator! untilHour: Float sources: [Source!]! }
  type Referral { reasons: [Reason!]! urgency: Urgency! message: String! }

  # the cursor connections of Relay
  type PairingEdge { node: Pairing! cursor: String! }
  type AssessmentConnection { edges: [AssessmentEdge!]! nodes: [Assessment!]! pageInfo: PageInfo! totalCount: Int! }
  type AssessmentEdge { node: Assessment! cursor: String! }
  type ProductConnection { edges: [ProductEdge!]! nodes: [Product!]! pageInfo: PageInfo! totalCount: Int! }
  type ProductEdge { node: Product! cursor: String! }
  type IngredientConnection { edges: [IngredientEdge!]! nodes: [Ingredient!]! pageInfo: PageInfo! totalCount: Int! }
  type IngredientEdge { node: Ingredient! cursor: String! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`;

describe('the schema holds what clients were promised:', () => {
  let service: Service;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    service = await startService();
    schema = service.app.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => service.stop());

  for (const definition of parse(PROMISED).definitions) {
    switch (definition.kind) {
      case Kind.ENUM_TYPE_DEFINITION:
        it(`every value of ${definition.name.value}, and no other`, () => {
          const type = schema.getType(definition.name.value);
          const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
          expect(values.sort()).toEqual(definition.values?.map(({ name }) => name.value).sort());
        });
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        it(`what can be said in ${definition.name.value}`, () => {
          const type = schema.getType(definition.name.value);
          const fields = isInputObjectType(type) ? type.getFields() : {};
          for (const field of definition.fields ?? []) expect(inputOf(fields[field.name.value])).toBe(print(field));
          const names = definition.fields?.map(({ name }) => name.value) ?? [];
          expect(demandedBy(Object.values(fields), names)).toEqual([]);
        });
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
        it(`what can be asked of ${definition.name.value}`, () => {
          const type = schema.getType(definition.name.value);
          const fields = isObjectType(type) ? type.getFields() : {};
          for (const field of definition.fields ?? []) {
            const names = field.arguments?.map(({ name }) => name.value) ?? [];
            expect(fieldOf(fields[field.name.value], names)).toBe(print(field));
            expect(demandedBy(fields[field.name.value]?.args ?? [], names)).toEqual([]);
          }
          expect(isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : []).toEqual(
            definition.interfaces?.map(({ name }) => name.value),
          );
        });
        break;
      default:
        throw new Error(`nothing holds the schema to ${definition.kind}`);
    }
  }
});

/** A field as the contract writes it, with those of its arguments that the contract names, in its order. */
function fieldOf(field: GraphQLField<unknown, unknown> | undefined, names: readonly string[]): string {
  if (field === undefined) return 'nothing';
  const args = names.map((name) => inputOf(field.args.find((arg) => arg.name === name)));
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}: ${String(field.type)}`;
}

function inputOf(input: GraphQLInputField | GraphQLArgument | undefined): string {
  if (input === undefined) return 'nothing';
  const value = input.defaultValue === undefined ? undefined : astFromValue(input.defaultValue, input.type);
  return `${input.name}: ${String(input.type)}${value ? ` = ${print(value)}` : ''}`;
}

/** What must be said although the contract does not know it. */
function demandedBy(inputs: readonly (GraphQLInputField | GraphQLArgument)[], known: readonly string[]): string[] {
  const demanded = inputs.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return demanded.map(({ name }) => name).filter((name) => !known.includes(name));
}
