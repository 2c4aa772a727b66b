import { doseFit, factorFit } from '../../../src/core/ranking/dose-fit.js';

describe('the dose of an ingredient', () => {
  it.each([
    [0.04, 1],
    [0.05, 1],
    [0.039, 0.5],
    [0.02, 0.5],
    [0.01, 0.25],
    [0, 0],
  ])('of %d, where 0.04 worked, fits %d', (share, fit) => {
    expect(doseFit(share, 0.04)).toBe(fit);
  });

  it('fits wherever no dose is known', () => {
    expect(doseFit(0, null)).toBe(1);
    expect(doseFit(1, null)).toBe(1);
  });

  it.each([-0.01, 1.01, 2, NaN])('is refused where %d is passed as a share', (share) => {
    expect(() => doseFit(share, 0.04)).toThrow(RangeError);
    expect(() => doseFit(share, null)).toThrow(RangeError);
  });

  it.each([0, -0.04, 1.01, 4, NaN])('is refused where %d is passed as the dose that worked', (studied) => {
    expect(() => doseFit(0.04, studied)).toThrow(RangeError);
  });
});

describe('the factor of a sunscreen', () => {
  it.each([
    [50, 1],
    [30, 1],
    [29, 0.5],
    [15, 0.5],
    [6, 0.2],
  ])('of %d, where 30 worked, fits %d', (spf, fit) => {
    expect(factorFit(spf, 30)).toBe(fit);
  });
});
