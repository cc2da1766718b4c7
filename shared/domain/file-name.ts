/** A name as every system takes it: characters that one of them cannot hold become spaces. */
export function fileSafe(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
}
