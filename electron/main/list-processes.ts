import type { AppProcess } from '@shared/contract/desktop-bridge';
import { sharedTexts } from '@shared/texts/shared-texts';
import { app } from 'electron';

const words = sharedTexts.desktop.processes;

/** By what Electron calls their types; others keep that. */
const NAMES: Record<string, string> = { Browser: words.main, Tab: words.window, GPU: words.graphics };

/** Every process of the app, the largest first. */
export function listProcesses(): AppProcess[] {
  return app
    .getAppMetrics()
    .map(({ name, serviceName, type, pid, memory, cpu }) => ({
      name: name ?? serviceName ?? NAMES[type] ?? type,
      processId: pid,
      memoryBytes: memory.workingSetSize * 1024,
      processorShare: cpu.percentCPUUsage / 100,
    }))
    .sort((one, other) => other.memoryBytes - one.memoryBytes);
}
