/** What concerns every command: the engine, secrets in files, errors. */
export const session = {
  program: (command: string) => `a doso command (${command})`,
  badWait: (text: string) => `--wait must be a number of seconds, not "${text}".`,
  progress: (job: string, message: string) => `${job}: ${message}`,
  progressOf: (job: string, percent: string, message: string) => `${job}: ${percent} % ${message}`,
  passphraseFile: {
    notReadable: (file: string) => `The passphrase file ${file} cannot be read.`,
  },
  keyFile: { notReadable: (file: string) => `The key file ${file} cannot be read.` },
  emptyLine: (file: string) => `The first line of ${file} is empty.`,
  issue: (field: string, message: string) => `${field}: ${message}`,
  invalid: 'invalid',
  badInput: 'The input is not valid.',
  helpAdvice: 'Run with --help.',
};
