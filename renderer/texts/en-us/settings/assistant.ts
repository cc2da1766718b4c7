/** Words of the language model that may be asked. */
export const assistant = {
  saved: 'Saved',
  title: 'Explanations in plain words',
  note: 'off unless you switch them on',
  about:
    'A language model of your choice can put an order plan into a few sentences. What would be sent is shown first, and goes out only when you press Send: figures of builds, never a VIN, a customer or a note. A wording with a number that the plan does not state is thrown away.',
  allow: 'Allow explanations to be asked for',
  address: 'Address',
  addressHint:
    'OpenAI’s, or a program on this computer that speaks the same, such as http://localhost:11434/v1',
  model: 'Model',
  key: 'Key',
  keyHint: 'Stored encrypted, and never shown again. Another address forgets it.',
  keyStored: 'A key is stored',
  noKey: 'No key is stored',
  keyState: {
    stored: 'A key is stored, encrypted',
    localNone: 'No key; one in your own network may need none',
    none: 'No key is stored: this address will want one',
  },
  save: 'Save',
  forget: 'Forget the key',
};
