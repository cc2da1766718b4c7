/** `ZIP 49441`, `ZIP 494xx`, `MI`: an area by its code. */
export function areaName(code: string): string {
  if (/^\d{5}$/.test(code)) return `ZIP ${code}`;
  return /^\d{3}$/.test(code) ? `ZIP ${code}xx` : code;
}
