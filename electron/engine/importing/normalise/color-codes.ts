/**
 * Colours that order banks print as the maker's code, under the names that stock lists give them, so that an order and the
 * unit that arrives are one build. General Motors' codes only: no other export seen prints bare codes. One that is not
 * here keeps its code.
 */
const GM_MAKES: ReadonlySet<string> = new Set(['Buick', 'Cadillac', 'Chevrolet', 'GMC']);

const GM_EXTERIOR: ReadonlyMap<string, string> = new Map([
  ['GBA', 'Black'],
  ['GAZ', 'Summit White'],
  ['GAN', 'Silver Ice Metallic'],
  ['GB8', 'Mosaic Black Metallic'],
  ['G7C', 'Red Hot'],
  ['G9K', 'Satin Steel Metallic'],
  ['G1W', 'Iridescent Pearl Tricoat'],
  ['GXD', 'Sterling Gray Metallic'],
]);

/** The colour's name, or the text as it is. */
export function exteriorColorOf(make: string, text: string | null): string | null {
  if (text === null || !GM_MAKES.has(make)) return text;
  return GM_EXTERIOR.get(text.toUpperCase()) ?? text;
}
