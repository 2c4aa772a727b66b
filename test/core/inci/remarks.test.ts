import { apart } from '../../../src/core/inci/remarks.js';

describe('a name and its brackets', () => {
  it.each([
    ['Glycerin', 'Glycerin', [], ''],
    ['Mica (CI 77019)', 'Mica', ['CI 77019'], ''],
    ['Citrus Limon (Lemon) Peel Oil', 'Citrus Limon Peel Oil', ['Lemon'], 'Peel Oil'],
    ['Iron Oxides [CI 77491] {nano}', 'Iron Oxides', ['CI 77491', 'nano'], ''],
    ['Cucumis [Cucumis Sativus (Cucumber) Extract]', 'Cucumis', ['Cucumis Sativus (Cucumber) Extract'], ''],
    ['Salvia (Chia( Extract', 'Salvia Extract', ['Chia'], 'Extract'],
    ['Rosa Canina (Rosehip Oil', 'Rosa Canina', ['Rosehip Oil'], ''],
    ['Talc) Mica', 'Talc) Mica', [], ''],
    ['Talc ()', 'Talc', [], ''],
  ])('%s', (name, outer, inner, tail) => {
    expect(apart(name)).toEqual({ outer, inner, tail });
  });
});
