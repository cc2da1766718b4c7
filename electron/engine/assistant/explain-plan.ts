/** A plan in plain words: what would be sent, and the wording that came back, held against the plan's figures. */
import { createHash } from 'node:crypto';
import type { AssistantSettings, Explanation, ExplanationPreview } from '@shared/contract/assistant';
import { AppError } from '@shared/contract/errors';
import type { Plan } from '@shared/contract/plan';
import { redactText } from '../telemetry/redact';
import { askModel, type Question, requestBody, SENT_HEADERS } from './ask-model';
import { isLocalAddress } from './assistant-address';
import { describePlan, PLAN_INSTRUCTIONS } from './describe-plan';
import { findUnknownNumbers } from './find-unknown-numbers';

/** Sends nothing. Throws NO_DATA for a plan that orders nothing. */
export function previewExplanation(settings: AssistantSettings, plan: Plan): ExplanationPreview {
  const body = JSON.stringify(requestBody(questionOf(settings, plan)), null, 2);
  return {
    address: `${settings.address.replace(/\/$/, '')}/chat/completions`,
    isLocal: isLocalAddress(settings.address),
    headers: [...SENT_HEADERS],
    body,
    digest: digestOf(body, settings),
  };
}

export type ExplainRequest = {
  settings: AssistantSettings;
  plan: Plan;
  /** Of the preview that the user read. */
  digest: string;
  apiKey: string | null;
  signal?: AbortSignal | undefined;
};

/** Throws BAD_INPUT while it is off or a key is missing, CONFLICT where something else was read, SERVICE_FAILED. */
export async function explainPlan(request: ExplainRequest): Promise<Explanation> {
  const { settings, plan, apiKey, signal } = request;
  refuseUnready(settings, apiKey);
  if (previewExplanation(settings, plan).digest !== request.digest) {
    throw new AppError('CONFLICT', 'What would be sent is not what was read: nothing was sent.', {
      nextStep: 'Read it again, then send it.',
    });
  }
  const question = questionOf(settings, plan);
  const text = await askModel(question, { apiKey, signal });
  const unknown = findUnknownNumbers(text, question.facts);
  if (unknown.length === 0) return { text, model: settings.model };
  throw new AppError(
    'SERVICE_FAILED',
    `The wording was thrown away: it states ${unknown.slice(0, 5).join(', ')}, which the plan does not.`,
    {
      details: { unknown },
      nextStep: 'Ask again, or choose another model. The plan’s own reasons stand as they are.',
    },
  );
}

function refuseUnready({ isOn, address }: AssistantSettings, apiKey: string | null): void {
  if (!isOn) {
    throw new AppError('BAD_INPUT', 'Plain-language explanations are off: nothing was sent.', {
      nextStep: 'Switch them on in Settings › Assistant, or with doso assistant --on.',
    });
  }
  if (apiKey !== null || isLocalAddress(address)) return;
  throw new AppError('BAD_INPUT', `${new URL(address).host} needs a key, and none is stored.`, {
    nextStep: 'Enter it in Settings › Assistant, or with doso assistant --key-file FILE.',
  });
}

/** A plan holds no VIN and no ZIP code; should a name in it look like one, it does not go out either. */
function questionOf({ address, model }: AssistantSettings, plan: Plan): Question {
  if (plan.totals.units === 0)
    throw new AppError('NO_DATA', 'This plan orders nothing, so there is nothing to explain.');
  return { address, model, instructions: PLAN_INSTRUCTIONS, facts: redactText(describePlan(plan), '') };
}

function digestOf(body: string, { address }: AssistantSettings): string {
  return createHash('sha256').update(`${address}\n${body}`).digest('hex');
}
