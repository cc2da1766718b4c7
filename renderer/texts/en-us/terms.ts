/** The contract's values that stand on several screens. */
export const terms = {
  conditions: { new: 'New', used: 'Used' },
  /** As they stand inside a sentence. */
  conditionsInside: { new: 'new', used: 'used' },
};
