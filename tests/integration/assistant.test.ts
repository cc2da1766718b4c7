/** Explanations by a language model: off at first, the key sealed, exactly what was read is sent, nothing made up is shown. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { askModel } from '@engine/assistant/ask-model';
import { readAssistantKey } from '@engine/assistant/assistant-settings';
import { explainPlan, previewExplanation } from '@engine/assistant/explain-plan';
import { planSchema } from '@shared/contract/plan';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeLanguageModel, startLanguageModel } from '../helpers/fake-language-model';
import { makeQuickFolder } from '../helpers/safety/quick-folder';
import { clientOf, startTestEngine } from '../helpers/safety/test-engine';

const KEY = 'sk-a-key-of-a-test-0123456789';
const plan = planSchema.parse({
  id: '7',
  storeCode: 'HARBOR',
  asOf: '2026-10-31',
  createdAt: '2026-11-01T09:00:00.000Z',
  forecastRunId: '1',
  windowDays: 90,
  windowNote: '',
  limits: [],
  lines: [line('1', 'Silverado 1500', 3, 750_000), line('2', 'Trax', 0, 0)],
  totals: { units: 3, costCents: 14_700_000, expectedValueCents: 750_000 },
  uncappedTotals: { units: 5, costCents: 24_500_000, expectedValueCents: 1_100_000 },
  shadowPrices: [],
  sensitivity: [],
  analysedAt: null,
  signedOffAt: null,
  signedOffNote: 'for Mrs. Miller',
  supersededByPlanId: null,
  solver: { status: 'optimal', gap: 0, milliseconds: 1, candidates: 2 },
  notes: [],
});

function line(lineId: string, model: string, quantity: number, expectedValueCents: number) {
  const none = {
    body: null,
    drivetrain: null,
    engine: null,
    package: null,
    exteriorColor: null,
    interiorColor: null,
  };
  return {
    lineId,
    build: { make: 'Chevrolet', model, modelYear: 2026, trim: 'LT', ...none },
    quantity,
    uncappedQuantity: quantity + 1,
    score: null,
    parts: { gross: null, daysToTurn: null, market: null, forecast: null },
    expectedValueCents,
    unitCostCents: 4_900_000,
    onHand: 1,
    pipeline: 0,
    demand: 4.5,
    marginalValuesCents: [],
    reasons: ['4.5 expected to sell in 90 days.'],
    notScoredBecause: null,
    decision: {
      decision: 'changed',
      quantity: 2,
      reason: 'Mrs. Miller wants it',
      decidedAt: '2026-11-01T09:00:00.000Z',
    },
    facts: null,
    colors: [],
    exploration: null,
  };
}

let model: FakeLanguageModel;
beforeEach(async () => {
  model = await startLanguageModel();
});
afterEach(() => model.close());

const settings = () => ({ isOn: true, address: model.address, model: 'small' });
const explain = (given: Partial<Parameters<typeof explainPlan>[0]> = {}) =>
  explainPlan({
    settings: settings(),
    plan,
    digest: previewExplanation(settings(), plan).digest,
    apiKey: KEY,
    ...given,
  });

describe('an explanation of a plan', () => {
  it('sends what the preview shows, word for word, and nothing of a user’s notes or of the computer', async () => {
    model.reply = { text: 'Order 3 of the 2026 Silverado 1500 LT: 4.5 should sell in 90 days.' };
    const preview = previewExplanation(settings(), plan);
    expect(model.requests).toEqual([]);
    expect(await explain()).toEqual({ text: model.reply.text, model: 'small' });
    const [sent] = model.requests;
    expect(JSON.parse(sent?.body ?? '')).toEqual(JSON.parse(preview.body));
    expect(`http://${sent?.headers.host}${sent?.url}`).toBe(preview.address);
    expect(sent?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(
      Object.keys(sent?.headers ?? {}).filter((name) => /stainless|openai|organization/.test(name)),
    ).toEqual([]);
    expect(preview.body).toContain('It orders 3 units for $147,000, expected to earn $7,500.');
    for (const secret of ['Miller', 'HARBOR', KEY]) expect(preview.body).not.toContain(secret);
  });

  it('is thrown away when it states a number that the plan does not', async () => {
    model.reply = { text: 'Order 3, for a profit of $9,000.' };
    await expect(explain()).rejects.toMatchObject({
      code: 'SERVICE_FAILED',
      details: { unknown: ['9,000'] },
    });
  });

  it('sends nothing while it is off, without a key to an outside address, or when something else was read', async () => {
    await expect(explain({ settings: { ...settings(), isOn: false } })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
    await expect(explain({ digest: 'another' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const outside = { ...settings(), address: 'https://models.example/v1' };
    const { digest } = previewExplanation(outside, plan);
    await expect(explain({ settings: outside, digest, apiKey: null })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('needs a key'),
    });
    expect(model.requests).toEqual([]);
  });
});

describe('what goes wrong at the language model', () => {
  const question = () => ({ address: model.address, model: 'small', instructions: 'i', facts: 'f' });
  const failure = (asking = {}) =>
    askModel(question(), { apiKey: KEY, ...asking }).then(
      () => null,
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
    );

  it.each([
    [401, 'refused the key'],
    [404, 'has no model small'],
    [429, 'takes no more questions'],
    [500, 'could not answer (status 500)'],
  ])('is said in words: status %i', async (status, words) => {
    model.reply = { status };
    expect(await failure()).toContain(words);
    expect(model.requests).toHaveLength(1);
  });

  it('is said in words: no connection, silence, a redirect, an empty answer, a cancel', async () => {
    model.reply = 'silence';
    expect(await failure({ timeoutMs: 50 })).toContain('took too long');
    const controller = new AbortController();
    const asked = failure({ signal: controller.signal });
    controller.abort();
    expect(await asked).toContain('CANCELLED');
    model.reply = { status: 307, location: 'http://127.0.0.1:9/elsewhere' };
    expect(await failure()).toContain('cannot be reached');
    model.reply = { text: ' ' };
    expect(await failure()).toContain('no usable answer');
    await model.close();
    expect(await failure()).toContain('cannot be reached');
  });
});

describe('the settings of the assistant', () => {
  it('keep the key sealed, never show it, and forget it for another address', async () => {
    const folder = makeQuickFolder('doso-assistant-');
    const engine = await startTestEngine(path.join(folder, 'data'));
    const client = clientOf(engine);
    try {
      expect(await client.assistant.getState({})).toMatchObject({
        isOn: false,
        hasKey: false,
        isLocal: false,
      });
      const { address } = await client.assistant.getState({});
      const on = { isOn: true, address, model: 'small' };
      expect(await client.assistant.setSettings({ ...on, apiKey: KEY })).toEqual({
        ...on,
        hasKey: true,
        isLocal: false,
      });
      expect(await readAssistantKey(engine.context.database)).toBe(KEY);
      await sql`checkpoint`.execute(engine.context.db);
      expect(filesWith(engine.context.dataDirectory, KEY)).toEqual([]);
      expect(await client.assistant.setSettings({ ...on, model: 'other' })).toMatchObject({ hasKey: true });
      await expect(
        client.assistant.setSettings({ ...on, address: 'http://models.example/v1', apiKey: KEY }),
      ).rejects.toMatchObject({ code: 'BAD_INPUT' });
      expect(await client.assistant.setSettings({ ...on, address: model.address })).toMatchObject({
        hasKey: false,
        isLocal: true,
      });
    } finally {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Every file below that holds the text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.path, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
