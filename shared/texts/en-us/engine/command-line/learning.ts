/** `feedback` and `learn`. */
export const learning = {
  help: {
    feedback: {
      description: 'what became of past recommendations',
    },
    learn: {
      description: 'learn the score’s weights from outcomes; kept only when later outcomes prove them better',
      target: 'what to learn for',
      model: 'how weights are found; auto chooses by later outcomes',
      explore: 'whether plans try near-equal builds; on only where the log shows a gain',
    },
  },
  outcomes: (sum: { all: string; accepted: string; changed: string; declined: string }) =>
    `${sum.all} recommendations: ${sum.accepted} accepted, ${sum.changed} changed, ${sum.declined} declined.`,
  sold: (sum: { sold: string; ordered: string; days: string; gross: string; aged: string }) =>
    `${sum.sold} of ${sum.ordered} ordered units sold, median ${sum.days} days, ${sum.gross} a unit, ${sum.aged} aged.`,
  active: 'yes',
  exploration: (note: string) => `Exploration: ${note}`,
  columns: ['Version', 'Active', 'Gross', 'Days to turn', 'Market', 'Forecast', 'Note'],
};
