/** Runs the built command line in a process of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export type CommandResult = { code: number | null; stdout: string; stderr: string };

export function doso(...command: string[]): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.resolve('out/main/cli.js'), ...command]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The one JSON document of a `--json` command. Throws when stdout holds anything else. */
export async function dosoJson<T>(...command: string[]): Promise<{ code: number | null; reply: T }> {
  const { code, stdout } = await doso(...command, '--json');
  return { code, reply: JSON.parse(stdout) as T };
}
