/** Forecasting methods by the names that people know them by. */
const MODEL_WORDS: Record<string, string> = {
  'seasonal-naive': 'Same month last year',
  naive: 'Last value',
  mean: 'Recent mean',
  'recent-rate': 'Recent rate',
  launch: 'Launch: its siblings and the ramp of earlier launches',
  share: 'Share of the level above',
  none: 'None',
  ets: 'Exponential smoothing',
  'ets-average': 'Averaged exponential smoothing',
  arima: 'ARIMA',
  autoregression: 'Autoregression',
  theta: 'Theta',
  'dynamic-theta': 'Dynamic theta',
  'complex-smoothing': 'Complex exponential smoothing',
  'log-smoothing': 'Exponential smoothing of logarithms',
  'quarterly-theta': 'Quarterly theta',
  'damped-trend': 'Damped trend',
  mstl: 'Seasonal decomposition',
  prophet: 'Prophet',
  adida: 'ADIDA',
  croston: "Croston's method",
  sba: "Croston's method, corrected",
  'pooled-counts': 'Rate by like series together',
  combination: 'Combination of the best',
  ensemble: 'Combination of the best',
  tsb: 'Intermittent demand (TSB)',
};

/** Known methods in words, others as the engine writes them; a combination is named by its parts. */
export function modelWord(model: string): string {
  const [whole, parts] = model.split(' of ');
  if (!parts) return wordOf(whole ?? model);
  return `Combination of ${parts.split(', ').map(wordOf).map(lowerFirst).join(', ')}`;
}

/** Where there is no room for the parts: `Combination of 5 methods`. */
export function modelInShort(model: string): string {
  const parts = model.split(' of ')[1]?.split(', ');
  return parts ? `Combination of ${parts.length} methods` : modelWord(model);
}

function wordOf(model: string): string {
  return MODEL_WORDS[model.replace(/_/g, '-')] ?? model;
}

/** Inside a sentence; a name that is no plain word keeps its capitals. */
function lowerFirst(word: string): string {
  return /^(ADIDA|ARIMA|Prophet|Croston)/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}
