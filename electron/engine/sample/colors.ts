/** Colours with their factory codes. A colour's pull shifts how soon a unit in it sells (0 is average). */
export type Color = { name: string; code: string; weight: number; pull: number };

export const NEW_EXTERIORS: readonly Color[] = [
  { name: 'Summit White', code: 'GAZ', weight: 24, pull: 0.25 },
  { name: 'Black', code: 'GBA', weight: 19, pull: 0.3 },
  { name: 'Sterling Gray Metallic', code: 'GXD', weight: 15, pull: 0.1 },
  { name: 'Radiant Red Tintcoat', code: 'GNT', weight: 10, pull: 0.05 },
  { name: 'Lakeshore Blue Metallic', code: 'GXP', weight: 9, pull: -0.1 },
  { name: 'Slate Gray Metallic', code: 'GNO', weight: 8, pull: 0 },
  { name: 'Iridescent Pearl Tricoat', code: 'G1W', weight: 7, pull: 0.2 },
  { name: 'Cacti Green', code: 'GVR', weight: 4, pull: -0.6 },
  { name: 'Harvest Bronze Metallic', code: 'GUI', weight: 4, pull: -0.5 },
];

export const NEW_INTERIORS: readonly Color[] = [
  { name: 'Jet Black', code: 'H0U', weight: 62, pull: 0.05 },
  { name: 'Dark Ash Gray', code: 'H2G', weight: 20, pull: 0 },
  { name: 'Mocha', code: 'HUM', weight: 10, pull: -0.1 },
  { name: 'Maple Sugar', code: 'HMF', weight: 8, pull: -0.25 },
];

export const USED_EXTERIORS: readonly Color[] = [
  { name: 'White', code: '', weight: 24, pull: 0.15 },
  { name: 'Black', code: '', weight: 22, pull: 0.15 },
  { name: 'Gray', code: '', weight: 19, pull: 0.05 },
  { name: 'Silver', code: '', weight: 12, pull: 0 },
  { name: 'Blue', code: '', weight: 10, pull: 0 },
  { name: 'Red', code: '', weight: 9, pull: -0.05 },
  { name: 'Green', code: '', weight: 2, pull: -0.2 },
  { name: 'Beige', code: '', weight: 2, pull: -0.25 },
];

export const USED_INTERIORS: readonly Color[] = [
  { name: 'Black', code: '', weight: 60, pull: 0 },
  { name: 'Gray', code: '', weight: 25, pull: 0 },
  { name: 'Tan', code: '', weight: 15, pull: -0.05 },
];
