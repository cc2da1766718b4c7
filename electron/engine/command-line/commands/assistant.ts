/** `assistant` switches plain-language explanations on; `explain` shows what would be sent, and sends it when told to. */

import type { AssistantState } from '@shared/contract/assistant';
import { AppError } from '@shared/contract/errors';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { readSecretFile } from '../passphrase-file';
import { printJson, printLines } from '../print';

const words = engineTexts.commandLine.assistant;
const { help } = words;

type AssistantFlags = GlobalOptions & {
  on?: boolean;
  off?: boolean;
  address?: string;
  model?: string;
  keyFile?: string;
  forgetKey?: boolean;
};

export function addAssistantCommands(program: Command): void {
  program
    .command('assistant')
    .description(help.assistant.description)
    .option('--on', help.assistant.on)
    .option('--off', help.assistant.off)
    .option('--address <url>', help.assistant.address)
    .option('--model <name>', help.assistant.model)
    .option('--key-file <file>', help.assistant.keyFile)
    .option('--forget-key', help.assistant.forgetKey)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<AssistantFlags>();
      await withEngine(flags, async ({ client }) => {
        const state = await changeSettings(client, flags);
        if (flags.json) printJson(state);
        else printLines(...describeState(state));
      });
    });
  program
    .command('explain')
    .description(help.explain.description)
    .argument('[plan]', help.explain.plan)
    .option('--send', help.explain.send)
    .action(async (planId: string | undefined, _options: unknown, command: Command) => {
      const flags = command.opts<GlobalOptions & { send?: boolean }>();
      await withEngine(flags, ({ client }) => explain(client, planId, flags));
    });
}

async function changeSettings(client: EngineClient, flags: AssistantFlags): Promise<AssistantState> {
  const { hasKey: _, isLocal: __, ...present } = await client.assistant.getState({});
  const { on, off, address, model, keyFile, forgetKey } = flags;
  if (on && off) throw new AppError('BAD_INPUT', words.exclusive);
  const key =
    keyFile === undefined ? {} : { apiKey: readSecretFile(keyFile, engineTexts.commandLine.session.keyFile) };
  return client.assistant.setSettings({
    isOn: on ? true : off ? false : present.isOn,
    address: address ?? present.address,
    model: model ?? present.model,
    ...(forgetKey ? { apiKey: null } : key),
  });
}

function describeState({ isOn, address, model, hasKey, isLocal }: AssistantState): string[] {
  return [isOn ? words.on : words.off, words.service({ model, address, isLocal, hasKey })];
}

async function explain(
  client: EngineClient,
  given: string | undefined,
  flags: GlobalOptions & { send?: boolean },
): Promise<void> {
  const planId = given ?? (await client.plan.getLatest(scopeOf(flags)))?.id;
  if (planId === undefined)
    throw new AppError('NO_DATA', words.noPlan.message, { nextStep: words.noPlan.nextStep });
  const preview = await client.assistant.previewPlan({ planId });
  if (!flags.send) {
    if (flags.json) return printJson({ planId, preview });
    return printLines(words.wouldGo(preview.address), preview.body);
  }
  const explanation = await client.assistant.explainPlan({ planId, digest: preview.digest });
  if (flags.json) printJson({ planId, explanation });
  else printLines(explanation.text, '', words.wordedBy(explanation.model));
}
