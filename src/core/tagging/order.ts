/**
 * What the order of a list says about amounts (dossier §6; rulings, "The 1 % line").
 *
 * Above one percent names descend by mass; at or below it they stand in any order. The first name
 * that is always dosed at one percent or less, a strong marker, draws the line.
 */

/** A name in its list, as far as order goes. */
export interface Listed {
  /** comparison key; equal keys are the same name */
  readonly key: string;
  readonly section: 'LIST' | 'ACTIVE' | 'MAY_CONTAIN';
  /** printed or stated share, 0…1 */
  readonly declaredShare?: number | undefined;
  readonly strongMarker: boolean;
  readonly mediumMarker: boolean;
  /** a humectant or solvent that is used in bulk */
  readonly bulk: boolean;
}

export interface Place {
  /** 1-based among the distinct names of the list */
  readonly position: number;
  /** order says something about this name's amount; if not, it reads as above the line */
  readonly orderMeans: boolean;
  /** its position is not that of an alphabet */
  readonly positionMeans: boolean;
  readonly line: 'ABOVE' | 'BELOW';
  readonly looseLine: 'ABOVE' | 'BELOW';
  /** least share that the label allows, 0…1 */
  readonly minShare: number;
  /** largest share that the label allows, 0…1; the bound that hazards read */
  readonly maxShare: number;
  /** a narrower upper bound that medium markers allow, for estimating benefit only */
  readonly likelyMaxShare: number;
  readonly declared: boolean;
}

const LINE_SHARE = 0.01;
/** Twice the line: a medium marker is usually, but not surely, below it. */
const MEDIUM_SHARE = 0.02;
const ALPHABETICAL_RUN = 8;
/** From this position on a name counts as below the line for the groups that read the loose line. */
const LOOSE_POSITION = 21;

/** Places of all names of one list, in the order given. Names that repeat take the place of their first mention. */
export function placesOf(names: readonly Listed[], drugFacts: boolean): Place[] {
  const firstOf = new Map<string, number>();
  const distinct: Listed[] = [];
  for (const name of names) {
    if (firstOf.has(name.key)) continue;
    firstOf.set(name.key, distinct.length);
    distinct.push(name);
  }
  const places = placeDistinct(distinct, drugFacts);
  return names.map((name) => places[firstOf.get(name.key) as number] as Place);
}

function placeDistinct(names: readonly Listed[], drugFacts: boolean): Place[] {
  const ordered = names.filter((name) => name.section === 'LIST');
  const positionMeans = !alphabetical(ordered);
  const orderMeans = !drugFacts && positionMeans && !contradicted(ordered);
  const marker = ordered.findIndex((name) => name.strongMarker);
  const medium = ordered.findIndex((name) => name.mediumMarker || name.strongMarker);
  const looseFrom = marker >= 0 ? marker : Math.ceil((ordered.length * 2) / 3);
  const bounds = boundsOf(ordered, orderMeans, marker, medium);

  let inOrder = -1;
  return names.map((name, index) => {
    if (name.section !== 'LIST') {
      const share = name.declaredShare;
      const max = share ?? 1;
      return {
        position: index + 1,
        orderMeans: false,
        positionMeans: name.section === 'ACTIVE', // after "may contain" nothing is in order
        line: 'ABOVE',
        looseLine: 'ABOVE',
        minShare: share ?? 0,
        maxShare: max,
        likelyMaxShare: max,
        declared: share !== undefined,
      };
    }
    inOrder++;
    const below = orderMeans && marker >= 0 && inOrder >= marker;
    const loose = orderMeans && (below || inOrder >= looseFrom || index + 1 >= LOOSE_POSITION);
    return {
      position: index + 1,
      orderMeans,
      positionMeans,
      line: below ? 'BELOW' : 'ABOVE',
      looseLine: loose ? 'BELOW' : 'ABOVE',
      ...(bounds[inOrder] as Bounds),
    };
  });
}

interface Bounds {
  minShare: number;
  maxShare: number;
  likelyMaxShare: number;
  declared: boolean;
}

/**
 * Bounds on each share. The i-th of descending shares is at most 1/i; a share stated above one
 * percent bounds its neighbours; from the first strong marker on all are at most one percent.
 */
function boundsOf(ordered: readonly Listed[], orderMeans: boolean, marker: number, medium: number): Bounds[] {
  const bounds: Bounds[] = [];
  let ceiling = 1;
  for (const [index, name] of ordered.entries()) {
    const below = orderMeans && marker >= 0 && index >= marker;
    if (orderMeans) ceiling = Math.min(ceiling, below ? LINE_SHARE : 1 / (index + 1));
    const likely = orderMeans && medium >= 0 && index >= medium ? Math.min(ceiling, MEDIUM_SHARE) : ceiling;
    const share = name.declaredShare;
    bounds.push(
      share === undefined
        ? { minShare: 0, maxShare: ceiling, likelyMaxShare: likely, declared: false }
        : { minShare: share, maxShare: share, likelyMaxShare: share, declared: true },
    );
    const stated = share ?? 0;
    if (orderMeans && stated > LINE_SHARE) ceiling = Math.min(ceiling, stated);
  }
  if (!orderMeans) return bounds;
  let floor = 0;
  for (let index = bounds.length - 1; index >= 0; index--) {
    const bound = bounds[index] as Bounds;
    if (bound.declared && bound.minShare > LINE_SHARE) floor = Math.max(floor, bound.minShare);
    if (!bound.declared) bound.minShare = Math.min(bound.maxShare, floor);
  }
  return bounds;
}

/** Whether so many names run in alphabetical order that it cannot be chance. */
function alphabetical(ordered: readonly Listed[]): boolean {
  let run = 1;
  for (let index = 1; index < ordered.length; index++) {
    run = (ordered[index - 1] as Listed).key < (ordered[index] as Listed).key ? run + 1 : 1;
    if (run >= ALPHABETICAL_RUN) return true;
  }
  return false;
}

/** Whether a list's own shares, or what is used in bulk, contradict the line that its marker draws. */
function contradicted(ordered: readonly Listed[]): boolean {
  const marker = ordered.findIndex((name) => name.strongMarker);
  if (marker < 0) return false;
  return ordered.slice(marker + 1).some((name) => name.bulk || (name.declaredShare ?? 0) > LINE_SHARE);
}
