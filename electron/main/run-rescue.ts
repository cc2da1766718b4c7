/** Forks the short-lived process that works on a data directory while no engine has it. */

import path from 'node:path';
import type { BridgeResult } from '@shared/contract/desktop-bridge';
import { sharedTexts } from '@shared/texts/shared-texts';
import { utilityProcess } from 'electron';
import type { EngineArguments } from '../engine/transport/parent-messages';
import type { RescueReply, RescueResults, RescueTask } from '../engine/transport/rescue-messages';

export function runRescue<Type extends RescueTask['type']>(
  engineArguments: EngineArguments,
  task: Extract<RescueTask, { type: Type }>,
): Promise<BridgeResult<RescueResults[Type]>> {
  const entry = path.join(__dirname, 'rescue.js').replace('app.asar', 'app.asar.unpacked');
  const child = utilityProcess.fork(entry, [JSON.stringify(engineArguments)], {
    serviceName: sharedTexts.desktop.processes.rescue,
    stdio: 'inherit',
  });
  return new Promise((resolve) => {
    child.on('message', (reply: RescueReply) =>
      resolve(reply.ok ? { ok: true, value: reply.value as RescueResults[Type] } : reply),
    );
    child.once('exit', (code) => resolve({ ok: false, error: endedEarly(code) }));
    child.postMessage(task);
  });
}

function endedEarly(code: number) {
  return {
    code: 'INTERNAL',
    message: sharedTexts.desktop.engine.rescueEnded(code),
    nextStep: sharedTexts.desktop.engine.rescueNextStep,
  };
}
