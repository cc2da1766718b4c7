/** Asks a language model, through OpenAI's client, which is loaded by the first question and sends what is named here. */
import { AppError } from '@shared/contract/errors';
import type OpenAI from 'openai';

export type Question = { address: string; model: string; instructions: string; facts: string };
export type Asking = { apiKey: string | null; signal?: AbortSignal | undefined; timeoutMs?: number };

/** The client would add the computer's system and versions; these are what is needed. */
export const SENT_HEADERS: readonly string[] = ['accept', 'authorization', 'content-type'];
const TIMEOUT_MS = 60_000;
/** Longer than any wording asked for. */
const MOST_CHARACTERS = 5000;

/** What is sent, as the caller may show it. */
export function requestBody({ model, instructions, facts }: Question) {
  return {
    model,
    messages: [
      { role: 'system' as const, content: instructions },
      { role: 'user' as const, content: facts },
    ],
  };
}

/** Throws SERVICE_FAILED in words, and CANCELLED. */
export async function askModel(question: Question, asking: Asking): Promise<string> {
  const { apiKey, signal, timeoutMs = TIMEOUT_MS } = asking;
  const library = await import('openai');
  const client = new library.OpenAI({
    baseURL: question.address,
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: fetchPlainly,
  });
  try {
    const reply = await client.chat.completions.create(requestBody(question), signal ? { signal } : {});
    return textOf(reply, question);
  } catch (error) {
    throw explain(error, question, library);
  }
}

/** Follows no redirect, for that would take the key elsewhere. */
const fetchPlainly: typeof fetch = (url, init) => {
  const given = new Headers(init?.headers);
  const headers = new Headers();
  for (const name of SENT_HEADERS) headers.set(name, given.get(name) ?? 'application/json');
  return fetch(url, { ...init, headers, redirect: 'error' });
};

function textOf(reply: OpenAI.Chat.ChatCompletion, question: Question): string {
  const text = reply.choices?.[0]?.message?.content?.trim() ?? '';
  if (text !== '' && text.length <= MOST_CHARACTERS) return text;
  throw failed(`${hostOf(question)} gave no usable answer.`, 'Ask again, or choose another model.');
}

type Library = typeof import('openai');

function explain(error: unknown, question: Question, library: Library): unknown {
  const host = hostOf(question);
  if (error instanceof AppError) return error;
  if (error instanceof library.APIUserAbortError)
    return new AppError('CANCELLED', 'The question was cancelled.');
  if (error instanceof library.APIConnectionTimeoutError)
    return failed(`${host} took too long to answer.`, 'Ask again later, or choose a quicker model.');
  if (error instanceof library.APIConnectionError)
    return failed(
      `${host} cannot be reached.`,
      'Look whether this computer is online and the address in Settings › Assistant is right.',
    );
  if (error instanceof library.APIError) return explainStatus(error.status, host, question.model);
  if (error instanceof SyntaxError)
    return failed(`${host} does not answer as such a service does.`, 'Look at the address.');
  return error;
}

function explainStatus(status: number | undefined, host: string, model: string): AppError {
  if (status === 401 || status === 403)
    return failed(`${host} refused the key.`, 'Enter it again in Settings › Assistant.', status);
  if (status === 404)
    return failed(
      `${host} has no model ${model} at this address.`,
      'Look at model and address in Settings › Assistant.',
      status,
    );
  if (status === 429)
    return failed(
      `${host} takes no more questions for now: too many, or the account’s credit is used up.`,
      'Wait a minute and ask again; if it comes back, look at the account.',
      status,
    );
  return failed(
    `${host} could not answer (status ${status ?? 'unknown'}).`,
    'Ask again later, or choose another model.',
    status,
  );
}

function failed(message: string, nextStep: string, status?: number): AppError {
  return new AppError('SERVICE_FAILED', message, {
    nextStep,
    details: status === undefined ? {} : { status },
  });
}

function hostOf({ address }: Question): string {
  return new URL(address).host;
}
