/** The first question that a newcomer asks; shown at start and in GraphiQL. */
export const EXAMPLE = `{
  pairings(
    concerns: [{ concern: PIGMENTATION }]
    treatment: { needleDepthMm: 1.0, hoursSince: 30 }
    first: 3
  ) {
    phase { phase toHour }
    counts { ideal suitable caution unverified avoid considered }
    nodes { score product { brand name } reasons { message } }
    leftOut(first: 3) { nodes { verdict usableFromHour product { brand name } reasons { message } } }
    notices { summary }
  }
}`;
