import {
  readAssistantKey,
  readAssistantSettings,
  readAssistantState,
  saveAssistantSettings,
} from '../assistant/assistant-settings';
import { explainPlan, previewExplanation } from '../assistant/explain-plan';
import { readPlan } from '../planning/read-plan';
import { implementer } from './implementer';

export const assistant = {
  getState: implementer.assistant.getState.handler(({ context }) => readAssistantState(context)),
  setSettings: implementer.assistant.setSettings.handler(async ({ context, input }) => {
    await saveAssistantSettings(context, input);
    return readAssistantState(context);
  }),
  previewPlan: implementer.assistant.previewPlan.handler(async ({ context, input }) =>
    previewExplanation(
      readAssistantSettings(context.dataDirectory),
      await readPlan(context.db, input.planId),
    ),
  ),
  explainPlan: implementer.assistant.explainPlan.handler(async ({ context, input, signal }) =>
    explainPlan({
      settings: readAssistantSettings(context.dataDirectory),
      plan: await readPlan(context.db, input.planId),
      digest: input.digest,
      apiKey: await readAssistantKey(context.database),
      signal,
    }),
  ),
};
