/**
 * Text from a store's exports as a spreadsheet may hold it: a cell that begins like a formula would be run when it
 * is edited or saved as CSV, so it gets an apostrophe in front. Control characters and halves of a character pair
 * are not allowed in the file's XML, and Excel takes 32,767 characters a cell.
 */
const LONGEST_CELL = 32_767;
const RUNS_AS_FORMULA = /^[\s]*[=+\-@]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the file.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function safeText(text: string): string {
  const clean = text.replace(NOT_IN_XML, '').replace(LONE_SURROGATE, '\ufffd');
  const harmless = RUNS_AS_FORMULA.test(clean) ? `'${clean}` : clean;
  return harmless.slice(0, LONGEST_CELL).replace(LONE_SURROGATE, '');
}
