/** Child processes for the scripts, without dependencies. */
import { spawn } from 'node:child_process';

/** Runs a command with its output on this process's stderr (or as `stdio` says); resolves with the exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options });
    const forward = (signal) => child.kill(signal);
    process.once('SIGINT', forward);
    process.once('SIGTERM', forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.removeListener('SIGINT', forward);
      process.removeListener('SIGTERM', forward);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs a command and resolves with { code, stdout }; output on stderr is dropped. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.once('error', () => resolve({ code: 127, stdout: '' }));
    child.once('exit', (code) => resolve({ code: code ?? 1, stdout }));
  });
}

/** npm as the one that runs this script, else the one on the path. */
export function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return { command: process.execPath, args: [script, ...args], options: {} };
  return {
    command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
    args,
    options: { shell: process.platform === 'win32' },
  };
}

/** What the user reads; stdout stays free for results. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}
