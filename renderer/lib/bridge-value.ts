import type { BridgeResult } from '@shared/contract/desktop-bridge';

/** What the desktop answered, or its error in the shape that `describeError` reads. */
export async function bridgeValue<T>(answer: Promise<BridgeResult<T>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  const { code, message, nextStep } = result.error;
  throw { code, message, data: { details: {}, nextStep } };
}
