/** A file that cannot be imported at all. The message names the file and the column; `nextStep` says what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: string;
  readonly nextStep: string | null;

  constructor(code: string, message: string, nextStep: string | null = null) {
    super(message);
    this.code = code;
    this.nextStep = nextStep;
  }
}
