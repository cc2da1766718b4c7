/** Inks that stay apart in grey: dark for new, light for used, hatching for what has stood too long. */
export const printInk = {
  text: '#16202e',
  dim: '#566173',
  grid: '#e9ecf1',
  line: '#c6ccd6',
  new: '#21468f',
  used: '#8cb7ae',
  history: '#566173',
  forecast: '#21468f',
  band: 'rgba(33, 70, 143, 0.16)',
  act: '#a32c0e',
  caution: '#8a5a00',
  good: '#17704a',
} as const;
