/**
 * A grade at the end of a model's name ("ACCORD EX-L", "Silverado 1500 LT"), for files that have no column for it: left in
 * place, each grade would be a model of its own. Names of models that end like a grade stay whole.
 */
const GRADES: readonly string[] = [
  ...['lt', 'ltz', 'ls', 'rst', 'wt', 'z71', 'zr2', 'high country', 'premier', 'activ', '1lt', '2lt', '3lt'],
  ...[
    'sle',
    'slt',
    'denali',
    'denali ultimate',
    'at4',
    'at4x',
    'elevation',
    'essence',
    'preferred',
    'avenir',
  ],
  ...[
    'luxury',
    'premium luxury',
    'xl',
    'xlt',
    'stx',
    'lariat',
    'king ranch',
    'platinum',
    'limited',
    'tremor',
  ],
  ...[
    'raptor',
    'titanium',
    'st-line',
    'st',
    'se',
    'sel',
    'laredo',
    'overland',
    'summit',
    'sahara',
    'rubicon',
  ],
  ...[
    'willys',
    'altitude',
    'trailhawk',
    'big horn',
    'lone star',
    'tradesman',
    'laramie',
    'rebel',
    'longhorn',
  ],
  ...['lx', 'ex', 'ex-l', 'exl', 'touring', 'grand touring', 'sport touring', 'elite', 'sport', 'sport-l'],
  ...['trailsport', 'black edition', 'le', 'xle', 'xse', 'sr', 'sr5', 'trd sport', 'trd off-road', 'trd pro'],
  ...['sv', 'sl', 'pro-4x', 'n line', 'calligraphy', 'sx', 'gt-line', 'premium', 'premium plus', 'r-line'],
  ...['long range', 'standard range', 'performance', 'r-dynamic se', 'dynamic se', 'autobiography', 'hse'],
];

const WHOLE_NAMES =
  /^(yukon xl|(range rover|discovery|bronco|rogue|outlander|montero|santa fe|land cruiser|pajero) sport|.* gt|grand|town)$/i;

const AT_END = new RegExp(
  `^(.*?[A-Za-z0-9)])[\\s\u2013\u2014-]+(${[...GRADES]
    .sort((one, other) => other.length - one.length)
    .map((grade) => grade.replace(/[ -]/g, '[ -]?'))
    .join('|')})$`,
  'i',
);

/** Null when the name ends in no grade, or would be no name without it. */
export function splitGrade(model: string): { model: string; grade: string } | null {
  if (WHOLE_NAMES.test(model)) return null;
  const match = AT_END.exec(model);
  const [, rest, grade] = match ?? [];
  return rest === undefined || grade === undefined ? null : { model: rest, grade };
}
