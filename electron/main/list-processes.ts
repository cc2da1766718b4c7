import type { AppProcess } from '@shared/contract/desktop-bridge';
import { desktopTexts } from '@shared/texts/desktop-texts';
import { app } from 'electron';

const words = desktopTexts.processes;

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
