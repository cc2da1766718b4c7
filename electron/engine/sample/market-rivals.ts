/** Other makers' models by segment: size against the franchise's own model, price, yearly trend; all made up. */
export type Rival = readonly [
  make: string,
  model: string,
  sizeAgainstOwn: number,
  priceDollars: number,
  trend: number,
];

export const RIVALS: Readonly<Record<string, readonly Rival[]>> = {
  'Full-size pickup': [
    ['Ford', 'F-150', 1.3, 61_500, 0.01],
    ['Ram', '1500', 0.75, 59_800, -0.07],
    ['GMC', 'Sierra 1500', 0.6, 66_900, 0.03],
    ['Toyota', 'Tundra', 0.3, 62_400, 0.05],
  ],
  'Heavy-duty pickup': [
    ['Ford', 'F-250', 1.2, 72_500, 0.02],
    ['Ram', '2500', 0.8, 71_200, -0.04],
    ['GMC', 'Sierra 2500HD', 0.55, 79_800, 0.02],
  ],
  'Midsize pickup': [
    ['Toyota', 'Tacoma', 2.2, 45_900, 0.08],
    ['Ford', 'Ranger', 0.6, 41_500, 0.06],
    ['Nissan', 'Frontier', 0.65, 38_900, -0.02],
    ['Jeep', 'Gladiator', 0.5, 49_800, -0.1],
    ['GMC', 'Canyon', 0.35, 46_700, 0.04],
  ],
  'Compact SUV': [
    ['Toyota', 'RAV4', 2.1, 36_900, 0.02],
    ['Honda', 'CR-V', 1.9, 36_200, 0.04],
    ['Nissan', 'Rogue', 1.1, 33_400, -0.04],
    ['Ford', 'Escape', 0.7, 33_800, -0.12],
    ['Hyundai', 'Tucson', 1.0, 34_600, 0.05],
  ],
  'Three-row SUV': [
    ['Ford', 'Explorer', 1.9, 49_900, 0.03],
    ['Toyota', 'Grand Highlander', 1.2, 52_600, 0.12],
    ['Honda', 'Pilot', 1.1, 48_700, -0.01],
    ['Kia', 'Telluride', 1.0, 47_300, 0.01],
    ['Hyundai', 'Palisade', 0.9, 47_900, 0.04],
  ],
  'Midsize SUV': [
    ['Jeep', 'Grand Cherokee', 3.4, 51_800, -0.06],
    ['Honda', 'Passport', 0.9, 46_100, 0.03],
    ['Nissan', 'Murano', 0.8, 43_600, 0.02],
  ],
  'Full-size SUV': [
    ['Ford', 'Expedition', 1.0, 79_500, 0.03],
    ['GMC', 'Yukon', 1.1, 84_300, 0.04],
    ['Jeep', 'Wagoneer', 0.5, 74_200, -0.09],
  ],
  'Subcompact SUV': [
    ['Subaru', 'Crosstrek', 1.3, 31_400, 0.02],
    ['Honda', 'HR-V', 1.1, 29_700, 0.02],
    ['Hyundai', 'Kona', 0.7, 29_900, 0.01],
    ['Kia', 'Seltos', 0.6, 28_400, 0.02],
    ['Nissan', 'Kicks', 0.7, 26_800, 0.06],
  ],
  'Midsize sedan': [
    ['Toyota', 'Camry', 3.0, 33_200, 0.03],
    ['Honda', 'Accord', 1.7, 33_900, -0.02],
    ['Nissan', 'Altima', 1.2, 29_600, -0.08],
    ['Hyundai', 'Sonata', 0.7, 32_300, 0.03],
  ],
  'Sports car': [
    ['Ford', 'Mustang', 1.6, 46_800, -0.03],
    ['Porsche', '911', 0.4, 168_000, 0.03],
    ['Toyota', 'GR Supra', 0.2, 63_500, -0.05],
  ],
  'Electric SUV': [
    ['Tesla', 'Model Y', 4.5, 50_600, -0.04],
    ['Hyundai', 'Ioniq 5', 0.9, 47_900, 0.08],
    ['Ford', 'Mustang Mach-E', 0.8, 48_600, -0.02],
    ['Volkswagen', 'ID.4', 0.4, 45_700, -0.06],
  ],
};
