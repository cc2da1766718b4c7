/** `assistant` and `explain`. */
export const assistant = {
  help: {
    assistant: {
      description: 'explanations in plain words by a language model of your choice: off unless switched on',
      on: 'allow explanations to be asked for',
      off: 'send nothing any more',
      address: 'of an API that speaks as OpenAI’s does, such as http://localhost:11434/v1',
      model: 'the model to ask',
      keyFile: 'store the first line of this file as the key, encrypted',
      forgetKey: 'remove the key',
    },
    explain: {
      description: 'what would be sent to explain an order plan in plain words; with --send, the explanation',
      plan: 'the plan’s number (default: the newest)',
      send: 'send it, and print the answer',
    },
  },
  exclusive: '--on and --off exclude each other.',
  on: 'Explanations can be asked for; each is sent only when somebody says so.',
  off: 'Off: nothing is sent.',
  service: (at: { model: string; address: string; isLocal: boolean; hasKey: boolean }) => {
    const where = at.isLocal ? `${at.address}, in your own network` : at.address;
    return at.hasKey
      ? `${at.model} at ${where}; a key is stored, encrypted.`
      : `${at.model} at ${where}; no key is stored.`;
  },
  noPlan: { message: 'There is no plan yet.', nextStep: 'Make one with: doso plan' },
  wouldGo: (address: string) => `To ${address} would go (add --send to send it):`,
  wordedBy: (model: string) => `Worded by ${model}; its numbers are the plan’s.`,
};
