/** Names one after another; the last stands like the others. */
export function list(names: readonly string[]): string {
  return names.join(', ');
}
