/** `watch`: the folder whose new exports are imported by themselves; its settings, one check, its history. */

import type { ImportReport } from '@shared/contract/imports';
import type { WatchedFile, WatchState } from '@shared/contract/watch';
import { engineTexts } from '@shared/texts/engine-texts';
import type { Command } from 'commander';
import { type EngineClient, finishJob, type GlobalOptions, withEngine } from '../engine-session';
import { formatTable, printJson, printLines } from '../print';

const words = engineTexts.commandLine.watch;
const { help } = words;

type WatchFlags = GlobalOptions & {
  folder?: string;
  off?: boolean;
  withPresent?: boolean;
  full?: boolean;
  partial?: boolean;
  check?: boolean;
};

const FILES_SHOWN = 20;

export function addWatchCommand(program: Command): void {
  program
    .command('watch')
    .description(help.watch.description)
    .option('--folder <folder>', help.watch.folder)
    .option('--off', help.watch.off)
    .option('--with-present', help.watch.withPresent)
    .option('--full', help.watch.full)
    .option('--partial', help.watch.partial)
    .option('--check', help.watch.check)
    .action(async (_options: unknown, command: Command) => {
      const flags = command.opts<WatchFlags>();
      await withEngine(flags, async ({ client, context }) => {
        if (isChange(flags)) await change(client, flags);
        const started = flags.check ? await client.watch.lookNow() : null;
        const result = started && (await finishJob(context, started.jobId));
        const report = (result as { report: ImportReport } | null)?.report ?? null;
        const state = await client.watch.get();
        const { files } = await client.watch.listFiles({ limit: FILES_SHOWN });
        if (flags.json) printJson({ ...state, files, ...(report && { report }) });
        else printLines(describeState(state), ...(files.length > 0 ? [formatFiles(files)] : []));
        if (report && report.refused.length > 0) process.exitCode = 2;
      });
    });
}

function isChange({ folder, off, full, partial, store }: WatchFlags): boolean {
  return Boolean(folder || off || full || partial || store);
}

async function change(client: EngineClient, flags: WatchFlags): Promise<void> {
  await client.watch.update({
    ...(flags.folder !== undefined && { folder: flags.folder, isOn: true }),
    ...(flags.off && { isOn: false }),
    ...(flags.full && { coverage: 'full' as const }),
    ...(flags.partial && { coverage: 'partial' as const }),
    ...(flags.store !== undefined && { storeCode: flags.store }),
    isPresentWanted: flags.withPresent ?? false,
  });
}

function describeState({ settings, condition, message, waiting }: WatchState): string {
  if (condition === 'off') return words.off;
  const lines = [
    condition === 'unreachable'
      ? words.notReachable(String(message))
      : words.watching(String(settings.folder)),
  ];
  for (const { file, why } of waiting) lines.push(words.waiting(file, why));
  return lines.join('\n');
}

function formatFiles(files: readonly WatchedFile[]): string {
  const rows = files.map(({ file, state, message, seenAt }) => [file, state, seenAt.slice(0, 16), message]);
  return formatTable(words.columns, rows);
}
