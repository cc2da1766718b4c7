/** `assistant` switches plain-language explanations on; `explain` shows what would be sent, and sends it when told to. */
import type { AssistantState } from '@shared/contract/assistant';
import { AppError } from '@shared/contract/errors';
import type { Command } from 'commander';
import { type EngineClient, type GlobalOptions, scopeOf, withEngine } from '../engine-session';
import { readSecretFile } from '../passphrase-file';
import { printJson, printLines } from '../print';

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
    .description('explanations in plain words by a language model of your choice: off unless switched on')
    .option('--on', 'allow explanations to be asked for')
    .option('--off', 'send nothing any more')
    .option('--address <url>', 'of an API that speaks as OpenAI’s does, such as http://localhost:11434/v1')
    .option('--model <name>', 'the model to ask')
    .option('--key-file <file>', 'store the first line of this file as the key, encrypted')
    .option('--forget-key', 'remove the key')
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
    .description('what would be sent to explain an order plan in plain words; with --send, the explanation')
    .argument('[plan]', 'the plan’s number (default: the newest)')
    .option('--send', 'send it, and print the answer')
    .action(async (planId: string | undefined, _options: unknown, command: Command) => {
      const flags = command.opts<GlobalOptions & { send?: boolean }>();
      await withEngine(flags, ({ client }) => explain(client, planId, flags));
    });
}

async function changeSettings(client: EngineClient, flags: AssistantFlags): Promise<AssistantState> {
  const { hasKey: _, isLocal: __, ...present } = await client.assistant.getState({});
  const { on, off, address, model, keyFile, forgetKey } = flags;
  if (on && off) throw new AppError('BAD_INPUT', '--on and --off exclude each other.');
  const key = keyFile === undefined ? {} : { apiKey: readSecretFile(keyFile, 'key') };
  return client.assistant.setSettings({
    isOn: on ? true : off ? false : present.isOn,
    address: address ?? present.address,
    model: model ?? present.model,
    ...(forgetKey ? { apiKey: null } : key),
  });
}

function describeState({ isOn, address, model, hasKey, isLocal }: AssistantState): string[] {
  return [
    isOn
      ? 'Explanations can be asked for; each is sent only when somebody says so.'
      : 'Off: nothing is sent.',
    `${model} at ${address}${isLocal ? ', in your own network' : ''}; ${hasKey ? 'a key is stored, encrypted' : 'no key is stored'}.`,
  ];
}

async function explain(
  client: EngineClient,
  given: string | undefined,
  flags: GlobalOptions & { send?: boolean },
): Promise<void> {
  const planId = given ?? (await client.plan.getLatest(scopeOf(flags)))?.id;
  if (planId === undefined)
    throw new AppError('NO_DATA', 'There is no plan yet.', { nextStep: 'Make one with: doso plan' });
  const preview = await client.assistant.previewPlan({ planId });
  if (!flags.send) {
    if (flags.json) return printJson({ planId, preview });
    return printLines(`To ${preview.address} would go (add --send to send it):`, preview.body);
  }
  const explanation = await client.assistant.explainPlan({ planId, digest: preview.digest });
  if (flags.json) printJson({ planId, explanation });
  else printLines(explanation.text, '', `Worded by ${explanation.model}; its numbers are the plan’s.`);
}
