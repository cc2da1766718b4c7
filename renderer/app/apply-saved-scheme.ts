/** Sets the colours before the first paint; Mantine would do it after, and its inline script is not allowed. */
const MANTINE_KEY = 'mantine-color-scheme-value';

export function applySavedScheme(): void {
  const saved = localStorage.getItem(MANTINE_KEY);
  const isDark =
    saved === 'dark' || (saved !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
}
